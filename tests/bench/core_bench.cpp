// Prints how long the readings take natively. Measures only; nothing here can fail because of time.
#include "codec/workspace_codec.h"
#include "reading/deal_reading.h"
#include "reading/navigator.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

using namespace compass;

namespace {

// Median time of one call in microseconds; `sink` keeps the calls alive.
template <class Function>
double microseconds(Function function) {
    constexpr int rounds = 201;
    volatile double sink = 0;
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const auto start = std::chrono::steady_clock::now();
        sink = sink + function();
        times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[rounds / 2];
}

}  // namespace

int main() {
    const Playbook& playbook = default_playbook();
    const Deal deal;
    const double navigator = microseconds([&] { return navigate(playbook, Position{}, 26, {}, {}).best.value; });
    const double reading = microseconds([&] { return read_deal(deal, nullptr, playbook, {}).navigation.best.value; });
    std::printf("navigator, 64 positions × 26 periods %8.1f µs  budget 60 µs\n", navigator);
    std::printf("everything read from one deal        %8.1f µs  budget 100 µs\n", reading);
}
