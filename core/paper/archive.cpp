#include "paper/archive.h"

#include "codec/csv.h"
#include "codec/workspace_codec.h"
#include "paper/html.h"
#include "paper/tables.h"
#include "paper/words.h"
#include "session/deal_table.h"

#include <map>
#include <set>
#include <utility>

namespace compass::paper {
namespace {

constexpr std::string_view folder_end = "/", json_end = ".json", csv_end = ".csv";

// Names that differ in the case of their letters alone are one file on Windows and macOS.
class Names {
  public:
    std::string next(std::string_view name, std::string_view end) {
        std::string unused = file_name(name, end);
        for (int count = 2; !taken_.insert(small(unused)).second; ++count)
            unused = file_name(name, " " + std::to_string(count) + std::string(end));
        return unused;
    }

  private:
    static std::string small(std::string name) {
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
        return name;
    }

    std::set<std::string> taken_;
};

// Of all deals, each row led by whose it is.
std::vector<CsvRow> all_people_rows(const Workspace& workspace, const std::map<Id, const Customer*>& customers, const Playbook& playbook,
                                    Date today, Language language) {
    std::vector<CsvRow> all;
    const auto add = [&](CsvRow row, std::string first) {
        row.insert(row.begin(), std::move(first));
        all.push_back(std::move(row));
    };
    for (const Box<Deal>& deal : workspace.deals) {
        std::vector<CsvRow> rows = people_rows(*deal, playbook, today, language);
        if (all.empty()) add(std::move(rows.front()), say(language, "column_deal"));
        const auto customer = customers.find(deal->customer);
        for (std::size_t i = 1; i < rows.size(); ++i)
            add(std::move(rows[i]), clean(deal_words(*deal, customer == customers.end() ? nullptr : customer->second)));
    }
    return all;
}

}  // namespace

std::vector<ZipEntry> archive_entries(const Workspace& workspace, const Playbook& playbook, Date today, Language language) {
    std::map<Id, const Customer*> customers;
    std::map<Id, Box<Customer>> boxes;
    for (const Box<Customer>& customer : workspace.customers)
        customers.emplace(customer->id, &*customer), boxes.emplace(customer->id, customer);
    std::vector<ZipEntry> entries;
    const auto name = [&](std::string_view key, std::string_view end) {
        return file_name(say(language, key), " " + format(today) + std::string(end));
    };
    entries.push_back({name("app_name", json_end), write_workspace(workspace)});
    const std::string folder = file_name(say(language, "nav_deals"), {}) + std::string(folder_end);
    Names names;
    std::vector<const Deal*> deals;
    for (const Box<Deal>& deal : workspace.deals) {
        Workspace alone;
        const auto customer = boxes.find(deal->customer);
        if (customer == boxes.end()) continue;
        alone.customers.push_back(customer->second);
        alone.deals.push_back(deal);
        entries.push_back({folder + names.next(deal_words(*deal, &*customer->second), json_end), write_workspace(alone)});
        deals.push_back(&*deal);
    }
    if (deals.empty()) return entries;
    entries.push_back({name("file_deals", csv_end), write_csv(deal_rows(workspace, language))});
    const std::vector<CsvRow> people = all_people_rows(workspace, customers, playbook, today, language);
    entries.push_back({name("file_people", csv_end), write_csv(people)});
    entries.push_back({name("file_tasks", csv_end), write_csv(task_rows(workspace, deals, playbook, today, language))});
    return entries;
}

std::string archive(const Workspace& workspace, const Playbook& playbook, Date today, Language language) {
    return write_zip(archive_entries(workspace, playbook, today, language), today);
}

}  // namespace compass::paper
