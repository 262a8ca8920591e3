// How well the customer fits the team's model of an ideal one, criterion by criterion, with what it rests on; and what disappoints them.
#include "draw/icons.h"
#include "views/customers_parts.h"
#include "views/deal_words.h"

#include <algorithm>

namespace views {

using namespace compass;
using namespace ui;

namespace {

const CriterionScore* score_of(const Customer& customer, const std::string& criterion) {
    const auto found =
        std::find_if(customer.ideal.begin(), customer.ideal.end(), [&](const CriterionScore& one) { return one.criterion == criterion; });
    return found == customer.ideal.end() ? nullptr : &*found;
}

void draw_fit_head(const CustomerPage& page, Column& body) {
    const Palette& colours = palette();
    const CustomerReading& reading = page.kept.reading;
    const Rect row = body.next(px(28));
    draw_fit(*ImGui::GetWindowDrawList(), reading.fit, {row.x + px(9), centre(row).y}, px(16));
    const std::string word = fit_word(reading.fit);
    draw_text_in({row.x + px(26), row.y, row.width - px(26), row.height}, type(Type::title), colours.text, word);
    mirror().add({.id = id_of("class"),
                  .role = ui::Role::status,
                  .name = say(Phrase::customer_fit_tag, {{"fit", word}}) + say(Phrase::customer_colon) + page.kept.reason,
                  .rect = row,
                  .states = state_polite});
    const float height = paragraph_height(type(Type::body), page.kept.reason, body.area.width);
    draw_paragraph(body.next(height, px(10)), type(Type::body), colours.text2, page.kept.reason);
}

void draw_criterion(const CustomerPage& page, Column& body, const Criterion& criterion) {
    const Palette& colours = palette();
    const std::string words = in(language(), criterion.text);
    const CriterionScore* score = score_of(page.customer, criterion.id);
    const bool weak = std::find(page.kept.reading.weak_criteria.begin(), page.kept.reading.weak_criteria.end(), criterion.id) !=
                      page.kept.reading.weak_criteria.end();
    ImGui::PushID(criterion.id.c_str());
    const Font font = type(Type::body);
    const float mark = weak ? px(20) : 0;
    const float height = paragraph_height(font, words, body.area.width - mark);
    const Rect text = body.next(height, px(4));
    draw_paragraph({text.x + mark, text.y, text.width - mark, 0}, font, colours.text, words);
    if (weak)
        draw::draw_flag(*ImGui::GetWindowDrawList(), draw::FlagShape::warn, {text.x + px(7), text.y + line_height(font) / 2}, px(12),
                        colours.negative, colours.panel);
    Rect row = body.next(card_row_height(), px(score ? 6 : 10));
    const std::optional<int> now = score ? std::optional(score->score) : std::nullopt;
    if (const auto chosen = score_choice("score", cut_left(row, score_width(row.width), px(8)), words, now)) {
        page.put([&](Customer& customer) {
            const auto same = [&](const CriterionScore& one) { return one.criterion == criterion.id; };
            if (!*chosen) return void(std::erase_if(customer.ideal, same));
            const auto place = std::find_if(customer.ideal.begin(), customer.ideal.end(), same);
            CriterionScore& one = place == customer.ideal.end() ? customer.ideal.emplace_back() : *place;
            one.criterion = criterion.id, one.score = **chosen;
        });
    }
    if (score) {
        const float width = facts_button_width(score->evidence);
        if (row.width < width) row = body.next(card_row_height(), px(4));
        const auto facts = [&criterion](Customer& customer) {
            const auto place = std::find_if(customer.ideal.begin(), customer.ideal.end(),
                                            [&](const CriterionScore& one) { return one.criterion == criterion.id; });
            return place == customer.ideal.end() ? nullptr : &place->evidence;
        };
        if (draw_facts_button(page, {row.x, row.y, std::min(row.width, width), row.height}, criterion.id, words, score->evidence))
            draw_customer_facts(page, body, criterion.id, score->evidence, Phrase::criterion_fact, facts);
        body.y += px(4);
    }
    ImGui::PopID();
}

Satisfaction SatisfactionGaps::*aspect_field(SatisfactionAspect aspect) {
    static constexpr Satisfaction SatisfactionGaps::*fields[] = {&SatisfactionGaps::quick_response, &SatisfactionGaps::understands_business,
                                                                 &SatisfactionGaps::mobilises_resources, &SatisfactionGaps::trustworthy};
    return fields[static_cast<std::size_t>(aspect)];
}

void draw_aspect(const CustomerPage& page, Column& body, const SatisfactionGap& gap) {
    const Palette& colours = palette();
    const std::string name = aspect_word(gap.aspect);
    const Font bold = type(Type::body, Face::bold);
    ImGui::PushID(static_cast<int>(gap.aspect));
    const Rect head = body.next(px(24));
    const bool bad = gap.gap && *gap.gap < 0;
    const std::string value =
        gap.gap ? say(Phrase::satisfaction_gap, {{"gap", signed_whole(*gap.gap)}}) : std::string(say(Phrase::value_unknown));
    draw_text_in(head, bold, colours.text, name);
    draw_text_in(head, gap.gap ? bold : type(Type::body),
                 bad       ? colours.negative
                 : gap.gap ? colours.text2
                           : colours.text3,
                 value, Align::right);
    ui::reading("gap", head, name + say(Phrase::customer_colon) + value);
    const auto row = [&](std::string_view id, Phrase what, std::optional<int> Satisfaction::*field, std::optional<int> now) {
        const std::string words = say(what);
        Rect line = body.next(card_row_height(), px(4));
        const float wide = std::max(text_width(type(Type::caption), say(Phrase::satisfaction_expected)),
                                    text_width(type(Type::caption), say(Phrase::satisfaction_perceived))) +
                           px(8);
        draw_text_in(cut_left(line, wide), type(Type::caption), colours.text2, words);
        const auto chosen = score_choice(id, {line.x, line.y, score_width(line.width), line.height},
                                         say(Phrase::satisfaction_of, {{"aspect", name}, {"what", words}}), now);
        if (chosen) page.put([&](Customer& edited) { edited.satisfaction.*aspect_field(gap.aspect).*field = *chosen; });
    };
    row("expectation", Phrase::satisfaction_expected, &Satisfaction::expectation, gap.expectation);
    row("perception", Phrase::satisfaction_perceived, &Satisfaction::perception, gap.perception);
    body.y += px(6);
    ImGui::PopID();
}

}  // namespace

void draw_customer_score(const CustomerPage& page, Column& column) {
    CustomerCard card(page.frame, column, "ideal", say(Phrase::customer_ideal), "ideal_customer");
    Column& body = card.body;
    draw_fit_head(page, body);
    if (page.kept.reading.fit == CustomerClass::strained || !page.customer.strained_conditions.empty()) {
        FieldOptions options;
        options.several_lines = true, options.hint = say(Phrase::strained_hint);
        if (page.kept.reading.conditions_missing) options.error = say(Phrase::strained_missing);
        if (const auto typed = field_in_place(page, "conditions", body.next(field_height(options), px(10)),
                                              say(Phrase::strained_conditions), page.customer.strained_conditions, options))
            page.put([&](Customer& edited) { edited.strained_conditions = *typed; });
    }
    for (const Criterion& criterion : page.playbook.criteria) draw_criterion(page, body, criterion);
    Rect row = body.next(control_height());
    row.x -= px(16);  // its words stand below the others
    const std::string_view edit = say(Phrase::criteria_edit);
    if (button("criteria", cut_left(row, std::min(row.width, button_width(edit))), edit, ButtonKind::plain))
        page.frame.wish(EditCriteria{});
}

void draw_customer_satisfaction(const CustomerPage& page, Column& column) {
    CustomerCard card(page.frame, column, "satisfaction", say(Phrase::customer_satisfaction), "satisfaction");
    card.body.y += paragraph(card.body.next(0), type(Type::caption), palette().text2, say(Phrase::satisfaction_help)) + px(6);
    for (const SatisfactionGap& gap : page.kept.reading.satisfaction) draw_aspect(page, card.body, gap);
}

}  // namespace views
