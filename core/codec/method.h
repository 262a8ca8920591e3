// The part of the method that is texts and limits of rules, and how a team works: assets/method.json.
// It stands apart from the playbook's numbers so that a program that shows no flags does not carry their words: only who calls these
// functions links them.
#pragma once

#include "model/playbook.h"

#include <vector>

namespace compass {

struct Method {
    std::vector<FindingRule> rules;
    Practice practice;
    Extra extra;
    bool operator==(const Method&) const = default;
};

// The built-in one; a build whose method does not load has failed its tests.
const Method& default_method();
void read_method_again();  // as read_defaults_again() does

// The playbook with every built-in rule that it does not have itself, and the built-in practice wherever it says nothing itself.
// Its own rules come first and count instead of the built-in ones.
Playbook with_method(Playbook playbook);

}  // namespace compass
