#include "model/words.h"
#include "paper/paper.h"
#include "paper/shell.h"
#include "paper/words.h"
#include "portfolio/customer_index.h"
#include "reading/finding.h"
#include "reading/flags.h"
#include "reading/plan.h"
#include "reading/review.h"

#include <algorithm>

namespace compass::paper {
namespace {

class ReviewPage {
  public:
    ReviewPage(const Workspace& workspace, const Playbook& playbook, Date day, Language language)
        : workspace_(workspace), playbook_(playbook), day_(day), language_(language) {}

    std::string written() {
        const std::string title = words("paper_review", {{"date", format(day_)}});
        begin_page(html_, language_, title);
        html_.element("h1", title);
        const CustomerIndex customers(workspace_);
        bool any = false;
        for (const Box<Deal>& deal : workspace_.deals) {
            const Review* review = last_review(*deal, day_);
            if (!review || review->date != day_) continue;
            any = true;
            of_deal(*deal, customers.find(deal->customer), *review);
        }
        if (!any) html_.element("p", words("paper_no_review"));
        end_page(html_);
        return html_.page();
    }

  private:
    std::string words(std::string_view key, Values values = {}) const { return say(language_, key, values); }

    void of_deal(const Deal& deal, const Customer* customer, const Review& review) {
        deal_ = &deal;
        findings_ = read_flags(deal, customer, playbook_, day_, review.index ? std::optional<Probability>({*review.index}) : std::nullopt);
        html_.markup("<section class=\"block\">").element("h2", deal_words(deal, customer));
        html_.markup("<dl>");
        fact("form_owner", deal.owner);
        fact("column_position", position_words(review.position, language_));
        fact("form_funnel_stage", funnel_words(review.funnel_stage, playbook_, language_));
        if (review.index) fact("win_index", percent({*review.index}));
        if (review.amount) fact("form_amount", money_words(*review.amount));
        if (review.signing_date) fact("form_signing_date", format(*review.signing_date));
        html_.markup("</dl>");
        changes(deal, review);
        html_.element("h3", words("paper_decision"));
        html_.element("p", review.result.empty() ? std::string("\u2014") : review.result);
        tasks(deal);
        html_.markup("</section>");
    }

    void fact(std::string_view key, const std::string& value) {
        if (!value.empty()) html_.markup("<div>").element("dt", words(key)).element("dd", value).markup("</div>");
    }
    void change(const std::string& name, const std::string& before, const std::string& after) {
        if (before == after) return;
        html_.markup("<li>").text(name + ": ").text(before).text(" \u2192 ").element("strong", after).markup("</li>");
    }

    // Against the review before it, as both were kept.
    void changes(const Deal& deal, const Review& review) {
        const Review* before = last_review(deal, day_ + -1);
        if (!before) {
            html_.element("p", words("paper_first_review"), "class=\"note\"");
            return;
        }
        html_.element("h3", words("paper_changes", {{"date", format(before->date)}}));
        Html list;
        std::swap(list, html_);
        const auto money_or = [](const std::optional<Money>& sum) { return sum ? money_words(*sum) : std::string("?"); };
        const auto date_or = [](const std::optional<Date>& date) { return date ? format(*date) : std::string("?"); };
        const auto index_or = [](const std::optional<double>& index) { return index ? percent({*index}) : std::string("?"); };
        change(words("column_position"), position_words(before->position, language_), position_words(review.position, language_));
        change(words("win_index"), index_or(before->index), index_or(review.index));
        change(words("form_funnel_stage"), funnel_words(before->funnel_stage, playbook_, language_),
               funnel_words(review.funnel_stage, playbook_, language_));
        change(words("form_amount"), money_or(before->amount), money_or(review.amount));
        change(words("form_signing_date"), date_or(before->signing_date), date_or(review.signing_date));
        for (const Person& person : deal.people) change(person.name, support_in(*before, person.id), support_in(review, person.id));
        flags("changes_flags_raised", review.flags, before->flags);
        flags("changes_flags_settled", before->flags, review.flags);
        std::swap(list, html_);
        if (list.page().empty())
            html_.element("p", words("changes_none"));
        else
            html_.markup("<ul>").markup(list.page()).markup("</ul>");
    }

    static std::string support_in(const Review& review, const Id& person) {
        for (const ReviewedSupport& one : review.support)
            if (one.person == person && one.support) return (*one.support > 0 ? "+" : "") + std::to_string(*one.support);
        return "?";
    }

    // Those of the first that the second lacks: their number, and in words those that still speak.
    void flags(std::string_view name, const std::vector<std::string>& there, const std::vector<std::string>& not_there) {
        int count = 0;
        Html still;
        for (const std::string& id : there) {
            if (std::find(not_there.begin(), not_there.end(), id) != not_there.end()) continue;
            ++count;
            for (const Finding& one : findings_)
                if (one.rule == id) still.element("li", text_of(one, *deal_, playbook_, language_));
        }
        if (count == 0) return;
        html_.markup("<li>").text(words(name) + ": " + std::to_string(count));
        if (!still.page().empty()) html_.markup("<ul>").markup(still.page()).markup("</ul>");
        html_.markup("</li>");
    }

    void tasks(const Deal& deal) {
        Html rows;
        for (const Task& task : deal.tasks) {
            if (state_of(task) != TaskState::said) continue;
            const std::optional<Date> due = due_of(task, playbook_.practice);
            const bool overdue = is_overdue(task, playbook_.practice, day_);
            rows.markup("<tr>").element("td", task.what).element("td", owner_of(task, deal));
            rows.element("td",
                         !due      ? std::string()
                         : overdue ? words("paper_overdue", {{"date", format(*due)}})
                                   : format(*due),
                         overdue ? "class=\"n overdue\"" : "class=\"n\"");
            rows.element("td", task.purpose).markup("</tr>");
        }
        if (rows.page().empty()) return;
        html_.element("h3", words("paper_tasks")).markup("<table><thead><tr>");
        for (const char* key : {"paper_task", "form_owner", "paper_due", "paper_for"}) html_.element("th", words(key));
        html_.markup("</tr></thead><tbody>").markup(rows.page()).markup("</tbody></table>");
    }

    const Workspace& workspace_;
    const Playbook& playbook_;
    Date day_;
    Language language_;
    Html html_;
    const Deal* deal_ = nullptr;  // that is written
    std::vector<Finding> findings_;
};

}  // namespace

std::string review_page(const Workspace& workspace, const Playbook& playbook, Date day, Language language) {
    return ReviewPage(workspace, playbook, day, language).written();
}

}  // namespace compass::paper
