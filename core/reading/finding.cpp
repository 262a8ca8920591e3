#include "reading/finding.h"

#include <algorithm>

namespace compass {
namespace {

const FindingRule* find_rule(const Playbook& playbook, std::string_view id) {
    const auto found = std::find_if(playbook.rules.begin(), playbook.rules.end(), [&](const FindingRule& rule) { return rule.id == id; });
    return found == playbook.rules.end() ? nullptr : &*found;
}

void fill(std::string& sentence, std::string_view hole, const std::string& value) {
    for (auto at = sentence.find(hole); at != sentence.npos; at = sentence.find(hole, at + value.size()))
        sentence.replace(at, hole.size(), value);
}

std::string filled(std::string sentence, const Finding& finding, const Deal& deal) {
    const auto person = std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == finding.person; });
    fill(sentence, "{number}", finding.number ? std::to_string(*finding.number) : std::string());
    fill(sentence, "{person}", person == deal.people.end() ? std::string() : person->name);
    return sentence;
}

}  // namespace

std::vector<Finding> find_all(const Scene& scene, std::span<const RuleTheme> themes) {
    std::vector<Finding> all;
    if (scene.deal.status != DealStatus::open) return all;
    for (const RuleTheme theme : themes) {
        for (const FindingEntry& entry : theme) {
            const FindingRule* rule = find_rule(scene.playbook, entry.rule);
            if (!rule || rule->severity == Severity::off || (rule->from && scene.deal.funnel_stage < *rule->from)) continue;
            Findings findings(all, *rule, entry.action);
            entry.find(scene, *rule, findings);
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return all;
}

std::vector<std::string_view> rule_ids(std::span<const RuleTheme> themes) {
    std::vector<std::string_view> ids;
    for (const RuleTheme theme : themes)
        for (const FindingEntry& entry : theme) ids.push_back(entry.rule);
    return ids;
}

std::string person_place(std::size_t person, std::string_view field) {
    return "/people/" + std::to_string(person) + std::string(field.empty() ? "" : "/") + std::string(field);
}

std::string text_of(const Finding& finding, const Deal& deal, const Playbook& playbook, Language language) {
    const FindingRule* rule = find_rule(playbook, finding.rule);
    return rule ? filled(in(language, rule->text), finding, deal) : std::string();
}

std::string step_of(const Finding& finding, const Deal& deal, const Playbook& playbook, Language language) {
    const FindingRule* rule = find_rule(playbook, finding.rule);
    return rule ? filled(in(language, rule->step), finding, deal) : std::string();
}

}  // namespace compass
