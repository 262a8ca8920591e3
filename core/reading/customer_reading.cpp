#include "reading/customer_reading.h"

#include "reading/our_roles.h"

#include <algorithm>

namespace compass {
namespace {

constexpr int weak_below = 3;  // what makes a customer strained: see class_of()

void read_criteria(CustomerReading& reading, const Customer& customer, const std::vector<Criterion>& criteria) {
    for (const Criterion& criterion : criteria) {
        const auto scored = std::find_if(customer.ideal.begin(), customer.ideal.end(),
                                         [&](const CriterionScore& score) { return score.criterion == criterion.id; });
        if (scored == customer.ideal.end())
            reading.unscored.push_back(criterion.id);
        else if (scored->score < weak_below)
            reading.weak_criteria.push_back(criterion.id);
    }
}

std::vector<std::string> unknown_parts(const DecisionMode& decision) {
    const std::pair<const char*, bool> parts[] = {{"purchasing", decision.purchasing == Purchasing::unknown},
                                                  {"decider", decision.decider == Decider::unknown},
                                                  {"priority", decision.priority == Priority::unknown},
                                                  {"funding", decision.funding == Funding::unknown},
                                                  {"approvals", decision.approvals.empty()},
                                                  {"acceptance_signed_by", decision.acceptance_signed_by.empty()},
                                                  {"payment_signed_by", decision.payment_signed_by.empty()}};
    std::vector<std::string> unknown;
    for (const auto& [name, missing] : parts)
        if (missing) unknown.emplace_back(name);
    return unknown;
}

std::vector<CalendarDay> calendar_of(const Customer& customer, Date today) {
    std::vector<CalendarDay> days;
    for (std::size_t i = 0; i < customer.calendar.size(); ++i)
        if (customer.calendar[i].date >= today) days.push_back({i, customer.calendar[i].date - today});
    std::stable_sort(days.begin(), days.end(), [](const CalendarDay& a, const CalendarDay& b) { return a.days < b.days; });
    return days;
}

}  // namespace

Quadrant quadrant_of(const Customer& customer, const Practice& practice) {
    if (!customer.relationship || !customer.potential) return Quadrant::unknown;
    const bool near = *customer.relationship >= practice.high_from, large = *customer.potential >= practice.high_from;
    if (near) return large ? Quadrant::visit_first : Quadrant::let_grow;
    return large ? Quadrant::build_relation : Quadrant::light_touch;
}

std::vector<HouseReading> house_of(const Customer& customer, const Practice& practice) {
    std::vector<HouseReading> house = {{HouseLayer::key, 0, 0, 0, {}}, {HouseLayer::general, 0, 0, 0, {}}};
    if (customer.strategic) house.push_back({HouseLayer::organisational, 0, 0, 0, {}});
    for (const HouseItemText& item : practice.house) {
        const auto layer = static_cast<std::size_t>(item.layer);
        if (layer >= house.size()) continue;
        HouseReading& reading = house[layer];
        const auto entry =
            std::find_if(customer.house.begin(), customer.house.end(), [&](const HouseItem& one) { return one.item == item.id; });
        const bool looked_at = entry != customer.house.end(), met = looked_at && entry->met;
        ++reading.items;
        reading.met += met;
        reading.not_looked_at += !looked_at;
        if (!met) reading.missing.push_back(item.id);
    }
    return house;
}

std::optional<Approver> approver_of(const Customer& customer, const Money& amount, const Practice& practice) {
    std::vector<AmountLevel> own;
    for (const Approval& approval : customer.decision.approvals)
        own.push_back({approval.up_to, {approval.approver, approval.approver}, {}});
    if (!customer.decision.above.empty()) own.push_back({{}, {customer.decision.above, customer.decision.above}, {}});
    std::stable_sort(own.begin(), own.end(),
                     [](const AmountLevel& a, const AmountLevel& b) { return a.up_to && (!b.up_to || a.up_to->minor < b.up_to->minor); });
    const bool usual = own.empty();
    const AmountLevel* level = level_for(usual ? practice.approvals : own, amount);
    if (!level || level->title.zh.empty()) return std::nullopt;
    return Approver{level->title, usual};
}

std::array<SatisfactionGap, 4> satisfaction_of(const Customer& customer) {
    const SatisfactionGaps& all = customer.satisfaction;
    const std::array<const Satisfaction*, 4> aspects = {&all.quick_response, &all.understands_business, &all.mobilises_resources,
                                                        &all.trustworthy};
    std::array<SatisfactionGap, 4> gaps;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        gaps[i] = {static_cast<SatisfactionAspect>(i), aspects[i]->expectation, aspects[i]->perception, {}};
        if (gaps[i].expectation && gaps[i].perception) gaps[i].gap = *gaps[i].perception - *gaps[i].expectation;
    }
    std::stable_sort(gaps.begin(), gaps.end(), [](const SatisfactionGap& a, const SatisfactionGap& b) {
        if (a.gap.has_value() != b.gap.has_value()) return a.gap.has_value();
        return a.gap && *a.gap < *b.gap;
    });
    return gaps;
}

CustomerReading read_customer(const Customer& customer, const Playbook& playbook, Date today) {
    CustomerReading reading;
    reading.fit = class_of(customer, playbook.criteria);
    read_criteria(reading, customer, playbook.criteria);
    reading.conditions_missing = reading.fit == CustomerClass::strained && customer.strained_conditions.empty();
    reading.quadrant = quadrant_of(customer, playbook.practice);
    reading.house = house_of(customer, playbook.practice);
    reading.decision_unknown = unknown_parts(customer.decision);
    reading.satisfaction = satisfaction_of(customer);
    reading.calendar = calendar_of(customer, today);
    return reading;
}

}  // namespace compass
