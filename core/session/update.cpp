#include "session/update.h"

#include "session/clean_text.h"
#include "session/edit.h"
#include "session/limits.h"
#include "session/settle.h"

namespace compass {

Edit::Edit(const Workspace& before, const Context& context)
    : workspace(before), today(std::clamp(context.today, first_date, last_date)), identities(context.random), before_(before) {}

Deal* Edit::deal(const Id& id) {
    const Deal* found = find_deal(workspace, id);
    return found ? &deal_.emplace(*found) : nullptr;
}

Customer* Edit::customer(const Id& id) {
    const Customer* found = find_customer(workspace, id);
    return found ? &customer_.emplace(*found) : nullptr;
}

// Whatever changed them: the way so far is never lost.
void Edit::keep_history(const Deal& before, Deal& after) const {
    const std::string why = clean_prose(reason);
    if (after.objective != before.objective && before.objective != Objective{})
        append(after.objective_changes, {today, before.objective, why, {}});
    if (after.position.claimed != before.position.claimed) append(after.trail, {today, after.position.claimed, why, {}});
    if (after.funnel_stage != before.funnel_stage) append(after.stage_history, {today, after.funnel_stage, {}});
    for (Person& person : after.people) {
        const auto was = std::find_if(before.people.begin(), before.people.end(), [&](const Person& one) { return one.id == person.id; });
        if (was == before.people.end() ? person.support.has_value() : person.support != was->support)
            append(person.support_trail, {today, person.support, {}});
    }
}

void Edit::finish() {
    if (deal_) {
        const auto place = find_boxed(workspace.deals, deal_->id);
        drop_loose_links(*deal_);
        keep_unknown(deal_description, &**place, &*deal_);
        clean(deal_description, &*deal_);
        settle_ids(deal_description, &*deal_, identities);
        keep_history(**place, *deal_);
        if (*deal_ != **place) {
            deal_->playbook = workspace.playbook ? (*workspace.playbook)->id : std::string();  // whose numbers were on screen
            *place = std::move(*deal_);
        }
        deal_.reset();
    }
    if (customer_) {
        const auto place = find_boxed(workspace.customers, customer_->id);
        keep_unknown(customer_description, &**place, &*customer_);
        clean(customer_description, &*customer_);
        settle_ids(customer_description, &*customer_, identities);
        if (*customer_ != **place) *place = std::move(*customer_);
        customer_.reset();
    }
}

Update Edit::result() && {
    finish();
    if (workspace == before_) return {before_, {}, false};
    requests_.insert(requests_.begin(), Save{});
    return {std::move(workspace), std::move(requests_), true};
}

Update update(const Workspace& workspace, const Action& action, const Context& context) {
    Edit edit(workspace, context);
    std::visit([&](const auto& one) { apply(edit, one); }, action);
    return std::move(edit).result();
}

}  // namespace compass
