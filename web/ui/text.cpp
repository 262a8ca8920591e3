#include "ui/widgets.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr std::string_view ellipsis = "\u2026";

char32_t next_code_point(std::string_view words, std::size_t& at) {
    unsigned int code_point = 0;
    at += static_cast<std::size_t>(ImTextCharFromUtf8(&code_point, words.data() + at, words.data() + words.size()));
    return code_point;
}

// Scripts that are set without spaces: a line may break on either side of such a character.
bool breaks_freely(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60) ||
           c >= 0x20000;
}

bool never_starts_a_line(char32_t c) {
    static constexpr std::u32string_view closing = U"。，、；：？！）」』》〉】〕”’…—·％%,.;:!?)]}";
    return closing.find(c) != closing.npos;
}
bool never_ends_a_line(char32_t c) {
    static constexpr std::u32string_view opening = U"（「『《〈【〔“‘([{¥$";
    return opening.find(c) != opening.npos;
}

float advance(ImFontBaked* baked, char32_t c) { return baked->GetCharAdvance(static_cast<ImWchar>(c)); }

// Words may stand on a page as heading, as text and as a group's name: each has an id of its own.
ItemId text_id(Role role, std::string_view words) { return ImHashData(&role, sizeof role, id_of(words)); }

}  // namespace

float text_width(Font font, std::string_view words) {
    if (words.empty()) return 0;  // an empty view has no text that Dear ImGui could look at
    return font.font->CalcTextSizeA(font.size, FLT_MAX, 0, words.data(), words.data() + words.size()).x;
}

float line_height(Font font) { return std::round(font.size * 1.2f); }

float draw_text(ImVec2 at, Font font, ImU32 colour, std::string_view words) {
    if (words.empty()) return 0;
    ImGui::GetWindowDrawList()->AddText(font.font, font.size, {std::round(at.x), std::round(at.y)}, colour, words.data(),
                                        words.data() + words.size());
    return text_width(font, words);
}

float draw_text_in(const Rect& rect, Font font, ImU32 colour, std::string_view words, Align align) {
    const float y = rect.y + std::floor((rect.height - font.size) * 0.5f);
    float width = text_width(font, words);
    if (width > rect.width + 1) {
        ImFontBaked* baked = font.font->GetFontBaked(font.size);
        float room = rect.width - text_width(font, ellipsis);
        std::size_t end = 0;
        for (std::size_t at = 0; at < words.size(); end = at) {
            const float step = advance(baked, next_code_point(words, at));
            if (step > room) break;
            room -= step;
        }
        const float x = draw_text({rect.x, y}, font, colour, words.substr(0, end));
        return x + draw_text({rect.x + x, y}, font, colour, ellipsis);
    }
    const float free = rect.width - width;
    draw_text({rect.x + (align == Align::left ? 0 : align == Align::centre ? free * 0.5f : free), y}, font, colour, words);
    return width;
}

std::vector<std::string_view> wrap(Font font, std::string_view words, float width) {
    std::vector<std::string_view> lines;
    ImFontBaked* baked = font.font->GetFontBaked(font.size);
    std::size_t start = 0, last_break = 0;
    float used = 0, used_at_break = 0;
    char32_t previous = 0;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t before = at;
        const char32_t c = next_code_point(words, at);
        if (c == '\n') {
            lines.push_back(words.substr(start, before - start));
            start = last_break = at, used = used_at_break = 0, previous = 0;
            continue;
        }
        const bool may_break = before > start && (previous == ' ' || breaks_freely(c) || breaks_freely(previous)) &&
                               !never_starts_a_line(c) && !never_ends_a_line(previous) && c != ' ';
        if (may_break) last_break = before, used_at_break = used;
        const float step = advance(baked, c);
        if (used + step > width && before > start && c != ' ') {
            const bool has_break = last_break > start;
            const std::size_t end = has_break ? last_break : before;
            std::string_view line = words.substr(start, end - start);
            while (line.ends_with(' ')) line.remove_suffix(1);
            lines.push_back(line);
            start = last_break = end;
            used = has_break ? used - used_at_break : 0;
            used_at_break = 0;
        }
        used += step;
        previous = c;
    }
    if (start < words.size() || lines.empty()) lines.push_back(words.substr(start));
    return lines;
}

float draw_paragraph(const Rect& rect, Font font, ImU32 colour, std::string_view words, int lines_at_most) {
    const float step = line_height(font);
    float y = rect.y;
    const auto lines = wrap(font, words, rect.width);
    const int shown = std::min(static_cast<int>(lines.size()), lines_at_most);
    for (int i = 0; i < shown; ++i, y += step) {
        const auto& line = lines[static_cast<std::size_t>(i)];
        const bool cut = i + 1 == shown && shown < static_cast<int>(lines.size());
        const std::string_view rest =
            cut ? std::string_view(line.data(), static_cast<std::size_t>(words.data() + words.size() - line.data())) : line;
        draw_text_in({rect.x, y, rect.width, step}, font, colour, rest);
    }
    return y - rect.y;
}

float paragraph_height(Font font, std::string_view words, float width, int lines_at_most) {
    return line_height(font) * static_cast<float>(std::min(static_cast<int>(wrap(font, words, width).size()), lines_at_most));
}

void label(const Rect& rect, Font font, ImU32 colour, std::string_view words, Align align) {
    draw_text_in(rect, font, colour, words, align);
    reading(words, rect, words);
}

void table_cell(std::string_view id, const Rect& rect, Font font, ImU32 colour, std::string_view words, Align align) {
    if (rect.width == 0) return;
    draw_text_in(rect, font, colour, words, align);
    mirror().add({.id = id_of(id), .role = Role::cell, .name = words, .rect = rect});
}

ItemId heading(const Rect& rect, Font font, std::string_view words, int level, ImU32 colour) {
    draw_text_in(rect, font, colour, words);
    return heading(rect, words, level);
}

ItemId heading(const Rect& rect, std::string_view words, int level) {
    const ItemId id = text_id(Role::heading, words);
    mirror().add({.id = id, .role = Role::heading, .name = words, .rect = rect, .level = static_cast<std::uint8_t>(level)});
    return id;
}

float paragraph(const Rect& rect, Font font, ImU32 colour, std::string_view words, int lines_at_most) {
    const float height = draw_paragraph(rect, font, colour, words, lines_at_most);
    if (!words.empty()) reading(words, {rect.x, rect.y, rect.width, height}, words);
    return height;
}

void reading(std::string_view id, const Rect& rect, std::string_view sentence) {
    mirror().add({.id = text_id(Role::text, id), .role = Role::text, .name = sentence, .rect = rect});
}

}  // namespace ui
