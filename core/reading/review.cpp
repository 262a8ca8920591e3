#include "reading/review.h"

#include "reading/as_of.h"
#include "reading/flags.h"
#include "reading/win_index.h"

#include <algorithm>
#include <utility>

namespace compass {
namespace {

// The day from which a question waits: that of the last review which answered it, else the deal's first.
std::optional<Date> waiting_since(const Deal& deal, ReviewKind question, Date today) {
    std::optional<Date> answered, first = first_day_of(deal, today);
    for (const Review& review : deal.reviews) {
        if (review.date > today) continue;
        if (!first || review.date < *first) first = review.date;
        if (review.kind >= question) answered = std::max(answered, std::optional(review.date));
    }
    return answered ? answered : first;
}

std::optional<ReviewKind> question_due(const Deal& deal, const Practice& practice, Date today) {
    const std::pair<ReviewKind, int> questions[] = {{ReviewKind::judge, practice.review_judge_days},
                                                    {ReviewKind::again, practice.review_again_days},
                                                    {ReviewKind::moved, practice.review_moved_days}};
    for (const auto& [question, days] : questions) {
        const std::optional<Date> since = waiting_since(deal, question, today);
        if (!since || today - *since >= days) return question;
    }
    return std::nullopt;
}

std::vector<std::string> without(const std::vector<std::string>& all, const std::vector<std::string>& those) {
    std::vector<std::string> rest;
    for (const std::string& one : all)
        if (std::find(those.begin(), those.end(), one) == those.end()) rest.push_back(one);
    return rest;
}

std::vector<SupportChange> support_changes(const Review& before, const Deal& deal) {
    std::vector<SupportChange> changes;
    for (const Person& person : deal.people) {
        const auto was =
            std::find_if(before.support.begin(), before.support.end(), [&](const ReviewedSupport& one) { return one.person == person.id; });
        if (was == before.support.end())
            changes.push_back({person.id, {}, person.support, true, false});
        else if (was->support != person.support)
            changes.push_back({person.id, was->support, person.support, false, false});
    }
    for (const ReviewedSupport& was : before.support)
        if (std::none_of(deal.people.begin(), deal.people.end(), [&](const Person& person) { return person.id == was.person; }))
            changes.push_back({was.person, was.support, {}, false, true});
    return changes;
}

std::vector<std::size_t> trail_after(const Deal& deal, Date since, Date today) {
    std::vector<std::size_t> steps;
    for (std::size_t i = 0; i < deal.trail.size(); ++i)
        if (deal.trail[i].date > since && deal.trail[i].date <= today) steps.push_back(i);
    std::stable_sort(steps.begin(), steps.end(), [&](std::size_t a, std::size_t b) { return deal.trail[a].date < deal.trail[b].date; });
    return steps;
}

}  // namespace

std::vector<QueuedReview> review_queue(const std::vector<const Deal*>& deals, const Practice& practice, Date today) {
    std::vector<QueuedReview> queue;
    for (std::size_t i = 0; i < deals.size(); ++i) {
        if (deals[i]->status != DealStatus::open) continue;
        QueuedReview item;
        item.deal = i;
        const Review* last = last_review(*deals[i], today);
        item.reviewed = last != nullptr;
        if (const auto from = last ? std::optional(last->date) : first_day_of(*deals[i], today)) item.days = today - *from;
        item.due = question_due(*deals[i], practice, today);
        queue.push_back(item);
    }
    std::stable_sort(queue.begin(), queue.end(), [](const QueuedReview& a, const QueuedReview& b) {
        if (a.due != b.due) return a.due > b.due;
        if (a.days.has_value() != b.days.has_value()) return !a.days.has_value();
        return a.days && *a.days > *b.days;
    });
    return queue;
}

const Review* last_review(const Deal& deal, Date today) {
    const Review* last = nullptr;
    for (const Review& review : deal.reviews)
        if (review.date <= today && (!last || review.date >= last->date)) last = &review;
    return last;
}

Review review_of(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, ReviewKind kind, std::string result) {
    Review review;
    review.date = today;
    review.kind = kind;
    review.result = std::move(result);
    review.position = deal.position.claimed;
    review.funnel_stage = deal.funnel_stage;
    review.amount = deal.objective.amount;
    review.signing_date = deal.objective.signing_date;
    const auto index = read_win_index(deal, customer, playbook, today);
    if (index) review.index = index->index.value;
    for (const Person& person : deal.people) review.support.push_back({person.id, person.support, {}});
    const auto probability = index ? std::optional(index->index) : std::nullopt;
    for (const Finding& flag : read_flags(deal, customer, playbook, today, probability))
        if (std::find(review.flags.begin(), review.flags.end(), flag.rule) == review.flags.end()) review.flags.push_back(flag.rule);
    return review;
}

namespace {

// One that was written down elsewhere kept no state: then the deal's own dates tell how it stood that day.
Review with_state(const Review& review, const Deal& deal, const Customer* customer, const Playbook& playbook) {
    if (review.index || !review.support.empty() || !review.flags.empty()) return review;
    Review stood = review_of(as_of(deal, review.date), customer, playbook, review.date, review.kind, review.result);
    stood.position = review.position, stood.funnel_stage = review.funnel_stage;
    stood.amount = review.amount, stood.signing_date = review.signing_date;
    return stood;
}

std::optional<ReviewChanges> changes_since(const Review* last, const Deal& deal, const Customer* customer, const Playbook& playbook,
                                           Date today) {
    if (!last) return std::nullopt;
    const Review noted = with_state(*last, deal, customer, playbook);
    const Review* before = &noted;
    const Review now = review_of(deal, customer, playbook, today, ReviewKind::moved, {});
    ReviewChanges changes;
    changes.since = before->date;
    changes.position_before = before->position;
    changes.position_after = now.position;
    changes.trail = trail_after(deal, before->date, today);
    changes.stage_before = before->funnel_stage;
    changes.stage_after = now.funnel_stage;
    changes.index_before = before->index;
    changes.index_after = now.index;
    changes.amount_before = before->amount;
    changes.amount_after = now.amount;
    changes.signing_before = before->signing_date;
    changes.signing_after = now.signing_date;
    changes.support = support_changes(*before, deal);
    changes.flags_raised = without(now.flags, before->flags);
    changes.flags_settled = without(before->flags, now.flags);
    for (std::size_t i = 0; i < deal.tasks.size(); ++i) {
        const std::optional<Date>& done = deal.tasks[i].done;
        if (done && *done > before->date && *done <= today) changes.tasks_done.push_back(i);
    }
    return changes;
}

}  // namespace

std::optional<ReviewChanges> changes_since_review(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
    return changes_since(last_review(deal, today), deal, customer, playbook, today);
}

std::optional<ReviewChanges> changes_until_today(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
    return changes_since(last_review(deal, today - 1), deal, customer, playbook, today);
}

const Review* review_of_today(const Deal& deal, Date today) {
    const Review* last = last_review(deal, today);
    return last && last->date == today ? last : nullptr;
}

ReviewKind question_today(const Deal& deal, const Practice& practice, Date today) {
    if (const Review* recorded = review_of_today(deal, today)) return recorded->kind;
    return question_due(deal, practice, today).value_or(ReviewKind::moved);
}

}  // namespace compass
