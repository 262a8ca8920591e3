// Whatever the bytes are, reading them as a table must not crash; a table comes back as it was written, and what deals it makes can be
// stored and read again.
#include "codec/workspace_codec.h"
#include "expect.h"
#include "session/deal_table.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const compass::Result<compass::CsvTable> table = compass::read_csv(bytes);
    if (!table) return 0;
    const std::string written = compass::write_csv(table->rows);
    const compass::Result<compass::CsvTable> again = compass::read_csv("sep=,\n" + written.substr(3));
    expect(again && again->rows == table->rows);
    // The cells below a header that names every column, whatever their own header was.
    compass::CsvTable deals = *table;
    deals.rows.insert(deals.rows.begin(), compass::deal_rows({}, compass::Language::en).front());
    const compass::TableImport import = compass::deals_of(deals, compass::recognised_columns(deals), {}, {compass::Date{20778}, size});
    const compass::Result<compass::Workspace> read = compass::read_workspace(compass::write_workspace(import.incoming));
    expect(read && *read == import.incoming);
    return 0;
}
