// Reads what we write as HTML or SVG more strictly than a browser does: every tag by hand, every attribute in double quotes, nothing that
// could run, load or lead elsewhere, no character that a text may not hold.
#pragma once

#include "model/text.h"

#include <array>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct Markup {
    std::string fault;               // empty = none
    std::vector<std::string> shape;  // each tag with the names of its attributes, in order
    std::string text;                // between the tags, as it is written
};

inline Markup read_markup(std::string_view page) {
    static const std::set<std::string_view> elements = {"html",   "head",
                                                        "meta",   "title",
                                                        "style",  "body",
                                                        "main",   "section",
                                                        "div",    "h1",
                                                        "h2",     "h3",
                                                        "h4",     "p",
                                                        "br",     "strong",
                                                        "span",   "table",
                                                        "thead",  "tbody",
                                                        "tr",     "th",
                                                        "td",     "dl",
                                                        "dt",     "dd",
                                                        "ol",     "ul",
                                                        "li",     "svg",
                                                        "defs",   "g",
                                                        "rect",   "line",
                                                        "circle", "path",
                                                        "text",   "radialGradient",
                                                        "stop",   "clipPath"};
    static const std::set<std::string_view> empty = {"meta", "br"};
    static const std::set<std::string_view> attributes = {"lang",
                                                          "charset",
                                                          "name",
                                                          "content",
                                                          "http-equiv",
                                                          "class",
                                                          "role",
                                                          "width",
                                                          "height",
                                                          "viewBox",
                                                          "xmlns",
                                                          "xml:space",
                                                          "x",
                                                          "y",
                                                          "x1",
                                                          "y1",
                                                          "x2",
                                                          "y2",
                                                          "cx",
                                                          "cy",
                                                          "r",
                                                          "rx",
                                                          "d",
                                                          "id",
                                                          "offset",
                                                          "fill",
                                                          "fill-opacity",
                                                          "stroke",
                                                          "stroke-width",
                                                          "stroke-opacity",
                                                          "stroke-linejoin",
                                                          "stop-color",
                                                          "stop-opacity",
                                                          "font-family",
                                                          "font-size",
                                                          "font-weight",
                                                          "clip-path",
                                                          "text-anchor",
                                                          "textLength",
                                                          "lengthAdjust"};
    Markup read;
    std::vector<std::string> open;
    const auto fail = [&](std::string why) {
        if (read.fault.empty()) read.fault = std::move(why);
    };
    for (std::string_view rest = page; !rest.empty();) {
        const std::size_t bytes = compass::code_point_bytes(rest);
        if (bytes == 0) return fail("not UTF-8"), read;
        if (compass::has_control_character(rest.substr(0, bytes), true)) return fail("a control character"), read;
        rest.remove_prefix(bytes);
    }
    for (const char* turn : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"})
        if (page.find(turn) != page.npos) return fail("a character that turns the direction"), read;
    if (constexpr std::string_view doctype = "<!doctype html>"; page.starts_with(doctype)) page.remove_prefix(doctype.size());
    std::size_t at = 0;
    while (at < page.size() && read.fault.empty()) {
        const std::size_t begin = page.find('<', at);
        const std::string_view between = page.substr(at, begin == page.npos ? page.npos : begin - at);
        const bool in_style = !open.empty() && open.back() == "style";
        if (!in_style && between.find('>') != between.npos) fail("a bare >");
        if (!in_style) read.text += between;
        if (begin == page.npos) break;
        at = begin + 1;
        const bool closes = at < page.size() && page[at] == '/';
        if (closes) ++at;
        std::string name;
        while (at < page.size() && std::isalnum(static_cast<unsigned char>(page[at]))) name += page[at++];
        if (elements.count(name) == 0) {
            fail("the element " + name);
            break;
        }
        std::string shape = (closes ? "/" : "") + name;
        while (at < page.size() && page[at] == ' ') {
            std::string attribute;
            for (++at; at < page.size() && (std::isalnum(static_cast<unsigned char>(page[at])) || page[at] == '-' || page[at] == ':');)
                attribute += page[at++];
            if (attributes.count(attribute) == 0) fail("the attribute " + attribute);
            const std::size_t end = page.substr(at).starts_with("=\"") ? page.find('"', at + 2) : page.npos;
            if (end == page.npos) {
                fail("an attribute without quotes");
                break;
            }
            const std::string_view value = page.substr(at + 2, end - at - 2);
            if (value.find('<') != value.npos || value.find("javascript") != value.npos) fail("the value " + std::string(value));
            if (value.find("url(") != value.npos && !value.starts_with("url(#")) fail("the value " + std::string(value));
            shape += ' ' + attribute;
            at = end + 1;
        }
        const bool closes_itself = at < page.size() && page[at] == '/';
        if (closes_itself) ++at;
        if (at >= page.size() || page[at] != '>') fail("a tag without end: " + name);
        ++at;
        read.shape.push_back(shape);
        if (closes) {
            if (open.empty() || open.back() != name) fail("closed out of turn: " + name);
            if (!open.empty()) open.pop_back();
        } else if (!closes_itself && empty.count(name) == 0) {
            open.push_back(name);
        }
    }
    if (!open.empty()) fail("never closed: " + open.back());
    return read;
}

// What people, or those who wish us ill, may write into any field.
inline constexpr std::array<std::string_view, 12> hostile_texts = {
    "</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "' onmouseover='alert(1)",
    "</td></title></style><script>alert(1)</script>",
    "=HYPERLINK(\"https://example.org\";\"x\")",
    "]]><!--<![CDATA[",
    "javascript:alert(1)",
    "&#60;img src=x&#62;",
    "\u202Egnp.exe\u202C \u2066x\u2069",
    "\xED\xA0\x80\xED\xB0\x80 \xFF\xC0\xAF",  // surrogates, and what is no UTF-8 at all
    "\x01\x02\x1B[31m\x7F\xC2\x85\r\n\x0C",
    "\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBB\xBF"};

}  // namespace tests
