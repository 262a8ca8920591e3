#include "generate.h"

#include "codec/description.h"
#include "codec/json_text.h"
#include "codec/walk.h"
#include "codec/workspace_codec.h"
#include "model/numbers.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace compass::generate {
namespace {

template <class T>
T& as(void* value) {
    return *static_cast<T*>(value);
}

class Filler {
  public:
    Filler(Random& random, const Density& density) : random_(random), density_(density) {}

    void object(const Description& description, void* value) {
        for (std::uint32_t i = 0; i < description.count; ++i) {
            const Field& field = description.fields[i];
            if (field.rule.required || random_.chance(density_.filled)) any(*field.kind, field.rule, at_offset(value, field.offset));
        }
        if (description.extra != no_extra && random_.chance(density_.unknown)) unknown(description, value);
    }

  private:
    void any(const Kind& kind, const Rule& rule, void* value) {
        switch (kind.shape) {
            case Shape::text: as<std::string>(value) = some_text(rule); break;
            case Shape::truth: as<bool>(value) = random_.chance(0.5); break;
            case Shape::whole: as<int>(value) = static_cast<int>(whole(rule)); break;
            case Shape::minor_units: as<std::int64_t>(value) = whole(rule); break;
            case Shape::number: as<double>(value) = random_.real(rule.low, rule.high); break;
            case Shape::word: as<std::uint8_t>(value) = static_cast<std::uint8_t>(random_.between(0, kind.count - 1)); break;
            case Shape::date: {
                const std::int32_t beyond = random_.chance(density_.broken) ? 100'000 : 0;
                as<Date>(value) = {static_cast<std::int32_t>(random_.between(first_date.days - beyond, last_date.days + beyond))};
                break;
            }
            case Shape::identity:
                if (rule.meaning == Meaning::person && !random_.chance(density_.broken)) break;
                as<Id>(value) = random_.chance(density_.broken) ? Id{} : make_id(random_.bits(), random_.bits());
                break;
            case Shape::currency:
                for (char& letter : as<Currency>(value).code)
                    letter = static_cast<char>(random_.between('A', random_.chance(density_.broken) ? 'z' : 'Z'));
                break;
            case Shape::optional: any(*kind.item, rule, kind.optional->fill(value)); break;
            case Shape::list:
                for (std::int64_t i = random_.between(0, std::min<std::int64_t>(density_.items, rule.at_most)); i > 0; --i) {
                    any(*kind.item, rule, kind.list->append(value));
                }
                break;
            case Shape::object: object(*kind.object, value); break;
            case Shape::row:
            case Shape::box: break;  // the playbook's: see playbook()
        }
    }

    std::string some_text(const Rule& rule) {
        static constexpr std::array<std::string_view, 9> odd = {"",         "  ",      "\x01\x02", "a\r\nb", "\xFF\xFEx", "\xED\xA0\x80",
                                                                "　临江　", "\u0085x", "e\u0301"};
        if (random_.chance(density_.broken)) return std::string(odd[random_.bits() % odd.size()]);
        std::string some = text(random_, random_.chance(0.002) ? rule.length : 20, rule.lines);
        return rule.filled && some.empty() ? "x" : some;
    }

    std::int64_t whole(const Rule& rule) {
        const std::int64_t beyond = random_.chance(density_.broken) ? 3 : 0;
        return random_.between(static_cast<std::int64_t>(rule.low) - beyond, static_cast<std::int64_t>(rule.high) + beyond);
    }

    // Also of its money, position or text in two languages, where it has one.
    void unknown(const Description& description, void* value) {
        auto& members = as<Extra>(at_offset(value, description.extra)).members;
        for (std::int64_t i = random_.between(1, 3); i > 0; --i) {
            members.emplace_back("x_" + std::to_string(random_.bits() % 1000) + text(random_, 4, false), json(random_, 3));
        }
        for (std::uint32_t i = 0; i < description.count; ++i) {
            const Field& field = description.fields[i];
            const Kind* kind = field.kind;
            if (kind->shape == Shape::optional && kind->optional->inside(at_offset(value, field.offset))) kind = kind->item;
            if (kind->shape != Shape::object || kind->object->extra != no_extra) continue;
            members.emplace_back(std::string(field.name) + nested_separator + "x_rate", json(random_, 2));
        }
        std::sort(members.begin(), members.end());
        const auto same = [](const auto& a, const auto& b) { return a.first == b.first; };
        members.erase(std::unique(members.begin(), members.end(), same), members.end());
    }

    Random& random_;
    const Density& density_;
};

// Gives every reference that must or may be there one of the people; without people there are no links.
class Referrer final : public Visitor {
  public:
    Referrer(Random& random, const Deal& deal) : random_(random) {
        for (const Person& person : deal.people) people_.push_back(person.id);
    }

    void visit(const Kind& kind, const Rule& rule, void* value, const std::string&) override {
        if (kind.shape != Shape::identity || rule.meaning != Meaning::person || people_.empty()) return;
        if (rule.required || random_.chance(0.5)) as<Id>(value) = people_[random_.bits() % people_.size()];
    }

  private:
    Random& random_;
    std::vector<Id> people_;
};

const Description* found_in(std::string_view name, const Description& from) {
    if (from.name == name) return &from;
    for (std::uint32_t i = 0; i < from.count; ++i) {
        const Kind* kind = from.fields[i].kind;
        while (kind->item) kind = kind->item;
        if (kind->shape != Shape::object) continue;
        if (const Description* found = found_in(name, *kind->object)) return found;
    }
    return nullptr;
}

}  // namespace

void fill(Random& random, const Density& density, const Description& object, void* value) { Filler(random, density).object(object, value); }

const Description& described(std::string_view name) {
    const Description* found = found_in(name, deal_description);
    return found ? *found : *found_in(name, customer_description);
}

std::uint64_t Random::bits() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

std::int64_t Random::between(std::int64_t from, std::int64_t to) {
    return from + static_cast<std::int64_t>(bits() % (static_cast<std::uint64_t>(to - from) + 1));
}

double Random::real(double from, double to) { return from + (to - from) * (static_cast<double>(bits() >> 11) + 0.5) * 0x1p-53; }

std::string text(Random& random, std::size_t length_at_most, bool lines) {
    static constexpr std::array<std::string_view, 14> letters = {"a",  "Z", "7", "客", "户", "é",  "\"",
                                                                 "\\", "/", "😀", "{",  "—",  "骨", "\xE2\x80\xA8"};
    std::string some;
    const std::int64_t length = random.between(0, static_cast<std::int64_t>(length_at_most));
    for (std::int64_t i = 0; i < length; ++i) {
        const bool inside = i > 0 && i + 1 < length;
        const std::int64_t blank = inside ? random.between(0, 9) : 9;
        if (blank == 0)
            some += ' ';
        else if (blank == 1 && lines)
            some += random.chance(0.5) ? '\n' : '\t';
        else
            some += letters[random.bits() % letters.size()];
    }
    return some;
}

std::string json(Random& random, int depth) {
    std::string out;
    switch (random.between(0, depth > 0 ? 7 : 5)) {
        case 0: return "null";
        case 1: return random.chance(0.5) ? "true" : "false";
        case 2: return std::to_string(random.between(-1'000'000'000'000'000, 1'000'000'000'000'000));
        case 3: return "-1.250e-3";  // numbers stay as they were written
        case 4: return std::to_string(~std::uint64_t{0});
        case 5: append_quoted(out, text(random, 12, true)); return out;
        case 6:
            out = "[";
            for (std::int64_t i = random.between(0, 3); i > 0; --i) out += (out.size() > 1 ? "," : "") + json(random, depth - 1);
            return out + "]";
        default:
            out = "{";
            for (std::int64_t i = random.between(0, 3); i > 0; --i) {
                out += (out.size() > 1 ? ",\"" : "\"") + std::to_string(i) + "\":" + json(random, depth - 1);
            }
            return out + "}";
    }
}

Playbook playbook(Random& random) {
    Playbook book = default_playbook();
    const auto words = [&] { return Text{"词" + text(random, 10, true), "w" + text(random, 10, true)}; };
    book.id = "own-" + std::to_string(random.bits() % 1000);
    book.name = words();
    book.index.support = random.real(-2, 3);
    book.index.prior = random.real(0.01, 0.99);
    book.index.gate_debt = random.real(-2, 0);
    book.navigator.period_days = static_cast<int>(random.between(1, 31));
    book.navigator.undecided = random.real(0, 1);
    book.people.certainty[3] = random.real(0, 0.5);
    book.protection_months = static_cast<int>(random.between(0, 24));
    if (random.chance(0.5)) book.signs.resize(static_cast<std::size_t>(random.between(0, 3)));
    for (std::int64_t i = random.between(0, 3); i > 0; --i) {
        const double half = random.real(0, 1);
        book.own_factors.push_back({"own." + std::to_string(i),
                                    words(),
                                    random.chance(0.5) ? FactorTarget::decide : FactorTarget::choose,
                                    {{"yes", words(), random.real(-1, 1), half, {}}, {"no", words(), random.real(-1, 1), 1 - half, {}}},
                                    {}});
    }
    book.practice.review_again_days = static_cast<int>(random.between(0, 30));
    if (random.chance(0.5)) book.practice.house = {{"house.own", HouseLayer::general, words(), {}}};
    if (random.chance(0.5)) book.practice.key_actions = {{"p3.manager.1", FunnelStage::p3, OurRole::manager, words(), {}}};
    if (random.chance(0.5)) book.practice.approvals = {{Money{1000, {}}, words(), {}}, {{}, words(), {}}};
    if (random.chance(0.5)) book.practice.efforts = {{StepKind::cover, random.real(0, 9), {}}};
    book.extra.members = {{"x_trainer", json(random, 2)}};
    return book;
}

Workspace workspace(std::uint64_t seed, const Density& density) {
    Random random(seed);
    Filler filler(random, density);
    Workspace made;
    for (std::int64_t i = random.between(1, 2); i > 0; --i) {
        Customer customer;
        filler.object(customer_description, &customer);
        made.customers.push_back(std::move(customer));
    }
    for (std::int64_t i = random.between(0, density.deals); i > 0; --i) {
        Deal deal;
        filler.object(deal_description, &deal);
        deal.customer = made.customers[random.bits() % made.customers.size()]->id;
        if (deal.people.empty()) deal.links.clear();
        Referrer referrer(random, deal);
        walk(deal_description, &deal, {}, referrer);
        made.deals.push_back(std::move(deal));
    }
    if (random.chance(0.005)) made.playbook = playbook(random);
    if (random.chance(density.unknown * 5)) made.extra.members = {{"x_theme", json(random, 3)}};
    return made;
}

}  // namespace compass::generate
