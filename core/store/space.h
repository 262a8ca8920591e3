// Where the store keeps its texts: keys and values, such as the browser's local storage, which may be full, blocked, or emptied behind us.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

enum class Written : std::uint8_t { ok, full, unavailable };

class Space {
  public:
    virtual std::optional<std::string> get(std::string_view key) = 0;
    virtual Written set(std::string_view key, std::string_view value) = 0;  // replaces the value or leaves the old one
    virtual void remove(std::string_view key) = 0;
    virtual std::vector<std::string> keys() = 0;

  protected:
    ~Space() = default;
};

}  // namespace compass
