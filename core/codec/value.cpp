#include "codec/value.h"

#include "model/date.h"
#include "model/identity.h"
#include "model/numbers.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace compass {
namespace {

bool same_items(const Kind& item, const Items& one, const Items& other) {
    bool equal = one.count == other.count;
    for (std::size_t i = 0; equal && i < one.count; ++i)
        equal = same(item, at_offset(one.first, i * item.size), at_offset(other.first, i * item.size));
    return equal;
}

bool same_members(const Description& object, const void* one, const void* other) {
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        if (!same(*field.kind, at_offset(one, field.offset), at_offset(other, field.offset))) return false;
    }
    return object.extra == no_extra || *extra_of(object, one) == *extra_of(object, other);
}

const Field* identity_field(const Description& object) {
    const auto tells_apart = [](const Field& field) {
        return field.rule.meaning == Meaning::key || field.rule.meaning == Meaning::own_id || field.rule.meaning == Meaning::own_person_id;
    };
    const Field* end = object.fields + object.count;
    const Field* found = std::find_if(object.fields, end, tells_apart);
    return found == end ? nullptr : found;
}

template <class T>
void assign(void* to, const void* from) {
    *static_cast<T*>(to) = *static_cast<const T*>(from);
}

}  // namespace

bool same(const Kind& kind, const void* one, const void* other) {
    switch (kind.shape) {
        case Shape::text: return as<std::string>(one) == as<std::string>(other);
        case Shape::number: return as<double>(one) == as<double>(other);
        case Shape::optional: {
            const void *a = kind.optional->inside(one), *b = kind.optional->inside(other);
            return a && b ? same(*kind.item, a, b) : a == b;
        }
        case Shape::box: return same(*kind.item, kind.box->inside(one), kind.box->inside(other));
        case Shape::list: return same_items(*kind.item, kind.list->items(one), kind.list->items(other));
        case Shape::row: return same_items(*kind.item, {one, kind.count}, {other, kind.count});
        case Shape::object: return same_members(*kind.object, one, other);
        default: return std::memcmp(one, other, kind.size) == 0;  // whole numbers, words, dates, ids, currencies
    }
}

void copy(const Kind& kind, void* to, const void* from) {
    switch (kind.shape) {
        case Shape::text: return assign<std::string>(to, from);
        case Shape::optional:
            kind.optional->empty(to);
            if (const void* inside = kind.optional->inside(from)) copy(*kind.item, kind.optional->fill(to), inside);
            return;
        case Shape::box: {
            void* made = kind.box->make();
            copy(*kind.item, made, kind.box->inside(from));
            return kind.box->put(to, made);
        }
        case Shape::list: {
            kind.list->remove(to, 0, kind.list->items(to).count);
            const Items items = kind.list->items(from);
            for (std::size_t i = 0; i < items.count; ++i) copy(*kind.item, kind.list->append(to), item_at(kind, items, i));
            return;
        }
        case Shape::row:
            for (std::size_t i = 0; i < kind.count; ++i)
                copy(*kind.item, at_offset(to, i * kind.item->size), at_offset(from, i * kind.item->size));
            return;
        case Shape::object:
            for (std::uint32_t i = 0; i < kind.object->count; ++i) {
                const Field& field = kind.object->fields[i];
                copy(*field.kind, at_offset(to, field.offset), at_offset(from, field.offset));
            }
            if (Extra* extra = extra_of(*kind.object, to)) *extra = *extra_of(*kind.object, from);
            return;
        default: std::memcpy(to, from, kind.size);
    }
}

bool is_told_apart(const Kind& entry) { return entry.shape == Shape::object && identity_field(*entry.object); }

std::string_view identity_of(const Kind& entry, const void* value) {
    const Field* field = entry.shape == Shape::object ? identity_field(*entry.object) : nullptr;
    if (!field) return {};
    const void* member = at_offset(value, field->offset);
    if (field->rule.meaning == Meaning::key) return as<std::string>(member);
    const Id& id = as<Id>(member);
    return id ? std::string_view(reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()) : std::string_view();
}

std::optional<std::size_t> place_of(std::string_view identity, const Kind& list, const Items& items, std::size_t likely) {
    if (likely < items.count && identity_of(*list.item, item_at(list, items, likely)) == identity) return likely;
    for (std::size_t i = 0; i < items.count; ++i)
        if (identity_of(*list.item, item_at(list, items, i)) == identity) return i;
    return std::nullopt;
}

const Extra* extra_of(const Description& object, const void* value) {
    return object.extra == no_extra ? nullptr : static_cast<const Extra*>(at_offset(value, object.extra));
}
Extra* extra_of(const Description& object, void* value) {
    return object.extra == no_extra ? nullptr : static_cast<Extra*>(at_offset(value, object.extra));
}

void add_members(Extra& extra, const Extra& others) {
    for (const auto& member : others.members) {
        const auto at = std::lower_bound(extra.members.begin(), extra.members.end(), member,
                                         [](const auto& a, const auto& b) { return a.first < b.first; });
        if (at == extra.members.end() || at->first != member.first) extra.members.insert(at, member);
    }
}

}  // namespace compass
