// The user's language: phrases from assets/languages, numbers, dates and money as people write them.
#pragma once

#include "model/date.h"
#include "model/language.h"
#include "model/numbers.h"
#include "phrases.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace ui {

using compass::Phrase;

compass::Language language();
void set_language(compass::Language language);

const char* say(Phrase phrase);
// Each {name} replaced by its value, {name:one|many} by the first word where the value is 1, else by the second.
std::string say(Phrase phrase, std::initializer_list<std::pair<std::string_view, std::string_view>> values);
// The phrase whose key is prefix + name, for words that follow from data: "factor_" + "support". The name itself where there is none.
std::string say_named(std::string_view prefix, std::string_view name);

std::string percent(double probability);             // 0.2 → "20%", 0.004 → "<1%"
std::string percent_range(double low, double high);  // "15–27%"
std::string points(double gain);                     // 0.026 → "+2.6", −0.006 → "−0.6": percentage points
std::string log_odds(double value);                  // "+0.36", "−0.50"
std::string decimal(double value, int digits);       // with a real minus sign
std::string whole(long long value);
std::string money(const compass::Money& money);  // "¥860 万", "¥8.6m"
std::string date_long(compass::Date date);       // "2027年5月20日", "20 May 2027"
std::string date_short(compass::Date date);      // "5月20日", "20 May"
std::string clock(int minute_of_day);            // "10:42"

}  // namespace ui
