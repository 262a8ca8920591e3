#include "paper/words.h"

#include "model/words.h"
#include "phrases.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string_view>

namespace compass::paper {
namespace {

// Of every three digits from the right; `digits` may begin with a minus.
std::string grouped(std::string digits) {
    const std::size_t first = digits.starts_with('-') ? 1 : 0;
    for (std::size_t at = digits.size(); at > first + 3;) {
        at -= 3;
        digits.insert(at, ",");
    }
    return digits;
}

// "period|periods": the first for 1, else the second.
std::string_view form_for(std::string_view count, std::string_view forms) {
    const auto bar = forms.find('|');
    return count == "1" ? forms.substr(0, bar) : forms.substr(bar + 1);
}

std::string whole_percent(Probability chance) {
    const auto whole = static_cast<int>(std::lround(chance.value * 100));
    if (whole == 0 && chance.value > 0) return "<1";
    if (whole == 100 && chance.value < 1) return ">99";
    return std::to_string(whole);
}

}  // namespace

std::string filled(std::string_view text, Values values) {
    std::string sentence;
    while (!text.empty()) {
        const auto open = text.find('{'), close = text.find('}', open);
        if (open == text.npos || close == text.npos) break;
        sentence += text.substr(0, open);
        const std::string_view gap = text.substr(open + 1, close - open - 1);
        const auto colon = std::min(gap.find(':'), gap.size());
        for (const auto& [name, value] : values)
            if (name == gap.substr(0, colon)) sentence += colon == gap.size() ? value : form_for(value, gap.substr(colon + 1));
        text.remove_prefix(close + 1);
    }
    return sentence += text;
}

std::string say(Language language, std::string_view key, Values values) {
    const auto phrase = phrase_named(key);
    return filled(phrase ? phrase_text(language, *phrase) : key, values);
}

std::string percent(Probability chance) { return whole_percent(chance) + "\u00A0%"; }

std::string percent_range(const Band& band) { return whole_percent(band.low) + "\u2013" + whole_percent(band.high) + "\u00A0%"; }

std::string money_words(double minor, const Currency& currency) {
    const double whole = std::round(minor / static_cast<double>(minor_units_of_one(currency)));
    return std::string(currency.text()) + "\u00A0" + grouped(std::to_string(static_cast<std::int64_t>(whole)));
}

std::string money_words(const Money& money) { return money_words(static_cast<double>(money.minor), money.currency); }

std::string level_words(Axis axis, int level, Language language) {
    const std::string key = axis == Axis::stage         ? name_of(static_cast<Stage>(level))
                            : axis == Axis::competition ? name_of(static_cast<Competition>(level))
                                                        : name_of(static_cast<Urgency>(level));
    return say(language, std::string(name_of(axis)) + '_' + key);
}

std::string points_words(double gain) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", std::abs(gain) * 100);
    if (std::string_view(text) == "0.0") return "0";
    return (gain > 0 ? "+" : "\u2212") + std::string(text);
}

std::string position_words(const Position& position, Language language) {
    return say(language, "position_words",
               {{"stage", level_words(Axis::stage, level(position, Axis::stage), language)},
                {"competition", level_words(Axis::competition, level(position, Axis::competition), language)},
                {"urgency", level_words(Axis::urgency, level(position, Axis::urgency), language)}});
}

std::string funnel_words(FunnelStage stage, const Playbook& playbook, Language language) {
    std::string number = "P" + std::to_string(static_cast<int>(stage) + 1);
    for (const FunnelStageText& one : playbook.funnel)
        if (one.stage == stage) return number + ' ' + in(language, one.name);
    return number;
}

std::string deal_words(const Deal& deal, const Customer* customer) {
    if (!customer || customer->name.empty()) return deal.name;
    return deal.name.empty() ? customer->name : customer->name + " \u00B7 " + deal.name;
}

std::string term_words(const Term& term, const Playbook& playbook, Language language) {
    const std::string key = std::string("factor_") + name_of(term.factor);
    if (term.factor != Factor::own) {
        const std::string with_state = key + '_' + term.state;
        return say(language, phrase_named(with_state) ? with_state : key + "_full");
    }
    for (const OwnFactor& own : playbook.own_factors) {
        if (own.id != term.own) continue;
        for (const FactorLevel& level : own.levels)
            if (level.id == term.state)
                return say(language, "paper_pair", {{"name", in(language, own.name)}, {"value", in(language, level.text)}});
        return in(language, own.name);
    }
    return say(language, key);
}

}  // namespace compass::paper
