// Everything a user can do to a workspace: one small struct each, in one variant. update() is the only place where they take effect.
//
// What has an id is put with it to replace it, and without one to add it: update() draws ids from Context, also for the evidence inside.
// What has none – a link, an event – is replaced where it equals `before`. Nothing to replace: nothing happens.
// Unknown members of what is replaced stay, and history is kept: of the objective, the position, the P-stage and each person's support.
#pragma once

#include "model/workspace.h"
#include "session/visit_line.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace compass {

// Deals, methodology §2, 8, 13.
struct CreateDeal {
    std::string customer_name;  // an existing customer of this name is used, else one is made
    std::string name, owner;
    Objective objective;
    Position position;
};
struct RenameDeal {
    Id deal;
    std::string name;
};
// The basics that stand in the header.
struct EditDeal {
    Id deal;
    std::string customer_name, name, owner;
    Objective objective;
    DealKind kind = DealKind::unknown;
    LeadChannel lead_channel = LeadChannel::unknown;
    FunnelStage funnel_stage = FunnelStage::p1;
    std::string reason;  // why the objective changed
};
struct DuplicateDeal {
    Id deal;
    std::string name;
};
struct DeleteDeal {
    Id deal;
};
struct SetFunnelStage {
    Id deal;
    FunnelStage stage = FunnelStage::p1;
};
// An open deal has neither reason nor end; a won one has no reason.
struct SetStatus {
    Id deal;
    DealStatus status = DealStatus::open;
    EndReason reason = EndReason::none;
    std::optional<Date> ended;  // nothing = today
    std::string lessons;
};
struct SetContract {
    Id deal;
    std::optional<Money> contract, first_payment;
};
struct SetProtection {
    Id deal;
    Protection protection;
};
struct SetTeaching {
    Id deal;
    std::optional<TeachingCase> teaching;
};

// Position, methodology §3.
// The claimed level of one axis.
struct SetLevel {
    Id deal;
    Axis axis = Axis::stage;
    int level = 0;
    std::string reason;
};
struct SetPosition {
    Id deal;
    Position position;
    std::string reason;
};
// With `level` the claimed level moves there in the same step: a sign of that level was ticked.
struct PutEvidence {
    Id deal;
    Axis axis = Axis::stage;
    Evidence evidence;
    std::optional<int> level;
};
struct RemoveEvidence {
    Id deal;
    Axis axis = Axis::stage;
    Id evidence;
};
// How it feels today; what was noted earlier today is replaced.
struct NoteGutFeel {
    Id deal;
    int value = 0;
    std::string note;
};
struct PutAlternative {
    Id deal;
    Alternative alternative;
};
struct RemoveAlternative {
    Id deal, alternative;
};
struct PutCompellingEvent {
    Id deal;
    CompellingEvent event;
    std::optional<CompellingEvent> before;
};
struct RemoveCompellingEvent {
    Id deal;
    CompellingEvent event;
};

// People, methodology §6. The support trail is update()'s own: what a person is put with does not count.
struct PutPerson {
    Id deal;
    Person person;
};
// As the people map does, where a person is dragged.
struct RatePerson {
    Id deal, person;
    std::optional<int> support;
    Degree influence = Degree::medium;
    Attitude attitude = Attitude::unknown;
};
// With the links to and from them. Tasks and evidence stay, with nobody named.
struct RemovePerson {
    Id deal, person;
};
// One of a kind between two people.
struct PutLink {
    Id deal;
    Link link;
    std::optional<Link> before;
};
struct RemoveLink {
    Id deal;
    Link link;
};

// Qualification and funnel, methodology §4, 8, 9.
struct PutAnswer {
    Id deal;
    Question question = Question::five_purchasing_body;
    Answer answer;
};
// The manager who confirms the five elements; nobody takes it back.
struct ConfirmOpportunity {
    Id deal;
    std::string manager;
};
struct PutGateItem {
    Id deal;
    GateItem gate;
};
// Done on that day; nothing = not done.
struct MarkKeyAction {
    Id deal;
    std::string action;
    std::optional<Date> done;
};
// No level = unknown again.
struct PutFactorAnswer {
    Id deal;
    FactorAnswer answer;
};

// Team and plan, methodology §10.
struct PutTask {
    Id deal;
    Task task;
};
// Done today; a task without a result is not done.
struct FinishTask {
    Id deal, task;
    std::string result;
};
struct RemoveTask {
    Id deal, task;
};
// What a review concluded, with how the deal stood: review_of() in reading/review.h makes it. It is dated today and replaces an earlier
// one of the same day and kind.
struct RecordReview {
    Id deal;
    Review review;
};
struct PutTeamMember {
    Id deal;
    TeamMember member;
    std::optional<TeamMember> before;
};
struct RemoveTeamMember {
    Id deal;
    TeamMember member;
};
struct PutStoryEvent {
    Id deal;
    StoryEvent event;
    std::optional<StoryEvent> before;
};
struct RemoveStoryEvent {
    Id deal;
    StoryEvent event;
};

// What was noted after a visit, all in one step; lines that lack something are left out. Whoever was met has been in contact today.
struct RecordVisit {
    Id deal, met;  // met: nobody = not stated
    std::vector<VisitLine> lines;
};

// Customers and the method, methodology §1, 4, 12.
struct PutCustomer {
    Customer customer;
};
// With all their deals.
struct DeleteCustomer {
    Id customer;
};
// An own one, if a file may hold it; nothing = back to the default.
struct SetPlaybook {
    std::optional<Box<Playbook>> playbook;
};

// A file that was read and previewed: its deals and customers replace those with the same id, the rest is added.
struct ImportWorkspace {
    Workspace incoming;
};
// Another tab saved: what it saved is what there is, and what was here is one step back.
struct FollowWorkspace {
    Workspace saved;
};

// What was (store/history.h).
// The deal as it was then, whatever it is now; its customer only where it is gone.
struct RestoreVersion {
    Deal deal;
    Customer customer;
};
// What was deleted is there again; what is there already stays as it is.
struct RestoreDeleted {
    Workspace deleted;
};
// A file with everything: it is all there is.
struct RestoreBackup {
    Workspace backup;
};

using Action =
    std::variant<CreateDeal, RenameDeal, EditDeal, DuplicateDeal, DeleteDeal, SetFunnelStage, SetStatus, SetContract, SetProtection,
                 SetTeaching, SetLevel, SetPosition, PutEvidence, RemoveEvidence, NoteGutFeel, PutAlternative, RemoveAlternative,
                 PutCompellingEvent, RemoveCompellingEvent, PutPerson, RatePerson, RemovePerson, PutLink, RemoveLink, PutAnswer,
                 ConfirmOpportunity, PutGateItem, MarkKeyAction, PutFactorAnswer, PutTask, FinishTask, RemoveTask, RecordReview,
                 PutTeamMember, RemoveTeamMember, PutStoryEvent, RemoveStoryEvent, RecordVisit, PutCustomer, DeleteCustomer, SetPlaybook,
                 ImportWorkspace, FollowWorkspace, RestoreVersion, RestoreDeleted, RestoreBackup>;

}  // namespace compass
