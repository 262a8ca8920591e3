// A document of the program's own: drawn as a page, and as plain text for a message, a mail or a file.
#pragma once

#include "ui/mirror.h"

#include <string>
#include <vector>

namespace views {

struct PaperLine {
    enum class Kind : std::uint8_t { plain, strong, item };
    Kind kind = Kind::item;
    std::string words;
};
struct PaperSection {
    std::string title;
    std::vector<PaperLine> lines;
    void plain(std::string words) { lines.push_back({PaperLine::Kind::plain, std::move(words)}); }
    void strong(std::string words) { lines.push_back({PaperLine::Kind::strong, std::move(words)}); }
    void item(std::string words) { lines.push_back({PaperLine::Kind::item, std::move(words)}); }
};
struct Paper {
    std::string title, about;
    std::vector<PaperSection> sections;
};

// Lines end with "\n"; no signs of a markup language.
std::string text_of(const Paper& paper);
// Upon the table, in the middle of the area. Returns the height it took.
float draw_paper(const Paper& paper, const ui::Rect& area);

}  // namespace views
