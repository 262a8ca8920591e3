// Plan, review, coverage and handover (methodology §10).
#include "reading/plan.h"

#include "codec/method.h"
#include "generate.h"
#include "reading/coverage.h"
#include "reading/handover.h"
#include "reading/people.h"
#include "reading/review.h"
#include "sound_deal.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace compass;

namespace {

Task task(std::string owner, std::optional<int> due_in) {
    Task one;
    one.what = "Call";
    one.owner = std::move(owner);
    if (due_in) one.due = sample_today + *due_in;
    return one;
}

Deal deal_with(std::vector<Task> tasks) {
    Deal deal = sample_deal();
    deal.owner = "Tian";
    deal.tasks = std::move(tasks);
    return deal;
}

// What was seen today, reviewed so many days ago.
Review dated(Review review, int days_ago) {
    review.date = sample_today - days_ago;
    return review;
}

Deal reviewed(std::initializer_list<int> days_ago) {
    Deal deal = sample_deal();
    for (const int days : days_ago)
        deal.reviews.push_back(dated(review_of(deal, nullptr, whole_playbook(), sample_today, ReviewKind::moved, "go on"), days));
    return deal;
}

std::vector<QueuedReview> queue_of(const std::vector<Deal>& deals) {
    std::vector<const Deal*> pointers;
    for (const Deal& deal : deals) pointers.push_back(&deal);
    return review_queue(pointers, whole_playbook().practice, sample_today);
}

}  // namespace

TEST_CASE("a task is overdue the day after it was due, and no longer once it is done") {
    CHECK_FALSE(is_overdue(task("", 0), whole_playbook().practice, sample_today));
    CHECK(is_overdue(task("", -1), whole_playbook().practice, sample_today));
    CHECK_FALSE(is_overdue(task("", {}), whole_playbook().practice, sample_today));
    Task done = task("", -1);
    done.done = sample_today;
    CHECK(state_of(done) == TaskState::done);
    CHECK_FALSE(is_overdue(done, whole_playbook().practice, sample_today));
    done.result = "They agreed";
    CHECK(state_of(done) == TaskState::seen);
}

TEST_CASE("what the customer asked for is due three days later, unless another day was agreed") {
    Task answer = task("", {});
    answer.asked = sample_today - 3;
    CHECK(due_of(answer, whole_playbook().practice) == sample_today);
    CHECK_FALSE(is_overdue(answer, whole_playbook().practice, sample_today));
    CHECK(is_overdue(answer, whole_playbook().practice, sample_today + 1));
    const Deal deal = deal_with({answer});
    CHECK(read_plan({&deal}, whole_playbook().practice, sample_today).tasks[0].days_left == 0);
    answer.due = sample_today + 9;
    CHECK(due_of(answer, whole_playbook().practice) == answer.due);
    CHECK_FALSE(due_of(task("", {}), whole_playbook().practice));
}

TEST_CASE("the plan lists what is open by day over all deals, and by owner with the most overdue first") {
    Task seen = task("Zhou", -9);
    seen.result = "Done";
    Deal closed = deal_with({task("Zhou", -30)});
    closed.status = DealStatus::won;
    const std::vector<Deal> deals = {deal_with({task("Zhou", {}), task("", 4), seen}), closed, deal_with({task("Zhou", -2), task("An", 4)}),
                                     deal_with({seen})};
    const Plan plan = read_plan({&deals[0], &deals[1], &deals[2], &deals[3]}, whole_playbook().practice, sample_today);
    REQUIRE(plan.tasks.size() == 4);
    CHECK(plan.tasks[0] == PlannedTask{2, 0, "Zhou", TaskState::said, -2, true});
    CHECK(plan.tasks[1] == PlannedTask{0, 1, "Tian", TaskState::said, 4, false});
    CHECK(plan.tasks[2].owner == "An");
    CHECK_FALSE(plan.tasks[3].days_left);
    REQUIRE(plan.owners.size() == 3);
    CHECK(plan.owners[0] == OwnerTasks{"Zhou", {0, 3}, 2, 1, 0});
    CHECK(plan.owners[1].owner == "An");
    CHECK(plan.owners[2].owner == "Tian");
    CHECK(plan.without_task == std::vector<std::size_t>{3});
}

TEST_CASE("a task that is done waits for its result in its owner's list and does not count as said") {
    Task done = task("An", -3);
    done.done = sample_today - 1;
    const Deal deal = deal_with({done});
    const Plan plan = read_plan({&deal}, whole_playbook().practice, sample_today);
    CHECK(plan.owners[0] == OwnerTasks{"An", {0}, 0, 0, 1});
    CHECK(plan.without_task.size() == 1);
}

TEST_CASE("a task stands under the week it is due in, which ends on Sunday; one that is done waits under its own heading") {
    const Date wednesday = *date_of({2026, 11, 25});
    const auto group = [&](std::optional<int> days_left, TaskState state = TaskState::said, WeekStart week = WeekStart::monday) {
        PlannedTask planned;
        planned.state = state, planned.days_left = days_left;
        planned.overdue = state == TaskState::said && days_left && *days_left < 0;
        return due_group(planned, wednesday, week);
    };
    CHECK(group(-1) == DueGroup::overdue);
    CHECK(group(0) == DueGroup::this_week);
    CHECK(group(4) == DueGroup::this_week);
    CHECK(group(5) == DueGroup::later);
    CHECK(group({}) == DueGroup::no_day);
    CHECK(group(-1, TaskState::done) == DueGroup::unseen);
    // Where weeks begin on Sunday they end on Saturday.
    CHECK(group(3, TaskState::said, WeekStart::sunday) == DueGroup::this_week);
    CHECK(group(4, TaskState::said, WeekStart::sunday) == DueGroup::later);
}

TEST_CASE("a day has its place in the week, long ago as well") {
    CHECK(day_of_week(*date_of({2026, 11, 23})) == 0);
    CHECK(day_of_week(*date_of({2026, 11, 23}), WeekStart::sunday) == 1);
    CHECK(day_of_week(*date_of({2026, 11, 29})) == 6);
    CHECK(day_of_week(*date_of({2026, 11, 29}), WeekStart::sunday) == 0);
    CHECK(day_of_week(*date_of({1900, 1, 1})) == 0);
    CHECK(day_of_week(*date_of({1969, 12, 28}), WeekStart::sunday) == 0);
}

TEST_CASE("a meeting compares with the last review before today, whatever it recorded itself, and asks the same question again") {
    Deal deal = reviewed({20});
    deal.objective.amount = Money{5, {}};
    const auto until = changes_until_today(deal, nullptr, whole_playbook(), sample_today);
    REQUIRE(until);
    CHECK(question_today(deal, whole_playbook().practice, sample_today) == ReviewKind::again);
    CHECK_FALSE(review_of_today(deal, sample_today));
    deal.reviews.push_back(review_of(deal, nullptr, whole_playbook(), sample_today, ReviewKind::again, "go on"));
    CHECK(changes_until_today(deal, nullptr, whole_playbook(), sample_today) == until);
    CHECK(changes_since_review(deal, nullptr, whole_playbook(), sample_today)->nothing_moved());
    CHECK(question_today(deal, whole_playbook().practice, sample_today) == ReviewKind::again);
    CHECK(review_of_today(deal, sample_today)->result == "go on");
}

TEST_CASE("a review that kept no state is compared with what the deal's own dates tell of that day") {
    Deal deal = reviewed({20});
    Review bare = deal.reviews.back();
    bare.index.reset(), bare.support.clear(), bare.flags.clear();
    deal.reviews = {bare};
    const auto changes = changes_since_review(deal, nullptr, whole_playbook(), sample_today);
    REQUIRE(changes);
    CHECK(changes->index_before);
    for (const SupportChange& change : changes->support) {
        const auto person =
            std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == change.person; });
        CHECK(change.arrived);
        CHECK((person->since && *person->since > bare.date));
    }
}

TEST_CASE("a review is due after 7, 15 and 30 days, the greatest question first, then the longest wait") {
    Deal closed = reviewed({90});
    closed.status = DealStatus::lost;
    const auto queue = queue_of({reviewed({6}), reviewed({7}), reviewed({15}), reviewed({30}), sample_deal(), closed, reviewed({29})});
    REQUIRE(queue.size() == 6);
    CHECK(queue[0] == QueuedReview{4, {}, false, ReviewKind::judge});
    CHECK(queue[1] == QueuedReview{3, 30, true, ReviewKind::judge});
    CHECK(queue[2] == QueuedReview{6, 29, true, ReviewKind::again});
    CHECK(queue[3] == QueuedReview{2, 15, true, ReviewKind::again});
    CHECK(queue[4] == QueuedReview{1, 7, true, ReviewKind::moved});
    CHECK(queue[5] == QueuedReview{0, 6, true, {}});
}

TEST_CASE("a deal that is looked at every week is judged after 30 days all the same; a judgement answers the smaller questions") {
    Deal deal = reviewed({35, 28, 21, 14, 7, 1});
    CHECK(queue_of({deal})[0] == QueuedReview{0, 1, true, ReviewKind::judge});
    deal.reviews[2].kind = ReviewKind::judge;
    CHECK(queue_of({deal})[0].due == ReviewKind::again);
    deal.reviews[4].kind = ReviewKind::again;
    CHECK_FALSE(queue_of({deal})[0].due);
    deal.reviews[5].date = sample_today + 1;
    CHECK(queue_of({deal})[0].due == ReviewKind::moved);
}

TEST_CASE("a deal that was never reviewed waits since its first recorded day; what lies ahead has not happened") {
    Deal deal = sample_deal();
    deal.stage_history = {{sample_today - 16, FunnelStage::p2, {}}, {sample_today + 3, FunnelStage::p3, {}}};
    deal.reviews.push_back({});
    deal.reviews.back().date = sample_today + 2;
    CHECK(queue_of({deal})[0] == QueuedReview{0, 16, false, ReviewKind::again});
    deal.trail = {{sample_today - 20, {}, "", {}}};
    CHECK(queue_of({deal})[0].days == 20);
}

TEST_CASE("nothing moved since a review of today's deal") {
    const Deal deal = reviewed({3});
    const auto changes = changes_since_review(deal, nullptr, whole_playbook(), sample_today);
    REQUIRE(changes);
    CHECK(changes->nothing_moved());
    CHECK_FALSE(changes_since_review(sample_deal(), nullptr, whole_playbook(), sample_today));
}

TEST_CASE("what changed since the last review is named: way, support, flags, amount, date, tasks") {
    SoundDeal sound = sound_deal();
    Deal& deal = sound.deal;
    deal.trail = {{sample_today - 20, deal.position.claimed, "", {}}};
    deal.reviews = {dated(review_of(deal, &sound.customer, whole_playbook(), sample_today, ReviewKind::moved, "go on"), 10)};
    CHECK(deal.reviews[0].flags.empty());
    const Id leaver = deal.people[3].id, judge = deal.people[1].id;
    deal.people.pop_back();
    deal.people[1].support = -3;
    deal.people.push_back(sample_person(77, Role::user_hands_on, 1));
    deal.position.claimed.stage = Stage::commercial;
    deal.trail.push_back({sample_today - 4, deal.position.claimed, "", {}});
    deal.objective.amount->minor += 1;
    deal.objective.signing_date = *deal.objective.signing_date + 30;
    deal.tasks[0].done = sample_today - 2;
    const auto changes = changes_since_review(deal, &sound.customer, whole_playbook(), sample_today);
    REQUIRE(changes);
    CHECK_FALSE(changes->nothing_moved());
    CHECK(changes->since == sample_today - 10);
    CHECK(changes->trail == std::vector<std::size_t>{1});
    CHECK(changes->position_before.stage == Stage::solution);
    CHECK(changes->position_after.stage == Stage::commercial);
    CHECK(changes->amount_after->minor == changes->amount_before->minor + 1);
    CHECK(*changes->signing_after - *changes->signing_before == 30);
    REQUIRE(changes->support.size() == 3);
    CHECK(changes->support[0] == SupportChange{judge, 0, -3, false, false});
    CHECK(changes->support[1] == SupportChange{sample_id(77), {}, 1, true, false});
    CHECK(changes->support[2] == SupportChange{leaver, 0, {}, false, true});
    CHECK(std::count(changes->flags_raised.begin(), changes->flags_raised.end(), "influential_opponent") == 1);
    CHECK(std::count(changes->flags_raised.begin(), changes->flags_raised.end(), "no_technical") == 1);
    CHECK(changes->flags_settled.empty());
    CHECK(changes->tasks_done == std::vector<std::size_t>{0});
    CHECK(*changes->index_before != *changes->index_after);
    Deal mended = sound_deal().deal;
    mended.reviews = {dated(review_of(deal, &sound.customer, whole_playbook(), sample_today, ReviewKind::moved, ""), 1)};
    const auto better = changes_since_review(mended, &sound.customer, whole_playbook(), sample_today);
    CHECK(std::count(better->flags_settled.begin(), better->flags_settled.end(), "influential_opponent") == 1);
}

TEST_CASE("whatever a file holds, its deals can be queued, reviewed, covered and handed over") {
    for (std::uint64_t seed = 0; seed < generate::rounds / 50; ++seed) {
        const Workspace workspace = generate::workspace(seed, {.filled = 0.6, .items = 3, .deals = 2});
        std::vector<const Deal*> deals;
        for (const Box<Deal>& deal : workspace.deals) deals.push_back(&*deal);
        const auto open = std::count_if(deals.begin(), deals.end(), [](const Deal* deal) { return deal->status == DealStatus::open; });
        CHECK(static_cast<std::ptrdiff_t>(review_queue(deals, whole_playbook().practice, sample_today).size()) == open);
        const Plan plan = read_plan(deals, whole_playbook().practice, sample_today);
        std::size_t owned = 0;
        for (const OwnerTasks& owner : plan.owners) owned += owner.tasks.size();
        CHECK(owned == plan.tasks.size());
        for (const Deal* deal : deals) {
            const Review review = review_of(*deal, nullptr, whole_playbook(), sample_today, ReviewKind::moved, "x");
            Deal again = *deal;
            again.reviews = {review};
            CHECK(changes_since_review(again, nullptr, whole_playbook(), sample_today)->flags_raised.empty());
            const Coverage coverage = read_coverage(*deal, whole_playbook().people, sample_today);
            int in_departments = 0, in_levels = 0;
            for (const DepartmentCoverage& department : coverage.departments) in_departments += department.row.covered;
            for (const CoverageRow& level : coverage.levels) in_levels += level.people;
            CHECK(in_departments == coverage.all.covered);
            CHECK(in_levels == coverage.all.people);
            CHECK(hand_over(*deal, nullptr, whole_playbook(), sample_today, "a", "b").people.size() == deal->people.size());
        }
    }
}

TEST_CASE("coverage is counted by class, by level of the organisation and by department") {
    Deal deal = sample_deal();
    deal.people[0].person_class = PersonClass::kdm;
    deal.people[0].contact = {};
    deal.people[0].department = deal.people[1].department = "Plant";
    deal.people[2].department = "Purchasing";
    deal.links = {{deal.people[1].id, deal.people[0].id, LinkKind::reports_to, "", {}},
                  {deal.people[2].id, deal.people[0].id, LinkKind::reports_to, "", {}}};
    Coverage coverage = read_coverage(deal, whole_playbook().people, sample_today);
    CHECK(coverage.all == CoverageRow{3, 2});
    CHECK(coverage.classes[static_cast<std::size_t>(PersonClass::kdm)] == CoverageRow{1, 0});
    CHECK(coverage.levels == std::vector<CoverageRow>{{1, 0}, {2, 2}});
    CHECK(coverage.departments[0].name == "Plant");
    CHECK(coverage.departments[0].row == CoverageRow{2, 1});
    CHECK(coverage.uncovered == std::vector<std::size_t>{0});
    CHECK(coverage.wide);
    CHECK_FALSE(coverage.high);
    deal.people[0].contact = deal.people[1].contact;
    deal.people[2].contact = {};
    coverage = read_coverage(deal, whole_playbook().people, sample_today);
    CHECK(coverage.high);
    CHECK_FALSE(coverage.wide);
    deal.people[2].department = "Plant";
    CHECK_FALSE(read_coverage(deal, whole_playbook().people, sample_today).wide);
}

TEST_CASE("without levels the top of the tree proves nothing: then only a KDM is high") {
    Deal deal = sample_deal();
    CHECK_FALSE(read_coverage(deal, whole_playbook().people, sample_today).high);
    deal.people[1].person_class = PersonClass::kdm;
    CHECK(read_coverage(deal, whole_playbook().people, sample_today).high);
}

TEST_CASE("a handover lists promises, evidence, steps and risks, and relationships until the successor has them") {
    Deal deal = deal_with({task("Zhou", 9), task("", 3)});
    deal.people[0].contact.ladder = ContactLadder::known;
    deal.people[1].contact.held_by = {"Tian", "Zhou"};
    Handover handover = hand_over(deal, nullptr, whole_playbook(), sample_today, "", "Zhou");
    CHECK(handover.from == "Tian");
    CHECK(handover.relationships_open == 1);
    CHECK(handover.people[0] == HandoverPerson{2, true, true, true});
    CHECK(handover.promises == std::vector<std::size_t>{1, 0});
    CHECK(handover.own_tasks == std::vector<std::size_t>{1});
    CHECK(handover.evidence.size() == 7);
    CHECK(std::is_sorted(handover.evidence.begin(), handover.evidence.end(),
                         [](const Evidence& a, const Evidence& b) { return a.date > b.date; }));
    REQUIRE_FALSE(handover.steps.empty());
    CHECK(std::all_of(handover.steps.begin(), handover.steps.end(), [](const NextStep& step) { return step.gain > 0; }));
    CHECK(std::is_sorted(handover.risks.begin(), handover.risks.end(),
                         [](const Finding& a, const Finding& b) { return a.severity < b.severity; }));
    CHECK_FALSE(handover.risks.empty());
    deal.people[2].contact.held_by.emplace_back("Zhou");
    handover = hand_over(deal, nullptr, whole_playbook(), sample_today, "Tian", "Zhou");
    CHECK(handover.relationships_open == 0);
}

TEST_CASE("a closed deal is handed over with what is known and without advice") {
    Deal deal = deal_with({task("", 3)});
    deal.status = DealStatus::won;
    const Handover handover = hand_over(deal, nullptr, whole_playbook(), sample_today, "Tian", "Zhou");
    CHECK(handover.steps.empty());
    CHECK(handover.risks.empty());
    CHECK(handover.promises.size() == 1);
    CHECK(handover.evidence.size() == 7);
}
