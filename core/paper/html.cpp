#include "paper/html.h"

#include "model/text.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>

namespace compass::paper {
namespace {

// U+FFFE and U+FFFF: XML knows no way to write them.
bool is_no_character(std::string_view here) { return here == "\xEF\xBF\xBE" || here == "\xEF\xBF\xBF"; }

// Windows' devices, whatever ends the name has.
bool is_device(std::string_view name) {
    std::string stem;
    for (const char c : trimmed(name.substr(0, name.find('.')))) stem += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    static constexpr std::string_view devices[] = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"};
    if (std::find(std::begin(devices), std::end(devices), stem) != std::end(devices)) return true;
    if (!stem.starts_with("com") && !stem.starts_with("lpt")) return false;
    const std::string_view number = std::string_view(stem).substr(3);
    return (number.size() == 1 && number[0] >= '0' && number[0] <= '9') || number == "\u00B9" || number == "\u00B2" || number == "\u00B3";
}

}  // namespace

std::string clean(std::string_view text) {
    std::string sound;
    while (!text.empty()) {
        const std::size_t bytes = code_point_bytes(text);
        const std::string_view here = text.substr(0, bytes ? bytes : 1);
        text.remove_prefix(here.size());
        if (!bytes || is_no_character(here))
            sound += "\uFFFD";
        else if (!has_control_character(here, true))
            sound += here;
    }
    return without_invisible(sound);
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : clean(text)) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += c;
        }
    }
    return safe;
}

std::string file_name(std::string_view name, std::string_view end) {
    constexpr std::size_t most = 80, bytes_at_most = 200;  // letters, and what a file system's 255 bytes leave beside the end
    std::string safe;
    std::size_t count = 0;
    const std::string sound = clean(name);
    for (std::string_view rest = sound; !rest.empty() && count < most; ++count) {
        const std::string_view here = rest.substr(0, code_point_bytes(rest));
        rest.remove_prefix(here.size());
        if (safe.size() + here.size() > bytes_at_most) break;
        const bool is_forbidden =
            here == "\n" || here == "\t" || (here.size() == 1 && std::string_view("\\/:*?\"<>|").find(here) != here.npos);
        if (!is_forbidden)
            safe += here;
        else if (!safe.ends_with(' '))
            safe += ' ';
    }
    std::string_view kept = trimmed(safe);
    while (kept.starts_with('.')) kept = trimmed(kept.substr(1));  // hidden, or the folder above
    std::string whole = std::string(kept) + std::string(kept.empty() ? trimmed(end) : end);
    return is_device(whole) ? "_" + whole : whole;
}

Html& Html::element(std::string_view name, std::string_view words, std::string_view attributes) {
    text_ += '<';
    text_ += name;
    if (!attributes.empty()) text_ += ' ';
    text_ += attributes;
    text_ += '>';
    text_ += escaped(words);
    text_ += "</";
    text_ += name;
    text_ += '>';
    return *this;
}

std::string decimal(double value) {
    char text[48];
    std::snprintf(text, sizeof text, "%.2f", std::round(value * 100) / 100);
    std::string number = text;
    while (number.back() == '0') number.pop_back();
    if (number.back() == '.') number.pop_back();
    return number == "-0" ? "0" : number;
}

}  // namespace compass::paper
