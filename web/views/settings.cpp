#include "views/settings.h"

#include "ui/widgets.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::array<std::string_view, 7> usual_currencies = {"CNY", "USD", "EUR", "GBP", "HKD", "JPY", "SGD"};

Currency currency_coded(std::string_view code) {
    Currency currency;
    std::copy_n(code.begin(), currency.code.size(), currency.code.begin());
    return currency;
}
std::string currency_name(std::string_view code) {
    std::string key(code);
    for (char& letter : key) letter = static_cast<char>(letter - 'A' + 'a');
    return say_named("currency_", key) + " " + std::string(code);
}

// A line of the dialog: its name, and where its control stands – below the name where there is no room beside it.
class SettingsRows {
  public:
    explicit SettingsRows(const Rect& area) : area_(area), narrow_(area.width < px(420)) {}
    Rect next(std::string_view name) {
        const Font font = type(Type::body);
        if (narrow_) {
            draw_text_in(cut_top(area_, px(24)), font, palette().text2, name);
            return cut_top(area_, control_height(), px(14));
        }
        Rect row = cut_top(area_, control_height(), px(14));
        draw_text_in(cut_left(row, px(120), px(12)), font, palette().text2, name);
        return row;
    }
    float indent() const { return narrow_ ? 0 : px(132); }
    Rect rest() const { return area_; }
    void remark(std::string_view words) {
        const Rect row = {area_.x + indent(), area_.y - px(10), area_.width - indent(), 0};
        cut_top(area_, paragraph(row, type(Type::caption), palette().text3, words), px(4));
    }
    void remark_below(std::string_view words) {
        const Rect row = {area_.x + indent(), area_.y, area_.width - indent(), 0};
        cut_top(area_, paragraph(row, type(Type::caption), palette().text2, words), px(8));
    }
    Rect line(float height) {
        const Rect row = cut_top(area_, height, px(8));
        return {row.x + indent(), row.y, row.width - indent(), row.height};
    }
    void gap() { cut_top(area_, px(8)); }

  private:
    Rect area_;
    bool narrow_;
};

template <std::size_t Count>
int choose(SettingsRows& rows, std::string_view id, Phrase name, const std::array<std::string_view, Count>& choices, int now) {
    const Rect cell = rows.next(say(name));
    return segment(id, {cell.x, cell.y, std::min(segment_width(choices), cell.width), cell.height}, say(name), choices, now);
}

void choose_currency(const Frame& frame, SettingsRows& rows, const Currency& now) {
    const std::string_view name = say(Phrase::settings_currency);
    const Rect row = rows.next(name), cell = {row.x, row.y, std::min(row.width, px(220)), row.height};
    value_button("currency", cell, name, currency_name(now.text()), "currencies");
    if (begin_menu("currencies", name, {cell.x, bottom(cell) + px(2)}, cell.width)) {
        for (const std::string_view code : usual_currencies)
            if (menu_item(code, currency_name(code), false, code == now.text())) frame.wish(ChooseCurrency{currency_coded(code)});
        end_menu();
    }
    rows.remark(say(Phrase::settings_currency_help));
}

// Which one counts; another is opened like any file, and there is always a way back.
void show_playbook(const Frame& frame, SettingsRows& rows) {
    const bool own = frame.workspace.playbook.has_value();
    const std::string_view title = say(Phrase::settings_playbook);
    const Rect row = rows.next(title);
    const std::string name = in(language(), frame.playbook.name).empty() ? frame.playbook.id : in(language(), frame.playbook.name);
    label(row, type(Type::body, Face::bold), palette().text, name);
    if (own) rows.remark(say(Phrase::settings_playbook_own));
    Rect line = rows.line(control_height());
    const auto place = [&](std::string_view id, Phrase words) {
        const float width = button_width(say(words));
        if (width > line.width) line = rows.line(control_height());
        return button(id, cut_left(line, width, px(8)), say(words));
    };
    if (place("playbook-open", Phrase::settings_playbook_import)) frame.wish(OpenFiles{});
    if (place("playbook-export", Phrase::settings_playbook_export)) frame.wish(ExportPlaybook{});
    if (own && place("playbook-back", Phrase::settings_playbook_back)) frame.act(SetPlaybook{});
}

// Of the space the browser gives.
std::string share_words(std::size_t part, std::size_t whole_space) {
    const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole_space);
    if (share > 0 && share < 0.1) return "<0.1%";
    return (share == 0 || share >= 10 ? whole(static_cast<int>(share)) : decimal(share, 1)) + "%";
}

// How full it is, of what, and what can be done about that.
void show_storage(const Frame& frame, SettingsRows& rows, StorageState& storage) {
    const SpaceTaken& taken = storage.taken;
    const std::size_t past = taken.versions + taken.trash, used = std::max(storage.used, past), limit = std::max(storage.limit, used);
    const auto share = [&](std::size_t part) { return share_words(part, limit); };
    const Rect row = rows.next(say(Phrase::settings_storage));
    label(row, type(Type::body, Face::bold), palette().text,
          say(Phrase::settings_space, {{"used", share(used)}, {"left", share(limit - used)}}));
    rows.remark(say(Phrase::settings_space_parts,
                    {{"deals", share(used - past)}, {"versions", share(taken.versions)}, {"trash", share(taken.trash)}}));
    if (storage.kept)
        rows.remark_below(say(*storage.kept   ? Phrase::settings_kept_yes
                              : storage.asked ? Phrase::settings_keep_refused
                                              : Phrase::settings_kept_no));
    if (storage.asks_versions)
        rows.remark_below(say(Phrase::settings_versions_ask, {{"count", whole(static_cast<int>(taken.version_count))}}));
    Rect line = rows.line(control_height());
    const auto place = [&](std::string_view id, Phrase words, ButtonKind kind = ButtonKind::secondary) {
        const float width = button_width(say(words));
        if (width > line.width) line = rows.line(control_height());
        return button(id, cut_left(line, width, px(8)), say(words), kind);
    };
    if (!storage.asks_versions) {
        if (place("backup", Phrase::settings_backup)) frame.wish(ExportDeals{});
        if (taken.version_count > 0 && place("versions", Phrase::settings_versions_clear)) storage.asks_versions = true;
        if (storage.kept == false && !storage.asked && place("keep", Phrase::settings_keep_ask)) frame.wish(AskToKeep{});
        return;
    }
    if (place("no", Phrase::cancel)) storage.asks_versions = false;
    if (place("yes", Phrase::settings_versions_clear, ButtonKind::danger)) frame.wish(ForgetVersions{});
}

void show_lock(const Frame& frame, SettingsRows& rows, const Choices& choices, const LockView& lock) {
    if (!lock.can_lock) {
        rows.next(say(Phrase::lock_title));
        return rows.remark(say(Phrase::passphrase_missing));
    }
    if (lock.locked) {
        static constexpr std::array minutes = {0, 5, 15, 60};
        const std::string five = say(Phrase::lock_minutes, {{"count", "5"}}), quarter = say(Phrase::lock_minutes, {{"count", "15"}}),
                          hour = say(Phrase::lock_minutes, {{"count", "60"}});
        const int now = static_cast<int>(std::find(minutes.begin(), minutes.end(), choices.idle) - minutes.begin());
        const int chosen = choose<4>(rows, "idle", Phrase::lock_idle, {say(Phrase::lock_never), five, quarter, hour}, now);
        if (chosen != now) frame.wish(ChooseIdle{minutes[static_cast<std::size_t>(chosen)]});
    }
    const Rect row = rows.next(say(Phrase::lock_title));
    Rect line = row;
    const auto place = [&](std::string_view id, Phrase words, bool able) {
        const float width = button_width(say(words));
        if (width > line.width) line = rows.line(control_height());
        return button(id, cut_left(line, width, px(8)), say(words), ButtonKind::secondary, able);
    };
    if (!lock.locked && place("lock", Phrase::lock_set, true)) frame.wish(LockWorkspace{});
    if (lock.locked && place("lock-now", Phrase::lock_now, !lock.working)) frame.wish(LockNow{});
    if (lock.locked && place("lock-off", Phrase::lock_off, !lock.working)) frame.wish(OpenWorkspace{});
    rows.remark(say(lock.failed ? Phrase::lock_off_failed : lock.locked ? Phrase::lock_is_on : Phrase::lock_is_off));
}

}  // namespace

bool draw_settings(const Frame& frame, const Choices& choices, StorageState& storage, const LockView& lock) {
    Rect area;
    const bool stays = begin_dialog("settings", say(Phrase::settings_title), px(600), px(scale() == Scale::phone ? 780 : 640), area);
    const Rect view = begin_scroll("choices", area);
    const Rect column = {view.x + px(2), view.y + px(4), view.width - px(16), view.height};
    SettingsRows rows(column);
    {
        const int now = language() == Language::zh ? 0 : 1;
        const int chosen = choose<2>(rows, "language", Phrase::settings_language, {"\u4E2D\u6587", "English"}, now);
        if (chosen != now) frame.wish(ChooseLanguage{chosen == 0 ? Language::zh : Language::en});
    }
    {
        const int now = !choices.dark ? 0 : *choices.dark ? 2 : 1;
        const int chosen = choose<3>(rows, "theme", Phrase::settings_theme,
                                     {say(Phrase::settings_system), say(Phrase::nav_light), say(Phrase::nav_dark)}, now);
        if (chosen != now) frame.wish(ChooseDark{chosen == 0 ? std::nullopt : std::optional(chosen == 2)});
    }
    {
        const int now = static_cast<int>(choices.size);
        const int chosen =
            choose<3>(rows, "size", Phrase::settings_size,
                      {say(Phrase::settings_size_normal), say(Phrase::settings_size_large), say(Phrase::settings_size_largest)}, now);
        if (chosen != now) frame.wish(ChooseTextSize{chosen});
    }
    {
        const int now = static_cast<int>(choices.week);
        const int chosen =
            choose<2>(rows, "week", Phrase::settings_week, {say(Phrase::settings_monday), say(Phrase::settings_sunday)}, now);
        if (chosen != now) frame.wish(ChooseWeek{static_cast<WeekStart>(chosen)});
    }
    choose_currency(frame, rows, choices.currency);
    rows.gap();
    show_playbook(frame, rows);
    rows.gap();
    show_storage(frame, rows, storage);
    {
        const std::array<std::string_view, 2> ways = {say(Phrase::settings_reminder_on), say(Phrase::settings_reminder_off)};
        const int now = choices.reminds ? 0 : 1, chosen = choose<2>(rows, "reminder", Phrase::settings_reminder, ways, now);
        if (chosen != now) frame.wish(ChooseReminder{chosen == 0});
        rows.remark(say(Phrase::settings_reminder_help, {{"days", whole(reminder_days)}}));
    }
    rows.gap();
    show_lock(frame, rows, choices, lock);
    rows.gap();
    Rect links = rows.line(control_height());
    links = {rows.rest().x - px(14), links.y, rows.rest().width + px(14), links.height};
    const auto link = [&](std::string_view id, Phrase words) {
        const float width = button_width(say(words));
        if (width > links.width) {
            links = rows.line(control_height());
            links = {rows.rest().x - px(14), links.y, rows.rest().width + px(14), links.height};
        }
        return button(id, cut_left(links, width, px(8)), say(words), ButtonKind::plain);
    };
    if (link("method", Phrase::nav_handbook)) frame.wish(GoToTerm{});
    if (link("tour", Phrase::settings_tour)) frame.wish(StartTour{});
    if (link("about", Phrase::nav_about)) frame.wish(ShowAbout{});
    end_scroll(rows.rest().y - view.y + px(8));
    end_dialog();
    return stays;
}

}  // namespace views
