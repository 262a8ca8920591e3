// What a customer's deals come to (methodology §1): each counted once, money of one currency together.
#include "portfolio/customer_sums.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

Workspace two_customers() {
    Workspace workspace;
    for (const std::uint64_t number : {1u, 2u}) {
        Customer customer;
        customer.id = make_id(1, number);
        workspace.customers.push_back(customer);
    }
    const auto add = [&](std::uint64_t customer, DealStatus status, std::int64_t minor, Currency currency = {}) {
        Deal deal;
        deal.id = make_id(2, workspace.deals.size() + 1), deal.customer = make_id(1, customer), deal.status = status;
        deal.objective.amount = Money{minor, currency};
        if (status == DealStatus::won) deal.contract = Money{minor - 10, currency};
        workspace.deals.push_back(deal);
    };
    add(1, DealStatus::lost, 900), add(1, DealStatus::open, 100), add(1, DealStatus::won, 500);
    add(1, DealStatus::open, 200), add(1, DealStatus::open, 7, {{'U', 'S', 'D'}}), add(1, DealStatus::suspended, 50);
    add(3, DealStatus::open, 1000);  // whose customer is not here
    return workspace;
}

}  // namespace

TEST_CASE("open and won money stands apart and per currency; open deals come first; strangers' deals count nowhere") {
    const std::vector<CustomerSum> sums = sum_customers(two_customers());
    REQUIRE(sums.size() == 2);
    const CustomerSum& sum = sums[0];
    CHECK(sum.open == 3);
    CHECK(sum.won == 1);
    CHECK(sum.lost == 1);
    CHECK(sum.suspended == 1);
    CHECK(sum.deals == std::vector<std::size_t>{1, 3, 4, 0, 2, 5});
    REQUIRE(sum.open_amount.size() == 2);
    CHECK(sum.open_amount[0].amount == 300);
    CHECK(sum.open_amount[1].amount == 7);
    REQUIRE(sum.won_amount.size() == 1);
    CHECK(sum.won_amount[0].amount == 490);  // the contract, not what was aimed at
    CHECK(sums[1] == CustomerSum{});
    CHECK(sum_customers({}).empty());
}
