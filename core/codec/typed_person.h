// A person of a deal as typed in one line: "王强 财务总监 EB 高 +2", "Anna Wang, Finance Director, EB, high, +2" (methodology §6).
#pragma once

#include "model/person.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

enum class TypedPart : std::uint8_t {
    name,
    title,
    department,
    role,
    person_class,
    influence,
    participation,
    attitude,
    support,
    unread,  // means nothing here, or contradicts what stands before it: it is not taken over
};

struct TypedWords {
    TypedPart part = TypedPart::unread;
    std::string words;                 // as typed
    bool assumed = false;              // there is another reading: which words are the name, which kind of economic buyer …
    Role role = Role::economic_final;  // of a role
    bool operator==(const TypedWords&) const = default;
};

struct TypedPerson {
    Person person;                  // without an id; what is not said stands at its default
    std::vector<TypedWords> parts;  // in the order of TypedPart: to be shown before anything is applied
    bool operator==(const TypedPerson&) const = default;
};

// Known words may stand anywhere, in either language, capital or not, full-width or not: roles (EB, UB, TB, 教练, 内部倡导 …), classes (KDM),
// influence (高, low), participation (参与高, "participation low"), attitudes (亡羊补牢), support (+2, -3, 0, 中立, 热情拥护). What is left
// are name, title and department: between commas, semicolons or tabs, else the first word is the name and the rest the title; two words
// are the name where it is in Latin letters. A number without a sign, other than 0, is no support. Of two statements about one thing the
// first counts. Any bytes may come; what the line is longer than 400 code points is left out.
TypedPerson read_typed_person(std::string_view line);

}  // namespace compass
