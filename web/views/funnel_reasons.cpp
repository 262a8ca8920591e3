#include "draw/icons.h"
#include "reading/contradictions.h"
#include "reading/flags.h"
#include "views/deal_words.h"
#include "views/funnel_parts.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

std::string reason_words(const Portfolio& portfolio, const AttentionReason& reason) {
    const auto money = [&] { return money_words(portfolio.currency, reason.money); };
    switch (reason.kind) {
        case AttentionKind::gain:
        case AttentionKind::stop_flag:
        case AttentionKind::warn_flag: break;  // counted, the screen of the deal names them
        case AttentionKind::review_due:
            return reason.days ? say(Phrase::reason_review, {{"days", whole(*reason.days)}})
                               : std::string(say(Phrase::reason_review_never));
        case AttentionKind::optimism: return say(Phrase::reason_optimism, {{"amount", money()}});
        case AttentionKind::stuck: return say(Phrase::reason_stuck, {{"days", whole(reason.days.value_or(0))}});
    }
    return {};
}

// The worst of the flags and contradictions, in full.
std::string worst_words(const Frame& frame, const Portfolio& portfolio, const DealSum& sum) {
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const Customer* customer = portfolio.customers[sum.deal];
    const Playbook& playbook = frame.readings.whole_playbook();
    const std::vector<Finding> flags = read_flags(deal, customer, playbook, frame.today, portfolio.known.of(sum.deal).index);
    const std::vector<Finding> contradictions = read_contradictions(deal, customer, playbook, frame.today);
    const Finding* worst = flags.empty() ? nullptr : &flags.front();
    if (!contradictions.empty() && (!worst || contradictions.front().severity < worst->severity)) worst = &contradictions.front();
    return worst ? text_of(*worst, deal, playbook, language()) : std::string{};
}

// Everything that speaks for looking at this deal, but what its next step is worth.
std::string all_reasons(const Frame& frame, const Portfolio& portfolio, const DealSum& sum) {
    std::string words;
    for (const AttentionReason& reason :
         attention_reasons(portfolio.attention[sum.attention], *frame.workspace.deals[sum.deal], portfolio.known.of(sum.deal),
                           frame.readings.whole_playbook(), frame.today, portfolio.stuck)) {
        const std::string one = reason_words(portfolio, reason);
        if (!one.empty()) words += (words.empty() ? "" : " \u00B7 ") + one;
    }
    const std::string flags = flags_words(sum);
    if (!flags.empty())
        words += (words.empty() ? "" : " \u00B7 ") +
                 say(Phrase::reason_flags, {{"count", flags}, {"worst", worst_words(frame, portfolio, sum)}});
    return words;
}

ReasonWords make_words(const Frame& frame, const Portfolio& portfolio, const DealSum& sum) {
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const Assessment& known = portfolio.known.of(sum.deal);
    ReasonWords words;
    words.title = deal_title(portfolio.customers[sum.deal], deal);
    const auto add = [&](const std::string& one) { words.basics += (words.basics.empty() ? "" : " \u00B7 ") + one; };
    if (deal.objective.amount) add(money(*deal.objective.amount));
    add("P" + std::to_string(static_cast<int>(deal.funnel_stage) + 1));
    add(percent(known.index->value));
    if (!deal.owner.empty()) add(deal.owner);
    words.step = move_sentence(known.best.move, known.best.to);
    const std::optional<double>& gained = portfolio.attention[sum.attention].money;
    if (known.best.gain > 0)
        words.worth = gained ? say(Phrase::reason_worth, {{"amount", money_words(portfolio.currency, *gained)}}) : points(known.best.gain);
    words.reasons = all_reasons(frame, portfolio, sum);
    return words;
}

const ReasonWords& words_of(const Frame& frame, FunnelState& state, const DealSum& sum) {
    const auto [kept, is_new] = state.in_sight.reasons.try_emplace(sum.deal);
    if (is_new) kept->second = make_words(frame, state.portfolio, sum);
    return kept->second;
}

float reason_row_height() { return scale() == Scale::phone ? px(126) : px(58); }

void draw_reason_row(const Frame& frame, FunnelState& state, const DealSum& sum, std::size_t number, const Rect& row) {
    const Palette& colours = palette();
    const Deal& deal = *frame.workspace.deals[sum.deal];
    const Portfolio& portfolio = state.portfolio;
    const Customer* customer = portfolio.customers[sum.deal];
    const ReasonWords& words = words_of(frame, state, sum);
    ImGui::PushID(static_cast<int>(sum.deal));
    const Group item(ui::Role::listitem, "item", "", row);
    const Rect plate = {row.x - px(8), row.y + px(2), row.width + px(16), row.height - px(4)};
    const std::string description = words.basics + ", " + words.step + (words.worth.empty() ? "" : ", " + words.worth) +
                                    (words.reasons.empty() ? "" : ", " + words.reasons);
    const Press press = ui::press("open", plate, {.role = ui::Role::link, .name = words.title, .description = description});
    ImGui::PopID();
    if (press.hovered) ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate), colours.raised, px(6));
    const Font body = type(Type::body), bold = type(Type::body, Face::bold), small = type(Type::caption);
    const bool phone = scale() == Scale::phone;
    Rect rest = inset(row, 0, px(7));
    const std::string rank = std::to_string(number);
    const Rect left = cut_left(rest, std::max(px(20), text_width(bold, rank)), px(8));
    Rect first = cut_top(rest, px(24)), second = phone ? cut_top(rest, px(24)) : Rect{};
    draw_text_in({left.x, first.y, left.width, first.height}, bold, colours.text3, rank, Align::right);
    Rect& beside = phone ? second : first;
    draw_text_in(cut_right(beside, text_width(bold, words.worth), px(12)), bold, colours.positive, words.worth, Align::right);
    Rect step = phone ? second : cut_right(first, text_width(body, words.step) + px(24), px(16));
    const Rect icon = cut_left(step, px(22));
    draw::draw_move(*ImGui::GetWindowDrawList(), portfolio.known.of(sum.deal).best.move, {icon.x + px(8), centre(icon).y}, px(16),
                    colours.text2, colours.background);
    draw_text_in(step, body, colours.text, words.step);
    cut_left(first, draw_deal_name(first, name_in_list(Type::body), customer ? customer->name : "", deal.name), px(14));
    if (!phone && text_width(small, words.basics) <= first.width) draw_text_in(first, small, colours.text2, words.basics);
    draw_paragraph(rest, small, sum.stops > 0 ? colours.negative : colours.text2,
                   phone ? words.basics + " \u00B7 " + words.reasons : words.reasons, phone ? 3 : 1);
    hairline({row.x, bottom(row) - line_px(1)}, {right(row), bottom(row) - line_px(1)}, colours.line);
    if (press.pressed) frame.wish(GoToDeal{deal.id});
}

// One sentence first: the deal at the top.
std::string first_sentence(const Frame& frame, FunnelState& state) {
    const ReasonWords& words = words_of(frame, state, state.portfolio.deals.front());
    return say(words.worth.empty() ? Phrase::reasons_headline_plain : Phrase::reasons_headline,
               {{"deal", words.title}, {"step", words.step}, {"worth", words.worth}});
}

}  // namespace

std::string flags_words(const DealSum& sum) {
    std::string words;
    const auto add = [&](int count, Phrase phrase) {
        if (count > 0) words += (words.empty() ? "" : " \u00B7 ") + say(phrase, {{"count", whole(count)}});
    };
    add(sum.stops, Phrase::flags_stop), add(sum.warnings, Phrase::flags_warn);
    if (words.empty()) add(sum.notes, Phrase::flags_note);
    return words;
}

void draw_funnel_reasons(const Frame& frame, FunnelState& state, const Rect& area) {
    const Portfolio& portfolio = state.portfolio;
    Rect body = inset(area, px(scale() == Scale::phone ? 14 : 24), 0);
    cut_top(body, px(14));
    const std::string sentence = first_sentence(frame, state);
    const float height = paragraph_height(type(Type::strong, Face::bold), sentence, body.width);
    const Rect headline = cut_top(body, height, px(4));
    heading(headline, sentence, 2);
    draw_paragraph(headline, type(Type::strong, Face::bold), palette().text, sentence);
    cut_top(body, paragraph(body, type(Type::caption), palette().text2, say(Phrase::reasons_order)), px(10));
    const float row_height = reason_row_height();
    const Rect rows = begin_scroll("reasons", {body.x - px(8), body.y, body.width + px(16), body.height});
    const Group list(ui::Role::list, "deals", say(Phrase::funnel_tab_reasons), rows);
    const RowRange range = rows_in_sight(rows, row_height, portfolio.deals.size());
    for (std::size_t i = range.first; i < range.end; ++i)
        draw_reason_row(frame, state, portfolio.deals[i], i + 1,
                        {rows.x + px(8), rows.y + row_height * static_cast<float>(i), rows.width - px(22), row_height});
    end_scroll(row_height * static_cast<float>(portfolio.deals.size()));
}

}  // namespace views
