#include "codec/changes.h"

#include "codec/writer.h"

namespace compass {
namespace {

void compare(const Description& object, const void* before, const void* after, bool (*is_named)(std::string_view),
             std::vector<Change>& found) {
    for (std::uint32_t i = 0; i < object.count; ++i) {
        const Field& field = object.fields[i];
        if (write_member(object, field, before) == write_member(object, field, after)) continue;
        const void *was = at_offset(before, field.offset), *is = at_offset(after, field.offset);
        if (field.kind->shape == Shape::object && !is_named(field.name))
            compare(*field.kind->object, was, is, is_named, found);
        else
            found.push_back({field.name, field.kind, was, is});
    }
}

}  // namespace

std::vector<Change> changes(const Deal& before, const Deal& after, bool (*is_named)(std::string_view field)) {
    std::vector<Change> found;
    compare(deal_description, &before, &after, is_named, found);
    return found;
}

}  // namespace compass
