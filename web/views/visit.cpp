#include "views/visit.h"

#include "views/deal_header.h"
#include "views/people_words.h"
#include "views/visit_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// The card on the left, what was heard on the right.
void draw_wide(const Frame& frame, VisitState& state, const Box<Deal>& deal, Rect area) {
    const Rect side = cut_right(area, std::round(std::clamp(area.width * 0.38f, px(420), px(560))));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), palette().panel);
    hairline({side.x, side.y}, {side.x, bottom(side)}, palette().line);
    {
        const Rect view = begin_scroll("card", area, ui::Role::group, true);
        end_scroll(draw_visit_card(frame, state, *deal, view));
    }
    const Group note(ui::Role::complementary, "note", say(Phrase::visit_note_title), side);
    const Rect view = begin_scroll("note-scroll", {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
    end_scroll(draw_visit_note(frame, state, deal, view));
}

void draw_copy(const Frame& frame, const VisitState& state, const Rect& area) {
    if (state.person && button("copy-card", area, say(Phrase::card_copy))) frame.wish(CopyText{state.kept.words.text});
}

float own_width(const VisitState& state) { return state.person ? button_width(say(Phrase::card_copy)) : 0; }

std::string save_words(int ready) {
    return ready > 0 ? say(Phrase::visit_save, {{"count", whole(ready)}}) : std::string(say(Phrase::visit_save_none));
}

void draw_bar(const Frame& frame, VisitState& state, const Deal& deal, Rect area) {
    if (!state.noting) {
        const Rect copy = cut_left(area, std::min(std::round(area.width * 0.45f), own_width(state)), px(10));
        draw_copy(frame, state, copy);
        if (button("to-note", area, say(Phrase::visit_note_title), ButtonKind::primary)) state.noting = true;
        return;
    }
    const int ready = state.draft().ready();
    if (button("visit-save", area, save_words(ready), ButtonKind::primary, ready > 0)) save_visit(frame, state, deal);
}

void draw_visit_phone(const Frame& frame, VisitState& state, const Box<Deal>& deal, Rect area) {
    const bool lies = is_lying(area);
    const float buttons = px(210);
    const PhoneHeader header =
        draw_phone_header(frame, state.renaming, deal, Screen::visit, cut_top(area, phone_header_height(lies)), lies ? buttons : 0);
    if (header.back) frame.wish(GoToDeals{});
    if (lies) {
        draw_bar(frame, state, *deal, header.buttons);
    } else {
        const Rect bar = cut_bottom(area, px(68));
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(bar), bottom_right(bar), palette().panel);
        hairline(top_left(bar), {right(bar), bar.y}, palette().line);
        draw_bar(frame, state, *deal, inset(bar, px(16), px(12)));
    }
    const std::array<std::string_view, 2> parts = {say(Phrase::visit_before), say(Phrase::visit_after)};
    const Rect choice = inset(cut_top(area, control_height() + px(16)), px(16), px(8));
    state.noting = segment("visit-part", choice, say(Phrase::tab_visit), parts, state.noting) == 1;
    const Rect view = begin_scroll(state.noting ? "note" : "card", area, ui::Role::group, !state.noting);
    end_scroll(state.noting ? draw_visit_note(frame, state, deal, view) : draw_visit_card(frame, state, *deal, view));
}

}  // namespace

VisitDraft& VisitState::draft() {
    const auto found = std::find_if(drafts.begin(), drafts.end(), [&](const VisitDraft& one) { return one.deal == deal; });
    if (found != drafts.end()) return *found;
    drafts.emplace_back().deal = deal;
    return drafts.back();
}

bool VisitState::holds_work() const {
    return renaming.deal || std::any_of(drafts.begin(), drafts.end(), [](const VisitDraft& draft) { return draft.holds_work(); });
}

void keep_visit(const Frame& frame, VisitState& state, const Box<Deal>& deal) {
    KeptVisit& kept = state.kept;
    const DealReading& reading = frame.readings.of(deal);
    const bool same = kept.deal && kept.deal->same(deal) && kept.readings == frame.readings.version() && kept.language == language();
    if (same && kept.person == state.person) return;
    if (!same) {
        const Customer* customer = frame.customer_of(*deal);
        kept.order = whom_to_visit(*deal, next_best_steps(*deal, customer, frame.playbook, frame.today));
        kept.deal = deal, kept.readings = frame.readings.version(), kept.language = language();
    }
    if (!find_person(*deal, state.person)) state.person = kept.order.empty() ? Id{} : kept.order.front().person;
    kept.person = state.person;
    kept.words = {};
    const Person* person = find_person(*deal, state.person);
    if (!person) return;
    kept.card = read_visit_card(*deal, reading.index ? reading.index->unknowns : std::vector<Unknown>{}, person->id, frame.today);
    kept.words = card_words(frame, deal, *person, kept.card);
}

void draw_visit_screen(Frame& frame, VisitState& state, const Box<Deal>& deal, Rect area) {
    if (state.deal != deal->id) {
        std::erase_if(state.drafts, [](const VisitDraft& draft) { return !draft.holds_work(); });
        state.deal = deal->id, state.person = {}, state.noting = false, state.renaming = {}, state.preview = {};
    }
    keep_visit(frame, state, deal);
    if (scale() == Scale::phone) return draw_visit_phone(frame, state, deal, area);
    if (!frame.presents) {
        const DealHeader header(frame, deal, Screen::visit, cut_top(area, deal_header_height()), nullptr, own_width(state));
        draw_copy(frame, state, header.buttons);
    }
    draw_wide(frame, state, deal, area);
}

}  // namespace views
