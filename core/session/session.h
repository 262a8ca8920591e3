// A workspace with its history: undo and redo that never lose a step.
#pragma once

#include "session/difference.h"
#include "session/update.h"

#include <string>
#include <vector>

namespace compass {

enum class ActionKind : std::uint8_t {
    create_deal,
    rename_deal,
    edit_deal,
    duplicate_deal,
    delete_deal,
    set_funnel_stage,
    set_status,
    set_contract,
    set_protection,
    set_teaching,
    set_level,
    set_position,
    put_evidence,
    remove_evidence,
    note_gut_feel,
    put_alternative,
    remove_alternative,
    put_compelling_event,
    remove_compelling_event,
    put_person,
    rate_person,
    remove_person,
    put_link,
    remove_link,
    put_answer,
    confirm_opportunity,
    put_gate_item,
    mark_key_action,
    put_factor_answer,
    put_task,
    finish_task,
    remove_task,
    record_review,
    put_team_member,
    remove_team_member,
    put_story_event,
    remove_story_event,
    record_visit,
    put_customer,
    delete_customer,
    set_playbook,
    import_workspace,
    follow_workspace,
    restore_version,
    restore_deleted,
    restore_backup
};
ActionKind kind_of(const Action& action);

// What was done in this session, for a list of it: of a deal or a customer, which may be gone by now.
struct DoneStep {
    ActionKind kind;
    Id deal, customer;
    Date day;
    int minute = -1;
};

class Session {
  public:
    explicit Session(Workspace start = {}) : workspace_(std::move(start)) {}

    const Workspace& workspace() const { return workspace_; }
    // Rises with every change, undo and redo included: readings are cached by it.
    std::uint64_t version() const { return version_; }

    std::vector<Request> apply(const Action& action, const Context& context);
    // Several that were asked for at once, as one step that is named after the first that took effect.
    std::vector<Request> apply(const std::vector<Action>& together, const Context& context);
    // Outside the history: what is no edit of the user's. Replaces what has the same ids, each in its place.
    void amend(const Deal& deal, const Customer& customer);
    // Nothing where there is nothing to undo; else what was undone, so that it can be named.
    std::optional<ActionKind> undo();
    std::optional<ActionKind> redo();
    std::optional<ActionKind> next_undo() const;
    std::optional<ActionKind> next_redo() const;
    // All that undo would take back, the latest first.
    std::vector<DoneStep> steps() const;

  private:
    struct Step {
        DoneStep done;
        Difference way;  // in undo_: back to before the action; in redo_: forward again
    };
    std::optional<ActionKind> travel(std::vector<Step>& from, std::vector<Step>& to);

    Workspace workspace_;
    std::vector<Step> undo_, redo_;
    std::uint64_t version_ = 0;
};

}  // namespace compass
