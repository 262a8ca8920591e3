// People as typed in one line.
#include "codec/typed_person.h"

#include "generate.h"
#include "model/text.h"
#include "model/words.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace compass;

namespace {

// What was understood, in the order it was typed: "name 王强 | title 财务总监 | role EB? | …"; "?" marks what could be meant otherwise.
std::string parts_of(std::string_view line) {
    static constexpr const char* parts[] = {"name",      "title",         "department", "role",    "class",
                                            "influence", "participation", "attitude",   "support", "unread"};
    std::string all;
    for (const TypedWords& words : read_typed_person(line).parts)
        all +=
            (all.empty() ? "" : " | ") + std::string(parts[static_cast<int>(words.part)]) + ' ' + words.words + (words.assumed ? "?" : "");
    return all;
}

}  // namespace

TEST_CASE("A person in one line: name, title, role, influence and support") {
    const TypedPerson typed = read_typed_person("王强 财务总监 EB 高 +2");
    CHECK(typed.person.name == "王强");
    CHECK(typed.person.title == "财务总监");
    CHECK(typed.person.roles == std::vector<Role>{Role::economic_final});
    CHECK(typed.person.influence == Degree::high);
    CHECK(typed.person.support == 2);
    CHECK(parts_of("王强 财务总监 EB 高 +2") == "name 王强 | title 财务总监 | role EB? | influence 高 | support +2");
    CHECK(parts_of("+2 高 EB 王强 财务总监") == "name 王强 | title 财务总监 | role EB? | influence 高 | support +2");
}

TEST_CASE("A person in one line: the same in English, with commas and without, in capitals and in full width") {
    const Person expected = read_typed_person("Anna Wang, Finance Director, EB, high, +2").person;
    CHECK(expected.name == "Anna Wang");
    CHECK(expected.title == "Finance Director");
    CHECK(expected.roles == std::vector<Role>{Role::economic_final});
    for (const std::string_view line : {"Anna Wang Finance Director EB high +2", "Anna Wang; Finance Director; eb; HIGH; ＋２",
                                        "Anna Wang\tFinance Director\tＥＢ\thigh\t+2"})
        CHECK_MESSAGE(read_typed_person(line).person == expected, line);
    CHECK(parts_of("Anna Wang Finance Director") == "name Anna Wang? | title Finance Director?");
    CHECK(parts_of("Anna Wang, Power User, user") == "name Anna Wang | title Power User | role user?");
}

TEST_CASE("A person in one line: what each word means") {
    const Person person =
        read_typed_person("冯部长，数字化部部长，数字化部，使用者，内部倡导，KI，影响大，参与高，如虎添翼，热情拥护").person;
    CHECK(person.department == "数字化部");
    CHECK(person.roles == std::vector<Role>{Role::user_hands_on, Role::coach_advocate});
    CHECK(person.person_class == PersonClass::ki);
    CHECK(person.influence == Degree::high);
    CHECK(person.participation == Degree::high);
    CHECK(person.attitude == Attitude::growth);
    CHECK(person.support == 5);
    CHECK(read_typed_person("韩会计 TB/UB 支持-2").person.roles == std::vector<Role>{Role::technical_standards, Role::user_hands_on});
    CHECK(read_typed_person("韩会计 支持-2").person.support == -2);
    CHECK(read_typed_person("韩会计 −4").person.support == -4);
    CHECK(read_typed_person("韩会计 0").person.support == 0);
    CHECK(!read_typed_person("韩会计").person.support);
    CHECK(!read_typed_person("韩会计 ?").person.support);
    CHECK(read_typed_person("韩会计（主管）EB").person.name == "韩会计");
}

TEST_CASE("A person in one line: what is not understood is said, never guessed") {
    CHECK(parts_of("王强 +9") == "name 王强 | unread +9");
    CHECK(parts_of("王强 2") == "name 王强 | unread 2");
    CHECK(parts_of("王强 高 低") == "name 王强 | influence 高 | unread 低");
    CHECK(parts_of("王强 +2 -3") == "name 王强 | support +2 | unread -3");
    CHECK(parts_of("a, b, c, d") == "name a | title b | department c | unread d");
    CHECK(parts_of("EB 高 +2") == "role EB? | influence 高 | support +2");
    CHECK(parts_of("") == "");
    CHECK(parts_of(" 　,，;； ") == "");
    CHECK(parts_of("!!! ***") == "unread !!! | unread ***");
}

TEST_CASE("A person in one line: the words of every role in both languages are understood") {
    const std::string_view chinese[] = {"最终决策", "建议决策", "直接使用", "应用受益", "标准把关",
                                        "预算支持", "流程审批", "指导教练", "内部倡导"};
    for (std::size_t i = 0; i < std::size(chinese); ++i) {
        const TypedPerson typed = read_typed_person("王强 " + std::string(chinese[i]));
        REQUIRE_MESSAGE(typed.person.roles.size() == 1, chinese[i]);
        CHECK(typed.person.roles.front() == static_cast<Role>(i));
        CHECK(!typed.parts.back().assumed);
    }
}

TEST_CASE("A person in one line: any bytes may come") {
    const std::string_view pieces[] = {"王强", "EB", "+2", "\xFF", "\xE7\x8E", "\u202E", "\u200B", std::string_view("\0", 1),
                                       "\n",   "（", ")",  ",",    "/",        "  ",     "-",      "高"};
    generate::Random random(20261122);
    for (int round = 0; round < 2000; ++round) {
        std::string line;
        for (std::int64_t i = random.between(0, 40); i > 0; --i)
            line += pieces[static_cast<std::size_t>(random.between(0, static_cast<int>(std::size(pieces)) - 1))];
        const TypedPerson typed = read_typed_person(line);
        for (const std::string& text : {typed.person.name, typed.person.title, typed.person.department}) {
            CHECK(trimmed(text) == text);
            CHECK(!has_control_character(text, false));
            for (std::string_view rest = text; !rest.empty();) {
                const std::size_t bytes = code_point_bytes(rest);
                REQUIRE(bytes > 0);
                rest.remove_prefix(bytes);
            }
        }
    }
    CHECK(length_of(read_typed_person(std::string(100000, 'x')).person.name) == 400);
}
