#include "session/question.h"

namespace compass {

Answer& answer_of(Deal& deal, Question question) {
    FiveElements& five = deal.five_elements;
    Bantcc& bantcc = deal.bantcc;
    switch (question) {
        case Question::five_purchasing_body: return five.purchasing_body;
        case Question::five_need: return five.need;
        case Question::five_suitable_product: return five.suitable_product;
        case Question::five_budget: return five.budget;
        case Question::five_timetable: return five.timetable;
        case Question::bantcc_budget: return bantcc.budget;
        case Question::bantcc_authority: return bantcc.authority;
        case Question::bantcc_need: return bantcc.need;
        case Question::bantcc_time: return bantcc.time;
        case Question::bantcc_company: return bantcc.company;
        case Question::bantcc_competitors: break;
    }
    return bantcc.competitors;
}

}  // namespace compass
