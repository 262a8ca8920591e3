// A drawing as SVG, made by the same functions that draw it on the screen, so that the two cannot disagree: they draw into a list of this
// picture's own, without softened edges. Then a list holds little more than what it was told – a filled shape is its outline in order, a
// stroke a rectangle per leg whose middle is the line itself – so that paths, strokes and circles come back as what they were. What a list
// holds as a texture or as many triangles, text and glow, is noted beside it; a triangle without extent keeps its place and its colour.
#pragma once

#include "ui/theme.h"

#include <imgui.h>

#include <string>
#include <string_view>
#include <vector>

namespace draw {

class Picture {
  public:
    // Device pixels: `width` × `height` design pixels times ui::unit(). Only one at a time.
    Picture(float width, float height);
    ~Picture();
    Picture(const Picture&) = delete;
    Picture& operator=(const Picture&) = delete;

    ImDrawList& list() { return list_; }
    // `title` says what it shows; `id` begins the ids in it, where several stand on one page. Upon the theme's background, in light on white.
    std::string svg(std::string_view title, std::string_view id) const;

    [[gnu::noinline]] void add_text(ui::Font font, ImVec2 at, float align_x, ImU32 colour, std::string_view words);
    [[gnu::noinline]] void add_glow(ImVec2 centre, float radius, ImU32 colour);
    struct Mark {
        std::string words;  // empty: a glow
        float size = 0;     // em, or the radius
        bool bold = false;
        float align = 0, width = 0;  // of the text
    };

  private:
    void add(Mark mark, ImVec2 at, ImU32 colour);

    float width_, height_;
    ImDrawList list_;
    std::vector<Mark> marks_;
};

// The picture whose list this is; null where it is one of the screen's.
Picture* picture_of(const ImDrawList& list);

}  // namespace draw
