// forecast, calibrate, report, and deals that come one per line (architecture §5).
#include "cli/sentences.h"
#include "cli_fixture.h"
#include "codec/description.h"
#include "codec/method.h"
#include "codec/walk.h"
#include "generate.h"
#include "json.h"
#include "model/words.h"
#include "paper/paper.h"
#include "paper/words.h"
#include "portfolio/forecast.h"
#include "reading/deal_reading.h"

#include "../markup.h"

#include <unistd.h>

#include <doctest/doctest.h>

#include <algorithm>
#include <istream>
#include <ostream>
#include <streambuf>

using namespace compass;
using doctest::Approx;

namespace {

Workspace sample_case() { return *read_workspace(builtin_case("3", Language::en)); }

Workspace many_deals(int count) {
    const Workspace sample = sample_case();
    Workspace workspace;
    workspace.customers = sample.customers;
    for (int i = 0; i < count; ++i) {
        Deal deal = *sample.deals.front();
        deal.id = sample_id(1000 + static_cast<std::uint64_t>(i));
        workspace.deals.push_back(deal);
    }
    return workspace;
}

// Puts markup into every free text.
class Attack final : public Visitor {
  public:
    void visit(const Kind& kind, const Rule&, void* value, const std::string&) override {
        if (kind.shape == Shape::text)
            static_cast<std::string*>(value)->insert(0, R"(</td></title></style><script>alert(1)</script>" onload="x' &)");
    }
};

#ifndef COMPASS_SANITIZED
long resident_kilobytes() {
    std::ifstream file("/proc/self/statm");
    long size = 0, resident = 0;
    file >> size >> resident;
    return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

// The same line again and again, made when it is read; notes how much memory is in use meanwhile.
class Lines final : public std::streambuf {
  public:
    Lines(std::string line, int count) : line_(std::move(line)), left_(count) {}
    long most() const { return most_; }

  private:
    int_type underflow() override {
        if (left_-- == 0) return traits_type::eof();
        most_ = std::max(most_, resident_kilobytes());
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_.front());
    }

    std::string line_;
    int left_;
    long most_ = 0;
};

class CountedLines final : public std::streambuf {
  public:
    int count() const { return count_; }

  private:
    std::streamsize xsputn(const char* text, std::streamsize size) override {
        count_ += static_cast<int>(std::count(text, text + size, '\n'));
        return size;
    }
    int_type overflow(int_type c) override {
        count_ += c == '\n';
        return c;
    }

    int count_ = 0;
};
#endif

}  // namespace

#ifndef COMPASS_SANITIZED  // whose memory is kept back to catch its misuse
TEST_CASE("a stream of deals gives a line for each and takes no more memory than a short one") {
    const std::string line = case_line() + '\n';
    constexpr int count = 400;
    REQUIRE(line.size() * count > 8'000'000);
    for (const char* verb : {"evaluate", "navigate"}) {
        CAPTURE(verb);
        const auto most_with = [&](int lines) {
            Lines in(line, lines);
            CountedLines out;
            std::istream input(&in);
            std::ostream output(&out), errors(nullptr);
            cli::World world{input, output, errors, Language::en, sample_today, 7};
            CHECK(cli::run({verb, "-"}, world) == 0);
            CHECK(out.count() == lines);
            return in.most();
        };
        const long few = most_with(10);
        CHECK(most_with(count) - few < 2'000);  // kilobytes
    }
}
#endif

TEST_CASE("results that cannot be written are no success") {
    struct Full final : std::streambuf {};
    Full full;
    std::istringstream in(case_line());
    std::ostream out(&full);
    std::ostringstream err;
    cli::World world{in, out, err, Language::en, sample_today, 7};
    CHECK(cli::run({"evaluate", "-"}, world) == 2);
    CHECK(err.str() == "The results cannot be written: the disk is full, or who reads them has gone.\n");
}

TEST_CASE("forecast prints the quarters of all files together, with the chance to reach a target") {
    const std::string both = write_workspace(many_deals(2), Layout::compact);
    const TemporaryFile file(both);
    const Outcome outcome = run({"forecast", file.path(), "--target", "8600000", "--today", "2026-11-21"});
    REQUIRE(outcome.status == 0);
    REQUIRE(lines_of(outcome.out) == 1);
    const auto result = parsed(outcome.out);
    CHECK(result["currency"] == "CNY");
    CHECK(result["minor_units"] == 100);
    REQUIRE(result["quarters"].size() == 4);
    const Forecast expected = read_forecast(many_deals(2), default_playbook(), *date_of({2026, 11, 21}), {});
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(result["quarters"][i]["compass"].get<double>() == expected.quarters[i].compass);
        CHECK(result["quarters"][i]["p90"].get<double>() == expected.quarters[i].p90);
    }
    CHECK(result["quarters"][2]["quarter"] == "2027-Q2");
    REQUIRE(result["quarters"][2]["deals"].size() == 2);
    const double chance = result["quarters"][2]["deals"][0]["index"];
    CHECK(result["quarters"][2]["chance_to_reach"].get<double>() == Approx(1 - (1 - chance) * (1 - chance)));
    CHECK(parsed(run({"forecast", file.path(), "--currency", "USD"}).out)["of_other_currency"].size() == 2);
}

TEST_CASE("of the same deal in several files the one read last counts; a refused line is named and the rest is forecast") {
    Workspace newer = many_deals(1);
    Deal deal = *newer.deals.front();
    deal.objective.amount->minor = 100;
    newer.deals.front() = deal;
    const std::string lines = write_workspace(many_deals(1), Layout::compact) + "\n{\n" + write_workspace(newer, Layout::compact) + "\n";
    const Outcome outcome = run({"forecast", "-"}, lines);
    CHECK(outcome.status == 1);
    CHECK(outcome.err.starts_with("-:2"));
    const auto result = parsed(outcome.out);
    CHECK(result["refused"] == 1);
    REQUIRE(result["quarters"][2]["deals"].size() == 1);
    CHECK(result["quarters"][2]["deals"][0]["amount"] == 100);
}

TEST_CASE("calibrate says how well the index foretold, and that few deals say little") {
    Workspace workspace = many_deals(3);
    for (std::size_t i = 0; i < 3; ++i) {
        Deal deal = *workspace.deals[i];
        deal.status = i == 0 ? DealStatus::won : DealStatus::lost;
        deal.ended = sample_today;
        workspace.deals[i] = deal;
    }
    const Outcome outcome = run({"calibrate", "-"}, write_workspace(workspace, Layout::compact));
    REQUIRE(outcome.status == 0);
    const auto result = parsed(outcome.out);
    CHECK(result["deals"] == 3);
    CHECK(result["base_rate"].get<double>() == Approx(1 / 3.));
    CHECK(result["foretold"].size() == 3);
    CHECK(result["bins"].size() == 10);
    CHECK(result["enough"] == false);
    CHECK(result["verdict"] == "Only 3 closed deals; at least 30 are needed to say anything. Nothing was changed.");
    CHECK(parsed(run({"calibrate", "-"}, "", Language::zh).out)["verdict"].get<std::string>().find("只有 0 张") == 0);
}

TEST_CASE("navigate prints the moves of each deal from where it stands, closed ones without") {
    Workspace workspace = many_deals(2);
    Deal won = *workspace.deals[1];
    won.status = DealStatus::won;
    workspace.deals[1] = won;
    const Outcome outcome = run({"navigate", "-"}, write_workspace(workspace, Layout::compact));
    REQUIRE(outcome.status == 0);
    REQUIRE(lines_of(outcome.out) == 2);
    const auto first = parsed(outcome.out.substr(0, outcome.out.find('\n')));
    const Deal& deal = *workspace.deals[0];
    const DealReading reading = read_deal(deal, find_customer(workspace, deal.customer), default_playbook(), deal.teaching->today);
    CHECK(first["best"].get<double>() == reading.navigation.best.value);
    CHECK(first["index"].get<double>() == reading.index->index.value);
    CHECK(first["actions"].size() == reading.navigation.moves.size());
    const auto second = parsed(outcome.out.substr(outcome.out.find('\n') + 1));
    CHECK(second["status"] == "won");
    CHECK_FALSE(second.contains("actions"));
}

TEST_CASE("the report is a page of its own in the user's language, with every open deal's position, index, moves and flags") {
    const TemporaryFile file{std::string(builtin_case("3", Language::en))};
    for (const Language language : {Language::zh, Language::en}) {
        const Outcome outcome = run({"report", file.path(), "--html", "-"}, {}, language);
        REQUIRE(outcome.status == 0);
        CHECK(tests::read_markup(outcome.out).fault == "");
        CHECK(outcome.out.find("cli_") == std::string::npos);
        CHECK(outcome.out.find("factor_") == std::string::npos);
        CHECK(outcome.out.find(language == Language::zh ? "lang=\"zh-CN\"" : "lang=\"en\"") != std::string::npos);
        for (const char* key : {"paper_title", "paper_position", "win_index", "moves_title", "questions_title", "paper_findings",
                                "part_people", "move_competition_up"})
            CHECK(outcome.out.find(paper::escaped(cli::say(language, key))) != std::string::npos);
        CHECK(outcome.out.find("Yan Guodong") != std::string::npos);
        CHECK(outcome.out.find(paper::percent(
                  read_win_index(*sample_case().deals[0], &*sample_case().customers[0], default_playbook(), *date_of({2026, 11, 21}))
                      ->index)) != std::string::npos);
    }
}

TEST_CASE("nothing that a file holds becomes markup of the report") {
    const Playbook playbook = with_method(default_playbook());
    for (std::uint64_t seed = 0; seed < generate::rounds / 100; ++seed) {
        Workspace workspace = generate::workspace(seed, {.filled = 0.7, .items = 3, .deals = 2});
        Attack attack;
        for (Box<Customer>& customer : workspace.customers) {
            Customer edited = *customer;
            walk(customer_description, &edited, {}, attack);
            customer = edited;
        }
        for (Box<Deal>& deal : workspace.deals) {
            Deal edited = *deal;
            walk(deal_description, &edited, {}, attack);
            edited.status = DealStatus::open;
            deal = edited;
        }
        const std::string page = paper::deals_page(workspace, playbook, sample_today, Language::en);
        CAPTURE(seed);
        REQUIRE(tests::read_markup(page).fault == "");
        CHECK((workspace.deals.empty() || page.find("&lt;script&gt;") != std::string::npos));
    }
}

TEST_CASE("a report is written to the file that is named; where that fails it says so, and without a deal nothing is written") {
    const TemporaryFile deals{std::string(builtin_case("3", Language::en))}, out{"before"}, broken{"{"};
    CHECK(run({"report", deals.path(), "--html", out.path()}).status == 0);
    std::ifstream written(out.path());
    std::string first;
    std::getline(written, first);
    CHECK(first == "<!doctype html>");
    const Outcome nowhere = run({"report", deals.path(), "--html", "/nowhere/report.html"});
    CHECK(nowhere.status == 2);
    CHECK(nowhere.err == "/nowhere/report.html: cannot be written.\n");
    const TemporaryFile kept{"before"};
    CHECK(run({"report", broken.path(), "--html", kept.path()}).status == 1);
    std::ifstream untouched(kept.path());
    std::getline(untouched, first);
    CHECK(first == "before");
}

TEST_CASE("numbers of the report never say more than they are") {
    CHECK(paper::percent({.004}) == "<1\u00A0%");
    CHECK(paper::percent({0}) == "0\u00A0%");
    CHECK(paper::percent({.996}) == ">99\u00A0%");
    CHECK(paper::percent({.376}) == "38\u00A0%");
    CHECK(paper::money_words({860000000, {}}) == "CNY\u00A08,600,000");
    CHECK(paper::money_words({999, Currency{{'J', 'P', 'Y'}}}) == "JPY\u00A0999");
    CHECK(paper::points_words(.0256) == "+2.6");
    CHECK(paper::points_words(-.01) == "\u22121.0");
    CHECK(paper::points_words(.0001) == "0");
    CHECK(paper::decimal(-0.001) == "0");
    CHECK(paper::decimal(12.30) == "12.3");
    CHECK(paper::escaped("<a href='x\">&") == "&lt;a href=&#39;x&quot;&gt;&amp;");
}
