#include "codec/workspace_codec.h"

#include "codec/builtin.h"
#include "codec/description.h"
#include "codec/method.h"
#include "codec/playbook_rules.h"
#include "codec/reader.h"
#include "codec/scope.h"
#include "codec/walk.h"
#include "codec/writer.h"

#include <algorithm>
#include <cassert>
#include <list>

namespace compass {
namespace {

void add(std::vector<Error>& errors, Error error) {
    if (errors.size() < errors_at_most) errors.push_back(std::move(error));
}

template <class T>
std::vector<Id> sorted_ids(const std::vector<Box<T>>& all) {
    std::vector<Id> ids;
    ids.reserve(all.size());
    for (const Box<T>& one : all) ids.push_back(one->id);
    std::sort(ids.begin(), ids.end());
    return ids;
}

// Nobody's id stands where the real one was refused already.
template <class T>
void check_unique(const std::vector<Box<T>>& all, const std::vector<Id>& sorted, const char* list, std::vector<Error>& errors) {
    std::vector<char> met(sorted.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Id& id = all[i]->id;
        const auto at = static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), id) - sorted.begin());
        if (id && met[at]) add(errors, {'/' + std::string(list) + '/' + std::to_string(i) + "/id", "duplicate_id", format(id)});
        met[at] = true;
    }
}

// Numbers that were refused already say nothing about others.
void check_playbook_at(const std::string& path, const Playbook& playbook, std::vector<Error>& errors) {
    const bool sound = std::none_of(errors.begin(), errors.end(), [&](const Error& error) { return error.path.starts_with(path); });
    if (sound) check_playbook(playbook, path, errors);
}

void check_workspace(const Workspace& workspace, std::vector<Error>& errors) {
    const std::vector<Id> customers = sorted_ids(workspace.customers);
    check_unique(workspace.customers, customers, "customers", errors);
    check_unique(workspace.deals, sorted_ids(workspace.deals), "deals", errors);
    const bool all_read = !ids_lost(errors, "/customers");
    for (std::size_t i = 0; i < workspace.deals.size(); ++i) {
        const Id& id = workspace.deals[i]->customer;
        if (id && all_read && !std::binary_search(customers.begin(), customers.end(), id)) {
            add(errors, {"/deals/" + std::to_string(i) + "/customer", "unknown_customer", format(id)});
        }
    }
    if (workspace.playbook) check_playbook_at("/playbook", **workspace.playbook, errors);
}

class Shifter final : public Visitor {
  public:
    explicit Shifter(int days) : days_(days) {}

    void visit(const Kind& kind, const Rule&, void* value, const std::string&) override {
        if (kind.shape != Shape::date) return;
        Date& date = *static_cast<Date*>(value);
        date.days = static_cast<std::int32_t>(std::clamp<std::int64_t>(std::int64_t{date.days} + days_, first_date.days, last_date.days));
    }

  private:
    int days_;
};

template <class T>
T all_dates_shifted(T value, const Description& description, int days) {
    Shifter shifter(days);
    walk(description, &value, {}, shifter);
    return value;
}

}  // namespace

Result<Workspace> read_workspace(std::string_view json) {
    static constexpr Kind kind{.shape = Shape::object, .size = sizeof(Workspace), .object = &workspace_description};
    Workspace workspace;
    Reading reading = read_document(json, workspace_format, kind, &workspace);
    if (!reading.unreadable) check_workspace(workspace, reading.errors);
    if (!reading.errors.empty()) return std::move(reading.errors);
    return workspace;
}

std::string write_workspace(const Workspace& workspace, Layout layout) {
    return write_document(workspace_format, workspace_description, &workspace, layout);
}

std::string write_deals(const Workspace& workspace, const std::vector<Id>& deals, Layout layout) {
    Workspace part;
    for (const Box<Deal>& deal : workspace.deals) {
        if (std::find(deals.begin(), deals.end(), deal->id) != deals.end()) part.deals.push_back(deal);
    }
    for (const Box<Customer>& customer : workspace.customers) {
        const bool used =
            std::any_of(part.deals.begin(), part.deals.end(), [&](const Box<Deal>& deal) { return deal->customer == customer->id; });
        if (used) part.customers.push_back(customer);
    }
    return write_workspace(part, layout);
}

Result<Playbook> read_playbook(std::string_view json) {
    static constexpr Kind kind{.shape = Shape::object, .size = sizeof(Playbook), .object = &playbook_description};
    Playbook playbook;
    Reading reading = read_document(json, playbook_format, kind, &playbook);
    if (!reading.unreadable) check_playbook_at({}, playbook, reading.errors);
    if (!reading.errors.empty()) return std::move(reading.errors);
    return playbook;
}

std::string write_playbook(const Playbook& playbook) {
    return write_document(playbook_format, playbook_description, &playbook, Layout::lines);
}

namespace {

// The one that counts is in front; who holds an older one still may.
std::list<Playbook>& default_playbooks() {
    static std::list<Playbook> playbooks;
    return playbooks;
}

}  // namespace

const Playbook& default_playbook() {
    if (default_playbooks().empty()) read_defaults_again();
    return default_playbooks().front();
}

void read_defaults_again() {
    Result<Playbook> read = read_playbook(builtin_playbook());
    assert(read);
    default_playbooks().push_front(read ? std::move(*read) : Playbook{});
    read_method_again();
}

const Playbook& playbook_of(const Workspace& workspace) { return workspace.playbook ? **workspace.playbook : default_playbook(); }

Deal shifted(Deal deal, int days) { return all_dates_shifted(std::move(deal), deal_description, days); }
Customer shifted(Customer customer, int days) { return all_dates_shifted(std::move(customer), customer_description, days); }

}  // namespace compass
