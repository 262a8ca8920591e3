// The deal-compass command: readings of files for terminals, scripts and pipelines.
#pragma once

#include "model/date.h"
#include "model/language.h"

#include <cstdint>
#include <iosfwd>
#include <string_view>
#include <vector>

namespace compass::cli {

// What a command may know and touch of the world, apart from the files that it is told to read.
struct World {
    std::istream& in;
    std::ostream& out;
    std::ostream& err;
    Language language = Language::en;
    Date today;
    std::uint64_t random = 0;  // ids are made from it
};

inline constexpr int fine = 0, findings = 1, wrong_use = 2;  // exit status

using Arguments = std::vector<std::string_view>;

// The words after the program's name. Results go to `out`, sentences to `err`. Returns the exit status.
int run(const Arguments& arguments, World& world);

// One verb each: the words after it.
int navigate(const Arguments& arguments, World& world);
int evaluate(const Arguments& arguments, World& world);
int forecast(const Arguments& arguments, World& world);
int report(const Arguments& arguments, World& world);
int calibrate(const Arguments& arguments, World& world);
int validate(const Arguments& arguments, World& world);
int schema(const Arguments& arguments, World& world);
int convert(const Arguments& arguments, World& world);
int anonymise(const Arguments& arguments, World& world);

}  // namespace compass::cli
