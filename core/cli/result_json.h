// Readings as JSON, in the order and with the names of the readings' own fields.
#pragma once

#include "cli/json_line.h"
#include "model/customer.h"
#include "model/playbook.h"
#include "reading/deal_reading.h"

namespace compass::cli {

// Members of the object that is open: "position": […], "periods": N, "hold_all": x, "best": y, "actions": {"hold": …, …},
// "path": [{"move", "to", "periods"}, …]
void write_moves(JsonLine& json, const Navigation& navigation);

// One deal: who and where, index with every term, navigator, unknowns with their question, flags and contradictions with their step.
// The playbook holds the rules of the latter two: with_method().
void write_deal(JsonLine& json, const Deal& deal, const Customer* customer, const Playbook& playbook, const DealReading& reading,
                Date today, Language language);

}  // namespace compass::cli
