// One JSON value that is no object or list, on its way into the model.
#pragma once

#include "codec/description.h"
#include "model/identity.h"

#include <string>
#include <string_view>
#include <vector>

namespace compass {

struct Scalar {
    enum class Type : std::uint8_t { null, truth, number, text };
    Type type;
    std::string_view text;  // the text; else how it is written: true, -3.5
    double number = 0;      // exact for every whole number the model takes
};

// The ids met in one Scope.
struct ScopeIds {
    std::vector<Id> own, people, referred;
    void clear() { own.clear(), people.clear(), referred.clear(); }
};

struct Problem {
    const char* code = nullptr;  // null: none
    std::string detail;
};

// `value` is of the kind `kind`. What does not fit leaves it as it was.
Problem store(const Scalar& scalar, const Kind& kind, const Rule& rule, void* value, ScopeIds& ids);

// The error code for something else where this shape is needed.
const char* expected(Shape shape);

}  // namespace compass
