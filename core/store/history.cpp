#include "store/history.h"

#include "codec/deflate.h"
#include "codec/workspace_codec.h"
#include "store/index.h"
#include "store/packed.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace compass {
namespace {

constexpr std::string_view version_kind = "version/", trash_kind = "trash/";
constexpr std::array<std::string_view, 4> causes = {"edit", "import", "restore", "backup"};  // in the order of Cause
constexpr std::size_t checksum_size = 16;
constexpr std::size_t inflated_at_most = 64u << 20;
constexpr std::size_t latest_of_today = 7;

template <class Number>
bool read_part(std::string_view text, Number& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && number >= 0;
}

bool is_older(const Snapshot& one, const Snapshot& other) { return one.when == other.when ? one.key < other.key : one.when < other.when; }

// Monday to Sunday.
std::int32_t week_of(Date day) { return (day.days + 3 + 70000) / 7; }
std::int32_t month_of(Date day) {
    const YearMonthDay date = civil(day);
    return date.year * 12 + date.month;
}

// What holds for all of a day, week or month stays there for one.
std::pair<int, std::int32_t> period_of(Date day, Date today) {
    const std::int32_t age = today - day;
    if (age < 7) return {0, day.days};
    if (age < 35) return {1, week_of(day)};
    return {2, month_of(day)};
}

std::vector<Snapshot> snapshots_in(Space& space) {
    std::vector<Snapshot> found;
    for (const std::string& key : space.keys())
        if (std::optional<Snapshot> one = read_snapshot_key(key)) found.push_back(std::move(*one));
    std::sort(found.begin(), found.end(), is_older);
    return found;
}

// What is smaller deflated than a stream of ours may be is no deal that somebody wrote: it is kept as it is.
std::string text_of(const Workspace& content) {
    const std::string file = write_workspace(content, Layout::compact), stream = deflated(file);
    const bool plain = file.size() > stream.size() * inflated_per_byte_at_most;
    return packed((plain ? 't' : 'd') + (plain ? file : stream));
}

template <class T>
const Box<T>* find_boxed_in(const std::vector<Box<T>>& all, const Id& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Box<T>& one) { return one->id == id; });
    return found == all.end() ? nullptr : &*found;
}

// Each of `before` with what it has become; null where it is gone. An edit leaves the places as they are.
template <class T, class Use>
void each_change(const std::vector<Box<T>>& before, const std::vector<Box<T>>& after, const Use& use) {
    std::map<Id, const Box<T>*> places;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const Box<T>* now = i < after.size() && before[i]->id == after[i]->id ? &after[i] : nullptr;
        if (now && now->same(before[i])) continue;
        if (!now) {
            if (places.empty())
                for (const Box<T>& one : after) places.emplace(one->id, &one);
            const auto found = places.find(before[i]->id);
            now = found == places.end() ? nullptr : found->second;
        }
        if (!now || *now != before[i]) use(before[i], now);
    }
}

}  // namespace

std::optional<Snapshot> read_snapshot_key(std::string_view key) {
    Snapshot snapshot{std::string(key), key.starts_with(trash_kind), {}, {}, Cause::edit};
    if (!snapshot.is_deleted && !key.starts_with(version_kind)) return std::nullopt;
    cut_part(key, '/');
    const std::optional<Id> id = parse_id(cut_part(key, '/'));
    std::string_view when = cut_part(key, '/');
    if (!id || !read_part(cut_part(when, '.'), snapshot.when.minute) || !read_part(when, snapshot.when.number)) return std::nullopt;
    snapshot.id = *id;
    if (!snapshot.is_deleted) {
        const auto cause = std::find(causes.begin(), causes.end(), cut_part(key, '/'));
        if (cause == causes.end()) return std::nullopt;
        snapshot.cause = static_cast<Cause>(cause - causes.begin());
    }
    return key.size() == checksum_size ? std::optional(std::move(snapshot)) : std::nullopt;
}

std::vector<Snapshot> surplus_versions(std::vector<Snapshot> versions, std::int64_t now) {
    if (versions.empty()) return versions;
    std::sort(versions.begin(), versions.end(), is_older);
    const Date today = day_of({now, 0});  // what a clock that was ahead dated later counts as of its own day
    std::vector<bool> stays(versions.size()), may_stay(versions.size());
    std::pair<int, std::int32_t> last = {-1, 0};
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const Date day = day_of(versions[i].when);
        const auto period = period_of(day, today);
        stays[i] = period != last || i + 1 == versions.size() || (day == today && i + latest_of_today >= versions.size());
        may_stay[i] = period.first == 0 && versions[i].cause != Cause::edit;
        last = period;
    }
    std::size_t count = 0;
    for (std::size_t i = versions.size(); i-- > 0;) {
        stays[i] = stays[i] && count < versions_at_most;
        count += stays[i];
    }
    for (std::size_t i = versions.size(); i-- > 0 && count < versions_at_most;) {
        if (stays[i] || !may_stay[i]) continue;
        stays[i] = true;
        ++count;
    }
    std::vector<Snapshot> gone;
    for (std::size_t i = 0; i < versions.size(); ++i)
        if (!stays[i]) gone.push_back(std::move(versions[i]));
    return gone;
}

bool forget_oldest(Space& space, std::size_t count) {
    std::vector<Snapshot> all = snapshots_in(space);
    std::stable_partition(all.begin(), all.end(), [](const Snapshot& one) { return !one.is_deleted; });
    all.resize(std::min(all.size(), count));
    for (const Snapshot& one : all) space.remove(one.key);
    return !all.empty();
}

void History::look() {
    all_ = snapshots_in(*space_);
    looked_ = true;
    ++revision_;
}

std::size_t History::trash_count() const {
    return static_cast<std::size_t>(std::count_if(all_.begin(), all_.end(), [](const Snapshot& one) { return one.is_deleted; }));
}

Moment History::next_moment(const Id& id, std::int64_t minute) const {
    Moment moment{minute, 0};
    for (const Snapshot& one : all_)
        if (one.id == id && one.when.minute == minute) moment.number = std::max(moment.number, one.when.number + 1);
    return moment;
}

void History::remove(const std::string& key) {
    space_->remove(key);
    std::erase_if(all_, [&](const Snapshot& one) { return one.key == key; });
    ++revision_;
}

bool History::is_due(const Id& deal, const Occasion& occasion) const {
    if (occasion.cause != Cause::edit) return true;
    const auto last = std::find_if(all_.rbegin(), all_.rend(), [&](const Snapshot& one) { return !one.is_deleted && one.id == deal; });
    if (last == all_.rend()) return true;
    const std::int64_t since = occasion.minute - last->when.minute;
    return since >= minutes_between_versions || since <= -minutes_between_versions;
}

bool History::write(const std::string& place, std::string_view cause, const Workspace& content, Occasion& occasion, bool is_deleted) {
    const std::string text = text_of(content), sum = checksum(text);
    const std::string key = place + std::string(cause) + sum;
    const std::string_view same_thing = std::string_view(place).substr(0, place.find('/', version_kind.size()) + 1);
    const auto last = std::find_if(all_.rbegin(), all_.rend(), [&](const Snapshot& one) { return one.key.starts_with(same_thing); });
    if (!is_deleted && last != all_.rend() && last->key.ends_with(sum)) return false;  // it is there
    const std::size_t units = key.size() + packed_units(text);
    // Beyond the room there is one goes for another, the oldest first.
    while (occasion.room < units) {
        const auto oldest = std::find_if(all_.begin(), all_.end(), [](const Snapshot& one) { return !one.is_deleted; });
        if (oldest == all_.end() || oldest->when.minute == occasion.minute) break;
        const std::string gone = oldest->key;
        if (const std::optional<std::string> old = space_->get(gone)) occasion.room += gone.size() + packed_units(*old);
        remove(gone);
    }
    no_room_ = occasion.room < units;
    if (no_room_ && !is_deleted) return false;
    occasion.room -= std::min(occasion.room, units);
    Written written = space_->set(key, text);
    for (std::size_t count = 1; written == Written::full && forget_oldest(*space_, count); count *= 2) {
        look();
        written = space_->set(key, text);
    }
    if (written != Written::ok) return false;
    if (space_->get(key) != text) {
        space_->remove(key);
        return false;
    }
    Snapshot made = *read_snapshot_key(key);
    all_.insert(std::upper_bound(all_.begin(), all_.end(), made, is_older), std::move(made));
    ++revision_;
    return true;
}

void History::write_version(const Workspace& before, const Deal& deal, Occasion& occasion) {
    if (no_room_) return;
    Workspace content;
    if (const Box<Customer>* customer = find_boxed_in(before.customers, deal.customer)) content.customers.push_back(*customer);
    content.deals.push_back(*find_boxed_in(before.deals, deal.id));
    const Moment moment = next_moment(deal.id, occasion.minute);
    const std::string place =
        std::string(version_kind) + format(deal.id) + '/' + std::to_string(moment.minute) + '.' + std::to_string(moment.number) + '/';
    if (!write(place, std::string(causes[static_cast<std::size_t>(occasion.cause)]) + '/', content, occasion, false)) return;
    std::vector<Snapshot> versions;
    for (const Snapshot& one : all_)
        if (!one.is_deleted && one.id == deal.id) versions.push_back(one);
    for (const Snapshot& one : surplus_versions(std::move(versions), occasion.minute)) remove(one.key);
}

void History::write_deleted(const Workspace& lost, const Id& id, Occasion& occasion) {
    const Moment moment = next_moment(id, occasion.minute);
    write(std::string(trash_kind) + format(id) + '/' + std::to_string(moment.minute) + '.' + std::to_string(moment.number) + '/', {}, lost,
          occasion, true);
}

void History::keep(const Workspace& before, const Workspace& after, Occasion occasion) {
    if (!looked_) look();
    no_room_ = false;
    std::map<Id, Workspace> lost;  // by the customer, where it is gone with them, else by the deal
    each_change(before.customers, after.customers, [&](const Box<Customer>& customer, const Box<Customer>* now) {
        if (!now && !occasion.takes_back) lost[customer->id].customers.push_back(customer);
    });
    each_change(before.deals, after.deals, [&](const Box<Deal>& deal, const Box<Deal>* now) {
        if (now) {
            if (is_due(deal->id, occasion)) write_version(before, *deal, occasion);
            return;
        }
        if (occasion.takes_back) return;
        const auto with_customer = lost.find(deal->customer);
        if (with_customer != lost.end()) {
            with_customer->second.deals.push_back(deal);
            return;
        }
        Workspace alone;
        if (const Box<Customer>* customer = find_boxed_in(before.customers, deal->customer)) alone.customers.push_back(*customer);
        alone.deals.push_back(deal);
        write_deleted(alone, deal->id, occasion);
    });
    for (const auto& [customer, things] : lost) write_deleted(things, customer, occasion);
}

void History::settle(const Workspace& now) {
    const std::vector<Snapshot> before = all_;
    for (const Snapshot& one : before) {
        if (!one.is_deleted || (!find_deal(now, one.id) && !find_customer(now, one.id))) continue;
        const std::optional<Workspace> content = read(one);
        const bool whole =
            !content || (std::all_of(content->deals.begin(), content->deals.end(),
                                     [&](const Box<Deal>& deal) { return find_deal(now, deal->id) != nullptr; }) &&
                         std::all_of(content->customers.begin(), content->customers.end(),
                                     [&](const Box<Customer>& customer) { return find_customer(now, customer->id) != nullptr; }));
        if (whole) remove(one.key);
    }
}

void History::empty_by_age(const Workspace& now, std::int64_t minute) {
    if (!looked_) look();
    const auto is_past = [&](const Snapshot& one) { return day_of({minute, 0}) - day_of(one.when) > trash_days; };
    std::map<Id, bool> recent;  // of deals that are not here: whether anything of them is not past
    for (const Snapshot& one : all_)
        if (!one.is_deleted && !is_past(one)) recent[one.id] = true;
    const std::vector<Snapshot> before = all_;
    std::vector<Snapshot> alone;  // versions of deals that are not here
    for (const Snapshot& one : before) {
        if (!is_past(one)) continue;
        if (one.is_deleted)
            remove(one.key);
        else if (!recent.count(one.id) && !find_deal(now, one.id))
            alone.push_back(one);
    }
    if (alone.empty()) return;
    for (const Snapshot& one : all_) {
        const std::optional<Workspace> content = one.is_deleted ? read(one) : std::nullopt;
        if (content) std::erase_if(alone, [&](const Snapshot& version) { return find_deal(*content, version.id) != nullptr; });
    }
    for (const Snapshot& one : alone) remove(one.key);
}

std::optional<Workspace> History::read(const Snapshot& snapshot) const {
    const std::optional<std::string> text = space_->get(snapshot.key);
    if (!text || checksum(*text) != std::string_view(snapshot.key).substr(snapshot.key.rfind('/') + 1)) return std::nullopt;
    const std::optional<std::string> bytes = unpacked(*text);
    if (!bytes || bytes->empty()) return std::nullopt;
    std::string file = bytes->substr(1);
    if (bytes->front() == 'd') {
        Inflated whole = inflated(file, inflated_at_most);
        if (whole.result != Inflated::Result::ok) return std::nullopt;
        file = std::move(whole.bytes);
    }
    Result<Workspace> read = read_workspace(file);
    if (!read || read->deals.size() + read->customers.size() == 0) return std::nullopt;
    return std::move(*read);
}

void History::forget(const Snapshot& snapshot, const Workspace& now) {
    const std::optional<Workspace> content = snapshot.is_deleted ? read(snapshot) : std::nullopt;
    remove(std::string(snapshot.key));
    if (!content) return;
    const std::vector<Snapshot> before = all_;
    for (const Snapshot& one : before)
        if (!one.is_deleted && find_deal(*content, one.id) && !find_deal(now, one.id)) remove(one.key);
}

void History::forget_versions() {
    for (const Snapshot& one : all_)
        if (!one.is_deleted) space_->remove(one.key);
    std::erase_if(all_, [](const Snapshot& one) { return !one.is_deleted; });
    ++revision_;
}

SpaceTaken History::taken() const {
    SpaceTaken taken;
    for (const Snapshot& one : all_) {
        const std::optional<std::string> text = space_->get(one.key);
        (one.is_deleted ? taken.trash : taken.versions) += one.key.size() + (text ? packed_units(*text) : 0);
        ++(one.is_deleted ? taken.trash_count : taken.version_count);
    }
    return taken;
}

}  // namespace compass
