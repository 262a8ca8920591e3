// Personal productivity = orders × average amount × win rate ÷ cycle days, and what each lever would do for it (methodology §11).
#pragma once

#include "model/deal.h"
#include "model/playbook.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace compass {

struct LeverEffect {
    Lever lever = Lever::orders;
    double value = 0;   // the productivity with this lever better by practice.lever_step: orders, amount, win rate and speed
    double change = 0;  // value − the present productivity; a win rate cannot pass 1
    bool operator==(const LeverEffect&) const = default;
};

struct Productivity {
    std::string owner;  // empty = all together, or nobody
    int orders = 0, lost = 0;
    std::optional<double> average_amount;  // of the orders, minor units
    std::optional<double> win_rate;        // orders ÷ (orders + lost), 0 … 1
    std::optional<double> cycle_days;      // mean of the orders whose first day is on record, each at least 1
    std::optional<double> value;           // minor units per day; nothing where a factor is not known
    std::array<LeverEffect, 4> levers;     // what lifts it most first; all 0 where there is no value
    bool operator==(const Productivity&) const = default;
};

struct TeamProductivity {
    Currency currency;
    Productivity all;
    std::vector<Productivity> owners;  // the highest value first, those without one last, else by name
    int left_out = 0;                  // closed in the period, without an amount in this currency
    bool operator==(const TeamProductivity&) const = default;
};

// Of the deals won and lost from `from` to `to`, both included; an order counts with its contract, else with its objective's amount.
// Null pointers are not allowed. The playbook must have its practice: with_method() in codec/method.h.
TeamProductivity read_productivity(const std::vector<const Deal*>& deals, const Practice& practice, Date from, Date to, Currency currency);

}  // namespace compass
