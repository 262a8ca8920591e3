// A deal on one page: objective, position, five elements, BANTCC, flags, contradictions, alternatives, questions, what is to be done.
// Each entry leads to where it is changed: in the panel beside it, or on the screen that is made for it.
#pragma once

#include "reading/qualification.h"
#include "reading/review.h"
#include "views/deal_menu.h"
#include "views/frame.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace views {

// What the panel beside the sheet is open on.
struct SheetTarget {
    SheetPart part = SheetPart::overview;
    compass::Question question = compass::Question::five_purchasing_body;  // of an answer
    compass::Id item;                                                      // a task, an alternative; nobody's: a new one
    compass::TeamRole role = compass::TeamRole::account;                   // of the team
    bool operator==(const SheetTarget&) const = default;
};

// What is written in the panel; it becomes part of the deal when it is saved.
struct SheetDraft {
    compass::Id deal;
    SheetTarget target;
    std::array<std::string, 3> words, words_before;
    compass::AlternativeKind kind = compass::AlternativeKind::rival, kind_before = compass::AlternativeKind::rival;
    compass::Evidence fact, fact_before;
    std::string date, date_before;
    bool writes_fact = false;
    bool holds_work() const { return words != words_before || kind != kind_before || fact != fact_before || date != date_before; }
};

struct SheetAnswer {
    compass::Question question;
    std::string name, words, status, spoken;
    compass::AnswerStatus known;
    std::optional<compass::Certainty> certainty;
};
struct SheetFinding {
    std::string words, step, spoken;
    compass::Severity severity;
    bool contradiction;
    std::optional<Wish> way;
};
struct SheetQuestion {
    std::string words, whom, worth, spoken;
    float share;  // of the one most worth asking
    std::optional<Wish> way;
};
struct SheetTask {
    compass::Id id;
    std::string what, detail, due, spoken;
    bool done, overdue;
};
struct SheetEntry {  // an alternative, one of the team
    SheetTarget target;
    std::string name, words, spoken;
    bool missing = false;
};

// What stands on the sheet, made when the deal, the day or the language changed.
struct KeptSheet {
    std::optional<compass::Box<compass::Deal>> deal;
    std::uint64_t readings = 0;  // their version
    compass::Language language = compass::Language::zh;
    std::string objective, objective_spoken, customer;
    struct Test {
        std::string words;
        bool passed;
    };
    std::vector<Test> tests;           // of the objective
    std::vector<std::string> history;  // of the objective, latest first
    std::vector<SheetAnswer> five, bantcc;
    std::string confirmed;
    bool is_confirmed = false;
    std::vector<SheetFinding> flags, contradictions;
    std::vector<SheetQuestion> questions;
    std::vector<SheetTask> tasks;
    std::vector<SheetEntry> alternatives, team;
    std::optional<int> gut;  // the latest
    std::string gut_words, gut_note;
    std::string gut_apart;  // that it and the index part; empty = they do not
    struct Change {
        std::string name, words;
    };
    std::vector<Change> changes;  // since the last review
    std::string changes_since;
};

struct SheetState {
    compass::Id deal;  // whose state this is
    std::optional<SheetTarget> open;
    std::vector<SheetDraft> drafts;  // of what is open, and what was begun and neither saved nor cancelled
    bool first_frame = false;        // of the panel
    bool all_flags = false, all_tasks = false;
    RenameState renaming;
    KeptSheet kept;
    float paper_height = 0;

    bool holds_work() const;
};

void open_sheet_part(SheetState& state, const compass::Id& deal, const SheetTarget& target);
[[gnu::noinline]] void draw_sheet_screen(Frame& frame, SheetState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

}  // namespace views
