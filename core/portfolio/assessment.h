// What readings of many deals need of each one, and a store that reads only what changed: reading 10,000 deals anew after one edit would
// take seconds.
#pragma once

#include "model/playbook.h"
#include "model/workspace.h"
#include "reading/navigator.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace compass {

struct RaisedRule {
    std::string rule;  // id of a flag or contradiction
    Severity severity = Severity::warn;
    bool operator==(const RaisedRule&) const = default;
};

struct Assessment {
    std::optional<Probability> index;  // nothing once the deal is closed, then all else is empty
    Band band;
    RankedMove best;                 // the best move now
    std::vector<RaisedRule> raised;  // each rule once: flags, then contradictions, worst first in each
    bool operator==(const Assessment&) const = default;
};

// `customer` may be null. The playbook must have its rules: with_method() in codec/method.h.
Assessment assess(const Deal& deal, const Customer* customer, const Playbook& playbook, Date today);

class Assessments {
  public:
    // Takes a workspace over: what was read of a deal stays while the deal and its customer are the same objects. The playbook is
    // compared by its place: clear() before another one stands there.
    void follow(const Workspace& workspace, const Playbook& playbook, Date today);
    // Reads what is not up to date, at most so many deals; true when nothing is left. The playbook given to follow() must still be there.
    bool read(std::size_t at_most = static_cast<std::size_t>(-1));
    void clear() { kept_.clear(), playbook_ = nullptr; }
    // By the place in Workspace::deals that was followed, once it was read.
    const Assessment& of(std::size_t deal) const { return kept_[deal].assessment; }
    std::size_t size() const { return kept_.size(); }
    std::size_t done() const { return done_; }

  private:
    struct Kept {
        Box<Deal> deal;
        std::optional<Box<Customer>> customer;
        Assessment assessment;
        bool up_to_date = false;
    };

    std::vector<Kept> kept_;
    std::size_t done_ = 0;
    const Playbook* playbook_ = nullptr;
    Date today_;
};

}  // namespace compass
