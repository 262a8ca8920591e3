// What differs between two deals or customers, field by field of their description.
#pragma once

#include "codec/description.h"
#include "model/customer.h"
#include "model/deal.h"

#include <string_view>
#include <vector>

namespace compass {

// Points into both: valid as long as they are.
struct Change {
    std::string_view field;  // its name in the file
    const Kind* kind;
    const void *before, *after;
};

// The fields that a file would hold differently, in its order. A struct that `is_named` is one field, of any other those inside it.
std::vector<Change> changes(const Deal& before, const Deal& after, bool (*is_named)(std::string_view field));
std::vector<Change> changes(const Customer& before, const Customer& after, bool (*is_named)(std::string_view field));
// The same of one struct inside, without those in it.
std::vector<Change> field_changes(const Description& object, const void* before, const void* after);

// Entries of a list that are not in both as they are; null = not there. Those with an id or a key are the same where it is, of the others
// those that say the same. First what was before, in its order.
struct EntryChange {
    const void *before, *after;
};
std::vector<EntryChange> entry_changes(const Kind& list, const void* before, const void* after);

}  // namespace compass
