#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>

uint32_t cicu_fold(uint32_t code_point) {
    return (uint32_t)u_foldCase((UChar32)code_point, U_FOLD_CASE_EXCLUDE_SPECIAL_I);
}

bool cicu_is_letter(uint32_t code_point) { return u_isalpha((UChar32)code_point); }

bool cicu_is_mark(uint32_t code_point) { return (U_GET_GC_MASK((UChar32)code_point) & U_GC_M_MASK) != 0; }

bool cicu_is_upper(uint32_t code_point) {
    return u_isupper((UChar32)code_point) || u_istitle((UChar32)code_point);
}

bool cicu_is_currency(uint32_t code_point) { return u_charType((UChar32)code_point) == U_CURRENCY_SYMBOL; }

bool cicu_is_space(uint32_t code_point) { return u_isUWhiteSpace((UChar32)code_point); }

int32_t cicu_digit(uint32_t code_point) {
    if (u_charType((UChar32)code_point) != U_DECIMAL_DIGIT_NUMBER) return -1;
    return u_charDigitValue((UChar32)code_point);
}

int32_t cicu_script(uint32_t code_point) {
    UErrorCode error = U_ZERO_ERROR;
    switch (uscript_getScript((UChar32)code_point, &error)) {
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED: return CICU_SCRIPT_COMMON;
    case USCRIPT_LATIN: return CICU_SCRIPT_LATIN;
    case USCRIPT_CYRILLIC: return CICU_SCRIPT_CYRILLIC;
    case USCRIPT_ARMENIAN: return CICU_SCRIPT_ARMENIAN;
    case USCRIPT_THAI: return CICU_SCRIPT_THAI;
    case USCRIPT_GREEK: return CICU_SCRIPT_GREEK;
    case USCRIPT_GEORGIAN: return CICU_SCRIPT_GEORGIAN;
    case USCRIPT_ARABIC: return CICU_SCRIPT_ARABIC;
    case USCRIPT_HEBREW: return CICU_SCRIPT_HEBREW;
    case USCRIPT_HAN: return CICU_SCRIPT_HAN;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA: return CICU_SCRIPT_KANA;
    case USCRIPT_HANGUL: return CICU_SCRIPT_HANGUL;
    default: return CICU_SCRIPT_OTHER;
    }
}

int32_t cicu_nfc(const uint8_t *text, int32_t count, uint8_t *out, int32_t capacity) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&error);
    // Clusters are short; what doesn't fit is the caller's to leave as it is.
    UChar wide[128], normal[256];
    int32_t wide_count = 0, normal_count = 0, written = 0;
    u_strFromUTF8(wide, 128, &wide_count, (const char *)text, count, &error);
    if (U_FAILURE(error) || wide_count > 128) return -1;
    normal_count = unorm2_normalize(nfc, wide, wide_count, normal, 256, &error);
    if (U_FAILURE(error) || normal_count > 256) return -1;
    u_strToUTF8((char *)out, capacity, &written, normal, normal_count, &error);
    return U_FAILURE(error) || written > capacity ? -1 : written;
}
