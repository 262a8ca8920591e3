// What is taken along: drawings, pages and tables made without a browser, and that texts in them stay texts.
#include "views/exports.h"

#include "../markup.h"
#include "codec/builtin.h"
#include "codec/csv.h"
#include "codec/workspace_codec.h"
#include "draw/picture.h"
#include "draw/strokes.h"
#include "paper/html.h"
#include "session/clean_text.h"
#include "stage.h"
#include "ui/widgets.h"
#include "views/export_words.h"
#include "views/funnel_parts.h"

#include <doctest/doctest.h>
#include <imgui.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace compass;
using namespace ui;
using views::Export;
using Json = nlohmann::json;

namespace {

constexpr std::array every_export = {Export::deal_page,   Export::compass_svg, Export::compass_png, Export::people_svg,
                                     Export::people_png,  Export::people_csv,  Export::tasks_csv,   Export::portfolio_page,
                                     Export::review_page, Export::funnel_svg,  Export::funnel_png,  Export::deals_csv};

// A frame without a screen: exports are made from the model.
class Exports : public tests::ScreenStage {
  public:
    explicit Exports(Workspace shown, Language language = Language::zh)
        : ScreenStage(std::move(shown), {.language = language, .scheme = Scheme::dark}) {
        today = Date{20778};
        begin_frame();
    }
    ~Exports() override { end_frame(); }

    views::ExportedFile made(Export what, bool dark = false) {
        views::ExportedFile file;
        with_frame([&](views::Frame& frame) { file = views::exported(frame, {compass, people, funnel}, {what, deal().id, dark}); });
        return file;
    }

    views::CompassState compass;
    views::PeopleState people;
    views::FunnelState funnel;

  private:
    void draw_screen(views::Frame&, ui::Rect) override {}
};

std::size_t count_of(std::string_view text, std::string_view part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) ++count;
    return count;
}

}  // namespace

TEST_CASE("a picture holds shapes as what they were: paths, strokes, circles, text with its place, light as a gradient") {
    Exports exports(tests::sample_team());
    set_theme(Scheme::light, Scale::normal, 2);
    draw::Picture picture(100, 50);
    ImDrawList& list = picture.list();
    constexpr ImU32 red = IM_COL32(255, 0, 0, 255);
    list.AddCircleFilled({40, 40}, 20, red);
    list.AddCircle({40, 40}, 30, red, 0, 4);
    list.AddTriangleFilled({0, 0}, {20, 0}, {0, 20}, IM_COL32(0, 0, 255, 51));
    const ImVec2 corners[] = {{100, 10}, {120, 10}, {120, 40}};
    list.AddPolyline(corners, 3, red, 0, 2);
    draw::text(list, type(Type::body, Face::bold), {100, 60}, 0.5f, 0.5f, red, "a<b & \"c\"");
    const int first = list.VtxBuffer.Size;
    draw::glow(list, {60, 60}, 20, red);
    draw::text(list, type(Type::body), {100, 60}, 0, 0.5f, red, "faded");
    draw::fade(list, first, 0.2f);
    const std::string svg = picture.svg("T<", "p");
    const tests::Markup read = tests::read_markup(svg);
    CHECK(read.fault == "");
    CHECK(svg.find("<title>T&lt;</title>") != svg.npos);
    CHECK(svg.find("viewBox=\"0 0 100 50\"") != svg.npos);
    CHECK(svg.find("<circle cx=\"20\" cy=\"20\" r=\"10\" fill=\"#ff0000\"/>") != svg.npos);
    CHECK(svg.find("fill=\"none\" stroke=\"#ff0000\" stroke-width=\"2\"/>") != svg.npos);
    CHECK(svg.find("d=\"M0 0L10 0 0 10Z\"") != svg.npos);
    CHECK(svg.find("fill=\"#0000ff\" fill-opacity=\"0.2\"") != svg.npos);
    CHECK(svg.find("stroke-width=\"1\" d=\"M50 5L60 5 60 20\"") != svg.npos);
    CHECK(svg.find("a&lt;b &amp; &quot;c&quot;</text>") != svg.npos);
    CHECK(svg.find("font-weight=\"700\" text-anchor=\"middle\"") != svg.npos);
    CHECK(svg.find("stop-opacity=\"0.2\"") != svg.npos);
    CHECK(count_of(svg, "fill-opacity=\"0.2\"") == 2);  // the triangle, and the faded words
    CHECK(svg.find("fill=\"url(#p-glow-1)\"") != svg.npos);
    CHECK(draw::picture_of(*ImGui::GetBackgroundDrawList()) == nullptr);
}

TEST_CASE("every drawing is small, well-formed, and says the words that stand on the screen") {
    for (const Language language : {Language::zh, Language::en}) {
        Exports exports(tests::sample_team(), language);
        for (const bool flat : {false, true}) {
            exports.compass.flat = flat;
            const views::ExportedFile file = exports.made(Export::compass_svg);
            CAPTURE(flat);
            const tests::Markup read = tests::read_markup(file.bytes);
            CHECK(read.fault == "");
            CHECK(file.bytes.size() < 300'000);
            MESSAGE("compass ", flat, ": ", file.bytes.size(), " bytes");
            CHECK(file.bytes.find("fill=\"#ffffff\"/>") != std::string::npos);  // on white
            for (const Phrase word : {Phrase::stage_intent, Phrase::stage_closing, Phrase::urgency_urgent})
                CHECK_MESSAGE(read.text.find(say(word)) != std::string::npos, say(word));
        }
        exports.compass.flat = false;
        const views::ExportedFile people = exports.made(Export::people_svg), funnel = exports.made(Export::funnel_svg);
        for (const views::ExportedFile& file : {people, funnel}) {
            CHECK(tests::read_markup(file.bytes).fault == "");
            CHECK(file.bytes.size() < 300'000);
            MESSAGE(file.name, ": ", file.bytes.size(), " bytes");
        }
        CHECK(tests::read_markup(funnel.bytes).text.find(say(Phrase::funnel_total)) != std::string::npos);
        for (int i = 1; i <= 7; ++i) CHECK(funnel.bytes.find(">P" + std::to_string(i) + ' ') != std::string::npos);
        CHECK(exports.made(Export::compass_svg, true).bytes != exports.made(Export::compass_svg).bytes);
        CHECK(exports.made(Export::compass_svg, true).bytes.find("fill=\"#ffffff\"/>") == std::string::npos);
    }
}

TEST_CASE("a drawing is the same each time, whatever the screen's theme and size") {
    Exports exports(tests::sample_team());
    const std::string first = exports.made(Export::compass_svg).bytes;
    set_theme(Scheme::dark, Scale::presentation, 3);
    CHECK(exports.made(Export::compass_svg).bytes == first);
}

TEST_CASE("a file is called after the deal or the team, what it is, and the day; a picture goes out as SVG to become a PNG") {
    Exports exports(tests::sample_team());
    const Deal& deal = *exports.workspace().deals.front();
    for (const Export what : every_export) {
        const views::ExportedFile file = exports.made(what);
        CAPTURE(file.name);
        CHECK(file.name.find(what == Export::review_page ? "20" : format(exports.today)) != std::string::npos);
        CHECK(file.name.starts_with(find_customer(exports.workspace(), deal.customer)->name));
        CHECK(file.as_png == file.name.ends_with(".png"));
        if (file.as_png) CHECK(file.bytes.starts_with("<svg "));
    }
    Deal edited = deal;
    edited.name = "../\u202Ea:b|c\x01";
    Workspace renamed = exports.workspace();
    renamed.deals.front() = edited;
    exports.session.apply(FollowWorkspace{renamed}, {exports.today, 0});
    const std::string name = exports.made(Export::deal_page).name;
    for (const char* one : {"/", ":", "|", "\u202E", "\x01"}) CHECK(name.find(one) == std::string::npos);
}

TEST_CASE("the deals' table has the columns, the order and the filter of the screen") {
    Exports exports(tests::sample_team(), Language::en);
    exports.funnel.order.by = views::SumKey::amount, exports.funnel.order.descending = true;
    const Result<CsvTable> all = read_csv(exports.made(Export::deals_csv).bytes);
    REQUIRE(all);
    CHECK(all->rows.size() == 1 + static_cast<std::size_t>(exports.funnel.portfolio.all.count));
    CHECK(all->rows[0].size() == views::funnel_columns().size());  // with the deal, without its course
    CHECK(std::stoll(all->rows[1][2]) >= std::stoll(all->rows[2][2]));
    exports.funnel.order.hidden = 1;  // the owner
    exports.funnel.order.stage = FunnelStage::p5, exports.funnel.order.changed();
    const Result<CsvTable> some = read_csv(exports.made(Export::deals_csv).bytes);
    REQUIRE(some);
    CHECK(some->rows[0].size() == all->rows[0].size() - 1);
    CHECK(std::find(some->rows[0].begin(), some->rows[0].end(), say(Phrase::column_owner)) == some->rows[0].end());
    CHECK(some->rows.size() < all->rows.size());
    for (std::size_t i = 1; i < some->rows.size(); ++i) CHECK(some->rows[i][2].starts_with("P5"));
}

TEST_CASE("names that would be markup, formulas or worse stay text in every file") {
    for (const std::string_view text : tests::hostile_texts) {
        CAPTURE(std::string(text));
        Workspace workspace = tests::sample_team();
        Deal deal = *workspace.deals.front();
        const std::string words = std::string(text) + "\u9999";
        deal.name = deal.owner = deal.objective.sentence = deal.objective.unit = deal.objective.product = words;
        for (Person& person : deal.people) person.name = person.title = person.personal_win = person.business_result = words;
        for (Task& task : deal.tasks) task.what = task.purpose = task.owner = task.resources = words;
        for (Alternative& one : deal.alternatives) one.name = one.customers_view = one.our_unique_value = words;
        for (Answer* answer : {&deal.five_elements.need, &deal.bantcc.budget}) answer->text = words;
        workspace.deals.front() = deal;
        for (Box<Customer>& customer : workspace.customers) {
            Customer edited = *customer;
            edited.name = edited.industry = words;
            customer = edited;
        }
        Exports exports(workspace);
        for (const Export what : every_export) {
            const views::ExportedFile file = exports.made(what);
            CAPTURE(file.name);
            CHECK(tests::read_markup("<p>" + paper::escaped(file.name) + "</p>").fault == "");
            CHECK(paper::clean(file.name) == file.name);
            CHECK(file.name.find_first_of("\\/:*?\"<>|\n\t") == std::string::npos);
            if (file.name.ends_with(".csv")) {
                CHECK(file.bytes.starts_with("\xEF\xBB\xBF"));
                for (const char* formula : {",=", ",\"=", "\n=", "\n\"="}) CHECK(file.bytes.find(formula) == std::string::npos);
                continue;
            }
            CHECK(tests::read_markup(file.bytes).fault == "");
        }
    }
}

TEST_CASE("two hundred ways to attack stay text in every drawing") {
    std::ifstream file(TEST_DATA "/injections.json", std::ios::binary);
    const Json injections = Json::parse(std::string(std::istreambuf_iterator<char>(file), {}), nullptr, false);
    REQUIRE(injections.size() >= 200);
    Exports exports(*read_workspace(builtin_case("3", Language::zh)));
    const Workspace plain = exports.workspace();
    for (const Json& one : injections) {
        const std::string text = clean_name(one.get<std::string>());
        CAPTURE(text);
        Deal deal = *plain.deals.front();
        deal.name = deal.owner = text;
        for (Person& person : deal.people) person.name = person.title = person.department = text;
        for (Link& link : deal.links) link.note = text;
        Customer customer = *plain.customers.front();
        customer.name = text;
        Workspace attacked = plain;
        attacked.deals.front() = deal;
        attacked.customers.front() = customer;
        exports.session.apply(FollowWorkspace{std::move(attacked)}, {exports.today, 0});
        for (const Export what : {Export::compass_svg, Export::people_svg, Export::funnel_svg}) {
            const views::ExportedFile drawing = exports.made(what);
            CHECK(tests::read_markup(drawing.bytes).fault == "");
            CHECK(paper::clean(drawing.name) == drawing.name);
        }
    }
}
