#include "views/handbook.h"

#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

bool begins_chapter(const HandbookState& state, std::size_t at) {
    const std::vector<HandbookTerm>& terms = state.text.terms;
    return at == 0 || terms[state.found[at]].chapter != terms[state.found[at - 1]].chapter;
}

void find(const Frame& frame, HandbookState& state) {
    if (state.words == state.found_for && !state.found.empty()) return;
    state.found_for = state.words;
    state.found.clear();
    state.layout = {};
    for (std::size_t i = 0; i < state.text.terms.size(); ++i) {
        const HandbookTerm& term = state.text.terms[i];
        if (state.words.empty() || find_words(term.name + " " + term.text, state.words, frame.initials)) state.found.push_back(i);
    }
}

float chapter_height() { return px(scale() == Scale::phone ? 56 : 64); }
float name_height() { return px(30); }
float sign_gap() { return px(6); }
float sign_side() { return px(24); }

// Where each term begins, its chapter's heading before it.
void lay_out(HandbookState& state, float width) {
    HandbookState::Layout& layout = state.layout;
    if (layout.width == width && layout.unit == unit()) return;
    layout = {width, unit(), {0}};
    for (std::size_t i = 0; i < state.found.size(); ++i)
        layout.tops.push_back(layout.tops.back() + (begins_chapter(state, i) ? chapter_height() : 0) + name_height() +
                              paragraph_height(type(Type::body), state.text.terms[state.found[i]].text, width) + px(22));
}

void draw_term(const HandbookState& state, std::size_t at, Rect area) {
    const Palette& colours = palette();
    const HandbookTerm& term = state.text.terms[state.found[at]];
    if (begins_chapter(state, at)) {
        const Rect chapter = cut_top(area, chapter_height());
        heading({chapter.x, chapter.y + px(14), chapter.width, px(32)}, type(Type::title), state.text.chapters[term.chapter], 2,
                colours.text);
    }
    const Rect name = cut_top(area, name_height());
    heading(name, type(Type::section), term.name, 3, colours.text);
    if (term.id == state.term)
        ImGui::GetWindowDrawList()->AddRectFilled({name.x - px(14), name.y + px(4)}, {name.x - px(11), bottom(area) - px(22)},
                                                  colours.accent, px(1));
    ImGui::PushID(term.id.c_str());
    paragraph(area, type(Type::body), colours.text2, term.text);
    ImGui::PopID();
}

// A screen's height more than is in sight, so that reading on finds it.
void draw_text(HandbookState& state, const Rect& area) {
    const float margin = px(scale() == Scale::phone ? 16 : 32);
    const Rect view = begin_scroll("text", area, ui::Role::group, true);
    const Rect column = {view.x + margin, view.y, std::min(view.width - 2 * margin, px(720)), view.height};
    lay_out(state, column.width);
    const std::vector<float>& tops = state.layout.tops;
    const float from = ImGui::GetScrollY() - view.height, to = ImGui::GetScrollY() + 2 * view.height;
    for (std::size_t i = 0; i < state.found.size(); ++i) {
        const bool wanted = state.to_term && state.text.terms[state.found[i]].id == state.term;
        if (wanted) scroll_to(tops[i], view.height - px(24));
        if (wanted) state.to_term = false;
        if (tops[i + 1] >= from && tops[i] <= to) draw_term(state, i, {column.x, column.y + tops[i], column.width, tops[i + 1] - tops[i]});
    }
    end_scroll(tops.back() + px(24));
}

void draw_index(HandbookState& state, const Rect& area) {
    const Palette& colours = palette();
    const float row_height = px(30);
    const Rect view = begin_scroll("terms", area);
    const Group list(ui::Role::list, "terms", say(Phrase::handbook_terms), view);
    float y = view.y;
    for (std::size_t i = 0; i < state.found.size(); ++i) {
        const HandbookTerm& term = state.text.terms[state.found[i]];
        if (begins_chapter(state, i)) {
            const std::string& chapter = state.text.chapters[term.chapter];
            const std::string_view words = std::string_view(chapter).substr(0, std::min(chapter.find("\uFF1A"), chapter.find(": ")));
            draw_text_in({view.x + px(16), y + px(8), view.width - px(32), px(24)}, type(Type::caption), colours.text3, words);
            y += px(34);
        }
        const Rect row = {view.x + px(8), y, view.width - px(24), row_height};
        const bool current = term.id == state.term;
        const Group item(ui::Role::listitem, term.id, "", row);
        const Press press = ui::press(
            term.id, row, {.role = ui::Role::link, .name = term.name, .states = current ? state_current : state_none, .radius = 5});
        if (current || press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(row), bottom_right(row), colours.raised, px(5));
        draw_text_in(inset(row, px(8), 0), type(Type::body, current ? Face::bold : Face::regular), current ? colours.text : colours.text2,
                     term.name);
        if (press.pressed) state.term = term.id, state.to_term = true;
        y += row_height;
    }
    end_scroll(y - view.y + px(16));
}

}  // namespace

void take_handbook(HandbookState& state, Language language, std::string_view text) {
    if (text.empty()) return;
    state.text = read_handbook(text);
    state.language = language;
    state.found.clear();
    state.layout = {};
}

void draw_handbook(const Frame& frame, HandbookState& state, const Rect& whole) {
    const Palette& colours = palette();
    const bool phone = scale() == Scale::phone;
    Rect area = whole;
    Rect head = cut_top(area, px(64));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(head), bottom_right(head), colours.panel);
    hairline({head.x, bottom(head) - line_px(1)}, {right(head), bottom(head) - line_px(1)}, colours.line);
    head = inset(head, px(phone ? 14 : 24), 0);
    if (button("about", middle(cut_right(head, button_width(say(Phrase::nav_about)), px(12)), control_height()), say(Phrase::nav_about)))
        frame.wish(ShowAbout{});
    draw_screen_title(frame, head, say(Phrase::nav_handbook));

    if (state.language != language()) {
        if (state.asked != language()) frame.wish(AskHandbook{});
        const std::string_view words = say(Phrase::handbook_waiting);
        const Rect line = {area.x, area.y + area.height * 0.4f, area.width, line_height(type(Type::strong))};
        draw_text_in(line, type(Type::strong), colours.text2, words, Align::centre);
        mirror().add({.id = id_of("waiting"), .role = ui::Role::status, .name = words, .rect = line, .states = state_polite});
        return;
    }
    Rect index = phone ? cut_top(area, field_height() + px(20)) : cut_left(area, px(264));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(index), bottom_right(index), colours.panel);
    if (phone)
        hairline({index.x, bottom(index)}, {right(index), bottom(index)}, colours.line);
    else
        hairline({right(index), index.y}, {right(index), bottom(index)}, colours.line);
    const Rect box = cut_top(index, field_height() + px(20), px(4));
    text_field("words", inset(box, px(16), px(10)), say(Phrase::handbook_words), state.words, {.hint = say(Phrase::handbook_hint)});
    find(frame, state);
    if (!phone) draw_index(state, index);
    if (state.found.empty()) {
        paragraph(inset(area, px(phone ? 16 : 32), px(24)), type(Type::body), colours.text2, say(Phrase::handbook_nothing));
        return;
    }
    draw_text(state, area);
}

float explained_heading_width(std::string_view words) {
    return text_width(type(Type::section), words) + (scale() == Scale::phone ? 0 : sign_gap() + sign_side());
}

void explained_heading(const Frame& frame, const Rect& rect, std::string_view words, std::string_view term) {
    const Font font = type(Type::section);
    heading(rect, font, words, 2, palette().text);
    if (scale() == Scale::phone) return;
    const Rect sign = middle({rect.x + text_width(font, words) + sign_gap(), rect.y, sign_side(), rect.height}, sign_side());
    if (icon_button("help-" + std::string(term), sign, say(Phrase::help_about, {{"term", words}}), paint_icon<draw::Icon::help>))
        frame.wish(GoToTerm{std::string(term)});
}

}  // namespace views
