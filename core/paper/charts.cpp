#include "paper/charts.h"

#include "model/words.h"
#include "paper/html.h"
#include "paper/words.h"

#include <algorithm>
#include <cmath>

namespace compass::paper {
namespace {

class Drawing {
  public:
    Drawing(double width, double height, std::string_view title) {
        html_.markup("<svg role=\"img\" class=\"chart\" width=\"" + decimal(width) + "\" height=\"" + decimal(height) +
                     "\" viewBox=\"0 0 " + decimal(width) + ' ' + decimal(height) + "\">");
        html_.element("title", title);
    }

    void box(double x, double y, double width, double height, std::string_view kind) {
        html_.markup("<rect x=\"" + decimal(x) + "\" y=\"" + decimal(y) + "\" width=\"" + decimal(std::max(0.0, width)) + "\" height=\"" +
                     decimal(height) + "\" rx=\"2\" class=\"" + std::string(kind) + "\"/>");
    }
    void line(double x1, double y1, double x2, double y2, std::string_view kind) {
        html_.markup("<line x1=\"" + decimal(x1) + "\" y1=\"" + decimal(y1) + "\" x2=\"" + decimal(x2) + "\" y2=\"" + decimal(y2) +
                     "\" class=\"" + std::string(kind) + "\"/>");
    }
    void dot(double x, double y, double radius, std::string_view kind) {
        html_.markup("<circle cx=\"" + decimal(x) + "\" cy=\"" + decimal(y) + "\" r=\"" + decimal(radius) + "\" class=\"" +
                     std::string(kind) + "\"/>");
    }
    // `anchor`: start, middle or end.
    void words(double x, double y, std::string_view text, std::string_view anchor = "start") {
        html_.element("text", text, "x=\"" + decimal(x) + "\" y=\"" + decimal(y) + "\" text-anchor=\"" + std::string(anchor) + '"');
    }
    std::string done() { return html_.markup("</svg>").page(); }

  private:
    Html html_;
};

constexpr double row_height = 22, label_width = 250, plot_width = 400;

bool is_empty(const QuarterForecast& quarter) { return quarter.deals.empty() && quarter.won == 0; }

std::string signed_number(double value) { return (value > 0 ? "+" : "\u2212") + decimal(std::abs(value)); }

}  // namespace

std::string position_drawing(const DealReading& reading, Language language) {
    constexpr double left = 110, cell_width = 110, cell_height = 34, gap = 4;
    Drawing drawing(left + level_count * cell_width, axis_count * (cell_height + gap),
                    say(language, "paper_position") + ": " + position_words(reading.position, language));
    const bool moves = !reading.navigation.moves.empty() && reading.navigation.moves.front().move != Move::hold;
    for (const Axis axis : all_axes) {
        const double top = static_cast<int>(axis) * (cell_height + gap);
        drawing.words(0, top + cell_height / 2 + 4, say(language, std::string("axis_") + name_of(axis)));
        for (int at = 0; at < level_count; ++at) {
            const double x = left + at * cell_width;
            const bool here = level(reading.position, axis) == at;
            drawing.box(x, top, cell_width - gap, cell_height, here ? "here" : "cell");
            drawing.words(x + (cell_width - gap) / 2, top + cell_height / 2 + 4, level_words(axis, at, language), "middle");
            if (reading.axes[static_cast<std::size_t>(axis)].evidenced == at) drawing.dot(x + 9, top + 9, 4, "evidenced");
        }
        if (!moves || axis_of(reading.navigation.moves.front().move) != axis) continue;
        const double to = left + level(reading.navigation.moves.front().to, axis) * cell_width;
        drawing.box(to + 1.5, top + 1.5, cell_width - gap - 3, cell_height - 3, "aim");
    }
    return drawing.done();
}

std::string band_drawing(const WinIndex& index, Language language) {
    constexpr double width = 400, top = 4, height = 14;
    Drawing drawing(width + 20, top + height + 20,
                    say(language, "index_sentence", {{"index", percent(index.index)}, {"band", percent_range(index.band)}}));
    const auto at = [](Probability chance) { return 10 + chance.value * width; };
    drawing.box(10, top, width, height, "cell");
    drawing.box(at(index.band.low), top, at(index.band.high) - at(index.band.low), height, "band");
    drawing.line(at(index.index), top - 3, at(index.index), top + height + 3, "mark");
    for (const int tenths : {0, 25, 50, 75, 100})
        drawing.words(10 + tenths * width / 100, top + height + 15, std::to_string(tenths), "middle");
    return drawing.done();
}

std::string terms_drawing(const Side& side, const Playbook& playbook, Language language) {
    std::vector<const Term*> terms;
    double most = 0;
    for (const Term& term : side.terms) {
        if (term.contribution.value == 0) continue;
        terms.push_back(&term);
        most = std::max(most, std::abs(term.contribution.value));
    }
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term* a, const Term* b) { return std::abs(a->contribution.value) > std::abs(b->contribution.value); });
    const double middle = label_width + plot_width / 2, scale = most > 0 ? (plot_width / 2 - 45) / most : 0;
    Drawing drawing(label_width + plot_width, std::max(1.0, static_cast<double>(terms.size())) * row_height, say(language, "why_unit"));
    double top = 0;
    for (const Term* term : terms) {
        const double value = term->contribution.value, length = std::abs(value) * scale;
        drawing.words(0, top + 15, term_words(*term, playbook, language));
        drawing.box(value > 0 ? middle : middle - length, top + 4, length, row_height - 8, value > 0 ? "helps" : "hurts");
        drawing.words(value > 0 ? middle + length + 4 : middle - length - 4, top + 15, signed_number(value), value > 0 ? "start" : "end");
        top += row_height;
    }
    drawing.line(middle, 0, middle, std::max(top, row_height), "axis");
    return drawing.done();
}

std::string quarters_drawing(const Forecast& forecast, Language language) {
    double most = 1, height = 0;
    for (const QuarterForecast& quarter : forecast.quarters) {
        most = std::max({most, quarter.won + quarter.weighted, quarter.p90});
        height += is_empty(quarter) ? row_height : 3 * row_height;
    }
    constexpr double left = 80;
    const double scale = (plot_width + label_width - left - 130) / most;
    Drawing drawing(label_width + plot_width, height, say(language, "paper_forecast", {{"currency", forecast.currency.text()}}));
    double top = 0;
    for (const QuarterForecast& quarter : forecast.quarters) {
        drawing.words(0, top + 15, std::to_string(quarter.quarter.year) + "-Q" + std::to_string(quarter.quarter.number));
        if (is_empty(quarter)) {
            drawing.words(left, top + 15, "\u2013");
            top += row_height;
            continue;
        }
        const auto bar = [&](double row, double amount, std::string_view kind) {
            const double y = top + row * row_height;
            drawing.box(left, y + 4, quarter.won * scale, row_height - 8, "won");
            drawing.box(left + quarter.won * scale, y + 4, amount * scale, row_height - 8, kind);
            drawing.words(left + (quarter.won + amount) * scale + 6, y + 15, money_words(quarter.won + amount, forecast.currency));
        };
        bar(0, quarter.weighted, "weighted");
        bar(1, quarter.compass, "band");
        const double y = top + 2 * row_height + 7;
        drawing.line(left + quarter.p10 * scale, y, left + quarter.p90 * scale, y, "mark");
        drawing.dot(left + quarter.p50 * scale, y, 4, "evidenced");
        top += 3 * row_height;
    }
    return drawing.done();
}

}  // namespace compass::paper
