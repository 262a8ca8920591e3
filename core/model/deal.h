// A deal is one project with one customer: its objective, its position in the customer's mind, its people, its way so far (methodology §2, 3, 6, 8, 9, 10).
#pragma once

#include "model/customer.h"
#include "model/person.h"
#include "model/position.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

enum class DealKind : std::uint8_t { unknown, repeat, new_product, new_customer };
enum class LeadChannel : std::uint8_t {
    unknown,
    repeat_sale,
    referral,
    own_event,
    cold_visit,
    competitor,
    partner,
    public_body,
    personal_network,
    internet,
    inbound
};
enum class DealStatus : std::uint8_t { open, won, lost, suspended };
enum class EndReason : std::uint8_t { none, rival, delayed_or_cancelled, budget_diverted, solved_inside, we_withdrew };
enum class FunnelStage : std::uint8_t { p1, p2, p3, p4, p5, p6, p7 };
inline constexpr int funnel_stage_count = 7;

struct Objective {
    std::string sentence;  // the single sales objective
    std::string product;
    std::string unit;  // the customer's unit that signs
    std::optional<Money> amount;
    std::optional<Date> signing_date;
    Extra extra;
    bool operator==(const Objective&) const = default;
};

struct ObjectiveChange {
    Date date;
    Objective before;
    std::string reason;
    Extra extra;
    bool operator==(const ObjectiveChange&) const = default;
};

// The claimed level of each axis and the facts behind it.
struct PositionRating {
    Position claimed;
    std::vector<Evidence> stage_evidence, competition_evidence, urgency_evidence;
    Extra extra;
    bool operator==(const PositionRating&) const = default;
};

inline const std::vector<Evidence>& evidence_of(const PositionRating& rating, Axis axis) {
    return axis == Axis::stage ? rating.stage_evidence : axis == Axis::competition ? rating.competition_evidence : rating.urgency_evidence;
}
inline std::vector<Evidence>& evidence_of(PositionRating& rating, Axis axis) {
    return axis == Axis::stage ? rating.stage_evidence : axis == Axis::competition ? rating.competition_evidence : rating.urgency_evidence;
}

// One step of the way: from this day the claimed position was this.
struct TrailStep {
    Date date;
    Position position;
    std::string reason;
    Extra extra;
    bool operator==(const TrailStep&) const = default;
};

struct GutFeel {
    Date date;
    int value = 0;  // −4 panic … 0 comfort … +4 euphoria
    std::string note;
    Extra extra;
    bool operator==(const GutFeel&) const = default;
};

enum class AlternativeKind : std::uint8_t { rival, delay_or_cancel, divert_budget, solve_inside, withdraw };

// What the customer could do instead of buying from us; doing nothing is the usual one.
struct Alternative {
    Id id;
    AlternativeKind kind = AlternativeKind::rival;
    std::string name;
    std::string customers_view;
    std::string our_unique_value;  // UBV against it
    std::vector<Evidence> evidence;
    Extra extra;
    bool operator==(const Alternative&) const = default;
};

enum class GateState : std::uint8_t { open, claimed, met, not_applicable };

struct GateItem {
    std::string item;  // id of the playbook's gate item
    GateState state = GateState::open;
    std::vector<Evidence> evidence;
    Extra extra;
    bool operator==(const GateItem&) const = default;
};

// A key action of one of our roles that was done; which ones there are is the playbook's.
struct KeyAction {
    std::string action;  // id
    Date done;
    Extra extra;
    bool operator==(const KeyAction&) const = default;
};

struct StageEntry {
    Date date;
    FunnelStage stage = FunnelStage::p1;
    Extra extra;
    bool operator==(const StageEntry&) const = default;
};

struct FiveElements {
    Answer purchasing_body, need, suitable_product, budget, timetable;
    std::string confirmed_by;  // the manager who confirmed; empty = not confirmed
    Extra extra;
    bool operator==(const FiveElements&) const = default;
};

struct Bantcc {
    Answer budget, authority, need, time, company, competitors;
    Extra extra;
    bool operator==(const Bantcc&) const = default;
};

// The customer's dated reason to act.
struct CompellingEvent {
    Date date;
    std::string text;
    std::vector<Evidence> evidence;
    Extra extra;
    bool operator==(const CompellingEvent&) const = default;
};

// The deal's answer to a factor that the playbook's owner added.
struct FactorAnswer {
    std::string factor, level;  // ids in the playbook
    std::vector<Evidence> evidence;
    Extra extra;
    bool operator==(const FactorAnswer&) const = default;
};

enum class TeamRole : std::uint8_t { account, solution, delivery, channel, sponsor };

struct TeamMember {
    TeamRole role = TeamRole::account;
    std::string name;
    Extra extra;
    bool operator==(const TeamMember&) const = default;
};

// What one of us will do; done when its result is recorded.
struct Task {
    Id id;
    std::string what, purpose, owner, resources;
    Id person;
    std::optional<Date> due, done;
    std::optional<Date> asked;  // the customer asked for it that day: due when the practice says, unless agreed otherwise
    std::string result;
    Extra extra;
    bool operator==(const Task&) const = default;
};

// A dated fact of a case's story or of the deal's diary.
struct StoryEvent {
    Date date;
    std::string text;
    Extra extra;
    bool operator==(const StoryEvent&) const = default;
};

struct Protection {
    std::optional<Date> claimed_on;
    std::optional<int> months;  // nothing = the playbook's default
    Extra extra;
    bool operator==(const Protection&) const = default;
};

// A person's support as it was when the deal was reviewed.
struct ReviewedSupport {
    Id person;  // may have left the deal since
    std::optional<int> support;
    Extra extra;
    bool operator==(const ReviewedSupport&) const = default;
};

// What a review asks: what was done and what moved; the same questions once more; whether the customer means it at all.
// A greater question answers the smaller ones, too.
enum class ReviewKind : std::uint8_t { moved, again, judge };

// What a review concluded, and how the deal stood then: what the next one compares with (methodology §10).
struct Review {
    Date date;
    ReviewKind kind = ReviewKind::moved;
    std::string result;
    Position position;
    FunnelStage funnel_stage = FunnelStage::p1;
    std::optional<Money> amount;
    std::optional<Date> signing_date;
    std::optional<double> index;  // probability
    std::vector<ReviewedSupport> support;
    std::vector<std::string> flags;  // ids of the rules that spoke
    Extra extra;
    bool operator==(const Review&) const = default;
};

// What only a teaching case has. Levels are 0 … 3; a reference is a range with its reason.
struct ReferenceLevel {
    int from = 0, to = 3;
    std::string reason;
    Extra extra;
    bool operator==(const ReferenceLevel&) const = default;
};

struct TeachingCase {
    std::string case_id;  // "3"
    Date today;           // all dates of the file are meant relative to this day
    DealStatus outcome = DealStatus::open;
    EndReason outcome_reason = EndReason::none;
    std::string outcome_story;
    ReferenceLevel stage, competition, urgency;
    std::vector<Move> best_moves;
    std::string best_move_reason;
    std::vector<std::string> planted_errors;  // ids of the flags and contradictions that must be found
    Extra extra;
    bool operator==(const TeachingCase&) const = default;
};

struct Deal {
    Id id;
    Id customer;
    std::string name;
    std::string owner;
    DealStatus status = DealStatus::open;
    EndReason end_reason = EndReason::none;
    std::optional<Date> ended;
    std::string lessons;  // what its end, or the stop, taught us
    DealKind kind = DealKind::unknown;
    LeadChannel lead_channel = LeadChannel::unknown;
    Objective objective;
    std::vector<ObjectiveChange> objective_changes;
    PositionRating position;
    std::vector<TrailStep> trail;
    std::vector<GutFeel> gut_feel;
    std::vector<Alternative> alternatives;
    std::vector<Person> people;
    std::vector<Link> links;
    FunnelStage funnel_stage = FunnelStage::p1;
    std::vector<StageEntry> stage_history;
    std::vector<GateItem> gates;
    std::vector<KeyAction> key_actions;
    FiveElements five_elements;
    Bantcc bantcc;
    std::vector<CompellingEvent> compelling_events;
    std::vector<FactorAnswer> own_factors;
    std::optional<Money> contract, first_payment;
    std::vector<TeamMember> team;
    std::vector<Task> tasks;
    std::vector<Review> reviews;
    std::vector<StoryEvent> story;
    Protection protection;
    std::string playbook;  // id of the playbook it was last read with; empty = the default one
    std::optional<TeachingCase> teaching;
    Extra extra;
    bool operator==(const Deal&) const = default;
};

}  // namespace compass
