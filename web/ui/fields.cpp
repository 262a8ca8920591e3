#include "ui/widgets.h"

#include <imgui_internal.h>

#include <cmath>

namespace ui {
namespace {

float box_height(const FieldOptions& options) { return !options.several_lines ? control_height() : options.box > 0 ? options.box : px(76); }
float label_height() { return px(22); }
float error_height() { return px(20); }

// Where the browser's own box puts its text, so that nothing jumps when it takes over.
constexpr float padding_x = 0.75f, padding_y = 0.6f;  // em

void draw_value(const Rect& box, std::string_view words, ImU32 ink, bool several_lines) {
    const Font font = type(Type::body);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRect(top_left(box), bottom_right(box), true);
    const float em = font.size * em_per_font_size;
    const Rect inner = inset(box, padding_x * em, several_lines ? padding_y * em : 0);
    if (several_lines) {
        float y = inner.y;
        for (const std::string_view line : wrap(font, words, inner.width)) draw_text({inner.x, y}, font, ink, line), y += font.size;
    } else {
        draw_text_in(inner, font, ink, words);
    }
    list.PopClipRect();
}

}  // namespace

float field_height(const FieldOptions& options) {
    return (options.label_visible ? label_height() : 0) + box_height(options) + (options.error.empty() ? 0 : error_height());
}

FieldResult text_field(std::string_view id_text, const Rect& rect, std::string_view name, std::string& value, const FieldOptions& options) {
    const Palette& colours = palette();
    Rect rest = rect;
    if (options.label_visible) draw_text_in(cut_top(rest, label_height()), type(Type::caption), colours.text2, name);
    const Rect box = cut_top(rest, box_height(options));
    const ImGuiID id = ImGui::GetID(id_text.data(), id_text.data() + id_text.size());

    FieldResult result;
    result.changed = mirror().take_value(id, value);
    result.done = mirror().take_done(id);
    result.editing = mirror().focused(id);
    if (options.take_focus) mirror().request_focus(id);
    const bool hovered =
        ImGui::ItemAdd({top_left(box), bottom_right(box)}, id) && ImGui::ItemHoverable({top_left(box), bottom_right(box)}, id, 0);
    if (hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);

    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(box), bottom_right(box), colours.dark ? colours.sunk : colours.panel, px(6));
    std::string dots;
    if (options.secret && !options.secret_shown)
        for (const char c : value)
            if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) dots += "\u2022";
    if (value.empty())
        draw_value(box, options.hint, colours.text3, options.several_lines);
    else if (!result.editing)
        draw_value(box, dots.empty() ? value : dots, colours.text, options.several_lines);
    const ImU32 outline = !options.error.empty() ? colours.negative
                          : result.editing       ? colours.text
                          : hovered              ? colours.text3
                                                 : colours.line2;
    list.AddRect({box.x + 0.5f, box.y + 0.5f}, {right(box) - 0.5f, bottom(box) - 0.5f}, outline, px(6), 0,
                 result.editing ? px(2) : line_px(1));

    const std::uint32_t states = state_focusable | (result.editing ? state_editing : state_none) |
                                 (options.error.empty() ? state_none : state_invalid) | (options.secret ? state_secret : state_none) |
                                 (options.secret_shown ? state_shown : state_none) | (options.secret_known ? state_known : state_none);
    mirror().add({.id = id,
                  .role = options.several_lines ? Role::textarea : Role::textbox,
                  .name = name,
                  .value = value,
                  .description = options.error.empty() ? options.hint : options.error,
                  .rect = box,
                  .states = states,
                  .em = type(Type::body).size * em_per_font_size});
    if (!options.error.empty()) label(cut_top(rest, error_height()), type(Type::caption), colours.negative, options.error);
    return result;
}

}  // namespace ui
