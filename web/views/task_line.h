// One line as people write down what is to be done: "周三 请冯部长引荐陆副总 小张".
#pragma once

#include "model/deal.h"

namespace views {

// The day is one to three words that are a date, wherever they stand; the last word that names one of us is the owner; who is named in the
// rest is the person at the customer. What is left is what to do: empty where nothing is.
compass::Task read_task_line(std::string_view line, const compass::Deal& deal, compass::Date today);

}  // namespace views
