#include "include/CPhoneNumber.h"

#include <phonenumbers/phonenumber.pb.h>
#include <phonenumbers/phonenumbermatch.h>
#include <phonenumbers/phonenumbermatcher.h>
#include <phonenumbers/phonenumberutil.h>
#include <phonenumbers/shortnumberinfo.h>

#include <cstring>
#include <string>

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberMatch;
using i18n::phonenumbers::PhoneNumberMatcher;
using i18n::phonenumbers::PhoneNumberUtil;
using i18n::phonenumbers::ShortNumberInfo;

namespace {

// A function-local static: C++11 makes its first use safe when several threads race for it.
const PhoneNumberUtil &plan() {
    static const PhoneNumberUtil &instance = *PhoneNumberUtil::GetInstance();
    return instance;
}

template <size_t N> void copy(const std::string &from, char (&to)[N]) {
    const size_t count = from.size() < N - 1 ? from.size() : N - 1;
    std::memcpy(to, from.data(), count);
    to[count] = 0;
}

CPNLine line(PhoneNumberUtil::PhoneNumberType type) {
    switch (type) {
    case PhoneNumberUtil::FIXED_LINE: return CPN_FIXED;
    case PhoneNumberUtil::MOBILE: return CPN_MOBILE;
    case PhoneNumberUtil::FIXED_LINE_OR_MOBILE: return CPN_FIXED_OR_MOBILE;
    case PhoneNumberUtil::TOLL_FREE: return CPN_TOLL_FREE;
    case PhoneNumberUtil::SHARED_COST:
    case PhoneNumberUtil::UAN: return CPN_SHARED_COST;
    case PhoneNumberUtil::PREMIUM_RATE: return CPN_PREMIUM;
    default: return CPN_OTHER;
    }
}

CPNReason reason(PhoneNumberUtil::ValidationResult result, bool valid) {
    switch (result) {
    case PhoneNumberUtil::IS_POSSIBLE: return valid ? CPN_OK : CPN_NO_SUCH_RANGE;
    case PhoneNumberUtil::IS_POSSIBLE_LOCAL_ONLY: return CPN_LOCAL_ONLY;
    case PhoneNumberUtil::INVALID_COUNTRY_CODE: return CPN_BAD_COUNTRY;
    case PhoneNumberUtil::TOO_SHORT: return CPN_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG: return CPN_TOO_LONG;
    default: return CPN_BAD_LENGTH;
    }
}

CPNReason reason(PhoneNumberUtil::ErrorType error) {
    switch (error) {
    case PhoneNumberUtil::INVALID_COUNTRY_CODE_ERROR: return CPN_BAD_COUNTRY;
    case PhoneNumberUtil::TOO_SHORT_AFTER_IDD:
    case PhoneNumberUtil::TOO_SHORT_NSN: return CPN_TOO_SHORT;
    case PhoneNumberUtil::TOO_LONG_NSN: return CPN_TOO_LONG;
    default: return CPN_NOT_A_NUMBER;
    }
}

void fill(const PhoneNumber &number, CPNNumber *out) {
    std::string text;
    plan().Format(number, PhoneNumberUtil::E164, &text);
    copy(text, out->e164);
    out->isValid = plan().IsValidNumber(number);
    if (out->isValid) {
        std::string region;
        plan().GetRegionCodeForNumber(number, &region);
        copy(region, out->region);
    }
    if (number.has_extension()) copy(number.extension(), out->extension);
    out->line = line(plan().GetNumberType(number));
    const PhoneNumberUtil::ValidationResult result = plan().IsPossibleNumberWithReason(number);
    out->isPossible = result == PhoneNumberUtil::IS_POSSIBLE;
    out->reason = reason(result, out->isValid);
}

CPNNumber nothing() {
    CPNNumber number;
    std::memset(&number, 0, sizeof number);
    number.line = CPN_OTHER;
    number.reason = CPN_NOT_A_NUMBER;
    return number;
}

} // namespace

// No C++ exception may cross into Swift: the library throws none of its own, memory can still run out.

int32_t cpn_find(const char *text, int32_t length, const char *region, CPNNumber *out, int32_t capacity) {
    if (length <= 0 || capacity <= 0) return 0;
    try {
        const std::string words(text, static_cast<size_t>(length));
        // The last number bounds the candidates that are tried and refused, so hostile text cannot take long.
        PhoneNumberMatcher matcher(plan(), words, region, PhoneNumberMatcher::VALID, 64);
        int32_t count = 0;
        PhoneNumberMatch match;
        while (count < capacity && matcher.HasNext() && matcher.Next(&match)) {
            out[count] = nothing();
            out[count].start = match.start();
            out[count].end = match.end();
            fill(match.number(), &out[count]);
            count += 1;
        }
        return count;
    } catch (...) {
        return 0;
    }
}

void cpn_parse(const char *text, int32_t length, const char *region, CPNNumber *out) {
    *out = nothing();
    if (length <= 0) return;
    out->end = length;
    try {
        PhoneNumber number;
        const std::string words(text, static_cast<size_t>(length));
        const PhoneNumberUtil::ErrorType error = plan().Parse(words, region, &number);
        if (error == PhoneNumberUtil::NO_PARSING_ERROR)
            fill(number, out);
        else
            out->reason = reason(error);
    } catch (...) {
    }
}

int32_t cpn_calling_code(const char *region) {
    try {
        return plan().GetCountryCodeForRegion(region);
    } catch (...) {
        return 0;
    }
}

bool cpn_is_short(const char *text, int32_t length, const char *region) {
    if (length <= 0) return false;
    try {
        static const ShortNumberInfo &codes = *new ShortNumberInfo();
        const std::string words(text, static_cast<size_t>(length));
        PhoneNumber number;
        if (plan().Parse(words, region, &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
        return codes.IsValidShortNumberForRegion(number, region) && !codes.IsEmergencyNumber(words, region);
    } catch (...) {
        return false;
    }
}
