// The relationship house: what of it stands, and its checklists to tick.
#include "draw/house.h"
#include "draw/strokes.h"
#include "views/customers_parts.h"

#include <algorithm>
#include <cmath>

namespace views {

using namespace compass;
using namespace ui;

namespace {

const HouseItem* entry_of(const Customer& customer, const std::string& item) {
    const auto found = std::find_if(customer.house.begin(), customer.house.end(), [&](const HouseItem& one) { return one.item == item; });
    return found == customer.house.end() ? nullptr : &*found;
}

draw::Brick brick_of(const Customer& customer, const std::string& item) {
    const HouseItem* entry = entry_of(customer, item);
    return !entry ? draw::Brick::unknown : entry->met ? draw::Brick::met : draw::Brick::missing;
}

const HouseReading* layer_of(const CustomerReading& reading, HouseLayer layer) {
    const auto found =
        std::find_if(reading.house.begin(), reading.house.end(), [&](const HouseReading& one) { return one.layer == layer; });
    return found == reading.house.end() ? nullptr : &*found;
}

// "60", or that nobody has looked yet.
std::string layer_score(const HouseReading& layer) {
    return layer.not_looked_at == layer.items ? std::string("?") : whole(std::lround(layer.score()));
}

std::string layer_sentence(const HouseReading& layer) {
    return say(Phrase::house_sentence,
               {{"layer", say_named("house_", name_of(layer.layer))},
                {"score", layer.not_looked_at == layer.items ? std::string(say(Phrase::value_unknown)) : layer_score(layer)},
                {"met", whole(layer.met)},
                {"items", whole(layer.items)},
                {"unknown", whole(layer.not_looked_at)}});
}

// The house, and beside each part what it is and how much of it stands.
void draw_house_picture(const CustomerPage& page, Column& body) {
    const Palette& colours = palette();
    draw::HouseScene scene;
    scene.has_roof = page.customer.strategic;
    for (const HouseItemText& item : page.playbook.practice.house) {
        std::vector<draw::Brick>& part = item.layer == HouseLayer::key       ? scene.pillars
                                         : item.layer == HouseLayer::general ? scene.foundation
                                                                             : scene.roof;
        part.push_back(brick_of(page.customer, item.id));
    }
    Rect row = body.next(px(168), px(12));
    Rect picture = row;
    const Font name = type(Type::caption), number = type(Type::title);
    float beside = 0;
    for (const char* layer : WordsOf<HouseLayer>::words) beside = std::max(beside, text_width(name, say_named("house_", layer)));
    const Rect words = cut_right(picture, std::min(beside + px(4), row.width * 0.42f), px(14));
    draw::draw_house(*ImGui::GetWindowDrawList(), scene, picture);
    const draw::HousePlaces places = draw::house_places(picture);
    const auto told = [&](HouseLayer layer, const Rect& part) {
        const HouseReading* reading = layer_of(page.kept.reading, layer);
        const Rect place = middle({words.x, part.y, words.width, part.height}, px(40));
        draw_text_in({place.x, place.y, place.width, px(18)}, name, colours.text2, say_named("house_", name_of(layer)));
        const std::string value = reading ? layer_score(*reading) : std::string("\u2014");
        draw_text_in({place.x, place.y + px(18), place.width, px(22)}, number, value == "?" || !reading ? colours.text3 : colours.text,
                     value);
        ui::reading(name_of(layer), {row.x, part.y, row.width, part.height},
                    reading ? layer_sentence(*reading) : say(Phrase::house_no_roof));
    };
    told(HouseLayer::organisational, places.roof), told(HouseLayer::key, places.pillars), told(HouseLayer::general, places.foundation);
}

// Pressed again and again: there, not there, not looked at. One with facts has been looked at; it is never thrown away with them.
void press_house_item(const CustomerPage& page, const std::string& item) {
    page.put([&](Customer& customer) {
        const auto place =
            std::find_if(customer.house.begin(), customer.house.end(), [&](const HouseItem& one) { return one.item == item; });
        if (place == customer.house.end())
            customer.house.push_back({item, true, {}, {}});
        else if (place->met || !place->evidence.empty())
            place->met = !place->met;
        else
            customer.house.erase(place);
    });
}

// What an item that was looked at rests on.
void draw_house_facts(const CustomerPage& page, Column& body, const std::string& item, const std::string& words) {
    const HouseItem* entry = entry_of(page.customer, item);
    if (!entry) return;
    ImGui::PushID(item.c_str());
    const Rect row = body.next(card_row_height(), px(4));
    const float indent = px(26), width = facts_button_width(entry->evidence);
    const auto facts = [&item](Customer& customer) {
        const auto place =
            std::find_if(customer.house.begin(), customer.house.end(), [&](const HouseItem& one) { return one.item == item; });
        return place == customer.house.end() ? nullptr : &place->evidence;
    };
    if (draw_facts_button(page, {row.x + indent - px(8), row.y, std::min(row.width - indent, width), row.height}, item, words,
                          entry->evidence))
        draw_customer_facts(page, body, item, entry->evidence, Phrase::house_fact, facts);
    ImGui::PopID();
}

void draw_house_item(const CustomerPage& page, Column& body, const HouseItemText& item) {
    const Palette& colours = palette();
    const std::string words = in(language(), item.text);
    const draw::Brick now = brick_of(page.customer, item.id);
    const Font font = type(Type::body);
    const float side = px(16), indent = side + px(10);
    const std::string state = say(now == draw::Brick::met       ? Phrase::house_met
                                  : now == draw::Brick::missing ? Phrase::house_missing
                                                                : Phrase::house_unknown);
    const float beside = std::max({text_width(type(Type::caption), say(Phrase::house_missing)),
                                   text_width(type(Type::caption), say(Phrase::house_unknown))}) +
                         px(8);
    const float height = paragraph_height(font, words, body.area.width - indent - beside);
    const Rect row = body.next(std::max(card_row_height(), height + px(8)));
    const Press press = ui::press(item.id, row,
                                  {.role = ui::Role::checkbox,
                                   .name = words,
                                   .description = state,
                                   .states = now == draw::Brick::met ? state_checked : state_none,
                                   .radius = 4});
    if (press.hovered)
        ImGui::GetWindowDrawList()->AddRectFilled({row.x - px(6), row.y}, {right(row) + px(6), bottom(row)}, colours.raised, px(4));
    const Rect box = {row.x, row.y + std::floor((row.height - side) / 2), side, side};
    if (now == draw::Brick::unknown) {
        draw::dashed_rect(*ImGui::GetWindowDrawList(), top_left(box), bottom_right(box), colours.line2, px(3), line_px(1), px(3), px(2));
        draw_text_in(box, type(Type::caption), colours.text3, "?", Align::centre);
    } else {
        draw_check_box(box, now == draw::Brick::met, press.hovered);
    }
    draw_paragraph({row.x + indent, row.y + (row.height - height) / 2, row.width - indent - beside, 0}, font,
                   now == draw::Brick::unknown ? colours.text2 : colours.text, words);
    if (now != draw::Brick::met)
        draw_text_in(row, type(Type::caption), now == draw::Brick::missing ? colours.negative : colours.text3, state, Align::right);
    draw_house_facts(page, body, item.id, words);
    if (press.pressed) press_house_item(page, item.id);
}

}  // namespace

void draw_customer_house(const CustomerPage& page, Column& column) {
    CustomerCard card(page.frame, column, "house", say(Phrase::customer_house), "relationship_house");
    Column& body = card.body;
    draw_house_picture(page, body);
    body.y += paragraph(body.next(0), type(Type::caption), palette().text2, say(Phrase::house_help)) + px(4);
    for (const HouseLayer layer : {HouseLayer::organisational, HouseLayer::key, HouseLayer::general}) {
        if (layer == HouseLayer::organisational && !page.customer.strategic) continue;
        const std::string name = say_named("house_", name_of(layer));
        heading(body.next(px(28)), type(Type::body, Face::bold), name, 3, palette().text2);
        const Group list(ui::Role::group, name_of(layer), name, {body.area.x, body.y, body.area.width, px(99)});
        for (const HouseItemText& item : page.playbook.practice.house)
            if (item.layer == layer) draw_house_item(page, body, item);
        body.y += px(6);
    }
}

}  // namespace views
