// Words by which names are told from other words, in both languages. Known only to what makes copies anonymous.
#pragma once

#include <string_view>

namespace compass::anonymity {

// What is said of a person after the surname; the longer ones first.
inline constexpr std::string_view titles[] = {
    "副总经理", "总工程师", "副总工程师", "副董事长", "总会计师", "项目经理", "客户经理", "董事长", "总经理", "副总裁", "副总工", "副经理",
    "副部长",   "副主任",   "副处长",     "副科长",   "副院长",   "副局长",   "副厂长",   "副书记", "副校长", "工程师", "总裁",   "总监",
    "总工",     "副总",     "董事",       "部长",     "主任",     "处长",     "科长",     "院长",   "局长",   "厂长",   "经理",   "主管",
    "书记",     "校长",     "所长",       "站长",     "队长",     "班长",     "组长",     "课长",   "区长",   "市长",   "会计",   "老师",
    "教授",     "博士",     "医生",       "律师",     "秘书",     "先生",     "女士",     "小姐",   "师傅",   "老板",   "哥",     "姐"};
// Titles of one character, and what follows where it is none: 总部, 工作.
struct ShortTitle {
    std::string_view title, not_before;
};
inline constexpr ShortTitle short_titles[] = {{"总", "部是体结共量额算会"},
                                              {"工", "作程厂业艺期资人具"},
                                              {"董", "事"},
                                              {"部", "门分署件位队"},
                                              {"处", "理于在境"},
                                              {"科", "技学研室"},
                                              {"局", "面部势"},
                                              {"院", "校子内"},
                                              {"厂", "家房里区内"},
                                              {"老", "板师客"}};
inline constexpr std::string_view before_surname[] = {"\u8001", "\u5C0F", "\u963F"};  // 老 小 阿
inline constexpr std::string_view honorifics[] = {"Mr", "Mrs", "Ms", "Miss", "Dr", "Prof", "Herr", "Frau"};

inline constexpr std::string_view surnames =
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方"
    "白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘"
    "祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷曲盛冉翁蓝路游辛靳管柴鲍";
inline constexpr std::string_view double_surnames[] = {"欧阳", "上官", "司马", "诸葛", "东方", "皇甫",
                                                       "尉迟", "公孙", "令狐", "慕容", "司徒", "夏侯"};

// What an organisation is called besides its name; longer ones first.
inline constexpr std::string_view company_ends[] = {"集团股份有限公司",
                                                    "股份有限公司",
                                                    "有限责任公司",
                                                    "集团有限公司",
                                                    "科技有限公司",
                                                    "有限公司",
                                                    "股份公司",
                                                    "集团公司",
                                                    "总公司",
                                                    "分公司",
                                                    "公司",
                                                    "集团",
                                                    "股份",
                                                    "控股",
                                                    " Corporation",
                                                    " Company",
                                                    " Holdings",
                                                    " Limited",
                                                    " Group",
                                                    " GmbH",
                                                    " Corp.",
                                                    " Corp",
                                                    " Inc.",
                                                    " Inc",
                                                    " Ltd.",
                                                    " Ltd",
                                                    " LLC",
                                                    " PLC",
                                                    " Plc",
                                                    " AG",
                                                    " SE",
                                                    " SA",
                                                    " BV",
                                                    " Co.",
                                                    " Co"};

// What may stand where a name is asked for and is none.
inline constexpr std::string_view no_names[] = {
    "销售",   "售前",     "售后",  "经理",   "总经理",    "采购", "商务",    "技术", "客户",   "我们",     "我方",    "我",     "对手",
    "竞争者", "竞争对手", "厂家",  "供应商", "代理商",    "领导", "董事会",  "总裁", "董事长", "部长",     "主任",    "财务",   "总部",
    "全国",   "国内",     "海外",  "sales",  "presales",  "we",   "us",      "team", "rival",  "customer", "manager", "ceo",    "cfo",
    "board",  "director", "buyer", "owner",  "the board", "deal", "project", "unit", "tbd",    "n/a",      "none",    "unknown"};

// Words with a capital that are no names.
inline constexpr std::string_view common_words[] = {
    "The",       "This",        "That",      "They",      "There",      "Then",      "When",     "Where",     "What",       "Who",
    "Why",       "How",         "And",       "But",       "For",        "From",      "With",     "Our",       "Their",      "His",
    "Her",       "She",         "You",       "Your",      "Its",        "Not",       "One",      "Two",       "All",        "New",
    "Next",      "Last",        "First",     "After",     "Before",     "Will",      "Would",    "Should",    "Could",      "Can",
    "May",       "Monday",      "Tuesday",   "Wednesday", "Thursday",   "Friday",    "Saturday", "Sunday",    "January",    "February",
    "March",     "April",       "June",      "July",      "August",     "September", "October",  "November",  "December",   "Board",
    "Budget",    "Finance",     "Director",  "Manager",   "Head",       "Chief",     "Officer",  "Plant",     "Purchasing", "General",
    "Managing",  "Vice",        "President", "Engineer",  "Department", "Works",     "Council",  "Committee", "Group",      "Supervisory",
    "Technical", "Procurement", "Sales",     "Project",   "Customer",   "Deal",      "Mr",       "Mrs",       "Ms",         "Dr"};

}  // namespace compass::anonymity
