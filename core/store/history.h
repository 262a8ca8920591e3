// What was: earlier versions of deals, and what was deleted, as records of their own beside those of the workspace.
//
// No index names them, and nothing of the workspace needs them. All that must be known without reading one stands in its key:
//
//   version/<deal>/<minute>.<number>/edit/<checksum>     a deal as it was until then, and what came next
//   trash/<deal or customer>/<minute>.<number>/<checksum>   what was deleted then: a deal, or a customer with all its deals
//
// The text is a file of these deals with their customers, deflated and packed. It is never changed once written: whatever fails costs one
// record. They are written before the save that makes them the past, so that nothing is lost in between; where storage is short the oldest
// make room (Store asks for it before it gives anything up), and they never fill it up.
#pragma once

#include "model/workspace.h"
#include "store/space.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace compass {

inline constexpr std::size_t versions_at_most = 20;           // of a deal
inline constexpr std::int64_t minutes_between_versions = 10;  // of edits; before anything else there is always one
inline constexpr int trash_days = 30;

// What came after a version.
enum class Cause : std::uint8_t { edit, import, restore, backup };

// Minutes since 1970-01-01, local as the calendar on the wall; several of a minute in their order.
struct Moment {
    std::int64_t minute = 0;
    int number = 0;
    auto operator<=>(const Moment&) const = default;
};
inline Date day_of(const Moment& moment) { return {static_cast<std::int32_t>((moment.minute - (moment.minute < 0 ? 1439 : 0)) / 1440)}; }

struct Snapshot {
    std::string key;
    bool is_deleted = false;  // in the trash; else a version
    Id id;
    Moment when;
    Cause cause = Cause::edit;
};
std::optional<Snapshot> read_snapshot_key(std::string_view key);

// Which of a deal's versions go, so that those that stay are few and lie the further apart the older they are: of today the first and the
// latest, of each day of a week the first, then of each week, then of each month – the first, for that is how the deal was before all that
// was done then. Those before an import or a restoring stay a week where there is room.
std::vector<Snapshot> surplus_versions(std::vector<Snapshot> versions, std::int64_t now);

// Takes away the oldest: versions first, then what is in the trash. False where there is none.
bool forget_oldest(Space& space, std::size_t count);

// What is to be done to a workspace, and when.
struct Occasion {
    std::int64_t minute = 0;
    Cause cause = Cause::edit;
    bool takes_back = false;               // something that was added: it is no deletion, redoing brings it back
    std::size_t room = std::string::npos;  // units that may be filled before older ones have to go
};

struct SpaceTaken {
    std::size_t versions = 0, trash = 0;  // UTF-16 units
    std::size_t version_count = 0, trash_count = 0;
};

class History {
  public:
    explicit History(Space& space) : space_(&space) {}

    // What is there now, since another tab may have written; called before anything else.
    void look();
    bool looked() const { return looked_; }
    // Rises with every change that is known.
    std::uint64_t revision() const { return revision_; }
    const std::vector<Snapshot>& all() const { return all_; }  // the oldest first
    std::size_t trash_count() const;

    // Before the save: the deals that changed as versions, what vanished into the trash. At most one write for each.
    void keep(const Workspace& before, const Workspace& after, Occasion occasion);
    // After the save: what is all there again leaves the trash.
    void settle(const Workspace& now);
    // What has been in the trash for its days goes, and the versions of deals that are nowhere else.
    void empty_by_age(const Workspace& now, std::int64_t minute);
    // Nothing where it is damaged or gone.
    std::optional<Workspace> read(const Snapshot& snapshot) const;
    // For good; of the trash with the versions of its deals that are not in `now`.
    void forget(const Snapshot& snapshot, const Workspace& now);
    void forget_versions();
    SpaceTaken taken() const;

  private:
    bool is_due(const Id& deal, const Occasion& occasion) const;
    void write_version(const Workspace& before, const Deal& deal, Occasion& occasion);
    void write_deleted(const Workspace& lost, const Id& id, Occasion& occasion);
    bool write(const std::string& place, std::string_view cause, const Workspace& content, Occasion& occasion, bool is_deleted);
    void remove(const std::string& key);
    Moment next_moment(const Id& id, std::int64_t minute) const;

    Space* space_;
    std::vector<Snapshot> all_;
    std::uint64_t revision_ = 0;
    bool looked_ = false, no_room_ = false;  // the second: for a version more, in what is done now
};

}  // namespace compass
