// Where the deal stands, and what speaks for it and against it (methodology §3).
#include "session/clean_text.h"
#include "session/edit.h"
#include "session/limits.h"

namespace compass {
namespace {

void move_to(Deal& deal, Axis axis, int level) {
    deal.position.claimed = with_level(deal.position.claimed, axis, std::clamp(level, 0, level_count - 1));
}

}  // namespace

void apply(Edit& edit, const SetLevel& action) {
    edit.reason = action.reason;
    if (Deal* deal = edit.deal(action.deal)) move_to(*deal, action.axis, action.level);
}

void apply(Edit& edit, const SetPosition& action) {
    edit.reason = action.reason;
    if (Deal* deal = edit.deal(action.deal)) deal->position.claimed = action.position;
}

void apply(Edit& edit, const PutEvidence& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    std::vector<Evidence>& facts = evidence_of(deal->position, action.axis);
    if (!action.evidence.id && facts.size() >= entries_at_most) return;
    edit.reason = action.evidence.text;
    if (put_entry(facts, action.evidence) && action.level) move_to(*deal, action.axis, *action.level);
}

void apply(Edit& edit, const RemoveEvidence& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_entry(evidence_of(deal->position, action.axis), action.evidence);
}

void apply(Edit& edit, const NoteGutFeel& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    std::vector<GutFeel>& notes = deal->gut_feel;
    if (notes.empty() || notes.back().date != edit.today) append(notes, {.date = edit.today});
    notes.back().value = action.value;
    notes.back().note = action.note;
}

void apply(Edit& edit, const PutAlternative& action) {
    if (Deal* deal = edit.deal(action.deal)) put_entry(deal->alternatives, action.alternative);
}

void apply(Edit& edit, const RemoveAlternative& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_entry(deal->alternatives, action.alternative);
}

void apply(Edit& edit, const PutCompellingEvent& action) {
    if (Deal* deal = edit.deal(action.deal)) put_plain(deal->compelling_events, action.event, action.before);
}

void apply(Edit& edit, const RemoveCompellingEvent& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_plain(deal->compelling_events, action.event);
}

}  // namespace compass
