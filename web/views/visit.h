// A visit: before it the card – whom to see and why, what to ask, what is promised –, after it one text box in which lines become facts,
// answers, ratings, tasks and people.
#pragma once

#include "reading/visit_card.h"
#include "session/typed_note.h"
#include "views/deal_menu.h"
#include "views/frame.h"

#include <optional>
#include <string>
#include <vector>

namespace views {

// What is shown of a line, made when it was read or changed.
struct LineWords {
    std::string title, sentence;  // of the mirror: the whole of what was understood
    std::string kind, who, date, axis, sign, level, question, support, certainty, direction, lack;
};
struct NotedLine {
    compass::VisitLine line;
    bool changed = false;  // by hand: it stays as long as its text does
    LineWords words;
};

// What was typed and not saved, of one deal.
struct VisitDraft {
    compass::Id deal, met;
    std::string text;
    std::vector<NotedLine> lines;
    // What the lines were read from.
    std::optional<compass::Box<compass::Deal>> read_from;
    std::string read_text;
    compass::Id read_met;
    compass::Language language = compass::Language::zh;
    std::uint64_t made = 0;  // rises with every reading and change
    bool holds_work() const { return !text.empty(); }
    int ready() const;  // lines that lack nothing
};

// The deal as it would be with the lines that are ready.
struct VisitPreview {
    std::uint64_t made = 0, readings = 0;
    std::optional<compass::DealReading> after;
    std::string words, position;  // "赢单指数 20% → 36%", "紧迫程度 → 紧急"
};

// What was saved last; shown until something else is typed.
struct VisitSaved {
    std::string words;
    compass::Id deal;
};

struct CardWords {
    std::string title, roles, contact;
    std::vector<std::string> why, said, said_detail, ask, worth, tasks, task_detail;
    std::string move, proof, question, gain;
    std::string text;  // the whole card, to copy
};

struct KeptVisit {
    std::optional<compass::Box<compass::Deal>> deal;
    std::uint64_t readings = 0;  // their version
    compass::Language language = compass::Language::zh;
    compass::Id person;
    std::vector<compass::VisitCandidate> order;
    compass::VisitCard card;
    CardWords words;
};

// The signs of a playbook as notes are searched for them.
struct KeptSigns {
    const compass::Playbook* playbook = nullptr;
    std::uint64_t revision = 0;
    std::vector<compass::NoteSign> signs;
};

struct VisitState {
    compass::Id deal;  // whose state this is
    compass::Id person;
    bool noting = false;  // on a phone: what comes after the visit is shown
    std::vector<VisitDraft> drafts;
    VisitPreview preview;
    std::optional<VisitSaved> saved;
    RenameState renaming;
    KeptVisit kept;
    KeptSigns signs;

    VisitDraft& draft();  // of the deal that is shown
    bool holds_work() const;
};

[[gnu::noinline]] void draw_visit_screen(Frame& frame, VisitState& state, const compass::Box<compass::Deal>& deal, ui::Rect area);

}  // namespace views
