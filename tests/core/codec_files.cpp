#include "codec_files.h"

#include <doctest/doctest.h>

namespace compass::files {

OrderedJson valid() {
    return parsed_in_order(R"({
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

std::string with(const std::string& path, const OrderedJson& value) {
    OrderedJson file = valid();
    file[OrderedJson::json_pointer(path)] = value;
    return file.dump();
}

std::string replaced(std::string_view from, std::string_view to) {
    std::string text = valid().dump();
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

std::string shown(const std::vector<Error>& errors) {
    std::string all;
    for (const Error& error : errors) all += error.path + " | " + error.code + " | " + error.detail + '\n';
    return all;
}

std::vector<Error> errors_of(std::string_view file) {
    const Result<Workspace> result = read_workspace(file);
    return result ? std::vector<Error>{} : result.errors();
}

void refused(std::string_view file, const char* path, const char* code, const char* detail) {
    const std::vector<Error> errors = errors_of(file);
    CAPTURE(shown(errors));
    REQUIRE(errors.size() == 1);
    CHECK(errors[0] == Error{path, code, detail});
}

void refused_at(std::string_view bytes, std::size_t read, const char* code) {
    const std::string file = replaced("One sentence.", bytes);
    const std::string place = std::to_string(file.find(bytes) + read);
    refused(file, "/deals/0/objective/sentence", code, (place + " (1:" + place + ")").c_str());
}

void accepted(std::string_view file) { CHECK(shown(errors_of(file)) == ""); }

}  // namespace compass::files
