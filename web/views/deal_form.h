// The form for a deal's basics: new or to be edited. Amounts and dates as people type them.
#pragma once

#include "codec/typed_input.h"
#include "views/frame.h"

#include <string>

namespace views {

struct DealFields {
    std::string customer, name, owner, sentence, unit, amount, signing_date, reason;
    compass::DealKind kind = compass::DealKind::unknown;
    compass::FunnelStage funnel_stage = compass::FunnelStage::p1;
    compass::Position position;
    bool operator==(const DealFields&) const = default;
};

struct DealFormState {
    compass::Id deal;  // nobody = a new one
    DealFields fields, opened;
    bool first_frame = false, tried = false, saved = false;
    bool holds_work() const { return !saved && fields != opened; }
};

// What is wrong with an amount as it was typed; empty = nothing.
std::string amount_fault_sentence(const compass::TypedMoney& typed);

void open_new_deal(DealFormState& state);
void open_edit_deal(DealFormState& state, const compass::Deal& deal, const compass::Customer* customer);
// False when it shall close: saved, or left with what was typed in it.
[[gnu::noinline]] bool draw_deal_form(const Frame& frame, DealFormState& state);

}  // namespace views
