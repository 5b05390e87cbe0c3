#include "CICU.h"

#include <pthread.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

// Opened once and never given a text: every call works on a clone, which is cheap and makes calls independent.
static UBreakIterator *words, *sentences;
static pthread_once_t opened = PTHREAD_ONCE_INIT;

static void open_iterators(void) {
    UErrorCode error = U_ZERO_ERROR;
    words = ubrk_open(UBRK_WORD, "", NULL, 0, &error);
    error = U_ZERO_ERROR;
    sentences = ubrk_open(UBRK_SENTENCE, "", NULL, 0, &error);
}

static int32_t boundaries(
    const UBreakIterator *prototype, const uint8_t *text, int32_t count, int32_t *out, uint8_t *is_word,
    int32_t capacity
) {
    if (prototype == NULL) return -1;
    UErrorCode error = U_ZERO_ERROR;
    UText source = UTEXT_INITIALIZER;
    utext_openUTF8(&source, (const char *)text, count, &error);
    UBreakIterator *iterator = ubrk_clone(prototype, &error);
    if (U_SUCCESS(error)) ubrk_setUText(iterator, &source, &error);
    int32_t written = U_FAILURE(error) ? -1 : 0;
    if (written == 0) {
        for (int32_t at = ubrk_first(iterator); at != UBRK_DONE && written < capacity; at = ubrk_next(iterator)) {
            out[written] = at;
            if (is_word != NULL) is_word[written] = ubrk_getRuleStatus(iterator) >= UBRK_WORD_NONE_LIMIT;
            written++;
        }
    }
    if (iterator != NULL) ubrk_close(iterator);
    utext_close(&source);
    return written;
}

int32_t cicu_words(const uint8_t *text, int32_t count, int32_t *out, uint8_t *is_word, int32_t capacity) {
    pthread_once(&opened, open_iterators);
    return boundaries(words, text, count, out, is_word, capacity);
}

int32_t cicu_sentences(const uint8_t *text, int32_t count, int32_t *out, int32_t capacity) {
    pthread_once(&opened, open_iterators);
    return boundaries(sentences, text, count, out, NULL, capacity);
}
