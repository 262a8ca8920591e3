// Random but valid workspaces from a seed: the same seed gives the same workspace on every machine.
// They are made from the codec's own tables, so a field added there is generated at once.
#pragma once

#include "codec/description.h"
#include "model/workspace.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace compass::generate {

// Of random sequences and files: all of them natively, a part under the sanitizers, which take ten times as long.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define COMPASS_SANITIZED
#endif
#endif
#ifdef COMPASS_SANITIZED
inline constexpr std::uint64_t rounds = 700;
#else
inline constexpr std::uint64_t rounds = 10'000;
#endif

inline constexpr bool all_rounds = rounds >= 10'000;

// splitmix64
class Random {
  public:
    explicit Random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits();
    // from … to, both included
    std::int64_t between(std::int64_t from, std::int64_t to);
    bool chance(double probability) { return static_cast<double>(bits() >> 11) * 0x1p-53 < probability; }
    double real(double from, double to);

  private:
    std::uint64_t state_;
};

// How full it is: a small one has a handful of fields set, a full one nearly all, with several items in each list.
struct Density {
    double filled = 0.15;   // chance that an optional field has a value
    int items = 2;          // in a list, at most
    int deals = 3;          // at most
    double unknown = 0.01;  // chance that a struct has members this version does not know
    double broken = 0;      // chance that a value breaks its rule, as what is typed or pasted may
};

Workspace workspace(std::uint64_t seed, const Density& density = {});
// Fills a struct of the model by its table; what was in its lists stays. People are not referred to.
void fill(Random& random, const Density& density, const compass::Description& object, void* value);
// The table of a struct inside deals or customers, by its name.
const compass::Description& described(std::string_view name);
// A valid playbook: the built-in one with other numbers, texts and further factors.
Playbook playbook(Random& random);
// Text that is trimmed and free of control characters: Latin, Chinese, emoji, quotation marks; line breaks where `lines`.
std::string text(Random& random, std::size_t length_at_most, bool lines);
// Any JSON value, as the codec keeps it.
std::string json(Random& random, int depth);

}  // namespace compass::generate
