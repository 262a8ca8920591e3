// The renderer that other tests look through.
#include "draw_fixture.h"

#include <doctest/doctest.h>

#include <string>

using namespace tests;

TEST_CASE("a rectangle covers exactly its pixels") {
    Drawing drawing(8, 8);
    drawing.list().AddRectFilled({2, 3}, {5, 6}, IM_COL32(10, 200, 30, 255));
    const Picture picture = drawing.finish();
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) {
            const bool is_inside = x >= 2 && x < 5 && y >= 3 && y < 6;
            CHECK(picture.at(x, y) == (is_inside ? IM_COL32(10, 200, 30, 255) : ui::palette().background));
        }
    }
}

TEST_CASE("a pixel on the seam of two triangles is blended once") {
    Drawing drawing(16, 16);
    const ImVec2 corners[] = {{1, 1}, {15, 1}, {15, 15}, {1, 15}};
    drawing.list().Flags = ImDrawListFlags_None;
    drawing.list().AddConvexPolyFilled(corners, 4, IM_COL32(255, 255, 255, 128));
    const Picture picture = drawing.finish();
    const ImU32 inside = picture.at(3, 8);
    for (int i = 1; i < 15; ++i) CHECK(picture.at(i, i) == inside);
}

TEST_CASE("what is clipped away leaves the picture as it was") {
    Drawing drawing(8, 8);
    drawing.list().PushClipRect({0, 0}, {4, 8});
    drawing.list().AddRectFilled({0, 0}, {8, 8}, IM_COL32_WHITE);
    drawing.list().PopClipRect();
    const Picture picture = drawing.finish();
    CHECK(picture.at(3, 4) == IM_COL32_WHITE);
    CHECK(picture.at(4, 4) == ui::palette().background);
}

TEST_CASE("a picture becomes a PNG with its size in the header and its checksums right") {
    const std::string png = png_of(blank_picture(3, 2, IM_COL32(1, 2, 3, 255)));
    CHECK(png.substr(0, 8) == "\x89PNG\r\n\x1a\n");
    CHECK(png.substr(12, 4) == "IHDR");
    CHECK(png[19] == 3);
    CHECK(png[23] == 2);
    // The checksum of the empty end chunk is the same in every PNG.
    CHECK(png.substr(png.size() - 8) == "IEND\xAE\x42\x60\x82");
}
