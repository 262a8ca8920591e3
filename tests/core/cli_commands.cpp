// The command line as other programs see it (architecture §5).
#include "cli/command.h"
#include "cli/sentences.h"
#include "cli_fixture.h"
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "golden.h"
#include "json.h"
#include "model/words.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

using namespace compass;

namespace {

std::vector<std::string> words_of(const GoldenNavigation& row) {
    return {"navigate",
            "--stage",
            name_of(row.position.stage),
            "--competition",
            name_of(row.position.competition),
            "--urgency",
            name_of(row.position.urgency),
            "--periods",
            std::to_string(row.periods),
            "--choose=" + std::to_string(row.choose_factors),
            "--decide=" + std::to_string(row.decide_factors)};
}

}  // namespace

TEST_CASE("navigate prints what the reference computed") {
    double largest = 0;
    const auto compare = [&](const Json& mine, double reference) { largest = std::max(largest, std::abs(mine.get<double>() - reference)); };
    for (std::size_t i = 0; i < golden().navigator.size(); i += 7) {
        const GoldenNavigation& row = golden().navigator[i];
        const Outcome outcome = run(words_of(row));
        REQUIRE(outcome.status == 0);
        const auto result = parsed(outcome.out);
        CHECK(result["periods"] == row.periods);
        compare(result["hold_all"], row.hold_all);
        compare(result["best"], row.best);
        REQUIRE(result["actions"].size() == row.actions.size());
        for (const auto& [move, value] : row.actions) compare(result["actions"][move], value);
        CHECK(result["path"].is_array());
    }
    CHECK(largest <= 1e-9);
}

TEST_CASE("navigate writes one line, members and moves in the promised order") {
    const Outcome outcome = run({"navigate", "--stage", "solution", "--competition", "level", "--urgency", "active", "--periods", "13"});
    CHECK(lines_of(outcome.out) == 1);
    CHECK(outcome.out.starts_with(R"({"position":["solution","level","active"],"periods":13,"hold_all":0.)"));
    std::size_t at = 0;
    for (const char* name : {"\"best\":", "\"actions\":{\"hold\":", "\"stage_forward\":", "\"stage_back\":", "\"competition_up\":",
                             "\"urgency_up\":", "\"urgency_down\":", "\"path\":[{\"move\":\"competition_up\""}) {
        CAPTURE(name);
        REQUIRE(outcome.out.find(name) != std::string::npos);
        CHECK(outcome.out.find(name) > at);
        at = outcome.out.find(name);
    }
}

TEST_CASE("wrong use says why and how, on stderr, with status 2") {
    const std::vector<std::vector<std::string>> wrong = {
        {},
        {"fly"},
        {"navigate"},
        {"navigate", "--stage"},
        {"navigate", "--speed", "3"},
        {"navigate", "--stage", "sun", "--competition", "level", "--urgency", "active", "--periods", "13"},
        {"navigate", "--stage", "solution", "--competition", "level", "--urgency", "active", "--periods", "0"},
        {"navigate", "--stage", "solution", "--competition", "level", "--urgency", "active", "--periods", "53"},
        {"navigate", "--stage", "solution", "--competition", "level", "--urgency", "active", "--periods", "13.5"},
        {"navigate", "--stage", "solution", "--competition", "level", "--urgency", "active", "--periods", "13", "--choose", "much"},
        {"navigate", "--stage", "solution", "--competition", "level", "--urgency", "active", "--periods", "13", "--choose", "inf"},
        {"navigate", "--stage", "solution", "--stage=intent", "--competition", "level", "--urgency", "active", "--periods", "13"},
        {"evaluate", "-", "--today=2026-11-21", "--today", "2026-11-22"},
        {"evaluate"},
        {"evaluate", "-", "--today", "2026-02-30"},
        {"validate"},
        {"navigate", "--stage", "solution", "deals.json"},
        {"forecast"},
        {"forecast", "-", "--currency", "yuan"},
        {"forecast", "-", "--target", "-1"},
        {"report", "-"},
        {"calibrate"},
        {"calibrate", "-", "--today", "2026-11-21"},
        {"schema", "please"}};
    for (const auto& words : wrong) {
        for (const Language language : {Language::zh, Language::en}) {
            const Outcome outcome = run(words, {}, language);
            CAPTURE(outcome.err);
            CHECK(outcome.status == 2);
            CHECK(outcome.out.empty());
            CHECK(lines_of(outcome.err) == 2);
            CHECK(outcome.err.find(language == Language::zh ? "用法：" : "Usage: ") != std::string::npos);
            CHECK(outcome.err.find("cli_") == std::string::npos);
        }
    }
}

TEST_CASE("help goes to stdout with status 0: an overview, and a page for each verb") {
    for (const Language language : {Language::zh, Language::en}) {
        const std::string overview = run({"--help"}, {}, language).out;
        CHECK(run({"-h"}, {}, language).out == overview);
        CHECK(run({"fly", "--help"}, {}, language).out == overview);
        const std::string usage = cli::say(language, "cli_usage");
        for (const char* verb : {"navigate", "evaluate", "forecast", "report", "calibrate", "validate", "convert", "schema"}) {
            CAPTURE(verb);
            CHECK(overview.find(std::string("\n  ") + verb + "  ") != std::string::npos);
            CHECK(usage.find(verb) != std::string::npos);
            const Outcome help = run({verb, "--help"}, {}, language);
            CHECK(help.status == 0);
            CHECK(help.err.empty());
            CHECK(help.out.starts_with(std::string("deal-compass ") + verb));
            CHECK(help.out.find("cli_") == std::string::npos);
            for (const char* part : language == Language::zh
                                        ? std::array{"\n用法\n", "\n说明\n", "\n结果\n", "\n退出码\n", "\n例子\n"}
                                        : std::array{"\nSYNOPSIS\n", "\nDESCRIPTION\n", "\nOUTPUT\n", "\nEXIT STATUS\n", "\nEXAMPLE\n"})
                CHECK(help.out.find(part) != std::string::npos);
            // What the usage line names is explained below it.
            const std::string synopsis = cli::say(language, std::string("cli_usage_") + verb);
            for (std::size_t at = synopsis.find("--"); at != std::string::npos; at = synopsis.find("--", at + 2)) {
                const std::string option = synopsis.substr(at, synopsis.find_first_of(" ]", at) - at);
                CHECK(help.out.find("\n  " + option + " ") != std::string::npos);
            }
        }
    }
}

TEST_CASE("a file that cannot be opened is named, with status 2") {
    const Outcome outcome = run({"evaluate", "/nowhere/deal.json"});
    CHECK(outcome.status == 2);
    CHECK(outcome.err == "/nowhere/deal.json: cannot be opened.\n");
}

TEST_CASE("a folder is named as one, with status 2") {
    const std::string folder = std::filesystem::temp_directory_path().string();
    for (const char* verb : {"evaluate", "validate"}) {
        const Outcome outcome = run({verb, folder});
        CHECK(outcome.status == 2);
        CHECK(outcome.err == folder + ": is a folder; name a file in it.\n");
    }
}

TEST_CASE("an empty file is a finding in the data, not a file that cannot be opened") {
    const TemporaryFile empty{""};
    for (const char* verb : {"evaluate", "validate"}) {
        const Outcome outcome = run({verb, empty.path()});
        CHECK(outcome.status == 1);
        CHECK(outcome.err == empty.path() + ": This file is empty\n");
    }
}

TEST_CASE("what was typed wrong is quoted") {
    CHECK(run({"fly"}).err.starts_with("There is no command “fly”."));
    CHECK(run({"schema", "5 of"}).err.starts_with("“5 of” is not expected."));
    CHECK(run({"evaluate", "-", "--today", ""}).err.starts_with("--today cannot be “”;"));
    CHECK(run({"evaluate", "-", "--today", "a", "--today", "b"}).err.starts_with("--today is given twice;"));
}

TEST_CASE("evaluate prints the index with every term, the navigator and the questions of each deal") {
    const TemporaryFile file{std::string(builtin_case("3", Language::en))};
    const Outcome outcome = run({"evaluate", file.path()});
    REQUIRE(outcome.status == 0);
    REQUIRE(lines_of(outcome.out) == 1);
    const auto deal = parsed(outcome.out);
    CHECK(deal["today"] == "2026-11-21");
    const auto& index = deal["index"];
    CHECK(index["value"].get<double>() == doctest::Approx(index["decide"]["value"].get<double>() * index["choose"]["value"].get<double>()));
    CHECK(index["decide"]["terms"].size() == 5);
    CHECK(index["choose"]["terms"].size() == 11);
    CHECK(index["band"][0] < index["value"]);
    CHECK(deal["navigator"]["moves"][0]["move"] == "competition_up");
    CHECK(deal["unknowns"].size() == 7);
    CHECK(deal["unknowns"][0]["question"].is_string());
}

TEST_CASE("evaluate prints flags and contradictions with their facts and next step, in the language of the user") {
    const TemporaryFile file{std::string(builtin_case("3", Language::en))};
    for (const Language language : {Language::en, Language::zh}) {
        const auto deal = parsed(run({"evaluate", file.path()}, {}, language).out);
        REQUIRE(deal["flags"].size() > 3);
        REQUIRE_FALSE(deal["contradictions"].empty());
        const auto& first = deal["contradictions"][0];
        CHECK(first["id"] == "active_yet_nobody_said_so");
        CHECK(first["severity"] == "warn");
        CHECK(first["text"] ==
              (language == Language::en ? "Active or urgent, yet nobody of theirs said so" : "说他们在推进，却没有客户的人说过"));
        CHECK(first["facts"][0]["place"] == "/position/claimed/urgency");
        CHECK(first["facts"][0]["value"] == "active");
        CHECK(first["action"] == "put_evidence");
        CHECK_FALSE(first["step"].get<std::string>().empty());
    }
}

TEST_CASE("evaluate follows the rules of the workspace's own playbook") {
    auto document = parsed(builtin_case("3", Language::en));
    document["playbook"] = parsed(builtin_playbook());
    document["playbook"].erase("format");
    document["playbook"].erase("version");
    const Json text = {{"zh", "无"}, {"en", "none"}};
    document["playbook"]["rules"] = {{{"id", "active_yet_nobody_said_so"}, {"severity", "off"}, {"text", text}, {"step", text}}};
    const TemporaryFile file{document.dump()};
    const auto deal = parsed(run({"evaluate", file.path()}).out);
    CHECK(deal["contradictions"][0]["id"] != "active_yet_nobody_said_so");
    CHECK_FALSE(deal["flags"].empty());
}

TEST_CASE("evaluate reads another day and another playbook") {
    Playbook playbook = default_playbook();
    playbook.id = "ours";
    playbook.index.support = 0;
    const TemporaryFile deals{std::string(builtin_case("3", Language::en))}, own{write_playbook(playbook)};
    const auto result = parsed(run({"evaluate", deals.path(), "--today", "2027-06-01", "--playbook", own.path()}).out);
    CHECK(result["today"] == "2027-06-01");
    CHECK(result["playbook"] == "ours");
    CHECK(result["navigator"]["periods"] == 1);
    CHECK(result["index"]["choose"]["terms"][0]["contribution"] == 0);
}

TEST_CASE("a playbook that is refused ends the command with its errors") {
    const TemporaryFile deals{std::string(builtin_case("3", Language::en))}, broken{"{}"};
    const Outcome outcome = run({"evaluate", deals.path(), "--playbook", broken.path()});
    CHECK(outcome.status == 1);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with(broken.path()));
}

TEST_CASE("standard input gives one line of result per line, also for one that is refused") {
    const Outcome outcome = run({"evaluate", "-"}, case_line() + "\n\n{\"format\":\"deal-compass\"\n" + case_line() + '\n');
    CHECK(outcome.status == 1);
    REQUIRE(lines_of(outcome.out) == 3);
    std::istringstream lines(outcome.out);
    std::string first, second, third;
    std::getline(lines, first), std::getline(lines, second), std::getline(lines, third);
    CHECK(first == third);
    CHECK(parsed(second)["errors"].size() >= 1);
    CHECK(outcome.err.starts_with("-:3"));
}

TEST_CASE("validate is silent about sound files of deals and playbooks") {
    const TemporaryFile deals{std::string(builtin_case("3", Language::zh))}, playbook{std::string(builtin_playbook())};
    const Outcome outcome = run({"validate", deals.path(), playbook.path()});
    CHECK(outcome.status == 0);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.empty());
}

TEST_CASE("validate names file, path and sentence of every error") {
    auto document = parsed(builtin_case("3", Language::en));
    document["deals"][0]["people"][0]["support"] = 9;
    document["deals"][0]["position"]["claimed"]["stage"] = "moon";
    const TemporaryFile broken{document.dump()}, sound{std::string(builtin_case("3", Language::en))};
    const Outcome outcome = run({"validate", broken.path(), sound.path()});
    CHECK(outcome.status == 1);
    CHECK(lines_of(outcome.err) == 2);
    CHECK(outcome.err.find(broken.path() + "/deals/0/people/0/support: ") != std::string::npos);
    CHECK(outcome.err.find(broken.path() + "/deals/0/position/claimed/stage: ") != std::string::npos);
    CHECK(outcome.err.find("error_") == std::string::npos);
}

TEST_CASE("validate finds the errors of a broken playbook as a playbook") {
    auto document = parsed(builtin_playbook());
    document["index"]["prior"] = 2;
    const TemporaryFile broken{document.dump()};
    const Outcome outcome = run({"validate", broken.path()});
    CHECK(outcome.status == 1);
    CHECK(outcome.err.find("/index/prior: ") != std::string::npos);
}

TEST_CASE("schema prints the schema of the file format") {
    const Outcome outcome = run({"schema"});
    CHECK(outcome.status == 0);
    CHECK(parsed(outcome.out)["$schema"] == "https://json-schema.org/draft/2020-12/schema");
}

TEST_CASE("sentences fill their gaps and keep unknown keys readable") {
    CHECK(cli::say(Language::en, "cli_option_missing", {{"option", "--stage"}}) == "--stage is missing.");
    CHECK(cli::say(Language::zh, "cli_option_missing", {{"option", "--stage"}}) == "缺 --stage。");
    CHECK(cli::say(Language::en, "no_such_phrase") == "no_such_phrase");
}

TEST_CASE("convert turns a table into deals and deals into a table, whatever the spreadsheet's encoding") {
    const std::string text = "客户,项目,金额\r\n临江化工,二期,320万\r\n";
    // The same in GB18030 and UTF-16.
    const std::string gb =
        "\xBF\xCD\xBB\xA7,\xCF\xEE\xC4\xBF,\xBD\xF0\xB6\xEE\r\n\xC1\xD9\xBD\xAD\xBB\xAF\xB9\xA4,\xB6\xFE\xC6\xDA,320\xCD\xF2\r\n";
    std::string wide = "\xFF\xFE";
    for (const char16_t unit : std::u16string_view(u"客户,项目,金额\r\n临江化工,二期,320万\r\n"))
        wide += static_cast<char>(unit & 0xFF), wide += static_cast<char>(unit >> 8);
    for (const std::string& bytes : {text, gb, wide}) {
        const Outcome outcome = run({"convert", "-"}, bytes);
        CHECK(outcome.status == cli::fine);
        const auto workspace = read_workspace(outcome.out);
        REQUIRE(workspace);
        REQUIRE(workspace->deals.size() == 1);
        CHECK(workspace->deals.front()->name == "二期");
        CHECK(workspace->deals.front()->objective.amount->minor == 320'000'000);
        const Outcome back = run({"convert", "-"}, outcome.out, Language::zh);
        CHECK(back.status == cli::fine);
        CHECK(back.out.find("临江化工,二期,") != std::string::npos);
    }
    const Outcome partly = run({"convert", "-"}, "客户,金额\n甲,很多\n乙,5\n", Language::zh);
    CHECK(partly.status == cli::findings);
    CHECK(partly.err.find("看不懂金额“很多”") != std::string::npos);
    CHECK(read_workspace(partly.out)->deals.size() == 1);
    CHECK(run({"convert", "-"}, "a,b\n1,2\n").status == cli::findings);
    CHECK(run({"convert", "-"}, "\xFF\xFF\xFF").status == cli::findings);
    CHECK(run({"convert"}).status == cli::wrong_use);
    CHECK(run({"convert", "/nowhere.csv"}).status == cli::wrong_use);
}
