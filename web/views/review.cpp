#include "views/review.h"

#include "views/deal_words.h"
#include "views/review_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void draw_review_head(const Frame& frame, Rect head) {
    const bool phone = scale() == Scale::phone;
    const float small = phone ? control_height() : px(32);
    const auto [undo, redo] = cut_right<2>(head, {small, small}, px(8));
    if (icon_button("undo", middle(undo, small), say(Phrase::undo), paint_icon<draw::Icon::undo>, frame.can_undo)) frame.wish(Undo{});
    if (icon_button("redo", middle(redo, small), say(Phrase::redo), paint_icon<draw::Icon::redo>, frame.can_redo)) frame.wish(Redo{});
    const std::string words = phone ? std::string() : say(Phrase::review_about, {{"day", date_long(frame.today)}});
    draw_screen_title(frame, head, say(Phrase::review_title), words);
}

std::string with_count(Phrase phrase, std::size_t count) {
    std::string words = say(phrase);
    if (count > 0 && scale() != Scale::phone) words += " " + whole(static_cast<long long>(count));
    return words;
}

}  // namespace

ReviewEdition edition_of(const Frame& frame) { return {frame.readings.revision(), &frame.playbook, frame.today, language(), frame.week}; }

bool ReviewState::holds_work() const {
    const auto works = [](const auto& draft) { return draft.holds_work(); };
    return std::any_of(plan.drafts.begin(), plan.drafts.end(), works) || std::any_of(meeting.drafts.begin(), meeting.drafts.end(), works) ||
           !meeting.task_line.empty();
}

void open_handover(ReviewState& state, const Id& deal) {
    state.tab = ReviewTab::handover;
    if (state.handover.deal != deal) state.handover.to.clear();
    state.handover.deal = deal;
}

void draw_review(Frame& frame, ReviewState& state, Rect area) {
    const bool phone = scale() == Scale::phone;
    keep_plan(frame, state.plan), keep_queue(frame, state.queue);
    const Rect head = cut_top(area, px(phone ? 56 : 64)), tabs = cut_top(area, phone ? control_height() : px(40));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(head), bottom_right(tabs), palette().panel);
    draw_review_head(frame, inset(head, px(phone ? 14 : 24), 0));
    const std::array<std::string, 4> words = {with_count(Phrase::review_tab_actions, state.plan.plan.tasks.size()),
                                              with_count(phone ? Phrase::review_tab_due_short : Phrase::review_tab_due, state.queue.due),
                                              std::string(say(Phrase::review_tab_meeting)), std::string(say(Phrase::review_tab_handover))};
    std::array<std::string_view, 4> views;
    std::copy(words.begin(), words.end(), views.begin());
    state.tab = static_cast<ReviewTab>(tab_strip("tabs", tabs, say(Phrase::review_title), views, static_cast<int>(state.tab)));
    switch (state.tab) {
        case ReviewTab::actions: return draw_review_actions(frame, state.plan, area);
        case ReviewTab::due: return draw_review_due(frame, state, area);
        case ReviewTab::meeting: return draw_review_meeting(frame, state, area);
        case ReviewTab::handover: return draw_review_handover(frame, state.handover, area);
    }
}

}  // namespace views
