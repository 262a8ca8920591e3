// What differs between two deals, field by field of their description.
#pragma once

#include "codec/description.h"
#include "model/deal.h"

#include <string_view>
#include <vector>

namespace compass {

// Points into both deals: valid as long as they are.
struct Change {
    std::string_view field;  // its name in the file
    const Kind* kind;
    const void *before, *after;
};

// The fields that a file would hold differently, in its order. A struct that `is_named` is one field, of any other those inside it.
std::vector<Change> changes(const Deal& before, const Deal& after, bool (*is_named)(std::string_view field));

}  // namespace compass
