#include "codec/workspace_codec.h"
#include "paper/html.h"
#include "views/app.h"
#include "views/deal_words.h"
#include "views/exports.h"

namespace views {

using namespace compass;
using namespace ui;

// What an export is made from: the workspace as it is now, after everything that was done in this frame.
void App::with_frame(const std::function<void(Frame&)>& use) {
    const Playbook& playbook = playbook_of(workspace());
    const Date day = today();
    readings_.begin(workspace(), session_.version(), playbook, day);
    std::vector<Action> actions;
    std::vector<Wish> wishes;
    Frame frame{workspace(), playbook, day,   0, true, false, false, false, "", false, std::nullopt, outside_.pinyin_initials,
                readings_,   actions,  wishes};
    use(frame);
}

void App::fulfil(const ExportAs& wish) {
    with_frame([&](Frame& frame) {
        const ExportedFile file = exported(frame, {compass_, people_, funnel_}, wish);
        if (file.name.empty()) return;
        if (file.as_png)
            outside_.download_picture(file.name, file.bytes);
        else
            outside_.download(file.name, file.media_type, file.bytes);
        if (wish.what == Export::everything) note_backup();
        notice_ = {say(Phrase::notice_exported, {{"file", file.name}})};
    });
}

void App::fulfil(const PrintDeal& wish) {
    with_frame([&](Frame& frame) {
        const std::string page = printed_deal(frame, {compass_, people_, funnel_}, wish.deal);
        if (!page.empty()) outside_.print(page);
    });
}

// A dialog is printed as it stands; so is what no report holds: the card to take along to a visit, the story.
std::string App::page_printed() {
    if (here_.dialog != Dialog::none) return {};
    std::string page;
    with_frame([&](Frame& frame) {
        const ExportStates states = {compass_, people_, funnel_};
        switch (here_.screen) {
            case Screen::compass:
            case Screen::people:
            case Screen::sheet:
            case Screen::gates: page = printed_deal(frame, states, here_.deal); break;
            case Screen::funnel: page = exported(frame, states, {Export::portfolio_page}).bytes; break;
            case Screen::review:
                if (can_export(frame, Export::review_page, nullptr)) page = exported(frame, states, {Export::review_page}).bytes;
                break;
            case Screen::deals:
            case Screen::customers:
            case Screen::handbook:
            case Screen::visit:
            case Screen::story: break;
        }
    });
    return page;
}

void App::fulfil(const AskAnonymous&) {
    anonymise_ = {};
    anonymise_.random = outside_.random();
    open(Dialog::anonymise);
}

void App::fulfil(const DownloadAnonymous&) {
    if (!anonymise_.made || !anonymise_.made->copy.left.empty()) return;
    const Workspace& copy = anonymise_.made->copy.workspace;
    const bool one = anonymise_.made->deal && !copy.deals.empty();
    const std::string whose = one ? deal_title(copy, *copy.deals.front()) : std::string(say(Phrase::app_name));
    const std::string name = paper::file_name(whose, " " + std::string(say(Phrase::file_anonymous)) + ".json");
    outside_.download(name, "application/json", write_workspace(copy));
    notice_ = {say(Phrase::notice_exported, {{"file", name}})};
    anonymise_ = {};
}

void App::fulfil(const SaveToFile& wish) {
    if (!outside_.keep_file) return;
    const std::string name = kept_file_.empty() ? paper::file_name(say(Phrase::app_name), ".json") : kept_file_;
    outside_.keep_file(name, write_workspace(workspace()), wish.elsewhere || kept_file_.empty() ? KeepFile::ask : KeepFile::again);
}

void App::file_kept(KeptFile what, const OpenedFile& file) {
    if (what == KeptFile::changed) {
        files_opened({file});
        import_.kept = file.name;
        return;
    }
    if (what == KeptFile::failed) {
        notice_ = {say(Phrase::notice_not_kept, {{"file", file.name}})};
        return;
    }
    kept_file_ = file.name;
    note_backup();
    notice_ = {say(Phrase::notice_kept, {{"file", file.name}})};
}

}  // namespace views
