#include "portfolio/assessment.h"

#include "portfolio/customer_index.h"
#include "reading/contradictions.h"
#include "reading/deal_reading.h"
#include "reading/flags.h"

#include <algorithm>

namespace compass {
namespace {

void add_raised(std::vector<RaisedRule>& raised, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
        const bool named = std::any_of(raised.begin(), raised.end(), [&](const RaisedRule& one) { return one.rule == finding.rule; });
        if (!named) raised.push_back({finding.rule, finding.severity});
    }
}

}  // namespace

Assessment assess(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
    Assessment assessment;
    const DealReading reading = read_deal(deal, customer, playbook, today);
    if (!reading.index) return assessment;
    assessment.index = reading.index->index, assessment.band = reading.index->band;
    assessment.best = reading.navigation.moves.front();
    add_raised(assessment.raised, read_flags(deal, customer, playbook, today, reading.index->index));
    add_raised(assessment.raised, read_contradictions(deal, customer, playbook, today));
    return assessment;
}

void Assessments::follow(const Workspace& workspace, const Playbook& playbook, Date today) {
    if (playbook_ != &playbook || today_ != today) kept_.clear();
    playbook_ = &playbook, today_ = today;
    const CustomerIndex customers(workspace);
    std::map<const Deal*, std::size_t> places;
    const bool same_places = kept_.size() == workspace.deals.size();
    if (!same_places)
        for (std::size_t i = 0; i < kept_.size(); ++i) places.emplace(&*kept_[i].deal, i);
    std::vector<Kept> before(workspace.deals.size());
    before.swap(kept_);
    done_ = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        Kept& now = kept_[i];
        now.deal = workspace.deals[i];
        if (const Box<Customer>* customer = customers.find_box(now.deal->customer)) now.customer = *customer;
        const auto found = places.find(&*now.deal);
        if (!same_places && found == places.end()) continue;
        Kept& old = before[same_places ? i : found->second];
        const bool same_customer = old.customer ? now.customer && old.customer->same(*now.customer) : !now.customer;
        if (!old.up_to_date || !old.deal.same(now.deal) || !same_customer) continue;
        now.assessment = std::move(old.assessment);
        now.up_to_date = true;
        ++done_;
    }
}

bool Assessments::read(std::size_t at_most) {
    for (Kept& kept : kept_) {
        if (kept.up_to_date) continue;
        if (at_most-- == 0) return false;
        kept.assessment = assess(*kept.deal, kept.customer ? &**kept.customer : nullptr, *playbook_, today_);
        kept.up_to_date = true;
        ++done_;
    }
    return true;
}

}  // namespace compass
