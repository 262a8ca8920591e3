#include "views/pictures.h"

#include "draw/picture.h"
#include "draw/strokes.h"
#include "views/compass_parts.h"
#include "views/deal_header.h"
#include "views/deal_words.h"
#include "views/people_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr float picture_width = 1200, picture_edge = 28;

// Title and what stands under it; returns what is left for the drawing.
Rect picture_head(ImDrawList& list, Rect area, std::string_view title, std::string_view below) {
    const Palette& colours = palette();
    area = inset(area, px(picture_edge), px(20));
    const Rect first = cut_top(area, px(30)), second = cut_top(area, px(22), px(8));
    draw::text(list, type(Type::title), {first.x, centre(first).y}, 0, 0.5f, colours.text, title);
    draw::text(list, type(Type::body), {second.x, centre(second).y}, 0, 0.5f, colours.text2, below);
    return area;
}

Rect whole_picture(float width, float height) { return {0, 0, width * unit(), height * unit()}; }

void draw_positions(const Frame& frame, ImDrawList& list, const CompassState& state, const Box<Deal>& deal, const Rect& area) {
    CompassState shown;
    shown.show_field = state.show_field, shown.show_trail = state.show_trail, shown.show_projection = state.show_projection;
    shown.slice = state.slice;
    SceneText text;
    const draw::PositionScene scene = scene_of(shown, *deal, frame.readings.of(deal), text);
    if (state.flat)
        draw::draw_boards(list, draw::layout_boards(area, unit(), scene.words), scene);
    else
        draw::draw_lattice(list, draw::layout_lattice(area, state.camera, unit()), scene);
}

struct FunnelColumn {
    std::string name;
    std::array<std::string, funnel_stage_count> cells;
    std::string total;
    bool strong = false;
};

}  // namespace

std::string compass_picture(const Frame& frame, const CompassState& state, const Box<Deal>& deal) {
    const float height = state.flat ? 560 : 780;
    draw::Picture picture(picture_width, height);
    const std::string title = deal_title(frame, *deal);
    std::string below = position_words(deal->position.claimed);
    if (const DealReading& reading = frame.readings.of(deal); reading.index) below += " \u00B7 " + index_sentence(*reading.index);
    below += " \u00B7 " + date_long(frame.today);
    draw_positions(frame, picture.list(), state, deal, picture_head(picture.list(), whole_picture(picture_width, height), title, below));
    return picture.svg(say(Phrase::picture_compass, {{"deal", title}, {"date", date_long(frame.today)}}), "compass");
}

std::string compass_on_page(const Frame& frame, const CompassState& state, const Box<Deal>& deal) {
    constexpr float width = 700;
    const float height = state.flat ? 340 : 430;
    draw::Picture picture(width, height);
    draw_positions(frame, picture.list(), state, deal, whole_picture(width, height));
    const std::string title = deal_title(frame, *deal);
    return picture.svg(say(Phrase::picture_compass, {{"deal", title}, {"date", date_long(frame.today)}}), "compass");
}

std::string people_picture(const Frame& frame, PeopleView view, const Box<Deal>& deal) {
    constexpr float height = 800;
    draw::Picture picture(picture_width, height);
    const std::string title = deal_title(frame, *deal);
    const Rect area = picture_head(picture.list(), whole_picture(picture_width, height), title,
                                   std::string(say(Phrase::part_people)) + " \u00B7 " + date_long(frame.today));
    draw_people_alone(frame, picture.list(), view, deal, area);
    return picture.svg(say(Phrase::picture_people, {{"deal", title}, {"date", date_long(frame.today)}}), "people");
}

std::string funnel_picture(const Frame& frame, const Portfolio& portfolio) {
    const Palette& colours = palette();
    constexpr float height = 440;
    const MoneyUnit money = money_unit(portfolio);
    draw::Picture picture(picture_width, height);
    ImDrawList& list = picture.list();
    const std::string title = say(Phrase::picture_funnel, {{"date", date_long(frame.today)}});
    Rect area = picture_head(list, whole_picture(picture_width, height), title, say(Phrase::funnel_unit, {{"unit", money.name}}));

    std::array<FunnelColumn, 7> columns;
    constexpr std::array<Phrase, 7> names = {Phrase::funnel_count,   Phrase::column_amount,     Phrase::funnel_weighted,
                                             Phrase::funnel_compass, Phrase::funnel_conversion, Phrase::funnel_median_days,
                                             Phrase::funnel_stuck};
    const StageSum& all = portfolio.all;
    for (std::size_t i = 0; i < columns.size(); ++i) columns[i].name = say(names[i]);
    for (std::size_t at = 0; at < portfolio.stages.size(); ++at) {
        const StageSum& stage = portfolio.stages[at];
        columns[0].cells[at] = whole(stage.count), columns[1].cells[at] = amount_in(money, stage.amount);
        columns[2].cells[at] = amount_in(money, stage.weighted), columns[3].cells[at] = amount_in(money, stage.compass);
        columns[4].cells[at] = stage.conversion ? percent(*stage.conversion) : "\u2014";
        columns[5].cells[at] = stage.median_days ? whole(std::llround(*stage.median_days)) : "\u2014";
        columns[6].cells[at] = whole(stage.stuck);
    }
    columns[0].total = whole(all.count), columns[1].total = amount_in(money, all.amount);
    columns[2].total = amount_in(money, all.weighted), columns[3].total = amount_in(money, all.compass);
    columns[3].strong = true;

    const Font small = type(Type::caption), body = type(Type::body), bold = type(Type::body, Face::bold);
    std::array<float, 7> ends;
    float end = right(area);
    const auto place = [&](std::size_t i) {
        float width = text_width(small, columns[i].name) + (i <= 3 ? px(18) : 0);
        for (const std::string& cell : columns[i].cells) width = std::max(width, text_width(bold, cell));
        ends[i] = end, end -= std::max(width, text_width(bold, columns[i].total)) + px(22);
    };
    for (std::size_t i = columns.size(); i-- > 1;) place(i);
    const float bar_end = end;
    float name_width = 0;
    for (const FunnelStageText& stage : frame.playbook.funnel)
        name_width = std::max(name_width, text_width(body, funnel_words(frame.playbook, stage.stage)));
    end = area.x + name_width + px(22) + std::max(text_width(small, columns[0].name), px(24));
    ends[0] = end;
    const float bar_start = end + px(22);

    const Rect header = cut_top(area, px(30));
    for (std::size_t i = 0; i < columns.size(); ++i)
        draw::text(list, small, {ends[i], centre(header).y}, 1, 0.5f, colours.text3, columns[i].name);
    // What in the bars is which: marks before the names, as on the screen.
    constexpr std::array<void (*)(ImDrawList&, const Rect&), 3> marks = {draw::legend_amount, draw::legend_fill, draw::legend_tick};
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const float name_start = ends[i + 1] - text_width(small, columns[i + 1].name);
        marks[i](list, {name_start - px(18), header.y, px(15), header.height});
    }
    const auto line = [&](float y) { list.AddRectFilled({area.x, y}, {right(area), y + line_px(1)}, colours.line); };
    line(bottom(header));
    for (std::size_t at = 0; at < portfolio.stages.size(); ++at) {
        const StageSum& stage = portfolio.stages[at];
        const Rect row = cut_top(area, px(36));
        const float y = centre(row).y;
        draw::text(list, body, {row.x, y}, 0, 0.5f, colours.text, funnel_words(frame.playbook, static_cast<FunnelStage>(at)));
        const double most = std::max(1.0, portfolio.largest_stage);
        const auto part = [&](double amount) { return static_cast<float>(amount / most); };
        draw::funnel_bar(list, {bar_start, y - px(10), bar_end - bar_start, px(20)}, part(stage.amount), part(stage.weighted),
                         part(stage.compass));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool stuck = i == 6 && stage.stuck > 0;
            draw::text(list, columns[i].strong || stuck ? bold : body, {ends[i], y}, 1, 0.5f, stuck ? colours.negative : colours.text,
                       columns[i].cells[at]);
        }
    }
    line(area.y);
    const Rect total = cut_top(area, px(36));
    draw::text(list, bold, {total.x, centre(total).y}, 0, 0.5f, colours.text, say(Phrase::funnel_total));
    for (std::size_t i = 0; i < columns.size(); ++i)
        draw::text(list, bold, {ends[i], centre(total).y}, 1, 0.5f, colours.text, columns[i].total);
    return picture.svg(title, "funnel");
}

}  // namespace views
