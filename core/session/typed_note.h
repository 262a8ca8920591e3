// What was noted after a visit, line by line: facts, answers, ratings, tasks, new people, dates – as far as the words say so (methodology §9).
#pragma once

#include "model/playbook.h"
#include "session/visit_line.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

// A sign of the playbook as notes are searched for it.
struct NoteSign {
    std::string id;
    Axis axis;
    int level;
    std::vector<std::u32string> tokens;
    bool negated;
};
// Both languages. Made once per playbook: it takes a hundred times as long as reading a line.
std::vector<NoteSign> note_signs(const Playbook& playbook);

struct NoteScene {
    const Deal& deal;
    const std::vector<NoteSign>& signs;
    Date today;
    Id met;                                         // whom the visit was with: said what names nobody
    std::uint16_t (*initials)(char32_t) = nullptr;  // of pinyin, see portfolio/search.h; may be null
};

// One for each line that holds words, in either language. "紧迫：…", "预算：…", "待办：…", "新人：…" say what a line is; else a name with a
// signed number is a rating, what begins with a day to come and a deed is a task, words of a sign of the playbook make a fact, those of a
// question an answer. What is understood otherwise than by its own name or a prefix is marked as assumed; what fits nothing is unread.
// A fact is dated today, or by the day that its line begins with. Any bytes may come; of a line 400 code points are read, of a note 100
// lines, the rest stays unread.
std::vector<VisitLine> read_note(std::string_view text, const NoteScene& scene);

}  // namespace compass
