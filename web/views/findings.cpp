#include "views/findings.h"

#include "draw/icons.h"
#include "views/deal_words.h"
#include "views/handbook.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t shown_at_first = 5;

struct Look {
    Severity severity;
    draw::FlagShape shape;
    Phrase word;
};
constexpr std::array<Look, 3> looks = {{{Severity::stop, draw::FlagShape::stop, Phrase::severity_stop},
                                        {Severity::warn, draw::FlagShape::warn, Phrase::severity_warn},
                                        {Severity::note, draw::FlagShape::note, Phrase::severity_note}}};

const Look& look_of(Severity severity) {
    return *std::find_if(looks.begin(), looks.end(), [&](const Look& look) { return look.severity == severity; });
}
ImU32 ink_of(Severity severity) { return severity == Severity::note ? palette().text2 : palette().negative; }

void draw_shape(Severity severity, ImVec2 at) {
    draw::draw_flag(*ImGui::GetWindowDrawList(), look_of(severity).shape, at, px(15), ink_of(severity), palette().panel);
}

// Two entries that cannot both be true.
void draw_unequal(ImVec2 at) {
    draw_text_in({at.x - px(10), at.y - px(10), px(20), px(20)}, type(Type::strong, Face::bold), palette().negative, "\u2260",
                 Align::centre);
}

struct SheetPlace {
    std::string_view place;
    SheetPart part;
    Question question = Question::five_purchasing_body;
};
constexpr std::array<SheetPlace, 16> sheet_places = {
    {{"/five_elements/purchasing_body", SheetPart::answer},
     {"/five_elements/need", SheetPart::answer, Question::five_need},
     {"/five_elements/suitable_product", SheetPart::answer, Question::five_suitable_product},
     {"/five_elements/budget", SheetPart::answer, Question::five_budget},
     {"/five_elements/timetable", SheetPart::answer, Question::five_timetable},
     {"/five_elements/confirmed_by", SheetPart::confirm},
     {"/bantcc/budget", SheetPart::answer, Question::bantcc_budget},
     {"/bantcc/authority", SheetPart::answer, Question::bantcc_authority},
     {"/bantcc/need", SheetPart::answer, Question::bantcc_need},
     {"/bantcc/time", SheetPart::answer, Question::bantcc_time},
     {"/bantcc/company", SheetPart::answer, Question::bantcc_company},
     {"/bantcc/competitors", SheetPart::answer, Question::bantcc_competitors},
     {"/five_elements", SheetPart::overview},
     {"/tasks", SheetPart::task},
     {"/alternatives", SheetPart::alternative},
     {"/gut_feel", SheetPart::overview}}};
std::optional<GoToSheet> sheet_part_of(std::string_view place, const Id& deal) {
    const auto found =
        std::find_if(sheet_places.begin(), sheet_places.end(), [&](const SheetPlace& one) { return place.starts_with(one.place); });
    return found == sheet_places.end() ? std::nullopt : std::optional(GoToSheet{deal, found->part, found->question});
}

struct Row {
    const Finding* finding;
    bool contradiction;
};

void draw_row(Column& column, const Frame& frame, const Deal& deal, const Row& row) {
    const Palette& colours = palette();
    const Finding& finding = *row.finding;
    const Playbook& playbook = frame.readings.whole_playbook();
    const std::string words = text_of(finding, deal, playbook, language()), step = step_of(finding, deal, playbook, language());
    const std::optional<Wish> way = way_to(finding, deal.id);
    const Font plain = type(Type::body), small = type(Type::caption);
    const std::string_view more = say(Phrase::finding_open);
    const float indent = px(28), side = way ? text_width(plain, more) + px(10) : 0, width = column.area.width - indent - side;
    const float height = paragraph_height(plain, words, width) + paragraph_height(small, step, width) + px(4);
    const Rect area = column.next(std::max(height, way ? press_row_height() : 0), px(4));

    const std::string sentence = finding_sentence(finding.severity, row.contradiction, words, step);
    const Rect plate = {area.x - px(8), area.y - px(2), area.width + px(16), area.height};
    if (way) {
        const Press press = ui::press("open", plate, {.name = sentence, .radius = 4});
        if (press.hovered)
            ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), with_alpha(colours.line, 0.5f), px(4));
        if (press.pressed) frame.wish(*way);
        draw_text_in({right(area) - side, area.y, side, line_height(plain)}, plain, colours.accent_text, more, Align::right);
    } else {
        ui::reading("finding", area, sentence);
    }
    const ImVec2 mark = {area.x + px(8), area.y + line_height(plain) * 0.5f};
    draw_finding_mark(finding.severity, row.contradiction, mark);
    const float taken = draw_paragraph({area.x + indent, area.y, width, 0}, plain, colours.text, words);
    draw_paragraph({area.x + indent, area.y + taken, width, 0}, small, colours.text2, step);
}

}  // namespace

void draw_finding_mark(Severity severity, bool contradiction, ImVec2 at) { contradiction ? draw_unequal(at) : draw_shape(severity, at); }

std::string finding_sentence(Severity severity, bool contradiction, const std::string& words, const std::string& step) {
    const std::string kind(say(contradiction ? Phrase::contradiction_word : look_of(severity).word));
    return say(Phrase::finding_sentence, {{"kind", kind}, {"finding", words}, {"step", step}});
}

std::optional<Wish> way_to(const Finding& finding, const Id& deal) {
    if (finding.person) return GoToPerson{deal, finding.person};
    constexpr std::array<std::string_view, 6> basics = {"/objective", "/funnel_stage", "/owner", "/kind", "/lead_channel", "/name"};
    for (const Fact& fact : finding.facts) {
        for (const Axis axis : all_axes) {
            const std::string name(name_of(axis));
            if (fact.place.starts_with("/position/claimed/" + name) || fact.place.starts_with("/position/" + name))
                return GoToAxis{deal, axis};
        }
        if (std::any_of(basics.begin(), basics.end(), [&](std::string_view place) { return fact.place.starts_with(place); }))
            return EditBasics{deal};
        constexpr std::array<std::string_view, 5> gates = {"/gates", "/protection", "/contract", "/first_payment", "/key_actions"};
        if (std::any_of(gates.begin(), gates.end(), [&](std::string_view place) { return fact.place.starts_with(place); }))
            return GoToGates{deal};
        if (fact.place.starts_with("/people")) return GoToTab{deal, Screen::people};
        if (const std::optional<GoToSheet> part = sheet_part_of(fact.place, deal)) return *part;
    }
    return std::nullopt;
}

void draw_findings_row(Column& column, const Frame& frame, CompassState& state, const Box<Deal>& deal) {
    const Warnings& warnings = frame.readings.warnings_of(deal);
    if (warnings.flags.empty() && warnings.contradictions.empty()) return;
    const Palette& colours = palette();
    const Font bold = type(Type::body, Face::bold);
    Rect row = column.next(press_row_height());
    const Rect plate = {row.x - px(8), row.y, row.width + px(16), row.height};
    std::string spoken;
    const auto speak = [&](Phrase word, std::ptrdiff_t count) {
        if (count == 0) return;
        spoken += (spoken.empty() ? "" : say(Phrase::list_separator)) +
                  say(Phrase::findings_count, {{"kind", say(word)}, {"count", whole(static_cast<int>(count))}});
    };
    const auto of = [&](Severity severity) {
        return std::count_if(warnings.flags.begin(), warnings.flags.end(), [&](const Finding& one) { return one.severity == severity; });
    };
    for (const Look& look : looks) speak(look.word, of(look.severity));
    const auto unequal = static_cast<std::ptrdiff_t>(warnings.contradictions.size());
    speak(Phrase::contradiction_word, unequal);

    const Press press = ui::press("findings", plate, {.name = say(Phrase::findings_summary, {{"counts", spoken}}), .radius = 4});
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), with_alpha(colours.line, 0.5f), px(4));
    state.to_findings = state.to_findings || press.pressed;
    const std::string_view more = say(Phrase::evidence_see);
    draw_text_in(cut_right(row, text_width(type(Type::body), more), px(8)), type(Type::body), colours.accent_text, more, Align::right);
    draw_text_in(cut_left(row, text_width(bold, say(Phrase::findings_title)), px(12)), bold, colours.text, say(Phrase::findings_title));
    const auto count = [&](std::ptrdiff_t many, ImU32 ink, auto paint) {
        if (many == 0) return;
        const Rect mark = cut_left(row, px(18), px(2));
        paint(centre(mark));
        const std::string number = whole(static_cast<int>(many));
        draw_text_in(cut_left(row, text_width(bold, number), px(12)), bold, ink, number);
    };
    for (const Look& look : looks) count(of(look.severity), ink_of(look.severity), [&](ImVec2 at) { draw_shape(look.severity, at); });
    count(unequal, colours.negative, draw_unequal);
    column.divide(px(20));
}

void draw_findings(Column& column, const Frame& frame, CompassState& state, const Box<Deal>& deal) {
    const Warnings& warnings = frame.readings.warnings_of(deal);
    const std::size_t all = warnings.flags.size() + warnings.contradictions.size();
    if (all == 0) return;
    column.divide(px(20));
    const float top = column.y;
    Rect head = column.next(section_height(), px(4));
    const std::string count = whole(static_cast<int>(all));
    const Rect beside = cut_right(head, text_width(type(Type::caption), count));
    explained_heading(frame, head, say(Phrase::findings_title), "flag");
    label(beside, type(Type::caption), palette().text3, count, Align::right);
    // The worst flags, then what does not fit together, then the rest: the first few are what matters.
    std::vector<Row> rows;
    const auto add = [&](const std::vector<Finding>& findings, bool contradiction, bool stops) {
        for (const Finding& finding : findings) {
            if (contradiction || (finding.severity == Severity::stop) == stops) rows.push_back({&finding, contradiction});
        }
    };
    add(warnings.flags, false, true), add(warnings.contradictions, true, false), add(warnings.flags, false, false);
    const std::size_t shown = state.all_findings ? rows.size() : std::min(rows.size(), shown_at_first);
    {
        const Group list(ui::Role::list, "findings", say(Phrase::findings_title), {column.area.x, column.y, column.area.width, px(200)});
        for (std::size_t i = 0; i < shown; ++i) {
            ImGui::PushID(static_cast<int>(i));
            const Group item(ui::Role::listitem, "item", "", {column.area.x, column.y, column.area.width, row_height()});
            draw_row(column, frame, *deal, rows[i]);
            ImGui::PopID();
        }
    }
    if (rows.size() > shown_at_first) {
        const std::string words = state.all_findings
                                      ? std::string(say(Phrase::findings_fewer))
                                      : say(Phrase::findings_more, {{"count", whole(static_cast<int>(rows.size() - shown_at_first))}});
        if (button("all-findings", column.next(control_height()), words, ButtonKind::plain)) state.all_findings = !state.all_findings;
    }
    if (std::exchange(state.to_findings, false)) scroll_to(top - ImGui::GetWindowPos().y + ImGui::GetScrollY(), column.y - top);
}

}  // namespace views
