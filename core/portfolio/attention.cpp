#include "portfolio/attention.h"

#include "portfolio/funnel.h"
#include "reading/review.h"

#include <algorithm>
#include <array>
#include <map>

namespace compass {
namespace {

class Ranking {
  public:
    Ranking(const Workspace& workspace, const Assessments& known, const Playbook& playbook, Date today, Currency currency)
        : known_(known), currency_(currency) {
        for (const Box<Deal>& deal : workspace.deals) deals_.push_back(&*deal);
        reviews_ = review_queue(deals_, playbook.practice, today);
        std::sort(reviews_.begin(), reviews_.end(), [](const QueuedReview& a, const QueuedReview& b) { return a.deal < b.deal; });
        for (const StuckDeal& stuck : read_funnel(deals_, playbook, today).stuck) stuck_.emplace(stuck.deal, stuck.days);
        for (const FunnelStageText& stage : playbook.funnel) weights_[static_cast<std::size_t>(stage.stage)] = stage.weight;
    }

    std::vector<AttentionDeal> ranked() const {
        std::vector<AttentionDeal> all;
        for (const QueuedReview& review : reviews_) all.push_back(read(review));
        std::stable_sort(all.begin(), all.end(), [](const AttentionDeal& a, const AttentionDeal& b) {
            if (a.money.has_value() != b.money.has_value()) return a.money.has_value();
            return a.money ? *a.money > *b.money : a.gain > b.gain;
        });
        return all;
    }

  private:
    AttentionDeal read(const QueuedReview& review) const {
        const Deal& deal = *deals_[review.deal];
        const Assessment& known = known_.of(review.deal);
        AttentionDeal entry;
        entry.deal = review.deal;
        entry.best_move = known.best.move;
        entry.gain = known.best.gain;
        const std::optional<Money>& amount = deal.objective.amount;
        if (amount && amount->currency == currency_) entry.money = entry.gain * static_cast<double>(amount->minor);

        if (entry.gain > 0) entry.reasons.push_back({AttentionKind::gain, {}, {}, entry.money.value_or(0)});
        for (const RaisedRule& raised : known.raised) {
            const AttentionKind kind = raised.severity == Severity::stop ? AttentionKind::stop_flag : AttentionKind::warn_flag;
            if (raised.severity <= Severity::warn) entry.reasons.push_back({kind, raised.rule, {}, 0});
        }
        if (review.due) entry.reasons.push_back({AttentionKind::review_due, {}, review.days, 0});
        if (entry.money) {
            const double weight = weights_[static_cast<std::size_t>(deal.funnel_stage)];
            const double gap = static_cast<double>(amount->minor) * (weight - known.index->value);
            if (gap > 0) entry.reasons.push_back({AttentionKind::optimism, {}, {}, gap});
        }
        const auto stuck = stuck_.find(review.deal);
        if (stuck != stuck_.end()) entry.reasons.push_back({AttentionKind::stuck, {}, stuck->second, 0});
        std::stable_sort(entry.reasons.begin(), entry.reasons.end(),
                         [](const AttentionReason& a, const AttentionReason& b) { return a.kind < b.kind; });
        return entry;
    }

    const Assessments& known_;
    Currency currency_;
    std::vector<const Deal*> deals_;
    std::vector<QueuedReview> reviews_;  // one for each open deal
    std::map<std::size_t, int> stuck_;   // days by deal
    std::array<double, funnel_stage_count> weights_{};
};

}  // namespace

std::vector<AttentionDeal> rank_attention(const Workspace& workspace, const Playbook& playbook, Date today, Currency currency) {
    Assessments known;
    known.follow(workspace, playbook, today);
    known.read();
    return rank_attention(workspace, known, playbook, today, currency);
}

std::vector<AttentionDeal> rank_attention(const Workspace& workspace, const Assessments& known, const Playbook& playbook, Date today,
                                          Currency currency) {
    return Ranking(workspace, known, playbook, today, currency).ranked();
}

}  // namespace compass
