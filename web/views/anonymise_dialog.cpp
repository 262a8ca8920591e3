#include "views/anonymise_dialog.h"

#include "ui/widgets.h"
#include "views/compass_parts.h"

#include <algorithm>
#include <limits>
#include <string>

namespace views {

using namespace compass;
using namespace ui;

namespace {

Workspace part_of(const Workspace& workspace, const Id& id) {
    const Box<Deal>* deal = find_box(workspace, id);
    if (!deal) return workspace;
    Workspace part;
    for (const Box<Customer>& customer : workspace.customers)
        if (customer->id == (*deal)->customer) part.customers.push_back(customer);
    part.deals.push_back(*deal);
    part.playbook = workspace.playbook;
    return part;
}

const Anonymised& keep_copy(const Frame& frame, AnonymiseState& state, const Id& deal) {
    const bool same = state.made && state.made->revision == frame.readings.revision() && state.made->deal == deal &&
                      state.made->options.amounts == state.amounts && state.made->options.dates == state.dates &&
                      state.made->options.random == state.random;
    if (!same) {
        const AnonymiseOptions options{state.amounts, state.dates, state.random};
        state.made = AnonymiseState::Made{frame.readings.revision(), deal, options, anonymised(part_of(frame.workspace, deal), options)};
        std::vector<StandIn>& all = state.made->copy.replaced;
        std::stable_sort(all.begin(), all.end(), [](const StandIn& a, const StandIn& b) { return a.kind < b.kind; });
    }
    return state.made->copy;
}

constexpr int all_lines = std::numeric_limits<int>::max();  // whoever sends a copy has to have seen each word

// Of many only those in sight.
float draw_stand_ins(const std::vector<StandIn>& all, const Rect& area, float y) {
    const Palette& colours = palette();
    const std::string_view name = say(Phrase::anonymise_replaced);
    const Font bold = type(Type::body, Face::bold), font = type(Type::body);
    heading({area.x, y, area.width, section_height()}, type(Type::section), name, 3, colours.text);
    y += section_height() + px(4);
    const float height = row_height();
    const Rect rows = {area.x, y, area.width, height * static_cast<float>(all.size())};
    const Group list(ui::Role::list, "stand-ins", name, rows);
    const float half = std::floor(area.width * 0.5f), counts = px(56);
    const float seen = ImGui::GetScrollY() - (y - area.y);
    const auto first = static_cast<std::size_t>(std::clamp((seen - area.height) / height, 0.0f, static_cast<float>(all.size())));
    const auto end = static_cast<std::size_t>(std::clamp((seen + 2 * area.height) / height, 0.0f, static_cast<float>(all.size())));
    for (std::size_t i = first; i < end; ++i) {
        const StandIn& one = all[i];
        const Rect row = {area.x, y + height * static_cast<float>(i), area.width, height};
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "stand-in", "", row);
        reading("words", row,
                say(Phrase::anonymise_row,
                    {{"name", one.name}, {"stand_in", one.stand_in}, {"count", whole(static_cast<long long>(one.count))}}));
        ImGui::PopID();
        draw_text_in({row.x, row.y, half - px(10), row.height}, font, colours.text2, one.name);
        draw_text_in({row.x + half, row.y, half - counts, row.height}, bold, colours.text, one.stand_in);
        draw_text_in({right(row) - counts, row.y, counts, row.height}, type(Type::caption), colours.text3,
                     "\u00D7 " + whole(static_cast<long long>(one.count)), Align::right);
        hairline({row.x, bottom(row)}, {right(row), bottom(row)}, with_alpha(colours.line, 0.6f));
    }
    return rows.height + section_height() + px(14);
}

float draw_unsure(const std::vector<std::string>& unsure, const Rect& area, float y) {
    const float from = y;
    const std::string_view name = say(Phrase::anonymise_unsure);
    const Palette& colours = palette();
    const float height = paragraph_height(type(Type::section), name, area.width);
    heading({area.x, y, area.width, height}, name, 3);
    draw_paragraph({area.x, y, area.width, height}, type(Type::section), colours.text, name);
    y += height + px(6);
    if (unsure.empty()) {
        y += paragraph({area.x, y, area.width, 0}, type(Type::body), colours.text2, say(Phrase::anonymise_unsure_none));
    } else {
        y += paragraph({area.x, y, area.width, 0}, type(Type::body), colours.text2, say(Phrase::anonymise_unsure_help)) + px(6);
        std::string words;
        for (const std::string& one : unsure) words += (words.empty() ? "" : say(Phrase::import_line_separator)) + one;
        y += paragraph({area.x, y, area.width, 0}, type(Type::body, Face::bold), colours.text, words, all_lines);
    }
    return y + px(14) - from;
}

float choose_numbers(AnonymiseState& state, const Rect& area, float y) {
    const float from = y;
    const auto place = [&](std::string_view id, Phrase words, bool& on) {
        const float width = std::min(area.width, check_width(say(words)) + px(4));
        check(id, {area.x, y, width, control_height()}, say(words), on);
        y += control_height() + px(2);
    };
    place("amounts", Phrase::anonymise_amounts, state.amounts);
    place("dates", Phrase::anonymise_dates, state.dates);
    return y + px(10) - from;
}

}  // namespace

bool draw_anonymise(const Frame& frame, AnonymiseState& state, const Id& deal) {
    const Anonymised& copy = keep_copy(frame, state, deal);
    Rect content;
    bool stays = begin_dialog("anonymise", say(Phrase::anonymise_title), px(640), px(620), content);
    Rect buttons = cut_bottom(content, control_height(), px(16));
    const Rect view = begin_scroll("copy", content);
    const Rect area = {view.x + px(2), view.y, view.width - px(16), view.height};
    float y = area.y;
    if (copy.left.empty()) {
        y += paragraph({area.x, y, area.width, 0}, type(Type::body), palette().text2, say(Phrase::anonymise_help)) + px(10);
    } else {
        std::string names;
        for (const std::string& one : copy.left) names += (names.empty() ? "" : say(Phrase::import_line_separator)) + one;
        y += paragraph({area.x, y, area.width, 0}, type(Type::body, Face::bold), palette().negative,
                       say(Phrase::anonymise_left, {{"names", names}})) +
             px(10);
    }
    y += choose_numbers(state, area, y);
    y += draw_unsure(copy.unsure, area, y);
    if (copy.dropped > 0)
        y += paragraph({area.x, y, area.width, 0}, type(Type::body), palette().text2,
                       say(Phrase::anonymise_dropped, {{"count", whole(static_cast<long long>(copy.dropped))}})) +
             px(14);
    if (!copy.replaced.empty()) y += draw_stand_ins(copy.replaced, area, y);
    end_scroll(y - view.y);

    const bool can = copy.left.empty();
    const std::string done = say(can ? Phrase::anonymise_download : Phrase::close);
    const auto [cancel_cell, done_cell] = cut_right<2>(buttons, {can ? button_width(say(Phrase::cancel)) : 0, button_width(done)}, px(10));
    if (can && button("cancel", cancel_cell, say(Phrase::cancel))) stays = false;
    if (button("done", done_cell, done, ButtonKind::primary)) {
        if (can) frame.wish(DownloadAnonymous{});
        stays = false;
    }
    end_dialog();
    return stays;
}

}  // namespace views
