// Two versions of a struct and what they were before become one, by the tables of the codec: a new field is merged without new code.
#pragma once

#include "codec/description.h"
#include "model/extra.h"
#include "session/merge.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace compass {

// Where an entry of a list stands in each of the three; nothing = it is not there.
struct ListEntry {
    std::string key;
    std::optional<std::size_t> ancestor, ours, theirs;
};

struct ListOrder {
    std::vector<ListEntry> entries;
    bool disputed = false;  // both have another order: it is ours
};

// The entries that stay, in the order of the side that changed it. What both added in the same place: the lesser key first, each side's
// own order kept, so that histories stay in the order of their dates. `stays` is asked about each that is on one side at least.
ListOrder merged_order(const std::vector<std::string>& ancestor, const std::vector<std::string>& ours,
                       const std::vector<std::string>& theirs, bool (*stays)(void* asker, const ListEntry& entry), void* asker);

class ThreeWay {
  public:
    explicit ThreeWay(std::vector<Conflict>& conflicts) : conflicts_(conflicts) {}

    // `out` is any value of the same struct. No ancestor: both began with nothing.
    void object(const Description& object, const void* ancestor, const void* ours, const void* theirs, void* out, const std::string& place);
    Extra members(const Extra* ancestor, const Extra& ours, const Extra& theirs, const std::string& place);

  private:
    void value(const Kind& kind, const Rule& rule, const void* ancestor, const void* ours, const void* theirs, void* out,
               const std::string& place);
    void list(const Kind& kind, const Rule& rule, const void* ancestor, const void* ours, const void* theirs, void* out,
              const std::string& place);
    void conflict(const Kind& kind, const void* ancestor, const void* ours, const void* theirs, const std::string& place);

    std::vector<Conflict>& conflicts_;
};

}  // namespace compass
