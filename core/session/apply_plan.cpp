// What we know, what our process asks for, who does what (methodology §4, 8–10).
#include "session/clean_text.h"
#include "session/edit.h"
#include "session/limits.h"

namespace compass {
void apply(Edit& edit, const PutAnswer& action) {
    if (Deal* deal = edit.deal(action.deal)) answer_of(*deal, action.question) = action.answer;
}

void apply(Edit& edit, const ConfirmOpportunity& action) {
    if (Deal* deal = edit.deal(action.deal)) deal->five_elements.confirmed_by = action.manager;
}

void apply(Edit& edit, const PutGateItem& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    GateItem gate = action.gate;
    gate.item = clean_name(gate.item);
    keyed_entry(deal->gates, &GateItem::item, gate.item) = gate;
}

void apply(Edit& edit, const MarkKeyAction& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    const std::string name = clean_name(action.action);
    if (action.done)
        keyed_entry(deal->key_actions, &KeyAction::action, name).done = *action.done;
    else
        std::erase_if(deal->key_actions, [&](const KeyAction& one) { return one.action == name; });
}

void apply(Edit& edit, const PutFactorAnswer& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    FactorAnswer answer = action.answer;
    answer.factor = clean_name(answer.factor);
    keyed_entry(deal->own_factors, &FactorAnswer::factor, answer.factor) = answer;  // one without a level is dropped as unfit for a file
}

void apply(Edit& edit, const PutTask& action) {
    if (Deal* deal = edit.deal(action.deal)) put_entry(deal->tasks, action.task);
}

void apply(Edit& edit, const FinishTask& action) {
    Deal* deal = edit.deal(action.deal);
    Task* task = deal ? find_entry(deal->tasks, action.task) : nullptr;
    if (!task || clean_prose(action.result).empty()) return;
    task->done = edit.today;
    task->result = action.result;
}

void apply(Edit& edit, const RemoveTask& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_entry(deal->tasks, action.task);
}

void apply(Edit& edit, const RecordReview& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    Review review = action.review;
    review.date = edit.today;
    const auto same = [&](const Review& one) { return one.date == review.date && one.kind == review.kind; };
    std::erase_if(deal->reviews, same);
    append(deal->reviews, std::move(review));
}

void apply(Edit& edit, const PutTeamMember& action) {
    if (Deal* deal = edit.deal(action.deal)) put_plain(deal->team, action.member, action.before);
}

void apply(Edit& edit, const RemoveTeamMember& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_plain(deal->team, action.member);
}

void apply(Edit& edit, const PutStoryEvent& action) {
    if (Deal* deal = edit.deal(action.deal)) put_plain(deal->story, action.event, action.before);
}

void apply(Edit& edit, const RemoveStoryEvent& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_plain(deal->story, action.event);
}

}  // namespace compass
