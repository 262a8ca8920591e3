#include "codec/texts_apart.h"

#include "codec/builtin.h"
#include "codec/builtin_bare.h"
#include "phrases.h"

#include <algorithm>
#include <array>
#include <list>
#include <string_view>
#include <utility>
#include <vector>

namespace compass {
namespace {

struct Texts {
    std::list<std::string> kept;
    std::array<const char*, phrase_count> phrases = {};
    std::vector<const char*> of_bare = std::vector<const char*>(bare_text_count);  // as they stand in JSON
    const char* names = "";
    std::string_view cases;  // id, text, id, text …, each ended by a zero byte
};

Texts& texts_of(Language language) {
    static Texts chinese, english;
    return language == Language::zh ? chinese : english;
}

// The part up to the next zero byte, which is left behind.
std::string_view next_piece(std::string_view& rest) {
    const std::string_view piece = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(piece.size() + 1);
    return piece;
}

const char* piece_of(std::string_view& rest, const char* before) {
    const std::string_view piece = next_piece(rest);
    return piece.empty() ? before : piece.data();
}

// Until a text is there that of the other language stands in its place, or what no user ever sees: the page opens with all of them.
std::string with_texts(std::string_view bare, std::size_t at) {
    std::string json;
    for (std::size_t end; (end = bare.find('\1')) != std::string_view::npos; ++at) {
        const char* chinese = texts_of(Language::zh).of_bare[at];
        const char* english = texts_of(Language::en).of_bare[at];
        if (!chinese) chinese = english ? english : "\u2026";
        if (!english) english = chinese;
        json.append(bare.substr(0, end)).append(R"({"zh":")").append(chinese).append(R"(","en":")").append(english).append(R"("})");
        bare.remove_prefix(end + 1);
    }
    return json.append(bare);
}

}  // namespace

std::string builtin_playbook() { return with_texts(bare_playbook(), 0); }

std::string builtin_method() {
    const std::string_view before = bare_playbook();
    return with_texts(bare_method(), static_cast<std::size_t>(std::count(before.begin(), before.end(), '\1')));
}

std::string_view builtin_names() { return texts_of(Language::zh).names; }

bool take_texts(Language language, std::string text) {
    if (std::count(text.begin(), text.end(), '\0') < static_cast<std::ptrdiff_t>(phrase_count + bare_text_count + 1) || text.back() != '\0')
        return false;
    Texts& texts = texts_of(language);
    std::string_view rest = texts.kept.emplace_back(std::move(text));
    for (const char*& phrase : texts.phrases) phrase = piece_of(rest, phrase);
    for (const char*& text_of_bare : texts.of_bare) text_of_bare = piece_of(rest, text_of_bare);
    texts.names = piece_of(rest, texts.names);
    if (!rest.empty()) texts.cases = rest;
    return true;
}

const char* phrase_text(Language language, Phrase phrase) {
    const auto at = static_cast<std::size_t>(phrase);
    for (const Language one : {language, language == Language::zh ? Language::en : Language::zh})
        if (const char* text = texts_of(one).phrases[at]) return text;
    return "";
}

std::string_view builtin_case(std::string_view id, Language language) {
    for (std::string_view rest = texts_of(language).cases; !rest.empty();) {
        const std::string_view name = next_piece(rest), text = rest.empty() ? rest : next_piece(rest);
        if (name == id) return text;
    }
    return {};
}

}  // namespace compass
