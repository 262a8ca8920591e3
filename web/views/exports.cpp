#include "views/exports.h"

#include "codec/csv.h"
#include "model/text.h"
#include "paper/archive.h"
#include "paper/paper.h"
#include "paper/tables.h"
#include "reading/plan.h"
#include "reading/review.h"
#include "ui/widgets.h"
#include "views/deal_words.h"
#include "views/export_words.h"
#include "views/funnel_parts.h"
#include "views/pictures.h"

#include <algorithm>
#include <array>

namespace views {

using namespace compass;
using namespace ui;

namespace {

constexpr float picture_fineness = 4;  // glyphs have whole widths: the finer they are measured, the truer the words' widths

std::optional<Date> last_reviewed_day(const Workspace& workspace, Date today) {
    std::optional<Date> day;
    for (const Box<Deal>& deal : workspace.deals)
        if (const Review* review = last_review(*deal, today); review && (!day || *day < review->date)) day = review->date;
    return day;
}

bool has_open_task(const Deal& deal) {
    return deal.status == DealStatus::open &&
           std::any_of(deal.tasks.begin(), deal.tasks.end(), [](const Task& task) { return state_of(task) != TaskState::seen; });
}

const Portfolio& whole_portfolio(Frame& frame, Portfolio& portfolio) {
    while (!update_portfolio(frame, portfolio)) {
    }
    return portfolio;
}

void set_picture_theme(bool dark) { set_theme(dark ? Scheme::dark : Scheme::light, Scale::normal, picture_fineness); }

std::string export_bytes(Frame& frame, const ExportStates& states, const ExportAs& wish) {
    const Playbook& playbook = frame.readings.whole_playbook();
    const Box<Deal>* deal = find_box(frame.workspace, wish.deal);
    set_picture_theme(wish.dark);
    switch (wish.what) {
        case Export::deal_page: return printed_deal(frame, states, wish.deal);
        case Export::compass_svg:
        case Export::compass_png: return compass_picture(frame, states.compass, *deal);
        case Export::people_svg:
        case Export::people_png: return people_picture(frame, states.people.view, *deal);
        case Export::people_csv: return write_csv(paper::people_rows(**deal, playbook, frame.today, language()));
        case Export::tasks_csv: {
            std::vector<const Deal*> deals;
            for (const Box<Deal>& each : frame.workspace.deals)
                if (!deal || each->id == wish.deal) deals.push_back(&*each);
            return write_csv(paper::task_rows(frame.workspace, deals, playbook, frame.today, language()));
        }
        case Export::portfolio_page:
            return paper::portfolio_page(frame.workspace, playbook, frame.today, language(),
                                         funnel_picture(frame, whole_portfolio(frame, states.funnel.portfolio)));
        case Export::review_page:
            return paper::review_page(frame.workspace, playbook, last_reviewed_day(frame.workspace, frame.today).value_or(frame.today),
                                      language());
        case Export::funnel_svg:
        case Export::funnel_png: return funnel_picture(frame, whole_portfolio(frame, states.funnel.portfolio));
        case Export::deals_csv: {
            const Portfolio& portfolio = whole_portfolio(frame, states.funnel.portfolio);
            order_rows(frame, portfolio, states.funnel.order);
            return write_csv(funnel_rows(frame, portfolio, states.funnel.order));
        }
        case Export::everything: return paper::archive(frame.workspace, playbook, frame.today, language());
    }
    return {};
}

bool is_of_one_deal(Export what) { return what <= Export::people_csv; }

struct ExportKind {
    Phrase file;  // what it is called in the file's name
    std::string_view end, media_type;
};

constexpr std::string_view html_type = "text/html;charset=utf-8", svg_type = "image/svg+xml", csv_type = "text/csv;charset=utf-8",
                           zip_type = "application/zip";

ExportKind export_kind(Export what) {
    switch (what) {
        case Export::deal_page: return {Phrase::file_page, ".html", html_type};
        case Export::compass_svg: return {Phrase::file_compass, ".svg", svg_type};
        case Export::compass_png: return {Phrase::file_compass, ".png", svg_type};
        case Export::people_svg: return {Phrase::file_people, ".svg", svg_type};
        case Export::people_png: return {Phrase::file_people, ".png", svg_type};
        case Export::people_csv: return {Phrase::file_people, ".csv", csv_type};
        case Export::tasks_csv: return {Phrase::file_tasks, ".csv", csv_type};
        case Export::portfolio_page: return {Phrase::file_funnel, ".html", html_type};
        case Export::review_page: return {Phrase::file_review, ".html", html_type};
        case Export::funnel_svg: return {Phrase::file_funnel, ".svg", svg_type};
        case Export::funnel_png: return {Phrase::file_funnel, ".png", svg_type};
        case Export::everything: return {Phrase::file_everything, ".zip", zip_type};
        case Export::deals_csv: break;
    }
    return {Phrase::file_deals, ".csv", csv_type};
}

}  // namespace

std::string printed_deal(Frame& frame, const ExportStates& states, const Id& id) {
    const Box<Deal>* deal = find_box(frame.workspace, id);
    if (!deal) return {};
    set_picture_theme(false);
    return paper::deal_page(frame.workspace, **deal, frame.readings.whole_playbook(), frame.today, language(),
                            compass_on_page(frame, states.compass, *deal));
}

ExportedFile exported(Frame& frame, const ExportStates& states, const ExportAs& wish) {
    const Deal* deal = find_deal(frame.workspace, wish.deal);
    if (is_of_one_deal(wish.what) && !deal) return {};
    const ExportKind kind = export_kind(wish.what);
    Date day = frame.today;
    if (wish.what == Export::review_page) day = last_reviewed_day(frame.workspace, frame.today).value_or(day);
    const std::string whose = deal ? deal_title(frame, *deal) : std::string(say(Phrase::app_name));
    const std::string end = " " + std::string(say(kind.file)) + " " + format(day) + std::string(kind.end);
    return {paper::file_name(whose, end), std::string(kind.media_type), export_bytes(frame, states, wish), kind.end == ".png"};
}

bool can_export(const Frame& frame, Export what, const Deal* deal) {
    switch (what) {
        case Export::people_svg:
        case Export::people_png:
        case Export::people_csv: return deal && !deal->people.empty();
        case Export::tasks_csv:
            return deal ? has_open_task(*deal)
                        : std::any_of(frame.workspace.deals.begin(), frame.workspace.deals.end(),
                                      [](const Box<Deal>& each) { return has_open_task(*each); });
        case Export::review_page: return last_reviewed_day(frame.workspace, frame.today).has_value();
        default: return !is_of_one_deal(what) || deal;
    }
}

std::span<const ExportName> export_names(bool of_deal) {
    static constexpr std::array deals = {
        ExportName{Export::deal_page, Phrase::export_page},          ExportName{Export::compass_svg, Phrase::export_compass_svg},
        ExportName{Export::compass_png, Phrase::export_compass_png}, ExportName{Export::people_svg, Phrase::export_people_svg},
        ExportName{Export::people_png, Phrase::export_people_png},   ExportName{Export::people_csv, Phrase::export_people_csv},
        ExportName{Export::tasks_csv, Phrase::export_tasks_csv}};
    static constexpr std::array funnel = {
        ExportName{Export::everything, Phrase::export_everything}, ExportName{Export::portfolio_page, Phrase::export_portfolio},
        ExportName{Export::review_page, Phrase::export_review},    ExportName{Export::funnel_svg, Phrase::export_funnel_svg},
        ExportName{Export::funnel_png, Phrase::export_funnel_png}, ExportName{Export::deals_csv, Phrase::export_deals_csv},
        ExportName{Export::tasks_csv, Phrase::export_tasks_csv}};
    return of_deal ? std::span<const ExportName>(deals) : funnel;
}

void draw_export_items(const Frame& frame, const Deal* deal) {
    if (menu_item("file", say(deal ? Phrase::export_as_file : Phrase::export_all_file)))
        frame.wish(deal ? ExportDeals{{deal->id}} : ExportDeals{});
    if (!deal && frame.keeps_files) {
        const std::string words = frame.kept_file.empty() ? std::string(say(Phrase::export_keep))
                                                          : say(Phrase::export_keep_again, {{"file", excerpt(frame.kept_file)}});
        if (menu_item("keep", words)) frame.wish(SaveToFile{});
        if (!frame.kept_file.empty() && menu_item("keep-elsewhere", say(Phrase::export_keep_elsewhere))) frame.wish(SaveToFile{true});
    }
    if (menu_item("locked", say(Phrase::export_locked))) frame.wish(deal ? ExportLocked{{deal->id}} : ExportLocked{});
    const Id id = deal ? deal->id : Id{};
    for (const auto& [what, words] : export_names(deal != nullptr)) {
        if (!can_export(frame, what, deal)) continue;
        if (menu_item(say(words), say(words))) frame.wish(ExportAs{what, id});
        if (what == Export::deal_page && menu_item("print", say(Phrase::export_print))) frame.wish(PrintDeal{id});
    }
    if (menu_item("anonymous", say(Phrase::export_anonymous))) frame.wish(AskAnonymous{id});
    if (deal && menu_item("link", say(Phrase::menu_link))) frame.wish(ShareDeals{{id}});
    if (deal && menu_item("copy", say(Phrase::menu_copy))) frame.wish(CopyDeal{id});
}

}  // namespace views
