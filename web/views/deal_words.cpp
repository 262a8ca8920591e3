#include "views/deal_words.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using ui::Phrase;
using ui::say;

namespace {

Phrase level_phrase(Axis axis, int level) {
    static constexpr Phrase stages[] = {Phrase::stage_intent, Phrase::stage_solution, Phrase::stage_commercial, Phrase::stage_closing};
    static constexpr Phrase competitions[] = {Phrase::competition_behind, Phrase::competition_level, Phrase::competition_ahead,
                                              Phrase::competition_sole};
    static constexpr Phrase urgencies[] = {Phrase::urgency_later, Phrase::urgency_worked_in, Phrase::urgency_active,
                                           Phrase::urgency_urgent};
    return axis == Axis::stage ? stages[level] : axis == Axis::competition ? competitions[level] : urgencies[level];
}

}  // namespace

std::string level_word(Axis axis, int level) { return say(level_phrase(axis, level)); }
std::string stage_word(Stage stage) { return level_word(Axis::stage, static_cast<int>(stage)); }
std::string competition_word(Competition competition) { return level_word(Axis::competition, static_cast<int>(competition)); }
std::string urgency_word(Urgency urgency) { return level_word(Axis::urgency, static_cast<int>(urgency)); }

std::string axis_word(Axis axis) {
    static constexpr Phrase axes[] = {Phrase::axis_stage, Phrase::axis_competition, Phrase::axis_urgency};
    return say(axes[static_cast<int>(axis)]);
}

std::string axis_short_word(Axis axis) {
    static constexpr Phrase axes[] = {Phrase::axis_stage_short, Phrase::axis_competition_short, Phrase::axis_urgency_short};
    return say(axes[static_cast<int>(axis)]);
}

std::string position_words(const Position& position) {
    return say(Phrase::position_words, {{"stage", stage_word(position.stage)},
                                        {"competition", competition_word(position.competition)},
                                        {"urgency", urgency_word(position.urgency)}});
}

Phrase move_phrase(Move move) {
    static constexpr Phrase phrases[] = {Phrase::move_hold,           Phrase::move_stage_forward,    Phrase::move_stage_back,
                                         Phrase::move_competition_up, Phrase::move_competition_down, Phrase::move_urgency_up,
                                         Phrase::move_urgency_down};
    return phrases[static_cast<int>(move)];
}

std::string move_words(Move move) { return say(move_phrase(move)); }

std::string move_target(Move move, const Position& to) {
    return move == Move::hold ? std::string{} : level_word(axis_of(move), level(to, axis_of(move)));
}

std::string move_sentence(Move move, const Position& to) {
    if (move == Move::hold) return move_words(move);
    return move_words(move) + " \u2192 " + move_target(move, to);
}

std::string best_detail(const RankedMove& move) {
    return say(Phrase::best_detail, {{"chance", ui::percent(move.chance.value)},
                                     {"periods", ui::whole(std::lround(move.expected_periods))},
                                     {"gain", ui::points(move.gain)}});
}

std::string funnel_words(const Playbook& playbook, FunnelStage stage) {
    std::string number = "P" + std::to_string(static_cast<int>(stage) + 1);
    for (const FunnelStageText& one : playbook.funnel) {
        if (one.stage == stage) return number + " " + in(ui::language(), one.name);
    }
    return number;
}

std::string deal_title(const Frame& frame, const Deal& deal) { return deal_title(frame.customer_of(deal), deal); }

std::string deal_title(const Workspace& workspace, const Deal& deal) { return deal_title(find_customer(workspace, deal.customer), deal); }

std::string deal_title(const Customer* customer, const Deal& deal) {
    if (!customer || customer->name.empty()) return deal.name;
    return deal.name.empty() ? customer->name : customer->name + " \u00B7 " + deal.name;
}

std::string side_sentence(Phrase name, const Side& side, const Side* before) {
    const std::string value = ui::percent(side.value.value), band = ui::percent_range(side.band.low.value, side.band.high.value);
    if (!before) return say(Phrase::side_sentence, {{"side", say(name)}, {"value", value}, {"band", band}});
    return say(Phrase::side_what_if, {{"side", say(name)}, {"before", ui::percent(before->value.value)}, {"after", value}, {"band", band}});
}

std::string index_sentence(const WinIndex& index, const WinIndex* before) {
    const std::string value = ui::percent(index.index.value), band = ui::percent_range(index.band.low.value, index.band.high.value);
    if (!before) return say(Phrase::index_sentence, {{"index", value}, {"band", band}});
    return say(Phrase::what_if_index, {{"before", ui::percent(before->index.value)}, {"after", value}, {"band", band}});
}

NameLook name_in_list(ui::Type role) {
    return {ui::type(role, ui::Face::bold), ui::type(role), ui::palette().text, ui::palette().text2, "  "};
}

float draw_deal_name(ui::Rect rect, const NameLook& look, std::string_view customer, std::string_view name) {
    if (customer.empty()) return ui::draw_text_in(rect, look.name, look.customer_ink, name);
    if (name.empty()) return ui::draw_text_in(rect, look.customer, look.customer_ink, customer);
    const float between = ui::text_width(look.customer, look.between), room = rect.width - between;
    const float for_customer = std::max(room - ui::text_width(look.name, name), room * 0.3f);
    float used = ui::draw_text_in({rect.x, rect.y, for_customer, rect.height}, look.customer, look.customer_ink, customer);
    ui::draw_text_in({rect.x + used, rect.y, between, rect.height}, look.customer, look.customer_ink, look.between);
    used += between;
    return used + ui::draw_text_in({rect.x + used, rect.y, rect.width - used, rect.height}, look.name, look.name_ink, name);
}

bool names_have_little_room(float width) { return width < ui::px(ui::language() == compass::Language::zh ? 260 : 400); }

NameInRow draw_deal_name_in_row(const ui::Rect& rect, bool little_room, std::string_view customer, std::string_view name) {
    const NameLook look = name_in_list(ui::Type::body);
    const ui::Font below = ui::type(ui::Type::caption);
    const bool both = !customer.empty() && !name.empty();
    const float customer_width = ui::text_width(look.customer, customer);
    const float in_one_line = customer_width + ui::text_width(look.name, name) + (both ? ui::text_width(look.name, look.between) : 0);
    const float in_two_lines = std::max(customer_width, ui::text_width(below, name));
    const float height = ui::line_height(look.customer) + ui::line_height(below);
    if (!both || rect.height < height || (!little_room && in_one_line <= rect.width))
        return {draw_deal_name(rect, look, customer, name), in_one_line > rect.width};
    ui::Rect lines = ui::middle(rect, height);
    ui::draw_text_in(ui::cut_top(lines, ui::line_height(look.customer)), look.customer, look.customer_ink, customer);
    ui::draw_text_in(lines, below, look.name_ink, name);
    return {std::min(in_two_lines, rect.width), in_two_lines > rect.width};
}

void add_part(std::string& line, std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += " \u00B7 ";
    line += part;
}

float deal_heading(const Frame& frame, const ui::Rect& rect, ui::Type role, const Deal& deal) {
    const ui::Font font = ui::type(role);
    const ImU32 ink = ui::palette().text;
    const Customer* customer = frame.customer_of(deal);
    const std::string title = deal_title(frame, deal);
    const float width = draw_deal_name(rect, {font, font, ink, ink, " \u00B7 "},
                                       customer ? std::string_view(customer->name) : std::string_view{}, deal.name);
    ui::heading({rect.x, rect.y, width, rect.height}, title, 1);
    if (ui::text_width(font, title) > rect.width + 1) {
        ImGui::SetCursorScreenPos(ui::top_left(rect));
        ImGui::Dummy({rect.width, rect.height});
        ui::tooltip(title);
    }
    return width;
}

bool deal_heading_in_little_room(const Frame& frame, const ui::Rect& rect, ui::Type role, const Deal& deal) {
    if (deal.name.empty() || ui::text_width(ui::type(role), deal_title(frame, deal)) <= rect.width) {
        deal_heading(frame, rect, role, deal);
        return false;
    }
    ui::heading(rect, deal_title(frame, deal), 1);
    ui::draw_text_in(rect, ui::type(role), ui::palette().text, deal.name);
    return true;
}

float sample_mark_width() { return ui::text_width(ui::type(ui::Type::caption), say(Phrase::sample_mark)) + ui::px(12); }

void draw_sample_mark(const ui::Rect& rect) {
    const ui::Rect tag = ui::middle({rect.x, rect.y, sample_mark_width(), rect.height}, ui::px(20));
    ImGui::GetWindowDrawList()->AddRect(ui::top_left(tag), ui::bottom_right(tag), ui::palette().line2, ui::px(5), 0, ui::line_px(1));
    ui::draw_text_in(tag, ui::type(ui::Type::caption), ui::palette().text2, say(Phrase::sample_mark), ui::Align::centre);
}

void draw_saved(const Frame& frame, ui::Rect area, ui::Align align) {
    const ui::Font font = ui::type(ui::Type::caption);
    const ImU32 ink = frame.save_failed ? ui::palette().negative : ui::palette().text3;
    ui::mirror().add(
        {.id = ImGui::GetID("saved"), .role = ui::Role::status, .name = frame.saved, .rect = area, .states = ui::state_polite});
    if (area.height < 2 * ui::line_height(font)) {
        ui::draw_text_in(area, font, ink, frame.saved, align);
        return;
    }
    for (const std::string_view line : ui::wrap(font, frame.saved, area.width))
        ui::draw_text_in(ui::cut_top(area, ui::line_height(font)), font, ink, line, align);
    if (frame.backup.empty()) return;
    const std::vector<std::string_view> lines = ui::wrap(font, frame.backup, area.width);
    const ui::Rect place = {area.x, area.y, area.width, ui::line_height(font) * static_cast<float>(lines.size())};
    const ui::Press press = ui::press("backup", place, {.name = frame.backup, .description = say(ui::Phrase::export_all), .radius = 3});
    for (const std::string_view line : lines)
        ui::draw_text_in(ui::cut_top(area, ui::line_height(font)), font, press.hovered ? ui::palette().text : ink, line, align);
    if (press.pressed) frame.wish(ExportDeals{});
}

int lines_below_title(std::string_view words, float width) {
    const bool phone = ui::scale() == ui::Scale::phone;
    return words.empty() ? phone : phone && width < ui::px(480) ? 2 : 1;
}

void draw_below_title(const Frame& frame, ui::Rect area, std::string_view words) {
    const ui::Font font = ui::type(ui::Type::caption);
    const float line = ui::line_height(font);
    const bool phone = ui::scale() == ui::Scale::phone, beside = phone && lines_below_title(words, area.width) == 1;
    ui::Rect told = area;
    if (beside)
        told = ui::cut_left(area, ui::text_width(font, words) + 1, words.empty() ? 0 : ui::px(12));
    else if (phone)
        told = ui::cut_top(area, line);
    if (!words.empty()) ui::label(told, font, ui::palette().text2, words);
    if (phone) draw_saved(frame, {area.x, area.y, area.width, line});
}

void draw_screen_title(const Frame& frame, const ui::Rect& head, std::string_view title, std::string_view words) {
    const float line = ui::line_height(ui::type(ui::Type::title)), small = ui::line_height(ui::type(ui::Type::caption));
    ui::Rect area = ui::middle(head, line + small * static_cast<float>(lines_below_title(words, head.width)));
    ui::heading(ui::cut_top(area, line), ui::type(ui::Type::title), title, 1, ui::palette().text);
    draw_below_title(frame, area, words);
}

float screen_head_height(const ui::Rect& screen) { return ui::px(lines_below_title("?", screen.width) == 2 ? 76 : 64); }

float saved_words_height(const Frame& frame, float width) {
    const ui::Font font = ui::type(ui::Type::caption);
    return ui::paragraph_height(font, frame.saved, width) + (frame.backup.empty() ? 0 : ui::paragraph_height(font, frame.backup, width));
}

namespace {

// Axis names stand left of their levels; above them where the levels would get too narrow.
float picker_names_width() {
    float width = 0;
    for (const Axis axis : all_axes) width = std::max(width, ui::text_width(ui::type(ui::Type::body), axis_word(axis)));
    return width + ui::px(12);
}
bool has_names_above(float width) { return width - picker_names_width() < level_count * ui::px(64); }
float picker_name_height(float width) { return has_names_above(width) ? ui::line_height(ui::type(ui::Type::body)) : 0; }

}  // namespace

void draw_level_plate(const ui::Rect& rect, bool on, bool hovered) {
    const ui::Palette& colours = ui::palette();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 fill = on ? colours.accent : hovered ? colours.raised : colours.sunk;
    list.AddRectFilled(ui::top_left(rect), ui::bottom_right(rect), fill, ui::px(5));
    if (!on) list.AddRect(ui::top_left(rect), ui::bottom_right(rect), colours.line, ui::px(5), 0, ui::line_px(1));
}

float position_picker_height(float width) { return 3 * (picker_name_height(width) + ui::control_height()) + 2 * ui::px(6); }

bool position_picker(std::string_view id, ui::Rect area, Position& position) {
    const ui::Palette& colours = ui::palette();
    ImGui::PushID(id.data(), id.data() + id.size());
    bool changed = false;
    const float above = picker_name_height(area.width), beside = picker_names_width();
    for (const Axis axis : all_axes) {
        ui::Rect row = ui::cut_top(area, above + ui::control_height(), ui::px(6));
        const std::string name = axis_word(axis);
        const int now = level(position, axis);
        ui::Radios radios(name, name, row, now);
        const ui::Rect name_cell = above > 0 ? ui::cut_top(row, above) : ui::cut_left(row, beside);
        ui::draw_text_in(name_cell, ui::type(ui::Type::body), colours.text2, name);
        for (int to = 0; to < level_count; ++to) {
            const ui::Rect cell = ui::column(row, to, level_count, ui::px(6));
            const bool on = now == to;
            const std::string word = level_word(axis, to);
            ImGui::PushID(static_cast<int>(axis) * level_count + to);
            const ui::Press press = radios.item("level", cell, word);
            ImGui::PopID();
            draw_level_plate(cell, on, press.hovered);
            ui::draw_text_in(ui::inset(cell, ui::px(4), 0), ui::type(ui::Type::body, on ? ui::Face::bold : ui::Face::regular),
                             on ? colours.on_accent : colours.text2, word, ui::Align::centre);
        }
        if (const int to = radios.chosen(); to != now) position = with_level(position, axis, to), changed = true;
    }
    ImGui::PopID();
    return changed;
}

}  // namespace views
