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

// An ISO 4217 code, three capital letters.
struct Currency {
    std::array<char, 3> code = {'C', 'N', 'Y'};
    std::string_view text() const { return {code.data(), code.size()}; }
    bool operator==(const Currency&) const = default;
};

struct Money {
    std::int64_t minor = 0;  // fen, cents: 1/100 of the unit for every currency here; 0 … 10^15
    Currency currency;
    bool operator==(const Money&) const = default;
};

}  // namespace compass
