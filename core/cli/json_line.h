// One JSON value on one line, written piece by piece in the order of the calls. Numbers read back exactly as they were.
#pragma once

#include "codec/json_text.h"
#include "model/numbers.h"
#include "model/position.h"
#include "model/words.h"

#include <string>
#include <string_view>

namespace compass::cli {

class JsonLine {
  public:
    JsonLine& open(char bracket) { return comma(), text_ += bracket, fresh_ = true, *this; }  // '{' or '['
    JsonLine& close(char bracket) { return text_ += bracket, fresh_ = false, *this; }         // '}' or ']'
    JsonLine& key(std::string_view name) { return comma(), append_quoted(text_, name), text_ += ':', fresh_ = true, *this; }

    JsonLine& value(std::string_view text) { return comma(), append_quoted(text_, text), *this; }
    JsonLine& value(const char* text) { return value(std::string_view(text)); }
    JsonLine& value(double number) { return comma(), append_number(text_, number), *this; }
    JsonLine& value(int number) { return comma(), append_number(text_, static_cast<long long>(number)), *this; }
    JsonLine& value(bool truth) { return comma(), text_ += truth ? "true" : "false", *this; }
    JsonLine& value(Probability probability) { return value(probability.value); }
    JsonLine& value(LogOdds log_odds) { return value(log_odds.value); }
    JsonLine& value(const Position& position) {
        return open('[').value(name_of(position.stage)).value(name_of(position.competition)).value(name_of(position.urgency)).close(']');
    }
    JsonLine& nothing() { return comma(), text_ += "null", *this; }

    template <class Value>
    JsonLine& member(std::string_view name, const Value& its) {
        return key(name).value(its);
    }

    const std::string& text() const { return text_; }

  private:
    void comma() {
        if (!fresh_) text_ += ',';
        fresh_ = false;
    }

    std::string text_;
    bool fresh_ = true;
};

}  // namespace compass::cli
