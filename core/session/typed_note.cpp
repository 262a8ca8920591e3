#include "session/typed_note.h"

#include "codec/typed_person.h"
#include "model/text.h"
#include "session/clean_text.h"
#include "session/note_letters.h"
#include "session/note_words.h"

#include <algorithm>
#include <array>

namespace compass {
namespace {

constexpr std::size_t note_lines_at_most = 100, note_line_length_at_most = 400;

template <class Words>
bool holds_any(const NoteLetters& line, const Words& words) {
    return std::any_of(std::begin(words), std::end(words), [&](std::string_view word) { return line.holds(word); });
}

bool is_negated(const NoteLetters& line) {
    static constexpr std::string_view words[] = {"没", "不", "未", "no", "not", "never", "don't", "doesn't", "isn't", "nobody"};
    return holds_any(line, words);
}

class NoteLineReader {
  public:
    NoteLineReader(std::string_view text, const NoteScene& scene) : scene_(scene), line_(text) { result_.typed = text; }

    VisitLine read() && {
        start_ = after_bullet();
        const NoteMention* first = read_mentions();
        read_certainty(first);
        const bool headed = read_heading();
        read_person(headed && result_.kind == LineKind::person);
        if (!headed) skip_name_before_colon();
        read_support(headed);
        const bool task = read_dates(headed && (result_.kind == LineKind::task || result_.kind == LineKind::event));
        read_sign();
        read_topic();
        if (!headed) choose_kind(task);
        if (result_.kind == LineKind::task) name_whom();
        result_.words = std::string(line_.bare({start_, line_.size()}));
        if (result_.kind == LineKind::support) result_.words = words_beside_rating();
        return std::move(result_);
    }

  private:
    // "- ", "• ", "1. ", "2、"
    std::size_t after_bullet() const {
        std::size_t i = line_.skip_separators(0);
        if ((line_[i] == '-' || line_[i] == '*' || line_[i] == 0x2022 || line_[i] == 0xB7) && line_[i + 1] == ' ')
            return line_.skip_separators(i + 1);
        std::size_t digits = i;
        while (is_digit_letter(line_[digits]) && digits < i + 2) ++digits;
        const bool point = line_[digits] == 0x3001 || line_[digits] == ')' || (line_[digits] == '.' && line_[digits + 1] == ' ');
        return digits > i && point ? line_.skip_separators(digits + 1) : i;
    }

    const NoteMention* read_mentions() {
        mentions_ = mentions(line_, scene_);
        const NoteMention* speaker = nullptr;
        for (const NoteMention& one : mentions_) {
            const bool speaks = one.span.at == start_ || line_[one.span.to] == ':' ||
                                std::any_of(std::begin(note::says), std::end(note::says), [&](std::string_view word) {
                                    return line_.after(line_[one.span.to] == ' ' ? one.span.to + 1 : one.span.to, word).has_value();
                                });
            if (speaks && !speaker) speaker = &one;
        }
        if (speaker)
            result_.who = speaker->person, result_.who_assumed = speaker->assumed;
        else if (scene_.met)
            result_.who = scene_.met;
        else if (!mentions_.empty())
            result_.who = mentions_.front().person, result_.who_assumed = true;
        return speaker;
    }

    void read_certainty(const NoteMention* speaker) {
        if (holds_any(line_, note::hearsay))
            result_.certainty = Certainty::unclear;
        else if (holds_any(line_, note::guesses) || (!speaker && !scene_.met))
            result_.certainty = Certainty::inferred;
    }

    std::optional<std::size_t> colon() const {
        for (std::size_t i = start_; i < std::min(line_.size(), start_ + 18); ++i)
            if (line_[i] == ':') return i;
        return std::nullopt;
    }

    void take(const note::Heading& heading, std::size_t to) {
        result_.kind = heading.kind;
        if (heading.axis >= 0) result_.axis = static_cast<Axis>(heading.axis);
        if (heading.level >= 0) result_.level = heading.level;
        if (heading.question >= 0) result_.question = static_cast<Question>(heading.question), result_.sense_assumed = heading.assumed;
        start_ = line_.skip_separators(to);
    }

    template <class Headings>
    bool take_heading_at(const Headings& all, std::optional<std::size_t> colon_at) {
        for (const note::Heading& heading : all) {
            const auto to = line_.after(start_, heading.word);
            if (!to) continue;
            if (colon_at ? line_.skip_separators(*to) > *colon_at && *to <= *colon_at : true) {
                take(heading, *to);
                return true;
            }
        }
        return false;
    }

    // "紧迫：…", "紧迫 → 紧急：…", "紧急：…"; without a colon an axis and its level.
    bool read_heading() {
        const std::optional<std::size_t> at = colon();
        const std::size_t begin = start_;
        if (at && (take_heading_at(note::headings, at) || take_heading_at(note::level_words, at))) {
            if (result_.axis && !result_.level) take_level_of(*result_.axis);
            return true;
        }
        for (const note::Heading& heading : note::headings) {
            if (heading.axis < 0) continue;
            const auto to = line_.after(begin, heading.word);
            if (!to || line_.skip_separators(*to) == *to) continue;
            start_ = line_.skip_separators(*to);
            if (take_level_of(static_cast<Axis>(heading.axis))) {
                result_.kind = LineKind::fact, result_.axis = static_cast<Axis>(heading.axis);
                return true;
            }
            start_ = begin;
        }
        return false;
    }

    // "活跃 → 紧急" is the second.
    bool take_level_of(Axis axis) {
        bool found = false;
        for (bool again = true; again;) {
            again = false;
            for (const note::Heading& heading : note::level_words) {
                const auto to = heading.axis == static_cast<int>(axis) ? line_.after(start_, heading.word) : std::nullopt;
                const char32_t next = to ? line_[*to] : U'\0';
                if (!to || (next != 0 && line_.skip_separators(*to) == *to)) continue;
                result_.level = heading.level;
                start_ = line_.skip_separators(*to), found = again = true;
                break;
            }
        }
        return found;
    }

    void skip_name_before_colon() {
        for (const NoteMention& one : mentions_)
            if (one.span.at == start_ && line_[one.span.to] == ':') start_ = line_.skip_separators(one.span.to);
    }

    void read_person(bool headed) {
        const TypedPerson typed = read_typed_person(line_.typed({start_, line_.size()}));
        result_.person = typed.person;
        const auto has = [&](TypedPart part) {
            return std::any_of(typed.parts.begin(), typed.parts.end(), [&](const TypedWords& words) { return words.part == part; });
        };
        const bool short_title = typed.person.title.size() <= 40 && typed.person.name.size() <= 40;
        looks_new_ = !headed && mentions_.empty() && has(TypedPart::name) && short_title && !has(TypedPart::unread) &&
                     (has(TypedPart::role) || has(TypedPart::person_class) || has(TypedPart::support));
    }

    // Beside one person alone: a number, or a word of the scale and nothing else.
    void read_support(bool headed) {
        if (const auto found = find_support(line_, start_)) {
            rating_ = found->span, result_.support = found->support;
        } else if (!mentions_.empty() && mentions_.front().span.at == start_) {
            const TypedPerson rest = read_typed_person(line_.bare({mentions_.front().span.to, line_.size()}));
            if (rest.parts.size() != 1 || rest.parts.front().part != TypedPart::support || !rest.person.support) return;
            rating_ = {mentions_.front().span.to, line_.size()}, result_.support = rest.person.support;
        }
        if (!rating_ || headed) return;
        // The one that stands nearest before it, else the first after it.
        const NoteMention* rated = nullptr;
        for (const NoteMention& one : mentions_)
            if (one.span.to <= rating_->at || !rated) rated = &one;
        if (!rated) return;
        rates_ = *rated;
        result_.who = rated->person, result_.who_assumed = rated->assumed;
    }

    // Past a day, and the word that says until then.
    std::size_t after_day(NoteSpan day) const {
        std::size_t to = day.to;
        for (const std::string_view word : {"之前", "以前", "前"})
            if (const auto end = line_.after(to, word)) {
                to = *end;
                break;
            }
        return line_.skip_separators(to);
    }

    bool is_deed(std::size_t at) const {
        return std::any_of(std::begin(note::deeds), std::end(note::deeds), [&](std::string_view word) { return line_.after(at, word); });
    }

    // Whether the line begins with a day to come and a deed, or promises. Of a day without a year the nearer one is meant.
    bool read_dates(bool ahead_counts) {
        const bool promised = holds_any(line_, note::promises);
        const std::optional<NoteDate> coming = find_date(line_, scene_.today, true), gone = find_date(line_, scene_.today, false);
        const bool leads = coming && coming->span.at == start_;
        const std::size_t next = leads ? after_day(coming->span) : start_;
        if (ahead_counts || promised || (coming && coming->date > scene_.today && is_deed(next))) {
            if (coming) result_.date = coming->date;
            start_ = next;
            return !ahead_counts;
        }
        result_.date = scene_.today;
        const bool past = gone && gone->span.at == start_ && gone->date <= scene_.today &&
                          (!coming || coming->date <= scene_.today || scene_.today - gone->date <= coming->date - scene_.today);
        if (!past) return false;
        result_.date = gone->date;
        start_ = line_.skip_separators(gone->span.to);
        return false;
    }

    void read_sign() {
        const NoteLetters rest(line_.typed({start_, line_.size()}));
        const std::vector<std::u32string> tokens = note_tokens(rest);
        const bool negated = is_negated(rest);
        double best = 0.49;
        const NoteSign* found = nullptr;
        for (const NoteSign& one : scene_.signs) {
            if (result_.axis && one.axis != *result_.axis) continue;
            std::size_t shared = 0;
            for (const std::u32string& token : one.tokens) shared += std::binary_search(tokens.begin(), tokens.end(), token);
            const double share = one.tokens.empty() ? 0 : static_cast<double>(shared) / static_cast<double>(one.tokens.size());
            if (shared >= 2 && share > best && (!result_.level || one.level == *result_.level)) best = share, found = &one;
        }
        if (!found) return;
        sign_share_ = best;
        result_.sign = found->id, result_.axis = found->axis;
        result_.sense_assumed = best < 0.999;
        const bool against = negated && !found->negated;
        if (against) result_.direction = Direction::against, result_.sense_assumed = true;
        const int claimed = level(scene_.deal.position.claimed, found->axis);
        if (!against && !result_.level && found->level != claimed) result_.level = found->level;
    }

    void read_topic() {
        if (result_.question) return;
        for (const note::Topic& topic : note::topics) {
            if (!line_.find(topic.word, start_)) continue;
            result_.question = topic.question;
            return;
        }
    }

    void choose_kind(bool task) {
        const bool sure_sign = !result_.sign.empty() && sign_share_ > 0.6;
        result_.kind_assumed = true;
        if (rates_ && result_.support)
            result_.kind = LineKind::support, result_.kind_assumed = false;
        else if (looks_new_)
            result_.kind = LineKind::person;
        else if (task)
            result_.kind = LineKind::task;
        else if (sure_sign || (!result_.sign.empty() && !result_.question))
            result_.kind = LineKind::fact, result_.kind_assumed = !sure_sign;
        else if (result_.question)
            result_.kind = LineKind::answer, result_.sense_assumed = true;
        else
            result_.kind_assumed = false;
    }

    // A task concerns whom it names, not who was met.
    void name_whom() {
        result_.who = mentions_.empty() ? scene_.met : mentions_.front().person;
        result_.who_assumed = !mentions_.empty() && mentions_.front().assumed;
    }

    std::string words_beside_rating() const {
        std::string words;
        std::size_t at = start_;
        std::array<NoteSpan, 2> left_out = {rates_ ? rates_->span : NoteSpan{start_, start_}, *rating_};
        if (left_out[0].at != start_) left_out[0] = {start_, start_};  // a name inside the words belongs to them
        for (const NoteSpan& span : left_out) {
            if (span.at < at) {
                at = std::max(at, span.to);
                continue;
            }
            const std::string_view part = line_.bare({at, span.at});
            if (!part.empty()) words += (words.empty() ? "" : " ") + std::string(part);
            at = span.to;
        }
        const std::string_view rest = line_.bare({at, line_.size()});
        if (!rest.empty()) words += (words.empty() ? "" : " ") + std::string(rest);
        return words;
    }

    const NoteScene& scene_;
    NoteLetters line_;
    VisitLine result_;
    std::vector<NoteMention> mentions_;
    std::optional<NoteMention> rates_;
    std::optional<NoteSpan> rating_;
    std::size_t start_ = 0;
    bool looks_new_ = false;
    double sign_share_ = 0;
};

// "陆副总 +2，沈主任 −1": each of them where each rates.
std::vector<std::string> ratings_apart(std::string_view text, const NoteScene& scene) {
    const NoteLetters line(text);
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= line.size(); ++i) {
        const bool ends = i == line.size() || line[i] == ',' || line[i] == ';' || line[i] == 0x3001 || line[i] == 0x3002;
        if (!ends) continue;
        const std::string part(line.bare({from, i}));
        from = i + 1;
        if (part.empty()) continue;
        const NoteLetters letters(part);
        if (!find_support(letters) || mentions(letters, scene).empty()) return {std::string(text)};
        parts.push_back(part);
    }
    return parts.size() > 1 ? parts : std::vector{std::string(text)};
}

}  // namespace

std::vector<NoteSign> note_signs(const Playbook& playbook) {
    std::vector<NoteSign> all;
    for (const Sign& sign : playbook.signs) {
        for (const std::string* text : {&sign.text.zh, &sign.text.en}) {
            const NoteLetters letters(*text);
            all.push_back({sign.id, sign.axis, sign.level, note_tokens(letters), is_negated(letters)});
        }
    }
    return all;
}

std::vector<VisitLine> read_note(std::string_view text, const NoteScene& scene) {
    std::vector<VisitLine> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line = clean_prose(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.empty()) continue;
        if (lines.size() >= note_lines_at_most || length_of(line) > note_line_length_at_most) {
            lines.emplace_back().typed = line;
            lines.back().words = line;
            continue;
        }
        for (const std::string& part : ratings_apart(line, scene)) lines.push_back(NoteLineReader(part, scene).read());
    }
    return lines;
}

}  // namespace compass
