// Whatever is typed, reading it as an amount or a date must not crash; what is understood is in range and is understood again as it is written.
#include "codec/typed_input.h"
#include "expect.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const compass::Date today{20778};
    for (const compass::Ahead ahead : {compass::Ahead::yes, compass::Ahead::no}) {
        const auto date = compass::read_typed_date(text, today, ahead);
        expect(!date || (*date >= compass::first_date && *date <= compass::last_date));
        expect(!date || compass::read_typed_date(compass::format(*date), today) == date);
    }
    const compass::TypedMoney typed = compass::read_typed_money(text, {});
    if (typed.fault == compass::AmountFault::none) {
        expect(typed.money.minor >= 0 && typed.money.minor <= compass::minor_units_at_most);
        for (const bool chinese : {true, false}) {
            const compass::TypedMoney again = compass::read_typed_money(compass::typed_money(typed.money, chinese), {});
            expect(again.fault == compass::AmountFault::none && again.money == typed.money);
        }
    }
    return 0;
}
