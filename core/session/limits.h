// As many as a file may hold, so that whatever was edited can be read again.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace compass {

inline constexpr std::size_t things_at_most = 20000, entries_at_most = 2000;

// To a history; the oldest gives way.
template <class T>
void append(std::vector<T>& history, T entry) {
    if (history.size() >= entries_at_most) history.erase(history.begin());
    history.push_back(std::move(entry));
}

}  // namespace compass
