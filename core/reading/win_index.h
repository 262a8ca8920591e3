// Will they buy × will they choose us: the index of one deal with every term that made it (methodology §4).
// One pass yields the numbers and their explanation, so the waterfall cannot disagree with the total.
#pragma once

#include "model/deal.h"
#include "model/playbook.h"
#include "model/words.h"

#include <optional>
#include <string>
#include <vector>

namespace compass {

enum class Factor : std::uint8_t {
    // choose
    support,
    economic_buyer_not_covered,
    no_coach,
    single_threaded,
    customer_class,
    deal_kind,
    blind_spot_competitors,
    blind_spot_purchasing,
    blind_spot_budget,
    gate_debt,
    seller_ahead,
    // decide
    receptivity,
    budget,
    timetable,
    compelling_event,
    silence,
    // the playbook's
    own,
};

// As written in files, priors and results.
template <>
struct WordsOf<Factor> {
    static constexpr auto words =
        words_up_to<Factor, Factor::own>("support", "economic_buyer_not_covered", "no_coach", "single_threaded", "customer_class",
                                         "deal_kind", "blind_spot_competitors", "blind_spot_purchasing", "blind_spot_budget", "gate_debt",
                                         "seller_ahead", "receptivity", "budget", "timetable", "compelling_event", "silence", "own");
};

struct Term {
    Factor factor = Factor::support;
    std::string own;  // id of the own factor, else empty
    LogOdds contribution;
    bool known = true;  // false: its inputs are unknown and it counts 0. A blind spot is known to be one: it counts
    double input = 0;   // the fact in its own unit: S, R, share, steps, covered people, days of silence, days until the event; else 0
    // The fact as a stable word, "unknown" where it is not known; empty for support, receptivity, gate debt and steps ahead, which `input` says:
    // covered not_covered not_named · present none · several few_covered one_source · ideal fitting strained unfit · repeat new_product new_customer ·
    // known unknown too_early (blind spots) · verified claimed none · near far past (event) · recent short long (silence) · an own factor's level
    std::string state;
    bool operator==(const Term&) const = default;
};

struct Band {
    Probability low, high;
    bool operator==(const Band&) const = default;
};

// D or W.
struct Side {
    Probability base;  // the position alone
    LogOdds base_log_odds;
    std::vector<Term> terms;  // every factor of this side, in the order of methodology §4
    LogOdds factors;          // Σ terms
    Probability value;        // σ(base + factors)
    double spread = 0;        // s_D, s_W: standard deviation of the unknowns, log-odds
    Band band;
    bool operator==(const Side&) const = default;
};

// Something we do not know, and how much the index would move by knowing it: the standard deviation of P over its answers.
struct Unknown {
    std::string id;              // of its prior in the playbook: a factor, "person_support", "person_attitude"; or an own factor
    Id person;                   // whose, for the last two
    double value_of_asking = 0;  // probability points 0 … 1
    bool operator==(const Unknown&) const = default;
};

struct WinIndex {
    Side decide, choose;
    Probability index;
    Band band;
    std::vector<Unknown> unknowns;  // most worth asking first
    bool operator==(const WinIndex&) const = default;
};

// D0 and W from the position and sums of factors alone. Finite sums; any position.
Probability decide_chance(const IndexWeights& weights, const Position& position, LogOdds factors);
Probability choose_chance(const IndexWeights& weights, const Position& position, LogOdds factors);

// `customer` may be null: its factors are then unknown. Nothing for a deal that is not open: it has its outcome.
std::optional<WinIndex> read_win_index(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today);
// The same deal as if it stood elsewhere: what-if on the position.
std::optional<WinIndex> read_win_index(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                                       const Position& position);

}  // namespace compass
