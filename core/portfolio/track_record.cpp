#include "portfolio/track_record.h"

#include "portfolio/customer_index.h"
#include "reading/as_of.h"
#include "reading/win_index.h"

#include <algorithm>
#include <cmath>

namespace compass {
namespace {

const Review* last_with_index(const Deal& deal, Date day) {
    const Review* last = nullptr;
    for (const Review& review : deal.reviews)
        if (review.index && review.date <= day && (!last || review.date >= last->date)) last = &review;
    return last;
}

ForetoldDeal foretold(const Deal& deal, const Customer* customer, const Playbook& playbook) {
    ForetoldDeal entry;
    entry.won = deal.status == DealStatus::won;
    const Date day = *deal.ended - playbook.practice.lead_days;
    if (const Review* review = last_with_index(deal, day)) {
        entry.index = {*review->index};
        entry.recorded = true;
    } else if (const auto index = read_win_index(as_of(deal, day), customer, playbook, day)) {
        entry.index = index->index;
    }
    return entry;
}

double squared_error(double chance, bool won) { return (chance - won) * (chance - won); }

double log_error(double chance, bool won) {
    constexpr double least = 1e-6;
    const double kept = std::clamp(chance, least, 1 - least);
    return -std::log(won ? kept : 1 - kept);
}

void count(std::array<ReliabilityBin, reliability_bins>& bins, const ForetoldDeal& deal) {
    const auto at = static_cast<std::size_t>(std::clamp(static_cast<int>(deal.index.value * reliability_bins), 0, reliability_bins - 1));
    ++bins[at].deals;
    bins[at].won += deal.won;
    bins[at].index += deal.index.value;
}

}  // namespace

TrackRecord read_track_record(const Workspace& workspace, const Playbook& playbook) {
    TrackRecord record;
    const CustomerIndex customers(workspace);
    for (std::size_t i = 0; i < workspace.deals.size(); ++i) {
        const Deal& deal = *workspace.deals[i];
        if (deal.status != DealStatus::won && deal.status != DealStatus::lost) continue;
        if (!deal.ended) {
            ++record.without_end;
            continue;
        }
        record.deals.push_back(foretold(deal, customers.find(deal.customer), playbook));
        record.deals.back().deal = i;
        record.won += record.deals.back().won;
    }
    for (std::size_t i = 0; i < record.bins.size(); ++i) {
        record.bins[i].low = static_cast<double>(i) / reliability_bins;
        record.bins[i].high = static_cast<double>(i + 1) / reliability_bins;
    }
    if (record.deals.empty()) return record;

    const auto n = static_cast<double>(record.deals.size());
    record.base_rate = record.won / n;
    for (const ForetoldDeal& deal : record.deals) {
        record.brier += squared_error(deal.index.value, deal.won) / n;
        record.log_loss += log_error(deal.index.value, deal.won) / n;
        record.base_brier += squared_error(record.base_rate, deal.won) / n;
        record.base_log_loss += log_error(record.base_rate, deal.won) / n;
        count(record.bins, deal);
    }
    for (ReliabilityBin& bin : record.bins)
        if (bin.deals > 0) bin.index /= bin.deals;
    record.enough = static_cast<int>(record.deals.size()) >= playbook.practice.closed_deals_at_least;
    record.beats_base_rate = record.brier < record.base_brier && record.log_loss < record.base_log_loss;
    return record;
}

}  // namespace compass
