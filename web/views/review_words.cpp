// What a meeting needs to know of a deal, and what it decided, in words; the minutes.
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/findings.h"
#include "views/people_words.h"
#include "views/review_parts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array verdicts = {Phrase::verdict_go_on, Phrase::verdict_change, Phrase::verdict_resources, Phrase::verdict_step_back};

std::string dotted(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + " \u00B7 " + second;
}

// A rule that no longer speaks: nobody and no number in particular.
std::string settled_words(const Deal& deal, const Playbook& playbook, const std::string& rule) {
    for (const FindingRule& one : playbook.rules) {
        if (one.id != rule) continue;
        std::string words = in(language(), one.text);
        for (const auto& [hole, value] :
             {std::pair{std::string_view("{person}"), Phrase::review_someone}, {"{number}", Phrase::review_some}})
            for (std::size_t at = words.find(hole); at != std::string::npos; at = words.find(hole))
                words.replace(at, hole.size(), say(value));
        return words;
    }
    return text_of(Finding{.rule = rule}, deal, playbook, language());
}

void add_support(ChangeWords& words, const Deal& deal, const SupportChange& change) {
    const std::string name = change.left ? std::string(say(Phrase::review_person_gone)) : person_name(deal, change.person);
    const std::string before = support_words(change.before), after = support_words(change.after);
    MeetingChange one;
    one.name = name;
    if (change.arrived)
        one.words = say(Phrase::review_person_new, {{"support", after}});
    else if (change.left)
        one.words = say(Phrase::review_person_left, {{"support", before}});
    else
        one.words = before + " \u2192 " + after;
    if (!change.arrived && !change.left && change.before && change.after) {
        one.sign = *change.after > *change.before ? 1 : -1;
        one.difference = support_number(*change.after - *change.before);
    }
    words.changes.push_back(std::move(one));
}

void add_flags(ChangeWords& words, const Frame& frame, const Deal& deal, const ReviewChanges& changes) {
    const Playbook& playbook = frame.readings.whole_playbook();
    const Box<Deal>* box = find_box(frame.workspace, deal.id);
    for (const std::string& rule : changes.flags_raised) {
        std::string text;
        if (box) {
            frame.readings.of(*box);
            for (const Finding& flag : frame.readings.warnings_of(*box).flags)
                if (flag.rule == rule && text.empty()) text = text_of(flag, deal, playbook, language());
        }
        words.changes.push_back({say(Phrase::changes_flags_raised), text.empty() ? settled_words(deal, playbook, rule) : text, {}, -1});
    }
    // Where another rule of the same words has taken over, nothing is settled: the silence only got longer.
    const auto goes_on = [&](const std::string& rule) {
        return std::any_of(changes.flags_raised.begin(), changes.flags_raised.end(), [&](const std::string& raised) {
            return settled_words(deal, playbook, raised) == settled_words(deal, playbook, rule);
        });
    };
    for (const std::string& rule : changes.flags_settled)
        if (!goes_on(rule)) words.changes.push_back({say(Phrase::changes_flags_settled), settled_words(deal, playbook, rule), {}, 1});
}

void add_values(ChangeWords& words, const Frame& frame, const ReviewChanges& changes) {
    const auto add = [&](Phrase name, const std::string& before, const std::string& after, std::string difference = {}, int sign = 0) {
        if (before != after) words.changes.push_back({say(name), before + " \u2192 " + after, std::move(difference), sign});
    };
    add(Phrase::sheet_position, position_words(changes.position_before), position_words(changes.position_after));
    add(Phrase::form_funnel_stage, funnel_words(frame.playbook, changes.stage_before), funnel_words(frame.playbook, changes.stage_after));
    const auto amount = [](const std::optional<Money>& sum) { return sum ? money(*sum) : std::string("?"); };
    const auto day = [](const std::optional<Date>& date) { return date ? date_long(*date) : std::string("?"); };
    add(Phrase::column_amount, amount(changes.amount_before), amount(changes.amount_after));
    std::string moved;
    int sign = 0;
    if (changes.signing_before && changes.signing_after) {
        const int days = *changes.signing_after - *changes.signing_before;
        sign = days > 0 ? -1 : 1;
        moved = say(days > 0 ? Phrase::review_days_later : Phrase::review_days_earlier, {{"days", whole(std::abs(days))}});
    }
    add(Phrase::form_signing_date, day(changes.signing_before), day(changes.signing_after), moved, sign);
}

}  // namespace

ChangeWords changes_in_words(const Frame& frame, const Deal& deal) {
    ChangeWords words;
    const Customer* customer = frame.customer_of(deal);
    const auto changes = changes_until_today(deal, customer, frame.readings.whole_playbook(), frame.today);
    if (!changes) return words;
    words.since = changes->since, words.before = changes->index_before, words.after = changes->index_after;
    add_values(words, frame, *changes);
    for (const SupportChange& change : changes->support) add_support(words, deal, change);
    add_flags(words, frame, deal, *changes);
    for (const std::size_t at : changes->tasks_done) {
        const Task& task = deal.tasks[at];
        words.changes.push_back(
            {say(Phrase::changes_tasks_done), task.result.empty() ? task.what : task.what + " \u2192 " + task.result, {}, 1});
    }
    for (const std::size_t at : changes->trail) {
        const TrailStep& step = deal.trail[at];
        words.trail.push_back(dotted(dotted(date_short(step.date), position_words(step.position)), step.reason));
    }
    return words;
}

// What is still to be seen; the earliest day first.
std::vector<MeetingTask> tasks_in_words(const Frame& frame, const Deal& deal) {
    const Practice& practice = frame.readings.whole_playbook().practice;
    std::vector<MeetingTask> tasks;
    for (const PlannedTask& planned : read_plan({&deal}, practice, frame.today).tasks) {
        const Task& task = deal.tasks[planned.task];
        MeetingTask one;
        one.id = task.id, one.what = task.what, one.late = planned.overdue, one.done = planned.state == TaskState::done;
        one.due = due_words(planned, due_of(task, practice));
        one.detail = planned.owner;
        if (!task.purpose.empty()) one.detail = dotted(one.detail, say(Phrase::task_for, {{"purpose", task.purpose}}));
        one.spoken =
            one.what + say(Phrase::clause_separator) + one.due + (one.detail.empty() ? "" : say(Phrase::clause_separator) + one.detail);
        tasks.push_back(std::move(one));
    }
    return tasks;
}

// Flags and contradictions, the worst first.
std::vector<MeetingFinding> findings_in_words(const Frame& frame, const Box<Deal>& deal) {
    frame.readings.of(deal);
    const Warnings& warnings = frame.readings.warnings_of(deal);
    const Playbook& playbook = frame.readings.whole_playbook();
    std::vector<MeetingFinding> findings;
    const auto add = [&](const std::vector<Finding>& all, bool contradiction) {
        for (const Finding& finding : all) {
            const std::string words = text_of(finding, *deal, playbook, language()), step = step_of(finding, *deal, playbook, language());
            findings.push_back({words, step, finding_sentence(finding.severity, contradiction, words, step), finding.severity,
                                contradiction, way_to(finding, deal->id)});
        }
    };
    add(warnings.flags, false), add(warnings.contradictions, true);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const MeetingFinding& a, const MeetingFinding& b) { return a.severity < b.severity; });
    return findings;
}

std::string verdict_word(int verdict) { return say(verdicts[static_cast<std::size_t>(verdict)]); }

std::string result_of(int verdict, const std::string& words) {
    if (words.empty()) return verdict_word(verdict);
    return say(Phrase::verdict_result, {{"verdict", verdict_word(verdict)}, {"words", words}});
}

// In whichever language it was recorded.
MeetingDraft draft_from(const Id& deal, const Review* recorded) {
    MeetingDraft draft;
    draft.deal = deal;
    if (!recorded) return draft;
    draft.words = recorded->result;
    for (const Language spoken : {Language::zh, Language::en})
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            const std::string_view word = phrase_text(spoken, verdicts[i]);
            if (draft.verdict >= 0 || !draft.words.starts_with(word)) continue;
            draft.verdict = static_cast<int>(i);
            draft.words.erase(0, word.size());
            for (const std::string_view sign : {"\uFF1A", ": "})
                if (draft.words.starts_with(sign)) draft.words.erase(0, sign.size());
        }
    draft.verdict_before = draft.verdict, draft.words_before = draft.words;
    return draft;
}

Paper minutes_of(const Frame& frame, const std::vector<Id>& agenda) {
    std::map<Id, const Deal*> left;
    for (const Box<Deal>& deal : frame.workspace.deals) left.emplace(deal->id, &*deal);
    std::vector<const Deal*> deals, open;
    for (const Id& id : agenda) {
        const auto found = left.find(id);
        if (found == left.end()) continue;
        (review_of_today(*found->second, frame.today) ? deals : open).push_back(found->second);
        left.erase(found);
    }
    for (const Box<Deal>& deal : frame.workspace.deals)
        if (left.contains(deal->id) && review_of_today(*deal, frame.today)) deals.push_back(&*deal);
    Paper paper;
    paper.title = say(Phrase::minutes_title);
    paper.about = say(Phrase::minutes_about, {{"day", date_long(frame.today)}, {"count", whole(static_cast<long long>(deals.size()))}});
    for (std::size_t i = 0; i < deals.size(); ++i) {
        const Deal& deal = *deals[i];
        PaperSection& section = paper.sections.emplace_back();
        section.title = whole(static_cast<long long>(i) + 1) + ". " + deal_title(frame, deal);
        section.plain(basics_line(frame.playbook, deal, frame.today));
        section.strong(say(Phrase::minutes_decision, {{"result", review_of_today(deal, frame.today)->result}}));
        const ChangeWords changes = changes_in_words(frame, deal);
        section.plain(changes.since ? say(Phrase::minutes_since, {{"date", date_long(*changes.since)}})
                                    : std::string(say(Phrase::minutes_first)));
        if (changes.before && changes.after && percent(*changes.before) != percent(*changes.after))
            section.item(say(Phrase::minutes_change, {{"name", say(Phrase::win_index)},
                                                      {"words", percent(*changes.before) + " \u2192 " + percent(*changes.after)}}));
        else if (changes.after && changes.changes.empty())
            section.item(say(Phrase::changes_none));
        for (const MeetingChange& change : changes.changes)
            section.item(
                say(Phrase::minutes_change,
                    {{"name", change.name}, {"words", change.words + (change.difference.empty() ? "" : " (" + change.difference + ")")}}));
        const std::vector<MeetingTask> tasks = tasks_in_words(frame, deal);
        section.plain(say(tasks.empty() ? Phrase::minutes_no_task : Phrase::minutes_next));
        for (const MeetingTask& task : tasks) section.item(dotted(dotted(task.due, task.what), task.detail));
    }
    if (!open.empty()) {
        PaperSection& section = paper.sections.emplace_back();
        section.title = say(Phrase::minutes_open);
        for (const Deal* deal : open) section.item(deal_title(frame, *deal));
    }
    return paper;
}

}  // namespace views
