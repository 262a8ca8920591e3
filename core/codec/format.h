// What a file says of itself, and the limits beyond which none is read.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace compass {

inline constexpr std::string_view workspace_format = "deal-compass";
inline constexpr std::string_view playbook_format = "deal-compass-playbook";
inline constexpr std::string_view method_format = "deal-compass-method";

// A newer minor version only adds; another major one is another format.
struct Version {
    int major = 0, minor = 0;
};
inline constexpr Version format_version{1, 0};
inline constexpr std::string_view format_version_text = "1.0";

// "1.0": two numbers of at most six digits each.
std::optional<Version> parse_version(std::string_view text);
inline bool newer_minor(Version version) { return version.major == format_version.major && version.minor > format_version.minor; }

inline constexpr std::size_t errors_at_most = 100;
inline constexpr std::size_t file_bytes_at_most = 64u << 20;
inline constexpr int nesting_at_most = 64;

}  // namespace compass
