#ifndef COMEBACK_CCURL_H
#define COMEBACK_CCURL_H
#include <curl/curl.h>
#include <locale.h>
#include <string.h>

/* curl's option setters are variadic, which Swift cannot call: one inline function an argument type. */
static inline CURLcode comeback_easy_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode comeback_easy_set_string(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode comeback_easy_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode comeback_easy_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}
typedef size_t (*comeback_data_callback)(char *, size_t, size_t, void *);
static inline CURLcode comeback_easy_set_data_callback(CURL *handle, CURLoption option, comeback_data_callback value) {
    return curl_easy_setopt(handle, option, value);
}
typedef curl_socket_t (*comeback_socket_callback)(void *, curlsocktype, struct curl_sockaddr *);
static inline CURLcode comeback_easy_set_socket_callback(
    CURL *handle, CURLoption option, comeback_socket_callback value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode comeback_easy_set_request_callback(
    CURL *handle, CURLoption option, curl_prereq_callback value) {
    return curl_easy_setopt(handle, option, value);
}
static inline CURLcode comeback_easy_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline CURLcode comeback_easy_get_offset(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}
static inline const char *comeback_easy_get_string(CURL *handle, CURLINFO info) {
    char *value = NULL;
    return curl_easy_getinfo(handle, info, &value) == CURLE_OK ? value : NULL;
}
static inline CURLMcode comeback_multi_set_long(CURLM *multi, CURLMoption option, long value) {
    return curl_multi_setopt(multi, option, value);
}
/* CURLMsg keeps its result in a union. */
static inline CURLcode comeback_message_result(const CURLMsg *message) { return message->data.result; }

/* sockaddr is seen as a C array at the end of a struct. */
static inline const struct sockaddr *comeback_socket_address(const struct curl_sockaddr *address) {
    return &address->addr;
}

/* The host of `url`, lower case, IDN as punycode. Curl reads IDN in the locale's character set, and a program
   starts in the C locale: the thread's locale is changed for the call only. Free the answer with curl_free. */
static inline char *comeback_ascii_host(const char *url) {
    char *host = NULL;
    locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    locale_t before = utf8 ? uselocale(utf8) : (locale_t)0;
    CURLU *parsed = curl_url();
    if (parsed && curl_url_set(parsed, CURLUPART_URL, url, 0) == CURLUE_OK &&
        curl_url_get(parsed, CURLUPART_HOST, &host, CURLU_PUNYCODE) != CURLUE_OK)
        host = NULL;
    curl_url_cleanup(parsed);
    if (utf8) {
        uselocale(before);
        freelocale(utf8);
    }
    return host;
}
#endif
