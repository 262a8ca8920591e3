// The red flags by theme, each in its own file; flags.cpp puts them together.
#pragma once

#include "reading/finding.h"

namespace compass {

RuleTheme people_flags();
RuleTheme position_flags();
RuleTheme process_flags();
RuleTheme work_flags();
RuleTheme reminder_flags();

}  // namespace compass
