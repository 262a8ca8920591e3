#include "model/words.h"
#include "paper/charts.h"
#include "paper/paper.h"
#include "paper/words.h"
#include "reading/contradictions.h"
#include "reading/flags.h"
#include "reading/gates.h"
#include "reading/people.h"
#include "reading/plan.h"
#include "reading/qualification.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace compass::paper {
namespace {

constexpr std::size_t questions_at_most = 5;

class DealSection {
  public:
    DealSection(Html& html, const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, Language language)
        : html_(html),
          deal_(deal),
          customer_(customer),
          playbook_(playbook),
          today_(today),
          language_(language),
          reading_(read_deal(deal, customer, playbook, today)) {}

    // Below each other, a deal a page.
    void write() {
        html_.markup("<section class=\"deal\">");
        html_.element("h2", deal_words(deal_, customer_));
        objective();
        position();
        if (reading_.index) index();
        moves();
        questions();
        qualification();
        findings();
        people();
        alternatives();
        tasks();
        gates();
        html_.markup("</section>");
    }

    // The same in two columns, beside a picture of the position, so that it is one page.
    void write_sheet(std::string_view picture) {
        html_.element("h1", deal_words(deal_, customer_));
        objective();
        html_.markup("<div class=\"top\"><div class=\"picture\">").markup(picture).markup("</div><div>");
        index_in_short();
        position_in_words();
        html_.markup("</div></div><div class=\"columns\">");
        for (void (DealSection::*part)() : {&DealSection::best_moves, &DealSection::worst_findings, &DealSection::five_elements,
                                            &DealSection::bantcc, &DealSection::questions, &DealSection::people_in_short,
                                            &DealSection::alternatives, &DealSection::tasks, &DealSection::gates}) {
            html_.markup("<div class=\"block\">");
            (this->*part)();
            html_.markup("</div>");
        }
        html_.markup("</div>");
    }

  private:
    std::string words(std::string_view key, Values values = {}) const { return say(language_, key, values); }
    void title(std::string_view key) { html_.element("h3", words(key)); }
    // `kind` is the class that knows how wide the columns are.
    void head(std::string_view kind, std::initializer_list<std::string_view> keys) {
        html_.markup("<table class=\"").markup(kind).markup("\"><thead><tr>");
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
        if (!value.empty()) html_.markup("<div>").element("dt", words(key)).element("dd", value).markup("</div>");
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
        title("paper_position");
        html_.markup(position_drawing(reading_, language_));
        html_.element("p", words("paper_position_legend"), "class=\"note\"");
    }

    // Per axis: as claimed, and as evidenced.
    void position_in_words() {
        title("paper_position");
        html_.markup("<table class=\"axes\"><tbody>");
        for (const Axis axis : all_axes) {
            html_.markup("<tr>").element("th", words(std::string("axis_") + name_of(axis)));
            html_.element("td", level_words(axis, level(reading_.position, axis), language_));
            const std::optional<int>& evidenced = reading_.axes[static_cast<std::size_t>(axis)].evidenced;
            if (evidenced)
                html_.element("td", words("sheet_evidence_points", {{"level", level_words(axis, *evidenced, language_)}}),
                              *evidenced < level(reading_.position, axis) ? "class=\"warn\"" : "");
            else
                html_.element("td", words("answer_unknown"), "class=\"missing\"");
            html_.markup("</tr>");
        }
        end();
    }

    void index() {
        const WinIndex& index = *reading_.index;
        title("win_index");
        html_.markup("<p class=\"index\">").element("strong", percent(index.index));
        html_.markup(" ").element("span", percent_range(index.band)).markup("</p>");
        html_.markup(band_drawing(index, language_));
        evidenced();
        for (const auto& [key, side] : {std::pair{"side_decide", &index.decide}, std::pair{"side_choose", &index.choose}}) {
            html_.element(
                "h4", words("side_sentence", {{"side", words(key)}, {"value", percent(side->value)}, {"band", percent_range(side->band)}}));
            html_.markup(terms_drawing(*side, playbook_, language_));
        }
        html_.element("p", words("why_unit"), "class=\"note\"");
    }

    void evidenced() {
        if (reading_.evidenced_index)
            html_.element("p", words("paper_evidenced", {{"position", position_words(reading_.evidenced, language_)},
                                                         {"index", percent(*reading_.evidenced_index)}}));
    }

    // The number, and of each side what weighs most.
    void index_in_short() {
        if (!reading_.index) {
            title("win_index");
            html_.element("p", words(std::string("status_") + name_of(deal_.status)));
            return;
        }
        constexpr std::size_t terms_at_most = 4;
        const WinIndex& index = *reading_.index;
        title("win_index");
        html_.markup("<p class=\"index\">").element("strong", percent(index.index));
        html_.markup(" ").element("span", percent_range(index.band)).markup("</p>");
        html_.markup(band_drawing(index, language_));
        evidenced();
        html_.markup("<div class=\"sides\">");
        for (const auto& [key, side] : {std::pair{"side_decide", &index.decide}, std::pair{"side_choose", &index.choose}}) {
            html_.markup("<div>").element(
                "h4", words("side_sentence", {{"side", words(key)}, {"value", percent(side->value)}, {"band", percent_range(side->band)}}));
            std::vector<const Term*> terms;
            for (const Term& term : side->terms)
                if (term.contribution.value != 0) terms.push_back(&term);
            std::stable_sort(terms.begin(), terms.end(), [](const Term* a, const Term* b) {
                return std::abs(a->contribution.value) > std::abs(b->contribution.value);
            });
            if (terms.size() > terms_at_most) terms.resize(terms_at_most);
            html_.markup("<ul class=\"signed\">");
            for (const Term* term : terms) {
                const double value = term->contribution.value;
                html_.element("li", (value > 0 ? "+ " : "\u2212 ") + term_words(*term, playbook_, language_),
                              value > 0 ? "" : "class=\"warn\"");
            }
            html_.markup("</ul></div>");
        }
        html_.markup("</div>");
    }

    void best_moves() {
        constexpr std::size_t moves_at_most = 3;
        if (reading_.navigation.moves.empty()) return;
        title("moves_title");
        html_.markup("<ol>");
        std::size_t count = 0;
        for (const RankedMove& move : reading_.navigation.moves) {
            if (++count > moves_at_most) break;
            html_.markup("<li>").element("strong", words(std::string("move_") + name_of(move.move)));
            if (move.move != Move::hold) html_.text(" " + points_words(move.gain));
            if (const std::string how = advice(move); !how.empty()) html_.markup("<br>").text(how);
            html_.markup("</li>");
        }
        html_.markup("</ol>");
    }

    std::string advice(const RankedMove& move) const {
        const auto found = std::find_if(playbook_.moves.begin(), playbook_.moves.end(), [&](const MoveAdvice& one) {
            return one.move == move.move && one.stage == reading_.position.stage;
        });
        return found == playbook_.moves.end() ? std::string() : in(language_, found->reason);
    }

    void moves() {
        if (reading_.navigation.moves.empty()) return;
        title("moves_title");
        head("moves", {"move_word", "column_chance", "column_periods", "column_gain", "paper_how"});
        for (const RankedMove& move : reading_.navigation.moves) {
            row({words(std::string("move_") + name_of(move.move)), move.move == Move::hold ? std::string() : percent(move.chance),
                 move.expected_periods > 0 ? std::to_string(std::max(1L, std::lround(move.expected_periods))) : std::string(),
                 points_words(move.gain), advice(move)});
        }
        end();
    }

    void questions() {
        if (!reading_.index || reading_.index->unknowns.empty()) return;
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

    // Question, what is known of it, and how surely.
    void answers(std::string_view name, std::initializer_list<std::pair<std::string_view, const Answer*>> all) {
        title(name);
        html_.markup("<table class=\"answers\"><tbody>");
        for (const auto& [key, answer] : all) {
            const AnswerStatus status = status_of(*answer, playbook_.people, today_);
            html_.markup("<tr>").element("th", words("question_" + std::string(key)));
            if (answer->text.empty())
                html_.element("td", words("answer_empty"), "class=\"missing\"");
            else
                html_.element("td", answer->text);
            html_.element("td", words(std::string("answer_") + name_of(status)), "class=\"n\"").markup("</tr>");
        }
        end();
    }
    void five_elements() {
        const FiveElements& five = deal_.five_elements;
        answers("sheet_five", {{"five_purchasing_body", &five.purchasing_body},
                               {"five_need", &five.need},
                               {"five_suitable_product", &five.suitable_product},
                               {"five_budget", &five.budget},
                               {"five_timetable", &five.timetable}});
        if (!five.confirmed_by.empty()) html_.element("p", words("five_confirmed", {{"manager", five.confirmed_by}}));
    }
    void bantcc() {
        const Bantcc& all = deal_.bantcc;
        answers("sheet_bantcc", {{"bantcc_budget", &all.budget},
                                 {"bantcc_authority", &all.authority},
                                 {"bantcc_need", &all.need},
                                 {"bantcc_time", &all.time},
                                 {"bantcc_company", &all.company},
                                 {"bantcc_competitors", &all.competitors}});
    }
    void qualification() { five_elements(), bantcc(); }

    void alternatives() {
        if (deal_.alternatives.empty()) return;
        title("sheet_alternatives");
        html_.markup("<ul>");
        for (const Alternative& one : deal_.alternatives) {
            html_.markup("<li>").element("strong", one.name.empty() ? words(std::string("alternative_") + name_of(one.kind)) : one.name);
            if (!one.customers_view.empty()) html_.markup("<br>").text(words("alternative_view", {{"view", one.customers_view}}));
            if (!one.our_unique_value.empty()) html_.markup("<br>").text(words("alternative_value", {{"value", one.our_unique_value}}));
            html_.markup("</li>");
        }
        html_.markup("</ul>");
    }

    std::vector<Finding> all_findings() const {
        if (!reading_.index) return {};
        std::vector<Finding> all = read_flags(deal_, customer_, playbook_, today_, reading_.index->index);
        for (Finding& one : read_contradictions(deal_, customer_, playbook_, today_)) all.push_back(std::move(one));
        std::stable_sort(all.begin(), all.end(), [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
        return all;
    }
    void severity(const Finding& one) {
        html_.element("td", words(std::string("paper_severity_") + name_of(one.severity)),
                      one.severity == Severity::stop   ? "class=\"n stop\""
                      : one.severity == Severity::warn ? "class=\"n warn\""
                                                       : "class=\"n\"");
    }

    void findings() {
        const std::vector<Finding> all = all_findings();
        if (all.empty()) return;
        title("paper_findings");
        head("findings", {"paper_severity", "paper_finding", "paper_step"});
        for (const Finding& one : all) {
            html_.markup("<tr>");
            severity(one);
            html_.element("td", text_of(one, deal_, playbook_, language_))
                .element("td", step_of(one, deal_, playbook_, language_))
                .markup("</tr>");
        }
        end();
    }

    // The worst, each with its step behind it.
    void worst_findings() {
        constexpr std::size_t findings_at_most = 7;
        const std::vector<Finding> all = all_findings();
        if (all.empty()) return;
        title("paper_findings");
        html_.markup("<table class=\"worst\"><tbody>");
        const std::size_t shown = std::min(findings_at_most, all.size());
        for (const Finding& one : std::span(all).first(shown)) {
            html_.markup("<tr>");
            severity(one);
            html_.markup("<td>").text(text_of(one, deal_, playbook_, language_));
            if (const std::string step = step_of(one, deal_, playbook_, language_); !step.empty())
                html_.markup(" ").element("span", "\u2192 " + step, "class=\"aside\"");
            html_.markup("</td></tr>");
        }
        end();
        if (shown < all.size())
            html_.element("p", words("findings_more", {{"count", std::to_string(all.size() - shown)}}), "class=\"note\"");
    }

    std::string roles_of(const Person& person) const {
        std::string roles;
        for (const Role role : person.roles) {
            if (!roles.empty()) roles += words("list_separator");
            roles += words(std::string("role_") + name_of(role));
        }
        return roles;
    }
    std::string called(const Person& person) const {
        return person.title.empty() ? person.name : words("paper_pair", {{"name", person.name}, {"value", person.title}});
    }
    std::string support_of(const Person& person) const {
        return person.support ? (*person.support > 0 ? "+" : "") + std::to_string(*person.support) : words("state_unknown");
    }
    std::string coverage_of(const Person& person) const {
        return words(is_covered(person, playbook_.people, today_) ? "state_covered" : "state_not_covered");
    }

    // Below each name what they are, whether we know them and what they win: a column for each would be mostly empty.
    void people_in_short() {
        if (deal_.people.empty()) return;
        title("part_people");
        html_.markup("<table class=\"who\"><tbody>");
        for (const Person& person : deal_.people) {
            std::string about = roles_of(person);
            about += (about.empty() ? "" : " \u00B7 ") + coverage_of(person);
            if (!person.personal_win.empty())
                about += " \u00B7 " + words("paper_pair", {{"name", words("paper_win")}, {"value", person.personal_win}});
            html_.markup("<tr><td>").text(called(person)).markup("<br>").element("span", about, "class=\"aside\"").markup("</td>");
            html_.element("td", support_of(person), "class=\"r\"").markup("</tr>");
        }
        end();
    }

    void people() {
        if (deal_.people.empty()) return;
        title("part_people");
        head("people", {"paper_person", "paper_role", "paper_support", "paper_covered", "paper_win"});
        for (const Person& person : deal_.people) {
            row({called(person), roles_of(person), support_of(person), coverage_of(person), person.personal_win});
        }
        end();
    }

    void tasks() {
        const Plan plan = read_plan({&deal_}, playbook_.practice, today_);
        if (plan.tasks.empty()) return;
        title("paper_tasks");
        head("tasks", {"paper_task", "form_owner", "paper_due", "paper_for"});
        for (const PlannedTask& planned : plan.tasks) {
            const Task& task = deal_.tasks[planned.task];
            const std::string due = planned.days_left ? format(today_ + *planned.days_left) : std::string();
            row({task.what, planned.owner, planned.overdue ? words("paper_overdue", {{"date", due}}) : due, task.purpose});
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
        title("paper_gates");
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
    DealSection(html, deal, customer, playbook, today, language).write();
}

void write_deal_sheet(Html& html, const Deal& deal, const Customer* customer, const Playbook& playbook, Date today, Language language,
                      std::string_view picture) {
    DealSection(html, deal, customer, playbook, today, language).write_sheet(picture);
}

}  // namespace compass::paper
