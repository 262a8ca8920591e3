#include "session/settle.h"

#include "codec/value.h"
#include "model/date.h"
#include "model/numbers.h"
#include "session/clean_text.h"

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace compass {
namespace {

template <class T>
void clamp(void* value, const Rule& rule) {
    as<T>(value) = std::clamp(as<T>(value), static_cast<T>(rule.low), static_cast<T>(rule.high));
}

void clean(Currency& currency) {
    const bool capitals = std::all_of(currency.code.begin(), currency.code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!capitals) currency = {};
}

// Lacks a text, or an identity that is nobody's own, without which a file is refused.
bool is_void(const Kind& kind, const void* value) {
    for (std::uint32_t i = 0; kind.shape == Shape::object && i < kind.object->count; ++i) {
        const Field& field = kind.object->fields[i];
        const bool names = field.kind->shape == Shape::identity && field.rule.meaning == Meaning::none && field.rule.required;
        if (names && !*static_cast<const Id*>(at_offset(value, field.offset))) return true;
        if (field.rule.filled && static_cast<const std::string*>(at_offset(value, field.offset))->empty()) return true;
    }
    return false;
}

void clean(const Kind& kind, const Rule& rule, void* value) {
    switch (kind.shape) {
        case Shape::text:
            as<std::string>(value) = rule.lines ? clean_prose(as<std::string>(value)) : clean_name(as<std::string>(value));
            break;
        case Shape::whole: clamp<int>(value, rule); break;
        case Shape::minor_units: clamp<std::int64_t>(value, rule); break;
        case Shape::word:
            as<std::uint8_t>(value) = static_cast<std::uint8_t>(std::min<std::uint32_t>(as<std::uint8_t>(value), kind.count - 1));
            break;
        case Shape::date: as<Date>(value) = std::clamp(as<Date>(value), first_date, last_date); break;
        case Shape::currency: clean(as<Currency>(value)); break;
        case Shape::optional: {
            void* inside = const_cast<void*>(kind.optional->inside(value));
            if (!inside) break;
            const bool out = kind.item->shape == Shape::date && (as<Date>(inside) < first_date || as<Date>(inside) > last_date);
            clean(*kind.item, rule, inside);
            if (out || is_void(*kind.item, inside)) kind.optional->empty(value);
            break;
        }
        case Shape::list:
            for (std::size_t i = 0; i < kind.list->items(value).count;) {
                void* item = const_cast<void*>(item_at(kind, kind.list->items(value), i));
                clean(*kind.item, rule, item);
                if (is_void(*kind.item, item))
                    kind.list->remove(value, i, i + 1);
                else
                    ++i;
            }
            if (const std::size_t count = kind.list->items(value).count; count > rule.at_most)
                kind.list->remove(value, rule.at_most, count);
            break;
        case Shape::object: clean(*kind.object, value); break;
        default: break;
    }
}

// The unknown members of money that is gone: nobody could write them.
void drop_orphans(const Description& object, void* value) {
    Extra* extra = extra_of(object, value);
    if (!extra) return;
    std::erase_if(extra->members, [&](const auto& member) {
        const std::size_t end = member.first.find(nested_separator);
        if (end == std::string::npos) return false;
        for (std::uint32_t i = 0; i < object.count; ++i) {
            const Field& field = object.fields[i];
            if (field.name != std::string_view(member.first).substr(0, end)) continue;
            return field.kind->shape == Shape::optional && !field.kind->optional->inside(at_offset(value, field.offset));
        }
        return true;
    });
}

// Of entries that nothing tells apart: where one of them alone is another, it stands for the former.
void keep_of_replaced(const Kind& kind, const Items& were, const Items& are) {
    if (were.count != are.count) return;
    std::size_t different = 0, place = 0;
    for (std::size_t i = 0; i < are.count && different < 2; ++i)
        if (!same(*kind.item, item_at(kind, were, i), item_at(kind, are, i))) ++different, place = i;
    if (different == 1) keep_unknown(*kind.item->object, item_at(kind, were, place), const_cast<void*>(item_at(kind, are, place)));
}

void keep_unknown(const Kind& kind, const void* before, void* after) {
    if (kind.shape == Shape::object) return keep_unknown(*kind.object, before, after);
    if (kind.shape == Shape::optional) {
        const void *was = kind.optional->inside(before), *is = kind.optional->inside(after);
        if (was && is) keep_unknown(*kind.item, was, const_cast<void*>(is));
    }
    if (kind.shape != Shape::list || kind.item->shape != Shape::object) return;
    const Items were = kind.list->items(before), are = kind.list->items(after);
    if (!is_told_apart(*kind.item)) return keep_of_replaced(kind, were, are);
    for (std::size_t i = 0; i < are.count; ++i) {
        void* item = const_cast<void*>(item_at(kind, are, i));
        const std::string_view identity = identity_of(*kind.item, item);
        if (identity.empty()) continue;
        if (const auto place = place_of(identity, kind, were, i)) keep_unknown(*kind.item, item_at(kind, were, *place), item);
    }
}

bool is_own(const Rule& rule) { return rule.meaning == Meaning::own_id || rule.meaning == Meaning::own_person_id; }

template <class Visit>
void every_id(const Description& object, void* value, Visit& visit);

// visit(rule, id) for each identity inside.
template <class Visit>
void every_id(const Kind& kind, const Rule& rule, void* value, Visit& visit) {
    if (kind.shape == Shape::identity) visit(rule, as<Id>(value));
    if (kind.shape == Shape::optional) {
        if (const void* inside = kind.optional->inside(value)) every_id(*kind.item, rule, const_cast<void*>(inside), visit);
    }
    if (kind.shape == Shape::list && !is_scalar(kind.item->shape)) {
        const Items items = kind.list->items(value);
        for (std::size_t i = 0; i < items.count; ++i) every_id(*kind.item, rule, const_cast<void*>(item_at(kind, items, i)), visit);
    }
    if (kind.shape == Shape::object) every_id(*kind.object, value, visit);
}
template <class Visit>
void every_id(const Description& object, void* value, Visit& visit) {
    for (std::uint32_t i = 0; i < object.count; ++i)
        every_id(*object.fields[i].kind, object.fields[i].rule, at_offset(value, object.fields[i].offset), visit);
}

struct CollectIds {
    std::vector<Id> own, people;

    void operator()(const Rule& rule, const Id& id) {
        if (is_own(rule)) own.push_back(id);
        if (rule.meaning == Meaning::own_person_id) people.push_back(id);
    }
};

class SettleIds {
  public:
    SettleIds(const CollectIds& ids, bool people_matter, Identities& identities)
        : ids_(ids), met_(ids.own.size()), people_matter_(people_matter), identities_(identities) {}

    void operator()(const Rule& rule, Id& id) {
        if (rule.meaning == Meaning::person) {
            if (people_matter_ && !holds(ids_.people, id)) id = {};
        } else if (is_own(rule) && !stays(id, rule.meaning == Meaning::own_person_id)) {
            do id = identities_.next();
            while (holds(ids_.own, id) || std::find(drawn_.begin(), drawn_.end(), id) != drawn_.end());
            drawn_.push_back(id);
        }
    }

  private:
    bool stays(const Id& id, bool of_person) {
        if (!id || (!of_person && holds(ids_.people, id))) return false;
        const auto at = static_cast<std::size_t>(std::lower_bound(ids_.own.begin(), ids_.own.end(), id) - ids_.own.begin());
        return !std::exchange(met_[at], true);
    }

    const CollectIds& ids_;
    std::vector<char> met_;
    bool people_matter_;
    Identities& identities_;
    std::vector<Id> drawn_;
};

struct CollectReferred {
    std::vector<Id> referred;

    void operator()(const Rule& rule, const Id& id) {
        if (rule.meaning == Meaning::person && id) referred.push_back(id);
    }
};

void drop_repeated(const Description& object, void* value, const std::vector<Id>& people, std::set<Id>& met) {
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Kind& kind = *object.fields[i].kind;
        void* member = at_offset(value, object.fields[i].offset);
        if (kind.shape == Shape::object) drop_repeated(*kind.object, member, people, met);
        if (kind.shape != Shape::list || kind.item->shape != Shape::object) continue;
        for (std::size_t k = 0; k < kind.list->items(member).count;) {
            void* item = const_cast<void*>(item_at(kind, kind.list->items(member), k));
            bool repeated = false;
            for (std::uint32_t f = 0; f < kind.item->object->count; ++f) {
                const Field& field = kind.item->object->fields[f];
                if (!is_own(field.rule)) continue;
                const Id& id = as<Id>(at_offset(item, field.offset));
                repeated = !met.insert(id).second || (field.rule.meaning == Meaning::own_id && holds(people, id));
            }
            if (repeated) {
                kind.list->remove(member, k, k + 1);
                continue;
            }
            drop_repeated(*kind.item->object, item, people, met);
            ++k;
        }
    }
}

}  // namespace

void clean(const Description& object, void* value) {
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        clean(*field.kind, field.rule, at_offset(value, field.offset));
    }
    drop_orphans(object, value);
}

void keep_unknown(const Description& object, const void* before, void* after) {
    if (const Extra* extra = extra_of(object, before)) add_members(*extra_of(object, after), *extra);
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        keep_unknown(*field.kind, at_offset(before, field.offset), at_offset(after, field.offset));
    }
}

void settle_ids(const Description& object, void* value, Identities& identities) {
    CollectIds ids;
    every_id(object, value, ids);
    std::sort(ids.own.begin(), ids.own.end());
    std::sort(ids.people.begin(), ids.people.end());
    SettleIds settle(ids, object.scope == Scope::people, identities);
    every_id(object, value, settle);
}

void drop_loose_links(Deal& deal) {
    const auto is_there = [&](const Id& id) {
        return std::any_of(deal.people.begin(), deal.people.end(), [&](const Person& person) { return person.id == id; });
    };
    std::erase_if(deal.links, [&](const Link& link) { return !is_there(link.from) || !is_there(link.to); });
}

void drop_repeated(const Description& object, void* value) {
    CollectIds ids;
    every_id(object, value, ids);
    std::sort(ids.people.begin(), ids.people.end());
    std::set<Id> met;
    drop_repeated(object, value, ids.people, met);
}

std::vector<Id> people_missed(Deal& deal) {
    CollectIds ids;
    CollectReferred referred;
    every_id(deal_description, &deal, ids);
    every_id(deal_description, &deal, referred);
    std::sort(ids.people.begin(), ids.people.end());
    std::vector<Id>& missed = referred.referred;
    std::erase_if(missed, [&](const Id& id) { return holds(ids.people, id); });
    std::sort(missed.begin(), missed.end());
    missed.erase(std::unique(missed.begin(), missed.end()), missed.end());
    return std::move(missed);
}

}  // namespace compass
