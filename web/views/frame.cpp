#include "views/frame.h"

#include "codec/method.h"
#include "reading/contradictions.h"
#include "reading/flags.h"

#include <algorithm>

namespace views {

using namespace compass;

void Readings::begin(const Workspace& workspace, std::uint64_t revision, const Playbook& playbook, Date today) {
    workspace_ = &workspace;
    revision_ = revision;
    if (playbook_ != &playbook || today_ != today) kept_.clear(), what_if_.reset(), indexed_.reset();
    if (playbook_ != &playbook) whole_playbook_.reset();
    playbook_ = &playbook;
    today_ = today;
}

// Deals and their customers mostly stand in the same order: the next one is looked for behind the last.
const Box<Customer>* Readings::customer_box(const Deal& deal) {
    if (!deal.customer) return nullptr;
    const std::vector<Box<Customer>>& all = workspace_->customers;
    const auto is_at = [&](std::size_t place) { return place < all.size() && all[place]->id == deal.customer; };
    const auto known = customer_places_.find(deal.customer);
    if (known != customer_places_.end() && is_at(known->second)) return &all[known->second];
    for (std::size_t i = 0; i < all.size(); ++i) {
        const std::size_t place = (last_customer_ + i) % all.size();
        if (!is_at(place)) continue;
        customer_places_.insert_or_assign(deal.customer, place);
        last_customer_ = place;
        return &all[place];
    }
    return nullptr;
}

const Customer* Readings::customer_of(const Deal& deal) {
    const Box<Customer>* customer = customer_box(deal);
    return customer ? &**customer : nullptr;
}

const DealReading& Readings::of(const Box<Deal>& deal) {
    const Box<Customer>* customer = customer_box(*deal);
    const auto found = kept_.find(deal->id);
    if (found != kept_.end() && found->second.deal.same(deal) &&
        (customer ? found->second.customer && found->second.customer->same(*customer) : !found->second.customer))
        return found->second.reading;
    what_if_.reset(), indexed_.reset();
    ++version_;
    Kept kept{deal, customer ? std::optional(*customer) : std::nullopt,
              read_deal(*deal, customer ? &**customer : nullptr, *playbook_, today_)};
    return kept_.insert_or_assign(deal->id, std::move(kept)).first->second.reading;
}

const Playbook& Readings::whole_playbook() {
    if (!whole_playbook_) whole_playbook_ = with_method(*playbook_);
    return *whole_playbook_;
}

// The customer counts, too: another version of it makes another reading of the deal.
const Warnings& Readings::warnings_of(const Box<Deal>& deal) {
    const DealReading& reading = of(deal);
    if (!warned_ || !warned_->deal.same(deal) || warned_->version != version_) {
        const Customer* customer = customer_of(*deal);
        const std::optional<Probability> index = reading.index ? std::optional(reading.index->index) : std::nullopt;
        warned_ = Warned{
            deal,
            version_,
            {read_flags(*deal, customer, whole_playbook(), today_, index), read_contradictions(*deal, customer, whole_playbook(), today_)}};
    }
    return warned_->warnings;
}

const DealReading& Readings::what_if(const Box<Deal>& deal, const Position& position) {
    if (!what_if_ || !what_if_->deal.same(deal) || what_if_->reading.position != position)
        what_if_ = Kept{deal, {}, read_deal(*deal, customer_of(*deal), *playbook_, today_, position)};
    return what_if_->reading;
}

std::optional<Probability> Readings::index_at(const Box<Deal>& deal, const Position& position) {
    if (!indexed_ || !indexed_->same(deal)) indexed_ = deal, index_at_ = {};
    std::optional<Probability>& kept = index_at_[static_cast<std::size_t>(index_of(position))];
    if (!kept) {
        const auto index = read_win_index(*deal, customer_of(*deal), *playbook_, today_, position);
        if (index) kept = index->index;
    }
    return kept;
}

const Box<Deal>* find_box(const Workspace& workspace, const Id& id) {
    const auto found = std::find_if(workspace.deals.begin(), workspace.deals.end(), [&](const Box<Deal>& deal) { return deal->id == id; });
    return found == workspace.deals.end() ? nullptr : &*found;
}

}  // namespace views
