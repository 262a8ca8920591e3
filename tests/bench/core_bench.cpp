// Prints how long the readings take natively. Measures only; nothing here can fail because of time.
#include "cli/command.h"
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "portfolio/distribution.h"
#include "reading/deal_reading.h"
#include "reading/navigator.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <istream>
#include <ostream>
#include <streambuf>
#include <string>
#include <vector>

using namespace compass;

namespace {

// Median time of one call in microseconds; `sink` keeps the calls alive.
template <class Function>
double microseconds(Function function) {
    constexpr int rounds = 51;
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

// The same line again and again, and a place where whatever is written is only counted.
class Lines : public std::streambuf {
  public:
    Lines(std::string line, int count) : line_(std::move(line)), left_(count) {}

  private:
    int_type underflow() override {
        if (left_-- == 0) return traits_type::eof();
        setg(line_.data(), line_.data(), line_.data() + line_.size());
        return traits_type::to_int_type(line_[0]);
    }
    std::string line_;
    int left_;
};

class Counted : public std::streambuf {
  public:
    std::size_t bytes = 0;

  private:
    int_type overflow(int_type) override { return ++bytes, 0; }
    std::streamsize xsputn(const char*, std::streamsize size) override { return bytes += static_cast<std::size_t>(size), size; }
};

// Deals of one line each through `deal-compass evaluate -`: how many a second on one core, and the most memory the process ever held.
void stream(int deals) {
    const std::string line = write_workspace(*read_workspace(builtin_case("3", Language::zh)), Layout::compact) + '\n';
    Lines lines(line, deals);
    Counted results;
    std::istream in(&lines);
    std::ostream out(&results), err(&results);
    cli::World world{in, out, err, Language::en, {}, 1};
    const auto start = std::chrono::steady_clock::now();
    cli::run({"evaluate", "-"}, world);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("evaluate, %6d deals of %.0f KB     %8.0f deals/s on one core, %.1f MB at most\n", deals,
                static_cast<double>(line.size()) / 1024, deals / seconds, static_cast<double>(usage.ru_maxrss) / 1024);
}

}  // namespace

int main() {
    stream(1000);
    stream(100000);
    const Playbook& playbook = default_playbook();
    const Deal deal;
    const double navigator = microseconds([&] { return navigate(playbook, Position{}, 26, {}, {}).best.value; });
    const double reading = microseconds([&] { return read_deal(deal, nullptr, playbook, {}).navigation.best.value; });
    std::vector<Order> orders(10000);  // 0.1 to 10 million yuan, chances of 2 to 97 %
    for (std::size_t i = 0; i < orders.size(); ++i)
        orders[i] = {1e7 * static_cast<double>(1 + i * 7919 % 100), {static_cast<double>(2 + i * 104729 % 96) / 100}};
    const double forecast = microseconds([&] { return quantile(total_of(orders), .5); });
    std::printf("navigator, 64 positions × 26 periods %8.1f µs  budget 60 µs\n", navigator);
    std::printf("everything read from one deal        %8.1f µs  budget 100 µs\n", reading);
    std::printf("exact total of 10,000 orders         %8.1f ms  budget 10 ms\n", forecast / 1000);
}
