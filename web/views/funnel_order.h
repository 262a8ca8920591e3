// Which open deals the funnel's table shows, in which order and groups.
#pragma once

#include "views/portfolio.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace views {

enum class SumKey : std::uint8_t { attention, name, owner, amount, stage, index, gap, signing };
enum class GroupBy : std::uint8_t { none, owner, stage, customer, quarter };

struct TableGroup {
    std::string name;
    int count = 0;
    double amount = 0, weighted = 0, compass = 0;
};

struct FunnelOrder {
    SumKey by = SumKey::attention;
    bool descending = true;
    GroupBy group = GroupBy::none;
    // What is shown alone.
    std::optional<compass::FunnelStage> stage;
    std::optional<compass::Quarter> quarter;
    std::optional<std::string> owner;
    std::uint16_t hidden = 0;  // columns, a bit each

    // Kept until a deal, the language or one of the above changes.
    struct Row {
        bool is_group = false;
        std::size_t at = 0;  // in `groups`, or in Portfolio::deals
    };
    std::vector<Row> rows;
    std::vector<TableGroup> groups;
    std::vector<std::string> owners;  // of all open deals, sorted
    int shown = 0;                    // deals
    std::uint64_t edition = 0;
    compass::Language language = compass::Language::zh;

    bool filters() const { return stage || quarter || owner; }
    void changed() { edition = 0; }
};

// A header or a choice was pressed: first the direction in which people look at it, then the other one.
void sort_by(FunnelOrder& order, SumKey key);
void order_rows(const Frame& frame, const Portfolio& portfolio, FunnelOrder& order);

}  // namespace views
