#include "session/identities.h"

#include "reading/every_evidence.h"

#include <algorithm>

namespace compass {
namespace {

// SplitMix64's finaliser (Steele, Lea, Flood 2014): neighbouring counters give unrelated bits.
std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return bits ^ (bits >> 31);
}

constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15u;

bool is_used(const Deal& deal, const Id& id) {
    const auto has = [&](const auto& all) { return std::any_of(all.begin(), all.end(), [&](const auto& one) { return one.id == id; }); };
    bool used = deal.id == id || has(deal.people) || has(deal.alternatives) || has(deal.tasks);
    every_evidence(deal, [&](const Evidence& evidence) { used = used || evidence.id == id; });
    return used;
}

}  // namespace

Id Identities::next() {
    const std::uint64_t high = mixed(counter_ += golden_ratio);
    return make_id(high, mixed(counter_ += golden_ratio));
}

Id Identities::unused_in(const Workspace& workspace) {
    Id id = next();
    while (find_deal(workspace, id) || find_customer(workspace, id)) id = next();
    return id;
}

Id Identities::unused_in(const Deal& deal) {
    Id id = next();
    while (is_used(deal, id)) id = next();
    return id;
}

}  // namespace compass
