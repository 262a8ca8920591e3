// One line of the note: what was understood, and a menu for each part of it.
#include "model/words.h"
#include "views/people_words.h"
#include "views/visit_parts.h"

#include <algorithm>
#include <array>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr float chip_gap = 6;

// A part with the menu that changes it: fill() offers the choices.
template <class Fill>
void chip(Flow& flow, std::string_view id, std::string_view name, const std::string& value, float menu_width, Fill fill) {
    const Rect rect = flow.next(std::min(flow.area.width, text_width(type(Type::body), value) + px(32)));
    const std::string menu = std::string(id) + "-menu";
    value_button(id, rect, name, value, menu);
    if (!begin_menu(menu, name, {rect.x, bottom(rect) + px(2)}, std::min(menu_width, ImGui::GetIO().DisplaySize.x - px(16)))) return;
    fill();
    end_menu();
}

void kind_chip(Flow& flow, const NotedLine& noted, VisitLine& line) {
    chip(flow, "kind", say(Phrase::line_kind), noted.words.kind, px(170), [&] {
        for (int i = 1; i < line_kind_count; ++i) {
            const auto kind = static_cast<LineKind>(i);
            if (menu_item(line_kind_word(kind), line_kind_word(kind), false, line.kind == kind))
                line.kind = kind, line.kind_assumed = false;
        }
    });
}

void who_chip(Flow& flow, const NotedLine& noted, const Deal& deal, VisitLine& line) {
    const bool source = line.kind == LineKind::fact || line.kind == LineKind::answer;
    chip(flow, "who", say(source ? Phrase::line_source : Phrase::line_who), noted.words.who, px(240), [&] {
        const auto take = [&](const Id& person) { line.who = person, line.who_assumed = false; };
        if (menu_item("nobody", say(Phrase::source_unknown), false, !line.who)) take({});
        for (const Person& person : deal.people) {
            const std::string name = person.title.empty() ? person.name : person.name + " \u00B7 " + person.title;
            if (menu_item(format(person.id), name, false, person.id == line.who)) take(person.id);
        }
    });
}

void date_chip(Flow& flow, const NotedLine& noted, Date today, VisitLine& line) {
    const bool ahead = line.kind == LineKind::task || line.kind == LineKind::event;
    static constexpr std::array days_ahead = {0, 1, 2, 3, 5, 7, 14, 30}, days_ago = {0, -1, -2, -3, -5, -7, -14, -30};
    chip(flow, "date", say(ahead ? Phrase::line_due : Phrase::fact_date), noted.words.date, px(170), [&] {
        for (const int days : ahead ? days_ahead : days_ago) {
            const Date day = today + days;
            const std::string words = days == 0 ? std::string(say(Phrase::day_today)) : date_short(day);
            if (menu_item(format(day), words, false, line.date == day)) line.date = day;
        }
        if (line.kind == LineKind::task && menu_item("none", say(Phrase::task_no_day), false, !line.date)) line.date.reset();
    });
}

void axis_chip(Flow& flow, const NotedLine& noted, VisitLine& line) {
    chip(flow, "axis", say(Phrase::line_axis), noted.words.axis, px(170), [&] {
        for (const Axis axis : all_axes) {
            if (!menu_item(name_of(axis), axis_word(axis), false, line.axis == axis) || line.axis == axis) continue;
            line.axis = axis, line.level.reset(), line.sign.clear();
        }
    });
}

void level_chip(Flow& flow, const NotedLine& noted, VisitLine& line) {
    if (!line.axis) return;
    chip(flow, "level", say(Phrase::line_level), noted.words.level, px(170), [&] {
        if (menu_item("stays", say(Phrase::line_stays), false, !line.level)) line.level.reset();
        for (int to = 0; to < level_count; ++to)
            if (menu_item(std::to_string(to), level_word(*line.axis, to), false, line.level == to)) line.level = to;
    });
}

bool sign_fits(const NotedLine& noted, float width) { return text_width(type(Type::body), noted.words.sign) + px(32) <= width; }

// The signs of the level that it moves to, else of the one that is claimed; the one that was read in any case.
void sign_chip(Flow& flow, const NotedLine& noted, const Frame& frame, const Deal& deal, VisitLine& line) {
    if (!line.axis) return;
    const int shown = line.level.value_or(level(deal.position.claimed, *line.axis));
    const bool whole = sign_fits(noted, flow.area.width);
    chip(flow, "sign", say(Phrase::line_sign), whole ? noted.words.sign : std::string(say(Phrase::line_sign)), px(300), [&] {
        if (menu_item("none", say(Phrase::line_no_sign), false, line.sign.empty())) line.sign.clear(), line.sense_assumed = false;
        for (const Sign& sign : frame.playbook.signs) {
            if (sign.axis != *line.axis || (sign.level != shown && sign.id != line.sign)) continue;
            if (menu_item(sign.id, in(language(), sign.text), false, line.sign == sign.id)) line.sign = sign.id, line.sense_assumed = false;
        }
    });
}

void question_chip(Flow& flow, const NotedLine& noted, VisitLine& line) {
    chip(flow, "question", say(Phrase::line_question), noted.words.question, px(250), [&] {
        for (int i = 0; i < question_count; ++i) {
            const auto question = static_cast<Question>(i);
            if (menu_item(question_word(question), question_word(question), false, line.question == question))
                line.question = question, line.sense_assumed = false;
        }
    });
}

void support_chip(Flow& flow, const NotedLine& noted, VisitLine& line) {
    chip(flow, "support", say(Phrase::column_support), noted.words.support, px(190), [&] {
        for (int support = 5; support >= -5; --support)
            if (menu_item(std::to_string(support), support_words(support), false, line.support == support)) line.support = support;
    });
}

void certainty_chips(Flow& flow, const NotedLine& noted, VisitLine& line) {
    chip(flow, "certainty", say(Phrase::fact_certainty), noted.words.certainty, px(170), [&] {
        for (int i = 0; i < 4; ++i) {
            const auto certainty = static_cast<Certainty>(i);
            if (menu_item(name_of(certainty), certainty_word(certainty), false, line.certainty == certainty)) line.certainty = certainty;
        }
    });
    chip(flow, "direction", say(Phrase::fact_direction), noted.words.direction, px(170), [&] {
        if (menu_item("for", say(Phrase::fact_for), false, line.direction == Direction::for_)) line.direction = Direction::for_;
        if (menu_item("against", say(Phrase::fact_against), false, line.direction == Direction::against))
            line.direction = Direction::against;
    });
}

void draw_chips(Flow& flow, const Frame& frame, const NotedLine& noted, const Deal& deal, VisitLine& line) {
    kind_chip(flow, noted, line);
    switch (noted.line.kind) {
        case LineKind::unread:
        case LineKind::person: return;
        case LineKind::fact:
            axis_chip(flow, noted, line), level_chip(flow, noted, line), sign_chip(flow, noted, frame, deal, line);
            who_chip(flow, noted, deal, line), date_chip(flow, noted, frame.today, line), certainty_chips(flow, noted, line);
            return;
        case LineKind::answer:
            question_chip(flow, noted, line), who_chip(flow, noted, deal, line), date_chip(flow, noted, frame.today, line);
            return certainty_chips(flow, noted, line);
        case LineKind::support: return who_chip(flow, noted, deal, line), support_chip(flow, noted, line);
        case LineKind::task: return who_chip(flow, noted, deal, line), date_chip(flow, noted, frame.today, line);
        case LineKind::event:
        case LineKind::story: return date_chip(flow, noted, frame.today, line);
    }
}

}  // namespace

void draw_noted_line(Column& column, const Frame& frame, VisitDraft& draft, const Deal& deal, std::size_t index) {
    const Palette& colours = palette();
    NotedLine& noted = draft.lines[index];
    const bool ready = noted.words.lack.empty();
    const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
    const float indent = px(28), width = column.area.width - indent, start = column.y;
    ImGui::PushID(static_cast<int>(index));
    const float title = std::max(px(22), paragraph_height(bold, noted.words.title, width));
    const Rect row = column.next(title, px(4));
    const Group item(ui::Role::listitem, "line", "", {column.area.x, row.y, column.area.width, title});
    ui::reading("words", row, noted.words.sentence);
    draw_text_in({row.x, row.y, px(20), px(22)}, bold, ready ? colours.text3 : colours.negative, std::to_string(index + 1));
    draw_paragraph({row.x + indent, row.y, width, 0}, bold, ready ? colours.text : colours.negative, noted.words.title);
    if (!ready) column.y += draw_paragraph({row.x + indent, column.y, width, 0}, small, colours.negative, noted.words.lack) + px(4);
    if (noted.line.kind == LineKind::fact && !sign_fits(noted, width))
        column.y += draw_paragraph({row.x + indent, column.y, width, 0}, small, colours.text2, noted.words.sign) + px(4);
    VisitLine line = noted.line;
    Column inner{{row.x + indent, row.y, width, 0}, column.y};
    Flow flow(inner, control_height() - (scale() == Scale::phone ? 0 : px(4)), px(chip_gap));
    draw_chips(flow, frame, noted, deal, line);
    ImGui::PopID();
    column.y = flow.end() + px(14);
    ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(10), start}, {row.x - px(7), column.y - px(14)},
                                              ready ? colours.positive : colours.negative, px(1));
    if (line == noted.line) return;
    noted.line = std::move(line), noted.changed = true;
    noted.words = line_words(deal, frame.playbook, noted.line, frame.today);
    ++draft.made;
}

}  // namespace views
