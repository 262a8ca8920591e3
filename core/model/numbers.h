// Kinds of number that must never be mixed up. Log-odds add; probabilities multiply; money has a currency.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace compass {

struct Probability {
    double value = 0;  // 0 … 1
    auto operator<=>(const Probability&) const = default;
};

struct LogOdds {
    double value = 0;
    auto operator<=>(const LogOdds&) const = default;
    LogOdds& operator+=(LogOdds other) { return value += other.value, *this; }
    friend LogOdds operator+(LogOdds a, LogOdds b) { return {a.value + b.value}; }
    friend LogOdds operator-(LogOdds a, LogOdds b) { return {a.value - b.value}; }
    friend LogOdds operator*(double factor, LogOdds a) { return {factor * a.value}; }
};

// p must lie strictly between 0 and 1.
inline LogOdds logit(Probability p) { return {std::log(p.value / (1 - p.value))}; }
inline Probability sigma(LogOdds x) { return {1 / (1 + std::exp(-x.value))}; }
inline Probability operator*(Probability a, Probability b) { return {a.value * b.value}; }

// Three capital letters, as ISO 4217 gives them; a file may hold any.
struct Currency {
    std::array<char, 3> code = {'C', 'N', 'Y'};
    std::string_view text() const { return {code.data(), code.size()}; }
    bool operator==(const Currency&) const = default;
};

// Whether ISO 4217 knows this code as money in circulation.
bool in_use(const Currency& currency);
// Decimals of the minor unit by ISO 4217: yuan 2, yen 0, Kuwaiti dinar 3; 2 for a code that it does not know.
int minor_digits(const Currency& currency);
// 10 to the power of these: fen of a yuan 100, yen of a yen 1.
std::int64_t minor_units_of_one(const Currency& currency);

inline constexpr std::int64_t minor_units_at_most = 1'000'000'000'000'000;

struct Money {
    std::int64_t minor = 0;  // minor units of the currency: fen, cents, yen; 0 … minor_units_at_most
    Currency currency;
    bool operator==(const Money&) const = default;
};

}  // namespace compass
