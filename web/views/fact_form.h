// The fields of a fact while it is written: what, when, who, how certain, which way. Used wherever evidence is.
#pragma once

#include "ui/mirror.h"
#include "views/frame.h"

#include <optional>
#include <string>

namespace views {

struct FactFields {
    bool complete = false;  // it says something, and lies not ahead
    std::optional<compass::Date> date;
};
// Cuts what it takes from the top of `area`.
FactFields draw_fact_fields(const Frame& frame, const compass::Deal& deal, compass::Evidence& fact, std::string& date, bool take_focus,
                            ui::Rect& area);
// What stands beside a fact: how certain, who, when, and what makes it count less.
std::string fact_detail(const compass::Deal& deal, const compass::Evidence& fact, compass::Date today);

}  // namespace views
