// Rows of a list that are ticked, to be acted on together: what the plan, the queue of reviews and the lists of deals share.
#pragma once

#include "model/identity.h"
#include "ui/layout.h"
#include "views/frame.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace views {

struct ChosenRows {
    std::set<compass::Id> ids;
    std::size_t last = 0;  // the row that was ticked last, and what stood there: Shift ticks from it on
    compass::Id last_id;

    bool empty() const { return ids.empty(); }
    std::size_t size() const { return ids.size(); }
    bool contains(const compass::Id& id) const { return ids.contains(id); }
    void clear() { ids.clear(), last_id = {}; }
    // Row `at` is ticked, or no longer; with Shift all rows from the last one on as well. `id_at(row)` tells what stands in a row, nobody
    // where there is nothing to tick.
    void tick(std::size_t at, bool shift, auto id_at) {
        const compass::Id id = id_at(at);
        const bool on = !ids.contains(id);
        const std::size_t from = shift && last_id && id_at(last) == last_id ? last : at;
        for (std::size_t i = std::min(from, at); i <= std::max(from, at); ++i) {
            const compass::Id each = id_at(i);
            if (each && on)
                ids.insert(each);
            else
                ids.erase(each);
        }
        last = at, last_id = id;
    }
    void tick_one(const compass::Id& id) {
        if (!ids.erase(id)) ids.insert(id);
    }
};

// A small box in a row; the finger gets the whole of `reach`. True when it was pressed.
bool row_check(std::string_view id, const ui::Rect& reach, std::string_view name, bool on);

// Deals that are ticked, and what can be done with all of them.
struct ChosenDeals {
    ChosenRows rows;
    bool on_phone = false;       // a phone shows the boxes only when they are asked for
    std::string owner;           // whom they are given to
    std::uint64_t revision = 0;  // in which it was looked whether they are there

    bool holds_work() const { return !owner.empty(); }
};
float chosen_deals_height();
// A bar below the list; each of its actions is one step. Deals that are gone are ticked no longer.
[[gnu::noinline]] void draw_chosen_deals(const Frame& frame, ChosenDeals& chosen, const ui::Rect& area);

}  // namespace views
