#include "portfolio/attention.h"

#include "portfolio/customer_index.h"
#include "portfolio/funnel.h"
#include "reading/contradictions.h"
#include "reading/deal_reading.h"
#include "reading/flags.h"
#include "reading/review.h"

#include <algorithm>
#include <array>

namespace compass {
namespace {

void add_findings(std::vector<AttentionReason>& reasons, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
        if (finding.severity > Severity::warn) continue;
        const AttentionKind kind = finding.severity == Severity::stop ? AttentionKind::stop_flag : AttentionKind::warn_flag;
        const bool named =
            std::any_of(reasons.begin(), reasons.end(), [&](const AttentionReason& one) { return one.rule == finding.rule; });
        if (!named) reasons.push_back({kind, finding.rule, {}, 0});
    }
}

class Ranking {
  public:
    Ranking(const Workspace& workspace, const Playbook& playbook, Date today, Currency currency)
        : playbook_(playbook), today_(today), currency_(currency), customers_(workspace) {
        for (const Box<Deal>& deal : workspace.deals) deals_.push_back(&*deal);
        reviews_ = review_queue(deals_, playbook.practice, today);
        std::sort(reviews_.begin(), reviews_.end(), [](const QueuedReview& a, const QueuedReview& b) { return a.deal < b.deal; });
        stuck_ = read_funnel(deals_, playbook, today).stuck;
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
        const Customer* customer = customers_.find(deal.customer);
        const DealReading reading = read_deal(deal, customer, playbook_, today_);
        AttentionDeal entry;
        entry.deal = review.deal;
        entry.best_move = reading.navigation.moves.front().move;
        entry.gain = reading.navigation.moves.front().gain;
        const std::optional<Money>& amount = deal.objective.amount;
        if (amount && amount->currency == currency_) entry.money = entry.gain * static_cast<double>(amount->minor);

        if (entry.gain > 0) entry.reasons.push_back({AttentionKind::gain, {}, {}, entry.money.value_or(0)});
        add_findings(entry.reasons, read_flags(deal, customer, playbook_, today_, reading.index->index));
        add_findings(entry.reasons, read_contradictions(deal, customer, playbook_, today_));
        if (review.due) entry.reasons.push_back({AttentionKind::review_due, {}, review.days, 0});
        if (entry.money) {
            const double weight = weights_[static_cast<std::size_t>(deal.funnel_stage)];
            const double gap = static_cast<double>(amount->minor) * (weight - reading.index->index.value);
            if (gap > 0) entry.reasons.push_back({AttentionKind::optimism, {}, {}, gap});
        }
        for (const StuckDeal& one : stuck_)
            if (one.deal == review.deal) entry.reasons.push_back({AttentionKind::stuck, {}, one.days, 0});
        std::stable_sort(entry.reasons.begin(), entry.reasons.end(),
                         [](const AttentionReason& a, const AttentionReason& b) { return a.kind < b.kind; });
        return entry;
    }

    const Playbook& playbook_;
    Date today_;
    Currency currency_;
    CustomerIndex customers_;
    std::vector<const Deal*> deals_;
    std::vector<QueuedReview> reviews_;  // one for each open deal
    std::vector<StuckDeal> stuck_;
    std::array<double, funnel_stage_count> weights_{};
};

}  // namespace

std::vector<AttentionDeal> rank_attention(const Workspace& workspace, const Playbook& playbook, Date today, Currency currency) {
    return Ranking(workspace, playbook, today, currency).ranked();
}

}  // namespace compass
