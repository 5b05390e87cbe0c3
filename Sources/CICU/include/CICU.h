/// The few things that Comeback asks of ICU. ICU's own headers stay out of sight: Swift's Foundation carries another
/// copy of them, and the two clash in one module.
#ifndef COMEBACK_CICU_H
#define COMEBACK_CICU_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#pragma clang assume_nonnull begin

/// Simple case folding of a code point with `U_FOLD_CASE_EXCLUDE_SPECIAL_I`: I becomes dotless i and I with a dot
/// becomes i, as Azerbaijani and Turkish have it.
uint32_t cicu_fold(uint32_t code_point);

/// A letter, in any script (general categories L*).
bool cicu_is_letter(uint32_t code_point);
/// A mark that belongs to the letter before it (M*).
bool cicu_is_mark(uint32_t code_point);
/// An upper-case or title-case letter.
bool cicu_is_upper(uint32_t code_point);
/// A currency sign (Sc).
bool cicu_is_currency(uint32_t code_point);
/// White space (the White_Space property, without line controls' special meaning).
bool cicu_is_space(uint32_t code_point);
/// 0…9 for decimal digits of any script (Nd), -1 for everything else; superscripts are not digits here.
int32_t cicu_digit(uint32_t code_point);

/// Scripts that decide something about a language.
enum cicu_script {
    CICU_SCRIPT_COMMON = 0,
    CICU_SCRIPT_LATIN,
    CICU_SCRIPT_CYRILLIC,
    CICU_SCRIPT_ARMENIAN,
    CICU_SCRIPT_THAI,
    CICU_SCRIPT_GREEK,
    CICU_SCRIPT_GEORGIAN,
    CICU_SCRIPT_ARABIC,
    CICU_SCRIPT_HEBREW,
    CICU_SCRIPT_HAN,
    CICU_SCRIPT_KANA,
    CICU_SCRIPT_HANGUL,
    CICU_SCRIPT_OTHER
};
/// One of `enum cicu_script`.
int32_t cicu_script(uint32_t code_point);

/// Normalises valid UTF-8 to NFC. Returns the number of bytes written, or -1 where `capacity` is too small.
int32_t cicu_nfc(const uint8_t *text, int32_t count, uint8_t *out, int32_t capacity);

/// Byte offsets of word boundaries in valid UTF-8, ascending, with 0 and `count`; Thai and its neighbours by
/// dictionary. `is_word[i]` tells whether the stretch that ends at `out[i]` is a word (letters or digits) rather
/// than spaces or punctuation. Returns how many were written; stops at `capacity`. -1 where ICU refuses.
/// Safe from any thread.
int32_t cicu_words(const uint8_t *text, int32_t count, int32_t *out, uint8_t *is_word, int32_t capacity);

/// Byte offsets of sentence boundaries, likewise.
int32_t cicu_sentences(const uint8_t *text, int32_t count, int32_t *out, int32_t capacity);

#pragma clang assume_nonnull end

#ifdef __cplusplus
}
#endif

#endif
