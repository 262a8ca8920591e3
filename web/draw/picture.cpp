#include "draw/picture.h"

#include "draw/strokes.h"
#include "paper/html.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

namespace draw {
namespace {

using compass::paper::decimal;

Picture* current_picture = nullptr;

constexpr float mark_sign = -1;  // where a vertex of a mark would have its place in the texture; beside it the mark's number
constexpr std::string_view fonts =
    "-apple-system, 'Segoe UI', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', system-ui, "
    "sans-serif";

bool nearly(float a, float b) { return std::fabs(a - b) < 0.05f; }
bool nearly(ImVec2 a, ImVec2 b) { return nearly(a.x, b.x) && nearly(a.y, b.y); }

// One leg of a stroke: the middle line of a rectangle.
struct StrokeLeg {
    ImVec2 from, to;
    float thickness = 0;
};

// The rectangle that Dear ImGui makes of a leg.
bool as_stroke_leg(std::span<const ImDrawVert> shape, StrokeLeg& leg) {
    if (shape.size() != 4) return false;
    const ImVec2 a = shape[0].pos, b = shape[1].pos, c = shape[2].pos, d = shape[3].pos;
    const ImVec2 along = b - a, across = d - a;
    if (!nearly(c - d, along) || std::fabs(along.x * across.x + along.y * across.y) > 0.02f * distance(a, b) * distance(a, d)) return false;
    leg = {between(a, d, 0.5f), between(b, c, 0.5f), distance(a, d)};
    return true;
}

// All points on one circle.
bool as_circle(std::span<const ImVec2> points, ImVec2& centre, float& radius) {
    if (points.size() < 8) return false;
    centre = {};
    for (const ImVec2& point : points) centre = centre + point * (1 / static_cast<float>(points.size()));
    radius = distance(centre, points[0]);
    for (std::size_t i = 0; i < points.size(); ++i) {
        const float step = distance(points[i], points[(i + 1) % points.size()]);
        if (std::fabs(distance(centre, points[i]) - radius) > 0.1f || step > radius) return false;
    }
    return radius > 0;
}

class SvgWriter {
  public:
    SvgWriter(const ImDrawList& list, std::span<const Picture::Mark> marks, std::string_view id, float unit, ImU32 ground)
        : list_(list), marks_(marks), id_(id), unit_(unit), ground_(ground) {}

    std::string written() {
        for (const ImDrawCmd& command : list_.CmdBuffer) {
            if (command.ElemCount > 0) clip(command.ClipRect);
            for (unsigned i = 0; i + 2 < command.ElemCount;) i = shape(command, i);
        }
        end_path();
        if (clips_) body_ += "</g>\n";
        return body_;
    }
    const std::string& definitions() const { return definitions_; }

  private:
    const ImDrawVert& vertex(const ImDrawCmd& command, unsigned index) const {
        return list_.VtxBuffer[static_cast<int>(command.VtxOffset + list_.IdxBuffer[static_cast<int>(command.IdxOffset + index)])];
    }

    // What only a part of the picture shows. The first rectangle is the whole one.
    void clip(const ImVec4& rect) {
        if (!whole_) whole_ = rect;
        if (!now_) now_ = rect;
        if (near_rect(*now_, rect)) return;
        end_path();
        if (clips_) body_ += "</g>\n";
        now_ = rect, clips_ = !near_rect(*whole_, rect);
        if (!clips_) return;
        const std::string name = std::string(id_) + "-clip-" + std::to_string(++clip_count_);
        definitions_ += "<clipPath id=\"" + name + "\"><rect x=\"" + number(rect.x) + "\" y=\"" + number(rect.y) + "\" width=\"" +
                        number(rect.z - rect.x) + "\" height=\"" + number(rect.w - rect.y) + "\"/></clipPath>\n";
        body_ += "<g clip-path=\"url(#" + name + ")\">\n";
    }
    static bool near_rect(const ImVec4& a, const ImVec4& b) {
        return nearly(a.x, b.x) && nearly(a.y, b.y) && nearly(a.z, b.z) && nearly(a.w, b.w);
    }

    // One primitive: all its triangles lie among vertices of its own. Returns where the next begins.
    unsigned shape(const ImDrawCmd& command, unsigned at) {
        const auto number = [&](unsigned i) { return list_.IdxBuffer[static_cast<int>(command.IdxOffset + i)]; };
        unsigned first = number(at), last = first, end = at;
        for (; end + 2 < command.ElemCount; end += 3) {
            const unsigned least = std::min({number(end), number(end + 1), number(end + 2)});
            if (end > at && least > last) break;
            last = std::max(
                {last, static_cast<unsigned>(number(end)), static_cast<unsigned>(number(end + 1)), static_cast<unsigned>(number(end + 2))});
            first = std::min(first, least);
        }
        const std::span<const ImDrawVert> all(&list_.VtxBuffer[static_cast<int>(command.VtxOffset + first)], last - first + 1);
        if (all[0].uv.y == mark_sign)
            mark(all[0]);
        else if ((all[0].col & IM_COL32_A_MASK) != 0)
            area(all);
        return end;
    }

    void area(std::span<const ImDrawVert> all) {
        StrokeLeg leg;
        const ImU32 colour = all[0].col;
        if (as_stroke_leg(all, leg)) {
            const bool goes_on =
                !legs_.empty() && stroke_ == colour && nearly(legs_.back().thickness, leg.thickness) && nearly(legs_.back().to, leg.from);
            if (!goes_on) end_stroke();
            stroke_ = colour;
            legs_.push_back(leg);
            return;
        }
        end_stroke();
        std::vector<ImVec2> points;
        for (const ImDrawVert& vertex : all) points.push_back(vertex.pos);
        ImVec2 centre;
        float radius = 0;
        if (as_circle(points, centre, radius)) {
            end_path();
            circle(centre, radius, " fill=\"" + colour_words(colour, "fill") + '"');
        } else {
            path(" fill=\"" + colour_words(colour, "fill") + '"', points, true);
        }
    }

    // What was drawn leg by leg, as one line.
    void end_stroke() {
        if (legs_.empty()) return;
        std::vector<ImVec2> points = {legs_[0].from};
        for (const StrokeLeg& leg : legs_) points.push_back(leg.to);
        const float thickness = legs_[0].thickness;
        const bool closed = points.size() > 3 && nearly(points.front(), points.back());
        if (closed) points.pop_back();
        legs_.clear();
        const std::string look =
            " fill=\"none\" stroke=\"" + colour_words(stroke_, "stroke") + "\" stroke-width=\"" + decimal(thickness / unit_) + '"';
        ImVec2 centre;
        float radius = 0;
        if (closed && as_circle(points, centre, radius)) {
            end_path();
            circle(centre, radius, look);
        } else {
            path(look, points, closed);
        }
    }

    void circle(ImVec2 centre, float radius, const std::string& look) {
        body_ += "<circle cx=\"" + number(centre.x) + "\" cy=\"" + number(centre.y) + "\" r=\"" + number(radius) + '"' + look + "/>\n";
    }

    // Opaque shapes of one look that follow each other are one path.
    void path(const std::string& look, std::span<const ImVec2> points, bool closed) {
        if (look != look_ || look.find("-opacity") != look.npos) end_path();
        look_ = look;
        for (std::size_t i = 0; i < points.size(); ++i) {
            path_ += i == 0 ? 'M' : i == 1 ? 'L' : ' ';
            path_ += number(points[i].x) + ' ' + number(points[i].y);
        }
        if (closed) path_ += 'Z';
    }
    void end_path() {
        if (!legs_.empty()) return end_stroke(), end_path();
        if (!path_.empty()) body_ += "<path" + look_ + " d=\"" + path_ + "\"/>\n";
        path_.clear(), look_.clear();
    }

    void mark(const ImDrawVert& vertex) {
        end_path();
        const Picture::Mark& mark = marks_[static_cast<std::size_t>(vertex.uv.x)];
        if ((vertex.col & IM_COL32_A_MASK) == 0) return;
        if (mark.words.empty()) return glow(vertex, mark);
        compass::paper::Html text;
        std::string look = "x=\"" + number(vertex.pos.x) + "\" y=\"" + number(vertex.pos.y) + "\" font-size=\"" + number(mark.size) +
                           "\" fill=\"" + colour_words(vertex.col, "fill") + '"';
        if (mark.bold) look += " font-weight=\"700\"";
        if (mark.align != 0) look += mark.align == 1 ? " text-anchor=\"end\"" : " text-anchor=\"middle\"";
        // As wide as on the screen, whichever fonts there are.
        look += " textLength=\"" + number(mark.width) + "\" lengthAdjust=\"spacingAndGlyphs\"";
        body_ += text.element("text", mark.words, look).page() + '\n';
    }

    // The steps are those of draw::glow.
    void glow(const ImDrawVert& vertex, const Picture::Mark& mark) {
        const std::string name = std::string(id_) + "-glow-" + std::to_string(++glows_), colour = colour_words(vertex.col, "");
        const float strength = static_cast<float>(vertex.col >> IM_COL32_A_SHIFT) / 255;
        definitions_ += "<radialGradient id=\"" + name + "\">";
        for (const auto& [at, light] : glow_steps)
            definitions_ += "<stop offset=\"" + decimal(static_cast<double>(at)) + "\" stop-color=\"" + colour + "\" stop-opacity=\"" +
                            decimal(static_cast<double>(light * strength)) + "\"/>";
        definitions_ += "</radialGradient>\n";
        circle(vertex.pos, mark.size, " fill=\"url(#" + name + ")\"");
    }

  public:
    // "#rrggbb", and after it the attribute of its opacity where it is not 1.
    std::string colour_words(ImU32 colour, std::string_view attribute) const {
        constexpr char digits[] = "0123456789abcdef";
        if (!ui::palette().dark && (colour & ~IM_COL32_A_MASK) == (ground_ & ~IM_COL32_A_MASK)) colour |= 0xFFFFFF;
        std::string words = "#";
        for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT})
            words += {digits[colour >> shift >> 4 & 15], digits[colour >> shift & 15]};
        const ImU32 alpha = colour >> IM_COL32_A_SHIFT;
        if (alpha < 255 && !attribute.empty())
            words += "\" " + std::string(attribute) + "-opacity=\"" + decimal(static_cast<double>(alpha) / 255);
        return words;
    }

  private:
    std::string number(float device) const { return decimal(static_cast<double>(device / unit_)); }

    const ImDrawList& list_;
    std::span<const Picture::Mark> marks_;
    std::string_view id_;
    float unit_;
    ImU32 ground_;
    std::string body_, definitions_, path_, look_;
    std::vector<StrokeLeg> legs_;
    ImU32 stroke_ = 0;
    int glows_ = 0, clip_count_ = 0;
    std::optional<ImVec4> whole_, now_;
    bool clips_ = false;
};

}  // namespace

Picture* picture_of(const ImDrawList& list) { return current_picture && &current_picture->list() == &list ? current_picture : nullptr; }

Picture::Picture(float width, float height) : width_(width), height_(height), list_(ImGui::GetDrawListSharedData()) {
    current_picture = this;
    list_._ResetForNewFrame();
    list_.Flags = ImDrawListFlags_None;
    list_.PushTexture(ImGui::GetIO().Fonts->TexRef);
    list_.PushClipRect({0, 0}, {width * ui::unit(), height * ui::unit()});
}

Picture::~Picture() { current_picture = nullptr; }

void Picture::add(Mark mark, ImVec2 at, ImU32 colour) {
    const ImVec2 place(static_cast<float>(marks_.size()), mark_sign);
    list_.PrimReserve(3, 3);
    const auto first = static_cast<ImDrawIdx>(list_._VtxCurrentIdx);
    for (ImDrawIdx i = 0; i < 3; ++i) list_.PrimWriteIdx(static_cast<ImDrawIdx>(first + i)), list_.PrimWriteVtx(at, place, colour);
    marks_.push_back(std::move(mark));
}

void Picture::add_text(ui::Font font, ImVec2 at, float align_x, ImU32 colour, std::string_view words) {
    const float baseline = at.y + font.font->GetFontBaked(font.size)->Ascent;
    add({std::string(words), font.size * ui::em_per_font_size, font.font == ui::font(ui::Face::bold), align_x, text_width(font, words)},
        {at.x, baseline}, colour);
}

void Picture::add_glow(ImVec2 centre, float radius, ImU32 colour) { add({.size = radius}, centre, colour); }

std::string Picture::svg(std::string_view title, std::string_view id) const {
    const ui::Palette& colours = ui::palette();
    SvgWriter writer(list_, marks_, id, ui::unit(), colours.background);
    const std::string body = writer.written(), width = decimal(static_cast<double>(width_)), height = decimal(static_cast<double>(height_));
    compass::paper::Html svg;
    svg.markup("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + width + "\" height=\"" + height + "\" viewBox=\"0 0 " +
               width + ' ' + height + "\">\n");
    svg.element("title", title).markup("\n<defs>\n" + writer.definitions() + "</defs>\n");
    svg.markup("<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"");
    svg.markup(writer.colour_words(colours.background, ""));
    svg.markup("\"/>\n<g xml:space=\"preserve\" stroke-linejoin=\"miter\" font-family=\"").markup(fonts).markup("\">\n");
    return svg.markup(body).markup("</g>\n</svg>\n").page();
}

}  // namespace draw
