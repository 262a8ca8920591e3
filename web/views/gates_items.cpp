// The items of one stage's gate: what is said of each, and the facts that show it.
#include "draw/figures.h"
#include "draw/icons.h"
#include "model/text.h"
#include "model/words.h"
#include "views/deal_words.h"
#include "views/fact_form.h"
#include "views/gates_parts.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array gate_states = {GateState::open, GateState::claimed, GateState::met, GateState::not_applicable};

GateItem gate_item_of(const Deal& deal, const std::string& id) {
    const auto found = std::find_if(deal.gates.begin(), deal.gates.end(), [&](const GateItem& gate) { return gate.item == id; });
    if (found != deal.gates.end()) return *found;
    GateItem fresh;
    fresh.item = id;
    return fresh;
}

// An empty box, one with a question mark, one that is ticked, a dash: told by the shape.
void draw_gate_mark(const Rect& box, GateState state) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (state == GateState::not_applicable)
        return hairline({box.x + px(2), centre(box).y}, {right(box) - px(2), centre(box).y}, palette().text3);
    draw_check_box(box, state == GateState::met, false);
    if (state == GateState::claimed)
        list.AddText(
            type(Type::caption, Face::bold).font, type(Type::caption).size,
            {centre(box).x - text_width(type(Type::caption, Face::bold), "?") * 0.5f, centre(box).y - type(Type::caption).size * 0.5f},
            palette().negative, "?");
}

float state_width() {
    float width = 0;
    for (const GateState state : gate_states) width = std::max(width, text_width(type(Type::body), gate_state_name(state)));
    return width + px(32);
}

void draw_state_choice(const Frame& frame, GatesState& state, const Deal& deal, const KeptGateItem& item, const Rect& cell) {
    value_button("state", cell, item.words, item.state_name, "states");
    if (!begin_menu("states", item.words, {cell.x, bottom(cell) + px(2)}, std::max(cell.width, px(150)))) return;
    for (const GateState to : gate_states) {
        if (!menu_item(name_of(to), gate_state_name(to), false, to == item.state)) continue;
        GateItem changed = gate_item_of(deal, item.id);
        const bool shown = std::any_of(changed.evidence.begin(), changed.evidence.end(),
                                       [](const Evidence& fact) { return fact.direction == Direction::for_; });
        if (changed.state != to) {
            changed.state = to;
            frame.act(PutGateItem{deal.id, std::move(changed)});
        }
        if (to == GateState::met && !shown) open_gates_fact(state, item.id, {});
    }
    end_menu();
}

void draw_fact_form(Column& column, const Frame& frame, GatesState& state, const Deal& deal, const KeptGateItem& item) {
    GatesDraft& draft = begin_gates_draft(frame, state, deal);
    const float start = column.y, pad = px(14);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImDrawListSplitter splitter;
    splitter.Split(&list, 2);
    splitter.SetCurrentChannel(&list, 1);
    layer(id_of("fact-form"), 0);
    Rect area = {column.area.x + pad, column.y + px(8), std::min(column.area.width - 2 * pad, px(560)), column.area.height};
    const FactFields fields = draw_fact_fields(frame, deal, draft.fact, draft.date, std::exchange(state.first_frame, false), area);
    const bool speaks_for = draft.fact.direction == Direction::for_, meets = item.state == GateState::met;
    if (!meets && speaks_for) check("meets", cut_top(area, control_height(), px(6)), say(Phrase::gates_meets), draft.meets);
    Rect row = cut_top(area, control_height(), px(12));
    const bool saved = button("fact-save", cut_left(row, button_width(say(Phrase::form_save)), px(8)), say(Phrase::form_save),
                              ButtonKind::primary, fields.complete);
    const bool cancelled = button("fact-cancel", cut_left(row, button_width(say(Phrase::cancel)), px(8)), say(Phrase::cancel));
    const bool removed =
        draft.fact.id && button("fact-remove", cut_right(row, button_width(say(Phrase::remove))), say(Phrase::remove), ButtonKind::danger);
    splitter.SetCurrentChannel(&list, 0);
    list.AddRectFilled({column.area.x, start}, {right(column.area), area.y}, palette().raised, px(6));
    splitter.Merge(&list);
    column.y = area.y + px(8);
    if (std::exchange(state.to_form, false)) scroll_to(start - ImGui::GetWindowPos().y + ImGui::GetScrollY(), column.y - start + px(20));
    if (!saved && !cancelled && !removed) return;
    if (!cancelled) {
        GateItem changed = gate_item_of(deal, item.id);
        Evidence fact = draft.fact;
        fact.date = fields.date;
        const auto same = std::find_if(changed.evidence.begin(), changed.evidence.end(),
                                       [&](const Evidence& one) { return fact.id && one.id == fact.id; });
        if (same == changed.evidence.end())
            changed.evidence.push_back(fact);
        else if (removed)
            changed.evidence.erase(same);
        else
            *same = fact;
        if (saved && !meets && speaks_for && draft.meets) changed.state = GateState::met;
        frame.act(PutGateItem{deal.id, std::move(changed)});
    }
    forget_gates_draft(state, draft);
}

void draw_fact(Column& column, const Frame& frame, GatesState& state, const Deal& deal, const KeptGateItem& item, const KeptFact& fact) {
    const Palette& colours = palette();
    const bool open = state.open == GatesPart::fact && state.item == item.id && state.fact == fact.fact.id;
    const float indent = px(24), width = column.area.width - indent;
    const float words = paragraph_height(type(Type::body), fact.words, width),
                detail = paragraph_height(type(Type::caption), fact.detail, width);
    const Rect row = column.next(std::max(words + detail + px(4), scale() == Scale::phone ? control_height() : 0), px(4));
    const Press press = ui::press(format(fact.fact.id), row,
                                  {.name = fact.words,
                                   .description = fact.detail,
                                   .states = static_cast<std::uint32_t>(state_expandable | (open ? state_expanded : state_none)),
                                   .radius = 4});
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(6), row.y}, {right(row) + px(6), bottom(row)}, with_alpha(colours.line, 0.5f),
                                                  px(4));
    draw::certainty_bars(*ImGui::GetWindowDrawList(), {row.x, row.y + px(4)}, px(12), fact.fact.certainty);
    draw_paragraph({row.x + indent, row.y, width, 0}, type(Type::body), colours.text2, fact.words);
    draw_paragraph({row.x + indent, row.y + words, width, 0}, type(Type::caption), colours.text3, fact.detail);
    if (press.pressed && open)
        state.open.reset();
    else if (press.pressed)
        open_gates_fact(state, item.id, fact.fact.id);
    if (open && state.open) draw_fact_form(column, frame, state, deal, item);
}

bool waits(const GatesState& state, const std::string& item) {
    return std::any_of(state.drafts.begin(), state.drafts.end(), [&](const GatesDraft& draft) {
        return draft.deal == state.deal && draft.part == GatesPart::fact && draft.item == item && draft.holds_work();
    });
}

// The words, what is said of them, and below the facts; where something is only said, what that means.
void draw_item(Column& column, const Frame& frame, GatesState& state, const Deal& deal, const KeptGateItem& item) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone, writes_new = state.open == GatesPart::fact && state.item == item.id && !state.fact;
    const float top = column.y, box = px(15), indent = box + px(12), chip = state_width(), add = control_height();
    const float side = phone ? 0 : chip + add + px(14);
    const Font font = type(Type::strong);
    ImGui::PushID(item.id.c_str());
    const float words = paragraph_height(font, item.words, column.area.width - indent - side);
    const Group entry(ui::Role::listitem, "item", "", {column.area.x, top, column.area.width, words});
    const Rect row = column.next(phone ? words + px(10) : std::max(words + px(4), control_height()) + px(6));
    const float first = row.y + (phone ? px(4) : std::floor((control_height() - line_height(font)) * 0.5f));
    draw_gate_mark({row.x, first + std::floor((line_height(font) - box) * 0.5f), box, box}, item.state);
    paragraph({row.x + indent, first, row.width - indent - side, 0}, font,
              item.state == GateState::not_applicable ? colours.text3 : colours.text, item.words);
    Rect tools = {row.x + indent, row.y, row.width - indent, control_height()};
    if (phone) tools.y = column.next(control_height(), px(4)).y;
    const Rect chip_cell = phone ? cut_left(tools, std::min(chip + px(10), tools.width - add), px(6)) : cut_right(tools, chip, px(6));
    const Rect add_cell = phone ? cut_right(tools, add) : cut_right(tools, add);
    draw_state_choice(frame, state, deal, item, chip_cell);
    if (icon_button("add", add_cell, say(Phrase::gates_add_fact, {{"item", item.words}}), paint_icon<draw::Icon::plus>) && !writes_new)
        open_gates_fact(state, item.id, {});

    Column below{{row.x + indent, column.y, row.width - indent - (phone ? 0 : px(8)), column.area.height}, column.y};
    for (const KeptFact& fact : item.facts) draw_fact(below, frame, state, deal, item, fact);
    const bool shown =
        std::any_of(item.facts.begin(), item.facts.end(), [](const KeptFact& fact) { return fact.fact.direction == Direction::for_; });
    if (item.state == GateState::claimed && !shown) {
        const std::string_view why = say(item.unshown ? Phrase::gates_unshown : Phrase::gates_claimed_only);
        below.y += paragraph(below.next(0), type(Type::caption), colours.negative, why) + px(4);
    }
    if (!writes_new && waits(state, item.id))
        below.y += paragraph(below.next(0), type(Type::caption), colours.accent_text, say(Phrase::fact_unfinished)) + px(4);
    if (writes_new && state.open) draw_fact_form(below, frame, state, deal, item);
    column.y = below.y + px(8);
    hairline({column.area.x, column.y}, {right(column.area), column.y}, colours.line);
    column.y += px(8);
    ImGui::PopID();
}

}  // namespace

float draw_gate_items(const Frame& frame, GatesState& state, const Deal& deal, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    const KeptStage& stage = shown_gate(state, deal);
    Column column{area, area.y};
    const std::string title = stage.number + " " + stage.name;
    Rect head = column.next(std::max(control_height(), line_height(type(Type::title))), px(2));
    const bool moves = stage.stage != deal.funnel_stage && deal.status == DealStatus::open;
    const std::string words = say(Phrase::gates_move, {{"stage", stage.number}});
    if (moves && (!phone || text_width(type(Type::title), title) + button_width(words) + px(12) < head.width)) {
        if (button("move", middle(cut_right(head, button_width(words), px(12)), control_height()), words))
            frame.wish(CheckGate{deal.id, stage.stage});
        heading(head, type(Type::title), title, 2, colours.text);
    } else {
        heading(head, type(Type::title), title, 2, colours.text);
        const Rect below = moves ? column.next(control_height(), px(4)) : Rect{};
        if (moves && button("move", {below.x, below.y, button_width(words), below.height}, words))
            frame.wish(CheckGate{deal.id, stage.stage});
    }
    column.y += paragraph(column.next(0), type(Type::body), colours.text2, stage.summary) + px(4);
    if (const std::string& warning = stage.stage == deal.funnel_stage && !state.kept.ahead.empty() ? state.kept.ahead : stage.needs;
        !warning.empty()) {
        const float height = paragraph_height(type(Type::body), warning, column.area.width - px(52)) + px(16);
        const Rect plate = column.next(height, px(4));
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.negative_soft, px(6));
        draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {plate.x + px(20), plate.y + px(18)}, px(15), colours.negative,
                        colours.negative_soft);
        paragraph({plate.x + px(40), plate.y + px(8), plate.width - px(52), 0}, type(Type::body), colours.text, warning);
    }
    column.y += px(10);
    const std::string list_name = say(Phrase::gates_items);
    const Group list(ui::Role::list, "items", list_name, {column.area.x, column.y, column.area.width, px(200)});
    for (const KeptGateItem& item : stage.items) draw_item(column, frame, state, deal, item);
    return column.y - area.y;
}

}  // namespace views
