// An unknown member's value, taken piece by piece from the parser and kept as compact JSON text: order, numbers and texts as they were.
#pragma once

#include "model/extra.h"

#include <string>
#include <string_view>
#include <vector>

namespace compass {

// The first name that stands twice, empty for none. Sorts them.
std::string repeated_name(Extra& extra);

class Capture {
  public:
    void begin();
    void name(std::string_view name);
    void text(std::string_view text);
    void token(std::string_view token);  // null, true, false, a number as it was written
    void open(char bracket);
    void close(char bracket);
    bool active() const { return active_; }
    bool complete() const { return names_.empty(); }
    // Ends the capture.
    std::string take();
    // A name that stood twice in an object closed since the last question; empty for none.
    std::string take_repeated_name();

  private:
    void separate();

    bool active_ = false;
    std::string json_, repeated_;
    std::vector<Extra> names_;  // of the open objects; an empty one for each open list
};

}  // namespace compass
