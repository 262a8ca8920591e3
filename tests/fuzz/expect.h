// What a fuzz target promises: a broken one stops the program where the fuzzer sees it.
#pragma once

#include <cstdlib>

inline void expect(bool promise) {
    if (!promise) std::abort();
}
