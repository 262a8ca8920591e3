#include "codec/scope.h"

#include "codec/format.h"
#include "codec/walk.h"

#include <algorithm>

namespace compass {
namespace {

// Finds where the errors are, once it is known that there are some.
class Locator final : public Visitor {
  public:
    Locator(Scope scope, const ScopeIds& ids, std::vector<Error>& errors)
        : scope_(scope), ids_(ids), errors_(errors), met_(ids.own.size()) {}

    void visit(const Kind& kind, const Rule& rule, void* value, const std::string& path) override {
        if (kind.shape != Shape::identity || errors_.size() >= errors_at_most) return;
        const Id& id = *static_cast<const Id*>(value);
        if (!id) return;
        if (rule.meaning == Meaning::own_id || rule.meaning == Meaning::own_person_id) {
            const auto at = std::lower_bound(ids_.own.begin(), ids_.own.end(), id) - ids_.own.begin();
            if (met_[static_cast<std::size_t>(at)]) errors_.push_back({path, "duplicate_id", format(id)});
            met_[static_cast<std::size_t>(at)] = true;
        } else if (rule.meaning == Meaning::person && scope_ == Scope::people && !holds(ids_.people, id)) {
            errors_.push_back({path, "unknown_person", format(id)});
        }
    }

  private:
    Scope scope_;
    const ScopeIds& ids_;
    std::vector<Error>& errors_;
    std::vector<char> met_;
};

}  // namespace

bool ids_lost(const std::vector<Error>& errors, const std::string& list) {
    return std::any_of(errors.begin(), errors.end(), [&](const Error& error) {
        if (!error.path.starts_with(list)) return false;
        const std::string_view rest = std::string_view(error.path).substr(list.size());
        return rest.find('/', 1) == std::string_view::npos || rest.substr(rest.find('/', 1)) == "/id";
    });
}

void check_ids(const Description& object, void* value, const std::string& path, ScopeIds& ids, std::vector<Error>& errors) {
    std::sort(ids.own.begin(), ids.own.end());
    std::sort(ids.people.begin(), ids.people.end());
    const bool unique = std::adjacent_find(ids.own.begin(), ids.own.end()) == ids.own.end();
    const Scope scope = ids_lost(errors, path + "/people") ? Scope::own_ids : object.scope;
    const bool known = scope != Scope::people ||
                       std::all_of(ids.referred.begin(), ids.referred.end(), [&](const Id& id) { return holds(ids.people, id); });
    if (unique && known) return;
    Locator locator(scope, ids, errors);
    walk(object, value, path, locator);
}

}  // namespace compass
