#include "session/standing.h"

#include "codec/changes.h"
#include "codec/description.h"
#include "codec/value.h"
#include "codec/writer.h"
#include "model/extra.h"

#include <algorithm>

namespace compass {
namespace {

struct Tally {
    int ours = 0, theirs = 0;                // what the other one lacks
    int our_entries = 0, their_entries = 0;  // of that, entries of lists
    int differing = 0;                       // what both have, each in its own way
    int all() const { return ours + theirs + differing; }
};

void weigh(const Description& object, const void* ours, const void* theirs, Tally& tally);

void weigh_one_sided(const void* ours, Tally& tally) {
    ++(ours ? tally.ours : tally.theirs);
    ++(ours ? tally.our_entries : tally.their_entries);
}

void weigh_list(const Kind& kind, const void* ours, const void* theirs, Tally& tally) {
    const int before = tally.all();
    for (const EntryChange& entry : entry_changes(kind, ours, theirs)) {
        if (entry.before && entry.after)
            weigh(*kind.item->object, entry.before, entry.after, tally);
        else
            weigh_one_sided(entry.before, tally);
    }
    tally.differing += tally.all() == before;  // another order
}

void weigh_extra(const Extra& ours, const Extra& theirs, Tally& tally) {
    for (const auto& member : ours.members) {
        const auto same_name = [&](const auto& other) { return other.first == member.first; };
        const auto other = std::find_if(theirs.members.begin(), theirs.members.end(), same_name);
        if (other == theirs.members.end())
            ++tally.ours;
        else
            tally.differing += other->second != member.second;
    }
    for (const auto& member : theirs.members) {
        const auto same_name = [&](const auto& other) { return other.first == member.first; };
        tally.theirs += std::none_of(ours.members.begin(), ours.members.end(), same_name);
    }
}

void weigh_field(const Description& object, const Field& field, const void* ours, const void* theirs, Tally& tally) {
    const std::string here = write_member(object, field, ours), there = write_member(object, field, theirs);
    if (here == there) return;
    const Kind& kind = *field.kind;
    const void *mine = at_offset(ours, field.offset), *other = at_offset(theirs, field.offset);
    if (kind.shape == Shape::list) return weigh_list(kind, mine, other, tally);
    if (kind.shape == Shape::object) return weigh(*kind.object, mine, other, tally);
    if (kind.shape == Shape::optional && kind.item->shape == Shape::object) {
        const void *inside = kind.optional->inside(mine), *others = kind.optional->inside(other);
        if (inside && others) return weigh(*kind.item->object, inside, others, tally);
    }
    ++(here.empty() ? tally.theirs : there.empty() ? tally.ours : tally.differing);
}

void weigh(const Description& object, const void* ours, const void* theirs, Tally& tally) {
    for (std::uint32_t i = 0; i < object.count; ++i) weigh_field(object, object.fields[i], ours, theirs, tally);
    if (const Extra* extra = extra_of(object, ours)) weigh_extra(*extra, *extra_of(object, theirs), tally);
}

template <class T>
Standing standing(const Description& object, const T& ours, const T& theirs) {
    if (ours == theirs) return Standing::same;
    Tally tally;
    weigh(object, &ours, &theirs, tally);
    if (tally.ours == 0 && tally.theirs > 0 && (tally.differing == 0 || tally.their_entries > 0)) return Standing::ahead;
    if (tally.theirs == 0 && tally.ours > 0 && (tally.differing == 0 || tally.our_entries > 0)) return Standing::behind;
    return Standing::apart;
}

}  // namespace

Standing standing_of(const Deal& ours, const Deal& theirs) { return standing(deal_description, ours, theirs); }
Standing standing_of(const Customer& ours, const Customer& theirs) { return standing(customer_description, ours, theirs); }

}  // namespace compass
