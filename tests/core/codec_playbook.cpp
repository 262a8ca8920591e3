// Playbooks whose numbers contradict each other are refused.
#include "codec_files.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

OrderedJson book() { return parsed_in_order(write_playbook(default_playbook())); }

std::string errors_with(const std::string& path, const OrderedJson& value) {
    OrderedJson file = book();
    file[OrderedJson::json_pointer(path)] = value;
    const Result<Playbook> result = read_playbook(file.dump());
    return result ? "" : files::shown(result.errors());
}

}  // namespace

TEST_CASE("base chances lie strictly between 0 and 1") {
    CHECK(errors_with("/index/prior", 0) == "/index/prior | range_open | 0 … 1\n");
    CHECK(errors_with("/index/choose_base/3", 1) == "/index/choose_base/3 | range_open | 0 … 1\n");
    CHECK(errors_with("/index/decide_base/3/3", 1.5) == "/index/decide_base/3/3 | range_open | 0 … 1\n");
}

TEST_CASE("λ and chances lie between 0 and 1, both included") {
    CHECK(errors_with("/index/settled/3", 1) == "");
    CHECK(errors_with("/index/settled/3", 1.01) == "/index/settled/3 | range | 0 … 1\n");
    CHECK(errors_with("/navigator/die/0", -0.1) == "/navigator/die/0 | range | 0 … 1\n");
    CHECK(errors_with("/navigator/undecided", 2) == "/navigator/undecided | range | 0 … 1\n");
}

TEST_CASE("chances that are products stay chances") {
    CHECK(errors_with("/navigator/forward/0", 0.9) == "/navigator/forward/0 | product_above_one | \n");
    CHECK(errors_with("/navigator/steep/0", 10) == "/navigator/gain/0 | product_above_one | \n/navigator/gain/1 | product_above_one | \n");
}

TEST_CASE("base chances never fall with a better position") {
    CHECK(errors_with("/index/choose_base/1", 0.01) == "/index/choose_base/1 | not_rising | \n");
    CHECK(errors_with("/index/decide_base/0/1", 0.05) == "/index/decide_base/0/1 | not_rising | \n");
    CHECK(errors_with("/index/decide_base/0/3", 0.8) == "/index/decide_base/1/3 | not_rising | \n");
}

TEST_CASE("rows have as many numbers as there are levels") {
    CHECK(errors_with("/index/choose_base", {0.1, 0.2, 0.3}) == "/index/choose_base | row_length | 4\n");
    CHECK(errors_with("/index/choose_base", {0.1, 0.2, 0.3, 0.4, 0.5}) == "/index/choose_base | row_length | 4\n");
    CHECK(errors_with("/index/decide_base/2", {0.1}) == "/index/decide_base/2 | row_length | 4\n");
}

TEST_CASE("the probabilities of what is unknown sum to one") {
    const OrderedJson question = {{"zh", "问"}, {"en", "Ask"}};
    const OrderedJson prior = {{"unknown", "x"},
                               {"answers", {{{"answer", "yes"}, {"probability", 0.5}}, {{"answer", "no"}, {"probability", 0.4}}}},
                               {"question", question}};
    CHECK(errors_with("/priors", OrderedJson::array({prior})) == "/priors/0/answers | not_one | \n");
    const OrderedJson level = {{"id", "only"}, {"text", question}, {"contribution", 0.1}, {"prior", 0.9}};
    CHECK(errors_with("/own_factors/0", {{"id", "f"}, {"name", question}, {"target", "choose"}, {"levels", OrderedJson::array({level})}}) ==
          "/own_factors/0/levels | not_one | \n");
}

TEST_CASE("ids are unique among signs, criteria, unknowns, and gate items of all stages") {
    OrderedJson file = book();
    REQUIRE(file["signs"].size() > 1);
    CHECK(errors_with("/signs/1/id", file["signs"][0]["id"]) ==
          "/signs/1 | duplicate_id | " + file["signs"][0]["id"].get<std::string>() + "\n");
    CHECK(errors_with("/priors/1/unknown", file["priors"][0]["unknown"]) ==
          "/priors/1 | duplicate_id | " + file["priors"][0]["unknown"].get<std::string>() + "\n");
    CHECK(errors_with("/funnel/2/gate/0/id", file["funnel"][1]["gate"][0]["id"]) ==
          "/funnel/2/gate/0 | duplicate_id | " + file["funnel"][1]["gate"][0]["id"].get<std::string>() + "\n");
}

TEST_CASE("the funnel has its seven stages in order") {
    OrderedJson file = book();
    OrderedJson funnel = file["funnel"];
    std::swap(funnel[0], funnel[1]);
    CHECK(errors_with("/funnel", funnel) == "/funnel | funnel_order | \n");
    funnel = file["funnel"];
    funnel.erase(6);
    CHECK(errors_with("/funnel", funnel) == "/funnel | funnel_order | \n");
}

TEST_CASE("texts are there in both languages") {
    CHECK(errors_with("/name", {{"zh", "手册"}}) == "/name/en | missing | en\n");
    CHECK(errors_with("/name", {{"zh", "手册"}, {"en", " "}}) == "/name/en | empty_text | \n");
}

TEST_CASE("every number of the method is there") {
    for (const char* part : {"index", "navigator", "people"}) {
        const OrderedJson whole = book();
        for (const auto& [name, value] : whole[part].items()) {
            OrderedJson file = whole;
            file[part].erase(name);
            const Result<Playbook> result = read_playbook(file.dump());
            REQUIRE_FALSE(result);
            CHECK(result.errors().front() == Error{std::string("/") + part + "/" + name, "missing", name});
        }
    }
}

TEST_CASE("a workspace's own playbook is held to the same, at its own path") {
    OrderedJson file = files::valid();
    file["playbook"] = book();
    files::accepted(file.dump());
    file["playbook"]["index"]["choose_base"][1] = 0.01;
    files::refused(file.dump(), "/playbook/index/choose_base/1", "not_rising", "");
}
