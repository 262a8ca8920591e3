#include "codec/sealed_text.h"

#include "codec/base64.h"

namespace compass {
namespace {

constexpr std::string_view sealed_name = "deal-compass-locked/", sealed_head = "deal-compass-locked/1\n", byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t sealed_line = 76;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string_view without_front(std::string_view text) {
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    return text;
}

}  // namespace

std::string write_sealed_text(std::string_view sealed) {
    std::string text(sealed_head);
    const std::string letters = base64url(sealed);
    for (std::size_t at = 0; at < letters.size(); at += sealed_line) text += letters.substr(at, sealed_line) + '\n';
    return text;
}

bool is_sealed_text(std::string_view text) { return without_front(text).starts_with(sealed_name); }

std::optional<std::string> read_sealed_text(std::string_view text) {
    text = without_front(text);
    const std::size_t end = sealed_head.size() - 1;
    if (!text.starts_with(sealed_head.substr(0, end)) || text.size() <= end || !is_blank(text[end])) return std::nullopt;
    std::string letters;
    for (const char c : text.substr(end))
        if (!is_blank(c)) letters += c;
    return from_base64url(letters);
}

}  // namespace compass
