// The method's numbers and words as data. The default is assets/playbook.json; a team may replace it (methodology §3–8, 12).
#pragma once

#include "model/deal.h"
#include "model/language.h"
#include "model/numbers.h"
#include "model/position.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace compass {

using PerLevel = std::array<double, level_count>;

// Section 4. Log-odds unless said otherwise.
struct IndexWeights {
    std::array<PerLevel, level_count> decide_base{};  // probability, [stage][urgency]
    PerLevel choose_base{};                           // probability, [competition]
    PerLevel settled{};                               // λ, 0 … 1, [stage]
    double prior = 0;                                 // probability
    double support = 0, receptivity = 0;              // per unit of S, R
    double economic_buyer_not_covered = 0, no_coach = 0, single_threaded = 0;
    double customer_ideal = 0, customer_fitting = 0, customer_strained = 0, customer_unfit = 0;
    double kind_repeat = 0, kind_new_product = 0, kind_new_customer = 0;
    double blind_spot = 0;  // each of three
    FunnelStage blind_spots_from = FunnelStage::p3;
    double gate_debt = 0;  // at a share of 1
    double budget_verified = 0, budget_claimed = 0, budget_none = 0;
    double timetable_verified = 0, timetable_claimed = 0, timetable_none = 0;
    double compelling_event = 0;
    int compelling_event_within_days = 0;
    double silence_short = 0, silence_long = 0;
    int silence_short_days = 0, silence_long_days = 0;
    double seller_ahead = 0;  // per step
    Extra extra;
    bool operator==(const IndexWeights&) const = default;
};

// Section 5. Chances per period.
struct NavigatorWeights {
    int period_days = 14, periods_at_most = 52, periods_without_date = 13;
    std::array<double, 3> forward{};                     // f[stage], from intent, solution, commercial
    PerLevel lead{};                                     // a[competition]
    std::array<double, 3> back{};                        // b[stage], from solution, commercial, closing
    PerLevel gain{};                                     // e[stage]
    std::array<double, 3> steep{};                       // g[competition], from behind, level, ahead
    std::array<double, 3> urgency_up{}, urgency_down{};  // from later, worked_in, active; from worked_in, active, urgent
    PerLevel die{}, drift{}, decide{};                   // [urgency]
    PerLevel rival{};                                    // [competition]
    double undecided = 0;                                // ρ
    Extra extra;
    bool operator==(const NavigatorWeights&) const = default;
};

// Sections 3 and 6.
struct PeopleWeights {
    std::array<double, 4> role{};       // economic, user, technical, coach
    std::array<double, 3> influence{};  // high, medium, low
    std::array<double, 3> participation{};
    std::array<double, 4> attitude{};   // growth, trouble, even_keel, overconfident
    std::array<double, 4> certainty{};  // κ: consensus, explicit, inferred, unclear
    double certainty_without_evidence = 0;
    int evidence_half_life_days = 90;
    int covered_within_days = 30;
    int supporter_from = 2;  // support of those who can introduce us
    Extra extra;
    bool operator==(const PeopleWeights&) const = default;
};

// Something one can see the customer do that speaks for a level of an axis.
struct Sign {
    std::string id;
    Axis axis = Axis::stage;
    int level = 0;
    Text text;
    Extra extra;
    bool operator==(const Sign&) const = default;
};

// Why one would make a move at a stage, how to prove it done, who can give the proof, what to ask.
struct MoveAdvice {
    Move move = Move::hold;
    Stage stage = Stage::intent;
    Text reason, proof, who, question;
    Extra extra;
    bool operator==(const MoveAdvice&) const = default;
};

struct GateItemText {
    std::string id;
    Text text;
    Extra extra;
    bool operator==(const GateItemText&) const = default;
};

struct FunnelStageText {
    FunnelStage stage = FunnelStage::p1;
    Text name;
    double weight = 0;           // probability for the weighted forecast
    std::optional<Stage> needs;  // buying stage it needs
    std::vector<GateItemText> gate;
    Extra extra;
    bool operator==(const FunnelStageText&) const = default;
};

struct Criterion {
    std::string id;
    Text text;
    Extra extra;
    bool operator==(const Criterion&) const = default;
};

// How likely each answer to something unknown is; the probabilities of one unknown sum to 1.
struct PriorAnswer {
    std::string answer;
    double probability = 0;
    Extra extra;
    bool operator==(const PriorAnswer&) const = default;
};

struct Prior {
    std::string unknown;  // a factor id, or "person_support", "person_attitude"
    std::vector<PriorAnswer> answers;
    Text question;  // what to ask the customer
    Extra extra;
    bool operator==(const Prior&) const = default;
};

enum class FactorTarget : std::uint8_t { decide, choose };

struct FactorLevel {
    std::string id;
    Text text;
    double contribution = 0;  // log-odds
    double prior = 0;         // probability while unknown
    Extra extra;
    bool operator==(const FactorLevel&) const = default;
};

struct OwnFactor {
    std::string id;
    Text name;
    FactorTarget target = FactorTarget::choose;
    std::vector<FactorLevel> levels;
    Extra extra;
    bool operator==(const OwnFactor&) const = default;
};

// Of a flag or a contradiction: stop – settle it first; warn – it costs the deal; note – know it; off – the rule is silent.
enum class Severity : std::uint8_t { stop, warn, note, off };

// Sections 3 and 7. What the rule looks for is in core/reading; when it speaks, how loudly and with which words is data.
struct FindingRule {
    std::string id;
    Severity severity = Severity::warn;
    int days = 0;                     // the span that it looks at
    double limit = 0;                 // the count, share or support that it compares with
    std::optional<FunnelStage> from;  // silent before this P-stage
    std::vector<std::string> words;   // gate items, signs or separators that it looks for
    Text text, step;                  // what is so, what to do next; {person} and {number} are filled in
    Extra extra;
    bool operator==(const FindingRule&) const = default;
};

// Section 8. The three of us whose key actions are listed per stage.
enum class OurRole : std::uint8_t { sales, presales, manager };

struct KeyActionText {
    std::string id;  // "p5.sales.1"; a deal says by it what was done
    FunnelStage stage = FunnelStage::p1;
    OurRole role = OurRole::sales;
    Text text;
    Extra extra;
    bool operator==(const KeyActionText&) const = default;
};

// Section 1. One item of the relationship house's checklists.
enum class HouseLayer : std::uint8_t { key, general, organisational };

struct HouseItemText {
    std::string id;
    HouseLayer layer = HouseLayer::key;
    Text text;
    Extra extra;
    bool operator==(const HouseItemText&) const = default;
};

// Sections 1 and 8. Whose yes or care an amount needs.
struct AmountLevel {
    std::optional<Money> up_to;  // this amount included; nothing = any above the one before
    Text title;
    Extra extra;
    bool operator==(const AmountLevel&) const = default;
};

// What a next best step does, and the effort that one of the kind takes us.
enum class StepKind : std::uint8_t { move, raise_support, cover, answer, pay_gate };

struct StepEffort {
    StepKind kind = StepKind::move;
    double days = 0;  // of work of ours
    Extra extra;
    bool operator==(const StepEffort&) const = default;
};

// Section 11. What lifts a factor of personal productivity.
enum class Lever : std::uint8_t { orders, amount, win_rate, cycle };

struct LeverBehaviour {
    Lever lever = Lever::orders;
    Text text;
    Extra extra;
    bool operator==(const LeverBehaviour&) const = default;
};

// Sections 1, 8, 10–12. How the team works. 0 or an empty list: the built-in one counts, see with_method() in codec/method.h.
struct Practice {
    int review_moved_days = 0, review_again_days = 0, review_judge_days = 0;  // the 1-15-30 rhythm
    int answer_days = 0;            // within which what the customer asked for is due, unless agreed otherwise
    int high_from = 0;              // the score, 1 … 5, from which relationship or potential counts as high
    double lever_step = 0;          // by which each lever of productivity is tried, 0 … 1
    int closed_deals_at_least = 0;  // before they teach anything
    int lead_days = 0;              // a closed deal's last index is that of so many days before its end
    std::vector<KeyActionText> key_actions;
    std::vector<HouseItemText> house;
    std::vector<AmountLevel> approvals;  // usual at customers; rising
    std::vector<AmountLevel> seniors;    // of ours, for deals of this size; rising
    std::vector<StepEffort> efforts;
    std::vector<LeverBehaviour> behaviours;
    Extra extra;
    bool operator==(const Practice&) const = default;
};

struct Playbook {
    std::string id;  // "default-2026.11"
    Text name;
    IndexWeights index;
    NavigatorWeights navigator;
    PeopleWeights people;
    std::vector<Sign> signs;
    std::vector<MoveAdvice> moves;
    std::vector<FunnelStageText> funnel;  // seven
    std::vector<Criterion> criteria;
    std::vector<Prior> priors;
    std::vector<OwnFactor> own_factors;
    std::vector<FindingRule> rules;  // that differ from the built-in ones: see with_method() in codec/method.h
    int protection_months = 6;
    double stuck_after_medians = 2;  // a deal is stuck when it stays longer than so many medians of its P-stage
    Practice practice;
    Extra extra;
    bool operator==(const Playbook&) const = default;
};

}  // namespace compass
