#include "views/trash.h"

#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/history_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string deleted_title(const Snapshot& snapshot, const Workspace& content) {
    const Customer* customer = find_customer(content, snapshot.id);
    if (!customer) return content.deals.empty() ? std::string() : deal_title(content, *content.deals[0]);
    if (content.deals.empty()) return say(Phrase::trash_customer_alone, {{"name", customer->name}});
    return say(Phrase::trash_customer, {{"name", customer->name}, {"count", whole(static_cast<int>(content.deals.size()))}});
}

void keep_trash(const Frame& frame, TrashState& state, const History& history) {
    TrashState::Kept& kept = state.kept;
    if (kept.revision == history.revision() && kept.language == language() && kept.today == frame.today) return;
    kept = {history.revision(), language(), frame.today, {}, 0};
    for (auto one = history.all().rbegin(); one != history.all().rend(); ++one) {
        if (!one->is_deleted) continue;
        std::optional<Workspace> content = history.read(*one);
        if (!content) {
            ++kept.damaged;
            continue;
        }
        const int left = std::max(0, day_of(one->when) + trash_days - frame.today);
        std::string line = say(Phrase::trash_line, {{"when", moment_words(one->when, frame.today)}, {"days", whole(left)}});
        std::string title = deleted_title(*one, *content);
        kept.rows.push_back({*one, std::move(*content), std::move(title), std::move(line)});
    }
}

// Its words, and two buttons beside them, below where there is no room; or the question before it goes for good.
float draw_trash_row(const Frame& frame, TrashState& state, const TrashRow& row, Rect area) {
    const Palette& colours = palette();
    const Font bold = type(Type::body, Face::bold), small = type(Type::caption);
    const bool asks = state.asks == row.snapshot.key, narrow = area.width < px(480);
    // Where "delete for good" was pressed stands what does nothing.
    const std::string_view first = say(asks ? Phrase::trash_forget : Phrase::trash_restore),
                           second = say(asks ? Phrase::cancel : Phrase::trash_forget);
    const float buttons = button_width(first) + px(8) + button_width(second);
    const float width = narrow ? area.width : area.width - buttons - px(16);
    const std::string_view line = asks ? std::string_view(say(Phrase::trash_ask)) : std::string_view(row.line);
    const float title = paragraph_height(bold, row.title, width), words = title + px(3) + paragraph_height(small, line, width);
    const float height = narrow ? words + px(8) + control_height() + px(20) : std::max(words, control_height()) + px(20);
    ImGui::PushID(row.snapshot.key.c_str());
    const Group item(ui::Role::listitem, "entry", "", {area.x, area.y, area.width, height});
    paragraph({area.x, area.y + px(10), width, 0}, bold, colours.text, row.title);
    paragraph({area.x, area.y + px(13) + title, width, 0}, small, asks ? colours.negative : colours.text2, line);
    Rect place = {area.x, narrow ? area.y + px(18) + words : std::floor(area.y + (height - control_height()) * 0.5f), area.width,
                  control_height()};
    const Rect last = cut_right(place, button_width(second), px(8));
    const bool takes_first =
        button("first", cut_right(place, button_width(first)), first, asks ? ButtonKind::danger : ButtonKind::secondary);
    const bool takes_second = button("second", last, second, asks ? ButtonKind::secondary : ButtonKind::plain);
    ImGui::PopID();
    hairline({area.x, area.y + height}, {right(area), area.y + height}, colours.line);
    if (takes_first && asks) {
        frame.wish(ForgetDeleted{row.snapshot.key});
        state.asks.clear();
    } else if (takes_first) {
        frame.act(RestoreDeleted{row.content});
    } else if (takes_second) {
        state.asks = asks ? std::string() : row.snapshot.key;
    }
    return height + px(1);
}

}  // namespace

bool draw_trash(const Frame& frame, TrashState& state, const History& history) {
    keep_trash(frame, state, history);
    const TrashState::Kept& kept = state.kept;
    if (!state.asks.empty() && take_escape()) state.asks.clear();
    const Palette& colours = palette();
    Rect content;
    const float rows = static_cast<float>(std::max<std::size_t>(kept.rows.size(), 1)) * px(scale() == Scale::phone ? 130 : 66);
    bool stays = begin_dialog("trash", say(Phrase::trash_title), px(640), std::clamp(px(150) + rows, px(240), px(600)), content);
    const std::string help = say(Phrase::trash_help, {{"days", whole(trash_days)}});
    cut_top(content, paragraph(content, type(Type::body), colours.text2, help), px(8));
    if (kept.damaged > 0)
        cut_top(content,
                paragraph(content, type(Type::body), colours.negative, say(Phrase::trash_damaged, {{"count", whole(kept.damaged)}})),
                px(8));
    if (kept.rows.empty()) {
        paragraph(content, type(Type::body), colours.text, say(Phrase::trash_none));
    } else {
        const Rect view = begin_scroll("rows", content);
        const Group list(ui::Role::list, "trash", say(Phrase::trash_title), view);
        float y = view.y;
        for (const TrashRow& row : kept.rows) y += draw_trash_row(frame, state, row, {view.x + px(2), y, view.width - px(16), 0});
        end_scroll(y - view.y + px(4));
    }
    end_dialog();
    return stays;
}

}  // namespace views
