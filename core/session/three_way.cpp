#include "session/three_way.h"

#include "codec/format.h"
#include "codec/json_text.h"
#include "codec/value.h"
#include "codec/walk.h"
#include "codec/writer.h"
#include "model/identity.h"

#include <algorithm>
#include <cstring>
#include <map>
#include <string_view>

namespace compass {
namespace {

using Keys = std::vector<std::string>;
using KeyPlaces = std::map<std::string_view, std::size_t>;

KeyPlaces places_of(const Keys& keys) {
    KeyPlaces places;
    for (std::size_t i = 0; i < keys.size(); ++i) places.emplace(keys[i], i);
    return places;
}

std::optional<std::size_t> place_in(const KeyPlaces& places, const std::string& key) {
    const auto found = places.find(key);
    return found == places.end() ? std::nullopt : std::optional(found->second);
}

// Entries that nothing tells apart are told apart by what they say; the second of two that say the same is another one.
Keys keys_of(const Kind& list, const void* value) {
    Keys keys;
    if (!value) return keys;
    std::map<std::string, int> met;
    const Items items = list.list->items(value);
    for (std::size_t i = 0; i < items.count; ++i) {
        const void* item = item_at(list, items, i);
        std::string key(identity_of(*list.item, item));
        if (key.empty()) key = write_value(*list.item, item);
        const int times = met[key]++;
        if (times > 0) key += '\0' + std::to_string(times);
        keys.push_back(std::move(key));
    }
    return keys;
}

const void* at(const Kind& list, const void* value, const std::optional<std::size_t>& place) {
    return value && place ? item_at(list, list.list->items(value), *place) : nullptr;
}

// As it stands in a place: ids as in files.
std::string shown(const Kind& entry, const void* value) {
    const std::string_view identity = identity_of(entry, value);
    Id id;
    if (identity.size() != id.bytes.size() || parse_id(identity)) return std::string(identity);
    std::memcpy(id.bytes.data(), identity.data(), identity.size());
    return format(id);
}

struct List {
    const Kind& kind;
    const void *ancestor, *ours, *theirs;
};

// What one side removed goes, unless the other changed it.
bool stays(void* asker, const ListEntry& entry) {
    const List& list = *static_cast<const List*>(asker);
    if (!entry.ancestor || (entry.ours && entry.theirs)) return true;
    const void* left = entry.ours ? at(list.kind, list.ours, entry.ours) : at(list.kind, list.theirs, entry.theirs);
    return !same(*list.kind.item, at(list.kind, list.ancestor, entry.ancestor), left);
}

// The entries between those of the common backbone: by the key of the one before them, empty for the beginning.
using Runs = std::map<std::string_view, std::vector<const ListEntry*>>;

}  // namespace

ListOrder merged_order(const Keys& ancestor, const Keys& ours, const Keys& theirs, bool (*stays)(void* asker, const ListEntry& entry),
                       void* asker) {
    const KeyPlaces before = places_of(ancestor), here = places_of(ours), there = places_of(theirs);
    std::map<std::string_view, ListEntry> entries;
    for (const Keys* keys : {&ours, &theirs}) {
        for (const std::string& key : *keys) {
            ListEntry entry{key, place_in(before, key), place_in(here, key), place_in(there, key)};
            if (stays(asker, entry)) entries.emplace(key, std::move(entry));
        }
    }
    Runs of_ours, of_theirs;
    const auto common = [&](const Keys& keys, Runs* runs) {
        std::vector<std::string_view> backbone;
        for (const std::string& key : keys) {
            const auto found = entries.find(key);
            if (found == entries.end()) continue;
            if (found->second.ours && found->second.theirs)
                backbone.push_back(key);
            else if (runs)
                (*runs)[backbone.empty() ? std::string_view() : backbone.back()].push_back(&found->second);
        }
        return backbone;
    };
    const auto known = [&](std::vector<std::string_view> keys) {
        std::erase_if(keys, [&](std::string_view key) { return !entries.find(key)->second.ancestor; });
        return keys;
    };
    std::vector<std::string_view> backbone = common(ours, &of_ours);
    const std::vector<std::string_view> other = common(theirs, &of_theirs), former = common(ancestor, nullptr);
    ListOrder order;
    if (backbone != other) {
        const bool ours_moved = known(backbone) != former, theirs_moved = known(other) != former;
        order.disputed = ours_moved == theirs_moved;
        if (theirs_moved && !ours_moved) backbone = other;
    }
    const auto add_runs = [&](std::string_view key) {
        const std::vector<const ListEntry*>&one = of_ours[key], &two = of_theirs[key];
        std::size_t i = 0, k = 0;
        while (i < one.size() || k < two.size()) {
            const bool first = k == two.size() || (i < one.size() && one[i]->key < two[k]->key);
            order.entries.push_back(first ? *one[i++] : *two[k++]);
        }
    };
    add_runs({});
    for (const std::string_view key : backbone) {
        order.entries.push_back(entries.find(key)->second);
        add_runs(key);
    }
    return order;
}

void ThreeWay::object(const Description& object, const void* ancestor, const void* ours, const void* theirs, void* out,
                      const std::string& place) {
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        const void *mine = at_offset(ours, field.offset), *other = at_offset(theirs, field.offset);
        void* to = at_offset(out, field.offset);
        std::string here = place;
        append_pointer(here, field.name);
        if (!ancestor && write_member(object, field, ours).empty())
            copy(*field.kind, to, other);
        else if (!ancestor && write_member(object, field, theirs).empty())
            copy(*field.kind, to, mine);
        else
            value(*field.kind, field.rule, ancestor ? at_offset(ancestor, field.offset) : nullptr, mine, other, to, here);
    }
    if (Extra* extra = extra_of(object, out))
        *extra = members(ancestor ? extra_of(object, ancestor) : nullptr, *extra_of(object, ours), *extra_of(object, theirs), place);
}

Extra ThreeWay::members(const Extra* ancestor, const Extra& ours, const Extra& theirs, const std::string& place) {
    using Members = std::map<std::string_view, std::string_view>;
    const auto members_of = [](const Extra& extra) { return Members(extra.members.begin(), extra.members.end()); };
    const Members before = ancestor ? members_of(*ancestor) : Members(), here = members_of(ours), there = members_of(theirs);
    Members all = here;
    all.insert(there.begin(), there.end());
    const auto json = [](const Members& members, std::string_view name) {
        const auto found = members.find(name);
        return std::string(found == members.end() ? std::string_view() : found->second);
    };
    Extra merged;
    for (const auto& [name, unused] : all) {
        const std::string was = json(before, name), mine = json(here, name), other = json(there, name);
        const bool both = mine != other && mine != was && other != was;
        const std::string& kept = mine == was || (both && mine.empty()) ? other : mine;
        if (!kept.empty()) merged.members.emplace_back(name, kept);
        if (!both) continue;
        std::string here_name = place;
        append_pointer(here_name, name);
        conflicts_.push_back({std::move(here_name), was, mine, other});
    }
    return merged;
}

void ThreeWay::value(const Kind& kind, const Rule& rule, const void* ancestor, const void* ours, const void* theirs, void* out,
                     const std::string& place) {
    if (same(kind, ours, theirs) || (ancestor && same(kind, ancestor, theirs))) return copy(kind, out, ours);
    if (ancestor && same(kind, ancestor, ours)) return copy(kind, out, theirs);
    if (kind.shape == Shape::object) return object(*kind.object, ancestor, ours, theirs, out, place);
    if (kind.shape == Shape::list) return list(kind, rule, ancestor, ours, theirs, out, place);
    conflict(kind, ancestor, ours, theirs, place);
    const bool removed = kind.shape == Shape::optional && !kind.optional->inside(ours);
    copy(kind, out, removed ? theirs : ours);
}

void ThreeWay::list(const Kind& kind, const Rule& rule, const void* ancestor, const void* ours, const void* theirs, void* out,
                    const std::string& place) {
    List all{kind, ancestor, ours, theirs};
    ListOrder order = merged_order(keys_of(kind, ancestor), keys_of(kind, ours), keys_of(kind, theirs), stays, &all);
    const bool too_long = order.entries.size() > rule.at_most;
    if (order.disputed || too_long) conflict(kind, ancestor, ours, theirs, place);
    if (too_long) order.entries.resize(rule.at_most);
    kind.list->remove(out, 0, kind.list->items(out).count);
    for (const ListEntry& entry : order.entries) {
        const void *was = at(kind, ancestor, entry.ancestor), *mine = at(kind, ours, entry.ours), *other = at(kind, theirs, entry.theirs);
        std::string here = place;
        append_pointer(here, shown(*kind.item, mine ? mine : other));
        void* item = kind.list->append(out);
        if (mine && other) {
            value(*kind.item, rule, was, mine, other, item, here);
            continue;
        }
        copy(*kind.item, item, mine ? mine : other);
        if (was) conflict(*kind.item, was, mine, other, here);
    }
}

void ThreeWay::conflict(const Kind& kind, const void* ancestor, const void* ours, const void* theirs, const std::string& place) {
    const auto json = [&](const void* value) { return value ? write_value(kind, value) : std::string(); };
    conflicts_.push_back({place, json(ancestor), json(ours), json(theirs)});
}

}  // namespace compass
