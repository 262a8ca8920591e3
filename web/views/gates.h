// The stages of our process with what each owes: gate items with their facts and the key actions of each role (methodology §8).
// What ends a deal stands here, too: who looks after it, protection, contract and first payment, and how it went.
#pragma once

#include "reading/gates.h"
#include "views/deal_menu.h"
#include "views/frame.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace views {

// What is written on this screen: a fact for a gate item, the rest beside the items.
enum class GatesPart : std::uint8_t { fact, confirm, protection, payment, end };

// It becomes part of the deal when it is saved.
struct GatesDraft {
    compass::Id deal;
    GatesPart part = GatesPart::fact;
    std::string item;  // of the fact
    std::array<std::string, 2> words, words_before;
    std::string date, date_before;
    compass::Evidence fact, fact_before;
    bool meets = true;  // the item is met by this fact
    compass::DealStatus status = compass::DealStatus::open, status_before = compass::DealStatus::open;
    compass::EndReason reason = compass::EndReason::none, reason_before = compass::EndReason::none;
    bool holds_work() const {
        return words != words_before || date != date_before || fact != fact_before || status != status_before || reason != reason_before;
    }
};

struct KeptFact {
    compass::Evidence fact;
    std::string words, detail;
};
struct KeptGateItem {
    std::string id, words, state_name;
    compass::GateState state;
    bool unshown = false;  // said to be met, and no fact for it
    std::vector<KeptFact> facts;
};
struct KeptKeyAction {
    std::string id, words, done_words;
    bool done = false;
};
struct KeptStage {
    compass::FunnelStage stage;
    std::string number, name, status, short_status, spoken;
    std::string summary;  // of its items
    std::string needs;    // where the customer has to be, and is not yet; empty = they are there
    bool reached = false, debt = false;
    std::vector<KeptGateItem> items;
    std::array<std::vector<KeptKeyAction>, 3> actions;  // by OurRole
};

// What stands on the screen, made when the deal, the day or the language changed.
struct KeptGates {
    std::optional<compass::Box<compass::Deal>> deal;
    std::uint64_t readings = 0;  // their version
    compass::Language language = compass::Language::zh;
    std::vector<KeptStage> stages;
    std::string ahead;  // of the customer; empty = we are not
    std::string confirmed, senior, protection, payment, ended;
    bool confirmation_due = false, senior_missing = false, protection_over = false, payment_low = false;
};

struct GatesState {
    compass::Id deal;                           // whose state this is
    std::optional<compass::FunnelStage> stage;  // that is shown; nothing = the deal's own
    std::optional<GatesPart> open;              // what is being written
    std::string item;                           // of a fact that is being written
    compass::Id fact;                           // nobody's: a new one
    std::vector<GatesDraft> drafts;             // what was begun and neither saved nor cancelled
    bool first_frame = false;                   // of what is being written
    bool to_form = false;                       // it is to come into view
    RenameState renaming;
    KeptGates kept;

    bool holds_work() const;
};

// With the form in which the deal is ended.
void open_gates(GatesState& state, const compass::Id& deal, bool ending);
[[gnu::noinline]] void draw_gates_screen(Frame& frame, GatesState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

}  // namespace views
