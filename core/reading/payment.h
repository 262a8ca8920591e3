// Whether the first payment is what it should be (methodology §7, 8: P7).
#pragma once

#include "reading/finding.h"

#include <string>
#include <vector>

namespace compass {

// Without a contract there is no share to speak of; no payment is a low one.
inline bool payment_is_low(const Deal& deal, double share) {
    return deal.contract &&
           static_cast<double>(deal.first_payment ? deal.first_payment->minor : 0) < share * static_cast<double>(deal.contract->minor);
}

inline std::vector<Fact> payment_facts(const Deal& deal) {
    return {{"/contract", std::to_string(deal.contract->minor)},
            {"/first_payment", deal.first_payment ? std::to_string(deal.first_payment->minor) : ""}};
}

}  // namespace compass
