// What was noted after a visit becomes part of the deal, as one step (methodology §9).
#include "session/clean_text.h"
#include "session/edit.h"
#include "session/limits.h"

namespace compass {
namespace {

Evidence fact_of(const VisitLine& line, Date today) {
    Evidence fact;
    fact.text = line.words.empty() ? line.typed : line.words;
    fact.date = std::min(line.date.value_or(today), today);
    fact.source = line.who;
    fact.direction = line.direction, fact.certainty = line.certainty;
    return fact;
}

void add_fact(Edit& edit, Deal& deal, const VisitLine& line) {
    std::vector<Evidence>& facts = evidence_of(deal.position, *line.axis);
    Evidence fact = fact_of(line, edit.today);
    fact.sign = line.sign;
    if (line.level) {
        deal.position.claimed = with_level(deal.position.claimed, *line.axis, std::clamp(*line.level, 0, level_count - 1));
        edit.reason += (edit.reason.empty() ? "" : "\n") + fact.text;
    }
    if (!line.words.empty() && facts.size() < entries_at_most) facts.push_back(std::move(fact));
}

void add_answer(const Edit& edit, Deal& deal, const VisitLine& line) {
    Answer& answer = answer_of(deal, *line.question);
    answer.text = line.words;
    if (answer.evidence.size() < entries_at_most) answer.evidence.push_back(fact_of(line, edit.today));
}

void rate(const Edit& edit, Deal& deal, const VisitLine& line, const Id& met) {
    Person* person = find_entry(deal.people, line.who);
    if (!person) return;
    person->support = line.support;
    if (line.words.empty() || person->support_evidence.size() >= entries_at_most) return;
    Evidence grounds = fact_of(line, edit.today);
    grounds.source = met;
    person->support_evidence.push_back(std::move(grounds));
}

void add_task(Deal& deal, const VisitLine& line) {
    Task task;
    task.what = line.words, task.owner = deal.owner, task.person = line.who, task.due = line.date;
    deal.tasks.push_back(std::move(task));
}

void add_line(Edit& edit, Deal& deal, const VisitLine& line, const Id& met) {
    if (lack_of(line) != LineLack::nothing) return;
    switch (line.kind) {
        case LineKind::unread: break;
        case LineKind::fact: return add_fact(edit, deal, line);
        case LineKind::answer: return add_answer(edit, deal, line);
        case LineKind::support: return rate(edit, deal, line, met);
        case LineKind::task: return add_task(deal, line);
        case LineKind::person:
            deal.people.push_back(line.person);
            deal.people.back().id = {}, deal.people.back().support_trail.clear();
            if (!deal.people.back().since) deal.people.back().since = edit.today;
            return;
        case LineKind::event: return deal.compelling_events.push_back({*line.date, line.words, {}, {}});
        case LineKind::story:
            return deal.story.push_back(
                {std::min(line.date.value_or(edit.today), edit.today), line.words.empty() ? line.typed : line.words, {}});
    }
}

}  // namespace

LineLack lack_of(const VisitLine& line) {
    switch (line.kind) {
        case LineKind::unread: return LineLack::kind;
        case LineKind::fact:
            if (!line.axis) return LineLack::axis;
            return line.words.empty() && !line.level ? LineLack::words : LineLack::nothing;
        case LineKind::answer:
            if (!line.question) return LineLack::question;
            return line.words.empty() ? LineLack::words : LineLack::nothing;
        case LineKind::support: return !line.who ? LineLack::who : !line.support ? LineLack::support : LineLack::nothing;
        case LineKind::task: return line.words.empty() ? LineLack::words : LineLack::nothing;
        case LineKind::person: return line.person.name.empty() ? LineLack::name : LineLack::nothing;
        case LineKind::event: return !line.date ? LineLack::date : line.words.empty() ? LineLack::words : LineLack::nothing;
        case LineKind::story: break;
    }
    return LineLack::nothing;
}

void apply(Edit& edit, const RecordVisit& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    if (Person* met = find_entry(deal->people, action.met); met && met->id) {
        met->contact.last = std::max(met->contact.last.value_or(edit.today), edit.today);
        met->contact.ladder = std::max(met->contact.ladder, ContactLadder::connected);
    }
    for (const VisitLine& line : action.lines) add_line(edit, *deal, line, action.met);
}

}  // namespace compass
