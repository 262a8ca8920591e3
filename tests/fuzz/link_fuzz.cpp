// Whatever stands in an address, reading it as a link must not crash and ends in deals that go through a link again, or in one error; so
// does what a stream or a locked file claims to be.
#include "codec/deflate.h"
#include "codec/link.h"
#include "codec/sealed_text.h"
#include "codec/workspace_codec.h"
#include "expect.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

void again(const compass::Workspace& deals) {
    std::vector<compass::Id> ids;
    for (const auto& deal : deals.deals) ids.push_back(deal->id);
    expect(!ids.empty() && ids.size() <= compass::link_deals_at_most);
    const std::string stream = compass::link_stream(deals, ids);
    if (stream.empty()) return;  // written anew it may be longer than what was read
    const compass::Result<compass::SentLink> read = compass::read_link(compass::plain_link(stream));
    expect(read && read->deals == deals);
}

void look_at(const compass::Result<compass::Workspace>& read) {
    if (read)
        again(*read);
    else
        expect(read.errors().size() == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const compass::Result<compass::SentLink> read = compass::read_link(bytes);
    if (!read)
        expect(read.errors().size() == 1);
    else if (read->locked.empty())
        again(read->deals);
    else
        expect(compass::locked_link(read->locked) == bytes);
    look_at(compass::read_link_stream(bytes));
    look_at(compass::read_link_stream(compass::deflated(bytes)));
    if (const auto sealed = compass::read_sealed_text(bytes))
        expect(compass::read_sealed_text(compass::write_sealed_text(*sealed)) == sealed);
    return 0;
}
