#include "views/gates.h"

#include "ui/widgets.h"

namespace views {

using namespace compass;
using namespace ui;

void draw_gates_screen(Frame&, GatesState&, const Box<Deal>&, Rect area) {
    heading(inset(area, px(24), px(24)), type(Type::title), say(Phrase::tab_gates), 1, palette().text);
}

}  // namespace views
