// What people who wish us ill may write into any field (tests/data/injections.json), in every field there is, on its way into every text
// that leaves the program. Fields are found by the tables of the codec: a new one is tried without a line here.
#include "../markup.h"
#include "cli/sentences.h"
#include "cli_fixture.h"
#include "codec/csv.h"
#include "codec/description.h"
#include "codec/method.h"
#include "codec/walk.h"
#include "generate.h"
#include "json.h"
#include "paper/archive.h"
#include "paper/html.h"
#include "paper/paper.h"
#include "paper/tables.h"
#include "session/clean_text.h"
#include "session/deal_table.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace compass;

namespace {

const std::vector<std::string>& injections() {
    static const std::vector<std::string> all = [] {
        std::ifstream file(TEST_DATA "/injections.json", std::ios::binary);
        return parsed(std::string(std::istreambuf_iterator<char>(file), {})).get<std::vector<std::string>>();
    }();
    return all;
}

// As a file may hold it: what it may not is refused there.
class Injecting final : public Visitor {
  public:
    explicit Injecting(const std::string& text) : name_(clean_name(text)), prose_(clean_prose(text)) {}
    void visit(const Kind& kind, const Rule& rule, void* value, const std::string& path) override {
        if (kind.shape != Shape::text) return;
        ++count;
        auto& text = as<std::string>(value);
        if (rule.meaning != Meaning::key && !path.ends_with("/id")) text = rule.lines ? prose_ : name_;
        if (text.empty()) text = "x";
    }
    int count = 0;

  private:
    std::string name_, prose_;
};

struct Injected {
    Workspace workspace;
    Playbook playbook;
};

Injected injected(const std::string& text) {
    static const Workspace full = generate::workspace(11, {.filled = 1, .items = 1, .deals = 1, .unknown = 0});
    Injected all{full, with_method(default_playbook())};
    Injecting injecting(text);
    for (Box<Customer>& box : all.workspace.customers) {
        Customer customer = *box;
        walk(customer_description, &customer, {}, injecting);
        box = Box<Customer>(customer);
    }
    for (Box<Deal>& box : all.workspace.deals) {
        Deal deal = *box;
        walk(deal_description, &deal, {}, injecting);
        deal.status = DealStatus::open;
        box = Box<Deal>(deal);
    }
    CHECK(injecting.count > 80);
    class Texts final : public Visitor {
      public:
        explicit Texts(const std::string& text) : text_(clean_prose(text)) {}
        void visit(const Kind& kind, const Rule&, void* value, const std::string& path) override {
            if (kind.shape == Shape::text && (path.ends_with("/zh") || path.ends_with("/en")))
                as<std::string>(value) = text_.empty() ? "x" : text_;
        }
        std::string text_;
    } texts(text);
    walk(playbook_description, &all.playbook, {}, texts);
    return all;
}

std::vector<std::string> pages_with(const Injected& all, Language language) {
    const Deal& deal = *all.workspace.deals.front();
    return {paper::deal_page(all.workspace, deal, all.playbook, sample_today, language, {}),
            paper::deals_page(all.workspace, all.playbook, sample_today, language),
            paper::portfolio_page(all.workspace, all.playbook, sample_today, language, {}),
            paper::review_page(all.workspace, all.playbook, deal.reviews.empty() ? sample_today : deal.reviews.front().date, language)};
}

// The reader knows what we write; these could only come from a payload.
void check_page(const std::string& page) {
    const tests::Markup read = tests::read_markup(page);
    CHECK(read.fault == "");
    for (const char* never : {"<script", "<img", "<iframe", "<a "}) {
        CAPTURE(never);
        CHECK(page.find(never) == page.npos);
    }
}

}  // namespace

TEST_CASE("There are two hundred ways to attack, no two alike") {
    const std::set<std::string> different(injections().begin(), injections().end());
    CHECK(different.size() >= 200);
    CHECK(different.size() == injections().size());
}

TEST_CASE("Whatever is written into every field and every text of the playbook, pages stay whole and texts stay texts") {
    for (std::size_t i = 0; i < injections().size(); ++i) {
        const std::string& text = injections()[i];
        CAPTURE(text);
        const Injected all = injected(text);
        for (const std::string& page : pages_with(all, i % 2 ? Language::en : Language::zh)) check_page(page);
    }
}

TEST_CASE("Whatever is written into every field, a table's cells are no formulas and file names are names") {
    for (const std::string& text : injections()) {
        CAPTURE(text);
        const Injected all = injected(text);
        for (const ZipEntry& entry : paper::archive_entries(all.workspace, all.playbook, sample_today, Language::en)) {
            const std::string name = entry.name.substr(entry.name.find('/') == std::string::npos ? 0 : entry.name.find('/') + 1);
            CAPTURE(name);
            CHECK(name.find_first_of("\\/:*?\"<>|\n\r\t") == std::string::npos);
            CHECK_FALSE(name.starts_with("."));
            CHECK(paper::clean(name) == name);
            CHECK(name.size() < 255);
            if (!entry.name.ends_with(".csv")) continue;
            // Every cell as the file holds it, that is as a spreadsheet sees it.
            bool begins = true, quoted = false;
            const std::string_view bytes = std::string_view(entry.bytes).substr(3);
            for (std::size_t at = 0; at < bytes.size(); ++at) {
                const char c = bytes[at];
                if (begins) {
                    const std::string_view cell = bytes.substr(at + (c == '"' ? 1 : 0));
                    const bool number = cell.size() > 1 && (cell[0] == '-' || cell[0] == '+') && cell[1] >= '0' && cell[1] <= '9' &&
                                        cell.find_first_not_of("+-.0123456789") == cell.find_first_of(",\r\"");
                    CHECK((number || std::string_view("=+-@\t").find(cell.empty() ? 'x' : cell[0]) == std::string_view::npos));
                    begins = false;
                }
                if (c == '"') quoted = !quoted;
                if (!quoted && (c == ',' || c == '\n')) begins = true;
            }
        }
        CHECK(read_workspace(write_workspace(all.workspace)));
    }
}

TEST_CASE("Whatever a name in a file is, it is taken clean, or refused with a sentence in both languages") {
    const std::string file = write_workspace(*read_workspace(builtin_case("3", Language::zh)));
    std::vector<std::string> names;
    for (const std::string& text : injections()) names.push_back(Json(text).dump());
    for (const char* odd : {"\"\\ud800\"", "\"\\udc00x\"", "\"\\ud800\\ud800\"", "\"a\xFF\"", "\"\xED\xA0\x80\"", "\"\xC0\xAF\"",
                            "\"\xF4\x90\x80\x80\"", "\"\\u0000\"", "\"\x01\"", "\"\\u202e\\u202e\"", "1", "null", "{}", "[]", "\"\""})
        names.emplace_back(odd);
    names.push_back('"' + std::string(1'000'000, 'x') + '"');
    std::string wide;
    for (int i = 0; i < 300'000; ++i) wide += "\u8D62";
    names.push_back('"' + wide + '"');
    const std::string mark = "\"节能改造\"";
    REQUIRE(file.find(mark) != file.npos);
    for (const std::string& name : names) {
        CAPTURE(name.substr(0, 80));
        std::string changed = file;
        changed.replace(changed.find(mark), mark.size(), name);
        const Result<Workspace> read = read_workspace(changed);
        if (read) {
            const std::string& taken = read->deals.front()->name;
            CHECK(clean_name(taken) == taken);
            continue;
        }
        for (const Error& error : read.errors()) {
            CAPTURE(error.code);
            for (const Language language : {Language::zh, Language::en}) {
                const std::string sentence = cli::say(language, error);
                CHECK(sentence.find("error_") == sentence.npos);
                CHECK(sentence.size() < 2000);
            }
        }
    }
}
