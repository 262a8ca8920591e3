// A copy in which nobody can be recognised: every name replaced by a stand-in, the same one everywhere, also inside of texts.
#pragma once

#include "model/workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace compass {

struct AnonymiseOptions {
    bool amounts = false;  // multiplied by one factor that nobody is told
    bool dates = false;    // moved by one number of weeks that nobody is told
    std::uint64_t random = 0;
};

// Whose stand-in it is. Ours: who works for us.
enum class Anonymous : std::uint8_t { customer, project, unit, region, person, ours, rival, phone, account, plate, mail, link };

struct StandIn {
    Anonymous kind = Anonymous::person;
    std::string name, stand_in;
    int count = 0;  // how often it was put
};

struct Anonymised {
    Workspace workspace;  // with ids of its own: imported, it stands beside the original
    std::vector<StandIn> replaced;
    std::vector<std::string> unsure;  // what looks like a name and is none that is known: to be looked at by a human being
    std::vector<std::string> left;    // names that are in the copy all the same; empty unless something is wrong
    int dropped = 0;                  // members that this version does not know: nobody can tell what they hold
};

// Texts say "冯部长", "老冯", "Feng" or "Ms Feng" of who is called 冯国华 or Anna Feng; customers without "有限公司" or "GmbH". What is no
// name – numbers, levels, the words of the method – stays, so that the readings of the copy are those of the original.
Anonymised anonymised(const Workspace& workspace, const AnonymiseOptions& options);

}  // namespace compass
