// Rules of flags and contradictions, each with a bend of the sound deal that raises it and one that comes close and does not.
#pragma once

#include "sound_deal.h"

#include <doctest/doctest.h>

#include <set>
#include <span>
#include <string_view>
#include <vector>

namespace compass {

struct Promise {
    const char* rule;
    void (*bent)(SoundDeal&);    // raises it …
    void (*nearly)(SoundDeal&);  // … and this does not
};

// `read`: SoundDeal::flags or SoundDeal::contradictions.
inline void check_promises(std::span<const Promise> promises, std::vector<Finding> (SoundDeal::*read)() const) {
    for (const Promise& promise : promises) {
        CAPTURE(promise.rule);
        SoundDeal bent = sound_deal(), nearly = sound_deal();
        promise.bent(bent);
        promise.nearly(nearly);
        CHECK(raised((bent.*read)(), promise.rule));
        CHECK_FALSE(raised((nearly.*read)(), promise.rule));
    }
}

// No rule without a promise, no promise of a rule that is not there.
inline void check_each_has_one(std::span<const Promise> promises, const std::vector<std::string_view>& rules) {
    std::set<std::string_view> tested;
    for (const Promise& promise : promises) tested.insert(promise.rule);
    for (const std::string_view rule : rules) {
        CAPTURE(rule);
        CHECK(tested.count(rule) == 1);
    }
    CHECK(tested.size() == rules.size());
    CHECK(promises.size() == rules.size());
}

}  // namespace compass
