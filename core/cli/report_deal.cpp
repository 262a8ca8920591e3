#include "cli/report.h"
#include "cli/report_drawings.h"
#include "cli/report_words.h"
#include "cli/sentences.h"
#include "model/words.h"
#include "reading/contradictions.h"
#include "reading/flags.h"
#include "reading/gates.h"
#include "reading/people.h"
#include "reading/plan.h"

#include <algorithm>
#include <cmath>

namespace compass::cli {
namespace {

constexpr std::size_t questions_at_most = 5;

class Section {
  public:
    Section(Html& html, const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, Language language)
        : html_(html),
          deal_(deal),
          customer_(customer),
          playbook_(playbook),
          today_(today),
          language_(language),
          reading_(read_deal(deal, customer, playbook, today)) {}

    void write() {
        html_.markup("<section class=\"deal\">");
        html_.element("h2", deal_words(deal_, customer_));
        objective();
        position();
        index();
        moves();
        questions();
        findings();
        people();
        tasks();
        gates();
        html_.markup("</section>");
    }

  private:
    std::string words(std::string_view key, Values values = {}) const { return say(language_, key, values); }
    void title(std::string_view key) { html_.element("h3", words(key)); }
    void head(std::initializer_list<std::string_view> keys) {
        html_.markup("<table><thead><tr>");
        for (const std::string_view key : keys) html_.element("th", words(key));
        html_.markup("</tr></thead><tbody>");
    }
    void row(std::initializer_list<std::string> cells) {
        html_.markup("<tr>");
        for (const std::string& cell : cells) html_.element("td", cell);
        html_.markup("</tr>");
    }
    void end() { html_.markup("</tbody></table>"); }
    void fact(std::string_view key, const std::string& value) {
        if (!value.empty()) html_.element("dt", words(key)).element("dd", value);
    }
    std::string person_name(const Id& id) const {
        const auto found = std::find_if(deal_.people.begin(), deal_.people.end(), [&](const Person& one) { return one.id == id; });
        return found == deal_.people.end() ? std::string() : found->name;
    }

    void objective() {
        const Objective& objective = deal_.objective;
        if (!objective.sentence.empty()) html_.element("p", objective.sentence, "class=\"objective\"");
        html_.markup("<dl>");
        fact("form_owner", deal_.owner);
        fact("form_funnel_stage", funnel_words(deal_.funnel_stage, playbook_, language_));
        fact("form_kind", deal_.kind == DealKind::unknown ? std::string() : words(std::string("kind_") + name_of(deal_.kind)));
        if (objective.amount) fact("form_amount", money_words(*objective.amount));
        fact("form_signing_date", objective.signing_date ? format(*objective.signing_date) : words("no_signing_date"));
        fact("form_unit", objective.unit);
        html_.markup("</dl>");
    }

    void position() {
        title("cli_report_position");
        html_.markup(position_drawing(reading_, language_));
        html_.element("p", words("cli_report_position_legend"), "class=\"note\"");
    }

    void index() {
        const WinIndex& index = *reading_.index;
        title("win_index");
        html_.markup("<p class=\"index\">").element("strong", percent(index.index));
        html_.markup(" ").element("span", percent_range(index.band)).markup("</p>");
        html_.markup(band_drawing(index, language_));
        if (reading_.evidenced_index)
            html_.element("p", words("cli_report_evidenced", {{"position", position_words(reading_.evidenced, language_)},
                                                              {"index", percent(*reading_.evidenced_index)}}));
        for (const auto& [key, side] : {std::pair{"side_decide", &index.decide}, std::pair{"side_choose", &index.choose}}) {
            html_.element(
                "h4", words("side_sentence", {{"side", words(key)}, {"value", percent(side->value)}, {"band", percent_range(side->band)}}));
            html_.markup(terms_drawing(*side, playbook_, language_));
        }
        html_.element("p", words("why_unit"), "class=\"note\"");
    }

    void moves() {
        title("moves_title");
        head({"move_word", "column_chance", "column_periods", "column_gain", "cli_report_how"});
        for (const RankedMove& move : reading_.navigation.moves) {
            const auto advice = std::find_if(playbook_.moves.begin(), playbook_.moves.end(), [&](const MoveAdvice& one) {
                return one.move == move.move && one.stage == reading_.position.stage;
            });
            row({words(std::string("move_") + name_of(move.move)), move.move == Move::hold ? std::string() : percent(move.chance),
                 move.expected_periods > 0 ? std::to_string(std::max(1L, std::lround(move.expected_periods))) : std::string(),
                 points_words(move.gain), advice == playbook_.moves.end() ? std::string() : in(language_, advice->reason)});
        }
        end();
    }

    void questions() {
        if (reading_.index->unknowns.empty()) return;
        title("questions_title");
        html_.markup("<ol>");
        std::size_t count = 0;
        for (const Unknown& unknown : reading_.index->unknowns) {
            const auto prior =
                std::find_if(playbook_.priors.begin(), playbook_.priors.end(), [&](const Prior& one) { return one.unknown == unknown.id; });
            if (prior == playbook_.priors.end() || ++count > questions_at_most) continue;
            const std::string name = person_name(unknown.person), question = in(language_, prior->question);
            html_.element("li", name.empty() ? question : words("question_about", {{"person", name}, {"question", question}}));
        }
        html_.markup("</ol>");
    }

    void findings() {
        std::vector<Finding> all = read_flags(deal_, customer_, playbook_, today_, reading_.index->index);
        for (Finding& one : read_contradictions(deal_, customer_, playbook_, today_)) all.push_back(std::move(one));
        if (all.empty()) return;
        std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
        title("cli_report_findings");
        head({"cli_report_severity", "cli_report_finding", "cli_report_step"});
        for (const Finding& one : all)
            row({words(std::string("cli_report_severity_") + name_of(one.severity)), text_of(one, deal_, playbook_, language_),
                 step_of(one, deal_, playbook_, language_)});
        end();
    }

    void people() {
        if (deal_.people.empty()) return;
        title("part_people");
        head({"cli_report_person", "cli_report_role", "cli_report_support", "cli_report_covered", "cli_report_win"});
        for (const Person& person : deal_.people) {
            std::string roles;
            for (const Role role : person.roles) {
                if (!roles.empty()) roles += words("list_separator");
                roles += words(std::string("role_") + name_of(role));
            }
            row({person.title.empty() ? person.name : words("cli_report_pair", {{"name", person.name}, {"value", person.title}}), roles,
                 person.support ? (*person.support > 0 ? "+" : "") + std::to_string(*person.support) : words("state_unknown"),
                 words(is_covered(person, playbook_.people, today_) ? "state_covered" : "state_not_covered"), person.personal_win});
        }
        end();
    }

    void tasks() {
        const Plan plan = read_plan({&deal_}, playbook_.practice, today_);
        if (plan.tasks.empty()) return;
        title("cli_report_tasks");
        head({"cli_report_task", "form_owner", "cli_report_due", "cli_report_for"});
        for (const PlannedTask& planned : plan.tasks) {
            const Task& task = deal_.tasks[planned.task];
            const std::string due = planned.days_left ? format(today_ + *planned.days_left) : std::string();
            row({task.what, planned.owner, planned.overdue ? words("cli_report_overdue", {{"date", due}}) : due, task.purpose});
        }
        end();
    }

    void gates() {
        std::vector<std::string> open;
        for (const StageGate& gate : stage_gates(deal_, playbook_)) {
            if (gate.stage > deal_.funnel_stage) continue;
            const FunnelStageText& stage = playbook_.funnel[static_cast<std::size_t>(gate.stage)];
            for (std::size_t i = 0; i < gate.items.size(); ++i)
                if (gate.items[i].state == GateState::open || gate.items[i].state == GateState::claimed)
                    open.push_back(funnel_words(gate.stage, playbook_, language_) + ": " + in(language_, stage.gate[i].text));
        }
        if (open.empty()) return;
        title("cli_report_gates");
        html_.markup("<ul>");
        for (const std::string& item : open) html_.element("li", item);
        html_.markup("</ul>");
    }

    Html& html_;
    const Deal& deal_;
    const Customer* customer_;
    const Playbook& playbook_;
    Date today_;
    Language language_;
    DealReading reading_;
};

}  // namespace

void write_deal_section(Html& html, const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, Language language) {
    Section(html, deal, customer, playbook, today, language).write();
}

}  // namespace compass::cli
