#include "session/merge.h"

#include "codec/json_text.h"
#include "codec/value.h"
#include "codec/workspace_codec.h"
#include "codec/writer.h"
#include "session/clean_text.h"
#include "session/limits.h"
#include "session/settle.h"
#include "session/three_way.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>

namespace compass {
namespace {

using Places = std::map<Id, std::size_t>;

template <class T>
Places places_of(const std::vector<Box<T>>& all) {
    Places places;
    for (std::size_t i = 0; i < all.size(); ++i) places.emplace(all[i]->id, i);
    return places;
}

template <class T>
void put(std::vector<Box<T>>& all, Places& places, const Box<T>& one) {
    const auto [place, is_new] = places.emplace(one->id, all.size());
    if (is_new)
        all.push_back(one);
    else if (all[place->second] != one)
        all[place->second] = one;
}

const Description& description_of(const Deal&) { return deal_description; }
const Description& description_of(const Customer&) { return customer_description; }

template <class T>
std::string json_of(const T& value) {
    const Kind kind{.shape = Shape::object, .size = sizeof(T), .object = &description_of(value)};
    return write_value(kind, &value);
}

template <class T>
const Box<T>* find_box(const std::vector<Box<T>>& all, const Id& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Box<T>& one) { return one->id == id; });
    return found == all.end() ? nullptr : &*found;
}

// The lists of both sides and of the ancestor, by what they have become.
class Merging {
  public:
    Merging(const Workspace& ancestor, const Workspace& ours, const Workspace& theirs)
        : ancestor_(ancestor), ours_(ours), theirs_(theirs), fields_(merge_.conflicts) {}

    Merge result() && {
        merge_.workspace.customers = boxes<Customer>(&Workspace::customers, "/customers");
        merge_.workspace.deals = boxes<Deal>(&Workspace::deals, "/deals");
        bring_back_customers();
        merge_.workspace.playbook = playbook();
        merge_.workspace.extra = fields_.members(&ancestor_.extra, ours_.extra, theirs_.extra, {});
        return std::move(merge_);
    }

  private:
    template <class T>
    struct Lists {
        const std::vector<Box<T>>&ancestor, &ours, &theirs;
    };

    template <class T>
    static bool stays(void* asker, const ListEntry& entry) {
        const Lists<T>& lists = *static_cast<const Lists<T>*>(asker);
        if (!entry.ancestor || (entry.ours && entry.theirs)) return true;
        return lists.ancestor[*entry.ancestor] != (entry.ours ? lists.ours[*entry.ours] : lists.theirs[*entry.theirs]);
    }

    template <class T>
    static std::vector<std::string> keys_of(const std::vector<Box<T>>& all) {
        std::vector<std::string> keys;
        keys.reserve(all.size());
        for (const Box<T>& one : all) keys.push_back(format(one->id));
        return keys;
    }

    template <class T>
    static std::string ids_of(const std::vector<Box<T>>& all) {
        std::string json;
        for (const Box<T>& one : all) json += (json.empty() ? "[\"" : ",\"") + format(one->id) + '"';
        return json.empty() ? "[]" : json + ']';
    }

    template <class T>
    std::vector<Box<T>> boxes(std::vector<Box<T>> Workspace::*list, const std::string& place) {
        Lists<T> lists{ancestor_.*list, ours_.*list, theirs_.*list};
        ListOrder order = merged_order(keys_of(lists.ancestor), keys_of(lists.ours), keys_of(lists.theirs), stays<T>, &lists);
        if (order.disputed || order.entries.size() > things_at_most)
            merge_.conflicts.push_back({place, ids_of(lists.ancestor), ids_of(lists.ours), ids_of(lists.theirs)});
        if (order.entries.size() > things_at_most) order.entries.resize(things_at_most);
        std::vector<Box<T>> all;
        for (const ListEntry& entry : order.entries) {
            const Box<T>* was = entry.ancestor ? &lists.ancestor[*entry.ancestor] : nullptr;
            const Box<T>* mine = entry.ours ? &lists.ours[*entry.ours] : nullptr;
            const Box<T>* other = entry.theirs ? &lists.theirs[*entry.theirs] : nullptr;
            const std::string here = place + '/' + entry.key;
            if (mine && other)
                all.push_back(one_of(was, *mine, *other, here));
            else
                all.push_back(mine ? *mine : *other);
            if (was && (!mine || !other)) conflict(here, was, mine, other);
        }
        return all;
    }

    template <class T>
    void conflict(const std::string& place, const Box<T>* was, const Box<T>* mine, const Box<T>* other) {
        const auto json = [](const Box<T>* one) { return one ? json_of(**one) : std::string(); };
        merge_.conflicts.push_back({place, json(was), json(mine), json(other)});
    }

    template <class T>
    Box<T> one_of(const Box<T>* was, const Box<T>& mine, const Box<T>& other, const std::string& place) {
        if (mine == other || (was && *was == other)) return mine;
        if (was && *was == mine) return other;
        T made;
        const Description& object = description_of(made);
        fields_.object(object, was ? &**was : nullptr, &*mine, &*other, &made, place);
        mend(made, mine, other, place);
        clean(object, &made);
        return made;
    }

    void mend(Customer& made, const Box<Customer>&, const Box<Customer>&, const std::string&) {
        drop_repeated(customer_description, &made);
    }

    // Who was removed on one side and is referred to anew on the other comes back.
    void mend(Deal& made, const Box<Deal>& mine, const Box<Deal>& other, const std::string& place) {
        for (const Id& id : people_missed(made)) {
            const Person *here = person_of(*mine, id), *there = person_of(*other, id);
            if (!here && !there) continue;
            made.people.push_back(here ? *here : *there);
            const auto name = [](const Person* person) { return person ? quoted(person->name) : std::string(); };
            merge_.conflicts.push_back({place + "/people/" + format(id), name(here ? here : there), name(here), name(there)});
        }
        drop_repeated(deal_description, &made);
        clean(deal_description, &made);
        drop_loose_links(made);
        Identities none_drawn(0);
        settle_ids(deal_description, &made, none_drawn);
    }

    static const Person* person_of(const Deal& deal, const Id& id) {
        const auto found = std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == id; });
        return found == deal.people.end() ? nullptr : &*found;
    }

    static std::string quoted(const std::string& text) {
        std::string json;
        append_quoted(json, text);
        return json;
    }

    void bring_back_customers() {
        std::vector<Box<Customer>>& customers = merge_.workspace.customers;
        Places places = places_of(customers);
        for (const Box<Deal>& deal : merge_.workspace.deals) {
            if (places.contains(deal->customer) || customers.size() >= things_at_most) continue;
            const Box<Customer>*mine = find_box(ours_.customers, deal->customer), *other = find_box(theirs_.customers, deal->customer);
            if (!mine && !other) continue;
            put(customers, places, mine ? *mine : *other);
            conflict("/customers/" + format(deal->customer), find_box(ancestor_.customers, deal->customer), mine, other);
        }
        std::erase_if(merge_.workspace.deals, [&](const Box<Deal>& deal) { return !places.contains(deal->customer); });
    }

    // One value: its numbers hang together.
    std::optional<Box<Playbook>> playbook() {
        if (ours_.playbook == theirs_.playbook || ancestor_.playbook == theirs_.playbook) return ours_.playbook;
        if (ancestor_.playbook == ours_.playbook) return theirs_.playbook;
        const auto json = [](const std::optional<Box<Playbook>>& one) { return one ? write_playbook(**one) : std::string(); };
        merge_.conflicts.push_back({"/playbook", json(ancestor_.playbook), json(ours_.playbook), json(theirs_.playbook)});
        return ours_.playbook ? ours_.playbook : theirs_.playbook;
    }

    const Workspace &ancestor_, &ours_, &theirs_;
    Merge merge_;
    ThreeWay fields_;
};

// FNV-1a
std::uint64_t hash_of(std::string_view text, std::uint64_t start) {
    for (const char c : text) start = (start ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return start;
}

template <class T>
T copy_of(const T& one, std::string_view mark) {
    const std::string json = json_of(one);
    T copy = one;
    copy.id = make_id(hash_of(json, 0xCBF29CE484222325u), hash_of(json, 0x84222325CBF29CE4u));
    copy.name = clean_name(std::string(mark) + one.name);
    return copy;
}

// Behind its original.
template <class T>
void put_copy(std::vector<Box<T>>& all, T copy, const Id& original) {
    if (all.size() >= things_at_most || find_box(all, copy.id)) return;
    const auto place = std::find_if(all.begin(), all.end(), [&](const Box<T>& one) { return one->id == original; });
    all.insert(place + 1, std::move(copy));
}

}  // namespace

Deal marked_copy(const Deal& deal, std::string_view mark) { return copy_of(deal, mark); }
Customer marked_copy(const Customer& customer, std::string_view mark) { return copy_of(customer, mark); }

Workspace merged(const Workspace& own, const Workspace& incoming) {
    Workspace result = own;
    Places customers = places_of(result.customers);
    for (const Box<Customer>& customer : incoming.customers) put(result.customers, customers, customer);
    Places deals = places_of(result.deals);
    for (const Box<Deal>& deal : incoming.deals)
        if (customers.contains(deal->customer)) put(result.deals, deals, deal);
    if (incoming.playbook && incoming.playbook != own.playbook) result.playbook = incoming.playbook;
    add_members(result.extra, incoming.extra);
    return result;
}

Merge merge(const Workspace& ancestor, const Workspace& ours, const Workspace& theirs) { return Merging(ancestor, ours, theirs).result(); }

Workspace with_copies(const Workspace& ours, const Workspace& theirs, std::string_view mark) {
    Workspace result = ours;
    const Places customers = places_of(ours.customers), deals = places_of(ours.deals);
    std::map<Id, Id> copied;  // customers
    for (const Box<Customer>& customer : theirs.customers) {
        const auto own = customers.find(customer->id);
        if (own == customers.end()) {
            if (result.customers.size() < things_at_most) result.customers.push_back(customer);
        } else if (ours.customers[own->second] != customer) {
            Customer copy = copy_of(*customer, mark);
            copied[customer->id] = copy.id;
            put_copy(result.customers, std::move(copy), customer->id);
        }
    }
    const Places all_customers = places_of(result.customers);
    for (const Box<Deal>& deal : theirs.deals) {
        const auto own = deals.find(deal->id);
        if (own == deals.end()) {
            if (result.deals.size() < things_at_most && all_customers.contains(deal->customer)) result.deals.push_back(deal);
        } else if (ours.deals[own->second] != deal) {
            Deal copy = copy_of(*deal, mark);
            if (const auto customer = copied.find(deal->customer); customer != copied.end()) copy.customer = customer->second;
            if (all_customers.contains(copy.customer)) put_copy(result.deals, std::move(copy), deal->id);
        }
    }
    add_members(result.extra, theirs.extra);
    return result;
}

}  // namespace compass
