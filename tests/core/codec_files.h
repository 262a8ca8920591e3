// A small valid file to break, and what the reader says of it.
#pragma once

#include "codec/workspace_codec.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace compass::files {

inline constexpr const char* customer_id = "c0000000-0000-4000-8000-000000000001";
inline constexpr const char* deal_id = "d0000000-0000-4000-8000-000000000001";
inline constexpr const char* person_id = "a0000000-0000-4000-8000-000000000001";
inline constexpr const char* evidence_id = "e0000000-0000-4000-8000-000000000001";

// One customer, one deal with two people, a piece of evidence, a link and a task.
inline nlohmann::ordered_json valid() {
    return nlohmann::ordered_json::parse(R"({
        "format": "deal-compass", "version": "1.0",
        "customers": [{"id": "c0000000-0000-4000-8000-000000000001", "name": "华东集团", "relationship": 3}],
        "deals": [{
            "id": "d0000000-0000-4000-8000-000000000001",
            "customer": "c0000000-0000-4000-8000-000000000001",
            "name": "节能改造",
            "objective": {"sentence": "One sentence.", "amount": {"minor": 860000000, "currency": "CNY"}, "signing_date": "2027-05-20"},
            "position": {
                "claimed": {"stage": "solution", "competition": "level", "urgency": "active"},
                "stage_evidence": [{"id": "e0000000-0000-4000-8000-000000000001", "text": "They compare.", "date": "2026-11-01",
                                    "source": "a0000000-0000-4000-8000-000000000001", "certainty": "explicit"}]
            },
            "people": [{"id": "a0000000-0000-4000-8000-000000000001", "name": "田", "roles": ["user_in_charge"], "support": 2},
                       {"id": "a0000000-0000-4000-8000-000000000002", "name": "赵", "support": -1}],
            "links": [{"from": "a0000000-0000-4000-8000-000000000001", "to": "a0000000-0000-4000-8000-000000000002", "kind": "allied"}],
            "tasks": [{"id": "b0000000-0000-4000-8000-000000000001", "what": "Call.", "person": "a0000000-0000-4000-8000-000000000002"}]
        }]
    })");
}

// The valid file with another value at this JSON pointer.
inline std::string with(const std::string& path, const nlohmann::ordered_json& value) {
    nlohmann::ordered_json file = valid();
    file[nlohmann::ordered_json::json_pointer(path)] = value;
    return file.dump();
}

// With the text that stands there once replaced.
inline std::string replaced(std::string_view from, std::string_view to) {
    std::string text = valid().dump();
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

inline std::string shown(const std::vector<Error>& errors) {
    std::string all;
    for (const Error& error : errors) all += error.path + " | " + error.code + " | " + error.detail + '\n';
    return all;
}

inline std::vector<Error> errors_of(std::string_view file) {
    const Result<Workspace> result = read_workspace(file);
    return result ? std::vector<Error>{} : result.errors();
}

// The file has this one error.
inline void refused(std::string_view file, const char* path, const char* code, const char* detail) {
    const std::vector<Error> errors = errors_of(file);
    CAPTURE(shown(errors));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0] == Error{path, code, detail});
}

// The objective's sentence replaced by `bytes`, which are refused after `read` of them.
inline void refused_at(std::string_view bytes, std::size_t read, const char* code) {
    const std::string file = replaced("One sentence.", bytes);
    const std::string place = std::to_string(file.find(bytes) + read);
    refused(file, "/deals/0/objective/sentence", code, (place + " (1:" + place + ")").c_str());
}

inline void accepted(std::string_view file) { CHECK(shown(errors_of(file)) == ""); }

}  // namespace compass::files
