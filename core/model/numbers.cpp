#include "model/numbers.h"

#include <cstddef>

namespace compass {
namespace {

// ISO 4217 by the decimals of the minor unit: none, three, four; two have the rest.
constexpr std::string_view no_decimals = "BIFCLPDJFGNFISKJPYKMFKRWPYGRWFUGXUYIVNDVUVXAFXOFXPF";
constexpr std::string_view three_decimals = "BHDIQDJODKWDLYDOMRTND";
constexpr std::string_view four_decimals = "CLFUYW";
constexpr std::string_view two_decimals =
    "AEDAFNALLAMDAOAARSAUDAWGAZNBAMBBDBDTBGNBMDBNDBOBBRLBSDBTNBWPBYNBZDCADCDFCHFCNYCOPCRCCUPCVECZKDKKDOPDZDEGPERNETBEURFJDFKPGBPGEL"
    "GHSGIPGMDGTQGYDHKDHNLHTGHUFIDRILSINRIRRJMDKESKGSKHRKPWKYDKZTLAKLBPLKRLRDLSLMADMDLMGAMKDMMKMNTMOPMRUMURMVRMWKMXNMYRMZNNADNGNNIO"
    "NOKNPRNZDPABPENPGKPHPPKRPLNQARRONRSDRUBSARSBDSCRSDGSEKSGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTOPTRYTTDTWDTZSUAHUSDUYUUZSVEDVES"
    "WSTXCDYERZARZMWZWG";

bool holds(std::string_view codes, const Currency& currency) {
    for (std::size_t i = 0; i < codes.size(); i += 3)
        if (codes.substr(i, 3) == currency.text()) return true;
    return false;
}

}  // namespace

int minor_digits(const Currency& currency) {
    if (currency == Currency{}) return 2;  // as nearly all amounts
    if (holds(no_decimals, currency)) return 0;
    if (holds(three_decimals, currency)) return 3;
    return holds(four_decimals, currency) ? 4 : 2;
}

bool in_use(const Currency& currency) { return minor_digits(currency) != 2 || holds(two_decimals, currency); }

std::int64_t minor_units_of_one(const Currency& currency) {
    std::int64_t units = 1;
    for (int i = minor_digits(currency); i > 0; --i) units *= 10;
    return units;
}

}  // namespace compass
