#include "paper/tables.h"

#include "model/words.h"
#include "paper/html.h"
#include "paper/words.h"
#include "portfolio/customer_index.h"
#include "reading/people.h"
#include "reading/plan.h"

namespace compass::paper {
namespace {

CsvRow header(Language language, std::initializer_list<std::string_view> keys) {
    CsvRow row;
    for (const std::string_view key : keys) row.push_back(say(language, key));
    return row;
}

CsvRow cleaned(CsvRow row) {
    for (std::string& cell : row) cell = clean(cell);
    return row;
}

std::string signed_support(int value) { return (value > 0 ? "+" : "") + std::to_string(value); }

}  // namespace

std::vector<CsvRow> people_rows(const Deal& deal, const Playbook& playbook, Date today, Language language) {
    std::vector<CsvRow> rows = {header(language, {"column_person", "paper_job", "column_roles", "column_support", "column_influence",
                                                  "column_attitude", "paper_covered", "paper_win", "column_contact"})};
    for (const Person& person : deal.people) {
        std::string roles, contacts;
        const auto add = [&](std::string& list, const std::string& one) {
            list += (list.empty() ? "" : say(language, "list_separator")) + one;
        };
        for (const Role role : person.roles) add(roles, say(language, std::string("role_") + name_of(role)));
        for (const std::string& name : person.contact.held_by) add(contacts, name);
        rows.push_back(cleaned({person.name, person.title, roles, person.support ? signed_support(*person.support) : std::string(),
                                say(language, std::string("degree_") + name_of(person.influence)),
                                say(language, std::string("attitude_") + name_of(person.attitude)),
                                say(language, is_covered(person, playbook.people, today) ? "state_covered" : "state_not_covered"),
                                person.personal_win, contacts}));
    }
    return rows;
}

std::vector<CsvRow> task_rows(const Workspace& workspace, const std::vector<const Deal*>& deals, const Playbook& playbook, Date today,
                              Language language) {
    const CustomerIndex customers(workspace);
    std::vector<CsvRow> rows = {
        header(language, {"column_deal", "paper_task", "form_owner", "paper_due", "paper_state", "paper_for", "task_result_name"})};
    for (const PlannedTask& planned : read_plan(deals, playbook.practice, today).tasks) {
        const Deal& deal = *deals[planned.deal];
        const Task& task = deal.tasks[planned.task];
        rows.push_back(cleaned({deal_words(deal, customers.find(deal.customer)), task.what, planned.owner,
                                planned.days_left ? format(today + *planned.days_left) : std::string(),
                                say(language, planned.state != TaskState::said ? "task_done"
                                              : planned.overdue                ? "task_overdue"
                                                                               : "task_open"),
                                task.purpose, task.result}));
    }
    return rows;
}

}  // namespace compass::paper
