// What stands on the gates screen, in words; and what is being written there.
#include "codec/typed_input.h"
#include "model/words.h"
#include "reading/our_roles.h"
#include "views/deal_header.h"
#include "views/fact_form.h"
#include "views/gates_parts.h"
#include "views/people_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string gate_number(FunnelStage stage) { return "P" + std::to_string(static_cast<int>(stage) + 1); }

KeptGateItem kept_gate_item(const Deal& deal, const GateItemText& text, GateState state, Date today) {
    KeptGateItem kept{text.id, in(language(), text.text), gate_state_name(state), state, false, {}};
    const auto said = std::find_if(deal.gates.begin(), deal.gates.end(), [&](const GateItem& gate) { return gate.item == text.id; });
    if (said == deal.gates.end()) return kept;
    kept.unshown = said->state == GateState::met && state == GateState::claimed;
    for (const Evidence& fact : said->evidence)
        kept.facts.push_back(
            {fact, fact.text.empty() ? std::string(say(Phrase::fact_no_words)) : fact.text, fact_detail(deal, fact, today)});
    return kept;
}

std::vector<KeptKeyAction> kept_key_actions(const Deal& deal, const Practice& practice, FunnelStage stage, OurRole role) {
    std::vector<KeptKeyAction> kept;
    for (const KeyActionText& text : key_actions(practice, stage, role)) {
        KeptKeyAction action{text.id, in(language(), text.text), {}, false};
        for (const KeyAction& done : deal.key_actions)
            if (done.action == text.id)
                action.done = true, action.done_words = say(Phrase::key_action_done, {{"date", date_short(done.done)}});
        kept.push_back(std::move(action));
    }
    return kept;
}

// The mark's word under a stage: where we are, what it owes, or how far it is.
void word_status(KeptStage& kept, const StageGate& gate, FunnelStage now) {
    const std::string unmet = whole(gate.unmet), met = whole(gate.counted - gate.unmet), all = whole(gate.counted);
    if (gate.stage == now) {
        kept.status = gate.reached ? std::string(say(Phrase::gates_here_done)) : say(Phrase::gates_here, {{"count", unmet}});
        kept.short_status = say(Phrase::now);
    } else if (gate.debt) {
        kept.status = kept.short_status = say(Phrase::gates_owed, {{"count", unmet}});
    } else if (gate.reached && gate.stage < now) {
        kept.status = kept.short_status = say(Phrase::gates_reached);
    } else {
        kept.status = kept.short_status = met == "0" ? std::string(say(Phrase::gates_ahead_none)) : met + " / " + all;
    }
}

KeptStage kept_gate_stage(const Frame& frame, const Deal& deal, const FunnelStageText& text, const StageGate& gate) {
    KeptStage kept;
    kept.stage = gate.stage, kept.reached = gate.reached, kept.debt = gate.debt;
    kept.number = gate_number(gate.stage), kept.name = in(language(), text.name);
    word_status(kept, gate, deal.funnel_stage);
    kept.spoken = say(Phrase::gates_stage_spoken, {{"stage", kept.number + " " + kept.name}, {"status", kept.status}});
    const std::string met = whole(gate.counted - gate.unmet), all = whole(gate.counted);
    kept.summary = gate.reached ? say(Phrase::gates_all_met, {{"count", all}})
                                : say(Phrase::gates_some_met, {{"met", met}, {"count", all}, {"unmet", whole(gate.unmet)}});
    if (const int ahead = steps_ahead(gate.stage, deal.position.claimed.stage, frame.playbook); ahead > 0 && text.needs)
        kept.needs = say(Phrase::gates_needs, {{"needed", stage_word(*text.needs)}, {"stage", stage_word(deal.position.claimed.stage)}});
    for (std::size_t i = 0; i < text.gate.size(); ++i)
        kept.items.push_back(kept_gate_item(deal, text.gate[i], gate.items[i].state, frame.today));
    const Practice& practice = frame.readings.whole_playbook().practice;
    for (const OurRole role : {OurRole::sales, OurRole::presales, OurRole::manager})
        kept.actions[static_cast<std::size_t>(role)] = kept_key_actions(deal, practice, gate.stage, role);
    return kept;
}

void keep_oversight(const Frame& frame, KeptGates& kept, const Deal& deal) {
    const Oversight oversight = oversight_of(deal, frame.readings.whole_playbook().practice);
    const std::string& manager = deal.five_elements.confirmed_by;
    kept.confirmation_due = oversight.confirmation_due;
    kept.confirmed = !manager.empty()             ? say(Phrase::five_confirmed, {{"manager", manager}})
                     : oversight.confirmation_due ? std::string(say(Phrase::gates_confirm_due))
                                                  : std::string(say(Phrase::gates_confirm_later));
    kept.senior.clear(), kept.senior_missing = false;
    if (!oversight.senior) return;
    kept.senior = say(Phrase::gates_senior, {{"amount", money(*deal.objective.amount)}, {"senior", in(language(), *oversight.senior)}});
    std::string sponsor;
    for (const TeamMember& member : deal.team)
        if (member.role == TeamRole::sponsor) sponsor = member.name;
    kept.senior_missing = !oversight.senior_named;
    kept.senior += " " + (oversight.senior_named ? say(Phrase::gates_senior_named, {{"name", sponsor}})
                                                 : std::string(say(Phrase::gates_senior_missing)));
}

void keep_protection(const Frame& frame, KeptGates& kept, const Deal& deal) {
    const std::optional<Date> until = protected_until(deal, frame.playbook);
    kept.protection_over = until && *until < frame.today;
    if (!until)
        kept.protection = say(Phrase::gates_unprotected, {{"months", whole(frame.playbook.protection_months)}});
    else
        kept.protection = say(kept.protection_over ? Phrase::gates_protection_over : Phrase::gates_protected,
                              {{"date", date_long(*until)},
                               {"days", whole(kept.protection_over ? frame.today - *until : *until - frame.today)},
                               {"claimed", date_long(*deal.protection.claimed_on)}});
}

void keep_payment(const Frame& frame, KeptGates& kept, const Box<Deal>& deal) {
    kept.payment_low = false;
    kept.payment = deal->contract ? say(Phrase::gates_contract, {{"amount", money(*deal->contract)}}) : say(Phrase::gates_no_contract);
    if (deal->first_payment) {
        kept.payment += " " + say(Phrase::gates_first_payment, {{"amount", money(*deal->first_payment)}});
        if (deal->contract && deal->contract->minor > 0 && deal->contract->currency == deal->first_payment->currency)
            kept.payment += " " + say(Phrase::gates_share, {{"share", percent(static_cast<double>(deal->first_payment->minor) /
                                                                              static_cast<double>(deal->contract->minor))}});
    } else if (deal->contract) {
        kept.payment += " " + std::string(say(Phrase::gates_no_payment));
    }
    for (const Finding& flag : frame.readings.warnings_of(deal).flags)
        kept.payment_low |= flag.rule == "first_payment_low" || flag.rule == "reminder_low_first_payment";
}

void keep_ended(KeptGates& kept, const Deal& deal) {
    kept.ended.clear();
    if (deal.status == DealStatus::open) return;
    kept.ended = outcome_words(deal);
    if (deal.end_reason != EndReason::none) kept.ended += " \u00B7 " + end_reason_name(deal.end_reason);
    if (deal.ended) kept.ended += " \u00B7 " + date_long(*deal.ended);
}

std::string typed_amount_of(const std::optional<Money>& amount) { return amount ? typed_money(*amount, language() == Language::zh) : ""; }

}  // namespace

std::string gate_state_name(GateState state) { return say_named("gate_state_", name_of(state)); }
std::string end_reason_name(EndReason reason) { return say_named("end_reason_", name_of(reason)); }

void keep_gates(const Frame& frame, GatesState& state, const Box<Deal>& deal) {
    KeptGates& kept = state.kept;
    frame.readings.of(deal);
    if (kept.deal && kept.deal->same(deal) && kept.readings == frame.readings.version() && kept.language == language()) return;
    kept.deal = deal, kept.readings = frame.readings.version(), kept.language = language();
    kept.stages.clear();
    const std::vector<StageGate> gates = stage_gates(*deal, frame.playbook);
    for (std::size_t i = 0; i < gates.size(); ++i) kept.stages.push_back(kept_gate_stage(frame, *deal, frame.playbook.funnel[i], gates[i]));
    const int ahead = steps_ahead(deal->funnel_stage, deal->position.claimed.stage, frame.playbook);
    kept.ahead.clear();
    if (ahead > 0) kept.ahead = say(Phrase::gate_ahead, {{"count", whole(ahead)}, {"stage", stage_word(deal->position.claimed.stage)}});
    keep_oversight(frame, kept, *deal);
    keep_protection(frame, kept, *deal);
    keep_payment(frame, kept, deal);
    keep_ended(kept, *deal);
}

const KeptStage& shown_gate(const GatesState& state, const Deal& deal) {
    const FunnelStage wanted = state.stage.value_or(deal.funnel_stage);
    const auto found =
        std::find_if(state.kept.stages.begin(), state.kept.stages.end(), [&](const KeptStage& one) { return one.stage == wanted; });
    return found == state.kept.stages.end() ? state.kept.stages.front() : *found;
}

GatesDraft* gates_draft_of(GatesState& state, GatesPart part) {
    const auto found = std::find_if(state.drafts.begin(), state.drafts.end(), [&](const GatesDraft& draft) {
        return draft.deal == state.deal && draft.part == part &&
               (part != GatesPart::fact || (draft.item == state.item && draft.fact.id == state.fact));
    });
    return found == state.drafts.end() ? nullptr : &*found;
}

void open_gates_part(GatesState& state, GatesPart part) {
    std::erase_if(state.drafts, [](const GatesDraft& draft) { return !draft.holds_work(); });
    state.open = part, state.first_frame = state.to_form = true;
}

void open_gates_fact(GatesState& state, const std::string& item, const Id& fact) {
    state.item = item, state.fact = fact;
    open_gates_part(state, GatesPart::fact);
}

// As it stands in the deal.
GatesDraft& begin_gates_draft(const Frame& frame, GatesState& state, const Deal& deal) {
    if (GatesDraft* begun = gates_draft_of(state, *state.open)) return *begun;
    GatesDraft draft;
    draft.deal = deal.id, draft.part = *state.open;
    switch (draft.part) {
        case GatesPart::fact:
            draft.item = state.item;
            draft.fact.date = frame.today, draft.fact.certainty = Certainty::explicit_;
            for (const GateItem& gate : deal.gates)
                for (const Evidence& fact : gate.evidence)
                    if (gate.item == state.item && state.fact && fact.id == state.fact) draft.fact = fact;
            draft.date = draft.fact.date ? format(*draft.fact.date) : "";
            break;
        case GatesPart::confirm: break;
        case GatesPart::protection:
            draft.date = deal.protection.claimed_on ? format(*deal.protection.claimed_on) : "";
            draft.words[0] = deal.protection.months ? std::to_string(*deal.protection.months) : "";
            break;
        case GatesPart::payment: draft.words = {typed_amount_of(deal.contract), typed_amount_of(deal.first_payment)}; break;
        case GatesPart::end:
            draft.status = deal.status == DealStatus::open ? DealStatus::won : deal.status, draft.reason = deal.end_reason;
            draft.date = format(deal.ended.value_or(frame.today)), draft.words[0] = deal.lessons;
            break;
    }
    draft.words_before = draft.words, draft.date_before = draft.date, draft.fact_before = draft.fact;
    draft.status_before = draft.status, draft.reason_before = draft.reason;
    return state.drafts.emplace_back(std::move(draft));
}

void forget_gates_draft(GatesState& state, const GatesDraft& draft) {
    state.open.reset();
    state.drafts.erase(state.drafts.begin() + (&draft - state.drafts.data()));
}

bool GatesState::holds_work() const {
    return renaming.deal || std::any_of(drafts.begin(), drafts.end(), [](const GatesDraft& draft) { return draft.holds_work(); });
}

}  // namespace views
