// Files whose text is broken are refused with the place, and nothing is made of them.
#include "codec_files.h"

using namespace compass;
using namespace compass::files;

TEST_CASE("the file that all these break is a good one") { accepted(valid().dump()); }

TEST_CASE("a file cut off anywhere is refused as cut off, or as no file of ours while its head is missing") {
    const std::string whole = write_workspace(*read_workspace(valid().dump()));
    for (std::size_t length = 1; length + 1 < whole.size(); ++length) {
        const std::vector<Error> errors = errors_of(std::string_view(whole).substr(0, length));
        CAPTURE(length);
        CAPTURE(shown(errors));
        REQUIRE(errors.size() == 1);
        // Inside a character of several bytes it is the encoding that breaks first, inside a number or a word the grammar.
        CHECK((errors[0].code == "truncated" || errors[0].code == "encoding" || errors[0].code == "syntax"));
        if (whole[length - 1] == ',' || whole[length - 1] == '{' || whole[length - 1] == '}') CHECK(errors[0].code == "truncated");
    }
}

TEST_CASE("what stands behind the end is refused") {
    const std::string file = valid().dump(), place = std::to_string(file.size() + 2);
    refused(file + " {}", "", "syntax", (place + " (1:" + place + ")").c_str());
}

TEST_CASE("a syntax error says byte, line and column, and the path it stands in") {
    refused("{\"format\": \"deal-compass\", \"version\": \"1.0\",\n \"deals\": [{\"name\" 5}]}", "/deals/0/name", "syntax", "65 (2:20)");
}

TEST_CASE("an empty file and a file of other JSON are no files of ours") {
    refused("", "", "empty_file", "0 (1:0)");
    refused("{}", "", "format", "");
    refused("[]", "", "format", "");
    refused("42", "", "format", "");
    refused("null", "", "format", "");
    refused(R"({"name": "something", "version": "1.0.3", "dependencies": {}})", "/version", "version", "1.0.3");
    refused(R"({"format": "deal-compass-playbook", "version": "1.0"})", "/format", "format", "");
    refused(R"({"format": ["deal-compass"], "version": "1.0"})", "/format", "format", "");
}

TEST_CASE("a file of other JSON is not blamed for anything else") {
    refused(R"({"deals": [1, 2, 3], "customers": "none"})", "", "format", "");
}

TEST_CASE("a file in another encoding is refused") {
    for (const std::string mark : {"\xFF\xFE", "\xFE\xFF"}) {
        refused(mark + std::string("{\0", 2), "", "utf16", "1 (1:1)");
        refused(mark, "", "utf16", "1 (1:1)");
    }
    refused_at("caf\xE9", 5, "encoding");
    refused_at("\xC0\x80", 1, "encoding");
    refused_at("\xED\xA0\x80", 2, "encoding");
    refused_at("\xF4\x90\x80\x80", 2, "encoding");
}

TEST_CASE("a byte order mark is passed over") { accepted("\xEF\xBB\xBF" + valid().dump()); }

TEST_CASE("half a surrogate pair is refused, a whole one is a character") {
    refused_at("\\ud83d", 7, "half_character");
    refused_at("\\ude00", 6, "half_character");
    refused_at("\\ud83d\\u0041", 12, "half_character");
    const Result<Workspace> read = read_workspace(replaced("One sentence.", "\\ud83d\\ude00"));
    REQUIRE(read);
    CHECK(read->deals[0]->objective.sentence == "😀");
}

TEST_CASE("a number that no machine can hold is said to be too large") {
    for (const char* number : {"1e999", "-1e999"}) {
        const std::string text = replaced("\"name\":\"节能改造\"", std::string("\"name\":\"节能改造\",\"x\":") + number);
        const std::vector<Error> errors = read_workspace(text).errors();
        REQUIRE(errors.size() == 1);
        CHECK(errors[0].code == "number_too_large");
    }
}

TEST_CASE("NUL is refused raw, escaped, in names and in members we do not know") {
    refused_at(std::string("a\0b", 3), 2, "control_character_at");
    refused(replaced("One sentence.", "a\\u0000b"), "/deals/0/objective/sentence", "control_character", "");
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"节能改造\",\"x\\u0000\":1"), "/deals/0/x\uFFFD", "control_character", "");
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"节能改造\",\"x\":[\"\\u0000\"]"), "/deals/0/x", "control_character", "");
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"节能改造\",\"x\":{\"\\u0000\":1}"), "/deals/0/x", "control_character", "");
    refused(std::string(100, '\0'), "", "syntax", "1 (1:1)");
}

TEST_CASE("of control characters only line breaks and tabs are welcome, and only in long texts") {
    accepted(replaced("One sentence.", "a\\n\\tb"));
    refused(replaced("节能改造", "a\\nb"), "/deals/0/name", "control_character", "");
    refused(replaced("One sentence.", "a\\rb"), "/deals/0/objective/sentence", "control_character", "");
    refused(replaced("One sentence.", "a\\u007fb"), "/deals/0/objective/sentence", "control_character", "");
    refused(replaced("One sentence.", "a\\u0085b"), "/deals/0/objective/sentence", "control_character", "");
}

TEST_CASE("three hundred levels are too deep, in what we know and in what we do not") {
    const std::string deep = std::string(300, '[') + std::string(300, ']');
    refused(replaced("\"节能改造\"", deep), "/deals/0/name", "too_deep", "64");
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"节能改造\",\"x\":" + deep), "/deals/0/x", "too_deep", "64");
    refused(deep, "", "format", "");
    const std::string just = std::string(61, '[') + std::string(61, ']');  // under the file, its deals and the deal
    accepted(replaced("\"name\":\"节能改造\"", "\"name\":\"节能改造\",\"x\":" + just));
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"节能改造\",\"x\":[" + just + "]"), "/deals/0/x", "too_deep", "64");
}

TEST_CASE("a file of more than 64 MB is refused unread; one of 50 MB that is no JSON at its first byte") {
    refused(std::string((64u << 20) + 1, ' '), "", "too_large", "64");
    refused(std::string(50u << 20, 'x'), "", "syntax", "1 (1:1)");
}

TEST_CASE("a good file of more than 50 MB is read") {
    const std::string file = valid().dump();
    const Result<Workspace> read = read_workspace("{" + std::string(51u << 20, ' ') + file.substr(1));
    REQUIRE(read);
    CHECK(*read == *read_workspace(file));
}

TEST_CASE("a member that stands twice is refused, wherever it is") {
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"a\",\"name\":\"b\""), "/deals/0/name", "duplicate_member", "name");
    refused(replaced("\"version\"", "\"format\":\"deal-compass\",\"version\""), "/format", "duplicate_member", "format");
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"b\",\"x\":1,\"y\":2,\"x\":1"), "/deals/0/x", "duplicate_member", "x");
    refused(replaced("\"name\":\"节能改造\"", "\"name\":\"b\",\"x\":{\"a\":1,\"b\":[{\"c\":1,\"c\":2}]}"), "/deals/0/x", "duplicate_member",
            "c");
    refused(replaced("\"minor\":860000000", "\"minor\":860000000,\"rate\":1,\"rate\":2"), "/deals/0/objective/amount/rate",
            "duplicate_member", "rate");
}
