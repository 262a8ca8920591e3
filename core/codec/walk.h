// Goes through everything in a struct by its table.
#pragma once

#include "codec/description.h"

#include <string>
#include <string_view>

namespace compass {

class Visitor {
  public:
    // Each value that is no struct, list or optional; `path` is its JSON pointer.
    virtual void visit(const Kind& kind, const Rule& rule, void* value, const std::string& path) = 0;

  protected:
    ~Visitor() = default;
};

// `path` is where the object stands. Does not look into boxes: what is in them is shared.
void walk(const Description& object, void* value, std::string path, Visitor& visitor);

// One more step of a JSON pointer (RFC 6901), fit to be shown.
void append_pointer(std::string& path, std::string_view member);
void append_pointer(std::string& path, std::size_t index);

}  // namespace compass
