// CLD2's header uses FILE without including it.
#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "CCLD2.h"

extern "C" ccld2_result ccld2_detect(const char *text, int32_t count, const char *tld, const char *language) {
    CLD2::Language found[3] = {CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE, CLD2::UNKNOWN_LANGUAGE};
    int percent[3] = {0, 0, 0};
    double score[3] = {0, 0, 0};
    int text_bytes = 0, valid_bytes = 0;
    bool is_reliable = false;
    CLD2::CLDHints hints = {language, tld, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::ExtDetectLanguageSummaryCheckUTF8(
        text, count, true, &hints, 0, found, percent, score, nullptr, &text_bytes, &is_reliable, &valid_bytes);
    ccld2_result result = {};
    for (int i = 0; i < 3; i++) {
        const bool known = found[i] != CLD2::UNKNOWN_LANGUAGE && valid_bytes == count;
        result.languages[i].code = known ? CLD2::LanguageCode(found[i]) : nullptr;
        result.languages[i].percent = percent[i];
        result.languages[i].score = score[i];
    }
    result.text_bytes = text_bytes;
    result.is_reliable = is_reliable;
    return result;
}
