// Whatever the bytes are, reading them must not crash; what is accepted is written, read again as the same and written as the same bytes.
#include "codec/workspace_codec.h"
#include "expect.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const compass::Result<compass::Workspace> read = compass::read_workspace(bytes)) {
        const std::string written = compass::write_workspace(*read);
        const compass::Result<compass::Workspace> again = compass::read_workspace(written);
        expect(again && *again == *read);
        expect(compass::write_workspace(*again) == written);
        const compass::Result<compass::Workspace> compact =
            compass::read_workspace(compass::write_workspace(*read, compass::Layout::compact));
        expect(compact && *compact == *read);
    } else {
        expect(!read.errors().empty() && read.errors().size() <= compass::errors_at_most);
    }
    if (const compass::Result<compass::Playbook> read = compass::read_playbook(bytes)) {
        const compass::Result<compass::Playbook> again = compass::read_playbook(compass::write_playbook(*read));
        expect(again && *again == *read);
    }
    return 0;
}
