// What every view gets: the data to show, read-only, and a list to put the user's wishes into.
#pragma once

#include "model/workspace.h"
#include "portfolio/search.h"
#include "reading/deal_reading.h"
#include "reading/finding.h"
#include "session/action.h"
#include "session/deal_table.h"
#include "ui/words.h"
#include "views/route.h"

#include <imgui.h>

#include <array>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace views {

struct Warnings {
    std::vector<compass::Finding> flags, contradictions;  // worst first
};

// Readings of deals, computed when a deal, its customer, the playbook or the day changed and kept until then.
class Readings {
  public:
    // `revision` rises with every change of the workspace.
    void begin(const compass::Workspace& workspace, std::uint64_t revision, const compass::Playbook& playbook, compass::Date today);
    std::uint64_t revision() const { return revision_; }
    const compass::DealReading& of(const compass::Box<compass::Deal>& deal);
    // Null where there is none.
    const compass::Customer* customer_of(const compass::Deal& deal);
    // The same deal elsewhere; the last one asked for is kept.
    const compass::DealReading& what_if(const compass::Box<compass::Deal>& deal, const compass::Position& position);
    // The win index alone, for any of the 64 positions of the deal asked for last; nothing once it is closed.
    std::optional<compass::Probability> index_at(const compass::Box<compass::Deal>& deal, const compass::Position& position);
    // Of the deal asked for last; nothing of one that is not open.
    const Warnings& warnings_of(const compass::Box<compass::Deal>& deal);
    // The playbook with the built-in rules that it lacks: their texts.
    const compass::Playbook& whole_playbook();
    // Rises with every reading that is computed anew: what is made from readings is kept by it.
    std::uint64_t version() const { return version_; }

  private:
    struct Kept {
        compass::Box<compass::Deal> deal;
        std::optional<compass::Box<compass::Customer>> customer;
        compass::DealReading reading;
    };
    const compass::Workspace* workspace_ = nullptr;
    const compass::Playbook* playbook_ = nullptr;
    compass::Date today_;
    std::map<compass::Id, Kept> kept_;
    const compass::Box<compass::Customer>* customer_box(const compass::Deal& deal);
    std::map<compass::Id, std::size_t> customer_places_;  // where each was found last: looking through 10,000 for every row takes too long
    std::size_t last_customer_ = 0;
    std::uint64_t version_ = 0, revision_ = 0;
    std::optional<Kept> what_if_;
    std::optional<compass::Playbook> whole_playbook_;
    struct Warned {
        compass::Box<compass::Deal> deal;
        std::uint64_t version;
        Warnings warnings;
    };
    std::optional<Warned> warned_;
    std::optional<compass::Box<compass::Deal>> indexed_;
    std::array<std::optional<compass::Probability>, compass::position_count> index_at_;
};

// What the user asked for that is no edit of a deal.
struct Undo {};
struct Redo {};
struct GoToDeals {};
struct GoToFunnel {};
struct GoToCustomers {
    compass::Id customer = {};  // nobody: the list
};
struct GoToReview {};
struct GoToHandover {  // what a successor of its owner needs
    compass::Id deal;
};
struct GoToDeal {
    compass::Id deal;
};
struct GoToTab {  // another screen of a deal
    compass::Id deal;
    Screen screen;
};
struct GoToPerson {  // one of the people of a deal; with the form for what was heard of them
    compass::Id deal, person;
    bool fact = false;
};
// A part of the deal sheet that is written in the panel beside it; the overview is nothing in particular.
enum class SheetPart : std::uint8_t { overview, answer, confirm, task, finish, alternative, team };
struct GoToSheet {
    compass::Id deal;
    SheetPart part = SheetPart::overview;
    compass::Question question = compass::Question::five_purchasing_body;  // of an answer
};
struct GoToGates {  // of a deal; with the form in which it is ended
    compass::Id deal;
    bool ending = false;
};
struct GoToAxis {  // the facts behind one axis of a deal
    compass::Id deal;
    compass::Axis axis;
    compass::Id fact = {};  // nobody's: none in particular
};
struct ExportDeals {
    std::vector<compass::Id> deals;
};  // none = everything
// What can be taken along besides the file of the deals: a page to print, a drawing, a table.
enum class Export : std::uint8_t {
    deal_page,
    compass_svg,
    compass_png,
    people_svg,
    people_png,
    people_csv,
    tasks_csv,  // of the deal, or where none is named of all
    portfolio_page,
    review_page,  // of the latest day on which something was reviewed
    funnel_svg,
    funnel_png,
    deals_csv,
    everything  // as a ZIP file
};
struct ExportAs {
    Export what;
    compass::Id deal = {};
    bool dark = false;  // of a drawing: upon the dark ground
};
struct AskAnonymous {  // what a copy without names would replace
    compass::Id deal;  // nobody's: of everything
};
struct DownloadAnonymous {};
struct SaveToFile {          // everything, to a file that is kept in mind
    bool elsewhere = false;  // to another one than before
};
struct PrintDeal {  // its page
    compass::Id deal;
};
struct CopyDeal {  // as text, to the clipboard
    compass::Id deal;
};
struct CopyText {
    std::string text;
};
struct DownloadText {
    std::string name, text;  // the day and the ending are added to the name
};
struct DownloadUnreadable {};
struct SaveAgain {};  // what someone cleared away
struct Reload {};
struct OpenFiles {};
struct OpenSample {};
struct OpenTeam {};  // the sample deals of a whole team
struct CheckGate {   // what is owed before a deal goes to another P-stage
    compass::Id deal;
    compass::FunnelStage to;
};
struct NewDeal {
    std::string customer = {};  // with whom
};
struct NewCustomer {};
struct EditCriteria {};  // of the ideal customer
struct AskDeleteCustomer {
    compass::Id customer;
};
struct EditBasics {
    compass::Id deal;
};
struct ShowAbout {};
struct ShowSettings {};
struct ShowRecent {};  // what was changed last
struct GoToTerm {      // of the handbook; empty: where it was left
    std::string term;
};
struct AskHandbook {};  // in the language shown
struct ChooseLanguage {
    compass::Language language;
};
struct ChooseDark {
    std::optional<bool> dark;  // nothing: as the system has it
};
struct ChooseTextSize {
    int size;  // a TextSize
};
struct ChooseCurrency {
    compass::Currency currency;  // of amounts that are typed without one
};
struct ChooseWeek {
    compass::WeekStart begins;
};
struct ExportPlaybook {};
struct Present {
    bool on = true;
};
struct StartTour {};
struct DeclineTour {};
struct ShowSearch {};
struct ShowLeftTexts {};  // what was being written when a tab was killed
struct DropLeftText {
    std::string tab;
};
struct GoToAddress {
    std::string route;
};
struct ConfirmImport {};
struct ShareDeals {  // as a link
    std::vector<compass::Id> deals;
};
struct LockLink {};  // with the passphrase that was typed
struct CopyLink {};
struct AcceptLink {};
struct ExportLocked {                // a file with a passphrase
    std::vector<compass::Id> deals;  // none = everything
};
struct LockFile {};  // with the passphrase that was typed
struct Unlock {};
struct LockWorkspace {};  // asks for the passphrase
struct OpenWorkspace {};  // for good: without a passphrase again
struct LockNow {};
struct ChooseIdle {
    int minutes;  // after which an unlocked workspace is locked again; 0 = never
};
struct UseColumn {  // of a table that is to be imported
    std::size_t table, column;
    compass::DealColumn use;
    std::optional<compass::DateOrder> dates;
};
struct ResumeForm {};
struct ShowVersions {  // earlier ones of a deal
    compass::Id deal;
};
struct ShowTrash {};
struct ForgetDeleted {  // for good
    std::string key;    // of what is in the trash
};
struct ForgetVersions {};  // all of them
struct AskToKeep {};       // the browser, the data
struct ChooseReminder {
    bool on;
};
struct ChooseRestore {  // of a file that is to be imported: it is all there is
    bool on;
};
using Wish =
    std::variant<Undo, Redo, GoToDeals, GoToFunnel, GoToCustomers, GoToReview, GoToDeal, GoToTab, GoToPerson, GoToSheet, GoToAxis,
                 ExportDeals, CopyDeal, CopyText, DownloadUnreadable, SaveAgain, Reload, OpenFiles, OpenSample, OpenTeam, CheckGate,
                 NewDeal, NewCustomer, EditCriteria, AskDeleteCustomer, EditBasics, ShowAbout, ShowSettings, GoToTerm, AskHandbook,
                 ShowSearch, ChooseLanguage, ChooseDark, ConfirmImport, UseColumn, ResumeForm, GoToGates, GoToHandover, DownloadText,
                 ExportAs, PrintDeal, ChooseTextSize, ChooseCurrency, ExportPlaybook, Present, StartTour, DeclineTour, ShowLeftTexts,
                 DropLeftText, GoToAddress, ShowVersions, ShowTrash, ForgetDeleted, ForgetVersions, AskToKeep, ChooseReminder,
                 ChooseRestore, ShowRecent, ChooseWeek, AskAnonymous, DownloadAnonymous, SaveToFile, ShareDeals, LockLink, CopyLink,
                 AcceptLink, ExportLocked, LockFile, Unlock, LockWorkspace, OpenWorkspace, LockNow, ChooseIdle>;

// Two fingers moved in the last frame: device pixels.
struct Pinch {
    ImVec2 from, to;
    float factor = 1;
};

struct Frame {
    const compass::Workspace& workspace;
    const compass::Playbook& playbook;
    compass::Date today;
    double now;  // seconds, for animations
    bool reduced_motion;
    bool can_undo, can_redo;
    bool dialog_open;        // the page under it takes no keys
    std::string_view saved;  // when it was saved, or that it failed
    bool save_failed;
    std::optional<Pinch> pinch;
    compass::PinyinInitials initials;
    Readings& readings;
    std::vector<compass::Action>& actions;
    std::vector<Wish>& wishes;
    bool moving = false;              // set while an animation runs: another frame follows
    std::string_view backup = {};     // when there was a file with everything last; empty where that is no matter
    std::size_t trash = 0;            // how much is in it
    bool presents = false;            // for a projector: without the tools of one who works alone
    compass::Currency currency = {};  // of an amount that is typed without one
    compass::WeekStart week = compass::WeekStart::monday;
    bool keeps_files = false;         // the browser can save to the same file again
    std::string_view kept_file = {};  // which one that is; empty: none yet
    bool locked = false;              // the workspace has a passphrase

    const compass::Customer* customer_of(const compass::Deal& deal) const { return readings.customer_of(deal); }
    void act(compass::Action action) const { actions.push_back(std::move(action)); }
    void wish(Wish wish) const { wishes.push_back(std::move(wish)); }
};

const compass::Box<compass::Deal>* find_box(const compass::Workspace& workspace, const compass::Id& deal);

}  // namespace views
