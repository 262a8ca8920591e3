// Finding anything by words, Chinese also by the initials of its pinyin.
#include "portfolio/search.h"

#include "codec/builtin.h"
#include "codec/workspace_codec.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

Id id_of(std::uint8_t number) {
    Id id;
    id.bytes[15] = number;
    return id;
}

std::uint16_t initials(char32_t c) {
    switch (c) {
        case U'冯': return 'f';
        case U'部': return 'b';
        case U'长': return 'c' | 'z' << 8;
        case U'临': return 'l';
        case U'江': return 'j';
        default: return 0;
    }
}

Workspace workspace() {
    Workspace made;
    Customer customer;
    customer.id = id_of(1), customer.name = "临江化工";
    Deal deal;
    deal.id = id_of(2), deal.customer = customer.id, deal.name = "Retrofit 节能", deal.owner = "小田", deal.lessons = "没问清预算归谁";
    Person head;
    head.id = id_of(3), head.name = "冯部长", head.title = "设备部";
    deal.people = {head};
    Evidence fact;
    fact.id = id_of(4), fact.text = "冯部长说四月停机";
    deal.position.urgency_evidence = {fact};
    made.customers = {customer};
    made.deals = {deal};
    return made;
}

std::vector<HitKind> kinds(std::string_view words) {
    std::vector<HitKind> found;
    for (const Hit& hit : search(workspace(), words, initials)) found.push_back(hit.kind);
    return found;
}

}  // namespace

TEST_CASE("initials of the pinyin find a Chinese name, whichever reading a character has") {
    for (const std::string_view words : {"fbz", "fbc", "FBZ", "ｆｂｚ"}) {
        const std::vector<Hit> hits = search(workspace(), words, initials);
        REQUIRE(hits.size() == 2);
        CHECK(hits[0].kind == HitKind::person);
        CHECK(hits[0].item == id_of(3));
        CHECK(hits[0].text.substr(hits[0].at, hits[0].to - hits[0].at) == "冯部长");
        CHECK(hits[1].kind == HitKind::fact);
        CHECK(hits[1].axis == Axis::urgency);
        CHECK(hits[1].item == id_of(4));
    }
    CHECK(search(workspace(), "fbz", nullptr).empty());
    CHECK(kinds("fbx").empty());
    CHECK(kinds("bzf").empty());
}

TEST_CASE("words are found in any order, of either case and width, and all of them must be there") {
    CHECK(kinds("临江") == std::vector{HitKind::deal, HitKind::customer});
    CHECK(kinds("retro") == std::vector{HitKind::deal});
    CHECK(kinds("节能 lj") == std::vector{HitKind::deal});
    CHECK(kinds("　小田　临江 ") == std::vector{HitKind::deal});
    CHECK(kinds("节能 冯").empty());
    CHECK(kinds("停机 冯部") == std::vector{HitKind::fact});
    CHECK(kinds("预算") == std::vector{HitKind::lesson});
    CHECK(kinds("").empty());
    CHECK(kinds("  ").empty());
}

TEST_CASE("a customer is found by name, trade and region, after the deals of that name") {
    Workspace made = workspace();
    Customer customer = *made.customers.front();
    customer.industry = "水泥", customer.region = "华中";
    made.customers = {customer};
    for (const std::string_view words : {"水泥", "华中 lj"}) {
        const std::vector<Hit> hits = search(made, words, initials);
        REQUIRE(hits.size() == 1);
        CHECK(hits[0].kind == HitKind::customer);
        CHECK(hits[0].item == id_of(1));
        CHECK(hits[0].deal == Id{});
    }
}

TEST_CASE("what is typed may be any bytes, and no more is found than asked for") {
    for (const std::string_view bytes : {"\xFF", "\xE4\xB8", "\xF0\x9F", "a\x80"}) CHECK(kinds(bytes).empty());
    CHECK(search(workspace(), "冯", initials, 1).size() == 1);
    CHECK(search(workspace(), "冯", initials, 0).empty());
}

TEST_CASE("one text is searched as a workspace is, and says what the first word met") {
    CHECK(find_words("新建单子", "建", nullptr) == Met{3, 6});
    CHECK(find_words("Export all", "all EXP", nullptr) == Met{7, 10});
    CHECK_FALSE(find_words("Export all", "export none", nullptr));
    CHECK_FALSE(find_words("Export all", "", nullptr));
    CHECK_FALSE(find_words("", "a", nullptr));
}

TEST_CASE("every person of the case is found by name") {
    const auto read = read_workspace(builtin_case("3", Language::zh));
    REQUIRE(read);
    REQUIRE_FALSE(read->deals.front()->people.empty());
    for (const Person& person : read->deals.front()->people) {
        const std::vector<Hit> hits = search(*read, person.name, nullptr);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits.front().item == person.id);
    }
}

TEST_CASE("what is found says what it is, and which one") {
    Workspace made = workspace();
    Deal deal = *made.deals.front();
    deal.objective.sentence = "蓝色的目标";
    Alternative other;
    other.id = id_of(5), other.name = "蓝焰节能";
    deal.alternatives = {other};
    Task task;
    task.id = id_of(6), task.what = "约蓝焰的客户";
    deal.tasks = {task};
    StoryEvent event;
    event.text = "蓝焰来过";
    deal.story = {event};
    made.deals = {deal};
    std::vector<std::pair<HitKind, Id>> found;
    for (const Hit& hit : search(made, "蓝", nullptr)) found.emplace_back(hit.kind, hit.item);
    const std::vector<std::pair<HitKind, Id>> expected = {
        {HitKind::objective, {}}, {HitKind::alternative, id_of(5)}, {HitKind::event, {}}, {HitKind::task, id_of(6)}};
    CHECK(found == expected);
}
