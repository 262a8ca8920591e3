// One action on its way through update(): what it edits, and what becomes of that. Known only to update.cpp and apply_*.cpp.
#pragma once

#include "session/identities.h"
#include "session/update.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace compass {

class Edit {
  public:
    Edit(const Workspace& workspace, const Context& context);

    // To be edited freely: texts and values are cleaned, ids drawn, unknown members and history kept when the edit ends.
    // Null where there is no such deal or customer. One of each per action.
    Deal* deal(const Id& id);
    Customer* customer(const Id& id);
    // Puts what was edited into its place; without effect it is the very same Box.
    void finish();
    Update result() &&;

    // The rest of what may be changed.
    Workspace workspace;
    Date today;
    Identities identities;
    std::string reason;  // why the objective or the position changed
    void show(const Id& deal) { requests_.push_back(OpenDeal{deal}); }

  private:
    void keep_history(const Deal& before, Deal& after) const;

    const Workspace& before_;
    std::vector<Request> requests_;
    std::optional<Deal> deal_;
    std::optional<Customer> customer_;
};

template <class T>
auto find_boxed(std::vector<Box<T>>& all, const Id& id) {
    return std::find_if(all.begin(), all.end(), [&](const Box<T>& one) { return one->id == id; });
}

template <class T>
T* find_entry(std::vector<T>& all, const Id& id) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

// With an id it replaces, without one it is added. Whether it did.
template <class T>
bool put_entry(std::vector<T>& all, T one) {
    if (one.id) {
        T* place = find_entry(all, one.id);
        if (place) *place = std::move(one);
        return place;
    }
    all.push_back(std::move(one));
    return true;
}

template <class T>
void remove_entry(std::vector<T>& all, const Id& id) {
    std::erase_if(all, [&](const T& one) { return one.id == id; });
}

// The entry with this key, made if need be.
template <class T>
T& keyed_entry(std::vector<T>& all, std::string T::*key, const std::string& name) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.*key == name; });
    if (found != all.end()) return *found;
    all.emplace_back().*key = name;
    return all.back();
}

// Of a list whose entries have no id.
template <class T>
void put_plain(std::vector<T>& all, T one, const std::optional<T>& before) {
    if (!before) return all.push_back(std::move(one));
    const auto place = std::find(all.begin(), all.end(), *before);
    if (place != all.end()) *place = std::move(one);
}

template <class T>
void remove_plain(std::vector<T>& all, const T& one) {
    const auto place = std::find(all.begin(), all.end(), one);
    if (place != all.end()) all.erase(place);
}

// apply_deal.cpp
void apply(Edit& edit, const CreateDeal& action);
void apply(Edit& edit, const RenameDeal& action);
void apply(Edit& edit, const EditDeal& action);
void apply(Edit& edit, const DuplicateDeal& action);
void apply(Edit& edit, const DeleteDeal& action);
void apply(Edit& edit, const SetFunnelStage& action);
void apply(Edit& edit, const SetStatus& action);
void apply(Edit& edit, const SetContract& action);
void apply(Edit& edit, const SetProtection& action);
void apply(Edit& edit, const SetTeaching& action);
// apply_position.cpp
void apply(Edit& edit, const SetLevel& action);
void apply(Edit& edit, const SetPosition& action);
void apply(Edit& edit, const PutEvidence& action);
void apply(Edit& edit, const RemoveEvidence& action);
void apply(Edit& edit, const NoteGutFeel& action);
void apply(Edit& edit, const PutAlternative& action);
void apply(Edit& edit, const RemoveAlternative& action);
void apply(Edit& edit, const PutCompellingEvent& action);
void apply(Edit& edit, const RemoveCompellingEvent& action);
// apply_people.cpp
void apply(Edit& edit, const PutPerson& action);
void apply(Edit& edit, const RatePerson& action);
void apply(Edit& edit, const RemovePerson& action);
void apply(Edit& edit, const PutLink& action);
void apply(Edit& edit, const RemoveLink& action);
// apply_plan.cpp
void apply(Edit& edit, const PutAnswer& action);
void apply(Edit& edit, const ConfirmOpportunity& action);
void apply(Edit& edit, const PutGateItem& action);
void apply(Edit& edit, const MarkKeyAction& action);
void apply(Edit& edit, const PutFactorAnswer& action);
void apply(Edit& edit, const PutTask& action);
void apply(Edit& edit, const FinishTask& action);
void apply(Edit& edit, const RemoveTask& action);
void apply(Edit& edit, const RecordReview& action);
void apply(Edit& edit, const PutTeamMember& action);
void apply(Edit& edit, const RemoveTeamMember& action);
void apply(Edit& edit, const PutStoryEvent& action);
void apply(Edit& edit, const RemoveStoryEvent& action);
// apply_visit.cpp
void apply(Edit& edit, const RecordVisit& action);
// apply_workspace.cpp
void apply(Edit& edit, const PutCustomer& action);
void apply(Edit& edit, const DeleteCustomer& action);
void apply(Edit& edit, const SetPlaybook& action);
void apply(Edit& edit, const ImportWorkspace& action);
void apply(Edit& edit, const FollowWorkspace& action);
void apply(Edit& edit, const RestoreVersion& action);
void apply(Edit& edit, const RestoreDeleted& action);
void apply(Edit& edit, const RestoreBackup& action);

}  // namespace compass
