#include "cli/html.h"

#include <cmath>
#include <cstdio>

namespace compass::cli {

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text) {
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

}  // namespace compass::cli
