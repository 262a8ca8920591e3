// One line of what was noted after a visit, and what it becomes in the deal (methodology §9, visit card).
#pragma once

#include "model/deal.h"
#include "session/question.h"

#include <cstdint>
#include <optional>
#include <string>

namespace compass {

// fact: evidence for an axis; answer: to one of the eleven questions; support: a person is rated anew; task: a promise of ours;
// event: the customer's dated reason to act; story: the deal's diary.
enum class LineKind : std::uint8_t { unread, fact, answer, support, task, person, event, story };
inline constexpr int line_kind_count = 8;

// Every part is read whatever the kind: choosing another kind by hand keeps the rest.
struct VisitLine {
    std::string typed;  // the whole line
    LineKind kind = LineKind::unread;
    std::string words;         // what is kept of it
    Id who;                    // who said it; of a rating and a task: whom it concerns; nobody = not stated
    std::optional<Date> date;  // of a task and an event: when it is to be; else when it was seen
    std::optional<Axis> axis;
    std::string sign;          // of the playbook
    std::optional<int> level;  // to which the claimed position goes; nothing = it stays
    std::optional<Question> question;
    std::optional<int> support;
    Direction direction = Direction::for_;
    Certainty certainty = Certainty::explicit_;
    Person person;  // a new one
    // There is another reading: of the kind, of who is meant, of the sign or the question.
    bool kind_assumed = false, who_assumed = false, sense_assumed = false;
    bool operator==(const VisitLine&) const = default;
};

// What a line lacks before it can become anything.
enum class LineLack : std::uint8_t { nothing, kind, who, axis, question, date, words, name, support };
LineLack lack_of(const VisitLine& line);

}  // namespace compass
