/// Google's Compact Language Detector 2 behind C.
#ifndef COMEBACK_CCLD2_H
#define COMEBACK_CCLD2_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// One language of a text.
struct ccld2_language {
    /// ISO 639-1 where there is one ("az"), NUL-terminated; lives as long as the program. NULL for none.
    const char *code;
    /// Share of the text, 0…100.
    int32_t percent;
    /// Likeness to real text of that language: near 1 is normal.
    double score;
};

/// What a text was recognised as.
struct ccld2_result {
    /// Most likely first; those without a language have `code` NULL.
    struct ccld2_language languages[3];
    /// Bytes of letters that the answer rests on.
    int32_t text_bytes;
    bool is_reliable;
};

/// Recognises plain text in valid UTF-8. `tld` ("az") and `language` ("az,ru") make some languages likelier; NULL
/// for none. Safe from any thread.
struct ccld2_result ccld2_detect(const char *text, int32_t count, const char *tld, const char *language);

#ifdef __cplusplus
}
#endif

#endif
