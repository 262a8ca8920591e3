#include "golden.h"

#include "json.h"
#include "model/words.h"

#include <fstream>
#include <iterator>
#include <string>

namespace compass {
namespace {

Position position_of(const Json& row) {
    const Json& words = row["position"];
    return {*named<Stage>(words[0].get<std::string>()), *named<Competition>(words[1].get<std::string>()),
            *named<Urgency>(words[2].get<std::string>())};
}

Golden read() {
    std::ifstream file(TEST_DATA "/golden_compass.json");
    const Json document = parsed(std::string(std::istreambuf_iterator<char>(file), {}));
    Golden golden;
    for (const Json& row : document["index"])
        golden.index.push_back(
            {position_of(row), row["choose_factors"], row["decide_factors"], row["decide"], row["choose"], row["index"]});
    for (const Json& row : document["navigator"]) {
        golden.navigator.push_back(
            {position_of(row), row["periods"], row["choose_factors"], row["decide_factors"], row["hold_all"], row["best"], {}});
        for (const auto& [move, value] : row["actions"].items()) golden.navigator.back().actions.emplace_back(move, value.get<double>());
    }
    return golden;
}

}  // namespace

const Golden& golden() {
    static const Golden rows = read();
    return rows;
}

}  // namespace compass
