// What the files of platform/ share with each other; nobody else includes this.
//
// Who calls whom: functions named page_* are JavaScript (the .js file beside each .cpp, linked with --js-library);
// functions named platform_* are C++ that this JavaScript calls. Strings go to JavaScript as pointer and size in UTF-8;
// they come back through the inbox, which JavaScript fills before the call that reads it.
// The optimiser of Emscripten 3.1.6 breaks on object spread, method shorthand and destructuring: the .js files do without.
#pragma once

#include "platform/platform.h"

#include <emscripten/em_macros.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace platform {

const Host& host();

// The string that JavaScript passed to the current call.
std::string& inbox();

// frame.cpp. Input tells the frames that it came; they do the rest.
void request_one_frame();    // in the next animation frame, more if the picture still changes
void add_trailing_frames();  // the same, at least two: a press or key may take effect one frame late
void build_now();            // one frame at once, not yet painted
void settle();               // frames at once until nothing changes any more (a few at most), so that state and mirror are up to date
float pixels_per_css_pixel();

void give_focus_to_page();          // before the mirror: what asked for the focus may come with it
void give_mirror_to_page();         // after a frame in which the mirror changed
void take_text_boxes_from_imgui();  // after every frame: see the rule in mirror.h
const ui::GlyphSource& canvas_glyphs();

}  // namespace platform
