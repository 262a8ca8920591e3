// Red flags about position and objective (methodology §2, 3, 7).
#include "reading/flag_themes.h"
#include "reading/position_evidence.h"
#include "reading/rule_facts.h"

#include <algorithm>
#include <cmath>

namespace compass {
namespace {

void one_sided_evidence(const Scene& scene, const FindingRule&, Findings& found) {
    for (const Axis axis : all_axes) {
        if (!read_axis(scene.deal.position, axis, scene.playbook, scene.today).one_sided) continue;
        const auto& facts = evidence_of(scene.deal.position, axis);
        const auto sourced = std::find_if(facts.begin(), facts.end(), [](const Evidence& fact) { return static_cast<bool>(fact.source); });
        found.add({{std::string("/position/") + name_of(axis) + "_evidence", std::to_string(facts.size())}}, sourced->source);
    }
}

void behind_late_and_urgent(const Scene& scene, const FindingRule&, Findings& found) {
    const Position& position = scene.deal.position.claimed;
    if (position.competition == Competition::behind && position.stage >= Stage::commercial && position.urgency == Urgency::urgent)
        found.add({{"/position/claimed/stage", name_of(position.stage)},
                   {"/position/claimed/competition", name_of(position.competition)},
                   {"/position/claimed/urgency", name_of(position.urgency)}});
}

void objective_incomplete(const Scene& scene, const FindingRule&, Findings& found) {
    const Objective& objective = scene.deal.objective;
    std::vector<Fact> missing;
    if (objective.sentence.empty()) missing.push_back({"/objective/sentence", ""});
    if (objective.product.empty()) missing.push_back({"/objective/product", ""});
    if (objective.unit.empty()) missing.push_back({"/objective/unit", ""});
    if (!objective.amount || objective.amount->minor == 0) missing.push_back({"/objective/amount", ""});
    if (!objective.signing_date) missing.push_back({"/objective/signing_date", ""});
    if (!missing.empty()) found.add(std::move(missing));
}

void objective_not_single(const Scene& scene, const FindingRule& rule, Findings& found) {
    const std::string& product = scene.deal.objective.product;
    if (std::any_of(rule.words.begin(), rule.words.end(), [&](const std::string& word) { return product.find(word) != product.npos; }))
        found.add({{"/objective/product", product}});
}

void objective_unstable(const Scene& scene, const FindingRule& rule, Findings& found) {
    std::vector<Fact> changes;
    for (std::size_t i = 0; i < scene.deal.objective_changes.size(); ++i) {
        const Date date = scene.deal.objective_changes[i].date;
        if (date <= scene.today && scene.today - date <= rule.days) changes.push_back({list_place("/objective_changes", i), format(date)});
    }
    const int count = static_cast<int>(changes.size());
    if (count > rule.limit) found.add(std::move(changes), {}, count);
}

void signing_date_past(const Scene& scene, const FindingRule&, Findings& found) {
    const std::optional<Date>& date = scene.deal.objective.signing_date;
    if (date && *date < scene.today) found.add({{"/objective/signing_date", format(*date)}});
}

// The latest note that is not of the future; −4 … +4 stands for 0 … 1.
void gut_against_index(const Scene& scene, const FindingRule& rule, Findings& found) {
    const std::vector<GutFeel>& notes = scene.deal.gut_feel;
    std::size_t latest = notes.size();
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (notes[i].date <= scene.today && (latest == notes.size() || notes[i].date >= notes[latest].date)) latest = i;
    if (latest == notes.size() || !scene.index) return;
    if (std::abs((notes[latest].value + 4) / 8.0 - scene.index->value) > rule.limit)
        found.add({{list_place("/gut_feel", latest, "/value"), std::to_string(notes[latest].value)}});
}

}  // namespace

RuleTheme position_flags() {
    static constexpr FindingEntry entries[] = {
        {"one_sided_evidence", StepAction::put_evidence, one_sided_evidence},
        {"behind_late_and_urgent", StepAction::put_task, behind_late_and_urgent},
        {"objective_incomplete", StepAction::edit_deal, objective_incomplete},
        {"objective_not_single", StepAction::edit_deal, objective_not_single},
        {"objective_unstable", StepAction::put_task, objective_unstable},
        {"signing_date_past", StepAction::edit_deal, signing_date_past},
        {"gut_against_index", StepAction::put_evidence, gut_against_index},
    };
    return entries;
}

}  // namespace compass
