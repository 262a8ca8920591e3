// Deals that were sent stand beside the user's own: whatever comes, what was there is there, unchanged.
#include "session/beside.h"

#include "case_files.h"
#include "generate.h"
#include "session/update.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace compass;

namespace {

std::string as_copy(std::string_view name) { return std::string(name) + " (copy)"; }

Workspace sent_case(const std::string& id) {
    Result<Workspace> read = read_workspace(case_text(id, Language::zh));
    REQUIRE(read);
    return *read;
}

Workspace with_sent(const Workspace& own, const Workspace& sent, std::uint64_t random = 5) {
    return update(own, ImportWorkspace{beside(own, sent, as_copy, random)}, {Date{20778}, random}).workspace;
}

void check_untouched(const Workspace& own, const Workspace& after) {
    REQUIRE(after.deals.size() >= own.deals.size());
    REQUIRE(after.customers.size() >= own.customers.size());
    CHECK(std::equal(own.deals.begin(), own.deals.end(), after.deals.begin()));
    CHECK(std::equal(own.customers.begin(), own.customers.end(), after.customers.begin()));
    CHECK(after.playbook == own.playbook);
    CHECK(after.extra == own.extra);
}

}  // namespace

TEST_CASE("a deal that is new comes with its customer, under ids of its own") {
    const Workspace own = sent_case("1"), sent = sent_case("3");
    CHECK(known_of(own, sent, as_copy) == std::vector{Known::no});
    const Workspace after = with_sent(own, sent);
    check_untouched(own, after);
    REQUIRE(after.deals.size() == own.deals.size() + 1);
    const Deal& copy = *after.deals.back();
    CHECK(copy.id != sent.deals.front()->id);
    CHECK(copy.name == sent.deals.front()->name);
    CHECK(copy.customer == after.customers.back()->id);
    CHECK(after.customers.back()->name == sent.customers.front()->name);
    CHECK(known_of(after, sent, as_copy) == std::vector{Known::same});
    CHECK(with_sent(after, sent) == after);
}

TEST_CASE("the same deal in another form stands beside the own one, named as a copy; the same customer serves both") {
    const Workspace own = sent_case("3");
    Workspace sent = own;
    Deal changed = *sent.deals.front();
    changed.owner = "somebody else";
    sent.deals.front() = changed;
    CHECK(known_of(own, sent, as_copy) == std::vector{Known::differs});
    const Workspace after = with_sent(own, sent);
    check_untouched(own, after);
    REQUIRE(after.deals.size() == 2);
    CHECK(after.customers.size() == 1);
    CHECK(after.deals.back()->name == own.deals.front()->name + " (copy)");
    CHECK(after.deals.back()->customer == own.customers.front()->id);
    CHECK(with_sent(after, sent) == after);
}

TEST_CASE("a customer of the same name that differs comes as a copy as well") {
    const Workspace own = sent_case("3");
    Workspace sent = own;
    Customer changed = *sent.customers.front();
    changed.region = "elsewhere";
    sent.customers.front() = changed;
    const Workspace after = with_sent(own, sent);
    check_untouched(own, after);
    REQUIRE(after.customers.size() == 2);
    CHECK(after.customers.back()->name == own.customers.front()->name + " (copy)");
    CHECK(after.deals.back()->customer == after.customers.back()->id);
}

TEST_CASE("nothing that is sent touches what is there, and it is there once") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 100; ++seed) {
        const Workspace own = generate::workspace(seed);
        Workspace sent = generate::workspace(seed + seed % 3);
        sent.playbook.reset(), sent.extra = {};
        const Workspace after = with_sent(own, sent, seed);
        check_untouched(own, after);
        const Result<Workspace> read = read_workspace(write_workspace(after));
        REQUIRE(read);
        CHECK(*read == after);
    }
}
