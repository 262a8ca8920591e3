// What was noted after a visit: what each line is read as, and what becomes of the deal.
#include "session/typed_note.h"

#include "case_files.h"
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "generate.h"
#include "model/words.h"
#include "session/session.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace compass;

namespace {

constexpr Date note_day{20778};  // Saturday, 2026-11-21

Workspace noted(Language language) { return *read_workspace(builtin_case("3", language)); }

std::uint16_t note_initials(char32_t c) { return static_cast<std::uint16_t>(c == U'魏' ? 'w' : c == U'副' ? 'f' : c == U'总' ? 'z' : 0); }

struct Note {
    explicit Note(Language language = Language::zh) : workspace(noted(language)) {}
    const Deal& deal() const { return *workspace.deals.front(); }
    Id named(std::string_view name) const {
        for (const Person& person : deal().people)
            if (person.name == name) return person.id;
        return {};
    }
    std::string name_of_who(const Id& id) const {
        for (const Person& person : deal().people)
            if (person.id == id) return person.name;
        return "nobody";
    }
    std::vector<VisitLine> lines(std::string_view text, Id met = {}) const {
        static const std::vector<NoteSign> signs = note_signs(default_playbook());
        return read_note(text, {deal(), signs, note_day, met, note_initials});
    }
    VisitLine line(std::string_view text, Id met = {}) const {
        const std::vector<VisitLine> all = lines(text, met);
        REQUIRE(all.size() == 1);
        return all.front();
    }
    Workspace workspace;
};

}  // namespace

TEST_CASE("A note: a name and a number is a rating, with its grounds beside it") {
    const Note note;
    VisitLine line = note.line("魏副总 +3 当着秦科长说支持我们");
    CHECK(line.kind == LineKind::support);
    CHECK(note.name_of_who(line.who) == "魏副总");
    CHECK(line.support == 3);
    CHECK(line.words == "当着秦科长说支持我们");
    CHECK_FALSE(line.kind_assumed);
    CHECK_FALSE(line.who_assumed);
    line = note.line("秦科长−2");
    CHECK(line.kind == LineKind::support);
    CHECK(line.support == -2);
    CHECK(line.words.empty());
    CHECK(note.line("孙主任 大力支持").support == 4);
    CHECK(note.line("严总 中立").support == 0);
    const std::vector<VisitLine> two = note.lines("魏副总 +3，秦科长 -2");
    REQUIRE(two.size() == 2);
    CHECK(note.name_of_who(two[1].who) == "秦科长");
    CHECK(two[1].support == -2);
}

TEST_CASE("A note: numbers that are no rating are none") {
    const Note note;
    for (const std::string_view text : {"孙主任要降 3-5 天", "刘部长说室外 -5℃", "韩经理要 +10%", "陈班长说少了 -3.5 个点"})
        CHECK_MESSAGE(note.line(text).kind != LineKind::support, text);
}

TEST_CASE("A note: people are meant by a part of their name or the initials of its pinyin, and that is marked") {
    const Note note;
    VisitLine line = note.line("wfz +2");
    CHECK(note.name_of_who(line.who) == "魏副总");
    CHECK(line.who_assumed);
    line = note.line("魏总 +1");
    CHECK(note.name_of_who(line.who) == "魏副总");
    CHECK(line.who_assumed);
    const Note english(Language::en);
    line = english.line("Yan +2 says we understand the plant");
    CHECK(line.support == 2);
    CHECK(line.words == "says we understand the plant");
    CHECK(line.who_assumed);
    CHECK(english.line("Wei Dong +2").who_assumed == false);
}

TEST_CASE("A note: a name that two people share is nobody's") {
    const Note english(Language::en);
    CHECK(english.line("Wei +2").kind != LineKind::support);  // Liu Wei and Wei Dong
}

TEST_CASE("A note: words of a sign make a fact that moves its axis; an exact one is not doubted") {
    const Note note;
    VisitLine line = note.line("停机或投产日期已公布");
    CHECK(line.kind == LineKind::fact);
    CHECK(line.sign == "urgency.urgent.date_announced");
    CHECK(line.axis == Axis::urgency);
    CHECK(line.level == 3);
    CHECK_FALSE(line.sense_assumed);
    line = note.line("刘部长说停机日期已经公布了");
    CHECK(line.sign == "urgency.urgent.date_announced");
    CHECK(line.sense_assumed);
    CHECK(note.name_of_who(line.who) == "刘部长");
    CHECK(line.date == note_day);
    line = note.line("陈班长说没有成立小组定期开会");
    CHECK(line.direction == Direction::against);
    CHECK_FALSE(line.level);
    const Note english(Language::en);
    line = english.line("The shutdown date is announced");
    CHECK(line.sign == "urgency.urgent.date_announced");
}

TEST_CASE("A note: a prefix says what the line is") {
    const Note note;
    VisitLine line = note.line("紧迫 → 紧急：集团下了死命令");
    CHECK(line.kind == LineKind::fact);
    CHECK(line.axis == Axis::urgency);
    CHECK(line.level == 3);
    CHECK(line.words == "集团下了死命令");
    CHECK_FALSE(line.kind_assumed);
    line = note.line("竞争：他们去看了对手的样板");
    CHECK(line.axis == Axis::competition);
    CHECK_FALSE(line.level);
    line = note.line("紧迫程度 活跃");
    CHECK(line.level == 2);
    CHECK(line.words.empty());
    CHECK(lack_of(line) == LineLack::nothing);
    line = note.line("预算：进了运行部的盘子，批了 320 万");
    CHECK(line.kind == LineKind::answer);
    CHECK(line.question == Question::bantcc_budget);
    CHECK(line.words == "进了运行部的盘子，批了 320 万");
    line = note.line("关键事件：4月8日 停机检修");
    CHECK(line.kind == LineKind::event);
    CHECK(format(*line.date) == "2027-04-08");
    CHECK(line.words == "停机检修");
    const Note english(Language::en);
    CHECK(english.line("Urgency: urgent, the group has set the date").level == 3);
    CHECK(english.line("Competition: ahead - they like our trial").words == "they like our trial");
    CHECK(english.line("Budget: 3.2m approved by Liu Wei").question == Question::bantcc_budget);
    CHECK(english.line("note: they changed the meeting room").kind == LineKind::story);
}

TEST_CASE("A note: a day to come and a deed are a task for whom it names") {
    const Note note;
    VisitLine line = note.line("下周三 给韩经理投入产出测算");
    CHECK(line.kind == LineKind::task);
    CHECK(line.kind_assumed);
    CHECK(format(*line.date) == "2026-11-25");
    CHECK(note.name_of_who(line.who) == "韩经理");
    CHECK(line.words == "给韩经理投入产出测算");
    line = note.line("待办：12月3日前请刘部长引荐严总", note.named("孙主任"));
    CHECK(line.kind == LineKind::task);
    CHECK_FALSE(line.kind_assumed);
    CHECK(format(*line.date) == "2026-12-03");
    CHECK(note.name_of_who(line.who) == "刘部长");
    line = note.line("12月1日前把方案发给秦科长");
    CHECK(format(*line.date) == "2026-12-01");
    CHECK(line.words == "把方案发给秦科长");
    const Note english(Language::en);
    line = english.line("next Wednesday send Han Bing the payback figures");
    CHECK(line.kind == LineKind::task);
    CHECK(line.words == "send Han Bing the payback figures");
    CHECK(english.line("todo: 2026-12-05 call Sun Jian").kind == LineKind::task);
}

TEST_CASE("A note: a fact is dated by the day it begins with, and today otherwise") {
    const Note note;
    CHECK(format(*note.line("11月18日 韩经理说给各家同样的问题和时间").date) == "2026-11-18");
    CHECK(note.line("检修停机定在 4 月 8 日，领导天天过问").date == note_day);
    CHECK(note.line("4月8日停机，领导天天过问").date == note_day);  // the one to come is nearer
}

TEST_CASE("A note: who was met said what names nobody; hearsay and guesses count less") {
    const Note note;
    const Id met = note.named("孙主任");
    VisitLine line = note.line("领导天天过问", met);
    CHECK(line.who == met);
    CHECK(line.certainty == Certainty::explicit_);
    CHECK(note.line("听说领导天天过问", met).certainty == Certainty::unclear);
    CHECK(note.line("估计领导天天过问", met).certainty == Certainty::inferred);
    CHECK(note.line("领导天天过问").certainty == Certainty::inferred);
    CHECK_FALSE(note.line("领导天天过问").who);
}

TEST_CASE("A note: somebody new, by a prefix or by a role nobody of the deal has in that line") {
    const Note note;
    VisitLine line = note.line("新人：王强 财务总监 EB 高 +2");
    CHECK(line.kind == LineKind::person);
    CHECK(line.person.name == "王强");
    CHECK(line.person.title == "财务总监");
    CHECK(line.person.support == 2);
    line = note.line("王强 财务总监 EB");
    CHECK(line.kind == LineKind::person);
    CHECK(line.kind_assumed);
    const Note english(Language::en);
    CHECK(english.line("Anna Wang, Finance Director, EB, high").kind == LineKind::person);
}

TEST_CASE("A note: what means nothing here is said to be unread and lacks its kind") {
    const Note note;
    const VisitLine line = note.line("今天天气很好，一起吃了饭");
    CHECK(line.kind == LineKind::unread);
    CHECK(lack_of(line) == LineLack::kind);
    CHECK(note.lines("\n  \n\t\n").empty());
}

TEST_CASE("A note: any bytes may come") {
    const Note note;
    generate::Random random(7);
    for (int round = 0; round < 300; ++round) {
        std::string text;
        static constexpr std::string_view pieces[] = {"魏副总",
                                                      "+",
                                                      "-",
                                                      "：",
                                                      "预算",
                                                      "\n",
                                                      "\xFF",
                                                      "\xE9",
                                                      " ",
                                                      "下周三",
                                                      "1.",
                                                      "3月",
                                                      "9999999999",
                                                      "紧迫",
                                                      "→",
                                                      "停机",
                                                      "\xF0\x9F\x98\x80",
                                                      "1/2/2027",
                                                      "老",
                                                      "Wei"};
        for (int left = static_cast<int>(random.between(0, 30)); left > 0; --left) text += pieces[random.bits() % std::size(pieces)];
        for (const VisitLine& line : note.lines(text)) {
            CHECK((!line.support || (*line.support >= -5 && *line.support <= 5)));
            CHECK((!line.level || (*line.level >= 0 && *line.level < level_count)));
        }
    }
    std::string many;
    for (int i = 0; i < 300; ++i) many += "领导天天过问\n";
    CHECK(note.lines(many).size() == 300);
    CHECK(note.lines(many).back().kind == LineKind::unread);
    CHECK(note.line(std::string(5000, 'x')).kind == LineKind::unread);
}

TEST_CASE("A recorded visit is one step: facts, ratings, answers, tasks, people, and the contact") {
    const Note note;
    const Id met = note.named("孙主任");
    const std::vector<VisitLine> lines = note.lines(
        "停机或投产日期已公布\n魏副总 +4 会上替我们说话\n秦科长 -2\n预算：进了运行部的盘子\n下周三 给韩经理测算\n新人：王强 财务总监 "
        "EB\n今天天气很好",
        met);
    Session session(note.workspace);
    session.apply(RecordVisit{note.deal().id, met, lines}, {note_day, 1});
    const Deal& after = *session.workspace().deals.front();
    CHECK(after.position.claimed.urgency == Urgency::urgent);
    CHECK(after.trail.back().reason == "停机或投产日期已公布");
    CHECK(after.position.urgency_evidence.size() == note.deal().position.urgency_evidence.size() + 1);
    CHECK(after.position.urgency_evidence.back().source == met);
    CHECK(after.people.size() == note.deal().people.size() + 1);
    CHECK(after.people[1].support == 4);
    CHECK(after.people[1].support_evidence.back().text == "会上替我们说话");
    CHECK(after.people[1].support_trail.back().support == 4);
    CHECK(after.bantcc.budget.text == "进了运行部的盘子");
    CHECK(after.tasks.back().what == "给韩经理测算");
    CHECK(after.tasks.back().owner == note.deal().owner);
    CHECK(after.people[3].contact.last == note_day);
    session.undo();
    CHECK(*session.workspace().deals.front() == note.deal());
    session.redo();
    CHECK(*session.workspace().deals.front() == after);
}
