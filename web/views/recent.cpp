#include "views/recent.h"

#include "portfolio/recent.h"
#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/story_parts.h"

#include <algorithm>
#include <iterator>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t recent_at_most = 60;

// The screen of a deal on which such an edit is made.
Screen screen_of_edit(ActionKind kind) {
    switch (kind) {
        case ActionKind::put_person:
        case ActionKind::rate_person:
        case ActionKind::remove_person:
        case ActionKind::put_link:
        case ActionKind::remove_link: return Screen::people;
        case ActionKind::note_gut_feel:
        case ActionKind::put_alternative:
        case ActionKind::remove_alternative:
        case ActionKind::put_answer:
        case ActionKind::put_task:
        case ActionKind::finish_task:
        case ActionKind::remove_task:
        case ActionKind::put_team_member:
        case ActionKind::remove_team_member: return Screen::sheet;
        case ActionKind::set_funnel_stage:
        case ActionKind::set_status:
        case ActionKind::set_contract:
        case ActionKind::set_protection:
        case ActionKind::confirm_opportunity:
        case ActionKind::put_gate_item:
        case ActionKind::mark_key_action: return Screen::gates;
        case ActionKind::record_review:
        case ActionKind::put_story_event:
        case ActionKind::remove_story_event: return Screen::story;
        default: return Screen::compass;
    }
}

Screen screen_of_happening(HappeningKind kind) {
    switch (kind) {
        case HappeningKind::stage: return Screen::gates;
        case HappeningKind::support: return Screen::people;
        case HappeningKind::task: return Screen::sheet;
        case HappeningKind::fact:
        case HappeningKind::review:
        case HappeningKind::story: return Screen::story;
        case HappeningKind::position:
        case HappeningKind::objective: break;
    }
    return Screen::compass;
}

std::string whose_deal(const Workspace& workspace, const Deal& deal) {
    const std::string title = deal_title(workspace, deal);
    return deal.owner.empty() ? title : title + " \u00B7 " + deal.owner;
}

RecentRow row_of_edit(const Frame& frame, const DoneStep& edit) {
    RecentRow row;
    row.when = edit.day == frame.today && edit.minute >= 0 ? clock(edit.minute) : date_short(edit.day);
    row.what = action_words(edit.kind);
    if (const Deal* deal = find_deal(frame.workspace, edit.deal))
        row.where = whose_deal(frame.workspace, *deal), row.way = GoToTab{deal->id, screen_of_edit(edit.kind)};
    else if (const Customer* customer = find_customer(frame.workspace, edit.customer))
        row.where = customer->name, row.way = GoToCustomers{customer->id};
    return row;
}

void keep_recent(const Frame& frame, const Session& session, RecentState& state) {
    if (state.made && state.revision == session.version() && state.today == frame.today && state.language == language()) return;
    state = {.revision = session.version(), .today = frame.today, .language = language(), .made = true};
    for (const DoneStep& edit : session.steps()) {
        if (state.here.size() == recent_at_most) break;
        state.here.push_back(row_of_edit(frame, edit));
    }
    for (const Recent& recent : recent_happenings(frame.workspace, frame.today, recent_at_most)) {
        const Deal& deal = *frame.workspace.deals[recent.deal];
        const std::string words = happening_words(deal, frame.playbook, recent.what), kind = happening_word(recent.what.kind);
        state.before.push_back({date_short(recent.what.date),
                                words.empty() ? kind : say(Phrase::line_sentence, {{"kind", kind}, {"words", words}}),
                                whose_deal(frame.workspace, deal), GoToTab{deal.id, screen_of_happening(recent.what.kind)}});
    }
}

// Returns the height it took; `gone`: a row was followed.
float draw_recent_rows(const Frame& frame, Phrase title, const std::vector<RecentRow>& all, const Rect& area, bool& gone) {
    if (all.empty()) return 0;
    const Palette& colours = palette();
    const Font font = type(Type::body), small = type(Type::caption);
    const float dates = px(language() == Language::zh ? 80 : 72), padding = px(6);
    float y = area.y;
    heading({area.x + px(10), y, area.width, px(26)}, type(Type::section), say(title), 3, colours.text);
    y += px(30);
    ImGui::PushID(static_cast<int>(title));
    const Group list(ui::Role::list, "rows", say(title), {area.x, y, area.width, px(20)});
    for (std::size_t i = 0; i < all.size(); ++i) {
        const RecentRow& row = all[i];
        const float width = area.width - dates - px(20), words = paragraph_height(font, row.what, width, 3),
                    below = row.where.empty() ? 0 : paragraph_height(small, row.where, width);
        const Rect rect = {area.x, y, area.width, std::max(control_height(), words + below + 2 * padding)};
        const float top = rect.y + (rect.height - words - below) * 0.5f;
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "row", "", rect);
        const std::string spoken = row.when + " " + row.what;
        if (row.way) {
            const Press press = ui::press("go", rect, {.role = ui::Role::link, .name = spoken, .description = row.where, .radius = 5});
            if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(rect), bottom_right(rect), colours.raised, px(5));
            if (press.pressed) frame.wish(*row.way), gone = true;
        } else {
            ui::reading("gone", rect, spoken);
        }
        draw_text_in({rect.x + px(10), top, dates, line_height(font)}, small, colours.text2, row.when);
        draw_paragraph({rect.x + px(10) + dates, top, width, 0}, font, row.way ? colours.text : colours.text2, row.what, 3);
        if (below > 0) draw_paragraph({rect.x + px(10) + dates, top + words, width, 0}, small, colours.text2, row.where);
        ImGui::PopID();
        y += rect.height;
    }
    ImGui::PopID();
    return y + px(14) - area.y;
}

}  // namespace

std::string_view action_words(ActionKind kind) {
    static constexpr Phrase kinds[] = {Phrase::action_create_deal,
                                       Phrase::action_rename_deal,
                                       Phrase::action_edit_deal,
                                       Phrase::action_duplicate_deal,
                                       Phrase::action_delete_deal,
                                       Phrase::action_set_funnel_stage,
                                       Phrase::action_set_status,
                                       Phrase::action_set_contract,
                                       Phrase::action_set_protection,
                                       Phrase::action_set_teaching,
                                       Phrase::action_set_level,
                                       Phrase::action_set_position,
                                       Phrase::action_put_evidence,
                                       Phrase::action_remove_evidence,
                                       Phrase::action_note_gut_feel,
                                       Phrase::action_put_alternative,
                                       Phrase::action_remove_alternative,
                                       Phrase::action_put_compelling_event,
                                       Phrase::action_remove_compelling_event,
                                       Phrase::action_put_person,
                                       Phrase::action_rate_person,
                                       Phrase::action_remove_person,
                                       Phrase::action_put_link,
                                       Phrase::action_remove_link,
                                       Phrase::action_put_answer,
                                       Phrase::action_confirm_opportunity,
                                       Phrase::action_put_gate_item,
                                       Phrase::action_mark_key_action,
                                       Phrase::action_put_factor_answer,
                                       Phrase::action_put_task,
                                       Phrase::action_finish_task,
                                       Phrase::action_remove_task,
                                       Phrase::action_record_review,
                                       Phrase::action_put_team_member,
                                       Phrase::action_remove_team_member,
                                       Phrase::action_put_story_event,
                                       Phrase::action_remove_story_event,
                                       Phrase::action_record_visit,
                                       Phrase::action_put_customer,
                                       Phrase::action_delete_customer,
                                       Phrase::action_set_playbook,
                                       Phrase::action_import_workspace,
                                       Phrase::action_follow_workspace,
                                       Phrase::action_restore_version,
                                       Phrase::action_restore_deleted,
                                       Phrase::action_restore_backup};
    static_assert(std::size(kinds) == std::variant_size_v<Action>, "one phrase per action, in the same order");
    return say(kinds[static_cast<std::size_t>(kind)]);
}

bool draw_recent(const Frame& frame, const Session& session, RecentState& state) {
    keep_recent(frame, session, state);
    Rect content;
    bool stays = begin_dialog("recent", say(Phrase::recent_title), px(640), px(600), content), gone = false;
    const bool none = state.here.empty() && state.before.empty();
    cut_top(content, paragraph(content, type(Type::caption), palette().text2, say(none ? Phrase::recent_none : Phrase::recent_help)),
            px(10));
    content = {content.x - px(10), content.y, content.width + px(20), content.height};
    const Rect area = begin_scroll("recent-rows", content, ui::Role::group, none);
    Rect rows = {area.x, area.y, area.width - px(12), area.height};
    rows.y += draw_recent_rows(frame, Phrase::recent_here, state.here, rows, gone);
    rows.y += draw_recent_rows(frame, Phrase::recent_before, state.before, rows, gone);
    end_scroll(rows.y - area.y);
    end_dialog();
    return stays && !gone;
}

}  // namespace views
