// The application: the session, what is on screen, and the frame. Knows no browser: what it needs of the world is Outside.
#pragma once

#include "session/session.h"
#include "store/history.h"
#include "store/store.h"
#include "views/anonymise_dialog.h"
#include "views/compass.h"
#include "views/customers.h"
#include "views/deal_form.h"
#include "views/deals.h"
#include "views/funnel.h"
#include "views/gate_check.h"
#include "views/gates.h"
#include "views/handbook.h"
#include "views/import_dialog.h"
#include "views/left_texts.h"
#include "views/link_dialog.h"
#include "views/outside.h"
#include "views/passphrase.h"
#include "views/people.h"
#include "views/presentation.h"
#include "views/recent.h"
#include "views/review.h"
#include "views/route.h"
#include "views/search_dialog.h"
#include "views/settings.h"
#include "views/share_dialog.h"
#include "views/sheet.h"
#include "views/story.h"
#include "views/tour.h"
#include "views/trash.h"
#include "views/versions.h"
#include "views/visit.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace views {

struct Preferences {
    bool chinese = true, dark = false, reduced_motion = false, more_contrast = false;
};

// A teaching case is always set on the day it is opened.
compass::Workspace set_on_day(compass::Workspace workspace, compass::Date day);

// What else was found in the browser's storage; nothing where there was nothing.
struct StoredTexts {
    std::optional<std::string> settings, unreadable, backup;
};

struct OpenedFile {
    std::string name, bytes;
};

// That it is as it was, by a RestoreVersion, RestoreDeleted or RestoreBackup.
ui::Phrase restored_words(const compass::Action& action);

class App {
  public:
    explicit App(const Outside& outside) : outside_(outside), store_(*outside.space), history_(*outside.space) {}

    // Nothing stored: the sample case is there. Stored text that cannot be read is kept and said, never overwritten.
    void start(StoredTexts stored, const Preferences& preferences, std::string_view route);
    // One frame between ImGui's NewFrame and Render. Seconds until it wants the next: 0 while something moves, negative when only an event
    // brings it.
    double frame(double now, float dpr);

    [[gnu::noinline]] void files_opened(const std::vector<OpenedFile>& files);
    [[gnu::noinline]] void file_refused(std::string_view name, std::string_view why);  // after files_opened where others came with it
    // What Outside::ask_library asked for; an empty text: it could not be had.
    [[gnu::noinline]] void library_answered(std::string_view name, std::string_view text);
    // The page is open: what has been in the trash for its days goes, and a backup that is due is spoken of.
    [[gnu::noinline]] void opened();
    // Whether the browser promised to keep what is stored.
    [[gnu::noinline]] void told_to_keep(bool kept);
    // What became of Outside::keep_file: written; or not, because what it holds is not what was seen of it last – here it is; or it failed.
    [[gnu::noinline]] void file_kept(KeptFile what, const OpenedFile& file);
    // What Outside::lock or Outside::unlock was asked for under this number; nothing: it failed, or the passphrase is another one.
    [[gnu::noinline]] void lock_answered(std::uint32_t number, const std::optional<std::string>& bytes);
    void pinched(const Pinch& pinch);
    [[gnu::noinline]] void text_pasted(std::string_view text);  // anywhere but in a text box
    // Copying outside a text box: the deal on screen as text; nothing where there is none.
    std::string text_copied();
    // Printing: the report of what is on screen; nothing where it has none, and the screen itself is printed.
    [[gnu::noinline]] std::string page_printed();
    void route_changed(std::string_view route);
    void preferences_changed(const Preferences& preferences);
    // Another tab wrote this key, or emptied everything (no key): what it saved becomes what is here, as a step that can be undone.
    [[gnu::noinline]] void stored_elsewhere(std::string_view key);
    // What is being written in this tab and nothing has taken yet; empty: nothing any more. And which tabs are there: what others left behind
    // is offered.
    [[gnu::noinline]] void typing(std::string_view tab, std::string_view texts);
    [[gnu::noinline]] void tabs_there(const std::vector<std::string_view>& tabs);
    // One tab edits, the others follow it. What is done in one of them is done as soon as it may edit.
    [[gnu::noinline]] void edits_here(bool here);
    std::string rescue() const;
    bool holds_unsaved() const;  // what a reload would lose
    // A new version of the page is ready: the user is asked.
    void version_waits() { version_waits_ = true; }
    // It was accepted, here or in another tab: reloads as soon as nothing would be lost by that.
    void version_taken() { version_waits_ = false, version_taken_ = true; }

    const compass::Workspace& workspace() const { return session_.workspace(); }

  private:
    // What just happened, until the next thing does or some seconds passed, and what can be done about it.
    struct Notice {
        std::string words;
        ui::Phrase offer = ui::Phrase::undo;
        std::optional<Wish> wish = {};  // of the offer; nothing: nothing is offered
        double since = -1;              // seconds, of the frame that showed it first; then also where
        Route route = {};
    };

    void load(StoredTexts stored);
    void take_samples(std::string_view text);
    void take_file(const OpenedFile& file);
    void take_archive(const OpenedFile& file);
    void take_table(const OpenedFile& file);
    bool ask_passphrase(const std::vector<OpenedFile>& files);
    [[gnu::noinline]] void follow_link(std::string_view address);
    [[gnu::noinline]] void receive_link(std::string_view address);
    void show_link(const compass::Result<compass::Workspace>& sent);
    PagePlace place() const;
    LockView lock_view() const;
    void keep_aside(std::string text);
    void read_settings(std::string_view text);
    void write_settings();
    void appearance();
    void set_language(compass::Language language);
    bool translate_sample();
    [[gnu::noinline]] void take_effect();  // what was done in this frame
    void perform(const compass::Action& action);
    void perform(const std::vector<compass::Action>& together);
    void perform_here(const compass::Action& action);
    void perform_here(const std::vector<compass::Action>& together);
    void save(compass::Cause cause = compass::Cause::edit, bool takes_back = false);
    // What is about to be the past becomes versions, and what vanished goes to the trash; then what is saved is the present.
    [[gnu::noinline]] void keep_history(compass::Cause cause, bool takes_back);
    [[gnu::noinline]] void settle_history();
    [[gnu::noinline]] void look_at_history();
    [[gnu::noinline]] void measure_history();  // for the settings
    void remind_of_backup();
    [[gnu::noinline]] bool join_other();  // whether more is here now than what is stored
    void note_backup();
    bool may_change();
    void step(std::optional<compass::ActionKind> undone, ui::Phrase words);

    void show(Screen screen, compass::Id deal = {}, compass::Id customer = {});
    void open(Dialog dialog);
    void close_dialog();
    void follow(std::string_view route);
    bool presents() const { return present_.on && present_factor_ > 0; }
    void offer_tour();
    void settle_focus();
    void settle_axis();
    void settle_route();
    void settle_title();
    bool writes_form() const { return here_.dialog == Dialog::new_deal || here_.dialog == Dialog::basics; }
    void leave_deleted();
    compass::Date today() const;
    std::int64_t minute() const;  // as Moment counts
    compass::Workspace sample(compass::Language language) const;

    void with_frame(const std::function<void(Frame&)>& use);
    std::string copy_of_deal(const compass::Id& deal);
    void fulfil(const Undo&);
    void fulfil(const Redo&);
    void fulfil(const GoToDeals&);
    void fulfil(const GoToFunnel&);
    void fulfil(const GoToCustomers& wish);
    void fulfil(const GoToReview&);
    void fulfil(const GoToHandover& wish);
    void fulfil(const GoToDeal& wish);
    void fulfil(const GoToTab& wish);
    void fulfil(const GoToPerson& wish);
    void fulfil(const GoToSheet& wish);
    void fulfil(const GoToGates& wish);
    void fulfil(const GoToAxis& wish);
    void fulfil(const ExportDeals& wish);
    void fulfil(const ExportAs& wish);
    void fulfil(const PrintDeal& wish);
    void fulfil(const AskAnonymous& wish);
    void fulfil(const DownloadAnonymous&);
    void fulfil(const SaveToFile& wish);
    void fulfil(const CopyDeal& wish);
    void fulfil(const CopyText& wish);
    void fulfil(const DownloadText& wish);
    void fulfil(const DownloadUnreadable&);
    void fulfil(const SaveAgain&);
    void fulfil(const Reload&);
    void fulfil(const OpenFiles&);
    void fulfil(const OpenSample&);
    void fulfil(const OpenTeam&);
    void fulfil(const CheckGate& wish);
    void fulfil(const NewDeal& wish);
    void fulfil(const NewCustomer&);
    void fulfil(const EditCriteria&);
    void fulfil(const AskDeleteCustomer& wish);
    void fulfil(const EditBasics& wish);
    void fulfil(const ShowAbout&);
    void fulfil(const ShowSettings&);
    void fulfil(const ShowRecent&);
    void fulfil(const GoToTerm& wish);
    void fulfil(const AskHandbook&);
    void fulfil(const ShowSearch&);
    void fulfil(const ShowLeftTexts&);
    void fulfil(const DropLeftText& wish);
    void fulfil(const GoToAddress& wish);
    void fulfil(const ChooseLanguage& wish);
    void fulfil(const ChooseDark& wish);
    void fulfil(const ChooseTextSize& wish);
    void fulfil(const ChooseCurrency& wish);
    void fulfil(const ChooseWeek& wish);
    void fulfil(const ExportPlaybook&);
    void fulfil(const Present& wish);
    void fulfil(const StartTour&);
    void fulfil(const DeclineTour&);
    void fulfil(const ConfirmImport&);
    void fulfil(const ShareDeals& wish);
    void fulfil(const LockLink&);
    void fulfil(const CopyLink&);
    void fulfil(const AcceptLink&);
    void fulfil(const ExportLocked& wish);
    void fulfil(const LockFile&);
    void fulfil(const Unlock&);
    void fulfil(const LockWorkspace&);
    void fulfil(const OpenWorkspace&);
    void fulfil(const LockNow&);
    void fulfil(const ChooseIdle& wish);
    void fulfil(const UseColumn& wish);
    void fulfil(const ResumeForm&);
    void fulfil(const ShowVersions& wish);
    void fulfil(const ShowTrash&);
    void fulfil(const ForgetDeleted& wish);
    void fulfil(const ForgetVersions&);
    void fulfil(const AskToKeep&);
    void fulfil(const ChooseReminder& wish);
    void fulfil(const ChooseRestore& wish);

    void keys(Frame& frame);
    std::string saved_words() const;
    std::string backup_words() const;
    void draw_screen(Frame& frame, const compass::Box<compass::Deal>* deal, ui::Rect area);
    void draw_rail(const Frame& frame, ui::Rect area);
    void draw_banner(const Frame& frame, ui::Rect& page);
    void draw_version_banner(ui::Rect area);
    void draw_reader_banner(const Frame& frame, ui::Rect area);
    ui::Rect notice_place(const ui::Rect& page) const;  // without height: there is none
    bool notice_passes() const;
    double draw_notice(const Frame& frame, const ui::Rect& box);  // seconds until it goes, negative: it does not by itself
    void draw_dialogs(const Frame& frame);

    Outside outside_;
    compass::Store store_;
    compass::History history_;
    compass::Session session_;
    compass::Workspace before_;  // as it was saved last: what changed since becomes the past
    Preferences preferences_;
    Choices choices_;
    std::string title_;
    Route here_;                    // what is on screen
    std::optional<Route> entered_;  // the screen that was shown in the last frame
    std::vector<Route> passed_;     // the addresses that lead here; the last one stands in the browser
    bool replaces_ = false;         // the address is corrected, not gone on from
    bool returning_ = false;        // the browser was asked for a step back and has not taken it: until then the address stays
    std::optional<GoToAxis> open_axis_;
    Readings readings_;
    std::vector<compass::Action> actions_;
    std::vector<Wish> wishes_;
    DealsState deals_;
    FunnelState funnel_;
    CustomersState customers_;
    NewCustomerState new_customer_;
    CriteriaState criteria_;
    ReviewState review_;
    GatesState gates_;
    GateCheckState gate_check_;
    HandbookState handbook_;
    CompassState compass_;
    PeopleState people_;
    SheetState sheet_;
    VisitState visit_;
    StoryState story_;
    PresentationState present_;
    bool writes_ = false;       // the focus stands in a text box
    float present_factor_ = 0;  // of this window; 0: too small to present in
    TourState tour_;
    DealFormState form_;
    ImportState import_;
    AnonymiseState anonymise_;
    std::string kept_file_;  // that everything is saved to; empty: none in this visit
    SearchState search_;
    std::vector<LeftText> left_texts_;
    VersionsState versions_;
    TrashState trash_;
    StorageState storage_;
    RecentState recent_;
    ShareState share_;
    LinkState link_;
    LockFileState lock_file_;
    UnlockState unlock_;
    bool opens_ = false, open_failed_ = false;  // the lock of the workspace is taken away
    std::vector<OpenedFile> waiting_;           // files that were opened, one of which is locked
    std::uint32_t lock_number_ = 0;             // of what was asked for last
    std::optional<Pinch> pinch_;
    Notice notice_;
    Saved saved_ = Saved::ok;
    int saved_at_ = -1;                               // minute of the day, −1 = not yet in this visit
    std::string unreadable_;                          // what was stored and could not be read, kept until it was downloaded
    std::string unreadable_next_;                     // another one, found while that one is kept
    std::optional<compass::Workspace> old_form_;      // what is known of the form that older versions save
    std::vector<std::vector<compass::Action>> held_;  // until this tab may edit
    std::size_t storage_used_ = 0, storage_limit_ = 5'242'880;
    std::optional<compass::Date> backup_;             // the last file with everything
    std::optional<compass::Date> edited_, reminded_;  // the first change that is in none; when that was said last
    bool history_changed_ = false;                    // by another tab
    bool edits_ = true;                               // false: another tab does
    bool damaged_ = false;                            // something that was saved could not be read, and the rest is here
    bool newer_ = false;                              // a later version of the program saved here
    bool cleared_ = false;                            // what was saved is gone, and nothing was saved since
    bool asked_to_keep_ = false;
    bool may_save_ = true;  // false: saving would destroy what could not be read
    bool version_waits_ = false, version_taken_ = false;
};

}  // namespace views
