#include "codec/method.h"

#include "codec/builtin.h"
#include "codec/description.h"
#include "codec/format.h"
#include "codec/reader.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace compass {
namespace {

template <class Number>
void fill(Number& own, Number usual) {
    if (own == 0) own = usual;
}
template <class Item>
void fill(std::vector<Item>& own, const std::vector<Item>& usual) {
    if (own.empty()) own = usual;
}

void fill(Practice& own, const Practice& usual) {
    fill(own.review_moved_days, usual.review_moved_days);
    fill(own.review_again_days, usual.review_again_days);
    fill(own.review_judge_days, usual.review_judge_days);
    fill(own.high_from, usual.high_from);
    fill(own.lever_step, usual.lever_step);
    fill(own.closed_deals_at_least, usual.closed_deals_at_least);
    fill(own.lead_days, usual.lead_days);
    fill(own.answer_days, usual.answer_days);
    fill(own.key_actions, usual.key_actions);
    fill(own.house, usual.house);
    fill(own.approvals, usual.approvals);
    fill(own.seniors, usual.seniors);
    fill(own.efforts, usual.efforts);
    fill(own.behaviours, usual.behaviours);
}

std::optional<Method>& kept_method() {
    static std::optional<Method> method;
    return method;
}

}  // namespace

const Method& default_method() {
    if (!kept_method()) read_method_again();
    return *kept_method();
}

void read_method_again() {
    static constexpr Kind kind{.shape = Shape::object, .size = sizeof(Method), .object = &method_description};
    Method& read = kept_method().emplace();
    [[maybe_unused]] const Reading reading = read_document(builtin_method(), method_format, kind, &read);
    assert(reading.errors.empty());
}

Playbook with_method(Playbook playbook) {
    const std::size_t own = playbook.rules.size();
    for (const FindingRule& rule : default_method().rules) {
        const auto its_own = playbook.rules.begin() + static_cast<std::ptrdiff_t>(own);
        const bool replaced = std::any_of(playbook.rules.begin(), its_own, [&](const FindingRule& one) { return one.id == rule.id; });
        if (!replaced) playbook.rules.push_back(rule);
    }
    fill(playbook.practice, default_method().practice);
    return playbook;
}

}  // namespace compass
