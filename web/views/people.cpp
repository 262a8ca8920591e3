#include "views/people.h"

#include "views/deal_header.h"
#include "views/people_parts.h"
#include "views/people_words.h"

#include <algorithm>
#include <utility>

namespace views {

using namespace compass;
using namespace ui;

namespace {

void begin_with(PeopleState& state, const Id& deal) {
    PeopleState fresh;
    fresh.deal = deal, fresh.view = state.view, fresh.lines = state.lines, fresh.way = state.way;
    fresh.drafts = std::move(state.drafts), fresh.facts = std::move(state.facts);
    fresh.kept.made = state.kept.made;
    state = std::move(fresh);
}

// Whoever decides and is not covered; nobody where they are.
Id uncovered_decider(const Deal& deal, const std::vector<bool>& covered) {
    for (const compass::Role role : {compass::Role::economic_final, compass::Role::economic_proposing}) {
        for (std::size_t i = 0; i < deal.people.size(); ++i)
            if (!covered[i] && has_role(deal.people[i], role)) return deal.people[i].id;
    }
    return {};
}

void drop_what_is_gone(PeopleState& state, const Box<Deal>& deal) {
    if (state.chosen && !find_person(*deal, state.chosen)) state.chosen = {}, state.panel = PeoplePanel::person;
    if (state.trial && !state.trial->from.same(deal)) state.trial.reset(), state.trying = false;
    const auto gone = [&](const Id& person) { return person && !find_person(*deal, person); };
    std::erase_if(state.drafts, [&](const PersonDraft& draft) { return gone(draft.person.id) && !draft.holds_work(); });
    std::erase_if(state.facts, [&](const PersonFactDraft& draft) { return gone(draft.person) && !draft.holds_work(); });
}

void leave_on_escape_of(const Frame& frame, PeopleState& state) {
    const bool nothing_open = state.dragged < 0 && !state.trial && state.panel == PeoplePanel::person && !state.chosen;
    if (frame.dialog_open || nothing_open || !take_escape()) return;
    if (state.dragged >= 0)
        state.dragged = -2;  // the pointer is still down: nothing begins again until it is up
    else if (state.trial)
        state.trial.reset(), state.trying = false;
    else if (state.panel != PeoplePanel::person)
        state.panel = PeoplePanel::person;
    else
        state.chosen = {};
}

void draw_own_buttons(const Frame& frame, PeopleState& state, const Deal& deal, Rect area) {
    if (state.trial) {
        const Rect drop = cut_left(area, std::round(area.width * 0.45f), px(8));
        if (button("drop", drop, say(Phrase::drop))) state.trial.reset(), state.trying = false;
        if (button("keep", area, say(Phrase::keep), ButtonKind::primary)) {
            frame.act(state.trial->rating);
            state.trying = false;
        }
        return;
    }
    if (button("add-person", area, say(Phrase::person_add), deal.people.empty() ? ButtonKind::secondary : ButtonKind::primary))
        state.panel = PeoplePanel::add, state.first_frame = true, state.added.clear();
}

float draw_panel(const Frame& frame, PeopleState& state, const Box<Deal>& deal, const Rect& area) {
    switch (state.panel) {
        case PeoplePanel::add: return draw_person_line(frame, state, *deal, area);
        case PeoplePanel::edit: return draw_person_form(frame, state, *deal, area);
        case PeoplePanel::person: break;
    }
    return draw_people_inspector(frame, state, deal, area);
}

std::string panel_name(const PeopleState& state) {
    return state.panel == PeoplePanel::add ? "add" : (state.panel == PeoplePanel::edit ? "edit" : "person") + format(state.chosen);
}

// On a phone, where it is a part of what scrolls: the more people, the higher.
float canvas_height(const PeopleState& state, const Deal& deal) {
    if (deal.people.empty()) return px(260);
    const auto people = static_cast<float>(deal.people.size());
    if (state.view == PeopleView::table) return px(170) + (people + 1) * control_height();
    return px(520) + std::max(0.0f, people - 12) * px(12);
}

void draw_phone(Frame& frame, PeopleState& state, const Box<Deal>& deal, Rect area) {
    const bool lies = is_lying(area);
    const float buttons = state.trial ? px(200) : button_width(say(Phrase::person_add));
    const PhoneHeader header =
        draw_phone_header(frame, state.renaming, deal, Screen::people, cut_top(area, phone_header_height(lies)), lies ? buttons : 0);
    if (header.back && state.panel != PeoplePanel::person)
        state.panel = PeoplePanel::person;
    else if (header.back)
        frame.wish(GoToDeals{});
    if (lies)
        draw_own_buttons(frame, state, *deal, header.buttons);
    else {
        const Rect bar = cut_bottom(area, px(68));
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(bar), bottom_right(bar), palette().panel);
        hairline(top_left(bar), {right(bar), bar.y}, palette().line);
        draw_own_buttons(frame, state, *deal, inset(bar, px(16), px(12)));
    }
    if (lies) {
        const Rect map = cut_left(area, std::round(area.width * 0.55f));
        const Rect view = begin_scroll("people-part", map);
        const float height = std::max(map.height, canvas_height(state, *deal));
        draw_people_canvas(frame, state, deal, {view.x, view.y, view.width, height});
        end_scroll(height);
        hairline({right(map), map.y}, {right(map), bottom(map)}, palette().line);
    }
    const Rect view = begin_scroll(state.panel == PeoplePanel::person ? "phone" : panel_name(state), area);
    float y = view.y;
    if (!lies && state.panel == PeoplePanel::person) {
        const float height = canvas_height(state, *deal);
        draw_people_canvas(frame, state, deal, {view.x, y, view.width, height});
        y += height;
        hairline({view.x, y}, {right(view), y}, palette().line);
    }
    if (std::exchange(state.to_panel, false) && !lies) scroll_to(y - view.y, area.height);
    y += draw_panel(frame, state, deal, {view.x, y, view.width, area.height});
    end_scroll(y - view.y);
}

}  // namespace

void keep_people(const Frame& frame, PeopleState& state, const Box<Deal>& deal) {
    KeptPeople& kept = state.kept;
    frame.readings.of(deal);
    const bool same = kept.deal && kept.deal->same(deal) && kept.readings == frame.readings.version() && kept.language == language();
    if (same && kept.chosen == state.chosen) return;
    const PeopleWeights& weights = frame.playbook.people;
    ++kept.made;
    if (!same) {
        kept.deal = deal, kept.readings = frame.readings.version(), kept.language = language();
        kept.people = read_people(*deal, weights, frame.today);
        kept.covered.clear(), kept.sentences.clear(), kept.links.clear();
        for (const Person& person : deal->people) {
            kept.covered.push_back(is_covered(person, weights, frame.today));
            kept.sentences.push_back(person_sentence(person, kept.covered.back(), frame.today));
            kept.links.push_back(links_sentence(*deal, person));
        }
        kept.steps = next_best_steps(*deal, frame.customer_of(*deal), frame.playbook, frame.today);
        std::erase_if(kept.steps, [](const NextStep& step) { return !step.person; });
        state.words = map_words();
    }
    kept.chosen = state.chosen;
    kept.target = state.chosen;
    kept.way = introduction_to(kept.target, *deal, weights, frame.today);
    if (!kept.way.empty()) return;
    const Id decider = uncovered_decider(*deal, kept.covered);
    const std::vector<IntroductionStep> way = introduction_to(decider, *deal, weights, frame.today);
    // Beside somebody else only where they are on it: what is not about them would distract.
    const bool about =
        !state.chosen || std::any_of(way.begin(), way.end(), [&](const IntroductionStep& step) { return step.person == state.chosen; });
    if (about) kept.target = decider, kept.way = way;
}

bool PeopleState::holds_work() const {
    return !line.empty() || renaming.deal ||
           std::any_of(drafts.begin(), drafts.end(), [](const PersonDraft& draft) { return draft.holds_work(); }) ||
           std::any_of(facts.begin(), facts.end(), [](const PersonFactDraft& draft) { return draft.holds_work(); });
}

bool is_shown(const PeopleState& state, const Deal& deal, std::size_t at) {
    const Person& person = deal.people[at];
    const bool has_type = std::any_of(person.roles.begin(), person.roles.end(),
                                      [&](compass::Role role) { return state.role && type_of(role) == *state.role; });
    return (!state.role || has_type) && (!state.covered || state.kept.covered[at] == *state.covered);
}

void choose(PeopleState& state, const Id& person) {
    if (state.chosen != person) state.writing_fact = false, state.new_link.reset(), state.to_panel = static_cast<bool>(person);
    state.chosen = person;
    state.panel = PeoplePanel::person;
}

void open_person(PeopleState& state, const Id& deal, const Id& person, bool fact) {
    if (state.deal != deal) begin_with(state, deal);
    choose(state, person);
    if (fact) state.writing_fact = state.to_fact = state.first_frame = true;
}

void rate(const Frame& frame, PeopleState& state, const Box<Deal>& deal, const RatePerson& rating) {
    if (!state.trying) return frame.act(rating);
    Deal copy = *deal;
    for (Person& person : copy.people) {
        if (person.id != rating.person) continue;
        person.support = rating.support, person.influence = rating.influence, person.attitude = rating.attitude;
    }
    if (copy == *deal) return state.trial.reset();
    const Customer* customer = frame.customer_of(*deal);
    state.trial = PersonTrial{rating, deal, copy, read_deal(copy, customer, frame.playbook, frame.today)};
}

void draw_people_screen(Frame& frame, PeopleState& state, const Box<Deal>& deal, Rect area) {
    if (state.deal != deal->id) begin_with(state, deal->id);
    drop_what_is_gone(state, deal);
    keep_people(frame, state, shown_deal(state, deal));
    if (scale() == Scale::phone) {
        draw_phone(frame, state, deal, area);
        return leave_on_escape_of(frame, state);
    }
    const float own =
        state.trial ? button_width(say(Phrase::drop)) + button_width(say(Phrase::keep)) + px(8) : button_width(say(Phrase::person_add));
    if (!frame.presents) {
        const DealReading* tried = state.trial ? &state.trial->reading : nullptr;
        const DealHeader header(frame, deal, Screen::people, cut_top(area, deal_header_height()), tried, own);
        draw_own_buttons(frame, state, *deal, header.buttons);
    }
    const Rect side = cut_right(area, px(language() == Language::zh ? 384 : 404));
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(side), bottom_right(side), palette().panel);
    hairline({side.x, side.y}, {side.x, bottom(side)}, palette().line);
    draw_people_canvas(frame, state, deal, area);
    const Group inspector(ui::Role::complementary, "inspector", say(Phrase::person_panel), side);
    const Rect column = begin_scroll(panel_name(state), {side.x + line_px(1), side.y, side.width - line_px(1), side.height});
    end_scroll(draw_panel(frame, state, deal, column));
    leave_on_escape_of(frame, state);
}

}  // namespace views
