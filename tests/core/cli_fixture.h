// Runs the command on texts, as a terminal would.
#pragma once

#include "cli/command.h"
#include "codec/builtin.h"
#include "codec/workspace_codec.h"
#include "sample_deal.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace compass {

struct Outcome {
    int status;
    std::string out, err;
};

inline Outcome run(const std::vector<std::string>& words, const std::string& input = {}, Language language = Language::en) {
    std::istringstream in(input);
    std::ostringstream out, err;
    cli::World world{in, out, err, language, sample_today, 7};
    const int status = cli::run({words.begin(), words.end()}, world);
    return {status, out.str(), err.str()};
}

class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& text) {
        // Tests may run in several processes at once.
        static int count = 0;
        path_ = std::filesystem::temp_directory_path() /
                ("deal-compass-test-" + std::to_string(getpid()) + "-" + std::to_string(++count) + ".json");
        std::ofstream(path_, std::ios::binary) << text;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

inline std::string case_line() { return write_workspace(*read_workspace(builtin_case("3", Language::en)), Layout::compact); }

inline int lines_of(const std::string& text) { return static_cast<int>(std::count(text.begin(), text.end(), '\n')); }

}  // namespace compass
