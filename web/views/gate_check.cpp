#include "views/gate_check.h"

#include "reading/gates.h"
#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// The deal as it would be: what it owes then.
Deal moved_to(Deal deal, FunnelStage to) {
    deal.funnel_stage = to;
    return deal;
}

float draw_owed_item(const Rect& rest, const GateItemText& item, GateState state) {
    const Palette& colours = palette();
    const Font font = type(Type::body);
    const std::string words = in(language(), item.text), kind = say(state == GateState::claimed ? Phrase::gate_claimed : Phrase::gate_open);
    const float side = text_width(type(Type::caption), kind) + px(16), box = px(14), indent = box + px(10);
    const float height = std::max(px(26), paragraph_height(font, words, rest.width - indent - side) + px(6));
    const Rect row = {rest.x, rest.y, rest.width, height};
    const Group entry(ui::Role::listitem, item.id, words + ", " + kind, row);
    draw_check_box({row.x, row.y + px(5), box, box}, false, false);
    draw_paragraph({row.x + indent, row.y + px(3), row.width - indent - side, height}, font, colours.text, words);
    draw_text_in({row.x, row.y + px(2), row.width, px(22)}, type(Type::caption),
                 state == GateState::claimed ? colours.text2 : colours.negative, kind, Align::right);
    return height;
}

// Every unmet item of the steps before, under its step. Returns the height it took.
float draw_owed(const Frame& frame, const Deal& deal, Rect area) {
    const float top = area.y;
    for (const FunnelStageText& stage : frame.playbook.funnel) {
        if (stage.stage >= deal.funnel_stage) continue;
        const auto is_owed = [&](const GateItemText& item) {
            const GateState state = state_of(deal, item.id);
            return state == GateState::open || state == GateState::claimed;
        };
        if (std::none_of(stage.gate.begin(), stage.gate.end(), is_owed)) continue;
        const std::string name = funnel_words(frame.playbook, stage.stage);
        heading(cut_top(area, px(28)), type(Type::body, Face::bold), name, 3, palette().text2);
        const Group list(ui::Role::list, name, name, area);
        for (const GateItemText& item : stage.gate)
            if (is_owed(item)) cut_top(area, draw_owed_item(area, item, state_of(deal, item.id)));
        cut_top(area, px(8));
    }
    return area.y - top;
}

std::string verdict(const Frame& frame, const Deal& deal, int unmet) {
    std::string words = unmet == 0 ? std::string(say(Phrase::gate_nothing_owed)) : say(Phrase::gate_owed, {{"count", whole(unmet)}});
    const int ahead = steps_ahead(deal.funnel_stage, deal.position.claimed.stage, frame.playbook);
    if (ahead > 0) words += " " + say(Phrase::gate_ahead, {{"count", whole(ahead)}, {"stage", stage_word(deal.position.claimed.stage)}});
    return words;
}

}  // namespace

bool draw_gate_check(const Frame& frame, const GateCheckState& state) {
    const Deal* now = find_deal(frame.workspace, state.deal);
    if (!now) return false;
    const Deal then = moved_to(*now, state.to);
    const std::string to = funnel_words(frame.playbook, state.to);
    Rect content;
    bool stays = begin_dialog("gate-check", say(Phrase::gate_title, {{"stage", to}}), px(600), px(560), content);
    Rect buttons = cut_bottom(content, control_height(), px(12));
    const Font strong = type(Type::strong, Face::bold);
    cut_top(
        content,
        paragraph(content, type(Type::body), palette().text2,
                  say(Phrase::gate_deal, {{"deal", deal_title(frame, *now)}, {"stage", funnel_words(frame.playbook, now->funnel_stage)}})),
        px(8));
    const int unmet = gate_debt(then, frame.playbook).unmet;
    cut_top(content, paragraph(content, strong, palette().text, verdict(frame, then, unmet)), px(8));
    const Rect rows = begin_scroll("owed", content, ui::Role::group, unmet > 0);
    end_scroll(draw_owed(frame, then, {rows.x, rows.y, rows.width - px(14), rows.height}));

    const std::string change =
        say(unmet > 0 ? Phrase::gate_change_owing : Phrase::gate_change, {{"stage", "P" + std::to_string(static_cast<int>(state.to) + 1)}});
    const Rect yes = cut_right(buttons, button_width(change), px(10)),
               no = cut_right(buttons, button_width(say(Phrase::gate_keep)), px(10));
    if (button("keep", no, say(Phrase::gate_keep))) stays = false;
    if (button("change", yes, change, ButtonKind::primary)) {
        frame.act(SetFunnelStage{state.deal, state.to});
        stays = false;
    }
    end_dialog();
    return stays;
}

}  // namespace views
