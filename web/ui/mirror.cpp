#include "ui/mirror.h"

#include <algorithm>
#include <cstring>

namespace ui {
namespace {

// Words of the frame, mixed one after the other (the multiply and fold of wyhash).
struct Hash {
    std::uint64_t value = 0x9E3779B97F4A7C15u;

    void mix(std::uint64_t word) {
        value = (value ^ word) * 0xD6E8FEB86659FD93u;
        value ^= value >> 32;
    }
    void mix(float a, float b) {
        const float pair[] = {a, b};
        std::uint64_t word;
        std::memcpy(&word, pair, sizeof word);
        mix(word);
    }
    void mix(std::string_view text) {
        mix(std::uint64_t{text.size()});
        for (; text.size() >= 8; text.remove_prefix(8)) {
            std::uint64_t word;
            std::memcpy(&word, text.data(), sizeof word);
            mix(word);
        }
        std::uint64_t rest = 0;
        for (const char c : text) rest = rest << 8 | static_cast<unsigned char>(c);
        mix(rest);
    }
};

bool floats(const Item& item) {
    return item.role == Role::dialog || item.role == Role::alertdialog || item.role == Role::menu || (item.states & state_floating) != 0;
}

}  // namespace

Mirror& mirror() {
    static Mirror instance;
    return instance;
}

void Mirror::begin_frame() {
    nodes_.clear();
    open_.clear();
    text_.clear();
    activated_ = activated_next_;
    activated_next_ = 0;
}

void Mirror::append(const Item& item) {
    const auto keep = [this](std::string_view words, std::uint32_t& at, std::uint32_t& size) {
        at = static_cast<std::uint32_t>(text_.size());
        size = static_cast<std::uint32_t>(words.size());
        text_.append(words);
    };
    const std::int32_t parent = open_.empty() ? -1 : open_.back();
    const std::uint16_t below = parent < 0 ? std::uint16_t{0} : nodes_[static_cast<std::size_t>(parent)].layer;
    Node node = {};
    node.id = item.id;
    node.parent = parent;
    node.role = item.role;
    node.level = item.level;
    node.layer = static_cast<std::uint16_t>(below + (floats(item) ? 1 : 0));
    node.states = item.states;
    node.rect = item.rect;
    keep(item.name, node.name_at, node.name_size);
    keep(item.value, node.value_at, node.value_size);
    keep(item.description, node.description_at, node.description_size);
    node.minimum = item.minimum, node.maximum = item.maximum, node.now = item.now;
    node.scroll_x = item.scroll_x, node.scroll_y = item.scroll_y, node.em = item.em;
    nodes_.push_back(node);
}

void Mirror::open(const Item& container) {
    append(container);
    open_.push_back(static_cast<std::int32_t>(nodes_.size()) - 1);
}

void Mirror::close() {
    if (!open_.empty()) open_.pop_back();
}

void Mirror::add(const Item& item) { append(item); }

std::uint64_t Mirror::end_frame() {
    // What nobody took belonged to a box that is gone.
    value_for_ = done_for_ = scroll_for_ = 0;

    Hash whole;
    for (Node& node : nodes_) {
        Hash meaning;
        meaning.mix(std::uint64_t{node.states} << 32 | static_cast<std::uint64_t>(node.role) << 8 | node.level);
        meaning.mix(node.minimum, node.maximum);
        meaning.mix(node.now, node.em);
        meaning.mix(std::string_view(text_).substr(node.name_at, node.name_size));
        meaning.mix(std::string_view(text_).substr(node.value_at, node.value_size));
        meaning.mix(std::string_view(text_).substr(node.description_at, node.description_size));
        node.meaning = static_cast<std::uint32_t>(meaning.value ^ meaning.value >> 32);
        whole.mix(std::uint64_t{node.id} << 32 | static_cast<std::uint32_t>(node.parent));
        whole.mix(meaning.value ^ node.layer);
        whole.mix(node.rect.x, node.rect.y);
        whole.mix(node.rect.width, node.rect.height);
        whole.mix(node.scroll_x, node.scroll_y);
    }
    return whole.value;
}

bool Mirror::has(ItemId id) const {
    return std::any_of(nodes_.begin(), nodes_.end(), [id](const Node& node) { return node.id == id; });
}

bool Mirror::take_value(ItemId id, std::string& text) {
    if (id == 0 || id != value_for_) return false;
    value_for_ = 0;
    if (text == value_) return false;
    text = value_;
    return true;
}

bool Mirror::take_done(ItemId id) {
    if (id == 0 || id != done_for_) return false;
    done_for_ = 0;
    return true;
}

bool Mirror::take_scroll(ItemId id, float& x, float& y) {
    if (id == 0 || id != scroll_for_) return false;
    scroll_for_ = 0;
    x = scroll_x_, y = scroll_y_;
    return true;
}

}  // namespace ui
