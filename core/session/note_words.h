// The words by which lines of a note are told apart, in both languages. Known only to the reader of notes.
#pragma once

#include "session/visit_line.h"

#include <string_view>

namespace compass::note {

struct Heading {
    std::string_view word;
    LineKind kind;
    int axis = -1, level = -1, question = -1;
    bool assumed = false;  // two questions are called so
};
constexpr int asks(Question question) { return static_cast<int>(question); }

// What may stand before a colon.
inline constexpr Heading headings[] = {
    {"新人", LineKind::person},
    {"新联系人", LineKind::person},
    {"new person", LineKind::person},
    {"person", LineKind::person},
    {"new", LineKind::person},
    {"待办", LineKind::task},
    {"任务", LineKind::task},
    {"行动", LineKind::task},
    {"下一步", LineKind::task},
    {"答应", LineKind::task},
    {"我答应", LineKind::task},
    {"承诺", LineKind::task},
    {"todo", LineKind::task},
    {"to do", LineKind::task},
    {"task", LineKind::task},
    {"next step", LineKind::task},
    {"next", LineKind::task},
    {"action", LineKind::task},
    {"promise", LineKind::task},
    {"promised", LineKind::task},
    {"关键事件", LineKind::event},
    {"大日子", LineKind::event},
    {"event", LineKind::event},
    {"deadline", LineKind::event},
    {"记事", LineKind::story},
    {"备注", LineKind::story},
    {"经过", LineKind::story},
    {"note", LineKind::story},
    {"diary", LineKind::story},
    {"阶段", LineKind::fact, 0},
    {"stage", LineKind::fact, 0},
    {"竞争形势", LineKind::fact, 1},
    {"竞争", LineKind::fact, 1},
    {"competition", LineKind::fact, 1},
    {"紧迫程度", LineKind::fact, 2},
    {"紧迫", LineKind::fact, 2},
    {"urgency", LineKind::fact, 2},
    {"牵头部门", LineKind::answer, -1, -1, asks(Question::five_purchasing_body)},
    {"采购部门", LineKind::answer, -1, -1, asks(Question::five_purchasing_body)},
    {"purchasing body", LineKind::answer, -1, -1, asks(Question::five_purchasing_body)},
    {"产品", LineKind::answer, -1, -1, asks(Question::five_suitable_product)},
    {"product", LineKind::answer, -1, -1, asks(Question::five_suitable_product)},
    {"付款能力", LineKind::answer, -1, -1, asks(Question::five_budget)},
    {"ability to pay", LineKind::answer, -1, -1, asks(Question::five_budget)},
    {"时间表", LineKind::answer, -1, -1, asks(Question::five_timetable)},
    {"timetable", LineKind::answer, -1, -1, asks(Question::five_timetable)},
    {"预算", LineKind::answer, -1, -1, asks(Question::bantcc_budget)},
    {"budget", LineKind::answer, -1, -1, asks(Question::bantcc_budget)},
    {"决策", LineKind::answer, -1, -1, asks(Question::bantcc_authority)},
    {"决策链", LineKind::answer, -1, -1, asks(Question::bantcc_authority)},
    {"authority", LineKind::answer, -1, -1, asks(Question::bantcc_authority)},
    {"需求", LineKind::answer, -1, -1, asks(Question::bantcc_need), true},
    {"need", LineKind::answer, -1, -1, asks(Question::bantcc_need), true},
    {"时间", LineKind::answer, -1, -1, asks(Question::bantcc_time), true},
    {"time", LineKind::answer, -1, -1, asks(Question::bantcc_time), true},
    {"公司", LineKind::answer, -1, -1, asks(Question::bantcc_company)},
    {"company", LineKind::answer, -1, -1, asks(Question::bantcc_company)},
    {"对手", LineKind::answer, -1, -1, asks(Question::bantcc_competitors)},
    {"竞争对手", LineKind::answer, -1, -1, asks(Question::bantcc_competitors)},
    {"competitor", LineKind::answer, -1, -1, asks(Question::bantcc_competitors)},
    {"competitors", LineKind::answer, -1, -1, asks(Question::bantcc_competitors)},
    {"rival", LineKind::answer, -1, -1, asks(Question::bantcc_competitors)},
    {"rivals", LineKind::answer, -1, -1, asks(Question::bantcc_competitors)},
};

// The levels by name: after their axis, or before a colon.
inline constexpr Heading level_words[] = {
    {"意向", LineKind::fact, 0, 0},      {"intent", LineKind::fact, 0, 0},    {"方案", LineKind::fact, 0, 1},
    {"solution", LineKind::fact, 0, 1},  {"商务", LineKind::fact, 0, 2},      {"commercial", LineKind::fact, 0, 2},
    {"成交", LineKind::fact, 0, 3},      {"closing", LineKind::fact, 0, 3},   {"落后", LineKind::fact, 1, 0},
    {"behind", LineKind::fact, 1, 0},    {"平手", LineKind::fact, 1, 1},      {"level", LineKind::fact, 1, 1},
    {"领先", LineKind::fact, 1, 2},      {"ahead", LineKind::fact, 1, 2},     {"单一", LineKind::fact, 1, 3},
    {"sole", LineKind::fact, 1, 3},      {"以后再说", LineKind::fact, 2, 0},  {"以后", LineKind::fact, 2, 0},
    {"later", LineKind::fact, 2, 0},     {"着手引入", LineKind::fact, 2, 1},  {"引入", LineKind::fact, 2, 1},
    {"worked in", LineKind::fact, 2, 1}, {"worked_in", LineKind::fact, 2, 1}, {"活跃", LineKind::fact, 2, 2},
    {"active", LineKind::fact, 2, 2},    {"紧急", LineKind::fact, 2, 3},      {"urgent", LineKind::fact, 2, 3},
};

struct Topic {
    std::string_view word;
    Question question;
};
// Words that a question is about, wherever they stand.
inline constexpr Topic topics[] = {
    {"预算", Question::bantcc_budget},
    {"budget", Question::bantcc_budget},
    {"盘子", Question::bantcc_budget},
    {"批的钱", Question::bantcc_budget},
    {"拍板", Question::bantcc_authority},
    {"谁批", Question::bantcc_authority},
    {"审批", Question::bantcc_authority},
    {"decides", Question::bantcc_authority},
    {"approves", Question::bantcc_authority},
    {"sign off", Question::bantcc_authority},
    {"对手", Question::bantcc_competitors},
    {"友商", Question::bantcc_competitors},
    {"rival", Question::bantcc_competitors},
    {"rivals", Question::bantcc_competitors},
    {"competitor", Question::bantcc_competitors},
    {"competitors", Question::bantcc_competitors},
    {"上会", Question::bantcc_time},
    {"签约", Question::bantcc_time},
    {"招标时间", Question::bantcc_time},
    {"时间表", Question::five_timetable},
    {"timetable", Question::five_timetable},
    {"board paper", Question::bantcc_time},
    {"采购流程", Question::five_purchasing_body},
    {"牵头", Question::five_purchasing_body},
    {"purchasing leads", Question::five_purchasing_body},
    {"痛点", Question::bantcc_need},
};

// What one of us does. A line that begins with a day to come and one of these is a task.
inline constexpr std::string_view deeds[] = {
    "给",    "把",   "请",   "约",     "带",     "发",    "做",      "送",      "交",   "安排", "准备",  "拜访",      "去",     "回",
    "陪",    "邀",   "整理", "出",     "报",     "跟",    "和",      "再",      "send", "give", "call",  "visit",     "ask",    "prepare",
    "bring", "meet", "show", "invite", "follow", "write", "arrange", "deliver", "get",  "book", "draft", "introduce", "present"};
inline constexpr std::string_view promises[] = {"我们答应",   "我答应",  "答应给", "答应他", "答应她", "we promised",
                                                "i promised", "we will", "i will", "i'll",   "we'll"};
inline constexpr std::string_view hearsay[] = {"听说", "据说", "传言", "heard that", "rumour", "rumor"};
inline constexpr std::string_view guesses[] = {"估计",  "可能",    "好像",     "应该是", "大概",    "看样子",
                                               "maybe", "perhaps", "probably", "seems",  "i think", "might"};
inline constexpr std::string_view says[] = {"说", "讲", "告诉", "透露", "提到", "表示", "said", "says", "told", "mentioned"};

}  // namespace compass::note
