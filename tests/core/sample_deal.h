// A small deal to bend in tests: three people in touch with us, everything asked that can be asked, no gate item owed.
#pragma once

#include "codec/workspace_codec.h"
#include "model/deal.h"
#include "reading/win_index.h"

namespace compass {

inline const Date sample_today = *date_of({2026, 11, 21});
inline const PeopleWeights& people_weights() { return default_playbook().people; }
inline Id sample_id(std::uint64_t number) { return make_id(number, number); }
// Who is who in the sample deal.
inline const Id sample_deal_id = sample_id(2), sample_economic = sample_id(10), sample_user = sample_id(11), sample_coach = sample_id(12);

inline Evidence sample_fact(std::uint64_t number, Certainty certainty, Id source = {}, int days_ago = 0) {
    Evidence fact;
    fact.id = sample_id(number);
    fact.text = "seen";
    fact.date = sample_today - days_ago;
    fact.source = source;
    fact.certainty = certainty;
    return fact;
}

inline Person sample_person(std::uint64_t number, Role role, int support) {
    Person person;
    person.id = sample_id(number);
    person.name = "person";
    person.roles = {role};
    person.influence = Degree::high;
    person.participation = Degree::high;
    person.attitude = Attitude::growth;
    person.support = support;
    person.support_evidence = {sample_fact(number + 100, Certainty::consensus, person.id)};
    person.contact = {ContactLadder::connected, {"Tian"}, sample_today - 1, {}};
    return person;
}

inline Customer sample_customer(int score = 3) {
    Customer customer;
    customer.id = sample_id(1);
    for (const Criterion& criterion : default_playbook().criteria) customer.ideal.push_back({criterion.id, score, {}, {}});
    return customer;
}

inline Deal sample_deal() {
    Deal deal;
    deal.id = sample_id(2);
    deal.customer = sample_id(1);
    deal.kind = DealKind::new_product;
    deal.position.claimed = {Stage::solution, Competition::level, Urgency::active};
    deal.people = {sample_person(10, Role::economic_final, 0), sample_person(11, Role::user_in_charge, 0),
                   sample_person(12, Role::coach_guide, 0)};
    deal.objective.signing_date = sample_today + 180;
    deal.bantcc.budget.evidence = {sample_fact(20, Certainty::inferred)};
    deal.bantcc.time.evidence = {sample_fact(21, Certainty::inferred)};
    deal.bantcc.authority.evidence = {sample_fact(22, Certainty::explicit_)};
    deal.bantcc.competitors.evidence = {sample_fact(23, Certainty::explicit_)};
    deal.compelling_events = {{sample_today + 300, "shutdown", {}, {}}};
    return deal;
}

inline Workspace sample_workspace() {
    Workspace workspace;
    workspace.customers.push_back(sample_customer());
    workspace.deals = {sample_deal()};
    return workspace;
}

inline const Term& term_of(const WinIndex& index, Factor factor) {
    for (const Side* side : {&index.decide, &index.choose})
        for (const Term& term : side->terms)
            if (term.factor == factor) return term;
    return index.choose.terms.front();
}

}  // namespace compass
