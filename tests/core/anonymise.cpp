// Anonymous copies: no name survives, the readings do.
#include "session/anonymise.h"

#include "cli_fixture.h"
#include "codec/description.h"
#include "codec/method.h"
#include "codec/walk.h"
#include "generate.h"
#include "reading/deal_reading.h"
#include "reading/flags.h"
#include "session/anonymise_words.h"
#include "session/merge.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <utility>
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

namespace {

struct EnglishNote {
    std::vector<std::string> people;
    std::string customer = "Hengre Technologies Ltd";
};

Anonymised anonymous_english(const EnglishNote& who, const std::string& note) {
    Workspace workspace = anonymous_case(Language::en);
    Customer customer = *workspace.customers.front();
    customer.name = who.customer;
    Deal deal = *workspace.deals.front();
    deal.people.resize(who.people.size());
    deal.links.clear(), deal.team.clear(), deal.tasks.clear(), deal.owner.clear();
    for (std::size_t i = 0; i < who.people.size(); ++i) {
        deal.people[i].name = who.people[i];
        deal.people[i].contact.held_by.clear();
    }
    deal.lessons = note;
    workspace.customers.front() = Box<Customer>(customer);
    workspace.deals.front() = Box<Deal>(deal);
    return anonymised(workspace, {.random = 4});
}

std::string english_note(const EnglishNote& who, const std::string& note) {
    return anonymous_english(who, note).workspace.deals.front()->lessons;
}

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_unsure(const std::string& note, const std::string& word) {
    std::vector<std::string> unsure;
    CHECK(anonymous_note(note, &unsure) == note);
    return has(unsure, word);
}

bool is_unsure_in_english(const std::string& note, const std::string& word) { return has(anonymous_english({}, note).unsure, word); }

}  // namespace

TEST_CASE("Chinese names of people that nobody knows are asked about where people are named") {
    const std::vector<std::pair<std::string, std::string>> named = {{"王建国说可以", "王建国"},         {"李明反对", "李明"},
                                                                    {"昨天在会上见了赵铁柱", "赵铁柱"}, {"我们和孙志强谈过", "孙志强"},
                                                                    {"请欧阳锋签字", "欧阳锋"},         {"部长周海涛表示支持", "周海涛"},
                                                                    {"问张伟的意见", "张伟"},           {"这事由刘洋、林晓东定", "刘洋"},
                                                                    {"陳國華說同意", "陳國華"}};
    for (const auto& one : named) {
        CAPTURE(one.first);
        CHECK(is_unsure(one.first, one.second));
    }
    std::vector<std::string> unsure;
    anonymous_note("方案说明书要改，金额超了，成本高。任务紧，安全第一，周一说定；和高层谈过，应用在跟进，程序要求、单位同意。向客户说明",
                   &unsure);
    const std::vector<std::string> none = unsure;
    unsure.clear();
    anonymous_note("", &unsure);
    CHECK(none == unsure);
}

TEST_CASE("Surnames before titles are many, rare ones and those written elsewhere, too") {
    for (const char* who :
         {"卜总", "车经理", "滕主任", "强总", "张總", "陳經理", "車總", "王总", "诸葛主任", "司马總監", "查总", "郗院长"}) {
        CAPTURE(who);
        CHECK(is_unsure("找" + std::string(who) + "谈", who));
    }
    for (const char* none : {"强总部", "车间主任", "小时", "加强总体设计"}) CHECK_FALSE(is_unsure("这个" + std::string(none), none));
    for (const char* who : {"高主任", "何经理", "辛部长"}) CHECK(is_unsure("后来" + std::string(who) + "说", who));
    for (const char* none : {"设备工程主管来了", "分管副总来了", "双方总经理来了"}) CHECK(is_unsure(none, none) == false);
    CHECK(anonymous_note("馮部長来过，馮國華也在") == "人物 1来过，人物 1也在");
}

TEST_CASE("Names in parts go with a comma between them, of two letters, in small letters and with either apostrophe") {
    CHECK(english_note({{"Müller, Jürgen"}}, "Müller called, Jürgen Müller agreed; ask Jürgen.") ==
          "Person 1 called, Person 1 agreed; ask Person 1.");
    CHECK(english_note({{"Andrew Ng", "Li Wei"}}, "Ng called, Li said no. The ng file, Lima.") ==
          "Person 1 called, Person 2 said no. The ng file, Lima.");
    CHECK(english_note({{"Sean O'Brien"}}, "O’Brien, O'Brien and SEAN O’BRIEN") == "Person 1, Person 1 and Person 1");
    CHECK(english_note({{"Sean O’Brien"}}, "O'Brien and sean o'brien") == "Person 1 and Person 1");
    CHECK(english_note({{"Anna Fischer"}}, "anna agreed, FISCHER too; annabel") == "Person 1 agreed, Person 1 too; annabel");
    const Anonymised words = anonymous_english({{"Mark Long", "He Ping"}}, "Mark will mark it. He said: not long.");
    CHECK(words.workspace.deals.front()->lessons == "Person 1 will mark it. He said: not long.");
    for (const char* word : {"mark", "long", "He"}) CHECK(has(words.unsure, word));
    CHECK(english_note({{"Anna von Berg", "Fan Wei"}}, "The fan of von Humboldt; Fan came") == "The fan of von Humboldt; Person 2 came");
}

TEST_CASE("Surnames of two characters are enough, unless they are words") {
    Workspace workspace = anonymous_case();
    Deal deal = noted("欧阳说行，东方电气也来了，東方也来");
    deal.people[0].name = "欧阳锋";
    deal.people.push_back(deal.people[0]);
    deal.people[1].name = "东方明";
    workspace.deals.front() = Box<Deal>(deal);
    const Anonymised copy = anonymised(workspace, {.random = 4});
    CHECK(copy.workspace.deals.front()->lessons == "人物 1说行，东方电气也来了，東方也来");
    CHECK(has(copy.unsure, "东方"));
}

TEST_CASE("Where somebody approves, a department with the first character of a surname is none") {
    Workspace workspace = anonymous_case();
    Customer customer = *workspace.customers.front();
    customer.decision.above = "车间", customer.decision.acceptance_signed_by = "全体股东", customer.decision.payment_signed_by = "滕志远";
    workspace.customers.front() = Box<Customer>(customer);
    const DecisionMode decision = anonymised(workspace, {.random = 5}).workspace.customers.front()->decision;
    CHECK(decision.above == "车间");
    CHECK(decision.acceptance_signed_by == "全体股东");
    CHECK(decision.payment_signed_by.starts_with("人物"));
}

TEST_CASE("A word with a capital inside of a sentence, or of whom something is said, is asked about") {
    for (const char* note : {"We met Sarah yesterday.", "Sarah said no", "Then it was Sarah's turn", "Talked to legal, then Sarah.",
                             "Contact: Sarah", "找Sarah谈"})
        CHECK(is_unsure_in_english(note, "Sarah"));
    CHECK(is_unsure_in_english("Sean O’Brien agreed", "Sean O’Brien"));
    CHECK(is_unsure_in_english("We asked McKay and Jean-Luc", "Jean-Luc"));
    CHECK(is_unsure_in_english("And then Özil came", "Özil"));
    const auto usual = anonymous_english({}, "").unsure;
    CHECK(anonymous_english({}, "Waiting. In March the Board meets; nobody (Purchasing, CFO) told us.\nStill open: SAP and PowerPoint")
              .unsure == usual);
}

TEST_CASE("A company is found by what it alone is called; what others are called, too, is asked about") {
    CHECK(english_note({}, "Hengre wants it; HENGRE TECHNOLOGIES; Hengrey") == "Customer A wants it; Customer A; Hengrey");
    CHECK(english_note({{}, "Linjiang Chemical"}, "Linjiang signs") == "Customer A signs");
    const Anonymised silver = anonymous_english({{}, "Silver Lake Partners"}, "Silver Lake signs, Silver pays");
    CHECK(silver.workspace.deals.front()->lessons == "Customer A signs, Silver pays");
    CHECK(has(silver.unsure, "Silver"));
    const auto chinese = [](const std::string& name, const std::string& note) {
        Workspace workspace = anonymous_case();
        Customer customer = *workspace.customers.front();
        customer.name = name, customer.notes = note, customer.region = "";
        workspace.customers.front() = Box<Customer>(customer);
        return anonymised(workspace, {.random = 5});
    };
    CHECK(chinese("临江化工", "临江要扩产").workspace.customers.front()->notes == "客户甲要扩产");
    CHECK(chinese("华岳装备集团", "华岳、华岳装备，華嶽").workspace.customers.front()->notes == "客户甲、客户甲，客户甲");
    CHECK(chinese("上海恒热科技有限公司", "恒热定了").workspace.customers.front()->notes == "客户甲定了");
    CHECK(chinese("新能源科技有限公司", "谈新能源").workspace.customers.front()->notes == "谈新能源");
    const Anonymised many = chinese("中国石化", "中国石化在中国");
    CHECK(many.workspace.customers.front()->notes == "客户甲在中国");
    CHECK(has(many.unsure, "中国"));
}

TEST_CASE("Accounts and number plates go as phone numbers do") {
    CHECK(anonymous_note("微信 abc123，微信号：zhangsan，wx: li_ming88") == "微信 账号 1，微信号：账号 2，wx: 账号 3");
    CHECK(anonymous_note("QQ 12345678，qq号：3456789") == "QQ 账号 1，qq号：账号 2");
    CHECK(anonymous_note("WeChat ID: feng-gh") == "WeChat ID: account 1");
    CHECK(anonymous_note("车牌京A12345，沪B·D1234F，京A12345") == "车牌号牌 1，号牌 2，号牌 1");
    for (const char* stays : {"WeChat message came", "微信群里说的", "QQ 群", "新A1 区", "云A平台", "京A级 12345"})
        CHECK(anonymous_note(stays) == stays);
}

TEST_CASE("However many words are unsure, all are told, and no stand-in is among them") {
    std::string note;
    for (char a = 'a'; a <= 'z'; ++a)
        for (const char* end : {"lberto", "nricus", "rtinez"}) note += "We met X" + std::string(1, a) + end + ". ";
    CHECK(anonymous_english({}, note).unsure.size() >= 78);
    for (const char* language : {"zh", "en"}) {
        const Anonymised copy = anonymised(anonymous_team(language), {.random = 2});
        for (const StandIn& one : copy.replaced) CHECK_FALSE(has(copy.unsure, one.stand_in));
        CHECK(copy.unsure.size() < 60);  // it stays useful
    }
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

TEST_CASE("every list of words for names that the program knows stands in assets/names.txt, and no other") {
    CHECK(anonymity::unknown_lists().empty());
    CHECK(anonymity::name_words().traditional.size() == anonymity::name_words().simplified.size());
}
