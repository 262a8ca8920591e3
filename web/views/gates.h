// The stages of our process with what each owes: gate items with their facts and the key actions of each role (methodology §8).
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

namespace views {

struct GatesState {};

[[gnu::noinline]] void draw_gates_screen(Frame& frame, GatesState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

}  // namespace views
