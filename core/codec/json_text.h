// Pieces of canonical JSON text: one way to write each value.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace compass {

// In quotation marks; only what JSON demands is escaped.
void append_quoted(std::string& out, std::string_view text);

// The shortest of 15, 16 or 17 digits that reads back as the same number; finite numbers only.
void append_number(std::string& out, double number);
void append_number(std::string& out, long long number);

void append_line(std::string& out, int depth);  // a new line, two spaces per level

// Compact JSON spread over lines as the writer does: members and nested items on lines of their own, lists of plain values on one.
void append_spread(std::string& out, std::string_view compact, int depth);

}  // namespace compass
