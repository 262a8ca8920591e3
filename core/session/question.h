// The eleven questions of qualification: the five elements and BANTCC (methodology §9).
#pragma once

#include "model/deal.h"

#include <cstdint>

namespace compass {

enum class Question : std::uint8_t {
    five_purchasing_body,
    five_need,
    five_suitable_product,
    five_budget,
    five_timetable,
    bantcc_budget,
    bantcc_authority,
    bantcc_need,
    bantcc_time,
    bantcc_company,
    bantcc_competitors
};
inline constexpr int question_count = 11;

Answer& answer_of(Deal& deal, Question question);

}  // namespace compass
