// All that a successor needs to take a deal over: people, promises, evidence, next steps and risks (methodology §10).
// The words come with whoever prints it.
#pragma once

#include "model/customer.h"
#include "model/deal.h"
#include "model/playbook.h"
#include "reading/deal_reading.h"
#include "reading/finding.h"
#include "reading/next_steps.h"
#include "reading/win_index.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

struct HandoverPerson {
    std::size_t person = 0;  // in Deal::people
    bool covered = false;
    bool held_alone = false;    // by the one who leaves: nobody else of ours knows them
    bool to_establish = false;  // connected with us at least, and not yet with the successor
    bool operator==(const HandoverPerson&) const = default;
};

struct Handover {
    Id deal;
    std::string from, to;
    DealReading reading;                 // where it stands
    std::vector<HandoverPerson> people;  // those to establish first, then by weight
    std::vector<std::size_t> promises;   // in Deal::tasks: not yet seen; the earliest day first, those without a day last
    std::vector<std::size_t> own_tasks;  // of these: owned by the one who leaves, so that they need a new owner
    std::vector<Evidence> evidence;      // everything we know, the newest first, undated last
    std::vector<NextStep> steps;         // those that gain, the best first
    std::vector<Finding> risks;          // flags and contradictions, worst first
    std::vector<Unknown> unknowns;       // most worth asking first
    int relationships_open = 0;          // people to establish: they stay listed until this is 0
    bool operator==(const Handover&) const = default;
};

// `customer` may be null; `from` is who leaves (the deal's owner where empty), `to` who takes over: a relationship is established when
// `to` is among those who hold it. Of a closed deal there are no steps, risks and unknowns. The playbook must hold the rules
// (codec/method.h).
Handover hand_over(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, std::string_view from,
                   std::string_view to);

}  // namespace compass
