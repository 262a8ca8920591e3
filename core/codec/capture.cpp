#include "codec/capture.h"

#include "codec/json_text.h"

#include <algorithm>
#include <utility>

namespace compass {

std::string repeated_name(Extra& extra) {
    std::sort(extra.members.begin(), extra.members.end());
    for (std::size_t i = 1; i < extra.members.size(); ++i) {
        if (extra.members[i].first == extra.members[i - 1].first) return extra.members[i].first;
    }
    return {};
}

void Capture::begin() {
    active_ = true;
    json_.clear();
}

// Texts end with a quotation mark, so an opening bracket or a colon at the end is the grammar's.
void Capture::separate() {
    if (!json_.empty() && json_.back() != '{' && json_.back() != '[' && json_.back() != ':') json_ += ',';
}

void Capture::name(std::string_view name) {
    separate();
    append_quoted(json_, name);
    json_ += ':';
    names_.back().members.emplace_back(name, std::string());
}

void Capture::text(std::string_view text) {
    separate();
    append_quoted(json_, text);
}

void Capture::token(std::string_view token) {
    separate();
    json_ += token;
}

void Capture::open(char bracket) {
    separate();
    json_ += bracket;
    names_.emplace_back();
}

void Capture::close(char bracket) {
    json_ += bracket;
    if (std::string name = repeated_name(names_.back()); !name.empty()) repeated_ = std::move(name);
    names_.pop_back();
}

std::string Capture::take() {
    active_ = false;
    return std::exchange(json_, {});
}

std::string Capture::take_repeated_name() { return std::exchange(repeated_, {}); }

}  // namespace compass
