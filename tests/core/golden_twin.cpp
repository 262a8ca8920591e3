// Prints index and navigator for every case of the golden file and for the sample deal, with all digits. Built natively and for
// the browser: their maths libraries differ in the last bits, what a salesperson sees may not.
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "reading/deal_reading.h"

#include <cstdio>

using namespace compass;

namespace {

void print(const char* what, double value) { std::printf("%s %.17g\n", what, value); }

void print_navigation(const Navigation& navigation) {
    print("hold_all", navigation.hold_all.value);
    print("best", navigation.best.value);
    for (const RankedMove& move : navigation.moves) print("move", move.value.value), print("chance", move.chance.value);
    for (const Needle& needle : navigation.field) print("needle", needle.value.value);
}

}  // namespace

int main() {
    const Playbook& playbook = default_playbook();
    constexpr double sums[][2] = {{0, 0}, {0.4, -0.7}, {-1.1, 0.9}};
    for (const auto& [choose, decide] : sums) {
        for (int i = 0; i < position_count; ++i) {
            print("decide", decide_chance(playbook.index, position_at(i), LogOdds{decide}).value);
            print("choose", choose_chance(playbook.index, position_at(i), LogOdds{choose}).value);
            for (const int periods : {1, 4, 13, 52})
                print_navigation(navigate(playbook, position_at(i), periods, LogOdds{decide}, LogOdds{choose}));
        }
    }
    const auto sample = read_workspace(builtin_case("3", Language::en));
    if (!sample) return 1;
    const Deal& deal = *sample->deals.front();
    const DealReading reading = read_deal(deal, &*sample->customers.front(), playbook, deal.teaching->today);
    for (const Side* side : {&reading.index->decide, &reading.index->choose}) {
        for (const Term& term : side->terms) print(name_of(term.factor), term.contribution.value);
        print("low", side->band.low.value), print("value", side->value.value), print("high", side->band.high.value);
    }
    for (const Unknown& unknown : reading.index->unknowns) print(unknown.id.c_str(), unknown.value_of_asking);
    print_navigation(reading.navigation);
}
