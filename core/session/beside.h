// Deals that somebody sent come as copies beside the user's own: nothing that is there is touched.
#pragma once

#include "model/workspace.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

using CopyName = std::function<std::string(std::string_view)>;  // "Plant 2" becomes "Plant 2 (copy)"

// What the user has of a deal that was sent.
enum class Known : std::uint8_t {
    no,
    differs,  // the same deal, or one of its name at that customer
    same      // all of it
};
std::vector<Known> known_of(const Workspace& own, const Workspace& sent, const CopyName& copy_name);

// To be imported: those that are not there in the same form, each with an id of its own and with its customer – the user's, where it is
// the same, else a copy as well. What has a namesake here is named as a copy.
Workspace beside(const Workspace& own, const Workspace& sent, const CopyName& copy_name, std::uint64_t random);

}  // namespace compass
