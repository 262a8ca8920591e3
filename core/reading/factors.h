// What each factor of the win index contributes, by the word or the number that answers it (methodology §4).
#pragma once

#include "model/playbook.h"
#include "reading/win_index.h"

#include <optional>
#include <string_view>

namespace compass {

FactorTarget target_of(Factor factor);  // not of Factor::own: its playbook entry says it

// For factors answered by a word, such as "verified" or "strained"; nothing where the factor does not know the word.
std::optional<LogOdds> contribution_of(const IndexWeights& weights, Factor factor, std::string_view word);

// For support, receptivity, gate debt and steps ahead: per unit of S, R, share, steps. 0 for the others.
LogOdds contribution_per_unit(const IndexWeights& weights, Factor factor);

}  // namespace compass
