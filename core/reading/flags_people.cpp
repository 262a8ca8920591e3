// Red flags about the people (methodology §6, 7).
#include "reading/coach.h"
#include "reading/flag_themes.h"
#include "reading/rule_facts.h"

#include <algorithm>
#include <array>

namespace compass {
namespace {

void no_economic_buyer(const Scene& scene, const FindingRule&, Findings& found) {
    if (!scene.people.economic_buyer_named) found.add({{"/people", ""}});
}

void economic_buyer_not_covered(const Scene& scene, const FindingRule&, Findings& found) {
    if (scene.people.economic_buyer_covered) return;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (has_role(person, Role::economic_final))
            found.add({{person_place(i, "contact/ladder"), name_of(person.contact.ladder)},
                       {person_place(i, "contact/last"), date_text(person.contact.last)}},
                      person.id);
    });
}

void no_user(const Scene& scene, const FindingRule&, Findings& found) {
    if (nobody_has(scene.deal, RoleType::user)) found.add({{"/people", ""}});
}

void no_technical(const Scene& scene, const FindingRule&, Findings& found) {
    if (nobody_has(scene.deal, RoleType::technical)) found.add({{"/people", ""}});
}

void no_coach(const Scene& scene, const FindingRule&, Findings& found) {
    if (!scene.people.coach_present) found.add({{"/people", ""}});
}

void coach_not_credible(const Scene& scene, const FindingRule&, Findings& found) {
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

void influential_opponent(const Scene& scene, const FindingRule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.influence == Degree::high && person.support && *person.support < rule.limit)
            found.add({{person_place(i, "influence"), name_of(person.influence)}, {person_place(i, "support"), support_text(person)}},
                      person.id);
    });
}

// Who has no role decides nothing that we know of.
void influential_unknown(const Scene& scene, const FindingRule&, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.influence == Degree::low || person.roles.empty()) return;
        std::vector<Fact> missing;
        if (!person.support) missing.push_back({person_place(i, "support"), ""});
        if (person.attitude == Attitude::unknown) missing.push_back({person_place(i, "attitude"), name_of(person.attitude)});
        if (!missing.empty()) found.add(std::move(missing), person.id);
    });
}

void new_person_not_contacted(const Scene& scene, const FindingRule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (!person.since || *person.since > scene.today || scene.today - *person.since > rule.days) return;
        if (!person.contact.last || *person.contact.last < *person.since)
            found.add(
                {{person_place(i, "since"), date_text(person.since)}, {person_place(i, "contact/last"), date_text(person.contact.last)}},
                person.id);
    });
}

// The facts are those we are in touch with; where that is nobody, the empty list.
void single_threaded(const Scene& scene, const FindingRule&, Findings& found) {
    if (scene.people.threads == Threads::several) return;
    std::vector<Fact> covered;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (is_covered(person, scene.playbook.people, scene.today))
            covered.push_back({person_place(i, "contact/last"), date_text(person.contact.last)});
    });
    if (covered.empty()) covered.push_back({"/people", ""});
    found.add(std::move(covered));
}

void support_without_evidence(const Scene& scene, const FindingRule& rule, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.support && *person.support >= rule.limit && !says_for(person.support_evidence))
            found.add({{person_place(i, "support"), support_text(person)}, {person_place(i, "support_evidence"), ""}}, person.id);
    });
}

void supporter_against_economic_buyer(const Scene& scene, const FindingRule& rule, Findings& found) {
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

void relationship_held_by_one(const Scene& scene, const FindingRule&, Findings& found) {
    std::vector<Fact> alone;
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.person_class != PersonClass::none && person.contact.ladder >= ContactLadder::connected &&
            person.contact.held_by.size() == 1)
            alone.push_back({person_place(i, "contact/held_by/0"), person.contact.held_by.front()});
    });
    if (!alone.empty()) found.add(std::move(alone));
}

void result_and_win_unknown(const Scene& scene, const FindingRule&, Findings& found) {
    each_person(scene, [&](const Person& person, std::size_t i) {
        if (person.influence != Degree::high || person.roles.empty()) return;
        std::vector<Fact> missing;
        if (person.business_result.empty()) missing.push_back({person_place(i, "business_result"), ""});
        if (person.personal_win.empty()) missing.push_back({person_place(i, "personal_win"), ""});
        if (!missing.empty()) found.add(std::move(missing), person.id);
    });
}

}  // namespace

RuleTheme people_flags() {
    static constexpr FindingEntry entries[] = {
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
        {"supporter_against_economic_buyer", StepAction::put_task, supporter_against_economic_buyer},
        {"relationship_held_by_one", StepAction::put_task, relationship_held_by_one},
        {"result_and_win_unknown", StepAction::put_person, result_and_win_unknown},
    };
    return entries;
}

}  // namespace compass
