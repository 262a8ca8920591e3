#include "cli/command.h"
#include "cli/sentences.h"

#include <ctime>
#include <iostream>
#include <random>

namespace {

compass::Date local_today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return compass::date_of({local.tm_year + 1900, local.tm_mon + 1, local.tm_mday}).value_or(compass::Date{});
}

std::uint64_t some_bits() {
    std::random_device device;
    return std::uint64_t{device()} << 32 | device();
}

}  // namespace

int main(int count, char** words) {
    std::ios::sync_with_stdio(false);
    compass::cli::World world{std::cin, std::cout, std::cerr, compass::cli::language_of_environment(), local_today(), some_bits()};
    return compass::cli::run({words + 1, words + count}, world);
}
