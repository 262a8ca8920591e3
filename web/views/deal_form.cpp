#include "views/deal_form.h"

#include "model/text.h"
#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

struct Checked {
    std::optional<Money> amount;
    std::optional<Date> signing_date;
    std::string customer_error, name_error, sentence_error, unit_error, owner_error, reason_error, amount_error, date_error;
    bool name_missing = false;
    bool fine() const {
        for (const std::string* error :
             {&customer_error, &name_error, &sentence_error, &unit_error, &owner_error, &reason_error, &amount_error, &date_error})
            if (!error->empty()) return false;
        return !name_missing;
    }
};

bool blank(const std::string& text) { return text.find_first_not_of(" \t\n") == text.npos; }

// No file may hold more; update() would cut it.
std::string too_long(const std::string& text, std::size_t most) {
    return length_of(trimmed(text)) > most ? say(Phrase::error_too_long, {{"detail", std::to_string(most)}}) : "";
}

Checked check_form(const DealFormState& state, Date today, Currency currency) {
    Checked checked;
    checked.name_missing = blank(state.fields.name) && blank(state.fields.customer);
    if (!blank(state.fields.amount)) {
        const TypedMoney typed = read_typed_money(state.fields.amount, currency);
        checked.amount = typed.money, checked.amount_error = amount_fault_sentence(typed);
    }
    if (!blank(state.fields.signing_date))
        checked.signing_date = read_typed_date(state.fields.signing_date, today),
        checked.date_error = checked.signing_date ? "" : say(Phrase::form_date_wrong);
    checked.customer_error = too_long(state.fields.customer, name_length_at_most);
    checked.name_error = too_long(state.fields.name, name_length_at_most);
    checked.sentence_error = too_long(state.fields.sentence, prose_length_at_most);
    checked.unit_error = too_long(state.fields.unit, name_length_at_most);
    checked.owner_error = too_long(state.fields.owner, name_length_at_most);
    checked.reason_error = too_long(state.fields.reason, prose_length_at_most);
    if (state.tried && checked.name_missing) checked.customer_error = say(Phrase::form_name_missing);
    return checked;
}

// Keeps what the form does not show.
Objective objective_of(const DealFormState& state, const Checked& checked, const Objective& before) {
    Objective objective = before;
    objective.sentence = state.fields.sentence;
    objective.unit = state.fields.unit;
    objective.amount = checked.amount;
    objective.signing_date = checked.signing_date;
    return objective;
}

// Fields two by two, or one by one where the dialog is narrow.
class Grid {
  public:
    Grid(const Rect& area, bool narrow) : area_(area), narrow_(narrow) {}
    Rect next(float height) {
        if (narrow_) return cut_top(area_, height, px(10));
        if (second_) {
            second_ = false;
            const Rect cell = column(row_, 1, 2, px(16));
            return cell;
        }
        second_ = true;
        row_ = cut_top(area_, height, px(10));
        return column(row_, 0, 2, px(16));
    }
    Rect full(float height) { return second_ = false, cut_top(area_, height, px(10)); }
    float y() const { return area_.y; }

  private:
    Rect area_, row_;
    bool narrow_, second_ = false;
};

// In two rows where one would leave a thumb too little.
std::size_t choices_across(std::size_t count, float width) {
    const bool fits = scale() != Scale::phone || width / static_cast<float>(count) >= px(50);
    return fits ? count : (count + 1) / 2;
}
float choices_height(std::size_t count, float width) {
    return px(22) + (choices_across(count, width) < count ? 2 * control_height() + px(6) : control_height());
}

// Pressing the one that is chosen drops the choice.
void choices(std::string_view id, Rect rect, std::string_view name, std::span<const std::string> words, int& chosen) {
    draw_text_in(cut_top(rect, px(22)), type(Type::caption), palette().text2, name);
    Radios radios(id, name, rect, chosen);
    ImGui::PushID(id.data(), id.data() + id.size());
    const int count = static_cast<int>(words.size()), across = static_cast<int>(choices_across(words.size(), rect.width));
    bool dropped = false;
    for (int i = 0; i < count; ++i) {
        const int line = i / across;
        const float y = rect.y + static_cast<float>(line) * (control_height() + px(6));
        const Rect cell = column({rect.x, y, rect.width, control_height()}, i % across, across, px(6));
        dropped |= radios.chip(cell, words[static_cast<std::size_t>(i)]) && i == chosen;
    }
    ImGui::PopID();
    chosen = dropped ? -1 : radios.chosen();
}

void submit(const Frame& frame, DealFormState& state, const Checked& checked) {
    if (!state.deal) {
        frame.act(CreateDeal{state.fields.customer, state.fields.name, state.fields.owner, objective_of(state, checked, {}),
                             state.fields.position});
    } else if (const Deal* deal = find_deal(frame.workspace, state.deal)) {
        frame.act(EditDeal{state.deal, state.fields.customer, state.fields.name, state.fields.owner,
                           objective_of(state, checked, deal->objective), state.fields.kind, deal->lead_channel, state.fields.funnel_stage,
                           state.fields.reason});
    }
    state.saved = true;
}

}  // namespace

std::string amount_fault_sentence(const TypedMoney& typed) {
    const Currency& currency = typed.money.currency;
    switch (typed.fault) {
        case AmountFault::none: return {};
        case AmountFault::unreadable: return say(Phrase::form_amount_wrong);
        case AmountFault::negative: return say(Phrase::form_amount_negative);
        case AmountFault::too_large: return say(Phrase::form_amount_too_large, {{"most", money({minor_units_at_most, currency})}});
        case AmountFault::too_precise: return say(Phrase::form_amount_too_precise, {{"least", typed_money({1, currency}, false)}});
    }
    return {};
}

void open_new_deal(DealFormState& state) { state = {.first_frame = true}; }

void open_edit_deal(DealFormState& state, const Deal& deal, const Customer* customer) {
    open_new_deal(state);
    state.deal = deal.id;
    state.fields.customer = customer ? customer->name : "";
    state.fields.name = deal.name, state.fields.owner = deal.owner, state.fields.sentence = deal.objective.sentence,
    state.fields.unit = deal.objective.unit;
    if (deal.objective.amount) state.fields.amount = typed_money(*deal.objective.amount, language() == Language::zh);
    if (deal.objective.signing_date) state.fields.signing_date = format(*deal.objective.signing_date);
    state.fields.kind = deal.kind, state.fields.funnel_stage = deal.funnel_stage, state.fields.position = deal.position.claimed;
    state.opened = state.fields;
}

bool draw_deal_form(const Frame& frame, DealFormState& state) {
    const bool fresh = !state.deal;
    const Deal* deal = find_deal(frame.workspace, state.deal);
    const Currency currency = deal && deal->objective.amount ? deal->objective.amount->currency : frame.currency;
    const Checked checked = check_form(state, frame.today, currency);

    Rect content;
    bool stays = begin_dialog("deal-form", say(fresh ? Phrase::form_new_deal : Phrase::form_edit_deal), px(640),
                              px(scale() == Scale::phone ? 800
                                 : fresh                 ? 560
                                                         : 600),
                              content);
    Rect buttons = cut_bottom(content, control_height(), px(16));
    const Rect area = begin_scroll("fields", content);
    Grid grid({area.x + px(3), area.y, area.width - px(14), area.height}, area.width < px(480));
    // The cells of one row are as high as the higher one.
    const auto high = [](const std::string& one, const std::string& other = {}) {
        return field_height({.error = one.empty() ? other : one});
    };

    const auto field = [&](const char* id, const Rect& cell, Phrase name, std::string& value, const char* hint, const std::string& error) {
        const bool first = &value == &state.fields.customer;
        text_field(id, cell, say(name), value, {.hint = hint, .error = error, .take_focus = first && state.first_frame});
    };
    DealFields& fields = state.fields;
    field("customer", grid.next(high(checked.customer_error, checked.name_error)), Phrase::form_customer, fields.customer,
          say(Phrase::form_customer_hint), checked.customer_error);
    field("name", grid.next(high(checked.customer_error, checked.name_error)), Phrase::form_name, fields.name, say(Phrase::form_name_hint),
          checked.name_error);
    field("sentence", grid.full(high(checked.sentence_error)), Phrase::form_objective, fields.sentence, say(Phrase::form_objective_hint),
          checked.sentence_error);
    field("amount", grid.next(high(checked.amount_error, checked.date_error)), Phrase::form_amount, fields.amount,
          say(Phrase::form_amount_hint), checked.amount_error);
    field("date", grid.next(high(checked.amount_error, checked.date_error)), Phrase::form_signing_date, fields.signing_date,
          say(Phrase::form_signing_date_hint), checked.date_error);
    field("unit", grid.next(high(checked.unit_error, checked.owner_error)), Phrase::form_unit, fields.unit, say(Phrase::form_unit_hint),
          checked.unit_error);
    field("owner", grid.next(high(checked.unit_error, checked.owner_error)), Phrase::form_owner, fields.owner, "", checked.owner_error);
    if (fresh) {
        Rect title = grid.full(px(26));
        draw_text_in(title, type(Type::section), palette().text, say(Phrase::form_position));
        position_picker("position", grid.full(position_picker_height(title.width)), state.fields.position);
    } else {
        const std::array<std::string, 3> kinds = {say(Phrase::kind_repeat), say(Phrase::kind_new_product), say(Phrase::kind_new_customer)};
        int kind = static_cast<int>(state.fields.kind) - 1;
        choices("kind", grid.full(choices_height(kinds.size(), area.width)), say(Phrase::form_kind), kinds, kind);
        state.fields.kind = static_cast<DealKind>(kind + 1);
        std::array<std::string, funnel_stage_count> stages;
        for (int i = 0; i < funnel_stage_count; ++i) stages[static_cast<std::size_t>(i)] = "P" + std::to_string(i + 1);
        int stage = static_cast<int>(state.fields.funnel_stage);
        const std::string shown =
            std::string(say(Phrase::form_funnel_stage)) + " \u00B7 " + funnel_words(frame.playbook, state.fields.funnel_stage);
        choices("funnel", grid.full(choices_height(stages.size(), area.width)), shown, stages, stage);
        state.fields.funnel_stage = static_cast<FunnelStage>(std::max(stage, 0));
        if (deal && objective_of(state, checked, deal->objective) != deal->objective)
            field("reason", grid.full(high(checked.reason_error)), Phrase::form_reason, fields.reason, say(Phrase::form_reason_hint),
                  checked.reason_error);
    }
    end_scroll(grid.y() - area.y);

    const std::string done = say(fresh ? Phrase::form_create : Phrase::form_save);
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) && ImGui::GetIO().KeyCtrl;
    const auto [cancel_cell, done_cell] = cut_right<2>(buttons, {button_width(say(Phrase::cancel)), button_width(done)}, px(10));
    if (button("cancel", cancel_cell, say(Phrase::cancel))) stays = false;
    if (button("done", done_cell, done, ButtonKind::primary) || enter) {
        state.tried = true;
        if (checked.fine()) submit(frame, state, checked);
    }
    end_dialog();
    state.first_frame = false;
    return stays && !state.saved;
}

}  // namespace views
