#include "views/people_words.h"

#include "model/text.h"
#include "model/words.h"
#include "reading/people.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void join(std::string& all, const std::string& one, const char* between) {
    if (one.empty()) return;
    if (!all.empty()) all += between;
    all += one;
}

// One word a line; of words without blanks one character.
std::vector<std::string> stacked(std::string_view words) {
    std::vector<std::string> lines;
    const bool blanks = words.find(' ') != std::string_view::npos;
    while (!words.empty()) {
        const std::size_t end = blanks ? std::min(words.find(' '), words.size()) : code_point_bytes(words);
        lines.emplace_back(words.substr(0, end));
        words.remove_prefix(std::min(words.size(), blanks ? end + 1 : end));
    }
    return lines;
}

}  // namespace

std::string role_word(compass::Role role) { return say_named("role_", name_of(role)); }
std::string role_type_word(RoleType type) { return say_named("role_type_", name_of(type)); }
std::string role_sign(RoleType type) { return say_named("role_sign_", name_of(type)); }
std::string degree_word(Degree degree) { return say_named("degree_", name_of(degree)); }
std::string attitude_word(Attitude attitude) { return say_named("attitude_", name_of(attitude)); }
std::string attitude_sign(Attitude attitude) {
    return attitude == Attitude::unknown ? std::string{} : say_named("attitude_sign_", name_of(attitude));
}
std::string ladder_word(ContactLadder ladder) { return say_named("ladder_", name_of(ladder)); }
std::string class_word(PersonClass person_class) {
    return person_class == PersonClass::none ? std::string{} : say_named("class_", name_of(person_class));
}
std::string link_word(LinkKind kind) { return say_named("link_", name_of(kind)); }

std::string support_number(std::optional<int> support) {
    if (!support) return "?";
    if (*support == 0) return "0";
    return (*support > 0 ? "+" : "\u2212") + std::to_string(std::abs(*support));
}

std::string support_word(std::optional<int> support) {
    if (!support) return say(Phrase::support_unknown);
    if (*support == -3) return {};
    return say_named("support_", (*support < 0 ? "against_" : "for_") + std::to_string(std::abs(*support)));
}

std::string support_words(std::optional<int> support) {
    if (!support) return say(Phrase::support_unknown);
    const std::string word = support_word(support);
    return support_number(support) + (word.empty() ? "" : " " + word);
}

std::string certainty_word(Certainty certainty) {
    static constexpr Phrase words[] = {Phrase::certainty_consensus, Phrase::certainty_explicit, Phrase::certainty_inferred,
                                       Phrase::certainty_unclear};
    return say(words[static_cast<int>(certainty)]);
}

std::string roles_line(const Person& person) {
    std::string line;
    for (const compass::Role role : person.roles) join(line, role_word(role), say(Phrase::list_separator));
    return line.empty() ? std::string(say(Phrase::person_no_role)) : line;
}

std::string contact_words(const Person& person, bool covered, Date today) {
    if (!person.contact.last) return say(Phrase::contact_never);
    const int days = today - *person.contact.last;
    return say(covered ? Phrase::contact_covered : Phrase::contact_stale,
               {{"date", date_short(*person.contact.last)}, {"days", whole(days)}});
}

std::optional<Certainty> best_certainty(const Person& person) {
    std::optional<Certainty> best;
    for (const Evidence& fact : person.support_evidence)
        if (fact.direction == Direction::for_ && (!best || fact.certainty < *best)) best = fact.certainty;
    return best;
}

const Person* find_person(const Deal& deal, const Id& id) {
    const auto found = std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == id; });
    return found == deal.people.end() ? nullptr : &*found;
}

std::string person_name(const Deal& deal, const Id& id) {
    const Person* person = find_person(deal, id);
    return person ? person->name : std::string(say(Phrase::source_unknown));
}

std::string person_sentence(const Person& person, bool covered, Date today) {
    std::string who = person.name;
    join(who, person.title, say(Phrase::clause_separator));
    const auto certainty = best_certainty(person);
    const std::string grounds = !person.support ? std::string{}
                                : certainty     ? say(Phrase::person_grounds, {{"certainty", certainty_word(*certainty)}})
                                                : std::string(say(Phrase::person_no_grounds));
    std::string support = support_words(person.support);
    join(support, grounds, say(Phrase::clause_separator));
    return say(Phrase::person_sentence, {{"who", who},
                                         {"roles", roles_line(person)},
                                         {"influence", degree_word(person.influence)},
                                         {"support", support},
                                         {"attitude", attitude_word(person.attitude)},
                                         {"covered", say(covered ? Phrase::person_covered : Phrase::person_not_covered)},
                                         {"contact", contact_words(person, covered, today)}});
}

std::string links_sentence(const Deal& deal, const Person& person) {
    std::string all;
    for (const Link& link : deal.links) {
        const bool from = link.from == person.id;
        if (!from && link.to != person.id) continue;
        const std::string other = person_name(deal, from ? link.to : link.from);
        join(all, say_named(from ? "link_out_" : "link_in_", name_of(link.kind)) + other, say(Phrase::clause_separator));
    }
    return all;
}

draw::PeopleWords map_words() {
    draw::PeopleWords words;
    for (int i = 0; i < 3; ++i) words.bands[static_cast<std::size_t>(i)] = stacked(say_named("map_band_", name_of(static_cast<Degree>(i))));
    for (int support = -5; support <= 5; ++support) words.support[static_cast<std::size_t>(support + 5)] = support_word(support);
    words.unknown = say(Phrase::support_unknown);
    words.against = say(Phrase::map_against), words.in_favour = say(Phrase::map_in_favour), words.eager = say(Phrase::map_eager);
    for (int i = 0; i < 4; ++i) words.links[static_cast<std::size_t>(i)] = link_word(static_cast<LinkKind>(i));
    return words;
}

}  // namespace views
