// Reads JSON text straight into a struct by its table, and finds all errors of the text on the way.
#pragma once

#include "codec/description.h"
#include "model/result.h"

#include <string_view>
#include <vector>

namespace compass {

// Fills `value`, which has its defaults and is of the kind `root`. The text's "format" must be `format` and its version one we
// know. Where errors come back, `value` is some part of the file and good for further checks only, or for nothing at all
// where `unreadable`: the text is no JSON, is for another program or version, or has too many errors.
struct Reading {
    std::vector<Error> errors;
    bool unreadable = false;
};
Reading read_document(std::string_view json, std::string_view format, const Kind& root, void* value);

}  // namespace compass
