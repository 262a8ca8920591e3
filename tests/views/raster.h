// A small software renderer of Dear ImGui's draw data, so that drawings can be looked at and tested pixel by pixel
// without a browser or a GPU. For tests only: clear, not fast.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace tests {

struct Picture {
    int width = 0, height = 0;
    std::vector<ImU32> pixels;  // row by row from the top, packed as ImU32, opaque
    ImU32 at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x)];
    }
};

Picture blank_picture(int width, int height, ImU32 background);
// Blends all triangles of the list over the picture, clipped and textured as the GPU would.
void rasterise(const ImDrawList& list, Picture& picture);
void rasterise(const ImDrawData& data, Picture& picture);

// RGBA, 8 bits, stored without compression.
std::string png_of(const Picture& picture);
// False where the file cannot be written.
bool write_png(const Picture& picture, const std::string& path);

}  // namespace tests
