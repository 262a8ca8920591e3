#include "views/search_dialog.h"

#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string kind_words(const Hit& hit) {
    if (hit.axis) return axis_word(*hit.axis);
    static constexpr Phrase kinds[] = {Phrase::found_deal, Phrase::found_customer,  Phrase::found_person,
                                       Phrase::found_fact, Phrase::found_objective, Phrase::found_alternative,
                                       Phrase::found_task, Phrase::found_event,     Phrase::found_lesson};
    return say(kinds[static_cast<int>(hit.kind)]);
}

// The text from a little before what was met, which stands in bold.
void draw_found(Rect row, const Hit& hit, ImU32 ink) {
    const Font plain = type(Type::body), bold = type(Type::body, Face::bold);
    std::string_view before = std::string_view(hit.text).substr(0, hit.at);
    const std::string_view met = std::string_view(hit.text).substr(hit.at, hit.to - hit.at),
                           after = std::string_view(hit.text).substr(hit.to);
    bool cut = false;
    while (!before.empty() && text_width(plain, before) > row.width * 0.45f) {
        std::size_t step = 1;
        while (step < before.size() && (static_cast<unsigned char>(before[step]) & 0xC0) == 0x80) ++step;
        before.remove_prefix(step);
        cut = true;
    }
    if (cut) cut_left(row, draw_text_in(row, plain, ink, "\u2026"));
    cut_left(row, draw_text_in(row, plain, ink, before));
    cut_left(row, draw_text_in(row, bold, palette().accent_text, met));
    draw_text_in(row, plain, ink, after);
}

// Nothing typed: everything that can be done. What begins with the words comes before what was found, the rest after it.
void look(const Frame& frame, SearchState& state) {
    if (state.found && state.words == state.found_for) return;
    state.found = true, state.found_for = state.words, state.chosen = 0;
    state.rows.clear();
    std::vector<SearchRow> after;
    for (Command& command : commands(frame, state.deal)) {
        const std::optional<Met> met = state.words.empty() ? Met{} : find_words(command.words, state.words, frame.initials);
        if (!met) continue;
        Hit hit;
        hit.text = std::move(command.words), hit.at = met->at, hit.to = met->to;
        (met->at == 0 ? state.rows : after).push_back({std::move(hit), std::move(command.wish)});
    }
    for (Hit& hit : search(frame.workspace, state.words, frame.initials)) state.rows.push_back({std::move(hit), {}});
    state.rows.insert(state.rows.end(), std::make_move_iterator(after.begin()), std::make_move_iterator(after.end()));
}

void go_to(const Frame& frame, const Hit& hit) {
    if (hit.kind == HitKind::customer) return frame.wish(GoToCustomers{hit.item});
    if (hit.axis) return frame.wish(GoToAxis{hit.deal, *hit.axis, hit.item});
    if (hit.kind == HitKind::person || (hit.kind == HitKind::fact && hit.item)) return frame.wish(GoToPerson{hit.deal, hit.item});
    frame.wish(GoToDeal{hit.deal});
    if (hit.kind == HitKind::objective) frame.wish(EditBasics{hit.deal});
}

}  // namespace

void open_search(SearchState& state, const Id& deal) { state = {.deal = deal, .first_frame = true}; }

bool draw_search(const Frame& frame, SearchState& state) {
    Rect content;
    bool stays = begin_dialog("search", say(Phrase::search_title), px(640), px(520), content);
    const float line = px(44);
    const FieldResult field = text_field("words", cut_top(content, field_height(), px(10)), say(Phrase::search_words), state.words,
                                         {.hint = say(Phrase::search_hint), .take_focus = state.first_frame});
    state.first_frame = false;
    look(frame, state);
    const int count = static_cast<int>(state.rows.size());
    const int before = state.chosen;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) state.chosen = std::min(state.chosen + 1, std::max(0, count - 1));
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) state.chosen = std::max(state.chosen - 1, 0);

    const std::string summary = state.words.empty() ? std::string(say(Phrase::search_help))
                                : count == 0        ? std::string(say(Phrase::search_nothing))
                                                    : say(Phrase::search_found, {{"count", whole(count)}});
    Rect told = content;
    told.height = draw_paragraph({told.x, told.y + px(4), told.width, 0}, type(Type::caption), palette().text3, summary);
    cut_top(content, told.height + px(8), px(4));
    // What the arrows choose is told, since the focus stays in the box.
    const std::string spoken = count == 0 ? summary : summary + " " + state.rows[static_cast<std::size_t>(state.chosen)].hit.text;
    mirror().add({.id = ImGui::GetID("summary"), .role = ui::Role::status, .name = spoken, .rect = told, .states = state_polite});

    const Rect rows = begin_scroll("found", content);
    {
        const Group list(ui::Role::list, "results", say(Phrase::search_results), rows);
        float y = rows.y;
        for (int i = 0; i < count; ++i, y += line) {
            const SearchRow& found = state.rows[static_cast<std::size_t>(i)];
            const Hit& hit = found.hit;
            Rect row = {rows.x, y, rows.width - px(12), line};
            ImGui::PushID(i);
            const Group item(ui::Role::listitem, "hit", "", row);
            const std::string kind = found.command ? std::string(say(Phrase::found_command)) : kind_words(hit);
            const Deal* deal = found.command ? nullptr : find_deal(frame.workspace, hit.deal);
            const std::string where = deal && hit.kind != HitKind::deal ? deal_title(frame, *deal) : std::string{};
            const Press press =
                ui::press("go", row, {.role = ui::Role::link, .name = kind + ": " + hit.text, .description = where, .radius = 5});
            const bool chosen = i == state.chosen;
            if (chosen || press.hovered)
                ImGui::GetWindowDrawList()->AddRectFilled(top_left(row), bottom_right(row), palette().raised, px(5));
            Rect words = inset(row, px(10), px(3));
            const bool beside = scale() != Scale::phone || where.empty();
            if (beside) draw_text_in(cut_right(words, px(84), px(8)), type(Type::caption), palette().text3, kind, Align::right);
            const std::string below = beside ? where : kind + " \u00B7 " + where;
            draw_found(below.empty() ? words : cut_top(words, words.height * 0.55f), hit, palette().text);
            if (!below.empty()) draw_text_in(words, type(Type::caption), palette().text3, below);
            if (press.pressed || (chosen && field.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false))) {
                found.command ? frame.wish(*found.command) : go_to(frame, hit);
                stays = false;
            }
            ImGui::PopID();
        }
    }
    if (state.chosen != before) scroll_to(line * static_cast<float>(state.chosen), line);
    end_scroll(line * static_cast<float>(count));
    end_dialog();
    return stays;
}

}  // namespace views
