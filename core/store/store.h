// The workspace in a space of keys and values, so that what was acknowledged once can be opened again whatever happens in between.
//
// Every customer, every deal and the rest is a record of its own, never changed once written; an index (store/index.h) names those that
// are the workspace. There are two places for an index. Saving writes the records that changed, reads each back, then writes the index into
// the place of the older one and reads that back: only then the save is acknowledged, and only then records go that neither index names.
//
// What holds at every moment, a kill between any two writes included:
//  - the index of the last acknowledged save and all its records are there: saving never touches them;
//  - the generation before stays openable until the next save, unless the space is full and its room is needed;
//  - an index of a later schema is never written over, nor is anything beside it;
//  - where another tab has saved since, nothing is written: the two must be merged first.
#pragma once

#include "model/workspace.h"
#include "store/index.h"
#include "store/space.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace compass {

// The form before this one: the whole workspace as one text. It stays until the new form has been opened whole, or its room is needed.
inline constexpr std::string_view single_key = "workspace";

struct OpenedStore {
    enum class From : std::uint8_t {
        nothing,   // there is none
        newest,    // what was saved last
        older,     // the generation before, since something of the newest is damaged
        salvaged,  // what is left of both, or every record where neither index is sound
        single,    // the old form
        none       // something is there, and nothing of it can be opened
    };
    From from = From::nothing;
    bool follows = false;   // it came from what this store knew; else of another history: saved at the same time, or after emptying
    bool precedes = false;  // what this store knew came from it
    bool newer = false;     // a later version of the program saved here: nothing is written
    Workspace workspace;
    std::vector<std::string> damaged;  // keys of what was missing or is not what was written
    std::string kept;                  // the texts that are not in `workspace`, for people and for rescue
    std::optional<Workspace> beside;   // what a version that knows the old form alone saved since: to be merged
};

enum class SaveResult : std::uint8_t { ok, full, unavailable, overtaken, newer };

class Store {
  public:
    explicit Store(Space& space) : space_(&space) {}

    OpenedStore open();
    // Where nothing is saved yet: what every page shows that opens here. What another tab saves first is a change of that.
    void begin_with(const Workspace& workspace);
    SaveResult save(const Workspace& workspace);
    // Whether another tab saved since we last opened or saved.
    bool is_overtaken();
    // Whether a later version of the program saved here: nothing is written any more.
    bool is_newer() { return slots().newer; }
    // Whether what we opened or saved last is not there any more: someone cleared the space.
    bool is_cleared();
    // Whether another tab took away this record, which is still wanted: the next save writes it again.
    bool misses(std::string_view key);
    // What the last open or acknowledged save holds: the common ancestor when another tab has saved.
    const Workspace& acknowledged() const { return acknowledged_; }

  private:
    struct Slots {
        std::array<std::string, 2> texts;
        std::array<StoreIndex, 2> indexes;
        std::optional<std::size_t> newest;  // nothing: neither is sound
        bool newer = false;
    };
    SaveResult write(const Workspace& workspace);
    SaveResult save_in_little_room(const Workspace& workspace);
    void remove_single();
    Slots slots();
    bool overtaken(const Slots& slots) const;
    std::optional<std::string> assembled(const StoreIndex& index, std::vector<std::string>& damaged);
    void open_records(const Slots& slots, OpenedStore& opened);
    StoreIndex of_all_records();
    void salvage(const std::vector<StoreIndex>& indexes, OpenedStore& opened);
    bool has_unlisted(const StoreIndex& index);
    void keep_texts(const StoreIndex& shown, std::string& kept);
    void open_single(OpenedStore& opened);
    void know(const Workspace& workspace, const StoreIndex& index);
    const std::string* known(const void* box) const;
    Written put(std::string_view key, std::string_view text, const StoreIndex& wanted);
    Written put_once(std::string_view key, std::string_view text);
    void make_room(const StoreIndex& wanted);
    void sweep(const StoreIndex& one, const StoreIndex& other);

    Space* space_;
    Workspace acknowledged_;            // keeps the boxes that names_ knows
    StoreIndex index_;                  // of acknowledged_
    std::optional<std::size_t> slot_;   // where index_ stands; nothing: nowhere
    std::array<std::string, 3> heads_;  // first lines of the indexes that we know: of both places, and of what we tried to write
    std::uint64_t last_sequence_ = 0;
    std::string own_;                                         // checksum of index_
    std::vector<std::string> ancestors_;                      // of what is saved next
    std::vector<std::pair<const void*, std::string>> names_;  // the record of each box, sorted
    std::string single_;                                      // checksum of the old form's text that index_ holds or will
    bool opened_records_ = false;                             // whole, from this space
};

}  // namespace compass
