// What a newer or another program wrote into the file stays in it.
#include "codec_files.h"

#include <doctest/doctest.h>

using namespace compass;
using namespace compass::files;

namespace {

// Adds a member that we do not know to every object of the file, also to money and positions.
void add_unknown(OrderedJson& json, int& count) {
    if (json.is_object()) {
        for (auto& [name, value] : json.items()) add_unknown(value, count);
        json["x_new"] = {{"number", 1.5}, {"list", {1, "zwei", nullptr, OrderedJson::object(), OrderedJson::array()}}, {"count", count++}};
    } else if (json.is_array()) {
        for (OrderedJson& item : json) add_unknown(item, count);
    }
}

}  // namespace

TEST_CASE("a file from a newer minor version keeps fields it does not know, at every depth, and its version") {
    OrderedJson file = valid();
    int count = 0;
    add_unknown(file, count);
    file["version"] = "1.7";
    CHECK(count > 10);
    const Result<Workspace> read = read_workspace(file.dump());
    CAPTURE(shown(errors_of(file.dump())));
    REQUIRE(read);
    const std::string written = write_workspace(*read);
    CHECK(parsed_in_order(written) == file);
    CHECK(write_workspace(*read_workspace(written)) == written);
    CHECK(parsed(write_workspace(*read, Layout::compact)) == Json(file));
}

TEST_CASE("a file of our own or an older version is written as our version") {
    const std::string written = write_workspace(*read_workspace(valid().dump()));
    CHECK(parsed_in_order(written)["version"] == "1.0");
}

TEST_CASE("unknown members are written after the known ones, by name") {
    OrderedJson file = valid();
    file["customers"][0] = {{"zeta", 1}, {"id", customer_id}, {"alpha", 2}, {"name", "n"}};
    const std::string written = write_workspace(*read_workspace(file.dump()));
    CHECK(written.find("\"name\": \"n\",\n      \"alpha\": 2,\n      \"zeta\": 1\n") != std::string::npos);
}

TEST_CASE("unknown members keep their numbers and texts as they were written") {
    const std::string file =
        replaced("\"name\":\"节能改造\"",
                 "\"name\":\"n\",\"x\" : [1.50, 1E3, -0.0, 123456789012345678901234567890, 0.1e-7, \"\\u00e9\\u4f60\\/\", true]");
    const std::string written = write_workspace(*read_workspace(file));
    CHECK(written.find("\"x\": [1.50, 1E3, -0.0, 123456789012345678901234567890, 0.1e-7, \"é你/\", true]") != std::string::npos);
}

TEST_CASE("unknown members survive an edit of what is beside them") {
    const std::string file = replaced("\"minor\":860000000", "\"minor\":860000000,\"rate\":7.1");
    Workspace workspace = *read_workspace(file);
    Deal deal = *workspace.deals[0];
    deal.objective.amount = Money{1, {}};
    workspace.deals[0] = deal;
    CHECK(write_workspace(workspace).find("{\"minor\": 1, \"currency\": \"CNY\", \"rate\": 7.1}") != std::string::npos);
    deal.objective.amount.reset();
    workspace.deals[0] = deal;
    CHECK(write_workspace(workspace).find("rate") == std::string::npos);
}

TEST_CASE("the order of members and blanks in a file do not matter") {
    const Json sorted = valid();  // by name
    CHECK(write_workspace(*read_workspace(sorted.dump(7))) == write_workspace(*read_workspace(valid().dump())));
}

TEST_CASE("a member named by its path is not mistaken for another") {
    OrderedJson file = valid();
    file["customers"][0]["a/b~c"] = 1;
    file["customers"][0]["name"] = 5;
    CHECK(shown(errors_of(file.dump())) == "/customers/0/name | expected_text | 5\n");
    file["customers"][0]["name"] = "n";
    CHECK(parsed_in_order(write_workspace(*read_workspace(file.dump())))["customers"][0]["a/b~c"] == 1);
}
