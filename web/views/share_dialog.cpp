#include "views/share_dialog.h"

#include "codec/link.h"
#include "ui/widgets.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

// From here on some chats, nearly all of them, cut a link off or make no link of it.
constexpr std::size_t careful_length = 2000, hopeless_length = 8000;
constexpr std::size_t shared_names_at_most = 8;

int shared_facts(const Deal& deal) {
    return static_cast<int>(deal.position.stage_evidence.size() + deal.position.competition_evidence.size() +
                            deal.position.urgency_evidence.size());
}

std::string shared_words(const ShareState& state) {
    std::string names;
    for (std::size_t i = 0; i < state.names.size() && i < shared_names_at_most; ++i)
        names += (i ? std::string(say(Phrase::list_separator)) : std::string()) + state.names[i];
    if (state.names.size() > shared_names_at_most) names += say(Phrase::share_names_more, {{"count", whole(state.people)}});
    std::string words = state.people > 0 ? say(Phrase::share_people, {{"count", whole(state.people)}, {"names", names}})
                                         : std::string(say(Phrase::share_nobody));
    return words + ' ' + say(Phrase::share_facts, {{"facts", whole(state.facts)}, {"tasks", whole(state.tasks)}});
}

std::string link_length_words(const ShareState& state, const PagePlace& place) {
    if (state.stream.empty()) return std::string(say(Phrase::share_too_much));
    if (state.link.empty()) return {};
    const std::size_t length = state.link.size() + 1 + place.address_length;
    const Phrase advice = length > hopeless_length  ? Phrase::share_hopeless
                          : length > careful_length ? Phrase::share_careful
                                                    : Phrase::share_short;
    return say(Phrase::share_length, {{"count", whole(static_cast<long long>(length))}}) + ' ' + say(advice);
}

std::string_view link_privacy_words(const ShareState& state, const PagePlace& place) {
    return say(place.local_file ? Phrase::share_local : state.locks ? Phrase::share_private_locked : Phrase::share_private);
}

}  // namespace

void prepare_share(const Workspace& workspace, ShareState& state) {
    std::vector<Id> all = state.deals;
    const Deal* first = state.deals.empty() ? nullptr : find_deal(workspace, state.deals.front());
    state.others.clear();
    for (const Box<Deal>& deal : workspace.deals)
        if (first && state.deals.size() == 1 && deal->customer == first->customer && deal->id != first->id)
            state.others.push_back(deal->id);
    if (state.with_others) all.insert(all.end(), state.others.begin(), state.others.end());
    state.people = state.facts = state.tasks = 0;
    state.names.clear();
    for (const Id& id : all) {
        const Deal* deal = find_deal(workspace, id);
        if (!deal) continue;
        state.facts += shared_facts(*deal), state.tasks += static_cast<int>(deal->tasks.size());
        for (const Person& person : deal->people)
            if (std::find(state.names.begin(), state.names.end(), person.name) == state.names.end()) state.names.push_back(person.name);
    }
    state.people = static_cast<int>(state.names.size());
    if (first) state.title = deal_title(workspace, *first);
    if (all.size() > 1) state.title += say(Phrase::share_and_others, {{"count", whole(static_cast<long long>(all.size()) - 1)}});
    state.stream = all.size() > link_deals_at_most ? std::string() : link_stream(workspace, all);
    state.link = state.locks || state.stream.empty() ? std::string() : plain_link(state.stream);
}

bool draw_share(const Frame& frame, ShareState& state, const PagePlace& place) {
    const float inner = dialog_inside(px(560));
    const std::string what = shared_words(state), length = link_length_words(state, place);
    const std::string_view privacy = link_privacy_words(state, place);
    const bool types = state.locks && state.link.empty() && !state.stream.empty();
    const float row = std::max(px(28), control_height());
    const Font body = type(Type::body);
    const float wanted = paragraph_height(type(Type::strong, Face::bold), state.title, inner) + px(8) +
                         paragraph_height(body, what, inner) + px(8) + paragraph_height(body, privacy, inner) + px(8) +
                         (state.others.empty() ? 0 : row) + row + (place.can_lock ? 0 : px(24)) +
                         (types ? new_passphrase_height(inner, state.passphrase) + px(8) : 0) + (state.failed ? px(24) : 0) +
                         paragraph_height(body, length, inner) + px(28) + control_height() * (inner < px(400) ? 2.2f : 1);
    Rect content;
    bool stays = begin_dialog("share", say(Phrase::share_title), px(560), dialog_around(wanted), content);
    const std::string_view done = say(state.working      ? Phrase::passphrase_working
                                      : types            ? Phrase::share_lock
                                      : place.local_file ? Phrase::share_copy_part
                                                         : Phrase::share_copy);
    const std::string_view file = say(Phrase::menu_export);
    Rect buttons = cut_bottom(content, control_height(), px(12));
    const bool narrow = button_width(say(Phrase::cancel)) + button_width(file) + button_width(done) + px(20) > buttons.width;
    Rect second = narrow ? cut_bottom(content, control_height(), px(8)) : Rect{};
    const auto [cancel, export_cell, done_cell] = cut_right<3>(
        buttons, {narrow ? 0 : button_width(say(Phrase::cancel)), narrow ? 0 : button_width(file), button_width(done)}, px(10));
    const Rect area = begin_scroll("what", content);
    Rect rest = {area.x + px(2), area.y, inner, area.height};
    cut_top(rest, paragraph(rest, type(Type::strong, Face::bold), palette().text, state.title), px(8));
    cut_top(rest, paragraph(rest, body, palette().text2, what), px(8));
    cut_top(rest, paragraph(rest, body, palette().text2, privacy), px(8));
    const auto tick = [&](std::string_view id, const std::string& words, bool& on) {
        const Rect line = cut_top(rest, row);
        return check(id, {line.x, line.y, std::min(line.width, check_width(words)), line.height}, words, on);
    };
    bool changed = false, go = false;
    if (!state.others.empty())
        changed |=
            tick("others", say(Phrase::share_others, {{"count", whole(static_cast<long long>(state.others.size()))}}), state.with_others);
    if (place.can_lock) {
        if (tick("lock", say(Phrase::share_locked), state.locks)) changed = true, state.passphrase = {.take_focus = state.locks};
    } else {
        cut_top(rest, paragraph(rest, type(Type::caption), palette().text3, say(Phrase::passphrase_missing)), px(8));
    }
    if (types && draw_new_passphrase(cut_top(rest, new_passphrase_height(rest.width, state.passphrase), px(8)), state.passphrase))
        go |= !state.working;
    if (state.failed) label(cut_top(rest, px(24)), type(Type::caption), palette().negative, say(Phrase::passphrase_failed));
    cut_top(rest, paragraph(rest, body, state.stream.empty() ? palette().negative : palette().text, length));
    end_scroll(rest.y - area.y);
    if (narrow) {
        const auto [one, two] = cut_right<2>(second, {button_width(say(Phrase::cancel)), button_width(file)}, px(10));
        if (button("cancel", one, say(Phrase::cancel))) stays = false;
        if (button("file", two, file)) frame.wish(ExportDeals{state.deals}), stays = false;
    } else {
        if (button("cancel", cancel, say(Phrase::cancel))) stays = false;
        if (button("file", export_cell, file)) frame.wish(ExportDeals{state.deals}), stays = false;
    }
    const bool able = !state.working && (types || !state.link.empty());
    go |= button("copy", done_cell, done, ButtonKind::primary, able);

    if (changed) prepare_share(frame.workspace, state);
    if (go && types) {
        state.passphrase.tried = true;
        if (state.passphrase.is_good()) frame.wish(LockLink{});
    } else if (go) {
        frame.wish(CopyLink{});
        stays = false;
    }
    end_dialog();
    if (!stays) state.passphrase = {};
    return stays;
}

}  // namespace views
