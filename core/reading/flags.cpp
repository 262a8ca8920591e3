#include "reading/flags.h"

#include "model/date.h"
#include "reading/coach.h"
#include "reading/customer_class.h"
#include "reading/every_evidence.h"
#include "reading/gates.h"
#include "reading/position_evidence.h"
#include "reading/qualification.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace compass {
namespace {

using Rule = FindingRule;

bool has_type(const Person& person, RoleType type) {
    return std::any_of(person.roles.begin(), person.roles.end(), [&](Role role) { return type_of(role) == type; });
}
bool has_role(const Person& person, Role role) { return std::find(person.roles.begin(), person.roles.end(), role) != person.roles.end(); }
bool nobody_has(const Deal& deal, RoleType type) {
    return std::none_of(deal.people.begin(), deal.people.end(), [&](const Person& person) { return has_type(person, type); });
}
bool says_for(const std::vector<Evidence>& facts) {
    return std::any_of(facts.begin(), facts.end(), [](const Evidence& fact) { return fact.direction == Direction::for_; });
}
std::string date_text(const std::optional<Date>& date) { return date ? format(*date) : std::string(); }
std::string support_text(const Person& person) { return person.support ? std::to_string(*person.support) : std::string(); }
std::string list_place(const char* list, std::size_t at, const char* field = "") {
    return std::string(list) + '/' + std::to_string(at) + field;
}

// use(person, index) for each.
template <class Use>
void each_person(const Scene& scene, Use use) {
    for (std::size_t i = 0; i < scene.deal.people.size(); ++i) use(scene.deal.people[i], i);
}

// People.

void no_economic_buyer(const Scene& scene, const Rule&, Findings& found) {
    if (!scene.people.economic_buyer_named) found.add({{"/people", ""}});
}

void economic_buyer_not_covered(const Scene& scene, const Rule&, Findings& found) {
    if (scene.people.economic_buyer_covered) return;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (has_role(person, Role::economic_final))
            found.add({{person_place(i, "contact/ladder"), name_of(person.contact.ladder)},
                       {person_place(i, "contact/last"), date_text(person.contact.last)}},
                      person.id);
    });
}

void no_user(const Scene& scene, const Rule&, Findings& found) {
    if (nobody_has(scene.deal, RoleType::user)) found.add({{"/people", ""}});
}

void no_technical(const Scene& scene, const Rule&, Findings& found) {
    if (nobody_has(scene.deal, RoleType::technical)) found.add({{"/people", ""}});
}

void no_coach(const Scene& scene, const Rule&, Findings& found) {
    if (!scene.people.coach_present) found.add({{"/people", ""}});
}

void coach_not_credible(const Scene& scene, const Rule&, Findings& found) {
    constexpr std::array<const char*, 4> proofs = {"coach/others_trust_them", "coach/we_are_credible", "coach/wants_us_to_win",
                                                   "coach/told_us_true"};
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (!is_coach(person)) return;
        const CoachReading coach = read_coach(person, scene.playbook.people, scene.today);
        if (coach.credible) return;
        std::vector<Fact> weak;
        for (std::size_t proof = 0; proof < proofs.size(); ++proof)
            if (coach.proofs[proof] != AnswerStatus::verified)
                weak.push_back({person_place(i, proofs[proof]), name_of(coach.proofs[proof])});
        found.add(std::move(weak), person.id);
    });
}

void influential_opponent(const Scene& scene, const Rule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.influence == Degree::high && person.support && *person.support < rule.limit)
            found.add({{person_place(i, "influence"), name_of(person.influence)}, {person_place(i, "support"), support_text(person)}},
                      person.id);
    });
}

// Who has no role decides nothing that we know of.
void influential_unknown(const Scene& scene, const Rule&, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.influence == Degree::low || person.roles.empty()) return;
        std::vector<Fact> missing;
        if (!person.support) missing.push_back({person_place(i, "support"), ""});
        if (person.attitude == Attitude::unknown) missing.push_back({person_place(i, "attitude"), name_of(person.attitude)});
        if (!missing.empty()) found.add(std::move(missing), person.id);
    });
}

void new_person_not_contacted(const Scene& scene, const Rule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (!person.since || *person.since > scene.today || scene.today - *person.since > rule.days) return;
        if (!person.contact.last || *person.contact.last < *person.since)
            found.add(
                {{person_place(i, "since"), date_text(person.since)}, {person_place(i, "contact/last"), date_text(person.contact.last)}},
                person.id);
    });
}

// The facts are those we are in touch with; where that is nobody, the empty list.
void single_threaded(const Scene& scene, const Rule&, Findings& found) {
    if (scene.people.threads == Threads::several) return;
    std::vector<Fact> covered;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (is_covered(person, scene.playbook.people, scene.today))
            covered.push_back({person_place(i, "contact/last"), date_text(person.contact.last)});
    });
    if (covered.empty()) covered.push_back({"/people", ""});
    found.add(std::move(covered));
}

void support_without_evidence(const Scene& scene, const Rule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.support && *person.support >= rule.limit && !says_for(person.support_evidence))
            found.add({{person_place(i, "support"), support_text(person)}, {person_place(i, "support_evidence"), ""}}, person.id);
    });
}

void supporter_against_economic_buyer(const Scene& scene, const Rule& rule, Findings& found) {
    const std::vector<Link>& links = scene.deal.links;
    const auto place_of = [&](const Id& id) {
        const auto& people = scene.deal.people;
        return static_cast<std::size_t>(std::find_if(people.begin(), people.end(), [&](const Person& one) { return one.id == id; }) -
                                        people.begin());
    };
    for (std::size_t i = 0; i < links.size(); ++i) {
        if (links[i].kind != LinkKind::in_conflict) continue;
        const std::size_t ends[] = {place_of(links[i].from), place_of(links[i].to)};
        if (std::max(ends[0], ends[1]) >= scene.deal.people.size()) continue;
        for (const bool turned : {false, true}) {
            const Person &supporter = scene.deal.people[ends[turned]], &buyer = scene.deal.people[ends[!turned]];
            if (supporter.support && *supporter.support >= rule.limit && has_type(buyer, RoleType::economic))
                found.add({{list_place("/links", i), name_of(links[i].kind)},
                           {person_place(ends[turned], "support"), support_text(supporter)},
                           {person_place(ends[!turned], "roles"), ""}},
                          supporter.id);
        }
    }
}

void relationship_held_by_one(const Scene& scene, const Rule&, Findings& found) {
    std::vector<Fact> alone;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.person_class != PersonClass::none && person.contact.ladder >= ContactLadder::connected &&
            person.contact.held_by.size() == 1)
            alone.push_back({person_place(i, "contact/held_by/0"), person.contact.held_by.front()});
    });
    if (!alone.empty()) found.add(std::move(alone));
}

void result_and_win_unknown(const Scene& scene, const Rule&, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.influence != Degree::high || person.roles.empty()) return;
        std::vector<Fact> missing;
        if (person.business_result.empty()) missing.push_back({person_place(i, "business_result"), ""});
        if (person.personal_win.empty()) missing.push_back({person_place(i, "personal_win"), ""});
        if (!missing.empty()) found.add(std::move(missing), person.id);
    });
}

// Position and objective.

void one_sided_evidence(const Scene& scene, const Rule&, Findings& found) {
    for (const Axis axis : all_axes) {
        if (!read_axis(scene.deal.position, axis, scene.playbook, scene.today).one_sided) continue;
        const auto& facts = evidence_of(scene.deal.position, axis);
        const auto sourced = std::find_if(facts.begin(), facts.end(), [](const Evidence& fact) { return static_cast<bool>(fact.source); });
        found.add({{std::string("/position/") + name_of(axis) + "_evidence", std::to_string(facts.size())}}, sourced->source);
    }
}

void behind_late_and_urgent(const Scene& scene, const Rule&, Findings& found) {
    const Position& position = scene.deal.position.claimed;
    if (position.competition == Competition::behind && position.stage >= Stage::commercial && position.urgency == Urgency::urgent)
        found.add({{"/position/claimed/stage", name_of(position.stage)},
                   {"/position/claimed/competition", name_of(position.competition)},
                   {"/position/claimed/urgency", name_of(position.urgency)}});
}

void objective_incomplete(const Scene& scene, const Rule&, Findings& found) {
    const Objective& objective = scene.deal.objective;
    std::vector<Fact> missing;
    if (objective.sentence.empty()) missing.push_back({"/objective/sentence", ""});
    if (objective.product.empty()) missing.push_back({"/objective/product", ""});
    if (objective.unit.empty()) missing.push_back({"/objective/unit", ""});
    if (!objective.amount || objective.amount->minor == 0) missing.push_back({"/objective/amount", ""});
    if (!objective.signing_date) missing.push_back({"/objective/signing_date", ""});
    if (!missing.empty()) found.add(std::move(missing));
}

void objective_not_single(const Scene& scene, const Rule& rule, Findings& found) {
    const std::string& product = scene.deal.objective.product;
    if (std::any_of(rule.words.begin(), rule.words.end(), [&](const std::string& word) { return product.find(word) != product.npos; }))
        found.add({{"/objective/product", product}});
}

void objective_unstable(const Scene& scene, const Rule& rule, Findings& found) {
    std::vector<Fact> changes;
    for (std::size_t i = 0; i < scene.deal.objective_changes.size(); ++i) {
        const Date date = scene.deal.objective_changes[i].date;
        if (date <= scene.today && scene.today - date <= rule.days) changes.push_back({list_place("/objective_changes", i), format(date)});
    }
    const int count = static_cast<int>(changes.size());
    if (count > rule.limit) found.add(std::move(changes), {}, count);
}

void signing_date_past(const Scene& scene, const Rule&, Findings& found) {
    const std::optional<Date>& date = scene.deal.objective.signing_date;
    if (date && *date < scene.today) found.add({{"/objective/signing_date", format(*date)}});
}

// The latest note that is not of the future; −4 … +4 stands for 0 … 1.
void gut_against_index(const Scene& scene, const Rule& rule, Findings& found) {
    const std::vector<GutFeel>& notes = scene.deal.gut_feel;
    std::size_t latest = notes.size();
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (notes[i].date <= scene.today && (latest == notes.size() || notes[i].date >= notes[latest].date)) latest = i;
    if (latest == notes.size() || !scene.index) return;
    if (std::abs((notes[latest].value + 4) / 8.0 - scene.index->value) > rule.limit)
        found.add({{list_place("/gut_feel", latest, "/value"), std::to_string(notes[latest].value)}});
}

// Process, qualification, money.

void seller_ahead(const Scene& scene, const Rule&, Findings& found) {
    const int steps = steps_ahead(scene.deal.funnel_stage, scene.deal.position.claimed.stage, scene.playbook);
    if (steps > 0)
        found.add(
            {{"/funnel_stage", name_of(scene.deal.funnel_stage)}, {"/position/claimed/stage", name_of(scene.deal.position.claimed.stage)}},
            {}, steps);
}

void five_elements_incomplete(const Scene& scene, const Rule&, Findings& found) {
    constexpr std::array<const char*, 5> names = {"purchasing_body", "need", "suitable_product", "budget", "timetable"};
    const auto answers = answers_of(scene.deal.five_elements);
    std::vector<Fact> missing;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const AnswerStatus status = status_of(*answers[i], scene.playbook.people, scene.today);
        if (status <= AnswerStatus::none) missing.push_back({std::string("/five_elements/") + names[i], name_of(status)});
    }
    const int count = static_cast<int>(missing.size());
    if (count > 0) found.add(std::move(missing), {}, count);
}

void no_senior_visit(const Scene& scene, const Rule& rule, Findings& found) {
    for (const std::string& item : rule.words) {
        const GateState state = state_of(scene.deal, item);
        if (state == GateState::open || state == GateState::claimed) found.add({{"/gates/" + item, name_of(state)}});
    }
}

void budget_not_verified(const Scene& scene, const Rule&, Findings& found) {
    const AnswerStatus status = budget_status(scene.deal, scene.playbook.people, scene.today);
    if (status != AnswerStatus::verified) found.add({{"/bantcc/budget", name_of(status)}});
}

// Without a contract there is no share to speak of; no payment is a low one.
bool payment_is_low(const Deal& deal, double share) {
    return deal.contract &&
           static_cast<double>(deal.first_payment ? deal.first_payment->minor : 0) < share * static_cast<double>(deal.contract->minor);
}

std::vector<Fact> payment_facts(const Deal& deal) {
    return {{"/contract", std::to_string(deal.contract->minor)},
            {"/first_payment", deal.first_payment ? std::to_string(deal.first_payment->minor) : ""}};
}

void first_payment_low(const Scene& scene, const Rule& rule, Findings& found) {
    if (payment_is_low(scene.deal, rule.limit)) found.add(payment_facts(scene.deal));
}

void customer_of_class(const Scene& scene, CustomerClass wanted, Findings& found) {
    if (!scene.customer || class_of(*scene.customer, scene.playbook.criteria) != wanted) return;
    std::vector<Fact> scores;
    for (std::size_t i = 0; i < scene.customer->ideal.size(); ++i)
        if (scene.customer->ideal[i].score < 3)
            scores.push_back({list_place("/customer/ideal", i, "/score"), std::to_string(scene.customer->ideal[i].score)});
    found.add(std::move(scores));
}
void customer_strained(const Scene& scene, const Rule&, Findings& found) { customer_of_class(scene, CustomerClass::strained, found); }
void customer_unfit(const Scene& scene, const Rule&, Findings& found) { customer_of_class(scene, CustomerClass::unfit, found); }

// What we do.

bool is_open(const Task& task) { return !task.done && task.result.empty(); }

void no_action_planned(const Scene& scene, const Rule&, Findings& found) {
    if (std::none_of(scene.deal.tasks.begin(), scene.deal.tasks.end(), is_open)) found.add({{"/tasks", ""}});
}

void action_overdue(const Scene& scene, const Rule&, Findings& found) {
    for (std::size_t i = 0; i < scene.deal.tasks.size(); ++i) {
        const Task& task = scene.deal.tasks[i];
        if (is_open(task) && task.due && *task.due < scene.today)
            found.add({{list_place("/tasks", i, "/due"), format(*task.due)}}, task.person, scene.today - *task.due);
    }
}

// The spans are those of the win index.
void silent(const Scene& scene, int more_than, int at_most, Findings& found) {
    const std::optional<int>& days = scene.people.silent_days;
    if (!days || *days <= more_than || *days > at_most) return;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.contact.last && scene.today - *person.contact.last == *days)
            found.add({{person_place(i, "contact/last"), format(*person.contact.last)}}, person.id, *days);
    });
}
void silent_short(const Scene& scene, const Rule&, Findings& found) {
    silent(scene, scene.playbook.index.silence_short_days, scene.playbook.index.silence_long_days, found);
}
void silent_long(const Scene& scene, const Rule&, Findings& found) {
    silent(scene, scene.playbook.index.silence_long_days, last_date - first_date, found);
}

std::optional<Date> protected_until(const Scene& scene) {
    const Protection& protection = scene.deal.protection;
    if (!protection.claimed_on) return std::nullopt;
    return months_after(*protection.claimed_on, protection.months.value_or(scene.playbook.protection_months));
}

void protection_ending(const Scene& scene, const Rule& rule, Findings& found) {
    const auto until = protected_until(scene);
    if (until && *until >= scene.today && *until - scene.today <= rule.days)
        found.add({{"/protection/claimed_on", date_text(scene.deal.protection.claimed_on)}}, {}, *until - scene.today);
}

void protection_ended(const Scene& scene, const Rule&, Findings& found) {
    const auto until = protected_until(scene);
    if (until && *until < scene.today) found.add({{"/protection/claimed_on", date_text(scene.deal.protection.claimed_on)}});
}

// Reminders that stay until the first payment is in.

bool reached(const Deal& deal, const std::string& item) {
    const GateState state = state_of(deal, item);
    return state == GateState::claimed || state == GateState::met;
}

// `rule.words`: gate items that are claimed or met, or signs of closing that are ticked.
std::vector<Fact> what_reminds(const Deal& deal, const Rule& rule) {
    std::vector<Fact> facts;
    for (const std::string& word : rule.words) {
        if (reached(deal, word)) facts.push_back({"/gates/" + word, name_of(state_of(deal, word))});
        for (std::size_t i = 0; i < deal.position.stage_evidence.size(); ++i) {
            const Evidence& fact = deal.position.stage_evidence[i];
            if (fact.sign == word && fact.direction == Direction::for_) facts.push_back({list_place("/position/stage_evidence", i), word});
        }
    }
    return facts;
}

void until_paid(const Scene& scene, const Rule& rule, Findings& found) {
    if (scene.deal.first_payment) return;
    if (std::vector<Fact> facts = what_reminds(scene.deal, rule); !facts.empty()) found.add(std::move(facts));
}

void signed_with_low_payment(const Scene& scene, const Rule& rule, Findings& found) {
    if (!payment_is_low(scene.deal, rule.limit)) return;
    std::vector<Fact> facts = what_reminds(scene.deal, rule);
    if (facts.empty()) return;
    for (Fact& fact : payment_facts(scene.deal)) facts.push_back(std::move(fact));
    found.add(std::move(facts));
}

constexpr FindingEntry entries[] = {
    {"no_economic_buyer", StepAction::put_person, no_economic_buyer},
    {"economic_buyer_not_covered", StepAction::put_task, economic_buyer_not_covered},
    {"no_user", StepAction::put_person, no_user},
    {"no_technical", StepAction::put_person, no_technical},
    {"no_coach", StepAction::put_task, no_coach},
    {"coach_not_credible", StepAction::put_person, coach_not_credible},
    {"influential_opponent", StepAction::put_task, influential_opponent},
    {"influential_unknown", StepAction::put_person, influential_unknown},
    {"new_person_not_contacted", StepAction::put_task, new_person_not_contacted},
    {"single_threaded", StepAction::put_task, single_threaded},
    {"support_without_evidence", StepAction::put_person, support_without_evidence},
    {"one_sided_evidence", StepAction::put_evidence, one_sided_evidence},
    {"supporter_against_economic_buyer", StepAction::put_task, supporter_against_economic_buyer},
    {"behind_late_and_urgent", StepAction::put_task, behind_late_and_urgent},
    {"seller_ahead", StepAction::set_funnel_stage, seller_ahead},
    {"objective_incomplete", StepAction::edit_deal, objective_incomplete},
    {"objective_not_single", StepAction::edit_deal, objective_not_single},
    {"objective_unstable", StepAction::put_task, objective_unstable},
    {"signing_date_past", StepAction::edit_deal, signing_date_past},
    {"five_elements_incomplete", StepAction::put_answer, five_elements_incomplete},
    {"no_senior_visit", StepAction::put_task, no_senior_visit},
    {"budget_not_verified", StepAction::put_answer, budget_not_verified},
    {"first_payment_low", StepAction::put_task, first_payment_low},
    {"no_action_planned", StepAction::put_task, no_action_planned},
    {"action_overdue", StepAction::put_task, action_overdue},
    {"silent_long", StepAction::put_task, silent_long},
    {"silent_short", StepAction::put_task, silent_short},
    {"customer_unfit", StepAction::put_customer, customer_unfit},
    {"customer_strained", StepAction::put_customer, customer_strained},
    {"protection_ended", StepAction::set_protection, protection_ended},
    {"protection_ending", StepAction::set_protection, protection_ending},
    {"relationship_held_by_one", StepAction::put_task, relationship_held_by_one},
    {"result_and_win_unknown", StepAction::put_person, result_and_win_unknown},
    {"gut_against_index", StepAction::put_evidence, gut_against_index},
    {"reminder_best_score", StepAction::put_task, until_paid},
    {"reminder_publicity", StepAction::put_task, until_paid},
    {"reminder_award_letter", StepAction::put_task, until_paid},
    {"reminder_low_first_payment", StepAction::put_task, signed_with_low_payment},
};

}  // namespace

std::vector<Finding> read_flags(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today,
                                std::optional<Probability> index) {
    return find_all({deal, customer, playbook, today, read_people(deal, playbook.people, today), index}, entries, std::size(entries));
}

std::vector<std::string_view> flag_rules() {
    std::vector<std::string_view> ids;
    for (const FindingEntry& entry : entries) ids.push_back(entry.rule);
    return ids;
}

}  // namespace compass
