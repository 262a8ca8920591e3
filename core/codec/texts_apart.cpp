#include "codec/texts_apart.h"

#include "codec/builtin.h"
#include "phrases.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace compass {
namespace {

struct Texts {
    std::string kept;
    std::array<const char*, phrase_count> phrases = {};
    std::string_view cases;  // id, text, id, text …, each ended by a zero byte
    bool taken() const { return !kept.empty(); }
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
    texts.kept = std::move(text);
    std::string_view rest = texts.kept;
    for (const char*& phrase : texts.phrases) phrase = next_piece(rest).data();
    texts.cases = rest;
    return true;
}

const char* phrase_text(Language language, Phrase phrase) {
    const Texts& wanted = texts_of(language);
    const Texts& texts = wanted.taken() ? wanted : texts_of(language == Language::zh ? Language::en : Language::zh);
    return texts.taken() ? texts.phrases[static_cast<std::size_t>(phrase)] : "";
}

std::string_view builtin_case(std::string_view id, Language language) {
    for (std::string_view rest = texts_of(language).cases; !rest.empty();) {
        const std::string_view name = next_piece(rest), text = rest.empty() ? rest : next_piece(rest);
        if (name == id) return text;
    }
    return {};
}

}  // namespace compass
