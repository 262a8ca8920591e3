#include "portfolio/recent.h"

#include <algorithm>
#include <utility>

namespace compass {

std::vector<Recent> recent_happenings(const Workspace& workspace, Date today, std::size_t most) {
    std::vector<Recent> all;
    const auto keep_latest = [&] {
        std::stable_sort(all.begin(), all.end(), [](const Recent& a, const Recent& b) { return b.what.date < a.what.date; });
        if (all.size() > most) all.erase(all.begin() + static_cast<std::ptrdiff_t>(most), all.end());
    };
    for (std::size_t i = 0; i < workspace.deals.size(); ++i) {
        std::vector<Happening> one = timeline_of(*workspace.deals[i], today);
        const std::size_t from = one.size() - std::min(one.size(), most);
        for (std::size_t at = one.size(); at > from; --at) all.push_back({i, std::move(one[at - 1])});
        if (all.size() > 8 * most) keep_latest();  // of many deals not all at once
    }
    keep_latest();
    return all;
}

}  // namespace compass
