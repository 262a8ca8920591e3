#include "views/versions.h"

#include "ui/widgets.h"
#include "views/app.h"
#include "views/deal_words.h"
#include "views/history_words.h"
#include "views/import_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string version_title(const Snapshot& snapshot, Date today) {
    static constexpr Phrase phrases[] = {Phrase::version_before_edit, Phrase::version_before_import, Phrase::version_before_restore,
                                         Phrase::version_before_backup};
    return say(phrases[static_cast<std::size_t>(snapshot.cause)], {{"when", moment_words(snapshot.when, today)}});
}

std::string in_one_line(const std::vector<std::string>& lines) {
    std::string words;
    for (const std::string& line : lines) {
        if (!words.empty()) words += say(Phrase::import_line_separator);
        words += line;
    }
    return words;
}

void keep_versions(const Frame& frame, VersionsState& state, const History& history, const Box<Deal>& deal) {
    VersionsState::Kept& kept = state.kept;
    if (kept.deal && kept.deal->same(deal) && kept.revision == history.revision() && kept.language == language() &&
        kept.today == frame.today)
        return;
    kept = {deal, history.revision(), language(), frame.today, deal_title(frame, *deal), {}, 0};
    // The sample stands on the day it was opened on, which may not be today any more.
    const Date day = deal->teaching ? deal->teaching->today : frame.today;
    for (auto one = history.all().rbegin(); one != history.all().rend(); ++one) {
        if (one->is_deleted || one->id != deal->id) continue;
        std::optional<Workspace> content = history.read(*one);
        if (!content || content->deals.size() != 1 || content->customers.size() != 1) {
            ++kept.damaged;
            continue;
        }
        *content = set_on_day(std::move(*content), day);
        const Deal& then = *content->deals[0];
        const Deal& next = kept.rows.empty() ? *deal : *kept.rows.back().content.deals[0];
        VersionRow row{*one, {}, version_title(*one, frame.today), {}, {}};
        if (then != next) row.then = say(Phrase::version_then, {{"changes", in_one_line(difference_lines(then, next, frame.playbook))}});
        if (then != *deal) row.back = difference_lines(*deal, then, frame.playbook);
        row.content = std::move(*content);
        kept.rows.push_back(std::move(row));
    }
}

constexpr float margin = 14, arrow = 20;

// What a row takes: the head that is pressed, and beneath it what restoring would change.
struct RowHeights {
    float title, then, head, details;
};
RowHeights row_heights(const VersionRow& row, float width, bool open) {
    const Font font = type(Type::body);
    const float inside = width - px(2 * margin), beside_arrow = inside - px(arrow);
    RowHeights heights{paragraph_height(type(Type::body, Face::bold), row.title, beside_arrow), 0, 0, 0};
    if (!row.then.empty()) heights.then = paragraph_height(type(Type::caption), row.then, beside_arrow) + px(3);
    heights.head = std::max(heights.title + heights.then + px(20), control_height());
    if (!open) return heights;
    heights.details = px(14);
    if (row.back.empty()) {
        heights.details += paragraph_height(font, say(Phrase::version_same), inside);
        return heights;
    }
    heights.details += line_height(font) + px(4) + px(10) + control_height();
    for (const std::string& line : row.back) heights.details += paragraph_height(font, line, inside) + px(2);
    return heights;
}

// What restoring it would change, and the button that does.
void draw_version_details(const Frame& frame, const VersionRow& row, Rect area, bool& restored) {
    const Palette& colours = palette();
    const Font font = type(Type::body);
    if (row.back.empty()) {
        paragraph(area, font, colours.text2, say(Phrase::version_same));
        return;
    }
    heading(cut_top(area, line_height(font), px(4)), type(Type::body, Face::bold), say(Phrase::version_back), 3, colours.text2);
    {
        const Group list(ui::Role::list, "back", say(Phrase::version_back), area);
        int number = 0;
        for (const std::string& line : row.back) {
            const Rect place = {area.x, area.y, area.width, paragraph_height(font, line, area.width)};
            ImGui::PushID(number++);
            const Group item(ui::Role::listitem, "line", "", place);
            cut_top(area, paragraph(place, font, colours.text, line), px(2));
            ImGui::PopID();
        }
    }
    cut_top(area, px(10));
    const std::string_view words = say(Phrase::version_restore);
    if (button("restore", cut_left(area = {area.x, area.y, area.width, control_height()}, button_width(words)), words,
               ButtonKind::primary)) {
        frame.act(RestoreVersion{*row.content.deals[0], *row.content.customers[0]});
        restored = true;
    }
}

float draw_version(const Frame& frame, VersionsState& state, std::size_t index, Rect area, bool& restored) {
    const Palette& colours = palette();
    const VersionRow& row = state.kept.rows[index];
    const bool open = state.open == index;
    const RowHeights heights = row_heights(row, area.width, open);
    const Rect head = cut_top(area, heights.head), inside = inset(head, px(margin), px(10));
    ImGui::PushID(row.snapshot.key.c_str());
    const Group item(ui::Role::listitem, "version", "", head);
    const Press press = ui::press(
        "head", head,
        {.name = row.title, .description = row.then, .states = state_expandable | (open ? state_expanded : state_none), .radius = 8});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered && !open) list.AddRectFilled(top_left(head), bottom_right(head), with_alpha(colours.raised, 0.6f), px(8));
    draw::draw_icon(list, open ? draw::Icon::chevron_down : draw::Icon::chevron_right, {right(inside), inside.y + heights.title * 0.5f},
                    px(16), colours.text3);
    Rect words = {inside.x, inside.y, inside.width - px(arrow), inside.height};
    draw_paragraph(cut_top(words, heights.title, px(3)), type(Type::body, Face::bold), colours.text, row.title);
    draw_paragraph(words, type(Type::caption), colours.text2, row.then);
    if (open) draw_version_details(frame, row, {inside.x, area.y, inside.width, heights.details}, restored);
    const float height = heights.head + heights.details;
    hairline({head.x, head.y + height}, {right(head), head.y + height}, colours.line);
    ImGui::PopID();
    if (press.pressed) state.open = open ? std::nullopt : std::optional(index);
    return height + px(1);
}

}  // namespace

bool draw_versions(const Frame& frame, VersionsState& state, const History& history) {
    const Box<Deal>* deal = find_box(frame.workspace, state.deal);
    if (!deal) return false;
    keep_versions(frame, state, history, *deal);
    const VersionsState::Kept& kept = state.kept;
    const Palette& colours = palette();

    struct Part {
        Font font;
        ImU32 colour;
        std::string words;
        float after;
    };
    std::vector<Part> above = {
        {type(Type::body, Face::bold), colours.text, kept.name, px(4)},
        {type(Type::body), colours.text2, std::string(say(kept.rows.empty() ? Phrase::versions_none : Phrase::versions_help)), px(8)}};
    if (kept.damaged > 0)
        above.push_back({type(Type::body), colours.negative, say(Phrase::versions_damaged, {{"count", whole(kept.damaged)}}), px(8)});
    const float width = dialog_inside(px(620)), row_width = width + 2 * px(margin) - px(14);
    float wanted = px(4);
    for (const Part& part : above) wanted += paragraph_height(part.font, part.words, width) + part.after;
    for (std::size_t i = 0; i < kept.rows.size(); ++i) {
        const RowHeights heights = row_heights(kept.rows[i], row_width, state.open == i);
        wanted += heights.head + heights.details + px(1);
    }

    Rect content;
    const bool stays = begin_dialog("versions", say(Phrase::versions_title), px(620), std::min(dialog_around(wanted), px(620)), content);
    for (const Part& part : above) cut_top(content, paragraph(content, part.font, part.colour, part.words), part.after);
    bool restored = false;
    if (!kept.rows.empty()) {
        const Rect view = begin_scroll("rows", {content.x - px(margin), content.y, content.width + 2 * px(margin), content.height});
        const Group list(ui::Role::list, "versions", say(Phrase::versions_title), view);
        float y = view.y;
        for (std::size_t i = 0; i < kept.rows.size(); ++i) y += draw_version(frame, state, i, {view.x + px(2), y, row_width, 0}, restored);
        end_scroll(y - view.y + px(4));
    }
    end_dialog();
    return stays && !restored;
}

}  // namespace views
