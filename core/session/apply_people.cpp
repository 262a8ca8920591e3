// The people of a deal and the links between them (methodology §6).
#include "session/edit.h"

namespace compass {
namespace {

// Allied and in conflict are the same from either side.
bool is_same_link(const Link& one, const Link& other) {
    const bool mutual = one.kind == LinkKind::allied || one.kind == LinkKind::in_conflict;
    return one.kind == other.kind &&
           ((one.from == other.from && one.to == other.to) || (mutual && one.from == other.to && one.to == other.from));
}

}  // namespace

void apply(Edit& edit, const PutPerson& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal) return;
    Person person = action.person;
    const Person* before = find_entry(deal->people, person.id);
    person.support_trail = before ? before->support_trail : std::vector<SupportStep>{};
    put_entry(deal->people, std::move(person));
}

void apply(Edit& edit, const RatePerson& action) {
    Deal* deal = edit.deal(action.deal);
    Person* person = deal ? find_entry(deal->people, action.person) : nullptr;
    if (!person) return;
    person->support = action.support;
    person->influence = action.influence;
    person->attitude = action.attitude;
}

void apply(Edit& edit, const RemovePerson& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_entry(deal->people, action.person);
}

void apply(Edit& edit, const PutLink& action) {
    Deal* deal = edit.deal(action.deal);
    if (!deal || action.link.from == action.link.to) return;
    const auto there =
        std::find_if(deal->links.begin(), deal->links.end(), [&](const Link& one) { return is_same_link(one, action.link); });
    if (there == deal->links.end() || action.before == *there)
        put_plain(deal->links, action.link, action.before);
    else if (!action.before)
        put_plain(deal->links, action.link, std::optional(*there));
}

void apply(Edit& edit, const RemoveLink& action) {
    if (Deal* deal = edit.deal(action.deal)) remove_plain(deal->links, action.link);
}

}  // namespace compass
