// The map of people: nobody on top of anybody, everybody where their rating says.
#include "draw/people.h"
#include "draw_fixture.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace compass;

namespace {

Deal forty_people() {
    Deal deal;
    for (int i = 0; i < 40; ++i) {
        Person person;
        person.id = make_id(1, static_cast<std::uint64_t>(i + 1));
        person.name = "Person " + std::to_string(i), person.title = "Title";
        person.roles = {static_cast<compass::Role>(i % 9)};
        if (i % 6 != 0) person.support = (i * 7) % 11 - 5;
        person.influence = static_cast<Degree>(i % 3), person.participation = static_cast<Degree>(i % 2);
        deal.people.push_back(person);
    }
    return deal;
}

PeopleWeights weights() {
    PeopleWeights weights;
    weights.role = {3, 2, 1.5, 1}, weights.influence = {1, .6, .3}, weights.participation = {1, .7, .4};
    return weights;
}

draw::PeopleDrawing marks_of(const Deal& deal) {
    draw::PeopleDrawing drawing;
    for (const Person& person : deal.people) {
        draw::PersonMark mark;
        mark.name = person.name, mark.detail = person.title, mark.support = person.support, mark.badges[0] = "E";
        drawing.marks.push_back(mark);
    }
    return drawing;
}

void check_apart(const draw::PeopleDrawing& drawing) {
    for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
        for (std::size_t k = i + 1; k < drawing.marks.size(); ++k) {
            const draw::PersonMark &a = drawing.marks[i], &b = drawing.marks[k];
            CHECK_MESSAGE(std::hypot(a.centre.x - b.centre.x, a.centre.y - b.centre.y) >= a.radius + b.radius, i << " and " << k);
            const bool labels_meet = a.label.width > 0 && b.label.width > 0 && a.label.x < b.label.x + b.label.width &&
                                     b.label.x < a.label.x + a.label.width && a.label.y < b.label.y + b.label.height &&
                                     b.label.y < a.label.y + a.label.height;
            CHECK_MESSAGE(!labels_meet, i << " and " << k);
        }
    }
}

}  // namespace

TEST_CASE("forty people on the map stand apart, with names, each where the place means their rating") {
    for (const ImVec2 size : {ImVec2(830, 470), ImVec2(1300, 760), ImVec2(366, 860)}) {
        tests::Drawing frame(1366, 768, ui::Scheme::dark, size.x < 400 ? ui::Scale::phone : ui::Scale::normal);
        const Deal deal = forty_people();
        draw::PeopleDrawing drawing = marks_of(deal);
        draw::PeopleWords words;
        for (auto& band : words.bands) band = {"High"};
        draw::layout_people_map(drawing, deal, weights(), {20, 20, size.x, size.y}, words);
        check_apart(drawing);
        int named = 0;
        for (std::size_t i = 0; i < drawing.marks.size(); ++i) {
            const draw::PersonMark& mark = drawing.marks[i];
            named += mark.label.width > 0;
            const auto rating = draw::rating_at(drawing, mark.centre);
            REQUIRE(rating);
            CHECK(rating->support == deal.people[i].support);
            CHECK(rating->influence == deal.people[i].influence);
            CHECK(draw::hit_person(drawing, mark.centre) == static_cast<int>(i));
        }
        if (size.x > 400) CHECK(named >= 30);  // the rest is named under the pointer and in the table
        draw::draw_people(frame.list(), drawing, words, {.chosen = 3, .hovered = 4, .focused = 5});
        frame.finish_unseen();
    }
}

TEST_CASE("outside the map there is no rating, and a tree keeps its people apart") {
    tests::Drawing frame(1366, 768);
    Deal deal = forty_people();
    draw::PeopleDrawing drawing = marks_of(deal);
    draw::PeopleWords words;
    draw::layout_people_map(drawing, deal, weights(), {20, 20, 800, 500}, words);
    CHECK(!draw::rating_at(drawing, {10, 100}));
    CHECK(!draw::rating_at(drawing, {400, 519}));
    CHECK(!draw::rating_at(drawing, {400, 5}));
    for (std::size_t i = 1; i < deal.people.size(); ++i) {
        Link link;
        link.from = deal.people[i].id, link.to = deal.people[(i - 1) / 3].id;
        deal.links.push_back(link);
    }
    draw::layout_people_tree(drawing, deal, weights(), {20, 20, 1300, 700});
    check_apart(drawing);
    CHECK(!draw::rating_at(drawing, drawing.marks[0].centre));
    frame.finish_unseen();
}
