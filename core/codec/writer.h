// Writes a struct as canonical JSON by its table.
#pragma once

#include "codec/description.h"
#include "codec/workspace_codec.h"

#include <string>
#include <string_view>

namespace compass {

// One document: its format and version, then the members of the struct.
std::string write_document(std::string_view format, const Description& object, const void* value, Layout layout);

// One value on one line, for comparing and showing: money, positions and texts in two languages without their unknown members.
std::string write_value(const Kind& kind, const void* value);

// One member of the struct `owner` on one line, without its name; empty where the file leaves it out.
std::string write_member(const Description& object, const Field& field, const void* owner);

}  // namespace compass
