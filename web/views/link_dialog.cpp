#include "views/link_dialog.h"

#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/import_dialog.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

float sent_row_height() { return px(50); }

std::string_view known_words(Known known) {
    return say(known == Known::no ? Phrase::link_new : known == Known::same ? Phrase::link_same : Phrase::link_copy);
}

std::string sent_detail(const Deal& deal) {
    std::string words;
    if (deal.objective.amount) words = money(*deal.objective.amount) + "  ";
    words += position_words(deal.position.claimed) + "  ";
    return words + say(Phrase::link_people, {{"count", whole(static_cast<long long>(deal.people.size()))}});
}

void draw_sent(const Workspace& sent, const Deal& deal, Known known, const Rect& whole) {
    const Palette& colours = palette();
    const Customer* customer = find_customer(sent, deal.customer);
    const std::string name = customer ? customer->name : std::string();
    const Font mark = type(Type::body, Face::bold);
    const std::string_view what = known_words(known);
    Rect row = {whole.x, whole.y + px(4), whole.width, px(22)};
    const Rect at_end = cut_right(row, text_width(mark, what), px(12));
    draw_deal_name(row, name_in_list(Type::body), name, deal.name);
    draw_text_in({whole.x, whole.y + px(26), whole.width, px(20)}, type(Type::caption), colours.text2, sent_detail(deal));
    draw_text_in(at_end, mark, known == Known::same ? colours.text3 : colours.positive, what, Align::right);
    hairline({whole.x, bottom(whole)}, {right(whole), bottom(whole)}, colours.line);
    const Group item(ui::Role::listitem, format(deal.id), "", whole);
    const std::string title = name.empty() ? deal.name : name + " \u00B7 " + deal.name;
    reading(format(deal.id) + "r", whole, say(Phrase::import_row, {{"kind", what}, {"deal", title}, {"detail", sent_detail(deal)}}));
}

}  // namespace

CopyName copy_name() {
    return [](std::string_view name) { return say(Phrase::copy_of, {{"name", name}}); };
}

bool draw_link(const Frame& frame, LinkState& state) {
    const bool all_known = std::all_of(state.known.begin(), state.known.end(), [](Known known) { return known == Known::same; });
    const bool takes = !state.refused && !all_known;
    const float inner = dialog_inside(px(560));
    const std::string summary = state.refused ? sentence(*state.refused)
                                : all_known   ? std::string(say(Phrase::link_all_known))
                                              : say(Phrase::link_summary, {{"count", whole(static_cast<long long>(state.known.size()))}});
    const Font strong = type(state.refused ? Type::strong : Type::body);
    const float rows_height = sent_row_height() * static_cast<float>(state.known.size());
    const float wanted =
        paragraph_height(strong, summary, inner) + px(12) + rows_height + (state.refused ? px(32) : 0) + px(20) + control_height();
    Rect content;
    bool stays = begin_dialog("link", say(state.refused ? Phrase::link_title_refused : Phrase::link_title), px(560),
                              std::min(dialog_around(wanted), px(620)), content);
    Rect buttons = cut_bottom(content, control_height(), px(16));
    cut_top(content, paragraph(content, strong, state.refused ? palette().text : palette().text2, summary), px(8));
    if (state.refused) {
        paragraph(content, type(Type::body), palette().text2, say(Phrase::import_untouched));
    } else {
        const Rect area = begin_scroll("sent", content);
        const Rect rows = {area.x, area.y, area.width - px(12), area.height};
        {
            const Group list(ui::Role::list, "deals", say(Phrase::link_title), rows);
            for (std::size_t i = 0; i < state.known.size(); ++i)
                draw_sent(state.sent, *state.sent.deals[i], state.known[i],
                          {rows.x, rows.y + sent_row_height() * static_cast<float>(i), rows.width, sent_row_height() - px(1)});
        }
        end_scroll(rows_height);
    }
    const std::string_view done = say(takes ? Phrase::link_take : Phrase::close);
    const auto [no, yes] = cut_right<2>(buttons, {takes ? button_width(say(Phrase::link_decline)) : 0, button_width(done)}, px(10));
    if (takes && button("decline", no, say(Phrase::link_decline))) stays = false;
    if (button("done", yes, done, ButtonKind::primary)) {
        if (takes) frame.wish(AcceptLink{});
        stays = false;
    }
    end_dialog();
    return stays;
}

}  // namespace views
