#include "cli/files.h"

#include "cli/sentences.h"
#include "codec/workspace_codec.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <istream>
#include <ostream>
#include <sstream>
#include <system_error>

namespace compass::cli {
namespace {

int cannot_open(World& world, std::string_view path) {
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(std::filesystem::path(path), ignored);
    world.err << say(world.language, folder ? "cli_file_folder" : "cli_file_unreadable", {{"file", path}}) << '\n';
    return wrong_use;
}

}  // namespace

std::optional<std::string> read_file(std::string_view path) {
    std::ifstream file{std::string(path), std::ios::binary};
    std::ostringstream text;
    if (!file || file.peek() == std::ifstream::traits_type::eof()) return file.eof() ? std::optional<std::string>("") : std::nullopt;
    if (!(text << file.rdbuf())) return std::nullopt;
    return std::move(text).str();
}

int for_each_text(const Arguments& files, World& world, const std::function<int(std::string_view where, std::string_view text)>& use) {
    int worst = fine;
    for (const std::string_view path : files) {
        if (path == "-") {
            std::string line;
            for (int number = 1; std::getline(world.in, line); ++number)
                if (line.find_first_not_of(" \t\r") != line.npos) worst = std::max(worst, use("-:" + std::to_string(number), line));
        } else if (const std::optional<std::string> text = read_file(path)) {
            worst = std::max(worst, use(path, *text));
        } else {
            worst = std::max(worst, cannot_open(world, path));
        }
    }
    return worst;
}

std::optional<Playbook> playbook_in(std::string_view path, World& world, int& status) {
    const std::optional<std::string> text = read_file(path);
    if (!text) {
        status = cannot_open(world, path);
        return std::nullopt;
    }
    Result<Playbook> playbook = read_playbook(*text);
    if (!playbook) {
        report(world, path, playbook.errors());
        status = findings;
        return std::nullopt;
    }
    return std::move(*playbook);
}

}  // namespace compass::cli
