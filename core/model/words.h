// The words for every enumeration, as in files, results and the command line: the identifiers of the method.
// The one place that spells them; the order is that of the enumerators.
#pragma once

#include "model/customer.h"
#include "model/deal.h"
#include "model/person.h"
#include "model/playbook.h"
#include "model/position.h"

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string_view>

namespace compass {

// Specialised below with `words`, one per enumerator.
template <class Enum>
struct WordsOf;

template <class Enum>
concept Worded = requires {
    WordsOf<Enum>::words.size();
};

template <class Enum, Enum last, class... Words>
constexpr auto words_up_to(Words... words) {
    static_assert(sizeof...(Words) == static_cast<std::size_t>(last) + 1, "one word per enumerator");
    return std::array<const char*, sizeof...(Words)>{words...};
}

// clang-format off
#define COMPASS_WORDS(Enum, last, ...) \
    template <> struct WordsOf<Enum> { static constexpr auto words = words_up_to<Enum, Enum::last>(__VA_ARGS__); }

COMPASS_WORDS(Stage, closing, "intent", "solution", "commercial", "closing");
COMPASS_WORDS(Competition, sole, "behind", "level", "ahead", "sole");
COMPASS_WORDS(Urgency, urgent, "later", "worked_in", "active", "urgent");
COMPASS_WORDS(Axis, urgency, "stage", "competition", "urgency");
COMPASS_WORDS(Move, urgency_down, "hold", "stage_forward", "stage_back", "competition_up", "competition_down", "urgency_up", "urgency_down");
COMPASS_WORDS(Certainty, unclear, "consensus", "explicit", "inferred", "unclear");
COMPASS_WORDS(Direction, against, "for", "against");

COMPASS_WORDS(Nature, private_, "unknown", "public", "state_owned", "foreign_or_joint", "private");
COMPASS_WORDS(CustomerSize, small, "unknown", "huge", "large", "medium", "small");
COMPASS_WORDS(LifeStage, turning, "unknown", "entering", "growing", "mature", "turning");
COMPASS_WORDS(Purchasing, both, "unknown", "central", "local", "both");
COMPASS_WORDS(Decider, collective, "unknown", "one_head", "collective");
COMPASS_WORDS(Priority, relationship, "unknown", "price", "technology", "relationship");
COMPASS_WORDS(Funding, financed, "unknown", "ordinary", "government", "financed");

COMPASS_WORDS(Role, coach_advocate, "economic_final", "economic_proposing", "user_hands_on", "user_in_charge", "technical_standards", "technical_budget", "technical_procedure", "coach_guide", "coach_advocate");
COMPASS_WORDS(RoleType, coach, "economic", "user", "technical", "coach");
COMPASS_WORDS(PersonClass, ku, "none", "kdm", "ki", "ku");
COMPASS_WORDS(Degree, low, "high", "medium", "low");
COMPASS_WORDS(Attitude, overconfident, "unknown", "growth", "trouble", "even_keel", "overconfident");
COMPASS_WORDS(ContactLadder, acting_for_us, "unknown", "known", "connected", "trusting", "acting_for_us");
COMPASS_WORDS(PersonKind, moving, "unknown", "senior", "hard", "rising", "retired", "new_field", "moving");
COMPASS_WORDS(InsideHelp, coach, "none", "informant", "coach");
COMPASS_WORDS(InfluenceCause, weight, "position", "expertise", "will", "weight");
COMPASS_WORDS(LinkKind, in_conflict, "reports_to", "influences", "allied", "in_conflict");

COMPASS_WORDS(DealKind, new_customer, "unknown", "repeat", "new_product", "new_customer");
COMPASS_WORDS(LeadChannel, inbound, "unknown", "repeat_sale", "referral", "own_event", "cold_visit", "competitor", "partner", "public_body", "personal_network", "internet", "inbound");
COMPASS_WORDS(DealStatus, suspended, "open", "won", "lost", "suspended");
COMPASS_WORDS(EndReason, we_withdrew, "none", "rival", "delayed_or_cancelled", "budget_diverted", "solved_inside", "we_withdrew");
COMPASS_WORDS(FunnelStage, p7, "p1", "p2", "p3", "p4", "p5", "p6", "p7");
COMPASS_WORDS(AlternativeKind, withdraw, "rival", "delay_or_cancel", "divert_budget", "solve_inside", "withdraw");
COMPASS_WORDS(GateState, not_applicable, "open", "claimed", "met", "not_applicable");
COMPASS_WORDS(ReviewKind, judge, "moved", "again", "judge");
COMPASS_WORDS(TeamRole, sponsor, "account", "solution", "delivery", "channel", "sponsor");
COMPASS_WORDS(FactorTarget, choose, "decide", "choose");
COMPASS_WORDS(OurRole, manager, "sales", "presales", "manager");
COMPASS_WORDS(HouseLayer, organisational, "key", "general", "organisational");
COMPASS_WORDS(StepKind, pay_gate, "move", "raise_support", "cover", "answer", "pay_gate");
COMPASS_WORDS(Lever, cycle, "orders", "amount", "win_rate", "cycle");
COMPASS_WORDS(Severity, off, "stop", "warn", "note", "off");

#undef COMPASS_WORDS
// clang-format on

template <Worded Enum>
constexpr const char* name_of(Enum value) {
    return WordsOf<Enum>::words[static_cast<std::size_t>(value)];
}

// Nothing for a word that is none of them.
template <Worded Enum>
constexpr std::optional<Enum> named(std::string_view word) {
    for (std::size_t i = 0; i < WordsOf<Enum>::words.size(); ++i) {
        if (word == WordsOf<Enum>::words[i]) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace compass
