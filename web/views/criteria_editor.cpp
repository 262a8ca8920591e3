// The team's own model of an ideal customer: what the criteria are. They stand in the playbook; one of the team's own is the default one with
// this change, and goes again when nothing differs.
#include "codec/workspace_codec.h"
#include "draw/icons.h"
#include "model/text.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::string_view own_playbook = "-team";  // behind the id of the one it was made from

std::string unused_criterion(const std::vector<Criterion>& criteria) {
    for (int number = 1;; ++number) {
        std::string id = "own_" + std::to_string(number);
        if (std::none_of(criteria.begin(), criteria.end(), [&](const Criterion& one) { return one.id == id; })) return id;
    }
}

// What the team writes is the same in both languages.
Text own_words(std::string_view words) { return {std::string(words), std::string(words)}; }

void save_criteria(const Frame& frame, CriteriaState& state) {
    Playbook changed = frame.playbook;
    changed.criteria.clear();
    for (const Criterion& one : state.criteria)
        if (!trimmed(in(language(), one.text)).empty()) changed.criteria.push_back(one);
    Playbook plain = changed;
    plain.id = default_playbook().id;
    if (plain == default_playbook()) return frame.act(SetPlaybook{});
    if (!changed.id.ends_with(own_playbook)) changed.id += own_playbook;
    frame.act(SetPlaybook{Box<Playbook>(std::move(changed))});
}

bool draw_criterion_line(CriteriaState& state, std::size_t at, Rect row, bool may_go) {
    Criterion& criterion = state.criteria[at];
    const float bin = scale() == Scale::phone ? control_height() : px(32);
    const Rect remove = cut_right(row, bin, px(8));
    const std::string number = whole(static_cast<long long>(at + 1));
    draw_text_in(cut_left(row, px(24)), type(Type::body), palette().text2, number);
    ImGui::PushID(criterion.id.c_str());
    std::string words = in(language(), criterion.text);
    const FieldOptions options{.hint = say(Phrase::criterion_hint), .take_focus = state.focus == at, .label_visible = false};
    if (text_field("words", row, say(Phrase::criterion_name, {{"number", number}}), words, options).changed)
        criterion.text = own_words(words);
    const bool gone = icon_button("remove", middle(remove, bin), say(Phrase::criterion_remove, {{"number", number}}),
                                  paint_icon<draw::Icon::close>, may_go);
    ImGui::PopID();
    return gone;
}

}  // namespace

void open_criteria(CriteriaState& state, const Playbook& playbook) {
    if (!state.holds_work()) state = {}, state.criteria = state.opened = playbook.criteria;
    state.first_frame = true;
}

bool draw_criteria(const Frame& frame, CriteriaState& state) {
    Rect content;
    bool stays = begin_dialog("criteria", say(Phrase::criteria_title), px(600), px(600), content);
    Rect buttons = cut_bottom(content, control_height(), px(12));
    cut_top(content,
            paragraph(content, type(Type::body), palette().text2,
                      say(Phrase::criteria_help, {{"least", whole(static_cast<long long>(criteria_at_least))},
                                                  {"most", whole(static_cast<long long>(criteria_at_most))}})),
            px(10));
    const Rect view = begin_scroll("criteria-lines", content);
    Column column{{view.x + px(3), view.y, view.width - px(16), view.height}, view.y + px(3)};
    std::optional<std::size_t> gone;
    for (std::size_t i = 0; i < state.criteria.size(); ++i)
        if (draw_criterion_line(state, i, column.next(control_height(), px(8)), state.criteria.size() > criteria_at_least)) gone = i;
    state.focus.reset();
    const std::string_view add = say(Phrase::criterion_add), back = say(Phrase::criteria_default);
    Rect row = column.next(control_height(), px(8));
    if (button("add", cut_left(row, button_width(add), px(8)), add, ButtonKind::secondary, state.criteria.size() < criteria_at_most)) {
        state.criteria.push_back({unused_criterion(state.criteria), {}, {}});
        state.focus = state.criteria.size() - 1;
    }
    if (state.criteria != default_playbook().criteria) {
        if (row.width < button_width(back)) row = column.next(control_height(), px(8));
        if (button("default", cut_left(row, button_width(back)), back, ButtonKind::plain)) state.criteria = default_playbook().criteria;
    }
    end_scroll(column.y - view.y);
    if (gone) state.criteria.erase(state.criteria.begin() + static_cast<std::ptrdiff_t>(*gone));

    const auto written = std::count_if(state.criteria.begin(), state.criteria.end(),
                                       [](const Criterion& one) { return !trimmed(in(language(), one.text)).empty(); });
    const bool can_save = state.holds_work() && written >= static_cast<std::ptrdiff_t>(criteria_at_least);
    const auto [cancel, save] = cut_right<2>(buttons, {button_width(say(Phrase::cancel)), button_width(say(Phrase::form_save))}, px(10));
    if (button("cancel", cancel, say(Phrase::cancel))) state = {}, stays = false;
    if (button("save", save, say(Phrase::form_save), ButtonKind::primary, can_save)) {
        save_criteria(frame, state);
        state.saved = true;
    }
    end_dialog();
    return stays && !state.saved;
}

}  // namespace views
