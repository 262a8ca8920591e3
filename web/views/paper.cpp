#include "views/paper.h"

#include "ui/widgets.h"
#include "views/compass_parts.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace ui;

namespace {

void draw_paper_line(Column& column, const PaperLine& line) {
    const Palette& colours = palette();
    const bool item = line.kind == PaperLine::Kind::item;
    const float indent = px(item ? 16 : 0);
    const Font font = type(Type::body, line.kind == PaperLine::Kind::strong ? Face::bold : Face::regular);
    const Rect words = {column.area.x + indent, column.y, column.area.width - indent, 0};
    const ImU32 ink = line.kind == PaperLine::Kind::plain ? colours.text2 : colours.text;
    if (item)
        ImGui::GetWindowDrawList()->AddCircleFilled({column.area.x + px(6), column.y + line_height(font) * 0.5f}, px(2), colours.text3);
    column.y += draw_paragraph(words, font, ink, line.words) + px(item ? 5 : 4);
}

void draw_paper_section(Column& column, const PaperSection& section, std::size_t number) {
    ImGui::PushID(static_cast<int>(number));
    column.y += px(18);
    const float title = paragraph_height(type(Type::section), section.title, column.area.width);
    const Rect head = column.next(title, px(6));
    heading(head, section.title, 3);
    draw_paragraph(head, type(Type::section), palette().text, section.title);
    const Group list(ui::Role::list, "lines", section.title, {column.area.x, column.y, column.area.width, px(20)});
    for (std::size_t i = 0; i < section.lines.size(); ++i) {
        const float top = column.y;
        draw_paper_line(column, section.lines[i]);
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "line", "", {column.area.x, top, column.area.width, column.y - top});
        ui::reading("words", {column.area.x, top, column.area.width, column.y - top}, section.lines[i].words);
        ImGui::PopID();
    }
    ImGui::PopID();
}

}  // namespace

std::string text_of(const Paper& paper) {
    std::string text = paper.title + "\n";
    if (!paper.about.empty()) text += paper.about + "\n";
    for (const PaperSection& section : paper.sections) {
        text += "\n" + section.title + "\n";
        for (const PaperLine& line : section.lines) text += (line.kind == PaperLine::Kind::item ? "- " : "") + line.words + "\n";
    }
    return text;
}

float draw_paper(const Paper& paper, const Rect& area) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float around = px(phone ? 0 : 24), inside = px(phone ? 16 : 32), widest = px(760);
    const float width = std::min(area.width - 2 * around, widest);
    Rect page = {area.x + std::floor((area.width - width) * 0.5f), area.y + around, width, 0};
    ImDrawListSplitter splitter;
    splitter.Split(&list, 2);
    splitter.SetCurrentChannel(&list, 1);
    Column column{{page.x + inside, page.y + inside, width - 2 * inside, area.height}, page.y + inside};
    const float title = paragraph_height(type(Type::title), paper.title, column.area.width);
    const Rect head = column.next(title, px(4));
    heading(head, paper.title, 2);
    draw_paragraph(head, type(Type::title), colours.text, paper.title);
    column.y += paragraph(column.next(0), type(Type::body), colours.text2, paper.about) + px(8);
    hairline({column.area.x, column.y}, {right(column.area), column.y}, colours.text);
    for (std::size_t i = 0; i < paper.sections.size(); ++i) draw_paper_section(column, paper.sections[i], i);
    page.height = std::max(column.y + inside - page.y, phone ? area.height : 0);
    splitter.SetCurrentChannel(&list, 0);
    list.AddRectFilled(top_left(page), bottom_right(page), colours.panel, px(phone ? 0 : 3));
    if (!phone) list.AddRect(top_left(page), bottom_right(page), colours.line, px(3), 0, line_px(1));
    splitter.Merge(&list);
    return page.height + 2 * around;
}

}  // namespace views
