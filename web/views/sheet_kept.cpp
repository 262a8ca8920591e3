// What stands on the deal sheet, in words.
#include "views/deal_words.h"
#include "views/findings.h"
#include "views/people_words.h"
#include "views/sheet_parts.h"

#include "reading/people.h"
#include "reading/plan.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array five_questions = {Question::five_purchasing_body, Question::five_need, Question::five_suitable_product,
                                       Question::five_budget, Question::five_timetable};
constexpr std::array bantcc_questions = {Question::bantcc_budget, Question::bantcc_authority, Question::bantcc_need,
                                         Question::bantcc_time,   Question::bantcc_company,   Question::bantcc_competitors};
constexpr std::array<std::string_view, 11> question_keys = {
    "five_purchasing_body", "five_need",   "five_suitable_product", "five_budget",    "five_timetable",    "bantcc_budget",
    "bantcc_authority",     "bantcc_need", "bantcc_time",           "bantcc_company", "bantcc_competitors"};
constexpr std::array<std::string_view, 4> status_keys = {"unknown", "none", "claimed", "verified"};

std::string dot(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + " \u00B7 " + second;
}

SheetAnswer kept_answer(const Frame& frame, const Deal& deal, Question question) {
    const Answer& answer = answer_of(deal, question);
    SheetAnswer kept;
    kept.question = question, kept.name = question_name(question), kept.words = answer.text;
    kept.known = compass::status_of(answer, frame.playbook.people, frame.today);
    kept.status = say_named("answer_", status_keys[static_cast<std::size_t>(kept.known)]);
    for (const Evidence& fact : answer.evidence) kept.certainty = std::min(kept.certainty.value_or(fact.certainty), fact.certainty);
    kept.spoken = say(Phrase::answer_spoken, {{"name", kept.name},
                                              {"status", kept.status},
                                              {"words", kept.words.empty() ? std::string(say(Phrase::answer_empty)) : kept.words}});
    return kept;
}

std::vector<SheetFinding> kept_findings(const Frame& frame, const Deal& deal, const std::vector<Finding>& findings, bool contradiction) {
    const Playbook& playbook = frame.readings.whole_playbook();
    std::vector<SheetFinding> kept;
    for (const Finding& finding : findings) {
        const std::string words = text_of(finding, deal, playbook, language()), step = step_of(finding, deal, playbook, language());
        kept.push_back({words, step, finding_sentence(finding.severity, contradiction, words, step), finding.severity, contradiction,
                        way_to(finding, deal.id)});
    }
    return kept;
}

void keep_objective(const Frame& frame, KeptSheet& kept, const Deal& deal, const std::vector<Finding>& flags) {
    const Objective& objective = deal.objective;
    kept.objective = objective.sentence.empty() ? std::string(say(Phrase::sheet_no_objective)) : objective.sentence;
    kept.tests.clear(), kept.history.clear();
    const auto raised = [&](std::string_view rule) {
        return std::find_if(flags.begin(), flags.end(), [&](const Finding& flag) { return flag.rule == rule; }) != flags.end();
    };
    if (deal.status == DealStatus::open) {
        std::string missing;
        const auto lacks = [&](bool lacking, Phrase what) {
            if (lacking) missing += (missing.empty() ? "" : say(Phrase::list_separator)) + std::string(say(what));
        };
        lacks(objective.product.empty() && objective.sentence.empty(), Phrase::objective_product);
        lacks(!objective.amount, Phrase::column_amount), lacks(!objective.signing_date, Phrase::form_signing_date);
        lacks(objective.unit.empty(), Phrase::form_unit);
        const bool single = !objective.sentence.empty() && !raised("objective_not_single");
        kept.tests.push_back({say(single ? Phrase::objective_single : Phrase::objective_not_single), single});
        kept.tests.push_back(
            {missing.empty() ? std::string(say(Phrase::objective_measurable)) : say(Phrase::objective_lacks, {{"what", missing}}),
             missing.empty()});
        if (raised("objective_unstable")) kept.tests.push_back({say(Phrase::objective_unstable), false});
    }
    std::string tests;
    for (const KeptSheet::Test& test : kept.tests) tests += (tests.empty() ? "" : say(Phrase::list_separator)) + test.words;
    kept.objective_spoken = say(Phrase::objective_spoken, {{"objective", kept.objective}, {"tests", tests}});
    for (auto change = deal.objective_changes.rbegin(); change != deal.objective_changes.rend(); ++change) {
        kept.history.push_back(say(Phrase::objective_before, {{"date", date_long(change->date)}, {"objective", change->before.sentence}}) +
                               (change->reason.empty() ? "" : " " + say(Phrase::objective_why, {{"reason", change->reason}})));
    }
    const Customer* customer = frame.customer_of(deal);
    kept.customer = deal.objective.unit;
    if (customer) kept.customer = dot(kept.customer, customer->industry);
    if (deal.kind != DealKind::unknown) kept.customer = dot(kept.customer, say_named("kind_", name_of(deal.kind)));
    if (!deal.owner.empty()) kept.customer = dot(kept.customer, say(Phrase::sheet_owner, {{"owner", deal.owner}}));
    kept.customer = dot(kept.customer, date_long(frame.today));
}

std::optional<Wish> way_of(const Unknown& unknown, const Deal& deal) {
    if (unknown.person) return GoToPerson{deal.id, unknown.person, true};
    struct Place {
        std::string_view id;
        SheetPart part;
        Question question;
    };
    constexpr std::array<Place, 5> places = {{{"budget", SheetPart::answer, Question::bantcc_budget},
                                              {"timetable", SheetPart::answer, Question::bantcc_time},
                                              {"blind_spot_competitors", SheetPart::alternative, Question::bantcc_competitors},
                                              {"blind_spot_purchasing", SheetPart::answer, Question::five_purchasing_body},
                                              {"blind_spot_budget", SheetPart::answer, Question::bantcc_budget}}};
    for (const Place& place : places)
        if (place.id == unknown.id) return GoToSheet{deal.id, place.part, place.question};
    if (unknown.id == "deal_kind") return EditBasics{deal.id};
    if (unknown.id == "support" || unknown.id == "receptivity") return GoToTab{deal.id, Screen::people};
    return std::nullopt;
}

void keep_questions(const Frame& frame, KeptSheet& kept, const Deal& deal, const DealReading& reading) {
    constexpr std::size_t shown = 5;
    kept.questions.clear();
    if (!reading.index) return;
    const std::vector<Unknown>& unknowns = reading.index->unknowns;
    for (std::size_t i = 0; i < std::min(shown, unknowns.size()); ++i) {
        const Unknown& unknown = unknowns[i];
        SheetQuestion one;
        one.words = say_named("factor_", unknown.id);
        for (const Prior& prior : frame.playbook.priors)
            if (prior.unknown == unknown.id && !in(language(), prior.question).empty()) one.words = in(language(), prior.question);
        if (unknown.person) one.whom = say(Phrase::sheet_about, {{"person", person_name(deal, unknown.person)}});
        one.worth = "\u00B1" + decimal(unknown.value_of_asking * 100, 1);
        one.share = static_cast<float>(unknown.value_of_asking / std::max(unknowns.front().value_of_asking, 1e-9));
        const std::string question =
            one.whom.empty() ? one.words : say(Phrase::question_about, {{"person", one.whom}, {"question", one.words}});
        one.spoken = say(Phrase::question_sentence, {{"number", std::to_string(i + 1)}, {"question", question}, {"worth", one.worth}});
        one.way = way_of(unknown, deal);
        kept.questions.push_back(std::move(one));
    }
}

// What is still to be done first, the earliest day first.
void keep_tasks(const Frame& frame, KeptSheet& kept, const Deal& deal) {
    const Practice& practice = frame.readings.whole_playbook().practice;
    std::vector<const Task*> tasks;
    for (const Task& task : deal.tasks) tasks.push_back(&task);
    const auto day = [&](const Task* task) { return state_of(*task) == TaskState::said ? due_of(*task, practice) : task->done; };
    std::stable_sort(tasks.begin(), tasks.end(), [&](const Task* a, const Task* b) {
        const bool a_said = state_of(*a) == TaskState::said, b_said = state_of(*b) == TaskState::said;
        if (a_said != b_said) return a_said;
        const std::optional<Date> x = day(a), y = day(b);
        if (!x || !y) return x.has_value() > y.has_value();
        return a_said ? *x < *y : *x > *y;
    });
    kept.tasks.clear();
    for (const Task* task : tasks) {
        SheetTask one{task->id, task->what, {}, {}, {}, state_of(*task) != TaskState::said, is_overdue(*task, practice, frame.today)};
        if (const std::optional<Date> due = day(task)) one.due = date_short(*due);
        if (!task->result.empty())
            one.detail = say(Phrase::task_result, {{"result", task->result}});
        else if (!task->purpose.empty())
            one.detail = say(Phrase::task_for, {{"purpose", task->purpose}});
        one.detail = dot(one.detail, owner_of(*task, deal));
        if (task->person) one.detail = dot(one.detail, say(Phrase::task_with, {{"person", person_name(deal, task->person)}}));
        const Phrase state = one.done ? Phrase::task_done : one.overdue ? Phrase::task_overdue : Phrase::task_open;
        one.spoken = say(Phrase::task_spoken, {{"what", one.what}, {"state", say(state)}, {"due", one.due}, {"detail", one.detail}});
        kept.tasks.push_back(std::move(one));
    }
}

void keep_lists(KeptSheet& kept, const Deal& deal) {
    kept.alternatives.clear(), kept.team.clear();
    for (const Alternative& alternative : deal.alternatives) {
        const std::string kind = alternative_word(alternative.kind), name = alternative.name.empty() ? kind : alternative.name;
        std::string words = alternative.name.empty() ? "" : kind;
        if (!alternative.customers_view.empty()) words = dot(words, say(Phrase::alternative_view, {{"view", alternative.customers_view}}));
        if (!alternative.our_unique_value.empty())
            words = dot(words, say(Phrase::alternative_value, {{"value", alternative.our_unique_value}}));
        kept.alternatives.push_back({{.part = SheetPart::alternative, .item = alternative.id}, name, words, dot(name, words)});
    }
    for (int i = 0; i <= static_cast<int>(TeamRole::sponsor); ++i) {
        const auto role = static_cast<TeamRole>(i);
        std::string names;
        for (const TeamMember& member : deal.team)
            if (member.role == role) names += (names.empty() ? "" : say(Phrase::list_separator)) + member.name;
        const bool missing = names.empty();
        if (missing) names = say(Phrase::team_nobody);
        kept.team.push_back({{.part = SheetPart::team, .role = role}, team_word(role), names, dot(team_word(role), names), missing});
    }
}

void keep_gut(const Frame& frame, KeptSheet& kept, const Deal& deal, const Warnings& warnings) {
    kept.gut.reset(), kept.gut_note.clear(), kept.gut_apart.clear();
    const GutFeel* latest = nullptr;
    for (const GutFeel& note : deal.gut_feel)
        if (note.date <= frame.today && (!latest || note.date >= latest->date)) latest = &note;
    kept.gut_words = say(Phrase::gut_none);
    if (!latest) return;
    kept.gut = latest->value;
    kept.gut_words =
        dot(say(Phrase::gut_noted, {{"date", date_long(latest->date)}, {"value", support_number(latest->value)}}), latest->note);
    kept.gut_note = latest->note;
    for (const Finding& flag : warnings.flags)
        if (flag.rule == "gut_against_index") kept.gut_apart = text_of(flag, deal, frame.readings.whole_playbook(), language());
}

void keep_changes(const Frame& frame, KeptSheet& kept, const Deal& deal) {
    kept.changes.clear(), kept.changes_since.clear();
    const Customer* customer = frame.customer_of(deal);
    const auto changes = changes_since_review(deal, customer, frame.readings.whole_playbook(), frame.today);
    if (!changes) return;
    kept.changes_since = say(Phrase::changes_since, {{"date", date_short(changes->since)}});
    const auto add = [&](Phrase name, const std::string& before, const std::string& after) {
        if (before != after) kept.changes.push_back({say(name), before + " \u2192 " + after});
    };
    const auto chance = [](const std::optional<double>& index) { return index ? percent(*index) : std::string("?"); };
    const auto amount = [](const std::optional<Money>& sum) { return sum ? money(*sum) : std::string("?"); };
    const auto date = [](const std::optional<Date>& day) { return day ? date_short(*day) : std::string("?"); };
    add(Phrase::win_index, chance(changes->index_before), chance(changes->index_after));
    add(Phrase::sheet_position, position_words(changes->position_before), position_words(changes->position_after));
    add(Phrase::form_funnel_stage, "P" + whole(static_cast<int>(changes->stage_before) + 1),
        "P" + whole(static_cast<int>(changes->stage_after) + 1));
    add(Phrase::column_amount, amount(changes->amount_before), amount(changes->amount_after));
    add(Phrase::form_signing_date, date(changes->signing_before), date(changes->signing_after));
    const auto count = [&](Phrase name, std::size_t many) {
        if (many) kept.changes.push_back({say(name), whole(static_cast<int>(many))});
    };
    count(Phrase::changes_flags_raised, changes->flags_raised.size()), count(Phrase::changes_flags_settled, changes->flags_settled.size());
    count(Phrase::changes_tasks_done, changes->tasks_done.size());
}

}  // namespace

const Answer& answer_of(const Deal& deal, Question question) {
    const FiveElements& five = deal.five_elements;
    const Bantcc& bantcc = deal.bantcc;
    switch (question) {
        case Question::five_purchasing_body: return five.purchasing_body;
        case Question::five_need: return five.need;
        case Question::five_suitable_product: return five.suitable_product;
        case Question::five_budget: return five.budget;
        case Question::five_timetable: return five.timetable;
        case Question::bantcc_budget: return bantcc.budget;
        case Question::bantcc_authority: return bantcc.authority;
        case Question::bantcc_need: return bantcc.need;
        case Question::bantcc_time: return bantcc.time;
        case Question::bantcc_company: return bantcc.company;
        case Question::bantcc_competitors: break;
    }
    return bantcc.competitors;
}

std::string question_name(Question question) { return say_named("question_", question_keys[static_cast<std::size_t>(question)]); }
std::string alternative_word(AlternativeKind kind) { return say_named("alternative_", name_of(kind)); }
std::string team_word(TeamRole role) { return say_named("team_", name_of(role)); }

void keep_sheet(const Frame& frame, SheetState& state, const Box<Deal>& box) {
    const DealReading& reading = frame.readings.of(box);
    KeptSheet& kept = state.kept;
    if (kept.deal && kept.deal->same(box) && kept.readings == frame.readings.version() && kept.language == language()) return;
    const Deal& deal = *box;
    kept.deal = box, kept.readings = frame.readings.version(), kept.language = language();
    const Warnings& warnings = frame.readings.warnings_of(box);
    keep_objective(frame, kept, deal, warnings.flags);
    kept.five.clear(), kept.bantcc.clear();
    for (const Question question : five_questions) kept.five.push_back(kept_answer(frame, deal, question));
    for (const Question question : bantcc_questions) kept.bantcc.push_back(kept_answer(frame, deal, question));
    kept.is_confirmed = !deal.five_elements.confirmed_by.empty();
    kept.confirmed = kept.is_confirmed ? say(Phrase::five_confirmed, {{"manager", deal.five_elements.confirmed_by}})
                                       : std::string(say(Phrase::five_unconfirmed));
    kept.flags = kept_findings(frame, deal, warnings.flags, false);
    kept.contradictions = kept_findings(frame, deal, warnings.contradictions, true);
    keep_questions(frame, kept, deal, reading);
    keep_tasks(frame, kept, deal);
    keep_lists(kept, deal);
    keep_gut(frame, kept, deal, warnings);
    keep_changes(frame, kept, deal);
}

}  // namespace views
