// Whatever is typed, reading it as an amount, a date, a person or the note of a visit must not crash; what is understood is in range and is understood again as it is written.
#include "codec/builtin.h"
#include "codec/typed_input.h"
#include "codec/typed_person.h"
#include "codec/workspace_codec.h"
#include "expect.h"
#include "session/typed_note.h"

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
    const compass::TypedPerson person = compass::read_typed_person(text);
    expect(!person.person.support || (*person.person.support >= -5 && *person.person.support <= 5));
    expect(person.person.roles.size() <= 9 && person.parts.size() <= 400);
    static const std::vector<compass::NoteSign> signs = compass::note_signs(compass::default_playbook());
    static const compass::Workspace sample = *compass::read_workspace(compass::builtin_case("3", compass::Language::zh));
    const compass::Deal& deal = *sample.deals.front();
    for (const compass::VisitLine& line : compass::read_note(text, {deal, signs, today, deal.people.front().id})) {
        expect(!line.support || (*line.support >= -5 && *line.support <= 5));
        expect(!line.level || (*line.level >= 0 && *line.level < compass::level_count));
        expect(!line.date || (*line.date >= compass::first_date && *line.date <= compass::last_date));
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
