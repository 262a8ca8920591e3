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

std::string in_one_line(std::string lines) {
    for (std::size_t at = lines.find('\n'); at != lines.npos; at = lines.find('\n'))
        lines.replace(at, 1, say(Phrase::import_line_separator));
    return lines;
}

void keep_versions(const Frame& frame, VersionsState& state, const History& history, const Box<Deal>& deal) {
    VersionsState::Kept& kept = state.kept;
    if (kept.deal && kept.deal->same(deal) && kept.revision == history.revision() && kept.language == language() &&
        kept.today == frame.today)
        return;
    kept = {deal, history.revision(), language(), frame.today, deal_title(frame, *deal), {}, 0};
    for (auto one = history.all().rbegin(); one != history.all().rend(); ++one) {
        if (one->is_deleted || one->id != deal->id) continue;
        std::optional<Workspace> content = history.read(*one);
        if (!content || content->deals.size() != 1 || content->customers.size() != 1) {
            ++kept.damaged;
            continue;
        }
        *content = set_on_day(std::move(*content), frame.today);
        const Deal& then = *content->deals[0];
        const Deal& next = kept.rows.empty() ? *deal : *kept.rows.back().content.deals[0];
        VersionRow row{*one, {}, version_title(*one, frame.today), {}, {}};
        if (then != next) row.then = say(Phrase::version_then, {{"changes", in_one_line(difference_words(then, next, frame.playbook))}});
        if (then != *deal) row.back = difference_words(*deal, then, frame.playbook);
        row.content = std::move(*content);
        kept.rows.push_back(std::move(row));
    }
}

float version_padding() { return px(14); }

// What restoring it would change, and the button that does. Returns the height it took.
float draw_version_details(const Frame& frame, const VersionRow& row, Rect area, bool& restored) {
    const Palette& colours = palette();
    const Font font = type(Type::body);
    const float top = area.y;
    if (row.back.empty()) {
        cut_top(area, paragraph(area, font, colours.text2, say(Phrase::version_same)), px(14));
        return area.y - top;
    }
    heading(cut_top(area, line_height(font), px(4)), type(Type::body, Face::bold), say(Phrase::version_back), 3, colours.text2);
    {
        const Group list(ui::Role::list, "back", say(Phrase::version_back), area);
        std::string_view lines = row.back;
        for (int i = 0; !lines.empty(); ++i) {
            const std::string_view line = lines.substr(0, lines.find('\n'));
            lines.remove_prefix(std::min(lines.size(), line.size() + 1));
            const Rect place = {area.x, area.y, area.width, paragraph_height(font, line, area.width)};
            ImGui::PushID(i);
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
    return area.y + control_height() + px(14) - top;
}

// What a few versions need; of more the list scrolls.
float dialog_height(std::size_t rows, bool one_is_open) {
    return std::min(260.0f + 58.0f * static_cast<float>(rows) + (one_is_open ? 190.0f : 0.0f), 620.0f);
}

float draw_version(const Frame& frame, VersionsState& state, std::size_t index, Rect area, bool& restored) {
    const Palette& colours = palette();
    const VersionRow& row = state.kept.rows[index];
    const Font small = type(Type::caption), bold = type(Type::body, Face::bold);
    const bool open = state.open == index;
    const float padding = version_padding(), width = area.width - 2 * padding - px(20);
    const float title = paragraph_height(bold, row.title, width),
                then = row.then.empty() ? 0 : paragraph_height(small, row.then, width) + px(3);
    const Rect head = {area.x, area.y, area.width, std::max(title + then + px(20), control_height())};
    ImGui::PushID(row.snapshot.key.c_str());
    const Group item(ui::Role::listitem, "version", "", head);
    const Press press = ui::press(
        "head", head,
        {.name = row.title, .description = row.then, .states = state_expandable | (open ? state_expanded : state_none), .radius = 8});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered && !open) list.AddRectFilled(top_left(head), bottom_right(head), with_alpha(colours.raised, 0.6f), px(8));
    draw::draw_icon(list, open ? draw::Icon::chevron_down : draw::Icon::chevron_right,
                    {right(head) - padding, head.y + px(10) + title * 0.5f}, px(16), colours.text3);
    draw_paragraph({head.x + padding, head.y + px(10), width, title}, bold, colours.text, row.title);
    draw_paragraph({head.x + padding, head.y + px(13) + title, width, then}, small, colours.text2, row.then);
    float height = head.height;
    if (open) height += draw_version_details(frame, row, {head.x + padding, bottom(head), area.width - 2 * padding, 0}, restored);
    hairline({area.x, area.y + height}, {right(area), area.y + height}, colours.line);
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
    Rect content;
    bool stays = begin_dialog("versions", say(Phrase::versions_title), px(620), px(dialog_height(kept.rows.size(), state.open.has_value())),
                              content);
    cut_top(content, paragraph(content, type(Type::body, Face::bold), colours.text, kept.name), px(4));
    cut_top(content,
            paragraph(content, type(Type::body), colours.text2, say(kept.rows.empty() ? Phrase::versions_none : Phrase::versions_help)),
            px(8));
    if (kept.damaged > 0)
        cut_top(content,
                paragraph(content, type(Type::body), colours.negative, say(Phrase::versions_damaged, {{"count", whole(kept.damaged)}})),
                px(8));
    bool restored = false;
    if (!kept.rows.empty()) {
        const float padding = version_padding();
        const Rect view = begin_scroll("rows", {content.x - padding, content.y, content.width + 2 * padding, content.height});
        const Group list(ui::Role::list, "versions", say(Phrase::versions_title), view);
        float y = view.y;
        for (std::size_t i = 0; i < kept.rows.size(); ++i)
            y += draw_version(frame, state, i, {view.x + px(2), y, view.width - px(14), 0}, restored);
        end_scroll(y - view.y + px(4));
    }
    end_dialog();
    return stays && !restored;
}

}  // namespace views
