// Tables of deals: read as people's spreadsheets are, written so that they come back and harm nobody.
#include "session/deal_table.h"

#include "codec/workspace_codec.h"
#include "generate.h"
#include "session/import_preview.h"
#include "session/update.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace compass;

namespace {

const Date today = *parse_date("2026-11-21");

CsvTable table_of(std::string_view text) {
    Result<CsvTable> table = read_csv(text);
    REQUIRE(table);
    return *table;
}

TableImport imported(std::string_view text, const Workspace& present = {}) {
    const CsvTable table = table_of(text);
    return deals_of(table, recognised_columns(table), present, {today, 7});
}

const Deal& only(const TableImport& import) {
    REQUIRE(import.incoming.deals.size() == 1);
    return *import.incoming.deals.front();
}

std::string some_cell(generate::Random& random) {
    static constexpr std::string_view pieces[] = {"=",  "+", "-",  "@",    "＝", "'", "\"", ",",    ";",
                                                  "\t", "|", "\n", "\r\n", " ",  "1", "a",  "临江", "."};
    std::string cell;
    for (std::int64_t i = random.between(0, 5); i > 0; --i) cell += pieces[random.between(0, 17)];
    return cell;
}

}  // namespace

TEST_CASE("the delimiter is found, a byte order mark and Excel's first line are no data, quotes hold anything") {
    for (const char delimiter : {',', ';', '\t', '|'}) {
        std::string text = "\xEF\xBB\xBF客户?项目?金额\r\n\"临江, 化工; \"\"总部\"\"\"?二期?1\r\n\r\n乙?丙\n";
        std::replace(text.begin(), text.end(), '?', delimiter);
        const CsvTable table = table_of(text);
        CHECK(table.delimiter == delimiter);
        REQUIRE(table.rows.size() == 3);
        CHECK(table.rows[0] == CsvRow{"客户", "项目", "金额"});
        CHECK(table.rows[1] == CsvRow{"临江, 化工; \"总部\"", "二期", "1"});
        CHECK(table.rows[2] == CsvRow{"乙", "丙"});
    }
    CHECK(table_of("sep=;\r\na,b;c\r\n").rows.front() == CsvRow{"a,b", "c"});
}

TEST_CASE("what is no table is refused with the reason") {
    const auto code = [](std::string_view text) {
        const auto table = read_csv(text);
        REQUIRE_FALSE(table);
        return table.errors().front().code + " " + table.errors().front().detail;
    };
    CHECK(code("") == "empty_file ");
    CHECK(code("\xEF\xBB\xBF \r\n") == "empty_file ");
    CHECK(code("a,b\r\n1,\"2\r\n3,4\r\n") == "csv_quote 2");
    CHECK(code(std::string(300, ',')) == "csv_cells 256");
    std::string many;
    for (int i = 0; i < 20'002; ++i) many += "a,b\n";
    CHECK(code(many) == "too_many 20000");
}

TEST_CASE("10,000 random tables come back cell by cell, and no written cell is a formula") {
    generate::Random random(4);
    for (int round = 0; round < 10'000; ++round) {
        std::vector<CsvRow> rows;
        for (std::int64_t i = random.between(1, 3); i > 0; --i) {
            CsvRow row = {"x"};
            for (std::int64_t n = random.between(1, 3); n > 0; --n) row.push_back(some_cell(random));
            rows.push_back(row);
        }
        const std::string text = write_csv(rows);
        const auto read = read_csv("sep=,\n" + text.substr(3));
        CAPTURE(text);
        REQUIRE(read);
        REQUIRE(read->rows == rows);
    }
    for (const std::string_view formula :
         {"=1+1", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "＋1", "－cmd", "＠x", " =1", "\t=1", "\n=1", "'=1"}) {
        const std::string text = write_csv({{std::string(formula)}});
        CAPTURE(formula);
        CHECK((text.substr(3, 1) == "'" || text.substr(3, 2) == "\"'"));
    }
    CHECK(write_csv({{"-12.5", "+3"}}).substr(3) == "-12.5,+3\r\n");
}

TEST_CASE("columns are recognised by their names in both languages, units and styles by their cells") {
    const auto columns = recognised_columns(table_of("客户名称,商机,金额（万元）,预计签约日期,备注\n甲,乙,\"1.234,5\",13/12/2026,\n"));
    REQUIRE(columns.size() == 5);
    CHECK(columns[0].column == DealColumn::customer);
    CHECK(columns[1].column == DealColumn::name);
    CHECK(columns[2] == ColumnUse{DealColumn::amount, "万", AmountStyle::point_groups, DateOrder::year_first});
    CHECK(columns[3] == ColumnUse{DealColumn::signing_date, "", AmountStyle::comma_groups, DateOrder::day_first});
    CHECK(columns[4].column == DealColumn::ignored);
    const auto english =
        recognised_columns(table_of("Account Name\tOpportunity Name\tAmount\tClose Date\tStage\tOwner\nA\tB\t1\t12/13/2026\tP2\tC\n"));
    CHECK(english[0].column == DealColumn::customer);
    CHECK(english[1].column == DealColumn::name);
    CHECK(english[3].dates == DateOrder::month_first);
    CHECK(english[4].column == DealColumn::funnel_stage);
    CHECK(english[5].column == DealColumn::owner);
}

TEST_CASE("a row becomes a deal: amounts, dates and words as people write them") {
    struct Row {
        std::string_view cells, amount, date;
    };
    for (const Row& row : {Row{"320万,2027-05-20", "320000000", "2027-05-20"}, Row{"\"3,200,000\",2027/5/20", "320000000", "2027-05-20"},
                           Row{"¥3200000,46162", "320000000", "2026-05-20"}, Row{"0.032亿,20/5/2027", "320000000", "2027-05-20"}}) {
        const std::string text = "客户,项目,金额,签约日期,步,状态,客户阶段,竞争形势,紧迫程度\n临江化工,二期," + std::string(row.cells) +
                                 ",P4,进行中,方案,Ahead,later\n";
        const TableImport import = imported(text);
        CAPTURE(text);
        const Deal& deal = only(import);
        CHECK(std::to_string(deal.objective.amount->minor) == row.amount);
        CHECK(format(*deal.objective.signing_date) == row.date);
        CHECK(deal.funnel_stage == FunnelStage::p4);
        CHECK(deal.position.claimed == Position{Stage::solution, Competition::ahead, Urgency::later});
        CHECK(deal.trail.size() == 1);
        CHECK(import.incoming.customers.front()->name == "临江化工");
    }
    const TableImport units = imported("客户,金额（万元）\n甲,320\n乙,3.2亿\n");
    CHECK(units.incoming.deals[0]->objective.amount->minor == 320'000'000);
    CHECK(units.incoming.deals[1]->objective.amount->minor == 32'000'000'000);
}

TEST_CASE("rows that cannot be read are named and left out, the others are taken") {
    const TableImport import = imported(
        "客户,项目,金额,签约日期,状态\n甲,一,很多,2027-05-20,\n乙,二,1,三月里,\n丙,三,1,2027-05-20,也许\n丁,四,1,2027-05-20,赢\n,,1,,\n丁,"
        "四,2,,\n");
    REQUIRE(import.rows == 1);
    CHECK(only(import).status == DealStatus::won);
    CHECK(only(import).ended == today);
    std::vector<std::string> found;
    for (const Error& error : import.errors) found.push_back(error.path + " " + error.code + " " + error.detail);
    CHECK(found == std::vector<std::string>{"/2/金额 table_amount 很多", "/3/签约日期 table_date 三月里", "/4/状态 table_word 也许",
                                            "/6 table_nameless ", "/7 table_twice 四"});
    // Before the first day that a file can hold.
    const TableImport early = imported("客户,签约日期\n甲,00000\n");
    REQUIRE(early.errors.size() == 1);
    CHECK(early.errors.front().code == "table_date");
    const TableImport unclear = imported("客户,签约日期\n甲,5/6/2027\n");
    REQUIRE(unclear.errors.size() == 1);
    CHECK(unclear.errors.front().code == "table_date_order");
}

TEST_CASE("a row of a deal that is there changes its cells and keeps everything else") {
    const Workspace present = generate::workspace(3, {.deals = 3});
    const Deal& before = *present.deals.front();
    const Customer* customer = find_customer(present, before.customer);
    REQUIRE(customer);
    const TableImport import = imported("编号,金额\n" + format(before.id) + ",99\n", present);
    Deal expected = before;
    const Currency currency = before.objective.amount ? before.objective.amount->currency : Currency{};
    expected.objective.amount = Money{9900, currency};
    if (before.objective != Objective{}) expected.objective_changes.push_back({today, before.objective, {}, {}});
    CHECK(only(import) == expected);
    CHECK(import.incoming.customers.size() == 1);
}

TEST_CASE("every workspace goes out as a table and comes back unchanged, in both languages") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Workspace workspace = generate::workspace(seed, {.deals = 4});
        for (const Language language : {Language::zh, Language::en}) {
            const TableImport import = imported(write_csv(deal_rows(workspace, language)), workspace);
            CAPTURE(seed);
            CHECK(import.errors.empty());
            CHECK_FALSE(update(workspace, ImportWorkspace{import.incoming}, {today, 1}).changed);
        }
    }
}
