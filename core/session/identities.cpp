#include "session/identities.h"

namespace compass {
namespace {

// SplitMix64's finaliser (Steele, Lea, Flood 2014): neighbouring counters give unrelated bits.
std::uint64_t mixed(std::uint64_t bits) {
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9u;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EBu;
    return bits ^ (bits >> 31);
}

constexpr std::uint64_t golden_ratio = 0x9E3779B97F4A7C15u;

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

}  // namespace compass
