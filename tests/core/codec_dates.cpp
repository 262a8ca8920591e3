// A case is set on the day it is opened: all its dates move together.
#include "codec_files.h"

#include <doctest/doctest.h>
#include "generate.h"

#include <algorithm>
#include <limits>

using namespace compass;

namespace {

// Every date in the file, in order.
std::vector<Date> dates_in(const Workspace& workspace) {
    std::vector<Date> dates;
    const Json flat = parsed(write_workspace(workspace)).flatten();
    for (const auto& [path, value] : flat.items()) {
        if (!value.is_string()) continue;
        if (const auto date = parse_date(value.get<std::string>())) dates.push_back(*date);
    }
    return dates;
}

}  // namespace

TEST_CASE("shifting moves every date of a deal and its customer by the same days, and nothing else") {
    const generate::Density dense{.filled = 0.9, .items = 3, .deals = 1, .unknown = 0};
    int compared = 0;
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Workspace before = generate::workspace(seed, dense);
        if (before.deals.empty()) continue;
        Workspace after = before, back = before;
        for (auto& deal : after.deals) deal = shifted(*deal, 37);
        for (auto& customer : after.customers) customer = shifted(*customer, 37);
        const std::vector<Date> from = dates_in(before), to = dates_in(after);
        REQUIRE(from.size() == to.size());
        for (std::size_t i = 0; i < from.size(); ++i) CHECK(to[i].days == std::min(from[i].days + 37, last_date.days));
        compared += static_cast<int>(from.size());
    }
    CHECK(compared > 500);
}

TEST_CASE("there and back is where it was") {
    const Deal deal = *read_workspace(files::valid().dump())->deals[0];
    CHECK(shifted(shifted(deal, 400), -400) == deal);
    CHECK(shifted(deal, 400) != deal);
}

TEST_CASE("no shift leaves the dates that a file can hold") {
    const Deal deal = *read_workspace(files::valid().dump())->deals[0];
    CHECK(*shifted(deal, std::numeric_limits<int>::max()).objective.signing_date == last_date);
    CHECK(*shifted(deal, std::numeric_limits<int>::min()).objective.signing_date == first_date);
}
