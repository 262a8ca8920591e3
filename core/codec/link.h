// Deals as a link: all of them stand in the address behind the "#", which browsers send nowhere.
//
//   /link/1.<the deals as compact JSON, deflated, as base64url>.<CRC-32 of what was deflated, eight hexadecimal digits>
//   /link/2.<what was deflated, locked with a passphrase (web/platform/vault.js), as base64url>
//
// Anybody can write one: whatever it holds, reading takes little time and room and ends in deals or in one sentence.
#pragma once

#include "model/result.h"
#include "model/workspace.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

inline constexpr std::string_view link_path = "/link/";
inline constexpr std::size_t link_bytes_at_most = 1u << 20;  // inflated
inline constexpr std::size_t link_deals_at_most = 50;

// These deals with their customers; empty where they are too much for a link.
std::string link_stream(const Workspace& workspace, const std::vector<Id>& deals);
std::string plain_link(std::string_view stream);
std::string locked_link(std::string_view locked);

struct SentLink {
    Workspace deals;     // with their customers and nothing else
    std::string locked;  // in place of them: what must be unlocked first, to a stream
};
// One error at most: link_version, link_damaged, link_large, link_content, link_empty or link_many.
Result<SentLink> read_link(std::string_view address);
Result<Workspace> read_link_stream(std::string_view stream);

}  // namespace compass
