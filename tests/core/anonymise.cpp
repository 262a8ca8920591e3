// Anonymous copies: no name survives, the readings do.
#include "session/anonymise.h"

#include "cli_fixture.h"
#include "codec/description.h"
#include "codec/method.h"
#include "codec/walk.h"
#include "generate.h"
#include "reading/deal_reading.h"
#include "reading/flags.h"
#include "session/merge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

using namespace compass;

namespace {

Workspace anonymous_case(Language language = Language::zh) { return *read_workspace(builtin_case("3", language)); }

Workspace anonymous_team(const std::string& language) {
    std::ifstream file(TEST_DATA "/../../assets/cases/portfolio." + language + ".json", std::ios::binary);
    const Result<Workspace> read = read_workspace(std::string(std::istreambuf_iterator<char>(file), {}));
    REQUIRE(read);
    return *read;
}

bool is_latin_byte(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

std::string small_letters(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return text;
}

// A name of several characters, between whatever ends a word. `bytes` in small letters.
bool survives(const std::string& bytes, const std::string& name) {
    const std::string wanted = small_letters(name);
    for (std::size_t at = bytes.find(wanted); at != bytes.npos; at = bytes.find(wanted, at + 1)) {
        const std::size_t end = at + wanted.size();
        const bool before = is_latin_byte(wanted.front()) && at > 0 && is_latin_byte(bytes[at - 1]);
        const bool after = is_latin_byte(wanted.back()) && end < bytes.size() && is_latin_byte(bytes[end]);
        if (!before && !after) return true;
    }
    return false;
}

std::set<std::string> names_in(const Workspace& workspace) {
    std::set<std::string> names;
    for (const Box<Customer>& customer : workspace.customers) names.insert({customer->name, customer->region});
    for (const Box<Deal>& deal : workspace.deals) {
        names.insert({deal->name, deal->owner, deal->objective.unit, deal->five_elements.confirmed_by});
        for (const Person& person : deal->people) {
            names.insert(person.name);
            names.insert(person.contact.held_by.begin(), person.contact.held_by.end());
        }
        for (const TeamMember& member : deal->team) names.insert(member.name);
        for (const Task& task : deal->tasks) names.insert(task.owner);
        for (const Alternative& one : deal->alternatives)
            if (one.kind == AlternativeKind::rival) names.insert(one.name);
    }
    std::erase_if(names, [](const std::string& name) { return name.size() < 4; });
    return names;
}

void check_gone(const Workspace& original, const Anonymised& copy, const std::set<std::string>& kept = {}) {
    const std::string bytes = small_letters(write_workspace(copy.workspace));
    for (const std::string& name : names_in(original)) {
        if (kept.contains(name)) continue;
        CAPTURE(name);
        CHECK_FALSE(survives(bytes, name));
    }
    CHECK(copy.left.empty());
    const Result<Workspace> read = read_workspace(write_workspace(copy.workspace));
    REQUIRE(read);
    CHECK(*read == copy.workspace);
}

void check_same_readings(const Workspace& one, const Workspace& other, Date today) {
    static const Playbook playbook = with_method(default_playbook());
    REQUIRE(one.deals.size() == other.deals.size());
    for (std::size_t i = 0; i < one.deals.size(); ++i) {
        const Deal &mine = *one.deals[i], &theirs = *other.deals[i];
        const Customer *customer = find_customer(one, mine.customer), *others = find_customer(other, theirs.customer);
        const DealReading before = read_deal(mine, customer, playbook, today), after = read_deal(theirs, others, playbook, today);
        REQUIRE(before.index.has_value() == after.index.has_value());
        if (before.index) CHECK(before.index->index.value == after.index->index.value);
        CHECK(before.evidenced == after.evidenced);
        const auto flags = read_flags(mine, customer, playbook, today), same = read_flags(theirs, others, playbook, today);
        REQUIRE(flags.size() == same.size());
        for (std::size_t k = 0; k < flags.size(); ++k) CHECK(flags[k].rule == same[k].rule);
    }
}

Deal noted(const std::string& note) {
    Deal deal = *anonymous_case().deals.front();
    deal.people.resize(1);
    deal.links.clear();
    deal.people[0].name = "冯国华", deal.people[0].title = "设备部部长";
    deal.lessons = note;
    return deal;
}

std::string anonymous_note(const std::string& note, std::vector<std::string>* unsure = nullptr) {
    Workspace workspace = anonymous_case();
    Deal deal = noted(note);
    deal.tasks.clear(), deal.team.clear(), deal.owner = "李晓明";
    for (Person* person = deal.people.data(); person; person = nullptr) person->contact.held_by.clear();
    workspace.deals.front() = Box<Deal>(deal);
    const Anonymised copy = anonymised(workspace, {.random = 4});
    if (unsure) *unsure = copy.unsure;
    return copy.workspace.deals.front()->lessons;
}

}  // namespace

TEST_CASE("In a copy of the cases and of the sample team no name is left, and index and flags are what they were") {
    for (const Language language : {Language::zh, Language::en}) {
        const Workspace original = anonymous_case(language);
        const Anonymised copy = anonymised(original, {.random = 1});
        check_gone(original, copy);
        check_same_readings(original, copy.workspace, original.deals.front()->teaching->today);
        CHECK(copy.replaced.size() > 5);
    }
    for (const char* language : {"zh", "en"}) {
        const Workspace original = anonymous_team(language);
        const Anonymised copy = anonymised(original, {.random = 2});
        check_gone(original, copy);
        check_same_readings(original, copy.workspace, sample_today);
    }
}

TEST_CASE("A copy stands beside its original: nothing in it has the same id") {
    const Workspace original = anonymous_case();
    const Workspace copy = anonymised(original, {.random = 3}).workspace;
    CHECK(merged(original, copy).deals.size() == 2);
    CHECK(merged(original, copy).customers.size() == 2);
    CHECK(copy.deals.front()->people.size() == original.deals.front()->people.size());
    CHECK(copy == anonymised(original, {.random = 3}).workspace);
}

TEST_CASE("Whoever is called by surname and title, by old or by young, is the same person") {
    const std::string who = "人物 1";
    CHECK(anonymous_note("冯国华说可以") == who + "说可以");
    for (const char* form : {"冯部长", "冯总", "冯工", "老冯", "小冯", "冯副总", "冯总工程师", "冯处"})
        CHECK(anonymous_note("今天" + std::string(form) + "来过") == "今天" + who + "来过");
    CHECK(anonymous_note("相逢总是缘") == "相逢总是缘");
    CHECK(anonymous_note("冯总部在哪") == "冯总部在哪");  // no title
    std::vector<std::string> unsure;
    CHECK(anonymous_note("国华在场，赵部长不在", &unsure) == "国华在场，赵部长不在");
    CHECK(std::find(unsure.begin(), unsure.end(), "国华") != unsure.end());
    CHECK(std::find(unsure.begin(), unsure.end(), "赵部长") != unsure.end());
    CHECK(std::find(unsure.begin(), unsure.end(), "人物") == unsure.end());
}

TEST_CASE("English names go whole and in parts, in any case, and stop where words do") {
    Workspace workspace = anonymous_case(Language::en);
    Deal deal = *workspace.deals.front();
    deal.people.resize(1);
    deal.links.clear();
    deal.people[0].name = "Anna Fischer";
    deal.lessons =
        "ANNA FISCHER met us; Ms Fischer and Anna agreed, Fischer's wish. The fisherman Annabel did not. 找Anna谈. Peter Miller came.";
    workspace.deals.front() = Box<Deal>(deal);
    const Anonymised copy = anonymised(workspace, {.random = 4});
    CHECK(copy.workspace.deals.front()->lessons ==
          "Person 1 met us; Ms Person 1 and Person 1 agreed, Person 1's wish. The fisherman Annabel did not. 找Person 1谈. Peter Miller "
          "came.");
    CHECK(std::find(copy.unsure.begin(), copy.unsure.end(), "Peter Miller") != copy.unsure.end());
}

TEST_CASE("Numbers and addresses that lead to somebody go, days and amounts stay") {
    CHECK(anonymous_note("电话 13812345678，或 010-6234 5678") == "电话 电话 1，或 电话 2");
    CHECK(anonymous_note("+49 (0)89 1234567; (555) 123-4567") == "phone 1; phone 2");
    CHECK(anonymous_note("写到 feng.gh@linjiang.com.cn, FENG.GH@linjiang.com.cn") == "写到 mail1@example.com, mail1@example.com");
    CHECK(anonymous_note("见 https://linjiang.example/a?b=1。") == "见 https://example.com/1。");
    for (const char* stays : {"2026-11-21 签约", "860 万，1,250,000 元，8600000", "3.5 MW, 21.11.2026, 10 000 000", "P4 第 3 期 400/660 V"})
        CHECK(anonymous_note(stays) == stays);
}

TEST_CASE("A customer is found by its short name, a longer name before what stands in it") {
    Workspace workspace = anonymous_case();
    Customer customer = *workspace.customers.front();
    customer.name = "临江化工集团有限公司", customer.notes = "临江化工集团有限公司，也叫临江化工，不是临江";
    customer.region = "临江";
    workspace.customers.front() = Box<Customer>(customer);
    const Anonymised copy = anonymised(workspace, {.random = 5});
    CHECK(copy.workspace.customers.front()->notes == "客户甲，也叫客户甲，不是地区甲");
}

TEST_CASE("A stand-in is nobody's name, even where somebody is called so") {
    Workspace workspace = anonymous_case();
    Customer customer = *workspace.customers.front();
    customer.name = "客户甲", customer.region = "人物 1";
    workspace.customers.front() = Box<Customer>(customer);
    const Anonymised copy = anonymised(workspace, {.random = 5});
    CHECK(copy.workspace.customers.front()->name == "客户乙");
    check_gone(workspace, copy);
}

TEST_CASE("Amounts and days change together where that is wanted, by an amount that is not told") {
    const Workspace original = anonymous_team("zh");
    const Anonymised copy = anonymised(original, {.amounts = true, .dates = true, .random = 77});
    CHECK(read_workspace(write_workspace(copy.workspace)));
    double factor = 0;
    int days = 0;
    for (std::size_t i = 0; i < original.deals.size(); ++i) {
        const Objective &was = original.deals[i]->objective, &is = copy.workspace.deals[i]->objective;
        if (was.amount && was.amount->minor > 0) {
            const double here = static_cast<double>(is.amount->minor) / static_cast<double>(was.amount->minor);
            if (factor == 0) factor = here;
            CHECK(here == doctest::Approx(factor).epsilon(0.01));
            CHECK((here < 0.9 || here > 1.1));
        }
        if (was.signing_date) {
            if (days == 0) days = *is.signing_date - *was.signing_date;
            CHECK(*is.signing_date - *was.signing_date == days);
        }
    }
    CHECK(days % 7 == 0);
    CHECK(days != 0);
}

TEST_CASE("Members that nobody knows are left out and counted") {
    Workspace workspace = anonymous_case();
    workspace.extra.members.emplace_back("crm", "\"冯国华\"");
    Deal deal = *workspace.deals.front();
    deal.extra.members.emplace_back("contact", "\"冯国华\"");
    workspace.deals.front() = Box<Deal>(deal);
    const Anonymised copy = anonymised(workspace, {.random = 6});
    CHECK(copy.dropped == 2);
    CHECK(write_workspace(copy.workspace).find("crm") == std::string::npos);
}

namespace {

constexpr std::array<std::string_view, 12> han_names = {"冯国华", "欧阳明", "王总",   "赵丽", "孙悟",     "钱三一",
                                                        "李雷",   "周 正",  "吴越越", "郑成", "司马光明", "何工"};
constexpr std::array<std::string_view, 8> latin_names = {"Anna Fischer", "Jürgen Müller", "O'Neil", "Li Wei",
                                                         "Jean-Luc",     "ACME Corp.",    "Smith",  "Zoë"};

std::string random_name(generate::Random& random) {
    if (random.chance(0.1)) return generate::text(random, 12, false);
    const std::string_view name =
        random.chance(0.6) ? han_names[random.bits() % han_names.size()] : latin_names[random.bits() % latin_names.size()];
    return std::string(name);
}

// Names where names are asked for, and in every prose something of them.
class Naming final : public Visitor {
  public:
    Naming(generate::Random& random, std::vector<std::string>& names) : random_(random), names_(names) {}
    void visit(const Kind& kind, const Rule& rule, void* value, const std::string&) override {
        if (kind.shape != Shape::text || !rule.lines || names_.empty()) return;
        auto& text = as<std::string>(value);
        const std::string& name = names_[random_.bits() % names_.size()];
        text = random_.chance(0.5) ? name + "，" + text + "（" + small_letters(name) + "）" : text + " " + name;
    }

  private:
    generate::Random& random_;
    std::vector<std::string>& names_;
};

}  // namespace

TEST_CASE("Of whatever workspace a copy is made, no name survives in its bytes, and it is a workspace") {
    const std::uint64_t rounds = generate::all_rounds ? 300 : 40;
    for (std::uint64_t seed = 1; seed <= rounds; ++seed) {
        CAPTURE(seed);
        generate::Random random(seed);
        Workspace workspace = generate::workspace(seed, {.filled = 0.6, .items = 3, .deals = 3, .unknown = 0.05});
        workspace.playbook.reset();
        std::vector<std::string> names;
        const auto name = [&](std::string& field) {
            field = random_name(random);
            names.push_back(field);
        };
        for (Box<Customer>& box : workspace.customers) {
            Customer customer = *box;
            name(customer.name), name(customer.region);
            box = Box<Customer>(customer);
        }
        for (Box<Deal>& box : workspace.deals) {
            Deal deal = *box;
            name(deal.name), name(deal.owner), name(deal.objective.unit), name(deal.five_elements.confirmed_by);
            for (Person& person : deal.people) name(person.name);
            for (TeamMember& member : deal.team) name(member.name);
            for (Task& task : deal.tasks) name(task.owner);
            for (Alternative& one : deal.alternatives)
                if (one.kind == AlternativeKind::rival) name(one.name);
            Naming naming(random, names);
            walk(deal_description, &deal, {}, naming);
            box = Box<Deal>(deal);
        }
        const Result<Workspace> sound = read_workspace(write_workspace(workspace));
        REQUIRE(sound);
        workspace = *sound;
        const Anonymised copy = anonymised(workspace, {.random = seed});
        const std::string bytes = small_letters(write_workspace(copy.workspace));
        for (const std::string& one : names) {
            const bool known = std::find(han_names.begin(), han_names.end(), one) != han_names.end() ||
                               std::find(latin_names.begin(), latin_names.end(), one) != latin_names.end();
            if (!known) continue;  // what is generated may be a word of the format
            CAPTURE(one);
            CHECK_FALSE(survives(bytes, one));
        }
        for (const std::string& one : copy.left) CHECK(std::find(han_names.begin(), han_names.end(), one) == han_names.end());
        const Result<Workspace> read = read_workspace(write_workspace(copy.workspace));
        REQUIRE(read);
        CHECK(*read == copy.workspace);
        check_same_readings(workspace, copy.workspace, sample_today);
    }
}

namespace {

// One-line texts of the model: whoever adds one says here whether it names somebody.
const std::set<std::string> asked_for_names = {"Customer.name",
                                               "Customer.region",
                                               "DecisionMode.above",
                                               "DecisionMode.acceptance_signed_by",
                                               "DecisionMode.payment_signed_by",
                                               "Approval.approver",
                                               "Deal.name",
                                               "Deal.owner",
                                               "Objective.unit",
                                               "Alternative.name",
                                               "Person.name",
                                               "OurContact.held_by",
                                               "TeamMember.name",
                                               "Task.owner",
                                               "FiveElements.confirmed_by"};
const std::set<std::string> no_names_in = {"Customer.industry",    "Person.title",
                                           "Person.department",    "Objective.product",
                                           "Evidence.sign",        "CriterionScore.criterion",
                                           "HouseItem.item",       "GateItem.item",
                                           "KeyAction.action",     "FactorAnswer.factor",
                                           "FactorAnswer.level",   "Review.flags",
                                           "TeachingCase.case_id", "TeachingCase.planted_errors",
                                           "Deal.playbook"};

void check_classified(const Description& object) {
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        const Kind* kind = field.kind;
        while (kind->item) kind = kind->item;
        if (kind->shape == Shape::object) check_classified(*kind->object);
        if (kind->shape != Shape::text || field.rule.lines) continue;
        const std::string name = std::string(object.name) + "." + std::string(field.name);
        CAPTURE(name);
        CHECK(asked_for_names.count(name) + no_names_in.count(name) == 1);
    }
}

}  // namespace

TEST_CASE("Each one-line text of the model is known to name somebody, or not to") {
    check_classified(deal_description);
    check_classified(customer_description);
}

TEST_CASE("The command writes a copy, says what it is not sure of, and refuses what is no file of deals") {
    const TemporaryFile file(write_workspace(anonymous_case()));
    const Outcome made = run({"anonymise", file.path()});
    CHECK(made.status == cli::fine);
    const Result<Workspace> read = read_workspace(made.out);
    REQUIRE(read);
    CHECK(read->customers.front()->name == "客户甲");
    CHECK(run({"anonymise", file.path(), "--amounts", "--dates"}).out != made.out);
    CHECK(run({"anonymise", "-"}, case_line()).status == cli::fine);
    CHECK(run({"anonymise", "-"}, "{").status == cli::findings);
    CHECK(run({"anonymise"}).status == cli::wrong_use);
    CHECK(run({"anonymise", file.path(), "--names"}).status == cli::wrong_use);
    CHECK(run({"anonymise", "--help"}).out.starts_with("deal-compass anonymise"));
}
