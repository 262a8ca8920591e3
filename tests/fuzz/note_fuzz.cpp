// Whatever is typed, reading it as a person or as the note of a visit must not crash; what is understood is in range.
#include "codec/builtin.h"
#include "codec/typed_person.h"
#include "codec/workspace_codec.h"
#include "expect.h"
#include "session/typed_note.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const compass::TypedPerson person = compass::read_typed_person(text);
    expect(!person.person.support || (*person.person.support >= -5 && *person.person.support <= 5));
    expect(person.person.roles.size() <= 9 && person.parts.size() <= 400);
    static const std::vector<compass::NoteSign> signs = compass::note_signs(compass::default_playbook());
    static const compass::Workspace sample = *compass::read_workspace(compass::builtin_case("3", compass::Language::zh));
    const compass::Deal& deal = *sample.deals.front();
    for (const compass::VisitLine& line : compass::read_note(text, {deal, signs, compass::Date{20778}, deal.people.front().id})) {
        expect(!line.support || (*line.support >= -5 && *line.support <= 5));
        expect(!line.level || (*line.level >= 0 && *line.level < compass::level_count));
        expect(!line.date || (*line.date >= compass::first_date && *line.date <= compass::last_date));
    }
    return 0;
}
