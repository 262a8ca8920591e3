#include "codec/changes.h"

#include "codec/value.h"
#include "codec/writer.h"

#include <map>
#include <string>

namespace compass {
namespace {

void compare(const Description& object, const void* before, const void* after, bool (*is_named)(std::string_view),
             std::vector<Change>& found) {
    for (const Change& change : field_changes(object, before, after)) {
        if (change.kind->shape == Shape::object && !is_named(change.field))
            compare(*change.kind->object, change.before, change.after, is_named, found);
        else
            found.push_back(change);
    }
}

std::vector<EntryChange> changes_by_identity(const Kind& list, const Items& were, const Items& are) {
    std::vector<EntryChange> found;
    for (std::size_t i = 0; i < were.count; ++i) {
        const void* was = item_at(list, were, i);
        const auto place = place_of(identity_of(*list.item, was), list, are, i);
        const void* is = place ? item_at(list, are, *place) : nullptr;
        if (!is || !same(*list.item, was, is)) found.push_back({was, is});
    }
    for (std::size_t i = 0; i < are.count; ++i) {
        const void* is = item_at(list, are, i);
        if (!place_of(identity_of(*list.item, is), list, were, i)) found.push_back({nullptr, is});
    }
    return found;
}

std::vector<EntryChange> changes_by_words(const Kind& list, const Items& were, const Items& are) {
    std::map<std::string, int> left;  // how often an entry is there still
    for (std::size_t i = 0; i < are.count; ++i) ++left[write_value(*list.item, item_at(list, are, i))];
    std::vector<EntryChange> found;
    for (std::size_t i = 0; i < were.count; ++i)
        if (const void* was = item_at(list, were, i); left[write_value(*list.item, was)]-- <= 0) found.push_back({was, nullptr});
    for (std::size_t i = are.count; i-- > 0;) {
        const void* is = item_at(list, are, i);
        if (int& more = left[write_value(*list.item, is)]; more > 0) --more, found.push_back({nullptr, is});
    }
    return found;
}

}  // namespace

std::vector<Change> field_changes(const Description& object, const void* before, const void* after) {
    std::vector<Change> found;
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        if (write_member(object, field, before) != write_member(object, field, after))
            found.push_back({field.name, field.kind, at_offset(before, field.offset), at_offset(after, field.offset)});
    }
    return found;
}

std::vector<Change> changes(const Deal& before, const Deal& after, bool (*is_named)(std::string_view field)) {
    std::vector<Change> found;
    compare(deal_description, &before, &after, is_named, found);
    return found;
}

std::vector<Change> changes(const Customer& before, const Customer& after, bool (*is_named)(std::string_view field)) {
    std::vector<Change> found;
    compare(customer_description, &before, &after, is_named, found);
    return found;
}

std::vector<EntryChange> entry_changes(const Kind& list, const void* before, const void* after) {
    const Items were = list.list->items(before), are = list.list->items(after);
    return is_told_apart(*list.item) ? changes_by_identity(list, were, are) : changes_by_words(list, were, are);
}

}  // namespace compass
