#include "codec/typed_person.h"

#include "codec/typed_input.h"
#include "model/text.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace compass {
namespace {

constexpr std::size_t line_length_at_most = 400;  // code points

struct Known {
    std::string_view word;
    TypedPart part;
    int value;
    bool assumed = false;
};

constexpr int role(Role one) { return static_cast<int>(one); }
constexpr int no_support = 9;

constexpr Known known_words[] = {
    {"eb", TypedPart::role, role(Role::economic_final), true},
    {"决策者", TypedPart::role, role(Role::economic_final), true},
    {"economic buyer", TypedPart::role, role(Role::economic_final), true},
    {"最终决策", TypedPart::role, role(Role::economic_final)},
    {"最终决策者", TypedPart::role, role(Role::economic_final)},
    {"拍板人", TypedPart::role, role(Role::economic_final)},
    {"final decision", TypedPart::role, role(Role::economic_final)},
    {"建议决策", TypedPart::role, role(Role::economic_proposing)},
    {"建议决策者", TypedPart::role, role(Role::economic_proposing)},
    {"proposes the decision", TypedPart::role, role(Role::economic_proposing)},
    {"ub", TypedPart::role, role(Role::user_hands_on), true},
    {"使用者", TypedPart::role, role(Role::user_hands_on), true},
    {"user", TypedPart::role, role(Role::user_hands_on), true},
    {"直接使用", TypedPart::role, role(Role::user_hands_on)},
    {"直接使用者", TypedPart::role, role(Role::user_hands_on)},
    {"hands-on user", TypedPart::role, role(Role::user_hands_on)},
    {"应用受益", TypedPart::role, role(Role::user_in_charge)},
    {"应用受益者", TypedPart::role, role(Role::user_in_charge)},
    {"answers for users", TypedPart::role, role(Role::user_in_charge)},
    {"tb", TypedPart::role, role(Role::technical_standards), true},
    {"技术把关", TypedPart::role, role(Role::technical_standards), true},
    {"技术把关者", TypedPart::role, role(Role::technical_standards), true},
    {"gatekeeper", TypedPart::role, role(Role::technical_standards), true},
    {"标准把关", TypedPart::role, role(Role::technical_standards)},
    {"standards gatekeeper", TypedPart::role, role(Role::technical_standards)},
    {"预算支持", TypedPart::role, role(Role::technical_budget)},
    {"budget gatekeeper", TypedPart::role, role(Role::technical_budget)},
    {"流程审批", TypedPart::role, role(Role::technical_procedure)},
    {"procedure gatekeeper", TypedPart::role, role(Role::technical_procedure)},
    {"教练", TypedPart::role, role(Role::coach_guide), true},
    {"coach", TypedPart::role, role(Role::coach_guide), true},
    {"指导教练", TypedPart::role, role(Role::coach_guide)},
    {"guiding coach", TypedPart::role, role(Role::coach_guide)},
    {"内部倡导", TypedPart::role, role(Role::coach_advocate)},
    {"inside advocate", TypedPart::role, role(Role::coach_advocate)},
    {"advocate", TypedPart::role, role(Role::coach_advocate)},
    {"kdm", TypedPart::person_class, static_cast<int>(PersonClass::kdm)},
    {"关键决策人", TypedPart::person_class, static_cast<int>(PersonClass::kdm)},
    {"ki", TypedPart::person_class, static_cast<int>(PersonClass::ki)},
    {"关键影响者", TypedPart::person_class, static_cast<int>(PersonClass::ki)},
    {"ku", TypedPart::person_class, static_cast<int>(PersonClass::ku)},
    {"关键使用者", TypedPart::person_class, static_cast<int>(PersonClass::ku)},
    {"高", TypedPart::influence, static_cast<int>(Degree::high)},
    {"大", TypedPart::influence, static_cast<int>(Degree::high)},
    {"影响高", TypedPart::influence, static_cast<int>(Degree::high)},
    {"影响大", TypedPart::influence, static_cast<int>(Degree::high)},
    {"high", TypedPart::influence, static_cast<int>(Degree::high)},
    {"high influence", TypedPart::influence, static_cast<int>(Degree::high)},
    {"中", TypedPart::influence, static_cast<int>(Degree::medium)},
    {"影响中", TypedPart::influence, static_cast<int>(Degree::medium)},
    {"medium", TypedPart::influence, static_cast<int>(Degree::medium)},
    {"medium influence", TypedPart::influence, static_cast<int>(Degree::medium)},
    {"低", TypedPart::influence, static_cast<int>(Degree::low)},
    {"小", TypedPart::influence, static_cast<int>(Degree::low)},
    {"影响低", TypedPart::influence, static_cast<int>(Degree::low)},
    {"影响小", TypedPart::influence, static_cast<int>(Degree::low)},
    {"low", TypedPart::influence, static_cast<int>(Degree::low)},
    {"low influence", TypedPart::influence, static_cast<int>(Degree::low)},
    {"参与高", TypedPart::participation, static_cast<int>(Degree::high)},
    {"参与多", TypedPart::participation, static_cast<int>(Degree::high)},
    {"participation high", TypedPart::participation, static_cast<int>(Degree::high)},
    {"参与中", TypedPart::participation, static_cast<int>(Degree::medium)},
    {"participation medium", TypedPart::participation, static_cast<int>(Degree::medium)},
    {"参与低", TypedPart::participation, static_cast<int>(Degree::low)},
    {"参与少", TypedPart::participation, static_cast<int>(Degree::low)},
    {"participation low", TypedPart::participation, static_cast<int>(Degree::low)},
    {"如虎添翼", TypedPart::attitude, static_cast<int>(Attitude::growth)},
    {"growth", TypedPart::attitude, static_cast<int>(Attitude::growth)},
    {"亡羊补牢", TypedPart::attitude, static_cast<int>(Attitude::trouble)},
    {"trouble", TypedPart::attitude, static_cast<int>(Attitude::trouble)},
    {"我行我素", TypedPart::attitude, static_cast<int>(Attitude::even_keel)},
    {"even keel", TypedPart::attitude, static_cast<int>(Attitude::even_keel)},
    {"班门弄斧", TypedPart::attitude, static_cast<int>(Attitude::overconfident)},
    {"overconfident", TypedPart::attitude, static_cast<int>(Attitude::overconfident)},
    {"0", TypedPart::support, 0},
    {"中立", TypedPart::support, 0},
    {"neutral", TypedPart::support, 0},
    {"热情拥护", TypedPart::support, 5},
    {"大力支持", TypedPart::support, 4},
    {"支持", TypedPart::support, 3},
    {"supports us", TypedPart::support, 3},
    {"有兴趣", TypedPart::support, 2},
    {"interested", TypedPart::support, 2},
    {"认可", TypedPart::support, 1},
    {"不感兴趣", TypedPart::support, -1},
    {"负面评价", TypedPart::support, -2},
    {"抗拒", TypedPart::support, -4},
    {"支持对手", TypedPart::support, -5},
    {"?", TypedPart::support, no_support},
    {"不知道", TypedPart::support, no_support},
    {"unknown", TypedPart::support, no_support},
};
constexpr std::size_t words_of_a_known_one = 3;

// "+2", "-3"; "支持+2" and "support +2" as well.
std::optional<Known> signed_support(std::string_view plain) {
    for (const std::string_view before : {"支持度", "支持", "support"}) {
        if (!plain.starts_with(before)) continue;
        plain = trimmed(plain.substr(before.size()));
        break;
    }
    if (plain.size() != 2 || (plain[0] != '+' && plain[0] != '-') || plain[1] < '0' || plain[1] > '5') return std::nullopt;
    const int value = plain[1] - '0';
    return Known{"", TypedPart::support, plain[0] == '-' ? -value : value};
}

std::optional<Known> known(std::string_view words) {
    const std::string plain = plainly_written(words);
    const auto found = std::find_if(std::begin(known_words), std::end(known_words), [&](const Known& one) { return one.word == plain; });
    return found != std::end(known_words) ? std::optional(*found) : signed_support(plain);
}

// Neither a name nor a title: numbers and signs alone.
bool says_nothing(std::string_view words) {
    const std::string plain = plainly_written(words);
    const bool numeric = std::all_of(plain.begin(), plain.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }) &&
                         std::none_of(plain.begin(), plain.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return numeric || plain.starts_with("+") || plain.starts_with("-");
}

bool is_latin(std::string_view word) {
    return !word.empty() && (static_cast<unsigned char>(word.front()) < 0xE0);  // CJK characters have three bytes
}

// What is between blanks of any width, as typed.
std::vector<std::string_view> blank_separated(std::string_view field) {
    static constexpr std::string_view blanks[] = {" ", "\u3000", "\u00A0", "(", ")", "\uFF08", "\uFF09"};
    std::vector<std::string_view> words;
    std::size_t start = 0, at = 0;
    const auto end_word = [&] {
        if (at > start) words.push_back(field.substr(start, at - start));
    };
    while (at < field.size()) {
        std::size_t blank = 0;
        for (const std::string_view one : blanks) {
            if (field.substr(at).starts_with(one)) blank = one.size();
        }
        if (blank == 0) {
            ++at;
            continue;
        }
        end_word();
        at += blank, start = at;
    }
    end_word();
    return words;
}

std::vector<std::string_view> comma_separated(std::string_view line) {
    static constexpr std::string_view separators[] = {",", ";", "\t", "|", "\uFF0C", "\uFF1B", "\u3001", "\n", "\r"};
    std::vector<std::string_view> fields;
    std::size_t start = 0, at = 0;
    while (at <= line.size()) {
        std::size_t skip = at == line.size() ? 1 : 0;
        for (const std::string_view one : separators) {
            if (line.substr(at).starts_with(one)) skip = one.size();
        }
        if (skip == 0) {
            ++at;
            continue;
        }
        if (at > start) fields.push_back(line.substr(start, at - start));
        at += skip, start = at;
    }
    return fields;
}

class PersonLineReader {
  public:
    void field(std::string_view text, bool whole) {
        const std::vector<std::string_view> words = blank_separated(text);
        std::vector<std::string_view> rest;
        // "Power User" is a title, though "user" alone is a role.
        if (whole && !words.empty() && is_latin(words.front()) && !all_known(words))
            return says_nothing(words.front()) ? void(put(TypedPart::unread, joined(words, 0, words.size())))
                                               : text_part(joined(words, 0, words.size()), false);
        for (std::size_t at = 0; at < words.size();) {
            std::size_t taken = known_run(words, at);
            if (taken > 0) {
                const std::string_view run = together(words[at], words[at + taken - 1]);
                take(*known(run), run);
            }
            if (taken == 0 && take_compound(words[at])) taken = 1;
            if (taken == 0 && says_nothing(words[at])) put(TypedPart::unread, words[at]), taken = 1;
            if (taken == 0) rest.push_back(words[at]), taken = 1;
            at += taken;
        }
        if (rest.empty()) return;
        const std::size_t name_words = is_latin(rest.front()) ? (whole ? rest.size() : std::min<std::size_t>(2, rest.size())) : 1;
        const bool split = result_.person.name.empty() && rest.size() > name_words;
        if (!split) return text_part(joined(rest, 0, rest.size()), false);
        text_part(joined(rest, 0, name_words), is_latin(rest.front()));
        text_part(joined(rest, name_words, rest.size()), is_latin(rest.front()));
    }

    TypedPerson result() && {
        std::stable_sort(result_.parts.begin(), result_.parts.end(),
                         [](const TypedWords& a, const TypedWords& b) { return a.part < b.part; });
        return std::move(result_);
    }

  private:
    static std::string_view together(std::string_view first, std::string_view last) {
        return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
    }
    static std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
        std::string text;
        for (std::size_t i = from; i < to; ++i) {
            if (!text.empty()) text += ' ';
            text += words[i];
        }
        return text;
    }
    // From `at` on, how many words are a known one together, the longest run first; 0 = none.
    static std::size_t known_run(const std::vector<std::string_view>& words, std::size_t at) {
        std::size_t count = std::min(words_of_a_known_one, words.size() - at);
        while (count > 0 && !known(together(words[at], words[at + count - 1]))) --count;
        return count;
    }
    static bool all_known(const std::vector<std::string_view>& words) {
        std::size_t at = 0;
        while (at < words.size()) {
            const std::size_t run = known_run(words, at);
            if (run == 0 && words[at].find('/') == std::string_view::npos) return false;
            at += std::max<std::size_t>(1, run);
        }
        return true;
    }
    TypedWords& put(TypedPart part, std::string_view words, bool assumed = false) {
        return result_.parts.emplace_back(TypedWords{part, std::string(words), assumed});
    }
    // "EB/UB": each of them is known.
    bool take_compound(std::string_view word) {
        std::vector<std::string_view> pieces;
        for (std::string_view rest = word; !rest.empty();) {
            const std::size_t end = std::min(rest.find('/'), rest.size());
            pieces.push_back(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        if (pieces.size() < 2 || !std::all_of(pieces.begin(), pieces.end(), [](std::string_view one) { return known(one).has_value(); }))
            return false;
        for (const std::string_view piece : pieces) take(*known(piece), piece);
        return true;
    }
    void take(const Known& one, std::string_view words) {
        Person& person = result_.person;
        const bool again = one.part != TypedPart::role && said_[static_cast<std::size_t>(one.part)];
        if (again) {
            put(TypedPart::unread, words);
            return;
        }
        said_[static_cast<std::size_t>(one.part)] = true;
        TypedWords& part = put(one.part, words, one.assumed);
        if (one.part == TypedPart::role) {
            part.role = static_cast<Role>(one.value);
            if (std::find(person.roles.begin(), person.roles.end(), part.role) == person.roles.end()) person.roles.push_back(part.role);
        }
        if (one.part == TypedPart::person_class) person.person_class = static_cast<PersonClass>(one.value);
        if (one.part == TypedPart::influence) person.influence = static_cast<Degree>(one.value);
        if (one.part == TypedPart::participation) person.participation = static_cast<Degree>(one.value);
        if (one.part == TypedPart::attitude) person.attitude = static_cast<Attitude>(one.value);
        if (one.part == TypedPart::support && one.value != no_support) person.support = one.value;
    }
    void text_part(const std::string& words, bool assumed) {
        Person& person = result_.person;
        if (person.name.empty())
            person.name = words, put(TypedPart::name, words, assumed);
        else if (person.title.empty())
            person.title = words, put(TypedPart::title, words, assumed);
        else if (person.department.empty())
            person.department = words, put(TypedPart::department, words);
        else
            put(TypedPart::unread, words);
    }

    TypedPerson result_;
    std::array<bool, static_cast<std::size_t>(TypedPart::unread) + 1> said_{};
};

// Well-formed UTF-8 of limited length, in one line of visible characters.
std::string sound_line(std::string_view line) {
    std::string text;
    std::size_t length = 0;
    for (std::size_t at = 0; at < line.size() && length < line_length_at_most; ++length) {
        const std::size_t bytes = std::max<std::size_t>(1, code_point_bytes(line.substr(at)));
        const std::string_view here = line.substr(at, bytes);
        const bool good = code_point_bytes(here) > 0, separates = here == "\t" || here == "\n" || here == "\r";
        if (good && (separates || !has_control_character(here, false))) text += here;
        at += bytes;
    }
    return without_invisible(text);
}

}  // namespace

TypedPerson read_typed_person(std::string_view line) {
    const std::string text = sound_line(line);
    const std::vector<std::string_view> fields = comma_separated(text);
    PersonLineReader reader;
    for (const std::string_view field : fields) reader.field(field, fields.size() > 1);
    return std::move(reader).result();
}

}  // namespace compass
