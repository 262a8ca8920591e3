// Customers: who they are, which to go to first, how the relationship stands (methodology §1).
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

namespace views {

struct CustomersState {};

[[gnu::noinline]] void draw_customers(Frame& frame, CustomersState& state, ui::Rect area);

}  // namespace views
