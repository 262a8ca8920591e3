// The people of a deal on their screen: what the map is laid out to for the cases that come with the program.
#include "views/people.h"

#include "stage.h"

#include <doctest/doctest.h>

#include <string>

using namespace compass;
using namespace ui;

namespace {

class PeopleScreen : public tests::ScreenStage {
  public:
    PeopleScreen(const std::string& file, Language words, float width, float height)
        : ScreenStage(tests::read_case(file), {.width = width, .height = height, .language = words}) {
        frames();
    }

    views::PeopleState state;

  private:
    void draw_screen(views::Frame& frame, ui::Rect area) override {
        views::draw_people_screen(frame, state, workspace().deals.front(), area);
    }
};

bool on(const ui::Rect& a, const ui::Rect& b) {
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

}  // namespace

TEST_CASE("no name stands on a sign or on a number of the way, in any case, either language and either view") {
    for (const std::string number : {"1", "2", "3"})
        for (const Language words : {Language::zh, Language::en})
            for (const ImVec2 size : {ImVec2(1366, 768), ImVec2(1920, 1080), ImVec2(390, 844)})
                for (const views::PeopleView view : {views::PeopleView::map, views::PeopleView::tree}) {
                    PeopleScreen screen(number + (words == Language::zh ? ".zh.json" : ".en.json"), words, size.x, size.y);
                    screen.state.view = view;
                    screen.frames();
                    const draw::PeopleDrawing& drawing = screen.state.drawing;
                    CAPTURE(number);
                    CAPTURE(size.x);
                    CAPTURE(static_cast<int>(words));
                    CAPTURE(static_cast<int>(view));
                    REQUIRE(!drawing.marks.empty());
                    std::size_t named = 0;
                    for (const draw::PersonMark& mark : drawing.marks) {
                        named += mark.label.width > 0;
                        if (mark.label.width == 0) continue;
                        for (const draw::PersonMark& other : drawing.marks)
                            for (const ui::Rect& sign : draw::signs_of(other)) CHECK_MESSAGE(!on(mark.label, sign), mark.name);
                        for (const draw::PathLeg& leg : drawing.legs) CHECK_MESSAGE(!on(mark.label, draw::number_place(leg)), mark.name);
                    }
                    CHECK(drawing.legs.size() + 1 >= drawing.path.size());
                    if (size.x > 900) CHECK(named == drawing.marks.size());
                }
}
