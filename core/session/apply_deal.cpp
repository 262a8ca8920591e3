// Deals: made, named, moved along our process, ended (methodology §2, 8, 13).
#include "codec/description.h"
#include "session/clean_text.h"
#include "session/edit.h"
#include "session/limits.h"
#include "session/settle.h"

#include <algorithm>
#include <cstddef>

namespace compass {
namespace {

// The customer of this name, made if need be; nothing where there is no room for one more.
std::optional<Id> customer_named(Edit& edit, const std::string& name) {
    std::vector<Box<Customer>>& customers = edit.workspace.customers;
    for (const Box<Customer>& customer : customers)
        if (customer->name == name) return customer->id;
    if (customers.size() >= things_at_most) return std::nullopt;
    Customer customer;
    customer.id = edit.identities.unused_in(edit.workspace);
    customer.name = name;
    customers.push_back(customer);
    return customer.id;
}

std::ptrdiff_t deals_of(const Workspace& workspace, const Id& customer) {
    return std::count_if(workspace.deals.begin(), workspace.deals.end(), [&](const Box<Deal>& deal) { return deal->customer == customer; });
}

// Another name: the customer who has it; else the deal's own is renamed, unless other deals are theirs too.
Id customer_after(Edit& edit, const Id& own, const std::string& name) {
    const Customer* customer = find_customer(edit.workspace, own);
    if (name.empty() || (customer && customer->name == name)) return own;
    const std::vector<Box<Customer>>& all = edit.workspace.customers;
    const bool taken = std::any_of(all.begin(), all.end(), [&](const Box<Customer>& one) { return one->name == name; });
    if (!customer || taken || deals_of(edit.workspace, own) > 1) return customer_named(edit, name).value_or(own);
    edit.customer(own)->name = name;
    return own;
}

// A customer left without deals goes too if nothing but its name is known.
void forget_if_empty(Workspace& workspace, const Id& id) {
    const Customer* customer = find_customer(workspace, id);
    if (!customer || deals_of(workspace, id) > 0) return;
    Customer bare;
    bare.id = id;
    bare.name = customer->name;
    if (*customer == bare) workspace.customers.erase(find_boxed(workspace.customers, id));
}

}  // namespace

void apply(Edit& edit, const CreateDeal& action) {
    if (edit.workspace.deals.size() >= things_at_most) return;
    const std::optional<Id> customer = customer_named(edit, clean_name(action.customer_name));
    if (!customer) return;
    Deal deal;
    deal.id = edit.identities.unused_in(edit.workspace);
    deal.customer = *customer;
    deal.name = action.name;
    deal.owner = action.owner;
    deal.objective = action.objective;
    deal.position.claimed = action.position;
    clean(deal_description, &deal);
    deal.trail = {{edit.today, deal.position.claimed, {}, {}}};
    deal.stage_history = {{edit.today, deal.funnel_stage, {}}};
    edit.show(deal.id);
    edit.workspace.deals.push_back(std::move(deal));
}

void apply(Edit& edit, const RenameDeal& action) {
    const std::string name = clean_name(action.name);
    Deal* deal = edit.deal(action.deal);
    if (deal && !name.empty()) deal->name = name;
}

void apply(Edit& edit, const EditDeal& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    const Id former = deal->customer;
    const std::string name = clean_name(action.name);
    if (!name.empty()) deal->name = name;
    deal->customer = customer_after(edit, former, clean_name(action.customer_name));
    deal->owner = action.owner;
    deal->objective = action.objective;
    deal->kind = action.kind;
    deal->lead_channel = action.lead_channel;
    deal->funnel_stage = action.funnel_stage;
    edit.reason = action.reason;
    edit.finish();
    forget_if_empty(edit.workspace, former);
}

void apply(Edit& edit, const DuplicateDeal& action) {
    std::vector<Box<Deal>>& deals = edit.workspace.deals;
    const auto original = find_boxed(deals, action.deal);
    if (original == deals.end() || deals.size() >= things_at_most) return;
    Deal copy = **original;
    copy.id = edit.identities.unused_in(edit.workspace);
    const std::string name = clean_name(action.name);
    if (!name.empty()) copy.name = name;
    edit.show(copy.id);
    deals.insert(original + 1, std::move(copy));
}

void apply(Edit& edit, const DeleteDeal& action) {
    const auto deal = find_boxed(edit.workspace.deals, action.deal);
    if (deal == edit.workspace.deals.end()) return;
    const Id customer = (*deal)->customer;
    edit.workspace.deals.erase(deal);
    forget_if_empty(edit.workspace, customer);
}

void apply(Edit& edit, const SetFunnelStage& action) {
    if (Deal* deal = edit.deal(action.deal)) deal->funnel_stage = action.stage;
}

void apply(Edit& edit, const SetStatus& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    const bool open = action.status == DealStatus::open, won = action.status == DealStatus::won;
    deal->status = action.status;
    deal->end_reason = open || won ? EndReason::none : action.reason;
    deal->ended = open ? std::nullopt : std::optional(action.ended.value_or(edit.today));
    deal->lessons = action.lessons;
}

void apply(Edit& edit, const SetContract& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    deal->contract = action.contract;
    deal->first_payment = action.first_payment;
}

void apply(Edit& edit, const SetProtection& action) {
    if (Deal* deal = edit.deal(action.deal)) deal->protection = action.protection;
}

void apply(Edit& edit, const SetTeaching& action) {
    if (Deal* deal = edit.deal(action.deal)) deal->teaching = action.teaching;
}

}  // namespace compass
