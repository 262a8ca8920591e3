// A small valid file to break, and what the reader says of it.
#pragma once

#include "codec/workspace_codec.h"
#include "json.h"

#include <string>
#include <string_view>
#include <vector>

namespace compass::files {

inline constexpr const char* customer_id = "c0000000-0000-4000-8000-000000000001";
inline constexpr const char* deal_id = "d0000000-0000-4000-8000-000000000001";
inline constexpr const char* person_id = "a0000000-0000-4000-8000-000000000001";
inline constexpr const char* evidence_id = "e0000000-0000-4000-8000-000000000001";

// One customer, one deal with two people, a piece of evidence, a link and a task.
OrderedJson valid();
// The valid file with another value at this JSON pointer.
std::string with(const std::string& path, const OrderedJson& value);
// With the text that stands there once replaced.
std::string replaced(std::string_view from, std::string_view to);

std::string shown(const std::vector<Error>& errors);
std::vector<Error> errors_of(std::string_view file);
// The file has this one error.
void refused(std::string_view file, const char* path, const char* code, const char* detail);
// The objective's sentence replaced by `bytes`, which are refused after `read` of them.
void refused_at(std::string_view bytes, std::size_t read, const char* code);
void accepted(std::string_view file);

}  // namespace compass::files
