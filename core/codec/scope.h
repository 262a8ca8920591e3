// Whether the ids inside one deal or customer are its own, and name people who are there.
#pragma once

#include "codec/description.h"
#include "codec/scalar.h"
#include "model/result.h"

#include <string>
#include <vector>

namespace compass {

// Whether an error may have cost the list at this path one of its ids, so that who refers to it is not to blame.
bool ids_lost(const std::vector<Error>& errors, const std::string& list);

// `value` stands at `path`; `ids` is what was met while it was read (and is sorted). Quick where all is well.
void check_ids(const Description& object, void* value, const std::string& path, ScopeIds& ids, std::vector<Error>& errors);

}  // namespace compass
