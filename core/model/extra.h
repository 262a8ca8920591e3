// Members of a JSON object that this version does not know. They are kept and written back (methodology §14).
// Money, positions and texts in two languages have no Extra: the struct around them keeps theirs (codec/description.h).
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace compass {

struct Extra {
    std::vector<std::pair<std::string, std::string>> members;  // name → canonical JSON text, sorted by name
    bool operator==(const Extra&) const = default;
};

}  // namespace compass
