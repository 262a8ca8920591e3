// The handover document in words.
#include "reading/handover.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/people_words.h"
#include "views/review_parts.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t steps_at_most = 6, unknowns_at_most = 8;

std::string with_dot(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + " \u00B7 " + second;
}

std::string person_line(const Frame& frame, const Deal& deal, const HandoverPerson& entry) {
    const Person& person = deal.people[entry.person];
    std::string line = with_dot(with_dot(person.name, person.title), roles_line(person));
    line = with_dot(line, say(Phrase::handover_support, {{"support", support_words(person.support)}}));
    line = with_dot(line, contact_words(person, entry.covered, frame.today));
    if (entry.held_alone) line = with_dot(line, say(Phrase::handover_held_alone));
    if (!person.personal_win.empty()) line = with_dot(line, say(Phrase::handover_win, {{"win", person.personal_win}}));
    return line;
}

void add_people(Paper& paper, const Frame& frame, const Deal& deal, const Handover& handover) {
    PaperSection open, rest;
    open.title = say(Phrase::handover_establish), rest.title = say(Phrase::handover_people);
    for (const HandoverPerson& entry : handover.people) (entry.to_establish ? open : rest).item(person_line(frame, deal, entry));
    if (open.lines.empty()) open.plain(say(Phrase::handover_all_held));
    paper.sections.push_back(std::move(open));
    if (!rest.lines.empty()) paper.sections.push_back(std::move(rest));
}

void add_promises(Paper& paper, const Frame& frame, const Deal& deal, const Handover& handover) {
    const Practice& practice = frame.readings.whole_playbook().practice;
    PaperSection& section = paper.sections.emplace_back();
    section.title = say(Phrase::handover_promises);
    for (const PlannedTask& planned : read_plan({&deal}, practice, frame.today).tasks) {
        const Task& task = deal.tasks[planned.task];
        std::string line = with_dot(due_words(planned, due_of(task, practice)), task.what);
        if (!task.purpose.empty()) line = with_dot(line, say(Phrase::task_for, {{"purpose", task.purpose}}));
        if (task.person) line = with_dot(line, say(Phrase::task_with, {{"person", person_name(deal, task.person)}}));
        const bool own = std::find(handover.own_tasks.begin(), handover.own_tasks.end(), planned.task) != handover.own_tasks.end();
        section.item(with_dot(line, own ? std::string(say(Phrase::handover_new_owner)) : planned.owner));
    }
    if (section.lines.empty()) section.plain(say(Phrase::handover_no_promises));
}

std::string step_line(const Frame& frame, const Deal& deal, const NextStep& step) {
    const std::string who = step.person ? person_name(deal, step.person) : std::string{};
    std::string words;
    switch (step.kind) {
        case StepKind::move: words = move_words(step.move); break;
        case StepKind::raise_support: words = say(Phrase::handover_raise, {{"person", who}}); break;
        case StepKind::cover: words = say(Phrase::handover_cover, {{"person", who}}); break;
        case StepKind::answer: {
            const std::string what = say_named("factor_", step.item);
            words = say(Phrase::handover_ask, {{"what", who.empty() ? what : who + " \u00B7 " + what}});
            break;
        }
        case StepKind::pay_gate:
            words = step.item;
            for (const FunnelStageText& stage : frame.playbook.funnel)
                for (const GateItemText& item : stage.gate)
                    if (item.id == step.item) words = in(language(), item.text);
            break;
    }
    return say(Phrase::handover_step, {{"step", words}, {"gain", points(step.gain)}});
}

void add_steps(Paper& paper, const Frame& frame, const Deal& deal, const Handover& handover) {
    if (handover.steps.empty()) return;
    PaperSection& section = paper.sections.emplace_back();
    section.title = say(Phrase::handover_steps);
    for (std::size_t i = 0; i < std::min(steps_at_most, handover.steps.size()); ++i)
        section.item(step_line(frame, deal, handover.steps[i]));
}

void add_risks(Paper& paper, const Frame& frame, const Deal& deal, const Handover& handover) {
    if (handover.risks.empty()) return;
    const Playbook& playbook = frame.readings.whole_playbook();
    PaperSection& section = paper.sections.emplace_back();
    section.title = say(Phrase::handover_risks);
    for (const Finding& risk : handover.risks) {
        const std::string step = step_of(risk, deal, playbook, language());
        section.item(text_of(risk, deal, playbook, language()) + (step.empty() ? "" : " \u2192 " + step));
    }
}

void add_unknowns(Paper& paper, const Frame& frame, const Deal& deal, const Handover& handover) {
    if (handover.unknowns.empty()) return;
    PaperSection& section = paper.sections.emplace_back();
    section.title = say(Phrase::handover_unknowns);
    for (std::size_t i = 0; i < std::min(unknowns_at_most, handover.unknowns.size()); ++i) {
        const Unknown& unknown = handover.unknowns[i];
        std::string words = say_named("factor_", unknown.id);
        for (const Prior& prior : frame.playbook.priors)
            if (prior.unknown == unknown.id && !in(language(), prior.question).empty()) words = in(language(), prior.question);
        section.item(unknown.person ? say(Phrase::question_about, {{"person", person_name(deal, unknown.person)}, {"question", words}})
                                    : words);
    }
}

void add_evidence(Paper& paper, const Deal& deal, const Handover& handover) {
    PaperSection& section = paper.sections.emplace_back();
    section.title = say(Phrase::handover_evidence);
    for (const Evidence& fact : handover.evidence) {
        if (fact.text.empty()) continue;
        std::string line = with_dot(fact.date ? date_long(*fact.date) : std::string(say(Phrase::handover_undated)), fact.text);
        line = with_dot(line, certainty_word(fact.certainty));
        if (fact.source) line = with_dot(line, person_name(deal, fact.source));
        section.item(line);
    }
    if (section.lines.empty()) section.plain(say(Phrase::handover_no_evidence));
}

}  // namespace

Paper handover_paper(const Frame& frame, const Deal& deal, const std::string& to, int& relationships_open) {
    const Handover handover = hand_over(deal, frame.customer_of(deal), frame.readings.whole_playbook(), frame.today, deal.owner, to);
    relationships_open = handover.relationships_open;
    Paper paper;
    paper.title = say(Phrase::handover_file, {{"deal", deal_title(frame, deal)}});
    const std::string nobody = say(Phrase::plan_nobody);
    paper.about = say(Phrase::handover_about, {{"from", handover.from.empty() ? nobody : handover.from},
                                               {"to", to.empty() ? std::string(say(Phrase::handover_nobody_yet)) : to},
                                               {"day", date_long(frame.today)}});
    PaperSection& stands = paper.sections.emplace_back();
    stands.title = say(Phrase::handover_stands);
    if (!deal.objective.sentence.empty()) stands.item(deal.objective.sentence);
    stands.item(basics_line(frame.playbook, deal, frame.today));
    stands.item(say(Phrase::summary_position, {{"position", position_words(deal.position.claimed)}}));
    if (handover.reading.index) stands.item(index_sentence(*handover.reading.index));
    add_people(paper, frame, deal, handover);
    add_promises(paper, frame, deal, handover);
    add_steps(paper, frame, deal, handover);
    add_risks(paper, frame, deal, handover);
    add_unknowns(paper, frame, deal, handover);
    add_evidence(paper, deal, handover);
    return paper;
}

}  // namespace views
