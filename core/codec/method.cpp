#include "codec/method.h"

#include "codec/builtin.h"
#include "codec/description.h"
#include "codec/format.h"
#include "codec/reader.h"

#include <algorithm>
#include <cassert>

namespace compass {

const Method& default_method() {
    static const Method method = [] {
        static constexpr Kind kind{.shape = Shape::object, .size = sizeof(Method), .object = &method_description};
        Method read;
        [[maybe_unused]] const Reading reading = read_document(builtin_method(), method_format, kind, &read);
        assert(reading.errors.empty());
        return read;
    }();
    return method;
}

Playbook with_method(Playbook playbook) {
    const std::size_t own = playbook.rules.size();
    for (const FindingRule& rule : default_method().rules) {
        const auto its_own = playbook.rules.begin() + static_cast<std::ptrdiff_t>(own);
        const bool replaced = std::any_of(playbook.rules.begin(), its_own, [&](const FindingRule& one) { return one.id == rule.id; });
        if (!replaced) playbook.rules.push_back(rule);
    }
    return playbook;
}

}  // namespace compass
