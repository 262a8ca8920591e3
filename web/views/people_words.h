// What the people screen says of a person: words of the method, and sentences.
#pragma once

#include "draw/people.h"
#include "views/deal_words.h"

#include <string>

namespace views {

std::string role_word(compass::Role role);              // "最终决策"
std::string role_type_word(compass::RoleType type);     // "决策者"
std::string role_sign(compass::RoleType type);          // "决", "E"
std::string degree_word(compass::Degree degree);        // "大"
std::string attitude_word(compass::Attitude attitude);  // "亡羊补牢"
std::string attitude_sign(compass::Attitude attitude);  // "补"; empty = unknown
std::string ladder_word(compass::ContactLadder ladder);
std::string class_word(compass::PersonClass person_class);  // "KDM 关键决策人"; empty for none
std::string link_word(compass::LinkKind kind);              // "汇报"
std::string support_number(std::optional<int> support);     // "+2", "−1", "?"
std::string support_word(std::optional<int> support);       // "有兴趣"; between two named ones empty
std::string support_words(std::optional<int> support);      // "+2 有兴趣", "还不知道"
std::string certainty_word(compass::Certainty certainty);
std::string roles_line(const compass::Person& person);  // "最终决策、直接使用"
std::string contact_words(const compass::Person& person, bool covered, compass::Date today);
std::optional<compass::Certainty> best_certainty(const compass::Person& person);  // of the facts for the support
// Who is meant by an id; the words for nobody where there is none.
const compass::Person* find_person(const compass::Deal& deal, const compass::Id& id);
std::string person_name(const compass::Deal& deal, const compass::Id& id);
// All that the map tells of a person, in one sentence; and the lines from and to them.
std::string person_sentence(const compass::Person& person, bool covered, compass::Date today);
std::string links_sentence(const compass::Deal& deal, const compass::Person& person);
draw::PeopleWords map_words();

}  // namespace views
