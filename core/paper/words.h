// Words and numbers of what is printed, in the user's language.
#pragma once

#include "model/language.h"
#include "model/playbook.h"
#include "model/workspace.h"
#include "reading/win_index.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace compass::paper {

using Values = std::initializer_list<std::pair<std::string_view, std::string_view>>;

// Each {name} replaced by its value, {name:one|many} by the form that fits its value.
std::string filled(std::string_view text, Values values);
// The phrase of assets/languages with this key, filled; the key itself where there is no such phrase.
std::string say(Language language, std::string_view key, Values values = {});

std::string percent(Probability chance);                          // "38 %"; "<1 %" and ">99 %" where it would round to what it is not
std::string percent_range(const Band& band);                      // "22–55 %"
std::string money_words(double minor, const Currency& currency);  // "CNY 8,600,000", whole units, rounded
std::string money_words(const Money& money);
std::string points_words(double gain);  // of a gain −1 … 1: "+2.6"
std::string position_words(const Position& position, Language language);
std::string level_words(Axis axis, int level, Language language);
std::string funnel_words(FunnelStage stage, const Playbook& playbook, Language language);  // "P5 Preferred"
std::string deal_words(const Deal& deal, const Customer* customer);                        // "Customer · deal"
// What a term says as it stands: "Budget claimed"; an own factor by its name and level in the playbook.
std::string term_words(const Term& term, const Playbook& playbook, Language language);

}  // namespace compass::paper
