// Where the manager's time is worth most: open deals by what the best move would gain them, with every reason to look (methodology §11).
#pragma once

#include "model/words.h"
#include "portfolio/assessment.h"
#include "portfolio/funnel.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace compass {

// gain: the best move earns · stop_flag, warn_flag: a red flag or contradiction · review_due · optimism: our process says more than the
// compass · stuck: longer in its P-stage than most.
enum class AttentionKind : std::uint8_t { gain, stop_flag, warn_flag, review_due, optimism, stuck };

template <>
struct WordsOf<AttentionKind> {
    static constexpr auto words =
        words_up_to<AttentionKind, AttentionKind::stuck>("gain", "stop_flag", "warn_flag", "review_due", "optimism", "stuck");
};

struct AttentionReason {
    AttentionKind kind = AttentionKind::gain;
    std::string rule;         // of a flag or contradiction: its id
    std::optional<int> days;  // of a review since the last one, of a stuck deal in its stage
    double money = 0;         // of gain and optimism, minor units of the ranking's currency
    bool operator==(const AttentionReason&) const = default;
};

struct AttentionDeal {
    std::size_t deal = 0;  // in Workspace::deals
    Move best_move = Move::hold;
    double gain = 0;              // of that move over holding for this period, probability
    std::optional<double> money;  // gain × amount, minor units; nothing = no amount in this currency
    bool operator==(const AttentionDeal&) const = default;
};

// Every open deal once: the largest money first, then those without by their gain. `known` must be up to date.
std::vector<AttentionDeal> rank_attention(const Workspace& workspace, const Assessments& known, Currency currency);

// Why this one, in the order of AttentionKind, flags worst first. `stuck`: of read_funnel() over all deals of the workspace. The playbook
// must have its rules and practice: with_method() in codec/method.h.
std::vector<AttentionReason> attention_reasons(const AttentionDeal& ranked, const Deal& deal, const Assessment& known,
                                               const Playbook& playbook, Date today, const std::vector<StuckDeal>& stuck);

}  // namespace compass
