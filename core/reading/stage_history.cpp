#include "reading/stage_history.h"

#include <algorithm>

namespace compass {

std::vector<Stay> stage_stays(const Deal& deal, Date today) {
    std::vector<StageEntry> entries;
    std::copy_if(deal.stage_history.begin(), deal.stage_history.end(), std::back_inserter(entries),
                 [&](const StageEntry& entry) { return entry.date <= today; });
    std::stable_sort(entries.begin(), entries.end(), [](const StageEntry& a, const StageEntry& b) { return a.date < b.date; });

    std::vector<Stay> stays;
    for (const StageEntry& entry : entries) {
        if (!stays.empty() && stays.back().from == entry.date) stays.pop_back();
        if (stays.empty() || stays.back().stage != entry.stage) stays.push_back({entry.stage, entry.date, {}, 0});
    }
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
