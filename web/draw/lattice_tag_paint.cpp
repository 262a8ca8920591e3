#include "draw/lattice_marks.h"
#include "draw/strokes.h"

#include <algorithm>

namespace draw {
namespace {

struct TagColours {
    ImU32 fill, outline, ink, badge, on_badge;
};

TagColours colours_of(TagKind kind, const ui::Palette& c) {
    switch (kind) {
        case TagKind::best: return {c.accent, c.accent_line, c.on_accent, c.on_accent, c.accent};
        case TagKind::gain: return {c.panel, c.line2, c.positive, c.positive, c.panel};
        case TagKind::loss: return {c.panel, c.line2, c.text2, c.text3, c.panel};
        case TagKind::threat: return {c.panel, c.line2, c.negative, c.negative, c.panel};
        case TagKind::note: return {c.panel, c.line2, c.text, 0, 0};
        case TagKind::date: return {0, 0, c.text2, 0, 0};
    }
    return {};
}

void leader(ImDrawList& list, const LatticeLayout& layout, const PositionScene& scene, const LatticeTag& tag, ImU32 colour) {
    const ImVec2 node = layout.nodes[static_cast<std::size_t>(tag.node)].centre;
    const ImVec2 edge(std::clamp(node.x, tag.minimum.x, tag.maximum.x), std::clamp(node.y, tag.minimum.y, tag.maximum.y));
    list.AddLine(towards(node, edge, mark_radius(layout, scene, tag.node) + 2 * layout.scale), edge, colour, ui::line_px(1));
}

}  // namespace

void draw_tag(ImDrawList& list, const LatticeLayout& layout, const PositionScene& scene, const LatticeTag& tag) {
    const int first_vertex = list.VtxBuffer.Size;
    const TagColours colours = colours_of(tag.kind, ui::palette());
    const TagMetrics metrics = metrics_of(tag.kind);
    if (tag.leader) leader(list, layout, scene, tag, ui::palette().line2);
    if (tag.kind != TagKind::date) {
        const float rounding = 5 * layout.scale;
        list.AddRectFilled(tag.minimum, tag.maximum, colours.fill, rounding);
        list.AddRect(tag.minimum, tag.maximum, colours.outline, rounding, 0, ui::line_px(1));
    }
    ImVec2 at(tag.minimum.x + metrics.padding, (tag.minimum.y + tag.maximum.y) / 2);
    if (tag.rank) {
        const ImVec2 centre(at.x + metrics.badge, at.y);
        const ui::Font digit = {metrics.font.font, metrics.font.size * 0.86f};
        list.AddCircleFilled(centre, metrics.badge, colours.badge);
        text(list, digit, centre, 0.5f, 0.5f, colours.on_badge, {&tag.rank, 1});
        at.x += 2 * metrics.badge + metrics.gap;
    }
    text(list, metrics.font, at, 0, 0.5f, colours.ink, tag.words.empty() ? std::string_view(tag.gain.data()) : tag.words);
    fade(list, first_vertex, solidity(layout));
}

}  // namespace draw
