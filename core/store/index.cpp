#include "store/index.h"

#include <algorithm>
#include <charconv>

namespace compass {
namespace {

constexpr std::string_view schema_name = "deal-compass-store/";
constexpr std::uint64_t schema_version = 1;

bool read_number(std::string_view text, std::uint64_t& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

void append_hexadecimal(std::string& text, std::uint32_t bits) {
    for (int shift = 28; shift >= 0; shift -= 4) text += "0123456789abcdef"[bits >> shift & 15];
}

}  // namespace

std::string_view cut_part(std::string_view& text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view before = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return before;
}

// Two lanes of 32 bits, so that JavaScript can do the same.
std::string checksum(std::string_view text) {
    std::uint32_t one = 0xdeadbeef, two = 0x41c6ce57;
    for (const char c : text) {
        one = (one ^ static_cast<unsigned char>(c)) * 2654435761u;
        two = (two ^ static_cast<unsigned char>(c)) * 1597334677u;
    }
    const auto mix = [](std::uint32_t a, std::uint32_t b) { return ((a ^ a >> 16) * 2246822507u) ^ ((b ^ b >> 13) * 3266489909u); };
    one = mix(one, two), two = mix(two, one);
    std::string digits;
    append_hexadecimal(digits, one);
    append_hexadecimal(digits, two);
    return digits;
}

std::string record_key(std::string_view kind, std::string_view text) { return std::string(kind) + checksum(text); }

bool is_record_key(std::string_view key) {
    return key.starts_with(rest_kind) || key.starts_with(customer_kind) || key.starts_with(deal_kind);
}

bool is_whole(std::string_view key, std::string_view text) { return key.substr(key.find('/') + 1) == checksum(text); }

StoreIndex read_index(std::string_view text) {
    StoreIndex index;
    index.state = StoreIndex::State::damaged;
    std::string_view left = text, head = cut_part(left, '\n');
    if (!head.starts_with(schema_name)) return index;
    head.remove_prefix(schema_name.size());
    std::uint64_t version = 0;
    if (!read_number(cut_part(head, ' '), version)) return index;
    if (version > schema_version) index.state = StoreIndex::State::newer;
    const std::string_view sequence = cut_part(head, ' ');
    if (version != schema_version || !read_number(sequence, index.sequence) || index.sequence == 0) return index;
    if (head != checksum(std::string(sequence) + '\n' + std::string(left))) return index;
    while (!left.empty()) {
        const std::string_view line = cut_part(left, '\n');
        if (line.starts_with(rest_kind))
            index.rest = line;
        else if (line.starts_with(customer_kind))
            index.customers.emplace_back(line);
        else if (line.starts_with(deal_kind))
            index.deals.emplace_back(line);
        else if (line.starts_with(ancestor_kind))
            index.ancestors.emplace_back(line.substr(ancestor_kind.size()));
        else if (line.starts_with(single_kind))
            index.single = line.substr(single_kind.size());
        else
            return index;
    }
    if (!index.rest.empty()) index.state = StoreIndex::State::sound;
    return index;
}

std::string write_index(const StoreIndex& index) {
    std::string lines;
    const auto add = [&](std::string_view kind, std::string_view name) { lines.append(kind).append(name) += '\n'; };
    add({}, index.rest);
    for (const std::string& key : index.customers) add({}, key);
    for (const std::string& key : index.deals) add({}, key);
    for (const std::string& ancestor : index.ancestors) add(ancestor_kind, ancestor);
    if (!index.single.empty()) add(single_kind, index.single);
    const std::string sequence = std::to_string(index.sequence);
    return std::string(schema_name) + std::to_string(schema_version) + ' ' + sequence + ' ' + checksum(sequence + '\n' + lines) + '\n' +
           lines;
}

std::string checksum_of_index(std::string_view text) {
    const std::string_view head = text.substr(0, text.find('\n'));
    return std::string(head.substr(std::min(head.rfind(' ') + 1, head.size())));
}

bool lists(const StoreIndex& index, std::string_view key) {
    const auto among = [&](const std::vector<std::string>& keys) { return std::find(keys.begin(), keys.end(), key) != keys.end(); };
    return index.state == StoreIndex::State::sound && (index.rest == key || among(index.customers) || among(index.deals));
}

}  // namespace compass
