#include "codec/playbook_rules.h"

#include "codec/format.h"
#include "model/words.h"

#include <algorithm>
#include <cmath>

namespace compass {
namespace {

class Check {
  public:
    Check(const std::string& path, std::vector<Error>& errors) : path_(path), errors_(errors) {}

    void playbook(const Playbook& playbook);

  private:
    void index(const IndexWeights& weights);
    void navigator(const NavigatorWeights& weights);
    void funnel(const std::vector<FunnelStageText>& stages);

    // A customer further on, more urgent or closer to us must not be less likely to buy.
    void rising(const std::string& where, double lower, double higher) {
        if (higher < lower) error(where, "not_rising");
    }

    template <class Item>
    void unique(const std::string& list, const std::vector<Item>& items, std::string Item::*name, std::vector<std::string> names = {}) {
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (std::find(names.begin(), names.end(), items[i].*name) != names.end())
                error(list + '/' + std::to_string(i), "duplicate_id", items[i].*name);
            names.push_back(items[i].*name);
        }
    }

    template <class Item>
    void sum_to_one(const std::string& list, const std::vector<Item>& items, double Item::*probability) {
        double sum = 0;
        for (const Item& item : items) sum += item.*probability;
        if (std::abs(sum - 1) > 1e-6) error(list, "not_one");
    }

    void error(const std::string& where, const char* code, std::string detail = {}) {
        if (errors_.size() < errors_at_most) errors_.push_back({path_ + where, code, std::move(detail)});
    }

    const std::string& path_;
    std::vector<Error>& errors_;
};

std::string item(const char* list, std::size_t index) { return std::string(list) + '/' + std::to_string(index); }

void Check::playbook(const Playbook& playbook) {
    index(playbook.index);
    navigator(playbook.navigator);
    unique("/signs", playbook.signs, &Sign::id);
    funnel(playbook.funnel);
    unique("/criteria", playbook.criteria, &Criterion::id);
    unique("/priors", playbook.priors, &Prior::unknown);
    for (std::size_t i = 0; i < playbook.priors.size(); ++i) {
        const std::string answers = item("/priors", i) + "/answers";
        unique(answers, playbook.priors[i].answers, &PriorAnswer::answer);
        sum_to_one(answers, playbook.priors[i].answers, &PriorAnswer::probability);
    }
    unique("/rules", playbook.rules, &FindingRule::id);
    unique("/practice/house", playbook.practice.house, &HouseItemText::id);
    unique("/practice/key_actions", playbook.practice.key_actions, &KeyActionText::id);
    unique("/own_factors", playbook.own_factors, &OwnFactor::id);
    for (std::size_t i = 0; i < playbook.own_factors.size(); ++i) {
        const std::string levels = item("/own_factors", i) + "/levels";
        unique(levels, playbook.own_factors[i].levels, &FactorLevel::id);
        sum_to_one(levels, playbook.own_factors[i].levels, &FactorLevel::prior);
    }
}

void Check::index(const IndexWeights& weights) {
    for (std::size_t i = 0; i < level_count; ++i) {
        if (i > 0) rising(item("/index/choose_base", i), weights.choose_base[i - 1], weights.choose_base[i]);
        for (std::size_t j = 0; j < level_count; ++j) {
            const std::string cell = item("/index/decide_base", i) + '/' + std::to_string(j);
            const double here = weights.decide_base[i][j];
            if (j > 0 && here < weights.decide_base[i][j - 1])
                error(cell, "not_rising");
            else if (i > 0)
                rising(cell, weights.decide_base[i - 1][j], here);
        }
    }
    if (weights.silence_long_days < weights.silence_short_days) error("/index/silence_long_days", "not_rising");
}

// The products are chances too.
void Check::navigator(const NavigatorWeights& weights) {
    const double lead = *std::max_element(weights.lead.begin(), weights.lead.end());
    const double steep = *std::max_element(weights.steep.begin(), weights.steep.end());
    for (std::size_t i = 0; i < weights.forward.size(); ++i) {
        if (weights.forward[i] * lead > 1) error(item("/navigator/forward", i), "product_above_one");
    }
    for (std::size_t i = 0; i < weights.gain.size(); ++i) {
        if (weights.gain[i] * steep > 1) error(item("/navigator/gain", i), "product_above_one");
    }
    if (weights.periods_without_date > weights.periods_at_most)
        error("/navigator/periods_without_date", "range", "1 … " + std::to_string(weights.periods_at_most));
}

void Check::funnel(const std::vector<FunnelStageText>& stages) {
    bool in_order = stages.size() == funnel_stage_count;
    for (std::size_t i = 0; in_order && i < stages.size(); ++i) in_order = stages[i].stage == static_cast<FunnelStage>(i);
    if (!in_order) error("/funnel", "funnel_order");
    std::vector<std::string> earlier;  // deals name gate items without their stage
    for (std::size_t i = 0; i < stages.size(); ++i) {
        unique(item("/funnel", i) + "/gate", stages[i].gate, &GateItemText::id, earlier);
        for (const GateItemText& gate : stages[i].gate) earlier.push_back(gate.id);
    }
}

}  // namespace

void check_playbook(const Playbook& playbook, const std::string& path, std::vector<Error>& errors) {
    Check(path, errors).playbook(playbook);
}

}  // namespace compass
