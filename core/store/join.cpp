#include "store/join.h"

#include "session/merge.h"

#include <algorithm>

namespace compass {

Workspace joined(const Workspace* ancestor, const Workspace& ours, const Workspace& theirs, std::string_view mark) {
    if (!ancestor) return with_copies(ours, theirs, mark);
    const Merge merged = merge(*ancestor, ours, theirs);
    if (merged.conflicts.empty()) return merged.workspace;
    const auto disputed = [&](std::string_view list, const Id& id) {
        const std::string place = '/' + std::string(list) + '/' + format(id);
        return std::any_of(merged.conflicts.begin(), merged.conflicts.end(),
                           [&](const Conflict& conflict) { return (conflict.place + '/').starts_with(place + '/'); });
    };
    Workspace copied;  // what of theirs stands beside ours
    for (const Box<Deal>& deal : theirs.deals)
        if (disputed("deals", deal->id)) copied.deals.push_back(deal);
    for (const Box<Customer>& customer : theirs.customers) {
        if (disputed("customers", customer->id))
            copied.customers.push_back(customer);
        else if (const Customer* both = find_customer(merged.workspace, customer->id))
            copied.customers.push_back(*both);
    }
    return with_copies(merged.workspace, copied, mark);
}

}  // namespace compass
