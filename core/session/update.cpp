#include "session/update.h"

#include "session/clean_text.h"
#include "session/identities.h"
#include "session/limits.h"
#include "session/merge.h"

#include <algorithm>
#include <cstddef>

namespace compass {
namespace {

Currency clean(Currency currency) {
    const bool capitals = std::all_of(currency.code.begin(), currency.code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals ? currency : Currency{};
}

std::optional<Date> clean(std::optional<Date> date) {
    const Date first = *date_of({1900, 1, 1}), last = *date_of({2199, 12, 31});
    return date && *date >= first && *date <= last ? date : std::nullopt;
}

Objective clean(Objective objective) {
    objective.sentence = clean_prose(objective.sentence);
    objective.product = clean_name(objective.product);
    objective.unit = clean_name(objective.unit);
    if (objective.amount)
        objective.amount =
            Money{std::clamp<std::int64_t>(objective.amount->minor, 0, minor_units_at_most), clean(objective.amount->currency)};
    objective.signing_date = clean(objective.signing_date);
    return objective;
}

Position clean(Position position) {
    for (const Axis axis : all_axes) position = with_level(position, axis, std::clamp(level(position, axis), 0, level_count - 1));
    return position;
}

void move_to(Deal& deal, const Position& position, Date today, std::string reason) {
    if (position == deal.position.claimed) return;
    deal.position.claimed = position;
    append(deal.trail, {today, position, std::move(reason), {}});
}

bool has_person(const Deal& deal, const Id& id) {
    return std::any_of(deal.people.begin(), deal.people.end(), [&](const Person& person) { return person.id == id; });
}

std::vector<Evidence>::iterator find(std::vector<Evidence>& facts, const Id& id) {
    return std::find_if(facts.begin(), facts.end(), [&](const Evidence& fact) { return fact.id == id; });
}

// One action at a time: the workspace that it makes and what the outside must do.
class Updating {
  public:
    Updating(const Workspace& workspace, const Context& context)
        : before_(workspace), workspace_(workspace), today_(clean(context.today).value_or(Date{})), identities_(context.random) {}

    Update result() && {
        if (workspace_ == before_) return {before_, {}, false};
        requests_.insert(requests_.begin(), Save{});
        return {std::move(workspace_), std::move(requests_), true};
    }

    void operator()(const CreateDeal& action) {
        if (workspace_.deals.size() >= things_at_most) return;
        const std::optional<Id> customer = customer_named(clean_name(action.customer_name));
        if (!customer) return;
        Deal deal;
        deal.id = identities_.unused_in(workspace_);
        deal.customer = *customer;
        deal.name = clean_name(action.name);
        deal.owner = clean_name(action.owner);
        deal.objective = clean(action.objective);
        deal.position.claimed = clean(action.position);
        deal.trail = {{today_, deal.position.claimed, {}, {}}};
        deal.stage_history = {{today_, deal.funnel_stage, {}}};
        show(deal.id);
        workspace_.deals.push_back(std::move(deal));
    }

    void operator()(const RenameDeal& action) {
        const std::string name = clean_name(action.name);
        if (name.empty()) return;
        edit(action.deal, [&](Deal& deal) { deal.name = name; });
    }

    void operator()(const EditDeal& action) {
        if (!find_deal(workspace_, action.deal)) return;
        const Id customer = customer_after(action);
        const Id former = find_deal(workspace_, action.deal)->customer;
        edit(action.deal, [&](Deal& deal) {
            const std::string name = clean_name(action.name);
            if (!name.empty()) deal.name = name;
            deal.customer = customer;
            deal.owner = clean_name(action.owner);
            deal.kind = action.kind;
            change_objective(deal, clean(action.objective), clean_prose(action.reason));
            if (deal.funnel_stage != action.funnel_stage) append(deal.stage_history, {today_, action.funnel_stage, {}});
            deal.funnel_stage = action.funnel_stage;
        });
        forget_if_empty(former);
    }

    void operator()(const DuplicateDeal& action) {
        const auto original = place_of(action.deal);
        if (original == workspace_.deals.end() || workspace_.deals.size() >= things_at_most) return;
        Deal copy = **original;
        copy.id = identities_.unused_in(workspace_);
        const std::string name = clean_name(action.name);
        if (!name.empty()) copy.name = name;
        show(copy.id);
        workspace_.deals.insert(original + 1, std::move(copy));
    }

    void operator()(const DeleteDeal& action) {
        const auto deal = place_of(action.deal);
        if (deal == workspace_.deals.end()) return;
        const Id customer = (*deal)->customer;
        workspace_.deals.erase(deal);
        forget_if_empty(customer);
    }

    void operator()(const SetLevel& action) {
        edit(action.deal, [&](Deal& deal) {
            const int level = std::clamp(action.level, 0, level_count - 1);
            move_to(deal, with_level(deal.position.claimed, action.axis, level), today_, clean_prose(action.reason));
        });
    }

    void operator()(const SetPosition& action) {
        edit(action.deal, [&](Deal& deal) { move_to(deal, clean(action.position), today_, clean_prose(action.reason)); });
    }

    void operator()(const PutEvidence& action) {
        edit(action.deal, [&](Deal& deal) {
            Evidence fact = action.evidence;
            fact.text = clean_prose(fact.text);
            fact.date = clean(fact.date);
            fact.sign = clean_name(fact.sign);
            if (!has_person(deal, fact.source)) fact.source = {};
            if (!put(deal, evidence_of(deal.position, action.axis), fact) || !action.level) return;
            move_to(deal, with_level(deal.position.claimed, action.axis, std::clamp(*action.level, 0, level_count - 1)), today_, fact.text);
        });
    }

    void operator()(const RemoveEvidence& action) {
        edit(action.deal, [&](Deal& deal) {
            std::vector<Evidence>& facts = evidence_of(deal.position, action.axis);
            if (const auto at = find(facts, action.evidence); at != facts.end()) facts.erase(at);
        });
    }

    void operator()(const ImportWorkspace& action) {
        Workspace merge = merged(workspace_, action.incoming);
        if (merge.deals.size() > things_at_most || merge.customers.size() > things_at_most) return;
        workspace_ = std::move(merge);
        if (action.incoming.deals.size() == 1) show(action.incoming.deals.front()->id);
    }

    void operator()(const FollowWorkspace& action) { workspace_ = action.saved; }

  private:
    std::vector<Box<Deal>>::iterator place_of(const Id& id) {
        return std::find_if(workspace_.deals.begin(), workspace_.deals.end(), [&](const Box<Deal>& deal) { return deal->id == id; });
    }

    // Nothing happens where there is no such deal; an edit without effect leaves the very same Box.
    template <class Edit>
    void edit(const Id& id, Edit apply) {
        const auto place = place_of(id);
        if (place == workspace_.deals.end()) return;
        Deal deal = **place;
        apply(deal);
        if (deal != **place) *place = std::move(deal);
    }

    void show(const Id& deal) { requests_.push_back(OpenDeal{deal}); }

    // The customer of this name, made if need be; nothing where there is no room for one more.
    std::optional<Id> customer_named(const std::string& name) {
        for (const Box<Customer>& customer : workspace_.customers)
            if (customer->name == name) return customer->id;
        if (workspace_.customers.size() >= things_at_most) return std::nullopt;
        Customer customer;
        customer.id = identities_.unused_in(workspace_);
        customer.name = name;
        workspace_.customers.push_back(customer);
        return customer.id;
    }

    // Another name: the customer who has it; else the deal's own is renamed, unless other deals are his too.
    Id customer_after(const EditDeal& action) {
        const Id own = find_deal(workspace_, action.deal)->customer;
        const std::string name = clean_name(action.customer_name);
        const Customer* customer = find_customer(workspace_, own);
        if (name.empty() || (customer && customer->name == name)) return own;
        const bool taken = std::any_of(workspace_.customers.begin(), workspace_.customers.end(),
                                       [&](const Box<Customer>& one) { return one->name == name; });
        if (!customer || taken || deals_of(own) > 1) return customer_named(name).value_or(own);
        for (Box<Customer>& one : workspace_.customers) {
            if (one->id != own) continue;
            Customer renamed = *one;
            renamed.name = name;
            one = std::move(renamed);
        }
        return own;
    }

    std::ptrdiff_t deals_of(const Id& customer) const {
        return std::count_if(workspace_.deals.begin(), workspace_.deals.end(),
                             [&](const Box<Deal>& deal) { return deal->customer == customer; });
    }

    // A customer left without deals goes too if nothing but its name is known.
    void forget_if_empty(const Id& id) {
        const Customer* customer = find_customer(workspace_, id);
        if (!customer || deals_of(id) > 0) return;
        Customer bare;
        bare.id = id;
        bare.name = customer->name;
        if (*customer == bare) std::erase_if(workspace_.customers, [&](const Box<Customer>& one) { return one->id == id; });
    }

    void change_objective(Deal& deal, Objective objective, std::string reason) {
        if (deal.objective == objective) return;
        if (deal.objective != Objective{}) append(deal.objective_changes, {today_, deal.objective, std::move(reason), {}});
        deal.objective = std::move(objective);
    }

    // Adds or replaces; false where there is nothing to replace or no room.
    bool put(const Deal& deal, std::vector<Evidence>& facts, Evidence fact) {
        if (fact.id) {
            const auto at = find(facts, fact.id);
            if (at == facts.end()) return false;
            *at = std::move(fact);
            return true;
        }
        if (facts.size() >= entries_at_most) return false;
        fact.id = identities_.unused_in(deal);
        facts.push_back(std::move(fact));
        return true;
    }

    const Workspace& before_;
    Workspace workspace_;
    std::vector<Request> requests_;
    Date today_;
    Identities identities_;
};

}  // namespace

Update update(const Workspace& workspace, const Action& action, const Context& context) {
    Updating updating(workspace, context);
    std::visit(updating, action);
    return std::move(updating).result();
}

}  // namespace compass
