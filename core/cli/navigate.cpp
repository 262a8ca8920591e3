// deal-compass navigate: the moves from one position, or from where each deal of a file stands.
#include "cli/command.h"
#include "cli/deals.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/result_json.h"
#include "cli/sentences.h"
#include "codec/workspace_codec.h"
#include "reading/navigator.h"

#include <algorithm>
#include <ostream>

namespace compass::cli {
namespace {

constexpr std::string_view navigate_usage = "cli_usage_navigate";

// Reads the options one by one and keeps the first complaint.
class Wishes {
  public:
    Wishes(const Options& options, Language language) : options_(options), language_(language) {}

    template <class Level>
    Level level(std::string_view option) {
        const auto text = required(option);
        const auto level = text ? named<Level>(*text) : std::nullopt;
        if (text && !level) {
            std::string permitted;
            for (const char* word : WordsOf<Level>::words) permitted += (permitted.empty() ? "" : " ") + std::string(word);
            complain("cli_value_wrong", {{"option", option}, {"value", *text}, {"permitted", permitted}});
        }
        return level.value_or(Level{});
    }

    int periods(std::string_view option, int most) {
        const auto text = required(option);
        const auto number = text ? whole_of(*text) : std::nullopt;
        if (text && (!number || *number < 1 || *number > most)) {
            const std::string permitted = say(language_, "cli_number_between", {{"low", "1"}, {"high", std::to_string(most)}});
            complain("cli_value_wrong", {{"option", option}, {"value", *text}, {"permitted", permitted}});
        }
        return number.value_or(1);
    }

    LogOdds log_odds(std::string_view option) {
        const auto given = options_.values.find(option);
        if (given == options_.values.end()) return {};
        const auto number = number_of(given->second);
        if (!number)
            complain("cli_value_wrong", {{"option", option}, {"value", given->second}, {"permitted", say(language_, "cli_any_number")}});
        return {number.value_or(0)};
    }

    const std::string& complaint() const { return complaint_; }

  private:
    std::optional<std::string_view> required(std::string_view option) {
        const auto given = options_.values.find(option);
        if (given != options_.values.end()) return given->second;
        complain("cli_option_missing", {{"option", option}});
        return std::nullopt;
    }

    void complain(std::string_view key, Values values) {
        if (complaint_.empty()) complaint_ = say(language_, key, values);
    }

    const Options& options_;
    Language language_;
    std::string complaint_;
};

int navigate_position(const Options& options, World& world) {
    std::optional<Playbook> own;
    if (const auto path = options.values.find("--playbook"); path != options.values.end()) {
        int status = fine;
        own = playbook_in(path->second, world, status);
        if (!own) return status;
    }
    const Playbook& playbook = own ? *own : default_playbook();

    Wishes wishes(options, world.language);
    const Position position{wishes.level<Stage>("--stage"), wishes.level<Competition>("--competition"), wishes.level<Urgency>("--urgency")};
    const int periods = wishes.periods("--periods", playbook.navigator.periods_at_most);
    const LogOdds choose = wishes.log_odds("--choose"), decide = wishes.log_odds("--decide");
    if (!wishes.complaint().empty()) return refuse(world, wishes.complaint(), navigate_usage);

    JsonLine json;
    write_moves(json.open('{'), compass::navigate(playbook, position, periods, decide, choose));
    world.out << json.close('}').text() << '\n';
    return fine;
}

// A closed deal has no moves; it has its line all the same, with its status.
int navigate_deals(const Options& options, World& world) {
    int status = fine;
    const std::optional<Manner> manner = manner_of(options, world, navigate_usage, status);
    if (!manner) return status;
    return for_each_deal(options.files, *manner, world,
                         [&](const Deal& deal, const Customer* customer, const Playbook& playbook, Date today) {
                             JsonLine json;
                             json.open('{').member("deal", format(deal.id)).member("status", name_of(deal.status));
                             const DealReading reading = read_deal(deal, customer, playbook, today);
                             if (reading.index) write_moves(json.member("index", reading.index->index), reading.navigation);
                             world.out << json.close('}').text() << '\n';
                         });
}

}  // namespace

int navigate(const Arguments& arguments, World& world) {
    const bool of_position = std::any_of(arguments.begin(), arguments.end(), [](std::string_view word) {
        return word.starts_with("--stage") || word.starts_with("--competition") || word.starts_with("--urgency");
    });
    const Options options =
        of_position ? read_options(arguments, {"--stage", "--competition", "--urgency", "--periods", "--choose", "--decide", "--playbook"},
                                   world.language)
                    : read_options(arguments, {"--today", "--playbook"}, world.language);
    if (!options.complaint.empty()) return refuse(world, options.complaint, navigate_usage);
    if (of_position && !options.files.empty())
        return refuse(world, say(world.language, "cli_argument_unexpected", {{"argument", options.files.front()}}), navigate_usage);
    if (!of_position && options.files.empty()) return refuse(world, say(world.language, "cli_position_or_file"), navigate_usage);
    return of_position ? navigate_position(options, world) : navigate_deals(options, world);
}

}  // namespace compass::cli
