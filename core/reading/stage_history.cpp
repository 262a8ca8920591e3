#include "reading/stage_history.h"

#include <algorithm>

namespace compass {

std::vector<Stay> stage_stays(const Deal& deal, Date today) {
    std::vector<Stay> stays;
    for (const StageEntry& entry : deal.stage_history)
        if (entry.date <= today) stays.push_back({entry.stage, entry.date, {}, 0});
    const auto earlier = [](const Stay& a, const Stay& b) { return a.from < b.from; };
    if (!std::is_sorted(stays.begin(), stays.end(), earlier)) std::stable_sort(stays.begin(), stays.end(), earlier);
    std::size_t count = 0;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        if (count > 0 && stays[count - 1].from == stays[i].from) --count;
        if (count == 0 || stays[count - 1].stage != stays[i].stage) stays[count++] = stays[i];
    }
    stays.resize(count);
    const bool over = deal.status != DealStatus::open && deal.ended && *deal.ended <= today;
    for (std::size_t i = 0; i < stays.size(); ++i) {
        if (i + 1 < stays.size())
            stays[i].to = stays[i + 1].from;
        else if (over)
            stays[i].to = std::max(*deal.ended, stays[i].from);
        stays[i].days = stays[i].to.value_or(today) - stays[i].from;
    }
    return stays;
}

}  // namespace compass
