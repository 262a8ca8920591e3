// The terms of the method in the user's words: assets/handbook/handbook.<language>.md, which arrives behind the first frame.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace views {

struct HandbookTerm {
    std::string id, name, text;
    std::size_t chapter = 0;  // in HandbookText::chapters
};

struct HandbookText {
    std::vector<std::string> chapters;
    std::vector<HandbookTerm> terms;  // in the order of reading
};

// "# Chapter", "## Name {#id}" and paragraphs. A term without an id, and what stands before the first term, is left out.
HandbookText read_handbook(std::string_view text);

}  // namespace views
