// Pages and tables that leave the program: what they hold, and that nothing in them comes from a file but text.
#include "paper/paper.h"
#include "cli_fixture.h"
#include "codec/csv.h"
#include "codec/description.h"
#include "codec/method.h"
#include "codec/walk.h"
#include "generate.h"
#include "model/words.h"
#include "paper/tables.h"
#include "paper/words.h"
#include "reading/deal_reading.h"
#include "reading/review.h"

#include "../markup.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace compass;

namespace {

Workspace paper_case(Language language = Language::en) { return *read_workspace(builtin_case("3", language)); }
Date case_day(const Workspace& workspace) { return workspace.deals.front()->teaching->today; }

// Puts a text into every free text.
class Wrote final : public Visitor {
  public:
    explicit Wrote(std::string_view text) : text_(text) {}
    void visit(const Kind& kind, const Rule&, void* value, const std::string&) override {
        if (kind.shape == Shape::text) *static_cast<std::string*>(value) = "x" + std::string(text_), ++count;
    }
    int count = 0;

  private:
    std::string text_;
};

Workspace filled_with(std::string_view text, std::uint64_t seed) {
    Workspace workspace = generate::workspace(seed, {.filled = 0.9, .items = 3, .deals = 2});
    for (Box<Customer>& customer : workspace.customers) {
        Customer edited = *customer;
        Wrote wrote(text);
        walk(customer_description, &edited, {}, wrote);
        customer = edited;
    }
    for (Box<Deal>& deal : workspace.deals) {
        Deal edited = *deal;
        Wrote wrote(text);
        walk(deal_description, &edited, {}, wrote);
        CHECK(wrote.count > 20);
        edited.status = DealStatus::open;
        deal = edited;
    }
    return workspace;
}

// The same text without what markup is made of: rules that look for separators see them still.
std::string harmless(std::string_view text) {
    std::string words(text);
    for (char& c : words)
        if (std::string_view("<>\"'&=").find(c) != std::string_view::npos) c = 'x';
    return words;
}

std::vector<std::string> pages_of(const Workspace& workspace, Date day) {
    static const Playbook playbook = with_method(default_playbook());
    std::vector<std::string> pages = {paper::deals_page(workspace, playbook, day, Language::en),
                                      paper::portfolio_page(workspace, playbook, day, Language::zh, {})};
    for (const Box<Deal>& deal : workspace.deals) {
        pages.push_back(paper::deal_page(workspace, *deal, playbook, day, Language::zh, {}));
        for (const Review& review : deal->reviews) pages.push_back(paper::review_page(workspace, playbook, review.date, Language::en));
    }
    return pages;
}

}  // namespace

TEST_CASE("whatever a text says, the pages keep their shape: no element and no attribute comes from data") {
    for (std::uint64_t seed = 1; seed <= 2; ++seed) {
        for (const std::string_view text : tests::hostile_texts) {
            CAPTURE(seed);
            CAPTURE(std::string(text));
            const std::vector<std::string> pages = pages_of(filled_with(text, seed), sample_today);
            const std::vector<std::string> plain = pages_of(filled_with(harmless(text), seed), sample_today);
            REQUIRE(pages.size() == plain.size());
            for (std::size_t i = 0; i < pages.size(); ++i) {
                CAPTURE(i);
                const tests::Markup read = tests::read_markup(pages[i]);
                REQUIRE(read.fault == "");
                CHECK(read.shape == tests::read_markup(plain[i]).shape);
            }
        }
    }
    CHECK(tests::read_markup("<p onclick=\"x\">").fault != "");  // the reader itself can fail
    CHECK(tests::read_markup("<p><img>").fault != "");
    CHECK(tests::read_markup("<p>\u202E</p>").fault != "");
}

TEST_CASE("no cell of a table begins what a spreadsheet would run, and it holds no control character") {
    const Playbook playbook = with_method(default_playbook());
    for (const std::string_view text : tests::hostile_texts) {
        CAPTURE(std::string(text));
        Workspace workspace = filled_with(text, 3);
        for (Box<Deal>& deal : workspace.deals) {
            Deal edited = *deal;
            for (Person& person : edited.people)
                person.name = text, person.title = "\t" + std::string(text), person.personal_win = "@" + person.name;
            for (Task& task : edited.tasks) task.what = text, task.result.clear();
            deal = edited;
        }
        std::vector<const Deal*> deals;
        for (const Box<Deal>& deal : workspace.deals) deals.push_back(&*deal);
        for (const std::vector<CsvRow>& rows : {paper::people_rows(*deals[0], playbook, sample_today, Language::en),
                                                paper::task_rows(workspace, deals, playbook, sample_today, Language::zh)}) {
            REQUIRE(rows.size() > 1);
            const std::string table = write_csv(rows);
            CHECK(table.starts_with("\xEF\xBB\xBF"));
            for (const CsvRow& row : rows) {
                CHECK(row.size() == rows[0].size());
                for (const std::string& cell : row) CHECK(paper::clean(cell) == cell);
            }
            for (const char* formula : {",=", ",\"=", "\n=", ",@", ",\"@", "\r\n="}) CHECK(table.find(formula) == std::string::npos);
        }
    }
}

TEST_CASE("a file's name keeps the deal's and the day, and nothing that a system forbids, hides or turns round") {
    constexpr std::string_view end = " 2026-11-21.html";
    CHECK(paper::file_name("临江化工 · 节能改造", end) == "临江化工 · 节能改造 2026-11-21.html");
    CHECK(paper::file_name("../../etc/passwd", end) == "etc passwd 2026-11-21.html");
    CHECK(paper::file_name("a<b>c:d|e?f*g\"h\\i", end) == "a b c d e f g h i 2026-11-21.html");
    CHECK(paper::file_name("\u202Egnp\u2066.exe\x01\x7F", end) == "gnp.exe 2026-11-21.html");
    CHECK(paper::file_name("two\nlines\tand more", end) == "two lines and more 2026-11-21.html");
    CHECK(paper::file_name("", end) == "2026-11-21.html");
    CHECK(paper::file_name("...", end) == "2026-11-21.html");
    std::string much;  // of four bytes each
    for (int i = 0; i < 300; ++i) much += "\U00020000";
    const std::string name = paper::file_name(much, end);
    CHECK(length_of(name) == 50 + end.size());
    CHECK(name.size() <= 255);
    CHECK(name.ends_with(end));
    CHECK(paper::file_name(std::string(300, 'x'), end).size() == 80 + end.size());
}

TEST_CASE("the page of a deal says where it stands, why, who, what is known and what is next, in the user's language") {
    const Playbook playbook = with_method(default_playbook());
    for (const Language language : {Language::zh, Language::en}) {
        const Workspace workspace = paper_case(language);
        const Deal& deal = *workspace.deals.front();
        const Date day = case_day(workspace);
        const std::string page = paper::deal_page(workspace, deal, playbook, day, language, "<svg xmlns=\"x\"></svg>");
        CHECK(tests::read_markup(page).fault == "");
        const DealReading reading = read_deal(deal, find_customer(workspace, deal.customer), playbook, day);
        for (const char* key : {"win_index", "paper_position", "sheet_five", "sheet_bantcc", "part_people", "paper_findings",
                                "questions_title", "moves_title", "question_five_budget", "question_bantcc_authority"})
            CHECK_MESSAGE(page.find(paper::escaped(paper::say(language, key))) != std::string::npos, key);
        CHECK(page.find(paper::percent(reading.index->index)) != std::string::npos);
        CHECK(page.find(paper::percent_range(reading.index->band)) != std::string::npos);
        for (const Person& person : deal.people) CHECK(page.find(paper::escaped(person.name)) != std::string::npos);
        for (const char* key : {"paper_", "factor_", "question_", "answer_", "sheet_"})
            CHECK_MESSAGE(tests::read_markup(page).text.find(key) == std::string::npos, key);
        CHECK(page.find("<svg xmlns=\"x\">") != std::string::npos);
    }
}

TEST_CASE("a closed deal has a page, too: without index, moves and flags") {
    const Playbook playbook = with_method(default_playbook());
    Workspace workspace = paper_case();
    Deal won = *workspace.deals.front();
    won.status = DealStatus::won;
    workspace.deals.front() = won;
    const std::string page = paper::deal_page(workspace, won, playbook, sample_today, Language::en, {});
    CHECK(tests::read_markup(page).fault == "");
    CHECK(page.find("Won") != std::string::npos);
    CHECK(page.find("<p class=\"index\">") == page.npos);
}

TEST_CASE("the minutes hold the deals reviewed on that day alone, with what was decided and what had changed since the time before") {
    const Playbook playbook = with_method(default_playbook());
    Workspace workspace = paper_case();
    const Date day = case_day(workspace), before = day + -7;
    Deal reviewed = *workspace.deals.front();
    reviewed.reviews.clear();
    Review first = review_of(reviewed, nullptr, playbook, before, ReviewKind::moved, "Ask again");
    first.position.competition = Competition::behind;
    first.amount = Money{100, {}};
    reviewed.reviews = {first, review_of(reviewed, nullptr, playbook, day, ReviewKind::moved, "Offer the <pilot>")};
    Deal other = reviewed;
    other.id = sample_id(77), other.name = "Not reviewed", other.reviews.clear();
    workspace.deals = {Box<Deal>(reviewed), Box<Deal>(other)};
    const std::string page = paper::review_page(workspace, playbook, day, Language::en);
    CHECK(tests::read_markup(page).fault == "");
    CHECK(page.find("Offer the &lt;pilot&gt;") != std::string::npos);
    CHECK(page.find("Since the review of " + format(before)) != std::string::npos);
    CHECK(page.find(paper::escaped("CNY\u00A01")) != std::string::npos);
    CHECK(page.find("Not reviewed") == std::string::npos);
    CHECK(page.find("Ask again") == std::string::npos);
    CHECK(paper::review_page(workspace, playbook, before, Language::en).find("Ask again") != std::string::npos);
    CHECK(paper::review_page(workspace, playbook, before, Language::en).find("The first review") != std::string::npos);
    CHECK(paper::review_page(workspace, playbook, day + 1, Language::en).find("No review was noted") != std::string::npos);
}
