#include "views/customers.h"

#include "ui/widgets.h"

namespace views {

using namespace compass;
using namespace ui;

void draw_customers(Frame&, CustomersState&, Rect area) {
    heading(inset(area, px(24), px(24)), type(Type::title), say(Phrase::nav_customers), 1, palette().text);
}

}  // namespace views
