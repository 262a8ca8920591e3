#include "raster.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace tests {
namespace {

using Colour = std::array<float, 4>;  // 0 … 1

Colour unpacked(ImU32 colour) {
    const auto channel = [&](int shift) { return static_cast<float>((colour >> shift) & 0xFF) / 255; };
    return {channel(IM_COL32_R_SHIFT), channel(IM_COL32_G_SHIFT), channel(IM_COL32_B_SHIFT), channel(IM_COL32_A_SHIFT)};
}

ImU32 packed(const Colour& colour) {
    const auto channel = [&](std::size_t i) { return static_cast<ImU32>(std::lround(std::clamp(colour[i], 0.0f, 1.0f) * 255)); };
    return channel(0) << IM_COL32_R_SHIFT | channel(1) << IM_COL32_G_SHIFT | channel(2) << IM_COL32_B_SHIFT |
           channel(3) << IM_COL32_A_SHIFT;
}

struct Texture {
    int width = 0, height = 0;
    const ImTextureData* data = nullptr;

    Colour texel(int x, int y) const {
        x = std::clamp(x, 0, width - 1), y = std::clamp(y, 0, height - 1);
        const unsigned char* pixel = data->Pixels + (y * width + x) * data->BytesPerPixel;
        if (data->BytesPerPixel == 1) return {1, 1, 1, static_cast<float>(pixel[0]) / 255};
        const auto channel = [&](int i) { return static_cast<float>(pixel[i]) / 255; };
        return {channel(0), channel(1), channel(2), channel(3)};
    }

    // Bilinear; (0, 0) is the corner of the first texel.
    Colour sample(ImVec2 uv) const {
        if (!data) return {1, 1, 1, 1};
        const float x = uv.x * static_cast<float>(width) - 0.5f, y = uv.y * static_cast<float>(height) - 0.5f;
        const float left = std::floor(x), top = std::floor(y), right_share = x - left, bottom_share = y - top;
        const auto column = static_cast<int>(left), row = static_cast<int>(top);
        const Colour a = texel(column, row), b = texel(column + 1, row), c = texel(column, row + 1), d = texel(column + 1, row + 1);
        Colour mixed;
        for (std::size_t i = 0; i < 4; ++i) {
            mixed[i] = (a[i] * (1 - right_share) + b[i] * right_share) * (1 - bottom_share) +
                       (c[i] * (1 - right_share) + d[i] * right_share) * bottom_share;
        }
        return mixed;
    }
};

Texture texture_of(const ImDrawCmd& command) {
    const ImTextureData* data = command.TexRef._TexData;
    return data && data->Pixels ? Texture{data->Width, data->Height, data} : Texture{};
}

float cross(ImVec2 origin, ImVec2 a, ImVec2 b) { return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x); }

// A pixel centre that lies on an edge belongs to one of the two triangles that share the edge: the one for which the edge is
// a left or a top one.
bool owns_edge(ImVec2 from, ImVec2 to) { return from.y == to.y ? to.x > from.x : to.y < from.y; }

struct Raster {
    Picture& picture;
    Texture texture;
    int left, top, right, bottom;  // clip rectangle in pixels, right and bottom excluded

    void blend(int x, int y, const Colour& source) const {
        ImU32& pixel = picture.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)];
        Colour below = unpacked(pixel);
        for (std::size_t i = 0; i < 3; ++i) below[i] += (source[i] - below[i]) * source[3];
        below[3] = 1;
        pixel = packed(below);
    }

    void triangle(const ImDrawVert& first, const ImDrawVert& second, const ImDrawVert& third) const {
        const ImDrawVert* v[3] = {&first, &second, &third};
        float area = cross(v[0]->pos, v[1]->pos, v[2]->pos);
        if (area == 0 || !std::isfinite(area)) return;
        if (area < 0) std::swap(v[1], v[2]), area = -area;
        const auto [least_x, most_x] = std::minmax({v[0]->pos.x, v[1]->pos.x, v[2]->pos.x});
        const auto [least_y, most_y] = std::minmax({v[0]->pos.y, v[1]->pos.y, v[2]->pos.y});
        const int from_x = std::max(left, static_cast<int>(std::floor(least_x))),
                  to_x = std::min(right, static_cast<int>(std::ceil(most_x)) + 1);
        const int from_y = std::max(top, static_cast<int>(std::floor(least_y))),
                  to_y = std::min(bottom, static_cast<int>(std::ceil(most_y)) + 1);
        const Colour colours[3] = {unpacked(v[0]->col), unpacked(v[1]->col), unpacked(v[2]->col)};
        for (int y = from_y; y < to_y; ++y) {
            for (int x = from_x; x < to_x; ++x) {
                const ImVec2 point(static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f);
                float share[3];
                bool is_inside = true;
                for (int i = 0; i < 3 && is_inside; ++i) {
                    const ImVec2 a = v[(i + 1) % 3]->pos, b = v[(i + 2) % 3]->pos;
                    share[i] = cross(a, b, point) / area;
                    is_inside = share[i] > 0 || (share[i] == 0 && owns_edge(a, b));
                }
                if (!is_inside) continue;
                const ImVec2 uv(share[0] * v[0]->uv.x + share[1] * v[1]->uv.x + share[2] * v[2]->uv.x,
                                share[0] * v[0]->uv.y + share[1] * v[1]->uv.y + share[2] * v[2]->uv.y);
                Colour colour = texture.sample(uv);
                for (std::size_t i = 0; i < 4; ++i)
                    colour[i] *= share[0] * colours[0][i] + share[1] * colours[1][i] + share[2] * colours[2][i];
                if (colour[3] > 0) blend(x, y, colour);
            }
        }
    }
};

void append_big_endian(std::string& bytes, std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xFF);
}

std::uint32_t crc_of(const std::string& bytes) {
    std::uint32_t crc = 0xFFFFFFFFu;
    for (const char byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0);
    }
    return ~crc;
}

void append_chunk(std::string& png, const std::string& name, const std::string& content) {
    append_big_endian(png, static_cast<std::uint32_t>(content.size()));
    png += name + content;
    append_big_endian(png, crc_of(name + content));
}

// zlib with stored blocks.
std::string stored(const std::string& bytes) {
    constexpr std::size_t block_most = 65535;
    std::string stream = "\x78\x01";
    for (std::size_t at = 0; at < bytes.size(); at += block_most) {
        const std::size_t size = std::min(block_most, bytes.size() - at);
        stream += static_cast<char>(at + size == bytes.size());
        for (const std::size_t word : {size, ~size})
            stream += static_cast<char>(word & 0xFF), stream += static_cast<char>((word >> 8) & 0xFF);
        stream.append(bytes, at, size);
    }
    std::uint32_t low = 1, high = 0;
    for (const char byte : bytes) low = (low + static_cast<unsigned char>(byte)) % 65521, high = (high + low) % 65521;
    append_big_endian(stream, high << 16 | low);
    return stream;
}

}  // namespace

Picture blank_picture(int width, int height, ImU32 background) {
    return {width, height, std::vector<ImU32>(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), background)};
}

void rasterise(const ImDrawList& list, Picture& picture) {
    for (const ImDrawCmd& command : list.CmdBuffer) {
        if (command.UserCallback) continue;
        const auto within = [](float value, int most) { return std::clamp(static_cast<int>(value), 0, most); };
        const Raster raster = {picture,
                               texture_of(command),
                               within(command.ClipRect.x, picture.width),
                               within(command.ClipRect.y, picture.height),
                               within(command.ClipRect.z, picture.width),
                               within(command.ClipRect.w, picture.height)};
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            const auto vertex = [&](unsigned k) -> const ImDrawVert& {
                return list.VtxBuffer[static_cast<int>(command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)])];
            };
            raster.triangle(vertex(0), vertex(1), vertex(2));
        }
    }
}

void rasterise(const ImDrawData& data, Picture& picture) {
    for (const ImDrawList* list : data.CmdLists) rasterise(*list, picture);
}

std::string png_of(const Picture& picture) {
    std::string rows;
    for (int y = 0; y < picture.height; ++y) {
        rows += '\0';
        for (int x = 0; x < picture.width; ++x) {
            for (const int shift : {IM_COL32_R_SHIFT, IM_COL32_G_SHIFT, IM_COL32_B_SHIFT, IM_COL32_A_SHIFT})
                rows += static_cast<char>((picture.at(x, y) >> shift) & 0xFF);
        }
    }
    std::string header;
    append_big_endian(header, static_cast<std::uint32_t>(picture.width));
    append_big_endian(header, static_cast<std::uint32_t>(picture.height));
    header += std::string("\x08\x06\x00\x00\x00", 5);
    std::string png = "\x89PNG\r\n\x1a\n";
    append_chunk(png, "IHDR", header);
    append_chunk(png, "IDAT", stored(rows));
    append_chunk(png, "IEND", "");
    return png;
}

bool write_png(const Picture& picture, const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file) return false;
    const std::string png = png_of(picture);
    const bool is_written = std::fwrite(png.data(), 1, png.size(), file) == png.size();
    return std::fclose(file) == 0 && is_written;
}

}  // namespace tests
