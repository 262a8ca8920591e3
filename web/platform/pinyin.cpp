// Initials of pinyin from the browser's own collation: no table of characters is shipped.
#include "platform/internal.h"

#include <vector>

extern "C" int page_pinyin_initials(unsigned character);

namespace platform {

std::uint16_t pinyin_initials(char32_t character) {
    constexpr char32_t first = 0x3400, last = 0x9FFF;
    constexpr std::uint16_t not_asked = 0xFFFF;
    if (character < first || character > last) return 0;
    static std::vector<std::uint16_t> known(last - first + 1, not_asked);
    std::uint16_t& initials = known[character - first];
    if (initials == not_asked) initials = static_cast<std::uint16_t>(page_pinyin_initials(character));
    return initials;
}

}  // namespace platform
