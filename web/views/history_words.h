// The words for when something was.
#pragma once

#include "store/history.h"

#include <string>

namespace views {

// "今天 9:14", "11月20日 周五 17:30"
std::string moment_words(const compass::Moment& moment, compass::Date today);

}  // namespace views
