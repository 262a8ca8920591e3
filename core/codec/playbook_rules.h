// What the numbers of a playbook demand of each other, beside the range that each has by itself.
#pragma once

#include "model/playbook.h"
#include "model/result.h"

#include <string>
#include <vector>

namespace compass {

// `path` is where the playbook stands. Adds what is wrong, up to errors_at_most.
void check_playbook(const Playbook& playbook, const std::string& path, std::vector<Error>& errors);

}  // namespace compass
