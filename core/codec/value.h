// Values of the model compared, copied and told apart by their tables.
#pragma once

#include "codec/description.h"
#include "model/extra.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace compass {

bool same(const Kind& kind, const void* one, const void* other);
// Afterwards they are the same.
void copy(const Kind& kind, void* to, const void* from);

inline const void* item_at(const Kind& list, const Items& items, std::size_t index) {
    return at_offset(items.first, index * list.item->size);
}

// Whether the entries of a list have an id or a key.
bool is_told_apart(const Kind& entry);
// What tells an entry from the others of its list: the bytes of its id or the text of its key. Empty where it has neither.
std::string_view identity_of(const Kind& entry, const void* value);
// Where the entry with this identity stands, which is not empty; looked for at `likely` first.
std::optional<std::size_t> place_of(std::string_view identity, const Kind& list, const Items& items, std::size_t likely);

// The unknown members of the struct; null where its owner keeps them.
Extra* extra_of(const Description& object, void* value);
const Extra* extra_of(const Description& object, const void* value);
// Adds the members that it lacks.
void add_members(Extra& extra, const Extra& others);

}  // namespace compass
