#include "reading/contradictions.h"

#include "reading/every_evidence.h"
#include "reading/gates.h"
#include "reading/position_evidence.h"
#include "reading/qualification.h"
#include "reading/rule_facts.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace compass {
namespace {

Fact claimed(const Deal& deal, Axis axis) {
    const Position& position = deal.position.claimed;
    switch (axis) {
        case Axis::stage: return {"/position/claimed/stage", name_of(position.stage)};
        case Axis::competition: return {"/position/claimed/competition", name_of(position.competition)};
        case Axis::urgency: break;
    }
    return {"/position/claimed/urgency", name_of(position.urgency)};
}

// What the deal says of a gate item, with or without a fact; nothing where it says nothing.
const GateItem* gate_entry(const Deal& deal, const std::string& item) {
    const auto found = std::find_if(deal.gates.begin(), deal.gates.end(), [&](const GateItem& gate) { return gate.item == item; });
    return found == deal.gates.end() ? nullptr : &*found;
}
bool says_met(const Deal& deal, const std::string& item) {
    const GateItem* gate = gate_entry(deal, item);
    return gate && gate->state == GateState::met;
}
Fact gate_fact(const Deal& deal, const std::string& item) {
    const GateItem* gate = gate_entry(deal, item);
    return {"/gates/" + item, name_of(gate ? gate->state : GateState::open)};
}
// The rule's first and only gate item is said to be met; an empty list names none.
bool its_item_is_met(const Deal& deal, const FindingRule& rule) { return !rule.words.empty() && says_met(deal, rule.words.front()); }

bool decides(const Person& person) { return has_role(person, Role::economic_final); }
bool was_met(const Person& person, Date today) {
    return person.contact.ladder >= ContactLadder::connected && person.contact.last && *person.contact.last <= today;
}
std::vector<Fact> contact_facts(const Person& person, std::size_t i) {
    return {{person_place(i, "contact/ladder"), name_of(person.contact.ladder)},
            {person_place(i, "contact/last"), date_text(person.contact.last)}};
}
Fact support_fact(const Person& person, std::size_t i) { return {person_place(i, "support"), support_text(person)}; }

// Position against the rest.

void sole_yet_rival(const Scene& scene, const FindingRule&, Findings& found) {
    if (scene.deal.position.claimed.competition != Competition::sole) return;
    std::vector<Fact> facts = {claimed(scene.deal, Axis::competition)};
    for (std::size_t i = 0; i < scene.deal.alternatives.size(); ++i)
        if (scene.deal.alternatives[i].kind == AlternativeKind::rival)
            facts.push_back({"/alternatives/" + std::to_string(i), scene.deal.alternatives[i].name});
    if (facts.size() > 1) found.add(std::move(facts));
}

void behind_yet_nobody_listed(const Scene& scene, const FindingRule&, Findings& found) {
    if (scene.deal.position.claimed.competition == Competition::behind && blind_spots(scene.deal, scene.customer).competitors)
        found.add({claimed(scene.deal, Axis::competition), {"/alternatives", ""}});
}

void urgent_yet_buyer_content(const Scene& scene, const FindingRule&, Findings& found) {
    if (scene.deal.position.claimed.urgency != Urgency::urgent) return;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (decides(person) && person.attitude >= Attitude::even_keel)
            found.add({claimed(scene.deal, Axis::urgency), {person_place(i, "attitude"), name_of(person.attitude)}}, person.id);
    });
}

void urgent_yet_no_date(const Scene& scene, const FindingRule&, Findings& found) {
    const AnswerStatus timetable = timetable_status(scene.deal, scene.playbook.people, scene.today);
    const auto& events = scene.deal.compelling_events;
    const bool dated = std::any_of(events.begin(), events.end(), [&](const CompellingEvent& event) { return event.date >= scene.today; });
    if (scene.deal.position.claimed.urgency == Urgency::urgent && !dated && timetable <= AnswerStatus::none)
        found.add({claimed(scene.deal, Axis::urgency), {"/compelling_events", ""}, {"/five_elements/timetable", name_of(timetable)}});
}

void active_yet_nobody_said_so(const Scene& scene, const FindingRule&, Findings& found) {
    const auto& facts = scene.deal.position.urgency_evidence;
    const bool said =
        std::any_of(facts.begin(), facts.end(), [](const Evidence& fact) { return fact.source && fact.direction == Direction::for_; });
    if (scene.deal.position.claimed.urgency >= Urgency::active && !said)
        found.add({claimed(scene.deal, Axis::urgency), {"/position/urgency_evidence", std::to_string(facts.size())}});
}

void closing_yet_buyer_never_met(const Scene& scene, const FindingRule&, Findings& found) {
    if (scene.deal.position.claimed.stage != Stage::closing) return;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (!decides(person) || was_met(person, scene.today)) return;
        std::vector<Fact> facts = contact_facts(person, i);
        facts.insert(facts.begin(), claimed(scene.deal, Axis::stage));
        found.add(std::move(facts), person.id);
    });
}

void signing_soon_yet_early_stage(const Scene& scene, const FindingRule& rule, Findings& found) {
    const std::optional<Date>& date = scene.deal.objective.signing_date;
    if (!date || *date < scene.today || *date - scene.today > rule.days || scene.deal.position.claimed.stage > Stage::solution) return;
    found.add({{"/objective/signing_date", format(*date)}, claimed(scene.deal, Axis::stage)}, {}, *date - scene.today);
}

void claim_against_evidence(const Scene& scene, Axis axis, Findings& found) {
    const AxisReading reading = read_axis(scene.deal.position, axis, scene.playbook, scene.today);
    if (!reading.evidenced || *reading.evidenced == reading.claimed) return;
    std::vector<Fact> facts = {claimed(scene.deal, axis)};
    const auto& evidence = evidence_of(scene.deal.position, axis);
    for (std::size_t i = 0; i < evidence.size(); ++i)
        if (!evidence[i].sign.empty())
            facts.push_back({std::string("/position/") + name_of(axis) + "_evidence/" + std::to_string(i), evidence[i].sign});
    found.add(std::move(facts));
}
void stage_claim_against_evidence(const Scene& scene, const FindingRule&, Findings& found) {
    claim_against_evidence(scene, Axis::stage, found);
}
void competition_claim_against_evidence(const Scene& scene, const FindingRule&, Findings& found) {
    claim_against_evidence(scene, Axis::competition, found);
}
void urgency_claim_against_evidence(const Scene& scene, const FindingRule&, Findings& found) {
    claim_against_evidence(scene, Axis::urgency, found);
}

// People.

void coach_yet_not_for_us(const Scene& scene, const FindingRule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (is_coach(person) && person.support && *person.support <= rule.limit)
            found.add({{person_place(i, "roles"), ""}, support_fact(person, i)}, person.id);
    });
}

void supports_yet_sees_no_need(const Scene& scene, const FindingRule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.support && *person.support >= rule.limit && person.attitude >= Attitude::even_keel)
            found.add({support_fact(person, i), {person_place(i, "attitude"), name_of(person.attitude)}}, person.id);
    });
}

void against_yet_acting_for_us(const Scene& scene, const FindingRule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.support && *person.support < rule.limit && person.contact.ladder == ContactLadder::acting_for_us)
            found.add({support_fact(person, i), {person_place(i, "contact/ladder"), name_of(person.contact.ladder)}}, person.id);
    });
}

void connected_yet_never_contacted(const Scene& scene, const FindingRule&, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.contact.ladder >= ContactLadder::connected && !person.contact.last) found.add(contact_facts(person, i), person.id);
    });
}

void two_final_deciders(const Scene& scene, const FindingRule& rule, Findings& found) {
    std::vector<Fact> deciders;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (decides(person)) deciders.push_back({person_place(i, "roles"), name_of(Role::economic_final)});
    });
    if (static_cast<double>(deciders.size()) > rule.limit) found.add(std::move(deciders));
}

// Each circle is named once. Of several bosses of one person the first in the list counts.
void reports_in_a_circle(const Scene& scene, const FindingRule&, Findings& found) {
    const std::vector<Link>& links = scene.deal.links;
    std::vector<std::pair<Id, std::size_t>> boss_link;  // of whom, which link
    for (std::size_t i = 0; i < links.size(); ++i)
        if (links[i].kind == LinkKind::reports_to) boss_link.emplace_back(links[i].from, i);
    std::sort(boss_link.begin(), boss_link.end());
    const auto link_of = [&](const Id& person) {
        const auto at = std::lower_bound(boss_link.begin(), boss_link.end(), std::pair{person, std::size_t{0}});
        return at == boss_link.end() || at->first != person ? links.size() : at->second;
    };
    std::vector<std::size_t> visit(links.size());  // number of the walk that came here first; 0 = none yet
    for (std::size_t start = 0; start < boss_link.size(); ++start) {
        std::size_t at = link_of(boss_link[start].first);
        while (at < links.size() && visit[at] == 0) {
            visit[at] = start + 1;
            at = link_of(links[at].to);
        }
        if (at == links.size() || visit[at] != start + 1) continue;
        std::vector<Fact> circle;
        for (std::size_t step = at; circle.empty() || step != at; step = link_of(links[step].to))
            circle.push_back({"/links/" + std::to_string(step), name_of(links[step].kind)});
        found.add(std::move(circle), links[at].from);
    }
}

// Gates, qualification, process.

void budget_verified_yet_no_authority(const Scene& scene, const FindingRule&, Findings& found) {
    const AnswerStatus authority = status_of(scene.deal.bantcc.authority, scene.playbook.people, scene.today);
    if (budget_status(scene.deal, scene.playbook.people, scene.today) == AnswerStatus::verified && authority <= AnswerStatus::none &&
        !scene.people.economic_buyer_named)
        found.add({{"/bantcc/budget", name_of(AnswerStatus::verified)}, {"/bantcc/authority", name_of(authority)}});
}

void kdm_met_but_never_contacted(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (!its_item_is_met(scene.deal, rule)) return;
    std::vector<Fact> facts = {gate_fact(scene.deal, rule.words.front())};
    bool met = false;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.person_class != PersonClass::kdm) return;
        met = met || was_met(person, scene.today);
        for (Fact& fact : contact_facts(person, i)) facts.push_back(std::move(fact));
    });
    if (facts.size() == 1) facts.push_back({"/people", ""});
    if (!met) found.add(std::move(facts));
}

void coach_gate_yet_informant(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (!its_item_is_met(scene.deal, rule)) return;
    std::vector<Fact> facts = {gate_fact(scene.deal, rule.words.front())};
    bool coach = false;
    each_person(scene, [&](const Person& person, std::size_t i) {
        coach = coach || (is_coach(person) && person.inside_help != InsideHelp::informant);
        if (person.inside_help == InsideHelp::informant) facts.push_back({person_place(i, "inside_help"), name_of(person.inside_help)});
    });
    if (facts.size() == 1) facts.push_back({"/people", ""});
    if (!coach) found.add(std::move(facts));
}

void met_without_evidence(const Scene& scene, const FindingRule&, Findings& found) {
    std::vector<Fact> facts;
    for (const GateItem& gate : scene.deal.gates)
        if (gate.state == GateState::met && state_of(scene.deal, gate.item) != GateState::met)
            facts.push_back(gate_fact(scene.deal, gate.item));
    const int count = static_cast<int>(facts.size());
    if (count > 0) found.add(std::move(facts), {}, count);
}

void confirmed_by_nobody(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (its_item_is_met(scene.deal, rule) && scene.deal.five_elements.confirmed_by.empty())
        found.add({gate_fact(scene.deal, rule.words.front()), {"/five_elements/confirmed_by", ""}});
}

// The first of its two gate items cannot be met before the second; one that does not apply is no hurdle.
void award_yet_bid_open(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (rule.words.size() < 2 || !says_met(scene.deal, rule.words[0])) return;
    const GateItem* bid = gate_entry(scene.deal, rule.words[1]);
    if (!bid || bid->state == GateState::open || bid->state == GateState::claimed)
        found.add({gate_fact(scene.deal, rule.words[0]), gate_fact(scene.deal, rule.words[1])});
}

void paid_yet_not_signed(const Scene& scene, const FindingRule& rule, Findings& found) {
    if (!rule.words.empty() && scene.deal.first_payment && scene.deal.first_payment->minor > 0 && !says_met(scene.deal, rule.words.front()))
        found.add({{"/first_payment", std::to_string(scene.deal.first_payment->minor)}, gate_fact(scene.deal, rule.words.front())});
}

// The entry with the latest date counts; of one day the last one in the list.
void stage_history_differs(const Scene& scene, const FindingRule&, Findings& found) {
    const std::vector<StageEntry>& history = scene.deal.stage_history;
    if (history.empty()) return;
    std::size_t latest = 0;
    for (std::size_t i = 1; i < history.size(); ++i)
        if (history[i].date >= history[latest].date) latest = i;
    if (history[latest].stage != scene.deal.funnel_stage)
        found.add({{"/funnel_stage", name_of(scene.deal.funnel_stage)},
                   {"/stage_history/" + std::to_string(latest) + "/stage", name_of(history[latest].stage)}});
}

void done_without_result(const Scene& scene, const FindingRule&, Findings& found) {
    for (std::size_t i = 0; i < scene.deal.tasks.size(); ++i) {
        const Task& task = scene.deal.tasks[i];
        const std::string place = "/tasks/" + std::to_string(i);
        if (task.done && task.result.empty()) found.add({{place + "/done", format(*task.done)}, {place + "/result", ""}}, task.person);
    }
}

void dated_in_the_future(const Scene& scene, const FindingRule&, Findings& found) {
    std::vector<Fact> facts;
    every_evidence(scene.deal, [&](const Evidence& fact) {
        if (fact.date && *fact.date > scene.today) facts.push_back({"/evidence/" + format(fact.id), format(*fact.date)});
    });
    if (!facts.empty()) found.add(std::move(facts));
}

constexpr FindingEntry entries[] = {
    {"closing_yet_buyer_never_met", StepAction::put_task, closing_yet_buyer_never_met},
    {"sole_yet_rival", StepAction::set_level, sole_yet_rival},
    {"behind_yet_nobody_listed", StepAction::put_alternative, behind_yet_nobody_listed},
    {"urgent_yet_buyer_content", StepAction::put_task, urgent_yet_buyer_content},
    {"urgent_yet_no_date", StepAction::set_level, urgent_yet_no_date},
    {"active_yet_nobody_said_so", StepAction::put_evidence, active_yet_nobody_said_so},
    {"signing_soon_yet_early_stage", StepAction::edit_deal, signing_soon_yet_early_stage},
    {"stage_claim_against_evidence", StepAction::set_level, stage_claim_against_evidence},
    {"competition_claim_against_evidence", StepAction::set_level, competition_claim_against_evidence},
    {"urgency_claim_against_evidence", StepAction::set_level, urgency_claim_against_evidence},
    {"budget_verified_yet_no_authority", StepAction::put_answer, budget_verified_yet_no_authority},
    {"kdm_met_but_never_contacted", StepAction::put_gate_item, kdm_met_but_never_contacted},
    {"coach_gate_yet_informant", StepAction::put_gate_item, coach_gate_yet_informant},
    {"coach_yet_not_for_us", StepAction::put_person, coach_yet_not_for_us},
    {"supports_yet_sees_no_need", StepAction::put_task, supports_yet_sees_no_need},
    {"against_yet_acting_for_us", StepAction::put_person, against_yet_acting_for_us},
    {"connected_yet_never_contacted", StepAction::put_person, connected_yet_never_contacted},
    {"two_final_deciders", StepAction::put_person, two_final_deciders},
    {"reports_in_a_circle", StepAction::put_link, reports_in_a_circle},
    {"met_without_evidence", StepAction::put_gate_item, met_without_evidence},
    {"confirmed_by_nobody", StepAction::confirm_opportunity, confirmed_by_nobody},
    {"award_yet_bid_open", StepAction::put_gate_item, award_yet_bid_open},
    {"paid_yet_not_signed", StepAction::put_gate_item, paid_yet_not_signed},
    {"stage_history_differs", StepAction::set_funnel_stage, stage_history_differs},
    {"done_without_result", StepAction::finish_task, done_without_result},
    {"dated_in_the_future", StepAction::put_evidence, dated_in_the_future},
};

constexpr RuleTheme themes[] = {entries};

}  // namespace

std::vector<Finding> read_contradictions(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
    return find_all({deal, customer, playbook, today, read_people(deal, playbook.people, today), {}}, themes);
}

std::vector<std::string_view> contradiction_rules() { return rule_ids(themes); }

}  // namespace compass
