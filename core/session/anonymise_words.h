// Words by which names are told from other words, in both languages. Known only to what makes copies anonymous.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace compass::anonymity {

template <std::size_t count>
bool is_one_of(const std::string_view (&words)[count], std::string_view word) {
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// What is said of a person after the surname; the longer ones first.
inline constexpr std::string_view titles[] = {
    "副总经理", "总工程师", "副总工程师", "副董事长", "总会计师", "项目经理", "客户经理", "董事长", "总经理", "副总裁", "副总工",
    "副经理",   "副部长",   "副主任",     "副处长",   "副科长",   "副院长",   "副局长",   "副厂长", "副书记", "副校长", "工程师",
    "总裁",     "总监",     "总工",       "副总",     "董事",     "部长",     "主任",     "处长",   "科长",   "院长",   "局长",
    "厂长",     "经理",     "主管",       "书记",     "校长",     "所长",     "站长",     "队长",   "班长",   "组长",   "课长",
    "区长",     "市长",     "会计",       "老师",     "值长",     "教授",     "博士",     "医生",   "律师",   "秘书",   "先生",
    "女士",     "小姐",     "师傅",       "老板",     "哥",       "姐"};
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

// Characters of names, titles and of what is said of people, as they are written elsewhere, and the same in short forms.
inline constexpr std::string_view traditional =
    "張陳劉楊黃趙吳孫馬鄭馮韓許鄧蕭葉蘇呂盧鍾鐘譚陸賈鄒龍萬錢嚴賴龔湯喬賀顧蘭單畢聶齊莊羅謝蔣閻韋龐顏魯範餘於閔應關連鄺駱麥車總經長師處廠"
    "書記會計監務區隊組課員醫學國華偉麗軍傑強曉濤潔靜鵬輝飛東寧艷鳳寶貴榮義興慶誠陽雲瑋瑩瓊蓮鋒銳銘鋼鐵劍勳澤潤淵濱靈煒煥愛獻禮維綱紅純緣"
    "聰藝語誼謙賢躍達遠業電氣團機藥歐諸聞夢歡權爾豐發嵐嶺棟樑漢競筆藍賓賽頴穎驍駿鴻鵑齡談說講問對與給讓請見認為覺擔議確訴討論絕復責簽點頭"
    "過帶約來還沒將從們這個臨嶽裝備讚";
inline constexpr std::string_view simplified =
    "张陈刘杨黄赵吴孙马郑冯韩许邓萧叶苏吕卢钟钟谭陆贾邹龙万钱严赖龚汤乔贺顾兰单毕聂齐庄罗谢蒋阎韦庞颜鲁范余于闵应关连邝骆麦车总经长师处厂"
    "书记会计监务区队组课员医学国华伟丽军杰强晓涛洁静鹏辉飞东宁艳凤宝贵荣义兴庆诚阳云玮莹琼莲锋锐铭钢铁剑勋泽润渊滨灵炜焕爱献礼维纲红纯缘"
    "聪艺语谊谦贤跃达远业电气团机药欧诸闻梦欢权尔丰发岚岭栋梁汉竞笔蓝宾赛颖颖骁骏鸿鹃龄谈说讲问对与给让请见认为觉担议确诉讨论绝复责签点头"
    "过带约来还没将从们这个临岳装备赞";
// Surnames that are rarely anything else, and those that are words, too: 方案, 高层, 周一.
inline constexpr std::string_view surnames =
    "王李张刘陈杨黄赵吴徐孙朱胡郭林罗郑梁谢宋唐韩冯邓曹彭肖萧田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭汪廖贾韦邹孟熊秦邱丘尹薛闫阎侯龙陶黎贺"
    "郝龚邵覃戴孔汤樊葛邢乔伍庞颜倪聂鲁岳翟殷詹欧耿焦俞柳祝阮柯梅童裴霍涂冉靳鲍卜滕邬臧喻骆郎佟娄晏鄢邝窦麦桂岑褚祁宫闵隋尤仇宗栾荆蒲屠卞"
    "寇巩缪嵇芮羿储汲邴糜缑亓阚敖郜蔺粟厉戚鄂荀晁麻冼谌瞿佘郁甄甯虞洪郗狄蒙柏逄訾郏郇昝庾桑佴栗逯肇";
inline constexpr std::string_view surnames_and_words =
    "何马高程任石金方付傅白江段雷史万钱文向温牛安易关左包宁符单季成曲盛蓝路管于周余许武康施申毕纪尚顾严毛曾范齐陆庄莫游谷柴夏苗兰舒辛凌甘"
    "常时应全强房古水云计项解池景束幸花连习党牧利阴支艾容翁车宣占查楼练揭谈闻沙籍咸";
inline constexpr std::string_view double_surnames[] = {"欧阳", "上官", "司马", "诸葛", "东方", "皇甫", "尉迟", "公孙", "令狐", "慕容",
                                                       "司徒", "夏侯", "司空", "端木", "百里", "东郭", "南宫", "西门", "独孤", "长孙",
                                                       "宇文", "钟离", "轩辕", "澹台", "闻人", "赫连", "申屠", "公冶", "公羊", "淳于",
                                                       "单于", "太叔", "仲孙", "呼延", "鲜于", "闾丘", "濮阳", "拓跋", "第五"};
// Those of them that mean something else on their own.
inline constexpr std::string_view double_surnames_and_words[] = {"东方", "百里", "西门", "长孙", "第五", "单于"};
// What given names are made of, without what prose is made of.
inline constexpr std::string_view given_characters =
    "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂玉华文建国志红春梅海燕鹏辉玲飞雪晓东宁波林峰斌浩宇轩博涵子梓欣怡雨思佳嘉俊凯龙云翔天"
    "诺晨阳光旭永福德胜学才武新利清彬富顺良兴荣贵生义元民仁忠诚厚和善家祥瑞庆吉昌盛康乐成立寿铁柱钢锁栓根柏松柳树森桐楠枫槐榕杉彤丹青蓝紫"
    "黛翠碧雯霖霏露霜雷震星辰亮晴晶莹瑶琳琪琦珊珍珠玥珂瑾瑜璐璇璟珏珺琼瑛琰莲荷菊竹莉莎茜茹萍蓉蓓蕾薇芸芬芝芮苗茂菲萌婷婕婉媛媚嫣娇姗姣娅"
    "妍妮姝娴倩伶俐佩侠依仪伊佑伯仲冠冬冰凌凤凡剑勋勤北南卫卓叶君启哲唐喜圆坚坤培基堂夏奇奕婧孝宏宗宪宝宾寒寅尔尚山岚岩岭峻峥崇川帆帅希弘"
    "彦彪征忆念怀恒恩悦惠慧慈扬承振捷政敦斐旋旺昆昊昕映昭晋晖智曦书朋朗栋梁棋楚榆欢歌正毅汉江沁沛河泉泽洁洪津润淑淳渊源溪滨潇澄澜灵炎炜炳"
    "炫烁焕然煜照熙爱牧献甜登皓益盈盼真睿硕礼祖祺禄禹秋程章童竞笑笛筠素纯纲绍维缘群羽耀聪育腾舒航艺若苏荃荔萱蔚虎虹蝶衡裕诗语谊谦豪贝贤越"
    "跃轶达远逸邦郁金鑫钊钧铃铎铭锋锐锦镇闻陶隽雁雄雅霁韬韵韶颂颖馨香驰骁骏魁鸣鸿鹃鹤鹰麒麟黎默齐三四五财妹娃长广延景";
// What they are not made of.
inline constexpr std::string_view no_given_characters =
    "的了在是不有个这那我你他她它们么说讲问要会可以和与跟对向把被让给从到为等就也还都又再很最更将已没无只每各些几其此该多少上下里外前后内"
    "时年月日号期点元万亿两次人方面部门厂公司总经理主任处局院科室标价款案项目表单据合同体股间品度量";
// Surname and given characters, and yet a word.
inline constexpr std::string_view no_people[] = {
    "解锁", "张才", "小时", "小单", "小计", "小程", "周三", "周四", "周五", "高峰", "文明", "安康", "金华", "白天", "方圆", "成立",
    "关爱", "江南", "江北", "武汉", "康乐", "石林", "高新", "温和", "安静", "安宁", "常平", "全新", "全国", "全天", "于天", "应天",
    "夏天", "许昌", "马达", "高达", "高兴", "高铁", "成林", "成书", "成家", "成长", "云南", "水利", "水源", "水龙", "水平", "水文",
    "江东", "江苏", "江山", "金山", "金星", "金龙", "金元", "石英", "石家", "时光", "单元", "单子", "管子", "管家", "包子", "钱财",
    "严正", "严明", "严寒", "毛利", "文书", "文章", "文学", "解乐", "路程", "路基", "路灵", "连云", "支承", "支柱", "支书", "计达",
    "古书", "房子", "房东", "向东", "向南", "向北", "向阳", "齐平", "顾家", "何维", "车子", "车龙", "桂林", "沙子", "林子", "梅雨",
    "龙岩", "龙江", "孔子", "孟子", "王子", "李子", "刘海", "黄金", "黄河", "黄海", "黄山", "成龙", "强震", "幸福", "利益", "利达",
    "利和", "钟山", "唐山", "苏北", "洪山", "车长", "成才", "成群", "成真", "段长", "安达", "安庆", "查明", "查清", "谈成", "全长",
    "高长", "周长", "房建", "项新", "柳州", "桂花", "林业", "童年", "陶瓷", "蒙古"};
// Behind these somebody may be named, besides the beginning of a clause: 跟, 见了, 部长, 昨天.
inline constexpr std::string_view before_people =
    "和跟与及同或找见由问请给被让是叫说对向约陪带催托等访了过到系长理任监师记员天午晚的中来后表者";
// Words that end in such a surname: 工程主管 is not somebody called 程.
inline constexpr std::string_view words_with_surnames[] = {"工程", "流程", "过程", "双方", "对方", "厂方", "甲方", "乙方", "我方", "各方",
                                                           "分管", "主管", "现任", "担任", "兼任", "时任", "新任", "前任", "升任", "接任",
                                                           "出任", "安全", "完全", "供应", "相关", "有关", "海关", "企管", "最高"};
// What people do, and what may follow their names as well as many others.
inline constexpr std::string_view doings[] = {"说",   "讲",   "问",   "答",   "表示", "反对", "同意", "不同意", "支持",   "认为", "觉得",
                                              "担心", "希望", "建议", "承诺", "答应", "拒绝", "确认", "告诉",   "透露",   "提出", "提到",
                                              "强调", "坚持", "回复", "转告", "介绍", "签字", "拍板", "点头",   "负责",   "主张", "先生",
                                              "女士", "怀疑", "抱怨", "要求", "催",   "赞成", "默许", "来电",   "打电话", "带队", "牵头",
                                              "出面", "点名", "松口", "谈",   "聊",   "否决", "否了", "约我",   "约了"};
inline constexpr std::string_view behind_people =
    "的和跟与及在不也已没都还要想会来去是把对将让给拿带只才又先再就有被从刚约见签最很更太挺真";

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

// What it does, behind what it alone is called.
inline constexpr std::string_view trades[] = {"化工",
                                              "装备",
                                              "水泥",
                                              "乳业",
                                              "轮胎",
                                              "热电",
                                              "制药",
                                              "药业",
                                              "纸业",
                                              "铝业",
                                              "港口",
                                              "食品",
                                              "玻璃",
                                              "轨道",
                                              "车辆",
                                              "汽车",
                                              "部件",
                                              "汽配",
                                              "水务",
                                              "钢铁",
                                              "半导体",
                                              "医院",
                                              "化纤",
                                              "物流",
                                              "电池",
                                              "酿酒",
                                              "酒业",
                                              "科技",
                                              "技术",
                                              "电气",
                                              "电力",
                                              "电子",
                                              "能源",
                                              "电器",
                                              "机械",
                                              "重工",
                                              "工业",
                                              "实业",
                                              "制造",
                                              "材料",
                                              "建材",
                                              "矿业",
                                              "煤业",
                                              "石化",
                                              "石油",
                                              "燃气",
                                              "环保",
                                              "环境",
                                              "智能",
                                              "信息",
                                              "软件",
                                              "网络",
                                              "通信",
                                              "数据",
                                              "自动化",
                                              "仪表",
                                              "控制",
                                              "设备",
                                              "工程",
                                              "建设",
                                              "建筑",
                                              "地产",
                                              "置业",
                                              "投资",
                                              "贸易",
                                              "商贸",
                                              "纺织",
                                              "服装",
                                              "家居",
                                              "家电",
                                              "饮料",
                                              "农业",
                                              "牧业",
                                              "生物",
                                              "医疗",
                                              "医药",
                                              "银行",
                                              "保险",
                                              "证券",
                                              "航空",
                                              "航运",
                                              "海运",
                                              "船舶",
                                              "铁路",
                                              "铜业",
                                              "锂业",
                                              "新能源",
                                              "光伏",
                                              "风电",
                                              "动力",
                                              "精密",
                                              "模具",
                                              "塑料",
                                              "橡胶",
                                              "包装",
                                              "印刷",
                                              "股份",
                                              "控股",
                                              "国际",
                                              "教育",
                                              "传媒",
                                              "文化",
                                              "大学",
                                              "学院",
                                              " Technologies",
                                              " Technology",
                                              " Tech",
                                              " Industries",
                                              " Industrial",
                                              " Systems",
                                              " Solutions",
                                              " Services",
                                              " Software",
                                              " Controls",
                                              " Control",
                                              " Automation",
                                              " Instruments",
                                              " Electronics",
                                              " Electric",
                                              " Energy",
                                              " Power",
                                              " Chemical",
                                              " Chemicals",
                                              " Pharma",
                                              " Pharmaceuticals",
                                              " Steel",
                                              " Cement",
                                              " Dairy",
                                              " Tyre",
                                              " Tyres",
                                              " Heat",
                                              " Paper",
                                              " Aluminium",
                                              " Aluminum",
                                              " Port",
                                              " Foods",
                                              " Food",
                                              " Glass",
                                              " Water",
                                              " Semiconductor",
                                              " Semiconductors",
                                              " Hospital",
                                              " Fibre",
                                              " Logistics",
                                              " Battery",
                                              " Batteries",
                                              " Distillery",
                                              " Parts",
                                              " Auto",
                                              " Automotive",
                                              " Motors",
                                              " Engineering",
                                              " Machinery",
                                              " Manufacturing",
                                              " Materials",
                                              " Mining",
                                              " Petroleum",
                                              " Oil",
                                              " Gas",
                                              " Rail",
                                              " Rolling",
                                              " Stock",
                                              " Bank",
                                              " Insurance",
                                              " International",
                                              " Global",
                                              " Partners",
                                              " Consulting",
                                              " University",
                                              " &",
                                              " and"};
// What many companies are called, and what is said of other things.
inline constexpr std::string_view places[] = {
    "交通", "工商", "发展", "和平", "希望",   "胜利", "平安",   "创新", "中国", "中华",   "国家", "全国", "东方", "南方",   "北方",
    "西部", "东部", "中部", "华东", "华南",   "华北", "华中",   "东北", "西北", "西南",   "长江", "黄河", "珠江", "北京",   "上海",
    "天津", "重庆", "河北", "山西", "辽宁",   "吉林", "黑龙江", "江苏", "浙江", "安徽",   "福建", "江西", "山东", "河南",   "湖北",
    "湖南", "广东", "广西", "海南", "四川",   "贵州", "云南",   "西藏", "陕西", "甘肃",   "青海", "宁夏", "新疆", "内蒙古", "香港",
    "澳门", "台湾", "深圳", "广州", "南京",   "苏州", "无锡",   "杭州", "宁波", "合肥",   "武汉", "长沙", "成都", "西安",   "郑州",
    "济南", "青岛", "大连", "沈阳", "哈尔滨", "长春", "厦门",   "福州", "昆明", "石家庄", "太原", "南昌", "南宁", "贵阳",   "兰州",
    "现代", "第一", "第二", "联合", "先进",   "通用", "新型",   "高新", "绿色", "世界",   "环球", "城市", "人民", "中心"};

// What may stand where a name is asked for and is none.
inline constexpr std::string_view no_names[] = {
    "销售",   "售前",     "售后",  "经理",   "总经理",    "采购", "商务",    "技术", "客户",   "我们",     "我方",    "我",     "对手",
    "竞争者", "竞争对手", "厂家",  "供应商", "代理商",    "领导", "董事会",  "总裁", "董事长", "部长",     "主任",    "财务",   "总部",
    "全国",   "国内",     "海外",  "sales",  "presales",  "we",   "us",      "team", "rival",  "customer", "manager", "ceo",    "cfo",
    "board",  "director", "buyer", "owner",  "the board", "deal", "project", "unit", "tbd",    "n/a",      "none",    "unknown"};

// Words with a capital that are no names.
inline constexpr std::string_view common_words[] = {
    "The",         "This",        "That",        "They",        "There",      "Then",       "When",       "Where",       "What",
    "Who",         "Why",         "How",         "And",         "But",        "For",        "From",       "With",        "Our",
    "Their",       "His",         "Her",         "She",         "You",        "Your",       "Its",        "Not",         "One",
    "Two",         "All",         "New",         "Next",        "Last",       "First",      "After",      "Before",      "Will",
    "Would",       "Should",      "Could",       "Can",         "May",        "Monday",     "Tuesday",    "Wednesday",   "Thursday",
    "Friday",      "Saturday",    "Sunday",      "January",     "February",   "March",      "April",      "June",        "July",
    "August",      "September",   "October",     "November",    "December",   "Board",      "Budget",     "Finance",     "Director",
    "Manager",     "Head",        "Chief",       "Officer",     "Plant",      "Purchasing", "General",    "Managing",    "Vice",
    "President",   "Engineer",    "Department",  "Works",       "Council",    "Committee",  "Group",      "Supervisory", "Technical",
    "Procurement", "Engineering", "Equipment",   "Maintenance", "Production", "Quality",    "Operations", "Facilities",  "Workshop",
    "Process",     "Legal",       "Everyone",    "Everybody",   "Nobody",     "Somebody",   "Someone",    "Anyone",      "Only",
    "Both",        "Three",       "Four",        "Five",        "Six",        "Seven",      "Eight",      "Nine",        "Ten",
    "No",          "Yes",         "It",          "He",          "We",         "Is",         "If",         "In",          "On",
    "At",          "As",          "So",          "To",          "Of",         "By",         "Or",         "My",          "Each",
    "Some",        "Any",         "Most",        "Many",        "These",      "Those",      "Which",      "While",       "Also",
    "English",     "German",      "Chinese",     "French",      "Europe",     "European",   "China",      "Excel",       "Christmas",
    "Easter",      "Mon",         "Tue",         "Wed",         "Thu",        "Fri",        "Sat",        "Sun",         "Jan",
    "Feb",         "Mar",         "Apr",         "Jun",         "Jul",        "Aug",        "Sep",        "Sept",        "Oct",
    "Nov",         "Dec",         "Team",        "Management",  "Users",      "User",       "Operators",  "Accounting",  "Controlling",
    "Marketing",   "Research",    "Development", "Security",    "Safety",     "Energy",     "Ministry",   "University",  "Institute",
    "Dear",        "Thanks",      "Sales",       "Project",     "Customer",   "Deal",       "Mr",         "Mrs",         "Ms",
    "Dr"};

// What parts of names mean in small letters: "mark", "will"; and what two letters mean in any.
inline constexpr std::string_view words_too[] = {
    "ping",      "min",    "fang",    "wan",    "ran",    "pan",      "fan",      "gang",      "tan",
    "ban",       "can",    "bin",     "fin",    "hen",    "hung",     "hang",     "den",       "men",
    "pen",       "ten",    "chin",    "shin",   "tang",   "bang",     "ding",     "dong",      "wing",
    "gong",      "sang",   "sung",    "tong",   "lie",    "pin",      "sin",      "fun",       "run",
    "von",       "der",    "del",     "della",  "ter",    "bridge",   "bridges",  "marsh",     "rivers",
    "banker",    "story",  "bloom",   "gates",  "reader", "speaker",  "engineer", "manager",   "director",
    "christian", "angel",  "major",   "able",   "an",     "as",       "at",       "bank",      "baker",
    "ball",      "banks",  "barber",  "bell",   "best",   "big",      "bill",     "bird",      "black",
    "blue",      "bond",   "book",    "bright", "brown",  "bush",     "butler",   "carpenter", "carter",
    "case",      "chance", "chase",   "church", "clay",   "close",    "cook",     "cooper",    "cross",
    "dale",      "dawn",   "day",     "dean",   "do",     "drew",     "east",     "faith",     "farmer",
    "field",     "fields", "fish",    "fisher", "ford",   "forest",   "fox",      "frank",     "gardener",
    "general",   "gene",   "global",  "go",     "good",   "grace",    "grant",    "gray",      "great",
    "green",     "ground", "grove",   "guy",    "hall",   "hand",     "hart",     "he",        "heath",
    "hill",      "hills",  "holiday", "hope",   "hunt",   "hunter",   "if",       "in",        "international",
    "is",        "it",     "jack",    "joy",    "june",   "key",      "king",     "knight",    "lake",
    "lamb",      "land",   "lane",    "law",    "lee",    "less",     "little",   "long",      "love",
    "low",       "man",    "mark",    "mason",  "max",    "may",      "me",       "mercy",     "mill",
    "miles",     "mills",  "moon",    "moss",   "my",     "national", "new",      "nick",      "no",
    "noble",     "north",  "of",      "on",     "or",     "page",     "park",     "parks",     "pat",
    "pearl",     "penny",  "pierce",  "pool",   "pope",   "porter",   "potter",   "power",     "price",
    "prime",     "rain",   "ray",     "red",    "reed",   "rice",     "rich",     "ring",      "rob",
    "rock",      "rose",   "rush",    "sand",   "sharp",  "shepherd", "short",    "silver",    "singer",
    "small",     "smart",  "smith",   "snow",   "so",     "song",     "south",    "speed",     "spring",
    "star",      "stark",  "steel",   "stern",  "stone",  "strong",   "sue",      "summer",    "sun",
    "sure",      "swift",  "taylor",  "tech",   "the",    "to",       "tower",    "turner",    "united",
    "up",        "us",     "van",     "wall",   "walker", "ward",     "water",    "waters",    "way",
    "we",        "weaver", "wells",   "west",   "white",  "wild",     "will",     "wise",      "wolf",
    "wood",      "woods",  "yard",    "young"};
// What people do: who stands before is somebody, even at the beginning of a sentence.
inline constexpr std::string_view sayings[] = {"said",      "says",      "agreed",   "agrees",   "told",      "tells",   "called",
                                               "asked",     "asks",      "wants",    "wanted",   "thinks",    "thought", "believes",
                                               "confirmed", "confirms",  "promised", "signed",   "supported", "opposes", "opposed",
                                               "refused",   "refuses",   "insists",  "insisted", "wrote",     "replied", "answered",
                                               "mentioned", "suggested", "prefers",  "likes",    "doubted",   "warned"};

}  // namespace compass::anonymity
