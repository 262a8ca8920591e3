#include "cli/result_json.h"

#include "reading/contradictions.h"
#include "reading/flags.h"

#include <algorithm>

namespace compass::cli {
namespace {

void write_path(JsonLine& json, const std::vector<PathStep>& path) {
    json.key("path").open('[');
    for (const PathStep& step : path)
        json.open('{').member("move", name_of(step.move)).member("to", step.to).member("periods", step.periods).close('}');
    json.close(']');
}

void write_band(JsonLine& json, const Band& band) { json.key("band").open('[').value(band.low).value(band.high).close(']'); }

void write_side(JsonLine& json, const char* name, const Side& side) {
    json.key(name).open('{').member("value", side.value);
    write_band(json, side.band);
    json.member("base", side.base)
        .member("base_log_odds", side.base_log_odds)
        .member("factors", side.factors)
        .member("spread", side.spread);
    json.key("terms").open('[');
    for (const Term& term : side.terms) {
        json.open('{').member("factor", name_of(term.factor));
        if (!term.own.empty()) json.member("own", term.own);
        json.member("contribution", term.contribution).member("known", term.known).member("input", term.input);
        if (!term.state.empty()) json.member("state", term.state);
        json.close('}');
    }
    json.close(']').close('}');
}

void write_move(JsonLine& json, const RankedMove& move) {
    json.open('{').member("move", name_of(move.move)).member("to", move.to).member("value", move.value).member("chance", move.chance);
    json.member("expected_periods", move.expected_periods).member("gain", move.gain).close('}');
}

void write_navigator(JsonLine& json, const Navigation& navigation, bool no_signing_date) {
    json.key("navigator").open('{').member("periods", navigation.periods).member("no_signing_date", no_signing_date);
    json.member("hold_all", navigation.hold_all).member("best", navigation.best).key("moves").open('[');
    for (const RankedMove& move : navigation.moves) write_move(json, move);
    json.close(']').key("threat");
    if (navigation.threat)
        write_move(json, *navigation.threat);
    else
        json.nothing();
    write_path(json, navigation.path);
    json.close('}');
}

void write_index(JsonLine& json, const WinIndex& index) {
    json.key("index").open('{').member("value", index.index);
    write_band(json, index.band);
    write_side(json, "decide", index.decide);
    write_side(json, "choose", index.choose);
    json.close('}');
}

void write_unknowns(JsonLine& json, const Deal& deal, const Playbook& playbook, const WinIndex& index, Language language) {
    json.key("unknowns").open('[');
    for (const Unknown& unknown : index.unknowns) {
        json.open('{').member("id", unknown.id);
        const auto person =
            std::find_if(deal.people.begin(), deal.people.end(), [&](const Person& one) { return one.id == unknown.person; });
        if (person != deal.people.end()) json.member("person", person->name);
        const auto prior =
            std::find_if(playbook.priors.begin(), playbook.priors.end(), [&](const Prior& one) { return one.unknown == unknown.id; });
        if (prior != playbook.priors.end()) json.member("question", in(language, prior->question));
        json.member("value_of_asking", unknown.value_of_asking).close('}');
    }
    json.close(']');
}

void write_findings(JsonLine& json, const char* name, const std::vector<Finding>& findings, const Deal& deal, const Playbook& playbook,
                    Language language) {
    json.key(name).open('[');
    for (const Finding& finding : findings) {
        json.open('{').member("id", finding.rule).member("severity", name_of(finding.severity));
        json.member("text", text_of(finding, deal, playbook, language)).key("facts").open('[');
        for (const Fact& fact : finding.facts) json.open('{').member("place", fact.place).member("value", fact.value).close('}');
        json.close(']').member("action", name_of(finding.action)).member("step", step_of(finding, deal, playbook, language)).close('}');
    }
    json.close(']');
}

void write_axes(JsonLine& json, const DealReading& reading) {
    json.key("evidence").open('{');
    for (const Axis axis : all_axes) {
        const AxisReading& its = reading.axes[static_cast<std::size_t>(axis)];
        json.key(name_of(axis))
            .open('{')
            .member("facts", its.facts)
            .member("has_evidence", its.has_evidence)
            .member("one_sided", its.one_sided);
        json.key("evidenced");
        if (its.evidenced)
            json.value(*its.evidenced);
        else
            json.nothing();
        json.close('}');
    }
    json.close('}');
}

}  // namespace

void write_moves(JsonLine& json, const Navigation& navigation) {
    json.member("position", navigation.position).member("periods", navigation.periods);
    json.member("hold_all", navigation.hold_all).member("best", navigation.best).key("actions").open('{');
    for (const Move move : all_moves) {
        const auto ranked =
            std::find_if(navigation.moves.begin(), navigation.moves.end(), [&](const RankedMove& one) { return one.move == move; });
        if (ranked != navigation.moves.end()) json.member(name_of(move), ranked->value);
    }
    json.close('}');
    write_path(json, navigation.path);
}

void write_deal(JsonLine& json, const Deal& deal, const Customer* customer, const Playbook& playbook, const DealReading& reading,
                Date today, Language language) {
    json.open('{').member("deal", format(deal.id)).member("customer", customer ? customer->name : std::string()).member("name", deal.name);
    json.member("today", format(today))
        .member("playbook", playbook.id)
        .member("status", name_of(deal.status))
        .member("position", reading.position);
    write_axes(json, reading);
    if (reading.index) {
        write_index(json, *reading.index);
        json.key("evidenced_index");
        if (reading.evidenced_index)
            json.value(*reading.evidenced_index);
        else
            json.nothing();
        write_navigator(json, reading.navigation, reading.no_signing_date);
        write_unknowns(json, deal, playbook, *reading.index, language);
        write_findings(json, "flags", read_flags(deal, customer, playbook, today, reading.index->index), deal, playbook, language);
        write_findings(json, "contradictions", read_contradictions(deal, customer, playbook, today), deal, playbook, language);
    } else {
        json.member("end_reason", name_of(deal.end_reason));
    }
    json.close('}');
}

}  // namespace compass::cli
