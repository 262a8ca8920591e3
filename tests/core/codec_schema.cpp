// The published JSON Schema is the one the program works by.
#include "codec/workspace_codec.h"
#include "json.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

using namespace compass;

TEST_CASE("assets/deal-compass.schema.json is what json_schema() says; `deal-compass schema > assets/deal-compass.schema.json` renews it") {
    std::ifstream file(TEST_DATA "/../../assets/deal-compass.schema.json", std::ios::binary);
    REQUIRE(file);
    std::stringstream text;
    text << file.rdbuf();
    CHECK(text.str() == json_schema());
}

TEST_CASE("the schema is JSON, names its dialect, and every reference in it leads somewhere") {
    const Json schema = parsed(json_schema());
    CHECK(schema["$schema"] == "https://json-schema.org/draft/2020-12/schema");
    const Json flat = schema.flatten();
    int references = 0;
    for (const auto& [path, value] : flat.items()) {
        if (!path.ends_with("/$ref")) continue;
        ++references;
        CHECK(schema.contains(Json::json_pointer(value.get<std::string>().substr(1))));
    }
    CHECK(references > 60);
}
