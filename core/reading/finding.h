// What a flag or a contradiction says: which rule, how bad, the entries it rests on, and the one next step (methodology §3, 7).
#pragma once

#include "model/customer.h"
#include "model/deal.h"
#include "model/playbook.h"
#include "model/words.h"
#include "reading/people.h"
#include "reading/win_index.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace compass {

// One entry that a finding rests on, so that a screen can lead there.
struct Fact {
    std::string place;  // a JSON pointer into the deal: "/people/3/support"; below "/customer" into its customer;
                        // gate items and evidence by their id: "/gates/p5.seniors_met"
    std::string value;  // what stands there, as in files: "-4", "even_keel", "2026-11-16"; empty = nothing
    bool operator==(const Fact&) const = default;
};

// Which Action (session/action.h) enters the next step: the names are those of ActionKind.
enum class StepAction : std::uint8_t {
    edit_deal,
    set_funnel_stage,
    set_protection,
    set_level,
    put_evidence,
    put_alternative,
    put_person,
    put_link,
    put_answer,
    confirm_opportunity,
    put_gate_item,
    put_task,
    finish_task,
    put_customer
};

template <>
struct WordsOf<StepAction> {
    static constexpr auto words = words_up_to<StepAction, StepAction::put_customer>(
        "edit_deal", "set_funnel_stage", "set_protection", "set_level", "put_evidence", "put_alternative", "put_person", "put_link",
        "put_answer", "confirm_opportunity", "put_gate_item", "put_task", "finish_task", "put_customer");
};

struct Finding {
    std::string rule;  // its id in the playbook
    Severity severity = Severity::warn;
    StepAction action = StepAction::put_task;
    Id person;                  // whom it is about; nobody = the deal
    std::optional<int> number;  // days, changes, steps or items: what {number} stands for
    std::vector<Fact> facts;    // at least one
    bool operator==(const Finding&) const = default;
};

// What the rules look at. `customer` may be null; without `index` (a closed deal has none) nothing is compared with it.
struct Scene {
    const Deal& deal;
    const Customer* customer;
    const Playbook& playbook;
    Date today;
    PeopleReading people;
    std::optional<Probability> index;
};

// Where a rule puts what it finds.
class Findings {
  public:
    Findings(std::vector<Finding>& all, const FindingRule& rule, StepAction action) : all_(all), rule_(rule), action_(action) {}
    void add(std::vector<Fact> facts, Id person = {}, std::optional<int> number = {}) {
        all_.push_back({rule_.id, rule_.severity, action_, person, number, std::move(facts)});
    }

  private:
    std::vector<Finding>& all_;
    const FindingRule& rule_;
    StepAction action_;
};

struct FindingEntry {
    std::string_view rule;
    StepAction action;
    void (*find)(const Scene&, const FindingRule&, Findings&);
};

// The rules of one theme; they live as long as the program.
using RuleTheme = std::span<const FindingEntry>;

// Everything these rules find, worst first, else in the order of the themes and their entries. Silent are rules that the playbook does
// not have, that are off there, or whose P-stage is not reached. Nothing for a deal that is not open.
std::vector<Finding> find_all(const Scene& scene, std::span<const RuleTheme> themes);

// Their ids, in the same order.
std::vector<std::string_view> rule_ids(std::span<const RuleTheme> themes);

// "/people/3" and what follows.
std::string person_place(std::size_t person, std::string_view field = {});

// The rule's text or step with {person} and {number} filled in; empty where the playbook does not have the rule.
std::string text_of(const Finding& finding, const Deal& deal, const Playbook& playbook, Language language);
std::string step_of(const Finding& finding, const Deal& deal, const Playbook& playbook, Language language);

}  // namespace compass
