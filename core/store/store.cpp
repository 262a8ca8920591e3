#include "store/store.h"

#include "codec/description.h"
#include "codec/workspace_codec.h"
#include "codec/writer.h"
#include "store/history.h"

#include <algorithm>

namespace compass {
namespace {

std::string text_of(const Deal& deal) {
    static constexpr Kind kind{.shape = Shape::object, .size = sizeof(Deal), .object = &deal_description};
    return write_value(kind, &deal);
}

std::string text_of(const Customer& customer) {
    static constexpr Kind kind{.shape = Shape::object, .size = sizeof(Customer), .object = &customer_description};
    return write_value(kind, &customer);
}

std::string rest_of(const Workspace& workspace) { return write_workspace({{}, {}, workspace.playbook, workspace.extra}, Layout::compact); }

// The file that holds all this: the same bytes as the workspace written compactly.
std::string file_of(std::string_view rest, const std::vector<std::string>& customers, const std::vector<std::string>& deals) {
    static constexpr std::string_view version = R"("version":")";
    const std::size_t at = std::min(rest.find('"', rest.find(version) + version.size()), rest.size() - 1) + 1;
    std::string file(rest.substr(0, at));
    const auto append_list = [&](std::string_view name, const std::vector<std::string>& texts) {
        if (texts.empty()) return;
        file.append(name);
        for (std::size_t i = 0; i < texts.size(); ++i) file.append(i ? "," : "").append(texts[i]);
        file += ']';
    };
    append_list(R"(,"customers":[)", customers);
    append_list(R"(,"deals":[)", deals);
    return file.append(rest.substr(at));
}

std::string head_of(const std::string& index_text) { return index_text.substr(0, index_text.find('\n')); }

bool same_rest(const Workspace& one, const Workspace& other) {
    const bool same_playbook = one.playbook && other.playbook ? one.playbook->same(*other.playbook) : !one.playbook && !other.playbook;
    return same_playbook && one.extra == other.extra;
}

template <class T>
bool has_id(const std::vector<Box<T>>& all, const Id& id) {
    return std::any_of(all.begin(), all.end(), [&](const Box<T>& one) { return one->id == id; });
}

SaveResult result_of(Written written) {
    return written == Written::ok ? SaveResult::ok : written == Written::full ? SaveResult::full : SaveResult::unavailable;
}

// Of `before` what `after` still has, by its ids, and the customers of these deals.
Workspace without_deleted(Workspace before, const Workspace& after) {
    std::erase_if(before.deals, [&](const Box<Deal>& deal) { return !has_id(after.deals, deal->id); });
    std::erase_if(before.customers, [&](const Box<Customer>& customer) {
        const auto owns = [&](const Box<Deal>& deal) { return deal->customer == customer->id; };
        return !has_id(after.customers, customer->id) && std::none_of(before.deals.begin(), before.deals.end(), owns);
    });
    return before;
}

}  // namespace

Store::Slots Store::slots() {
    Slots slots;
    for (std::size_t i = 0; i < index_slots.size(); ++i) {
        std::optional<std::string> text = space_->get(index_slots[i]);
        if (!text) continue;
        slots.texts[i] = std::move(*text);
        slots.indexes[i] = read_index(slots.texts[i]);
        slots.newer = slots.newer || slots.indexes[i].state == StoreIndex::State::newer;
        if (slots.indexes[i].state != StoreIndex::State::sound) continue;
        if (!slots.newest || slots.indexes[i].sequence > slots.indexes[0].sequence) slots.newest = i;
    }
    return slots;
}

bool Store::overtaken(const Slots& slots) const {
    return slots.newest && std::find(heads_.begin(), heads_.end(), head_of(slots.texts[*slots.newest])) == heads_.end();
}

bool Store::is_overtaken() { return overtaken(slots()); }

bool Store::is_cleared() {
    const bool was_there = slot_ || !single_.empty();
    return was_there && !space_->get(single_key) &&
           std::none_of(index_slots.begin(), index_slots.end(), [&](std::string_view slot) { return space_->get(slot); });
}

bool Store::misses(std::string_view key) { return lists(index_, key) && !space_->get(key); }

OpenedStore Store::open() {
    OpenedStore opened;
    const Slots found = slots();
    acknowledged_ = {}, index_ = {}, names_.clear(), slot_.reset(), opened_records_ = false;
    opened.newer = found.newer;
    const std::uint64_t sequence = found.newest ? found.indexes[*found.newest].sequence : 0;
    last_sequence_ = std::max(last_sequence_, sequence);
    heads_ = {head_of(found.texts[0]), head_of(found.texts[1]), {}};
    if (opened.newer) return opened;
    for (std::size_t i = 0; i < index_slots.size(); ++i)
        if (found.indexes[i].state == StoreIndex::State::damaged ||
            (found.newest == 1 - i && found.texts[i].empty() && has_unlisted(found.indexes[1 - i])))
            opened.damaged.emplace_back(index_slots[i]);
    const std::string before = std::exchange(own_, {});
    const std::vector<std::string> known = std::exchange(ancestors_, {});
    open_records(found, opened);
    const auto among = [](const std::vector<std::string>& all, const std::string& one) {
        return std::find(all.begin(), all.end(), one) != all.end();
    };
    opened.follows = before.empty() || before == own_ || among(index_.ancestors, before);
    opened.precedes = !own_.empty() && among(known, own_);
    // What is saved next holds both.
    ancestors_ = index_.ancestors;
    if (!opened.follows) ancestors_.insert(ancestors_.begin(), before);
    if (!own_.empty()) ancestors_.insert(ancestors_.begin(), own_);
    open_single(opened);
    if (!slot_) acknowledged_ = opened.workspace;
    if (opened.from == OpenedStore::From::nothing && !opened.damaged.empty()) opened.from = OpenedStore::From::none;
    const bool shows_less =
        opened.from == OpenedStore::From::older || opened.from == OpenedStore::From::salvaged || opened.from == OpenedStore::From::none;
    if (shows_less || !opened.damaged.empty()) keep_texts(index_, opened.kept);
    return opened;
}

void Store::begin_with(const Workspace& workspace) {
    if (!slot_) acknowledged_ = workspace;
}

std::optional<std::string> Store::assembled(const StoreIndex& index, std::vector<std::string>& damaged) {
    const std::size_t before = damaged.size();
    const auto read = [&](const std::string& key) {
        std::optional<std::string> text = space_->get(key);
        if (text && is_whole(key, *text)) return std::move(*text);
        damaged.push_back(key);
        return std::string{};
    };
    std::vector<std::string> customers, deals;
    const std::string rest = read(index.rest);
    for (const std::string& key : index.customers) customers.push_back(read(key));
    for (const std::string& key : index.deals) deals.push_back(read(key));
    if (damaged.size() != before) return std::nullopt;
    return file_of(rest, customers, deals);
}

void Store::open_records(const Slots& slots, OpenedStore& opened) {
    if (!slots.newest) {
        // Of a first save that was cut off there is no `rest` yet, which is written last.
        const StoreIndex all = of_all_records();
        const bool was_saved = !all.rest.empty() || !slots.texts[0].empty() || !slots.texts[1].empty();
        if (!was_saved || space_->get(single_key)) return;
        salvage({all}, opened);
        if (opened.from == OpenedStore::From::salvaged) opened.damaged.assign(index_slots.begin(), index_slots.end());
        return;
    }
    std::vector<StoreIndex> sound;
    for (const std::size_t slot : {*slots.newest, 1 - *slots.newest}) {
        const StoreIndex& index = slots.indexes[slot];
        if (index.state != StoreIndex::State::sound) continue;
        sound.push_back(index);
        const std::optional<std::string> file = assembled(index, opened.damaged);
        if (!file) continue;
        Result<Workspace> read = read_workspace(*file);
        if (!read) {
            opened.damaged.emplace_back(index_slots[slot]);
            continue;
        }
        opened.workspace = std::move(*read);
        // A damaged index elsewhere may have been newer than this one.
        opened.from = opened.damaged.empty() ? OpenedStore::From::newest : OpenedStore::From::older;
        slot_ = slot;
        own_ = checksum_of_index(slots.texts[slot]);
        opened_records_ = true;
        know(opened.workspace, index);
        return;
    }
    salvage(sound, opened);
}

StoreIndex Store::of_all_records() {
    StoreIndex all;
    std::vector<std::string> keys = space_->keys();
    std::sort(keys.begin(), keys.end());
    for (std::string& key : keys) {
        if (key.starts_with(customer_kind))
            all.customers.push_back(std::move(key));
        else if (key.starts_with(deal_kind))
            all.deals.push_back(std::move(key));
        else if (key.starts_with(rest_kind) && (all.rest.empty() || is_whole(key, space_->get(key).value_or(""))))
            all.rest = std::move(key);
    }
    return all;
}

// Each record by itself, newer ones first. Deals whose customer is lost cannot be shown; their text is kept.
void Store::salvage(const std::vector<StoreIndex>& indexes, OpenedStore& opened) {
    Workspace& all = opened.workspace;
    const std::string no_rest = rest_of({});
    const auto read_one = [&](const std::string& key, const auto& file) -> Workspace {
        const std::optional<std::string> text = space_->get(key);
        if (!text || !is_whole(key, *text)) return {};
        Result<Workspace> read = read_workspace(file(*text));
        return read ? std::move(*read) : Workspace{};
    };
    for (const StoreIndex& index : indexes) {
        if (!all.playbook && all.extra.members.empty()) {
            const Workspace rest = read_one(index.rest, [](const std::string& text) { return text; });
            all.playbook = rest.playbook, all.extra = rest.extra;
        }
        for (const std::string& key : index.customers) {
            const Workspace one = read_one(key, [&](const std::string& text) { return file_of(no_rest, {text}, {}); });
            if (!one.customers.empty() && !has_id(all.customers, one.customers[0]->id)) all.customers.push_back(one.customers[0]);
        }
    }
    for (const StoreIndex& index : indexes) {
        std::vector<std::string> customers;
        for (const Box<Customer>& customer : all.customers) customers.push_back(text_of(*customer));
        for (const std::string& key : index.deals) {
            const Workspace one = read_one(key, [&](const std::string& text) { return file_of(no_rest, customers, {text}); });
            if (!one.deals.empty() && !has_id(all.deals, one.deals[0]->id)) all.deals.push_back(one.deals[0]);
        }
    }
    opened.from = all.deals.empty() && all.customers.empty() && !all.playbook ? OpenedStore::From::none : OpenedStore::From::salvaged;
}

// Beside this index alone: there was one that listed more (or the very second save was cut off).
bool Store::has_unlisted(const StoreIndex& index) {
    const std::vector<std::string> keys = space_->keys();
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return is_record_key(key) && !lists(index, key); });
}

// Every record and damaged index that is not shown, under its key.
void Store::keep_texts(const StoreIndex& shown, std::string& kept) {
    std::vector<std::string> keys = space_->keys();
    std::sort(keys.begin(), keys.end());
    for (const std::string& key : keys) {
        const bool is_index = std::find(index_slots.begin(), index_slots.end(), key) != index_slots.end();
        if ((!is_index && !is_record_key(key)) || lists(shown, key)) continue;
        if (const std::optional<std::string> text = space_->get(key)) kept.append(key).append("\n").append(*text).append("\n\n");
    }
}

void Store::open_single(OpenedStore& opened) {
    const std::optional<std::string> text = space_->get(single_key);
    if (!text) return;
    const std::string sum = checksum(*text);
    if (opened_records_ && index_.single == sum) return;
    Result<Workspace> read = read_workspace(*text);
    const bool has_records =
        opened.from == OpenedStore::From::newest || opened.from == OpenedStore::From::older || opened.from == OpenedStore::From::salvaged;
    if (!read) {
        opened.kept = *text;
        if (!has_records) opened.from = OpenedStore::From::none;
    } else if (has_records) {
        opened.beside = std::move(*read);
        single_ = sum;
    } else {
        opened.workspace = std::move(*read);
        opened.from = OpenedStore::From::single;
        single_ = sum;
    }
}

void Store::know(const Workspace& workspace, const StoreIndex& index) {
    acknowledged_ = workspace;
    index_ = index;
    single_ = index.single;
    names_.clear();
    for (std::size_t i = 0; i < workspace.customers.size(); ++i) names_.emplace_back(&*workspace.customers[i], index.customers[i]);
    for (std::size_t i = 0; i < workspace.deals.size(); ++i) names_.emplace_back(&*workspace.deals[i], index.deals[i]);
    std::sort(names_.begin(), names_.end());
}

const std::string* Store::known(const void* box) const {
    const auto at =
        std::lower_bound(names_.begin(), names_.end(), box, [](const auto& name, const void* wanted) { return name.first < wanted; });
    return at != names_.end() && at->first == box ? &at->second : nullptr;
}

SaveResult Store::save(const Workspace& workspace) {
    const SaveResult result = write(workspace);
    return result == SaveResult::full ? save_in_little_room(workspace) : result;
}

SaveResult Store::write(const Workspace& workspace) {
    const Slots found = slots();
    if (found.newer) return SaveResult::newer;
    if (overtaken(found)) return SaveResult::overtaken;

    StoreIndex index;
    index.state = StoreIndex::State::sound;
    index.single = single_;
    std::vector<std::pair<std::string, std::string>> texts;  // of the records whose text is at hand
    const auto name = [&](const auto& box, std::string_view kind) {
        if (const std::string* name = known(&*box)) return *name;
        std::string text = text_of(*box);
        std::string key = record_key(kind, text);
        texts.emplace_back(key, std::move(text));
        return key;
    };
    for (const Box<Customer>& customer : workspace.customers) index.customers.push_back(name(customer, customer_kind));
    for (const Box<Deal>& deal : workspace.deals) index.deals.push_back(name(deal, deal_kind));
    if (slot_ && same_rest(acknowledged_, workspace)) {
        index.rest = index_.rest;
    } else {
        std::string text = rest_of(workspace);
        index.rest = record_key(rest_kind, text);
        texts.emplace_back(index.rest, std::move(text));
    }

    // What someone took away behind us is written again.
    std::vector<std::string> there = space_->keys();
    std::sort(there.begin(), there.end());
    const auto is_there = [&](const std::string& key) { return std::binary_search(there.begin(), there.end(), key); };
    for (const Box<Customer>& customer : workspace.customers)
        if (const std::string* key = known(&*customer); key && !is_there(*key)) texts.emplace_back(*key, text_of(*customer));
    for (const Box<Deal>& deal : workspace.deals)
        if (const std::string* key = known(&*deal); key && !is_there(*key)) texts.emplace_back(*key, text_of(*deal));
    if (index.rest == index_.rest && !is_there(index.rest)) texts.emplace_back(index.rest, rest_of(workspace));

    for (const auto& [key, text] : texts) {
        if (is_there(key) && space_->get(key) == text) continue;
        if (const Written written = put(key, text, index); written != Written::ok) return result_of(written);
    }
    const std::size_t slot = slot_ == std::size_t{0} ? 1 : 0;
    index.sequence = ++last_sequence_;
    index.ancestors = ancestors_;
    if (index.ancestors.size() > ancestors_at_most) index.ancestors.resize(ancestors_at_most);
    const std::string text = write_index(index);
    heads_[2] = head_of(text);  // whatever becomes of it, it is ours
    if (const Written written = put(index_slots[slot], text, index); written != Written::ok) return result_of(written);

    own_ = checksum_of_index(text);
    ancestors_ = index.ancestors;
    ancestors_.insert(ancestors_.begin(), own_);
    heads_ = {head_of(text), head_of(found.texts[1 - slot]), {}};
    const StoreIndex before = std::exchange(index_, {});
    slot_ = slot;
    know(workspace, index);
    sweep(index_, before);
    if (opened_records_) remove_single();
    return SaveResult::ok;
}

// Full, although the older generation has made room.
SaveResult Store::save_in_little_room(const Workspace& workspace) {
    if (slot_) {
        // What was deleted makes room for what was changed.
        const Workspace less = without_deleted(acknowledged_, workspace);
        const bool helps = less.deals.size() < acknowledged_.deals.size() || less.customers.size() < acknowledged_.customers.size();
        return helps && write(less) == SaveResult::ok ? write(workspace) : SaveResult::full;
    }
    // Too large to stand there in both forms: then it stays in the old one until it is smaller.
    const std::optional<std::string> old = !single_.empty() ? space_->get(single_key) : std::nullopt;
    if (!old || checksum(*old) != single_) return SaveResult::full;
    sweep({}, {});
    const std::string text = write_workspace(workspace, Layout::compact);
    if (const Written again = put_once(single_key, text); again != Written::ok) {
        if (space_->get(single_key) != old) put_once(single_key, *old);
        return result_of(again);
    }
    single_ = checksum(text);
    acknowledged_ = workspace;
    return SaveResult::ok;
}

void Store::remove_single() {
    if (index_.single.empty()) return;
    const std::optional<std::string> text = space_->get(single_key);
    if (text && checksum(*text) == index_.single) space_->remove(single_key);
}

Written Store::put_once(std::string_view key, std::string_view text) {
    const Written written = space_->set(key, text);
    return written == Written::ok && space_->get(key) != text ? Written::unavailable : written;
}

Written Store::put(std::string_view key, std::string_view text, const StoreIndex& wanted) {
    Written written = put_once(key, text);
    // What was, long before anything that is.
    for (std::size_t count = 1; written == Written::full && forget_oldest(*space_, count); count *= 2) written = put_once(key, text);
    if (written != Written::full) return written;
    make_room(wanted);
    return put_once(key, text);
}

// The space is full: what is acknowledged stays, and what is being written; the older generation goes, and the old form that is in here.
// Where nothing is acknowledged yet, what an earlier attempt left behind goes.
void Store::make_room(const StoreIndex& wanted) {
    if (!slot_) return sweep(wanted, {});
    const std::string_view other = index_slots[1 - *slot_];
    if (space_->get(other)) space_->remove(other);
    sweep(index_, wanted);
    remove_single();
}

void Store::sweep(const StoreIndex& one, const StoreIndex& other) {
    std::vector<std::string_view> wanted;
    for (const StoreIndex* index : {&one, &other}) {
        wanted.push_back(index->rest);
        wanted.insert(wanted.end(), index->customers.begin(), index->customers.end());
        wanted.insert(wanted.end(), index->deals.begin(), index->deals.end());
    }
    std::sort(wanted.begin(), wanted.end());
    for (const std::string& key : space_->keys())
        if (is_record_key(key) && !std::binary_search(wanted.begin(), wanted.end(), std::string_view(key))) space_->remove(key);
}

}  // namespace compass
