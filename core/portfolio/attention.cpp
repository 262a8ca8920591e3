#include "portfolio/attention.h"

#include "reading/review.h"

#include <algorithm>

namespace compass {

std::vector<AttentionDeal> rank_attention(const Workspace& workspace, const Assessments& known, Currency currency) {
    std::vector<AttentionDeal> all;
    for (std::size_t i = 0; i < workspace.deals.size(); ++i) {
        const Deal& deal = *workspace.deals[i];
        if (deal.status != DealStatus::open) continue;
        const RankedMove& best = known.of(i).best;
        const std::optional<Money>& amount = deal.objective.amount;
        AttentionDeal& entry = all.emplace_back(AttentionDeal{i, best.move, best.gain, {}});
        if (amount && amount->currency == currency) entry.money = best.gain * static_cast<double>(amount->minor);
    }
    std::stable_sort(all.begin(), all.end(), [](const AttentionDeal& a, const AttentionDeal& b) {
        if (a.money.has_value() != b.money.has_value()) return a.money.has_value();
        return a.money ? *a.money > *b.money : a.gain > b.gain;
    });
    return all;
}

std::vector<AttentionReason> attention_reasons(const AttentionDeal& ranked, const Deal& deal, const Assessment& known,
                                               const Playbook& playbook, Date today, const std::vector<StuckDeal>& stuck) {
    std::vector<AttentionReason> reasons;
    if (ranked.gain > 0) reasons.push_back({AttentionKind::gain, {}, {}, ranked.money.value_or(0)});
    for (const RaisedRule& raised : known.raised) {
        const AttentionKind kind = raised.severity == Severity::stop ? AttentionKind::stop_flag : AttentionKind::warn_flag;
        if (raised.severity <= Severity::warn) reasons.push_back({kind, raised.rule, {}, 0});
    }
    for (const QueuedReview& review : review_queue({&deal}, playbook.practice, today))
        if (review.due) reasons.push_back({AttentionKind::review_due, {}, review.days, 0});
    if (ranked.money) {
        const auto stage = std::find_if(playbook.funnel.begin(), playbook.funnel.end(),
                                        [&](const FunnelStageText& one) { return one.stage == deal.funnel_stage; });
        const double weight = stage == playbook.funnel.end() ? 0 : stage->weight;
        const double gap = static_cast<double>(deal.objective.amount->minor) * (weight - known.index->value);
        if (gap > 0) reasons.push_back({AttentionKind::optimism, {}, {}, gap});
    }
    for (const StuckDeal& one : stuck)
        if (one.deal == ranked.deal) reasons.push_back({AttentionKind::stuck, {}, one.days, 0});
    std::stable_sort(reasons.begin(), reasons.end(), [](const AttentionReason& a, const AttentionReason& b) { return a.kind < b.kind; });
    return reasons;
}

}  // namespace compass
