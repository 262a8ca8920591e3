// Writing HTML and SVG piece by piece: every text is escaped on its way in, so that nothing from a file can become markup.
#pragma once

#include <string>
#include <string_view>

namespace compass::cli {

// & < > " ' as character references; fit for text and for quoted attributes.
std::string escaped(std::string_view text);

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

}  // namespace compass::cli
