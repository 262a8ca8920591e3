#include "views/import_table.h"

#include "model/text.h"
#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/import_dialog.h"

#include <algorithm>
#include <initializer_list>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr std::size_t errors_shown = 12;
constexpr std::string_view table_names[] = {".csv", ".tsv", ".txt", ".xlsx", ".xls"};

std::string_view meaning_of(DealColumn column) { return header_of(column, language()); }

// The first cell of the column in which anything stands.
std::string sample_of(const CsvTable& table, std::size_t at) {
    for (std::size_t row = 1; row < table.rows.size(); ++row)
        if (at < table.rows[row].size() && !trimmed(table.rows[row][at]).empty()) return excerpt(trimmed(table.rows[row][at]));
    return {};
}

bool has_unclear_dates(const std::vector<ColumnUse>& columns) {
    return std::any_of(columns.begin(), columns.end(), [](const ColumnUse& use) { return use.dates == DateOrder::unclear; });
}

// Choices one after the other, in as many lines as they need. Moves `y` below them; returns the one that was pressed. The arrows only
// lead to the next: to use it may take it from another column.
std::optional<int> choose(std::string_view id, std::string_view name, const Rect& area, float& y, const std::vector<std::string>& words,
                          int chosen) {
    Radios radios(id, name, {area.x, y, area.width, control_height()}, chosen, Radios::Arrows::lead);
    ImGui::PushID(id.data(), id.data() + id.size());
    bool pressed = false;
    float x = area.x;
    for (const std::string& word : words) {
        const float width = text_width(type(Type::body, Face::bold), word) + px(24);
        if (x > area.x && x + width > right(area)) x = area.x, y += control_height() + px(6);
        pressed |= radios.chip({x, y, width, control_height()}, word);
        x += width + px(6);
    }
    ImGui::PopID();
    y += control_height() + px(8);
    const int now = radios.chosen();
    return pressed ? std::optional(now) : std::nullopt;
}

void choose_meaning(const Frame& frame, ImportedTable& table, std::size_t number, std::size_t at, const Rect& area, float& y) {
    std::vector<std::string> words;
    words.reserve(deal_column_count);
    for (int each = 0; each < deal_column_count; ++each) words.emplace_back(meaning_of(static_cast<DealColumn>(each)));
    if (const auto pressed = choose("meaning", table.table.rows.front()[at], area, y, words, static_cast<int>(table.columns[at].column))) {
        frame.wish(UseColumn{number, at, static_cast<DealColumn>(*pressed), {}});
        table.choosing.reset();
    }
}

// Day or month first, wherever the dates themselves leave a doubt.
void choose_order(const Frame& frame, const ImportedTable& table, std::size_t number, std::size_t at, const Rect& area, float& y) {
    const ColumnUse& use = table.columns[at];
    if (use.column != DealColumn::signing_date || !table.order_unclear) return;
    const int chosen = use.dates == DateOrder::day_first ? 0 : use.dates == DateOrder::month_first ? 1 : -1;
    if (chosen < 0)
        y += paragraph({area.x, y, area.width, 0}, type(Type::caption), palette().negative, say(Phrase::table_order_unclear)) + px(4);
    const auto pressed = choose("order", say(Phrase::table_order), area, y,
                                {std::string(say(Phrase::table_day_first)), std::string(say(Phrase::table_month_first))}, chosen);
    if (pressed) frame.wish(UseColumn{number, at, use.column, *pressed == 0 ? DateOrder::day_first : DateOrder::month_first});
}

void draw_column(const Frame& frame, ImportedTable& table, std::size_t number, std::size_t at, const Rect& area, float& y) {
    const Palette& colours = palette();
    const ColumnUse& use = table.columns[at];
    const bool used = use.column != DealColumn::ignored, open = table.choosing == at;
    const std::string header = excerpt(table.table.rows.front()[at]);
    const std::string& sample = table.samples[at];
    std::string meaning(meaning_of(use.column));
    if (!use.unit.empty()) meaning += " \u00B7 " + use.unit;

    Rect row = {area.x, y, area.width, control_height()};
    const Rect press_area = cut_right(row, std::min(px(190), row.width * 0.45f), px(10));
    const float head = draw_text_in(row, type(Type::body, used ? Face::bold : Face::regular), used ? colours.text : colours.text3, header);
    cut_left(row, head, px(10));
    draw_text_in(row, type(Type::caption), colours.text3, sample);
    const Press press = ui::press("column", press_area,
                                  {.name = say(Phrase::table_column_read, {{"column", header}, {"meaning", meaning}}),
                                   .description = sample,
                                   .states = state_expandable | (open ? state_expanded : state_none)});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(press_area), bottom_right(press_area), press.hovered ? colours.raised : colours.sunk, px(5));
    const Rect words = inset(press_area, px(10), 0);
    draw_text_in({words.x, words.y, words.width - px(18), words.height}, type(Type::body), used ? colours.text : colours.text3, meaning);
    const ImVec2 tip = {right(words) - px(5), centre(words).y + (open ? -px(2) : px(2))};
    const float arm = px(4), rise = open ? arm : -arm;
    const ImVec2 points[] = {{tip.x - arm, tip.y + rise}, tip, {tip.x + arm, tip.y + rise}};
    list.AddPolyline(points, 3, colours.text2, 0, px(1.5f));
    y += control_height() + px(6);

    if (press.pressed) table.choosing = open ? std::nullopt : std::optional(at);
    if (open) choose_meaning(frame, table, number, at, area, y);
    choose_order(frame, table, number, at, area, y);
}

// "/7/签约日期" → "第 7 行 · 签约日期".
std::string place_words(const Error& error) {
    const std::size_t slash = error.path.find('/', 1);
    const std::string row = say(Phrase::table_row, {{"row", error.path.substr(1, slash == error.path.npos ? slash : slash - 1)}});
    return slash == error.path.npos ? row : row + " \u00B7 " + error.path.substr(slash + 1);
}

bool has_end(std::string_view name, std::initializer_list<std::string_view> ends) {
    std::string small(name);
    for (char& c : small)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return small.ends_with(end); });
}

// Not what macOS and others put beside the files themselves.
bool is_read_from_archive(std::string_view name) {
    const std::size_t slash = name.rfind('/');
    const std::string_view last = slash == name.npos ? name : name.substr(slash + 1);
    return !last.starts_with('.') && !name.starts_with("__MACOSX/") && has_end(name, {".json", ".csv", ".tsv"});
}

}  // namespace

bool is_archive(std::string_view name, std::string_view bytes) {
    if (!is_zip(bytes) || bytes.find("[Content_Types].xml") != bytes.npos) return false;
    return !name.ends_with(".xlsx");
}

Result<Zip> read_archive(std::string_view bytes) {
    Result<Zip> zip = read_zip(bytes, is_read_from_archive);
    if (!zip) return zip;
    std::vector<ZipEntry>& entries = zip->entries;
    const auto is_json = [](const ZipEntry& entry) { return has_end(entry.name, {".json"}); };
    if (std::any_of(entries.begin(), entries.end(), is_json))
        std::erase_if(entries, [&](const ZipEntry& entry) { return !is_json(entry); });
    if (entries.empty() && zip->refused.empty()) return std::vector<Error>{{"", "zip_nothing", ""}};
    return zip;
}

bool is_table(std::string_view name, std::string_view text) {
    if (std::any_of(std::begin(table_names), std::end(table_names), [&](std::string_view end) { return name.ends_with(end); })) return true;
    if (trimmed(text).starts_with('{')) return false;
    const auto table = read_csv(text);
    return table && table->rows.size() > 1 && names_anything(recognised_columns(*table));
}

Result<ImportedTable> read_table(std::string name, std::string_view text) {
    if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0")) return std::vector<Error>{{"", "workbook", ""}};
    Result<CsvTable> table = read_csv(text);
    if (!table) return table.errors();
    if (table->rows.size() < 2) return std::vector<Error>{{"", "table_no_columns", ""}};
    std::vector<ColumnUse> columns = recognised_columns(*table);
    std::vector<std::string> samples;
    samples.reserve(columns.size());
    for (std::size_t at = 0; at < columns.size(); ++at) samples.push_back(sample_of(*table, at));
    const bool unclear = has_unclear_dates(columns);
    return ImportedTable{std::move(name), std::move(*table), std::move(columns), std::move(samples), unclear, 0, {}, {}};
}

void use_column(ImportedTable& table, std::size_t at, DealColumn column, std::optional<DateOrder> order) {
    for (ColumnUse& other : table.columns)
        if (other.column == column) other = {};
    table.columns[at] = recognised_use(table.table, at, column);
    if (column == DealColumn::signing_date) table.order_unclear = table.columns[at].dates == DateOrder::unclear;
    if (order) table.columns[at].dates = *order;
}

float draw_table(const Frame& frame, ImportedTable& table, std::size_t number, const Rect& area, float y) {
    const float from = y;
    const Group group(ui::Role::group, "table", table.name, {area.x, y, area.width, px(8)});
    ImGui::PushID(static_cast<int>(number));
    y += paragraph({area.x, y, area.width, 0}, type(Type::body, Face::bold), palette().text,
                   say(Phrase::table_read, {{"file", table.name}, {"count", whole(table.rows)}})) +
         px(8);
    for (std::size_t at = 0; at < table.columns.size(); ++at) {
        ImGui::PushID(static_cast<int>(at));
        draw_column(frame, table, number, at, area, y);
        ImGui::PopID();
    }
    if (!table.errors.empty()) {
        y += paragraph({area.x, y + px(4), area.width, 0}, type(Type::body, Face::bold), palette().negative,
                       say(Phrase::table_rows_left_out, {{"count", whole(static_cast<int>(table.table.rows.size()) - 1 - table.rows)}})) +
             px(4);
        const std::size_t shown = std::min(errors_shown, table.errors.size());
        for (std::size_t i = 0; i < shown; ++i) {
            const std::string line =
                say(Phrase::table_row_error, {{"place", place_words(table.errors[i])}, {"error", sentence(table.errors[i])}});
            y += paragraph({area.x + px(12), y + px(2), area.width - px(12), 0}, type(Type::caption), palette().text2, line) + px(2);
        }
        if (shown < table.errors.size())
            y += paragraph({area.x + px(12), y + px(2), area.width - px(12), 0}, type(Type::caption), palette().text2,
                           say(Phrase::import_more, {{"count", whole(static_cast<int>(table.errors.size() - shown))}}));
    }
    ImGui::PopID();
    return y + px(12) - from;
}

}  // namespace views
