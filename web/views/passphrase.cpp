#include "views/passphrase.h"

#include "model/text.h"
#include "ui/widgets.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t passphrase_bytes_at_least = 8;  // three Chinese characters are nine

float show_row_height() { return std::max(px(28), scale() == Scale::phone ? px(44) : 0.0f); }

std::string first_fault(const NewPassphrase& state) {
    return state.tried && state.words.size() < passphrase_bytes_at_least ? std::string(say(Phrase::passphrase_short)) : std::string();
}
std::string second_fault(const NewPassphrase& state) {
    return state.tried && first_fault(state).empty() && state.words != state.again ? std::string(say(Phrase::passphrase_differs))
                                                                                   : std::string();
}

void forget(std::string& words) {
    std::fill(words.begin(), words.end(), '\0');
    words.clear();
}

float lost_height(float width) { return paragraph_height(type(Type::body, Face::bold), say(Phrase::passphrase_lost), width); }

// The row of buttons at the end of a dialog that waits for the browser; true: go on.
bool draw_passphrase_buttons(Rect buttons, Phrase done, bool working, bool able, bool& stays) {
    const std::string_view words = say(working ? Phrase::passphrase_working : done);
    const auto [cancel, go] = cut_right<2>(buttons, {button_width(say(Phrase::cancel)), button_width(words)}, px(10));
    if (button("cancel", cancel, say(Phrase::cancel))) stays = false;
    return button("done", go, words, ButtonKind::primary, able && !working);
}

}  // namespace

bool NewPassphrase::is_good() const { return words.size() >= passphrase_bytes_at_least && words == again; }

float new_passphrase_height(float width, const NewPassphrase& state) {
    const std::string first = first_fault(state), second = second_fault(state);
    return lost_height(width) + px(8) + field_height({.error = first}) + px(8) + field_height({.error = second}) + px(4) +
           show_row_height();
}

bool draw_new_passphrase(const Rect& area, NewPassphrase& state) {
    Rect rest = area;
    cut_top(rest, paragraph(rest, type(Type::body, Face::bold), palette().text, say(Phrase::passphrase_lost)), px(8));
    const std::string first = first_fault(state), second = second_fault(state);
    const FieldOptions one{
        .error = first, .take_focus = std::exchange(state.take_focus, false), .secret = true, .secret_shown = state.shown};
    text_field("passphrase", cut_top(rest, field_height(one), px(8)), say(Phrase::passphrase_new), state.words, one);
    const FieldOptions two{.error = second, .secret = true, .secret_shown = state.shown};
    const FieldResult again = text_field("again", cut_top(rest, field_height(two), px(4)), say(Phrase::passphrase_again), state.again, two);
    const Rect row = cut_top(rest, show_row_height());
    check("shown", {row.x, row.y, std::min(row.width, check_width(say(Phrase::passphrase_show))), row.height}, say(Phrase::passphrase_show),
          state.shown);
    return again.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
}

bool draw_lock_file(const Frame& frame, LockFileState& state, bool can_lock) {
    const bool phone = scale() == Scale::phone;
    const float inner = dialog_inside(px(480));
    const std::string_view what = say(!can_lock         ? Phrase::passphrase_missing
                                      : state.workspace ? Phrase::lock_what
                                                        : Phrase::lock_file_what);
    const std::string_view failed = say(state.workspace ? Phrase::lock_failed : Phrase::passphrase_failed);
    const float failed_height = state.failed ? paragraph_height(type(Type::body), failed, inner) + px(8) : 0;
    const float wanted = paragraph_height(type(Type::body), what, inner) + px(12) +
                         (can_lock ? new_passphrase_height(inner, state.passphrase) : 0) + failed_height + px(12) + control_height() +
                         px(phone ? 8 : 0);
    Rect content;
    bool stays = begin_dialog("lock-file", say(state.workspace ? Phrase::lock_set : Phrase::lock_file_title), px(480),
                              dialog_around(wanted), content);
    const Rect buttons = cut_bottom(content, control_height(), px(12));
    const Rect area = begin_scroll("what", content);
    Rect rest = {area.x + px(2), area.y, area.width - px(4), area.height};
    cut_top(rest, paragraph(rest, type(Type::body), palette().text2, what), px(12));
    bool enter = false;
    if (can_lock) enter = draw_new_passphrase(cut_top(rest, new_passphrase_height(rest.width, state.passphrase)), state.passphrase);
    if (state.failed) cut_top(rest, paragraph(rest, type(Type::body), palette().negative, failed));
    end_scroll(rest.y - area.y);
    const bool pressed =
        draw_passphrase_buttons(buttons, state.workspace ? Phrase::share_lock : Phrase::lock_file_done, state.working, can_lock, stays);
    if (state.working && state.workspace) stays = true;  // what has begun is told of
    if (pressed || (enter && !state.working)) {
        state.passphrase.tried = true;
        if (state.passphrase.is_good()) frame.wish(LockFile{});
    }
    end_dialog();
    if (!stays) forget(state.passphrase.words), forget(state.passphrase.again), state = {};
    return stays;
}

bool draw_unlock(const Frame& frame, UnlockState& state, bool can_lock) {
    const float inner = dialog_inside(px(480));
    const std::string what = !can_lock            ? say(Phrase::passphrase_missing)
                             : state.name.empty() ? say(Phrase::unlock_link)
                                                  : say(Phrase::unlock_file, {{"file", excerpt(state.name)}});
    const FieldOptions field{.error = state.failed ? std::string_view(say(Phrase::error_unlock)) : std::string_view(),
                             .take_focus = std::exchange(state.take_focus, false),
                             .secret = true,
                             .secret_shown = state.shown,
                             .secret_known = true};
    const float wanted = paragraph_height(type(Type::body), what, inner) + px(12) +
                         (can_lock ? field_height(field) + px(4) + show_row_height() : 0) + px(12) + control_height();
    Rect content;
    bool stays = begin_dialog("unlock", say(Phrase::unlock_title), px(480), dialog_around(wanted), content);
    const Rect buttons = cut_bottom(content, control_height(), px(12));
    cut_top(content, paragraph(content, type(Type::body), palette().text2, what), px(12));
    bool enter = false;
    if (can_lock) {
        const FieldResult typed =
            text_field("passphrase", cut_top(content, field_height(field), px(4)), say(Phrase::passphrase), state.passphrase, field);
        if (typed.changed) state.failed = false;
        enter = typed.editing && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
        const Rect row = cut_top(content, show_row_height());
        check("shown", {row.x, row.y, std::min(row.width, check_width(say(Phrase::passphrase_show))), row.height},
              say(Phrase::passphrase_show), state.shown);
    }
    const bool pressed = draw_passphrase_buttons(buttons, Phrase::unlock_done, state.working, can_lock, stays);
    if ((pressed || enter) && !state.working && !state.passphrase.empty()) frame.wish(Unlock{});
    end_dialog();
    if (!stays) forget(state.passphrase), state = {};
    return stays;
}

}  // namespace views
