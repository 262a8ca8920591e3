// A deal that nothing can be said against: every rule of flags and contradictions is silent. Tests bend one thing of it.
#pragma once

#include "codec/method.h"
#include "reading/contradictions.h"
#include "reading/flags.h"
#include "sample_deal.h"

#include <algorithm>
#include <string>
#include <vector>

namespace compass {

// The default playbook with the key actions and rules of the method.
inline const Playbook& whole_playbook() {
    static const Playbook whole = with_method(default_playbook());
    return whole;
}

struct SoundDeal {
    Deal deal;
    Customer customer = sample_customer(4);
    Playbook playbook = whole_playbook();
    std::optional<Probability> index = Probability{.5};

    std::vector<Finding> flags() const { return read_flags(deal, &customer, playbook, sample_today, index); }
    std::vector<Finding> contradictions() const { return read_contradictions(deal, &customer, playbook, sample_today); }
    Person& person(Role role) {
        return *std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.roles.front() == role; });
    }
    GateItem& gate(const std::string& item) {
        const auto found = std::find_if(deal.gates.begin(), deal.gates.end(), [&](const GateItem& one) { return one.item == item; });
        if (found != deal.gates.end()) return *found;
        deal.gates.push_back({item, GateState::met, {sample_fact(900 + deal.gates.size(), Certainty::explicit_)}, {}});
        return deal.gates.back();
    }
};

inline SoundDeal sound_deal() {
    SoundDeal sound;
    Deal& deal = sound.deal = sample_deal();
    deal.people.push_back(sample_person(13, Role::technical_standards, 0));
    for (Person& person : deal.people) {
        person.person_class = PersonClass::ki;
        person.contact.held_by = {"Tian", "Zhou"};
        person.business_result = "result";
        person.personal_win = "win";
    }
    Person& coach = sound.person(Role::coach_guide);
    coach.support = 3;
    for (Answer* answer :
         {&coach.coach.others_trust_them, &coach.coach.we_are_credible, &coach.coach.wants_us_to_win, &coach.coach.told_us_true})
        answer->evidence = {sample_fact(30, Certainty::explicit_)};
    deal.objective.sentence = "Sign the retrofit with the plant by May.";
    deal.objective.product = "Retrofit";
    deal.objective.unit = "Plant";
    deal.objective.amount = Money{860000000, {}};
    for (Answer* answer : {&deal.five_elements.purchasing_body, &deal.five_elements.need, &deal.five_elements.suitable_product,
                           &deal.five_elements.budget, &deal.five_elements.timetable})
        answer->evidence = {sample_fact(40, Certainty::explicit_)};
    deal.bantcc.budget.evidence = {sample_fact(50, Certainty::explicit_)};
    deal.position.urgency_evidence = {sample_fact(60, Certainty::explicit_, deal.people[0].id),
                                      sample_fact(61, Certainty::explicit_, deal.people[1].id)};
    deal.tasks.resize(1);
    deal.tasks[0].what = "Visit";
    deal.tasks[0].due = sample_today + 3;
    return sound;
}

inline Person& buyer(SoundDeal& at) { return at.person(Role::economic_final); }
inline Person& user(SoundDeal& at) { return at.person(Role::user_in_charge); }
inline Person& coach(SoundDeal& at) { return at.person(Role::coach_guide); }

inline bool raised(const std::vector<Finding>& findings, std::string_view rule) {
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& one) { return one.rule == rule; });
}

// For messages of failed tests.
inline std::string names_of(const std::vector<Finding>& findings) {
    std::string names;
    for (const Finding& finding : findings) names += finding.rule + ' ';
    return names;
}

}  // namespace compass
