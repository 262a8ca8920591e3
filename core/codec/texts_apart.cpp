#include "codec/texts_apart.h"

#include "codec/builtin.h"
#include "phrases.h"

#include <algorithm>
#include <array>
#include <list>
#include <string_view>
#include <utility>

namespace compass {
namespace {

struct Texts {
    std::list<std::string> kept;
    std::array<const char*, phrase_count> phrases = {};
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

}  // namespace

bool take_texts(Language language, std::string text) {
    if (std::count(text.begin(), text.end(), '\0') < static_cast<std::ptrdiff_t>(phrase_count) || text.back() != '\0') return false;
    Texts& texts = texts_of(language);
    std::string_view rest = texts.kept.emplace_back(std::move(text));
    for (const char*& phrase : texts.phrases)
        if (const std::string_view piece = next_piece(rest); !piece.empty()) phrase = piece.data();
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
