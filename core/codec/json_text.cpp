#include "codec/json_text.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>

namespace compass {
namespace {

// Past the string that begins at `at`.
std::size_t end_of_string(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at) at += json[at] == '\\';
    return at + 1;
}

bool holds_containers(std::string_view json, std::size_t list) {
    for (std::size_t at = list + 1; at < json.size() && json[at] != ']'; ++at) {
        if (json[at] == '"')
            at = end_of_string(json, at) - 1;
        else if (json[at] == '{' || json[at] == '[')
            return true;
    }
    return false;
}

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
    static constexpr char digits[] = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const unsigned char c = static_cast<unsigned char>(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        out.append(text, from, i - from);
        from = i + 1;
        out += '\\';
        switch (c) {
            case '\n': out += 'n'; break;
            case '\t': out += 't'; break;
            case '"':
            case '\\': out += text[i]; break;
            default: out += "u00", out += digits[c >> 4], out += digits[c & 15];
        }
    }
    out.append(text, from, std::string_view::npos);
    out += '"';
}

void append_number(std::string& out, double number) {
    char text[40];
    for (int digits = 15; digits <= 17; ++digits) {
        std::snprintf(text, sizeof text, "%.*g", digits, number);
        if (std::strtod(text, nullptr) == number) break;
    }
    out += text;
}

void append_number(std::string& out, long long number) {
    char text[24];
    out.append(text, std::to_chars(text, text + sizeof text, number).ptr);
}

void append_line(std::string& out, int depth) {
    out += '\n';
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
}

void append_spread(std::string& out, std::string_view json, int depth) {
    int flat = 0;  // open lists that stay on one line
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        const bool empty = at + 1 < json.size() && (json[at + 1] == '}' || json[at + 1] == ']');
        switch (c) {
            case '"': {
                const std::size_t end = end_of_string(json, at);
                out += json.substr(at, end - at);
                at = end - 1;
                break;
            }
            case '{':
            case '[':
                out += c;
                if (empty)
                    out += json[++at];
                else if (c == '[' && !holds_containers(json, at))
                    ++flat;
                else
                    append_line(out, ++depth);
                break;
            case '}':
            case ']':
                if (flat > 0)
                    --flat;
                else
                    append_line(out, --depth);
                out += c;
                break;
            case ',':
                out += c;
                if (flat > 0)
                    out += ' ';
                else
                    append_line(out, depth);
                break;
            case ':': out += ": "; break;
            default: out += c;
        }
    }
}

}  // namespace compass
