// Files that are JSON but make no sense are refused with the path and the reason of every error.
#include "codec_files.h"

#include <doctest/doctest.h>
#include "generate.h"
#include "model/text.h"

#include <algorithm>

using namespace compass;
using namespace compass::files;

TEST_CASE("an unknown major version is refused with one sentence, whatever else is in the file") {
    refused(with("/version", "2.0"), "/version", "version_unknown", "2.0");
    refused(with("/version", "0.9"), "/version", "version_unknown", "0.9");
    refused(R"({"format": "deal-compass", "version": "2.1", "deals": {"new": "shape"}})", "/version", "version_unknown", "2.1");
    refused(R"({"deals": {"new": "shape"}, "format": "deal-compass", "version": "2.1"})", "/version", "version_unknown", "2.1");
}

TEST_CASE("a file must say its version in words we understand") {
    for (const char* version : {"1", "1.", ".0", "1.0.0", "v1.0", "1.-1", "1. 0", "1.1234567", ""})
        refused(with("/version", version), "/version", "version", version);
    refused(with("/version", 1.0), "/version", "version", "1.0");
    OrderedJson file = valid();
    file.erase("version");
    refused(file.dump(), "", "version", "");
    file = valid();
    file.erase("format");
    refused(file.dump(), "", "format", "");
}

TEST_CASE("a value of the wrong type is refused at any depth") {
    refused(with("/deals", OrderedJson::object()), "/deals", "expected_list", "{…}");
    refused(with("/deals/0", 7), "/deals/0", "expected_object", "7");
    refused(with("/deals/0/name", 7), "/deals/0/name", "expected_text", "7");
    refused(with("/deals/0/name", nullptr), "/deals/0/name", "expected_text", "null");
    refused(with("/deals/0/people", "nobody"), "/deals/0/people", "expected_list", "nobody");
    refused(with("/deals/0/people/1/support", "much"), "/deals/0/people/1/support", "expected_whole", "much");
    refused(with("/deals/0/people/1/support", {1}), "/deals/0/people/1/support", "expected_whole", "[…]");
    refused(with("/deals/0/people/1/coach", {{"told_us_true", {{"evidence", {{{"id", 5}, {"text", "x"}}}}}}}),
            "/deals/0/people/1/coach/told_us_true/evidence/0/id", "expected_text", "5");
    refused(with("/deals/0/objective/amount", 860), "/deals/0/objective/amount", "expected_object", "860");
    refused(with("/customers/0/strategic", "yes"), "/customers/0/strategic", "expected_truth", "yes");
    refused(with("/deals/0/people/0/roles", "user_in_charge"), "/deals/0/people/0/roles", "expected_list", "user_in_charge");
}

TEST_CASE("numbers must be whole where they count, and in range") {
    refused(with("/deals/0/people/1/support", 6), "/deals/0/people/1/support", "range", "-5 … 5");
    refused(with("/deals/0/people/1/support", -6), "/deals/0/people/1/support", "range", "-5 … 5");
    refused(with("/deals/0/people/1/support", 2.5), "/deals/0/people/1/support", "expected_whole", "2.5");
    refused(with("/deals/0/people/1/support", 18446744073709551615u), "/deals/0/people/1/support", "range", "-5 … 5");
    refused(with("/deals/0/objective/amount/minor", -1), "/deals/0/objective/amount/minor", "range", "0 … 1e+15");
    refused(with("/deals/0/objective/amount/minor", 1000000000000001), "/deals/0/objective/amount/minor", "range", "0 … 1e+15");
    refused(replaced("860000000", "86e300"), "/deals/0/objective/amount/minor", "range", "0 … 1e+15");
    refused(with("/deals/0/gut_feel", {{{"date", "2026-11-01"}, {"value", 5}}}), "/deals/0/gut_feel/0/value", "range", "-4 … 4");
    accepted(with("/deals/0/objective/amount/minor", 1000000000000000));
    accepted(replaced("\"support\":2", "\"support\":2.0"));  // the same number
}

TEST_CASE("words that the method does not know are refused with those that it knows") {
    refused(with("/deals/0/position/claimed/stage", "tender"), "/deals/0/position/claimed/stage", "word",
            "intent, solution, commercial, closing");
    refused(with("/deals/0/people/0/roles", {"user_hands_on", "boss"}), "/deals/0/people/0/roles/1", "word",
            "economic_final, economic_proposing, user_hands_on, user_in_charge, technical_standards, technical_budget, "
            "technical_procedure, coach_guide, coach_advocate");
    refused(with("/deals/0/status", "Won"), "/deals/0/status", "word", "open, won, lost, suspended");
}

TEST_CASE("dates must exist") {
    for (const char* date :
         {"2027-02-29", "2027-13-01", "2027-00-10", "2027-5-20", "20.05.2027", "2027-05-20T00:00:00Z", "1899-12-31", "2200-01-01", ""}) {
        refused(with("/deals/0/objective/signing_date", date), "/deals/0/objective/signing_date", "date", date);
    }
    accepted(with("/deals/0/objective/signing_date", "2028-02-29"));
    accepted(with("/deals/0/objective/signing_date", "1900-01-01"));
    accepted(with("/deals/0/objective/signing_date", "2199-12-31"));
}

TEST_CASE("currencies are three capital letters") {
    for (const char* currency : {"cny", "RMBY", "¥", ""})
        refused(with("/deals/0/objective/amount/currency", currency), "/deals/0/objective/amount/currency", "currency", currency);
}

TEST_CASE("ids are UUIDs, and nobody is no one's id") {
    refused(with("/deals/0/id", "deal-1"), "/deals/0/id", "id", "deal-1");
    refused(with("/deals/0/id", "00000000-0000-0000-0000-000000000000"), "/deals/0/id", "id", "00000000-0000-0000-0000-000000000000");
    accepted(with("/deals/0/id", "D0000000-0000-4000-8000-00000000000F"));
}

TEST_CASE("ids that stand twice are refused: deals, customers, people, evidence, tasks") {
    OrderedJson file = valid();
    file["deals"].push_back(file["deals"][0]);
    refused(file.dump(), "/deals/1/id", "duplicate_id", deal_id);
    file = valid();
    file["customers"].push_back(file["customers"][0]);
    refused(file.dump(), "/customers/1/id", "duplicate_id", customer_id);
    refused(with("/deals/0/people/2", {{"id", person_id}, {"name", "twin"}}), "/deals/0/people/2/id", "duplicate_id", person_id);
    refused(with("/deals/0/people/1/support_evidence", {{{"id", evidence_id}, {"text", "again"}}}),
            "/deals/0/people/1/support_evidence/0/id", "duplicate_id", evidence_id);
    refused(with("/deals/0/tasks/0/id", evidence_id), "/deals/0/tasks/0/id", "duplicate_id", evidence_id);
    refused(with("/customers/0/ideal", {{{"criterion", "a"},
                                         {"score", 1},
                                         {"evidence", {{{"id", evidence_id}, {"text", "x"}}, {{"id", evidence_id}, {"text", "y"}}}}}}),
            "/customers/0/ideal/0/evidence/1/id", "duplicate_id", evidence_id);
}

TEST_CASE("two deals may hold the same people and facts: one may be a copy of the other") {
    OrderedJson file = valid();
    file["deals"].push_back(file["deals"][0]);
    file["deals"][1]["id"] = "d0000000-0000-4000-8000-000000000002";
    accepted(file.dump());
}

TEST_CASE("whoever is referred to must be there") {
    const char* nobody = "a0000000-0000-4000-8000-00000000dead";
    refused(with("/deals/0/customer", nobody), "/deals/0/customer", "unknown_customer", nobody);
    refused(with("/deals/0/position/stage_evidence/0/source", nobody), "/deals/0/position/stage_evidence/0/source", "unknown_person",
            nobody);
    refused(with("/deals/0/links/0/to", nobody), "/deals/0/links/0/to", "unknown_person", nobody);
    refused(with("/deals/0/tasks/0/person", nobody), "/deals/0/tasks/0/person", "unknown_person", nobody);
    refused(with("/deals/0/tasks/0/person", evidence_id), "/deals/0/tasks/0/person", "unknown_person", evidence_id);
}

TEST_CASE("who is missing only because of another error is not missed as well") {
    refused(with("/deals/0/people", "nobody"), "/deals/0/people", "expected_list", "nobody");
    refused(with("/deals/0/people/0/id", "田"), "/deals/0/people/0/id", "id", "田");
    refused(with("/deals/0/people/0", 1), "/deals/0/people/0", "expected_object", "1");
    refused(with("/customers/0/id", "x"), "/customers/0/id", "id", "x");
    refused(with("/customers", 1), "/customers", "expected_list", "1");
}

TEST_CASE("people of another deal are not there") {
    OrderedJson file = valid();
    file["deals"].push_back(file["deals"][0]);
    file["deals"][1]["id"] = "d0000000-0000-4000-8000-000000000002";
    file["deals"][1]["people"][0]["id"] = "a0000000-0000-4000-8000-000000000003";
    file["deals"][1]["links"] = OrderedJson::array();
    refused(file.dump(), "/deals/1/position/stage_evidence/0/source", "unknown_person", person_id);
}

TEST_CASE("what must be there is missed by name") {
    OrderedJson file = valid();
    file["deals"][0].erase("name");
    refused(file.dump(), "/deals/0/name", "missing", "name");
    file = valid();
    file["deals"][0]["position"].erase("claimed");
    refused(file.dump(), "/deals/0/position/claimed", "missing", "claimed");
    file = valid();
    file["deals"][0]["objective"]["amount"].erase("currency");
    refused(file.dump(), "/deals/0/objective/amount/currency", "missing", "currency");
}

TEST_CASE("texts that are too long are refused, not cut; length is counted in characters") {
    std::string name, text;
    for (int i = 0; i < 200; ++i) name += "骨";
    for (int i = 0; i < 4000; ++i) text += "😀";
    accepted(with("/deals/0/name", name));
    refused(with("/deals/0/name", name + "x"), "/deals/0/name", "too_long", "200");
    accepted(with("/deals/0/objective/sentence", text));
    refused(with("/deals/0/objective/sentence", text + "x"), "/deals/0/objective/sentence", "too_long", "4000");
    accepted(with("/deals/0/name", name + " \n"));  // after trimming
}

TEST_CASE("texts are trimmed when they are read") {
    const Result<Workspace> read = read_workspace(with("/deals/0/name", "\n\t 　\u00A0 节能 改造 　\n"));
    REQUIRE(read);
    CHECK(read->deals[0]->name == "节能 改造");
}

TEST_CASE("what is invisible in a text is dropped when it is read, wherever it stands") {
    const Result<Workspace> read = read_workspace(with("/deals/0/name", "\u200B 节\u202E能\uFEFF 👩\u200D💻\u2069\u200D "));
    REQUIRE(read);
    CHECK(read->deals[0]->name == "节能 👩\u200D💻");
    const Result<Workspace> prose = read_workspace(with("/deals/0/objective/sentence", "a\n\u2066b"));
    REQUIRE(prose);
    CHECK(prose->deals[0]->objective.sentence == "a\nb");
    std::string name = "\u200B";
    for (int i = 0; i < 200; ++i) name += "骨";
    accepted(with("/deals/0/name", name));
}

TEST_CASE("texts are kept as they are otherwise: nothing is normalised") {
    const std::string decomposed = "e\u0301";
    const Result<Workspace> read = read_workspace(with("/deals/0/name", decomposed));
    REQUIRE(read);
    CHECK(read->deals[0]->name == decomposed);
}

TEST_CASE("lists have limits, and the first item beyond is named") {
    OrderedJson file = valid();
    for (int i = 0; i < 499; ++i) {
        file["deals"][0]["people"].push_back({{"id", format(make_id(1, static_cast<std::uint64_t>(i)))}, {"name", "x"}});
    }
    refused(file.dump(), "/deals/0/people/500", "too_many", "500");
    file = valid();
    for (int i = 0; i < 2002; ++i) file["deals"][0]["story"].push_back({{"date", "2026-01-01"}, {"text", "x"}});
    refused(file.dump(), "/deals/0/story/2000", "too_many", "2000");
    std::string many = R"({"format":"deal-compass","version":"1.0","customers":[)";
    for (std::uint64_t i = 0; i <= 20'000; ++i)
        many += (i > 0 ? ",{\"id\":\"" : "{\"id\":\"") + format(make_id(2, i)) + "\",\"name\":\"x\"}";
    refused(many + "]}", "/customers/20000", "too_many", "20000");
}

TEST_CASE("all errors of a file come at once, each with its path") {
    OrderedJson file = valid();
    file["customers"][0]["relationship"] = 9;
    file["deals"][0]["position"]["claimed"]["urgency"] = "soon";
    file["deals"][0]["people"][0].erase("name");
    file["deals"][0]["people"][1]["support"] = "no";
    file["deals"][0]["objective"]["signing_date"] = "tomorrow";
    file["deals"][0]["customer"] = person_id;
    CHECK(shown(errors_of(file.dump())) ==
          "/customers/0/relationship | range | 1 … 5\n"
          "/deals/0/objective/signing_date | date | tomorrow\n"
          "/deals/0/position/claimed/urgency | word | later, worked_in, active, urgent\n"
          "/deals/0/people/0/name | missing | name\n"
          "/deals/0/people/1/support | expected_whole | no\n"
          "/deals/0/customer | unknown_customer | a0000000-0000-4000-8000-000000000001\n");
}

TEST_CASE("a hundred errors are enough") {
    OrderedJson file = valid();
    for (int i = 0; i < 300; ++i) file["deals"][0]["story"].push_back(i);
    CHECK(errors_of(file.dump()).size() == errors_at_most);
    file = valid();
    for (int i = 0; i < 300; ++i) file["deals"].push_back(file["deals"][0]);
    CHECK(errors_of(file.dump()).size() == errors_at_most);
    file = valid();
    for (int i = 0; i < 300; ++i) file["deals"][0]["links"].push_back({{"from", deal_id}, {"to", deal_id}, {"kind", "allied"}});
    CHECK(errors_of(file.dump()).size() == errors_at_most);
}

TEST_CASE("a syntax error comes after the errors before it") {
    std::string file = with("/customers/0/relationship", 9);
    file.pop_back();
    const std::string end = std::to_string(file.size());
    CHECK(shown(errors_of(file)) == "/customers/0/relationship | range | 1 … 5\n | truncated | " + end + " (1:" + end + ")\n");
}

TEST_CASE("file content that is quoted in an error is cut to a readable length") {
    std::string long_text, quoted;
    for (int i = 0; i < 5000; ++i) long_text += "骨";
    const std::vector<Error> errors = errors_of(with("/deals/0/objective/signing_date", long_text));
    REQUIRE(errors.size() == 1);
    CHECK(length_of(errors[0].detail) == 61);
}
