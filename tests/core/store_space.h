// A space in memory that can fail at any of its writes, in every way a browser's storage can.
#pragma once

#include "store/space.h"

#include <map>
#include <string>
#include <string_view>

namespace compass::faults {

using Texts = std::map<std::string, std::string, std::less<>>;

enum class Fault : std::uint8_t {
    none,
    full_once,
    full_from_now_on,
    unavailable_once,
    unavailable_from_now_on,
    killed_before,
    killed_after,
    torn,              // a beginning of the text is stored, and the write says it is all there
    torn_and_killed,   // the same, and nothing more is done
    vanishes,          // the write says it is there, and nothing is stored
    vanishes_with_old  // nor is what stood there before
};
inline constexpr int fault_kinds = 11;

class FaultySpace final : public Space {
  public:
    explicit FaultySpace(Texts& texts) : texts_(&texts) {}

    Fault fault = Fault::none;
    int at = -1;        // the write that fails, from 0
    double torn = 0.5;  // how much of the text is stored
    int writes = 0;
    std::size_t written = 0;               // bytes
    std::size_t room = std::string::npos;  // bytes of all keys and texts

    std::optional<std::string> get(std::string_view key) override {
        const auto found = texts_->find(key);
        return found == texts_->end() ? std::nullopt : std::optional(found->second);
    }
    Written set(std::string_view key, std::string_view value) override {
        const bool now = writes++ == at;
        if (dead_) return Written::unavailable;
        const bool on = at >= 0 && writes > at;
        if ((now && fault == Fault::full_once) || (on && fault == Fault::full_from_now_on)) return Written::full;
        if ((now && fault == Fault::unavailable_once) || (on && fault == Fault::unavailable_from_now_on)) return Written::unavailable;
        if (now && fault == Fault::killed_before) return dead_ = true, Written::unavailable;
        if (now && fault == Fault::vanishes) return Written::ok;
        if (now && fault == Fault::vanishes_with_old) return texts_->erase(std::string(key)), Written::ok;
        if (now && (fault == Fault::torn || fault == Fault::torn_and_killed)) {
            (*texts_)[std::string(key)] = value.substr(0, static_cast<std::size_t>(static_cast<double>(value.size()) * torn));
            dead_ = fault == Fault::torn_and_killed;
            return Written::ok;
        }
        if (room != std::string::npos) {
            const std::size_t old = get(key) ? key.size() + get(key)->size() : 0;
            if (used() - old + key.size() + value.size() > room) return Written::full;
        }
        (*texts_)[std::string(key)] = value;
        written += key.size() + value.size();
        if (now && fault == Fault::killed_after) dead_ = true;
        return Written::ok;
    }
    void remove(std::string_view key) override {
        if (!dead_) texts_->erase(std::string(key));
    }
    std::vector<std::string> keys() override {
        std::vector<std::string> all;
        for (const auto& [key, text] : *texts_) all.push_back(key);
        return all;
    }
    bool dead() const { return dead_; }
    std::size_t used() const {
        std::size_t sum = 0;
        for (const auto& [key, text] : *texts_) sum += key.size() + text.size();
        return sum;
    }

  private:
    Texts* texts_;
    bool dead_ = false;
};

}  // namespace compass::faults
