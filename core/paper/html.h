// Writing HTML and SVG piece by piece: every text is escaped on its way in, so that nothing from a file can become markup.
#pragma once

#include <string>
#include <string_view>

namespace compass::paper {

// Well-formed, and without what no page, table or file name may hold: control characters but line break and tab, what turns the direction
// of others round, code points that are none.
std::string clean(std::string_view text);
// Clean, and & < > " ' as character references; fit for text and for quoted attributes.
std::string escaped(std::string_view text);

// What a file may be called on every system: `name` clean and cut short, then `end`: " 2026-11-21.html". What Windows keeps for its
// devices ("con.json") gets a line before it.
std::string file_name(std::string_view name, std::string_view end);

class Html {
  public:
    // `tag` is our own markup, written as it is: "<p class=\"big\">".
    Html& markup(std::string_view tag) { return text_ += tag, *this; }
    Html& text(std::string_view words) { return text_ += escaped(words), *this; }
    // <name>words</name>; `attributes` is our own markup: "class=\"big\"".
    Html& element(std::string_view name, std::string_view words, std::string_view attributes = {});

    const std::string& page() const { return text_; }

  private:
    std::string text_;
};

// Coordinates and the like: at most two decimals, never an exponent.
std::string decimal(double value);

}  // namespace compass::paper
