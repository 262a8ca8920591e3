#include "reading/factors.h"

namespace compass {
namespace {

using Weight = double IndexWeights::*;
constexpr Weight nothing = nullptr;

struct WeightOfWord {
    Factor factor;
    std::string_view word;
    Weight weight;
};

constexpr WeightOfWord weights_of_words[] = {
    {Factor::economic_buyer_not_covered, "covered", nothing},
    {Factor::economic_buyer_not_covered, "not_covered", &IndexWeights::economic_buyer_not_covered},
    {Factor::economic_buyer_not_covered, "not_named", &IndexWeights::economic_buyer_not_covered},
    {Factor::no_coach, "present", nothing},
    {Factor::no_coach, "none", &IndexWeights::no_coach},
    {Factor::single_threaded, "several", nothing},
    {Factor::single_threaded, "few_covered", &IndexWeights::single_threaded},
    {Factor::single_threaded, "one_source", &IndexWeights::single_threaded},
    {Factor::customer_class, "ideal", &IndexWeights::customer_ideal},
    {Factor::customer_class, "fitting", &IndexWeights::customer_fitting},
    {Factor::customer_class, "strained", &IndexWeights::customer_strained},
    {Factor::customer_class, "unfit", &IndexWeights::customer_unfit},
    {Factor::deal_kind, "repeat", &IndexWeights::kind_repeat},
    {Factor::deal_kind, "new_product", &IndexWeights::kind_new_product},
    {Factor::deal_kind, "new_customer", &IndexWeights::kind_new_customer},
    {Factor::blind_spot_competitors, "known", nothing},
    {Factor::blind_spot_competitors, "too_early", nothing},
    {Factor::blind_spot_competitors, "unknown", &IndexWeights::blind_spot},
    {Factor::blind_spot_purchasing, "known", nothing},
    {Factor::blind_spot_purchasing, "too_early", nothing},
    {Factor::blind_spot_purchasing, "unknown", &IndexWeights::blind_spot},
    {Factor::blind_spot_budget, "known", nothing},
    {Factor::blind_spot_budget, "too_early", nothing},
    {Factor::blind_spot_budget, "unknown", &IndexWeights::blind_spot},
    {Factor::budget, "verified", &IndexWeights::budget_verified},
    {Factor::budget, "claimed", &IndexWeights::budget_claimed},
    {Factor::budget, "none", &IndexWeights::budget_none},
    {Factor::timetable, "verified", &IndexWeights::timetable_verified},
    {Factor::timetable, "claimed", &IndexWeights::timetable_claimed},
    {Factor::timetable, "none", &IndexWeights::timetable_none},
    {Factor::compelling_event, "near", &IndexWeights::compelling_event},
    {Factor::compelling_event, "far", nothing},
    {Factor::compelling_event, "past", nothing},
    {Factor::compelling_event, "none", nothing},
    {Factor::silence, "recent", nothing},
    {Factor::silence, "short", &IndexWeights::silence_short},
    {Factor::silence, "long", &IndexWeights::silence_long},
};

}  // namespace

FactorTarget target_of(Factor factor) { return factor >= Factor::receptivity ? FactorTarget::decide : FactorTarget::choose; }

std::optional<LogOdds> contribution_of(const IndexWeights& weights, Factor factor, std::string_view word) {
    for (const WeightOfWord& entry : weights_of_words)
        if (entry.factor == factor && entry.word == word) return LogOdds{entry.weight == nothing ? 0 : weights.*entry.weight};
    return std::nullopt;
}

LogOdds contribution_per_unit(const IndexWeights& weights, Factor factor) {
    switch (factor) {
        case Factor::support: return {weights.support};
        case Factor::receptivity: return {weights.receptivity};
        case Factor::gate_debt: return {weights.gate_debt};
        case Factor::seller_ahead: return {weights.seller_ahead};
        default: return {};
    }
}

}  // namespace compass
