// The tables of everything a user enters (methodology §1–3, 6, 8–10, 13). A new field of the model is one line here.
#include "codec/kind.h"
#include "model/workspace.h"

namespace compass {

// clang-format off
constexpr Rule score = between(1, 5);
constexpr Rule level_range = between(0, level_count - 1);

TABLE(Position,
    FIELD(stage, needed),
    FIELD(competition, needed),
    FIELD(urgency, needed));

TABLE(Evidence,
    FIELD(id, own_id),
    FIELD(text, required(prose)),
    FIELD(date, plain),
    FIELD(source, person),
    FIELD(direction, plain),
    FIELD(certainty, usually(Certainty::unclear)),
    FIELD(sign, name));

TABLE(Answer,
    FIELD(text, prose),
    FIELD(evidence, plain));

// Customer, methodology §1.
TABLE(CriterionScore,
    FIELD(criterion, key(name)),
    FIELD(score, required(score)),
    FIELD(evidence, plain));

TABLE(Approval,
    FIELD(up_to, needed),
    FIELD(approver, required(name)));

TABLE(DecisionMode,
    FIELD(purchasing, plain),
    FIELD(decider, plain),
    FIELD(priority, plain),
    FIELD(funding, plain),
    FIELD(approvals, at_most(50)),
    FIELD(above, name),
    FIELD(acceptance_signed_by, name),
    FIELD(payment_signed_by, name));

TABLE(Satisfaction,
    FIELD(expectation, score),
    FIELD(perception, score));

TABLE(SatisfactionGaps,
    FIELD(quick_response, plain),
    FIELD(understands_business, plain),
    FIELD(mobilises_resources, plain),
    FIELD(trustworthy, plain));

TABLE(HouseItem,
    FIELD(item, key(name)),
    FIELD(met, plain),
    FIELD(evidence, plain));

TABLE(CalendarEvent,
    FIELD(date, needed),
    FIELD(text, required(prose)));

SCOPED_TABLE(Customer, Scope::own_ids,
    FIELD(id, own_id),
    FIELD(name, required(name)),
    FIELD(nature, plain),
    FIELD(industry, name),
    FIELD(region, name),
    FIELD(size, plain),
    FIELD(life_stage, plain),
    FIELD(ideal, at_most(100)),
    FIELD(strained_conditions, prose),
    FIELD(relationship, score),
    FIELD(potential, score),
    FIELD(strategic, plain),
    FIELD(house, at_most(500)),
    FIELD(decision, plain),
    FIELD(satisfaction, plain),
    FIELD(calendar, plain),
    FIELD(notes, prose));

// People, methodology §6.
TABLE(CoachTrust,
    FIELD(others_trust_them, plain),
    FIELD(we_are_credible, plain),
    FIELD(wants_us_to_win, plain),
    FIELD(told_us_true, plain),
    FIELD(grade, score));

TABLE(OurContact,
    FIELD(ladder, plain),
    FIELD(held_by, name),
    FIELD(last, plain));

TABLE(SupportStep,
    FIELD(date, needed),
    FIELD(support, between(-5, 5)));

TABLE(Person,
    FIELD(id, own_person_id),
    FIELD(name, required(name)),
    FIELD(title, name),
    FIELD(department, name),
    FIELD(roles, at_most(9)),
    NAMED("class", person_class, plain),
    FIELD(influence, usually(Degree::medium)),
    FIELD(influence_causes, at_most(4)),
    FIELD(participation, usually(Degree::medium)),
    FIELD(attitude, plain),
    FIELD(attitude_evidence, plain),
    FIELD(support, between(-5, 5)),
    FIELD(support_evidence, plain),
    FIELD(support_trail, plain),
    FIELD(business_result, prose),
    FIELD(personal_win, prose),
    FIELD(kind, plain),
    FIELD(inside_help, plain),
    FIELD(coach, plain),
    FIELD(contact, plain),
    FIELD(since, plain),
    FIELD(notes, prose));

TABLE(Link,
    FIELD(from, required(person)),
    FIELD(to, required(person)),
    FIELD(kind, needed),
    FIELD(note, prose));

// Deal, methodology §2, 3, 8–10.
TABLE(Objective,
    FIELD(sentence, prose),
    FIELD(product, name),
    FIELD(unit, name),
    FIELD(amount, plain),
    FIELD(signing_date, plain));

TABLE(ObjectiveChange,
    FIELD(date, needed),
    FIELD(before, needed),
    FIELD(reason, prose));

TABLE(PositionRating,
    FIELD(claimed, needed),
    FIELD(stage_evidence, plain),
    FIELD(competition_evidence, plain),
    FIELD(urgency_evidence, plain));

TABLE(TrailStep,
    FIELD(date, needed),
    FIELD(position, needed),
    FIELD(reason, prose));

TABLE(GutFeel,
    FIELD(date, needed),
    FIELD(value, required(between(-4, 4))),
    FIELD(note, prose));

TABLE(Alternative,
    FIELD(id, own_id),
    FIELD(kind, needed),
    FIELD(name, name),
    FIELD(customers_view, prose),
    FIELD(our_unique_value, prose),
    FIELD(evidence, plain));

TABLE(GateItem,
    FIELD(item, key(name)),
    FIELD(state, needed),
    FIELD(evidence, plain));

TABLE(KeyAction,
    FIELD(action, key(name)),
    FIELD(done, needed));

TABLE(StageEntry,
    FIELD(date, needed),
    FIELD(stage, needed));

TABLE(FiveElements,
    FIELD(purchasing_body, plain),
    FIELD(need, plain),
    FIELD(suitable_product, plain),
    FIELD(budget, plain),
    FIELD(timetable, plain),
    FIELD(confirmed_by, name));

TABLE(Bantcc,
    FIELD(budget, plain),
    FIELD(authority, plain),
    FIELD(need, plain),
    FIELD(time, plain),
    FIELD(company, plain),
    FIELD(competitors, plain));

TABLE(CompellingEvent,
    FIELD(date, needed),
    FIELD(text, required(prose)),
    FIELD(evidence, plain));

TABLE(FactorAnswer,
    FIELD(factor, key(name)),
    FIELD(level, filled(name)),
    FIELD(evidence, plain));

TABLE(TeamMember,
    FIELD(role, needed),
    FIELD(name, required(name)));

TABLE(Task,
    FIELD(id, own_id),
    FIELD(what, required(prose)),
    FIELD(purpose, prose),
    FIELD(owner, name),
    FIELD(resources, prose),
    FIELD(person, person),
    FIELD(due, plain),
    FIELD(done, plain),
    FIELD(asked, plain),
    FIELD(result, prose));

TABLE(StoryEvent,
    FIELD(date, needed),
    FIELD(text, required(prose)));

TABLE(ReviewedSupport,
    FIELD(person, needed),
    FIELD(support, between(-5, 5)));

TABLE(Review,
    FIELD(date, needed),
    FIELD(kind, plain),
    FIELD(result, prose),
    FIELD(position, needed),
    FIELD(funnel_stage, plain),
    FIELD(amount, plain),
    FIELD(signing_date, plain),
    FIELD(index, between(0, 1)),
    FIELD(support, at_most(500)),
    FIELD(flags, name));

TABLE(Protection,
    FIELD(claimed_on, plain),
    FIELD(months, between(0, 120)));

TABLE(ReferenceLevel,
    FIELD(from, required(level_range)),
    FIELD(to, required(level_range)),
    FIELD(reason, prose));

TABLE(TeachingCase,
    FIELD(case_id, filled(name)),
    FIELD(today, needed),
    FIELD(outcome, plain),
    FIELD(outcome_reason, plain),
    FIELD(outcome_story, prose),
    FIELD(stage, plain),
    FIELD(competition, plain),
    FIELD(urgency, plain),
    FIELD(best_moves, at_most(7)),
    FIELD(best_move_reason, prose),
    FIELD(planted_errors, name));

SCOPED_TABLE(Deal, Scope::people,
    FIELD(id, own_id),
    FIELD(customer, needed),
    FIELD(name, required(name)),
    FIELD(owner, name),
    FIELD(status, plain),
    FIELD(end_reason, plain),
    FIELD(ended, plain),
    FIELD(lessons, prose),
    FIELD(kind, plain),
    FIELD(lead_channel, plain),
    FIELD(objective, plain),
    FIELD(objective_changes, plain),
    FIELD(position, needed),
    FIELD(trail, plain),
    FIELD(gut_feel, plain),
    FIELD(alternatives, at_most(200)),
    FIELD(people, at_most(500)),
    FIELD(links, plain),
    FIELD(funnel_stage, plain),
    FIELD(stage_history, plain),
    FIELD(gates, at_most(500)),
    FIELD(key_actions, at_most(500)),
    FIELD(five_elements, plain),
    FIELD(bantcc, plain),
    FIELD(compelling_events, at_most(200)),
    FIELD(own_factors, at_most(200)),
    FIELD(contract, plain),
    FIELD(first_payment, plain),
    FIELD(team, at_most(200)),
    FIELD(tasks, plain),
    FIELD(reviews, at_most(500)),
    FIELD(story, plain),
    FIELD(protection, plain),
    FIELD(playbook, name),
    FIELD(teaching, plain));

template <> struct KindOf<Playbook> {
    static constexpr Kind kind{.shape = Shape::object, .size = sizeof(Playbook), .object = &playbook_description};
};

TABLE(Workspace,
    FIELD(customers, at_most(20000)),
    FIELD(deals, at_most(20000)),
    FIELD(playbook, plain));
// clang-format on

constexpr Description workspace_description = TableOf<Workspace>::description;
constexpr Description customer_description = TableOf<Customer>::description;
constexpr Description deal_description = TableOf<Deal>::description;

}  // namespace compass
