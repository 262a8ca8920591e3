// Errors are values: where, which, and what to put into the sentence. Phrases live in assets/languages.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace compass {

struct Error {
    std::string path;    // a JSON pointer such as /deals/3/people/0/support; empty for the whole file
    std::string code;    // which sentence: the phrase "error_" + code
    std::string detail;  // fills {detail} of the sentence: a value, a limit, a name
    bool operator==(const Error&) const = default;
};

// A value, or at least one error. Never both.
template <class T>
class Result {
  public:
    Result(T value) : value_(std::move(value)) {}
    Result(std::vector<Error> errors) : errors_(std::move(errors)) {}
    explicit operator bool() const { return value_.has_value(); }
    T& operator*() { return *value_; }
    const T& operator*() const { return *value_; }
    T* operator->() { return &*value_; }
    const T* operator->() const { return &*value_; }
    const std::vector<Error>& errors() const { return errors_; }

  private:
    std::optional<T> value_;
    std::vector<Error> errors_;
};

}  // namespace compass
