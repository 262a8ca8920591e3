#include "views/handbook_text.h"

#include "model/text.h"

#include <algorithm>

namespace views {

HandbookText read_handbook(std::string_view text) {
    HandbookText book;
    HandbookTerm* term = nullptr;
    while (!text.empty()) {
        const std::string_view line = compass::trimmed(text.substr(0, text.find('\n')));
        text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
        if (line.starts_with("## ")) {
            const std::size_t id = line.find("{#"), end = line.find('}', id == line.npos ? 0 : id);
            term = nullptr;
            if (id == line.npos || end == line.npos || book.chapters.empty()) continue;
            book.terms.push_back({std::string(line.substr(id + 2, end - id - 2)),
                                  std::string(compass::trimmed(line.substr(3, id - 3))),
                                  {},
                                  book.chapters.size() - 1});
            term = &book.terms.back();
        } else if (line.starts_with("# ")) {
            book.chapters.emplace_back(line.substr(2));
            term = nullptr;
        } else if (term && !line.empty()) {
            term->text += (term->text.empty() ? "" : "\n") + std::string(line);
        }
    }
    return book;
}

}  // namespace views
