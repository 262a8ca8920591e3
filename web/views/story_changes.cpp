// What happened, and what changed between two days.
#include "model/words.h"
#include "reading/every_evidence.h"
#include "views/people_words.h"
#include "views/story_parts.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

std::string happening_word(HappeningKind kind) {
    static constexpr std::array phrases = {Phrase::story_position, Phrase::story_stage,  Phrase::story_objective, Phrase::story_fact,
                                           Phrase::story_support,  Phrase::story_review, Phrase::story_task,      Phrase::story_diary};
    static_assert(phrases.size() == happening_kind_count);
    return say(phrases[static_cast<std::size_t>(kind)]);
}

std::string happening_words(const Deal& deal, const Playbook& playbook, const Happening& one) {
    std::string words;
    if (one.position) words = position_words(*one.position);
    if (one.stage) words = funnel_words(playbook, *one.stage);
    if (one.kind == HappeningKind::support)
        words = say(Phrase::story_support_step, {{"person", person_name(deal, one.person)}, {"support", support_words(one.support)}});
    if (one.kind == HappeningKind::fact && one.person) words = person_name(deal, one.person);
    if (words.empty() || one.text.empty()) return words.empty() ? one.text : words;
    return say(Phrase::line_sentence, {{"kind", words}, {"words", one.text}});
}

namespace {

constexpr int trend_points = 60;

void keep_rows(KeptStory& kept, const Deal& deal, const Playbook& playbook, Date today) {
    kept.rows.clear(), kept.days.clear();
    for (const Happening& one : timeline_of(deal, today)) {
        kept.rows.push_back({one.date, happening_word(one.kind), happening_words(deal, playbook, one)});
        if (kept.days.empty() || kept.days.back() != one.date) kept.days.push_back(one.date);
    }
    std::reverse(kept.rows.begin(), kept.rows.end());
    kept.last = today;
    kept.first = kept.days.empty() ? today : kept.days.front();
}

void keep_trend(KeptStory& kept, const Deal& deal, const Customer* customer, const Playbook& playbook) {
    kept.trend.clear();
    const int days = kept.last - kept.first;
    const int points = std::min(trend_points, days);
    for (int i = 0; i <= points && points > 0; ++i) {
        const Date day = kept.first + days * i / points;
        if (const auto index = read_win_index(deal_on(deal, day), customer, playbook, day))
            kept.trend.push_back(static_cast<float>(index->index.value));
    }
}

StoryDay day_of(const Frame& frame, const Deal& deal, Date day) {
    StoryDay one{day, deal_on(deal, day), {}};
    one.reading = read_deal(one.deal, frame.customer_of(deal), frame.playbook, day);
    return one;
}

class Changes {
  public:
    explicit Changes(std::vector<StoryChange>& all) : all_(all) {}
    void add(std::string name, const std::string& before, const std::string& after, std::string difference = {}, int sign = 0) {
        if (before != after) all_.push_back({std::move(name), before + " \u2192 " + after, std::move(difference), sign});
    }
    void tell(std::string name, std::string words) { all_.push_back({std::move(name), std::move(words), {}, 0}); }

  private:
    std::vector<StoryChange>& all_;
};

int facts_of(const Deal& deal) {
    int count = 0;
    every_evidence(deal, [&](const Evidence&) { ++count; });
    return count;
}

void add_people(Changes& changes, const Deal& before, const Deal& after) {
    for (const Person& person : after.people) {
        const Person* was = find_person(before, person.id);
        if (!was) {
            changes.tell(say(Phrase::story_person), say(Phrase::story_joined, {{"person", person.name}}));
            continue;
        }
        const int difference = person.support && was->support ? *person.support - *was->support : 0;
        changes.add(person.name, support_words(was->support), support_words(person.support),
                    difference ? support_number(difference) : std::string{}, difference);
    }
}

void keep_changes(KeptStory& kept, const Playbook& playbook) {
    kept.changes.clear();
    Changes changes(kept.changes);
    const StoryDay &from = *kept.since, &to = *kept.shown;
    if (from.reading.index && to.reading.index) {
        const double before = from.reading.index->index.value, after = to.reading.index->index.value;
        changes.add(say(Phrase::win_index), percent(before), percent(after), points(after - before), after > before ? 1 : -1);
    }
    for (const Axis axis : all_axes) {
        const int before = level(from.deal.position.claimed, axis), after = level(to.deal.position.claimed, axis);
        changes.add(axis_word(axis), level_word(axis, before), level_word(axis, after), support_number(after - before), after - before);
    }
    changes.add(say(Phrase::story_stage), funnel_words(playbook, from.deal.funnel_stage), funnel_words(playbook, to.deal.funnel_stage));
    const auto amount = [](const Deal& deal) { return deal.objective.amount ? money(*deal.objective.amount) : std::string("?"); };
    changes.add(say(Phrase::story_amount), amount(from.deal), amount(to.deal));
    const auto signing = [](const Deal& deal) {
        return deal.objective.signing_date ? date_long(*deal.objective.signing_date) : std::string("?");
    };
    changes.add(say(Phrase::story_signing), signing(from.deal), signing(to.deal));
    add_people(changes, from.deal, to.deal);
    const int facts = facts_of(to.deal) - facts_of(from.deal);
    if (facts != 0) changes.tell(say(Phrase::story_facts_new), support_number(facts));
}

void keep_words(KeptStory& kept) {
    StoryWords& words = kept.words;
    static constexpr std::array questions = {Phrase::stage_intent_question, Phrase::stage_solution_question,
                                             Phrase::stage_commercial_question, Phrase::stage_closing_question};
    static constexpr std::array short_urgencies = {Phrase::urgency_later_short, Phrase::urgency_worked_in_short, Phrase::urgency_active,
                                                   Phrase::urgency_urgent};
    for (std::size_t i = 0; i < 4; ++i) {
        const int at = static_cast<int>(i);
        words.stage[i] = level_word(Axis::stage, at), words.competition[i] = level_word(Axis::competition, at);
        words.urgency[i] = level_word(Axis::urgency, at), words.urgency_short[i] = say(short_urgencies[i]);
        words.question[i] = say(questions[i]);
    }
    words.competition_axis = axis_word(Axis::competition), words.urgency_axis = axis_word(Axis::urgency);
    const StoryDay& day = *kept.shown;
    words.now_value = day.reading.index ? percent(day.reading.index->index.value) : std::string{};
    words.trail.clear();
    for (const TrailStep& step : day.deal.trail) words.trail.push_back(step.position);
    kept.sentence = say(Phrase::story_slider_value, {{"date", date_long(day.date)},
                                                     {"position", position_words(day.deal.position.claimed)},
                                                     {"index", day.reading.index ? index_sentence(*day.reading.index) : std::string{}}});
}

// A day to be compared with: the beginning and each day on which something happened.
void draw_since(Column& column, StoryState& state) {
    const KeptStory& kept = state.kept;
    const Rect row = column.next(control_height(), px(10));
    const std::string_view name = say(Phrase::story_since);
    const float width = text_width(type(Type::body), name) + px(12);
    draw_text_in({row.x, row.y, width, row.height}, type(Type::body), palette().text2, name);
    const std::string value = kept.since->date == kept.first ? std::string(say(Phrase::story_start)) : date_long(kept.since->date);
    const Rect field = {row.x + width, row.y, std::min(row.width - width, px(190)), row.height};
    value_button("since", field, name, value, "since-menu");
    if (!begin_menu("since-menu", name, {field.x, bottom(field) + px(2)}, px(200))) return;
    const auto fit = static_cast<std::size_t>(std::max(4.0f, ImGui::GetIO().DisplaySize.y / control_height() - 3));
    // As many as there is room for, the rest evenly left out.
    const std::size_t step = kept.days.size() / fit + 1;
    for (std::size_t i = 0; i < kept.days.size(); i += step) {
        const Date day = kept.days[i];
        const std::string words = day == kept.first ? std::string(say(Phrase::story_start)) : date_long(day);
        if (menu_item(format(day), words, false, kept.since->date == day)) state.since = day;
    }
    end_menu();
}

void draw_changes(Column& column, const KeptStory& kept) {
    const Palette& colours = palette();
    const Font font = type(Type::body), bold = type(Type::body, Face::bold);
    const std::string title = say(Phrase::story_changes, {{"from", date_short(kept.since->date)}, {"to", date_short(kept.shown->date)}});
    heading(column.next(section_height(), px(6)), type(Type::section), title, 2, colours.text);
    if (kept.changes.empty()) {
        column.y += paragraph(column.next(0), font, colours.text2, say(Phrase::story_nothing));
        return;
    }
    const Group list(ui::Role::list, "changes", title, {column.area.x, column.y, column.area.width, px(20)});
    const float names = px(language() == Language::zh ? 92 : 124);
    for (std::size_t i = 0; i < kept.changes.size(); ++i) {
        const StoryChange& change = kept.changes[i];
        const float number = change.difference.empty() ? 0 : text_width(bold, change.difference) + px(8);
        const float width = column.area.width - names - number, name_height = paragraph_height(font, change.name, names - px(8));
        const Rect row = column.next(std::max({name_height, paragraph_height(font, change.words, width), row_height()}), px(4));
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "change", "", row);
        ui::reading("words", row, change.name + ": " + change.words + (change.difference.empty() ? "" : " " + change.difference));
        ImGui::PopID();
        draw_paragraph({row.x, row.y, names - px(8), 0}, font, colours.text2, change.name);
        draw_paragraph({row.x + names, row.y, width, 0}, font, colours.text, change.words);
        if (number > 0)
            draw_text_in({right(row) - number, row.y, number, line_height(font)}, bold,
                         change.sign > 0 ? colours.positive : colours.negative, change.difference, Align::right);
    }
}

// Each leads to its day.
void draw_events(Column& column, StoryState& state) {
    const Palette& colours = palette();
    const KeptStory& kept = state.kept;
    const Font font = type(Type::body), small = type(Type::caption);
    heading(column.next(section_height(), px(6)), type(Type::section), say(Phrase::story_events), 2, colours.text);
    const Group list(ui::Role::list, "events", say(Phrase::story_events), {column.area.x, column.y, column.area.width, px(20)});
    const float dates = px(language() == Language::zh ? 84 : 76), width = column.area.width - dates;
    for (std::size_t i = 0; i < kept.rows.size(); ++i) {
        const StoryRow& event = kept.rows[i];
        const bool on = event.date == kept.shown->date, ahead = event.date > kept.shown->date;
        const float words = paragraph_height(font, event.words, width), kinds = line_height(small);
        const float least = scale() == Scale::phone ? control_height() : 0;
        const Rect row = column.next(std::max(words + kinds + px(6), least), px(4));
        ImGui::PushID(static_cast<int>(i));
        const Group item(ui::Role::listitem, "event", "", row);
        const Rect plate = {row.x - px(8), row.y, row.width + px(16), row.height};
        const std::string date = date_short(event.date);
        const Press press = ui::press("event", plate,
                                      {.name = date + " " + event.kind + say(Phrase::clause_separator) + event.words,
                                       .states = static_cast<std::uint32_t>(on ? state_current : state_none),
                                       .radius = 4});
        ImGui::PopID();
        if (on || press.hovered)
            ImGui::GetWindowDrawList()->AddRectFilled(top_left(plate), bottom_right(plate),
                                                      on ? colours.accent_soft : with_alpha(colours.line, 0.5f), px(4));
        draw_text_in({row.x, row.y + px(3), dates, kinds}, small, colours.text2, date);
        draw_text_in({row.x + dates, row.y + px(3), width, kinds}, small, colours.text3, event.kind);
        draw_paragraph({row.x + dates, row.y + px(3) + kinds, width, 0}, font, ahead ? colours.text3 : colours.text, event.words);
        if (press.pressed) state.day = event.date;
    }
}

}  // namespace

void keep_story(const Frame& frame, StoryState& state, const Box<Deal>& deal) {
    KeptStory& kept = state.kept;
    frame.readings.of(deal);
    const bool same = kept.deal && kept.deal->same(deal) && kept.readings == frame.readings.version() && kept.language == language();
    if (same && kept.asked_day == state.day && kept.asked_since == state.since) return;
    if (!same) {
        kept.deal = deal, kept.readings = frame.readings.version(), kept.language = language();
        keep_rows(kept, *deal, frame.playbook, frame.today);
        keep_trend(kept, *deal, frame.customer_of(*deal), frame.playbook);
    }
    kept.asked_day = state.day, kept.asked_since = state.since;
    const Date day = std::clamp(state.day.value_or(kept.last), kept.first, kept.last);
    kept.shown = day_of(frame, *deal, day);
    kept.since = day_of(frame, *deal, std::clamp(state.since.value_or(kept.first), kept.first, kept.last));
    keep_changes(kept, frame.playbook);
    keep_words(kept);
}

float draw_story_panel(StoryState& state, const Rect& area) {
    const float padding = px(scale() == Scale::phone ? 16 : 20);
    Column column{{area.x + padding, area.y, area.width - 2 * padding, area.height}, area.y + px(16)};
    if (state.kept.days.empty()) {
        column.y += paragraph(column.next(0), type(Type::body), palette().text2, say(Phrase::story_none));
        return column.y + px(20) - area.y;
    }
    draw_since(column, state);
    draw_changes(column, state.kept);
    column.divide(padding);
    draw_events(column, state);
    return column.y + px(20) - area.y;
}

}  // namespace views
