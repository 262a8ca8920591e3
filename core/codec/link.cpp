#include "codec/link.h"

#include "codec/base64.h"
#include "codec/deflate.h"
#include "codec/workspace_codec.h"

#include <algorithm>
#include <cstdint>

namespace compass {
namespace {

constexpr std::string_view plain_mark = "1.", locked_mark = "2.";
constexpr std::size_t check_length = 8;
// The stream of an honest link is smaller than what it inflates to.
constexpr std::size_t link_letters_at_most = link_bytes_at_most * 4 / 3;

std::vector<Error> link_error(const char* code, std::string detail = {}) { return {{"", code, std::move(detail)}}; }

std::string check_of(std::string_view stream) {
    std::string digits;
    const std::uint32_t sum = crc32(stream);
    for (int shift = 28; shift >= 0; shift -= 4) digits += "0123456789abcdef"[sum >> shift & 15];
    return digits;
}

Result<std::string> bytes_of(std::string_view letters) {
    if (letters.size() > link_letters_at_most) return link_error("link_large", "1");
    std::optional<std::string> bytes = from_base64url(letters);
    if (!bytes || bytes->empty()) return link_error("link_damaged");
    return std::move(*bytes);
}

// "3.": a mark as a later version may write it.
bool is_later_mark(std::string_view text) {
    const std::size_t dot = text.find('.');
    return dot != std::string_view::npos && dot > 0 && dot <= 3 && text.front() != '0' &&
           std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(dot), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string link_stream(const Workspace& workspace, const std::vector<Id>& deals) {
    const std::string json = write_deals(workspace, deals, Layout::compact);
    if (json.size() > link_bytes_at_most) return {};
    std::string stream = deflated(json);
    return read_link_stream(stream) ? stream : std::string{};
}

std::string plain_link(std::string_view stream) {
    return std::string(link_path) + std::string(plain_mark) + base64url(stream) + '.' + check_of(stream);
}

std::string locked_link(std::string_view locked) { return std::string(link_path) + std::string(locked_mark) + base64url(locked); }

Result<SentLink> read_link(std::string_view address) {
    if (!address.starts_with(link_path)) return link_error("link_damaged");
    std::string_view text = address.substr(link_path.size());
    if (text.starts_with(locked_mark)) {
        Result<std::string> locked = bytes_of(text.substr(locked_mark.size()));
        if (!locked) return locked.errors();
        return SentLink{{}, std::move(*locked)};
    }
    if (!text.starts_with(plain_mark)) return link_error(is_later_mark(text) ? "link_version" : "link_damaged");
    text.remove_prefix(plain_mark.size());
    const std::size_t dot = text.rfind('.');
    if (dot == std::string_view::npos || text.size() - dot - 1 != check_length) return link_error("link_damaged");
    Result<std::string> stream = bytes_of(text.substr(0, dot));
    if (!stream) return stream.errors();
    if (check_of(*stream) != text.substr(dot + 1)) return link_error("link_damaged");
    Result<Workspace> deals = read_link_stream(*stream);
    if (!deals) return deals.errors();
    return SentLink{std::move(*deals), {}};
}

Result<Workspace> read_link_stream(std::string_view stream) {
    const Inflated json = inflated(stream, link_bytes_at_most);
    if (json.result == Inflated::Result::too_large) return link_error("link_large", "1");
    if (json.result == Inflated::Result::damaged) return link_error("link_damaged");
    Result<Workspace> read = read_workspace(json.bytes);
    if (!read) return link_error(read.errors().front().code == "version_unknown" ? "link_version" : "link_content");
    // What would change more than deals is no link of ours.
    if (read->playbook) return link_error("link_content");
    if (read->deals.empty()) return link_error("link_empty");
    if (read->deals.size() > link_deals_at_most) return link_error("link_many", std::to_string(link_deals_at_most));
    std::erase_if(read->customers, [&](const Box<Customer>& customer) {
        return std::none_of(read->deals.begin(), read->deals.end(), [&](const Box<Deal>& deal) { return deal->customer == customer->id; });
    });
    read->extra = {};
    return read;
}

}  // namespace compass
