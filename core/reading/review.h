// The 1-15-30 review: which deals are due, and what changed in each since the last one (methodology §10).
#pragma once

#include "model/customer.h"
#include "model/deal.h"
#include "model/playbook.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace compass {

struct QueuedReview {
    std::size_t deal = 0;           // in the list that was read
    std::optional<int> days;        // since the last review, or since the deal's first recorded day where there was none; nothing = neither
    bool reviewed = false;          // ever
    std::optional<ReviewKind> due;  // the greatest question that is due; nothing = none yet
    bool operator==(const QueuedReview&) const = default;
};

// Every open deal once. A question is due so many days after the last review that answered it, or where there was none after the deal's
// first recorded day; of a deal without any day all are. The greatest question first, then a deal of which no day is known, then the
// longest wait; equals stay in the given order. Null pointers are not allowed; what is dated after today has not happened.
std::vector<QueuedReview> review_queue(const std::vector<const Deal*>& deals, const Practice& practice, Date today);

// The latest review up to today, the later in the list where two are of one day; null = none.
const Review* last_review(const Deal& deal, Date today);

// How the deal stands today, to be kept with the words of the meeting: what the next review compares with.
// The playbook must hold the rules of the flags (codec/method.h).
Review review_of(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, ReviewKind kind, std::string result);

struct SupportChange {
    Id person;
    std::optional<int> before, after;  // nothing = unknown
    bool arrived = false, left = false;
    bool operator==(const SupportChange&) const = default;
};

// What moved since the last review: each value then and now, and what came and went.
struct ReviewChanges {
    Date since;
    Position position_before, position_after;
    std::vector<std::size_t> trail;  // steps in Deal::trail after that day, in the order of time
    FunnelStage stage_before = FunnelStage::p1, stage_after = FunnelStage::p1;
    std::optional<double> index_before, index_after;  // probability
    std::optional<Money> amount_before, amount_after;
    std::optional<Date> signing_before, signing_after;
    std::vector<SupportChange> support;                    // only of those where it differs, in the order of the deal; those who left last
    std::vector<std::string> flags_raised, flags_settled;  // ids of rules, in the order of today's flags and of the review's
    std::vector<std::size_t> tasks_done;                   // in Deal::tasks: done after that day, and not later than today
    bool nothing_moved() const {
        return position_before == position_after && stage_before == stage_after && amount_before == amount_after &&
               signing_before == signing_after && support.empty() && flags_raised.empty() && flags_settled.empty() && tasks_done.empty();
    }
    bool operator==(const ReviewChanges&) const = default;
};

// Nothing where the deal was never reviewed. The playbook must hold the rules of the flags.
std::optional<ReviewChanges> changes_since_review(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today);

// The same against the last review before today: what a meeting looks at, also once it has recorded its own. `deal` as it stands today.
std::optional<ReviewChanges> changes_until_today(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today);
// What was recorded today, the later in the list where there are two; null = nothing.
const Review* review_of_today(const Deal& deal, Date today);
// Which question a review of today answers: that of the one recorded today, else the one that is due, else the smallest.
ReviewKind question_today(const Deal& deal, const Practice& practice, Date today);

}  // namespace compass
