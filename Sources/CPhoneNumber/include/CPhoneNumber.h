#ifndef COMEBACK_CPHONENUMBER_H
#define COMEBACK_CPHONENUMBER_H

#include <stdbool.h>
#include <stdint.h>

// libphonenumber is C++: these few functions are all that Swift sees of it. They may be called from any thread;
// nothing they return has to be freed.

#ifdef __cplusplus
extern "C" {
#endif

/// What libphonenumber's number types come to.
typedef enum {
    CPN_FIXED = 0,
    CPN_MOBILE = 1,
    CPN_FIXED_OR_MOBILE = 2,
    CPN_TOLL_FREE = 3,
    CPN_SHARED_COST = 4,
    CPN_PREMIUM = 5,
    CPN_OTHER = 6
} CPNLine;

/// Why a string is no number that can be dialled.
typedef enum {
    CPN_OK = 0,
    CPN_NOT_A_NUMBER = 1,
    CPN_BAD_COUNTRY = 2,
    CPN_TOO_SHORT = 3,
    CPN_TOO_LONG = 4,
    CPN_BAD_LENGTH = 5,
    /// The length is right, the plan has no such range.
    CPN_NO_SUCH_RANGE = 6,
    /// Can be dialled only inside its area.
    CPN_LOCAL_ONLY = 7
} CPNReason;

/// A number; strings end with NUL and are empty where unknown.
typedef struct {
    /// Bytes of the given text.
    int32_t start;
    int32_t end;
    char e164[24];
    /// ISO 3166 region, e.g. "AZ".
    char region[4];
    char extension[12];
    CPNLine line;
    CPNReason reason;
    bool isPossible;
    bool isValid;
} CPNNumber;

/// Finds valid numbers in UTF-8 text, at most `capacity`, in order. `region` is an ISO 3166 code, or "ZZ" to find
/// only numbers with a country code. Returns their count.
int32_t cpn_find(const char *text, int32_t length, const char *region, CPNNumber *out, int32_t capacity);

/// Whether a string is a short code of `region`, such as a call centre's, and no emergency service's.
bool cpn_is_short(const char *text, int32_t length, const char *region);

/// Reads one string as a number of `region`. Always fills `out`.
void cpn_parse(const char *text, int32_t length, const char *region, CPNNumber *out);

/// The region's country calling code; 0 for a region that has none.
int32_t cpn_calling_code(const char *region);

#ifdef __cplusplus
}
#endif

#endif
