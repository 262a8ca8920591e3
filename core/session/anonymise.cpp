#include "session/anonymise.h"

#include "codec/value.h"
#include "codec/walk.h"
#include "codec/workspace_codec.h"
#include "model/text.h"
#include "session/anonymise_names.h"
#include "session/anonymise_words.h"
#include "session/identities.h"
#include "session/settle.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

namespace compass {
namespace {

using anonymity::Addresses;
using anonymity::characters;
using anonymity::Names;
using anonymity::Place;

constexpr int rounds_at_most = 3;

// Texts that are ids of the playbook or of the program: no one wrote them.
constexpr std::string_view id_fields[] = {"item", "criterion", "action",         "factor",  "level",
                                          "sign", "flags",     "planted_errors", "case_id", "playbook"};

std::string_view last_name(std::string_view path) {
    // Items of a list are called as their list.
    for (;;) {
        const std::size_t slash = path.rfind('/');
        const std::string_view last = path.substr(slash == path.npos ? 0 : slash + 1);
        const bool number = !last.empty() && std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (!number || slash == path.npos) return last;
        path = path.substr(0, slash);
    }
}

bool is_id_field(std::string_view path) {
    const std::string_view name = last_name(path);
    return std::find(std::begin(id_fields), std::end(id_fields), name) != std::end(id_fields);
}

// A field that asks who, and may be answered by "总经理" or by a name.
bool is_somebody(std::string_view text) {
    const auto letters = characters(text);
    if (letters.empty()) return false;
    if (!anonymity::is_han(letters.front())) {
        const std::size_t blank = text.find(' ');
        if (blank == text.npos || text.find(' ', blank + 1) != text.npos || text[0] < 'A' || text[0] > 'Z') return false;
        return !anonymity::is_common(text.substr(0, blank)) && !anonymity::is_common(text.substr(blank + 1));
    }
    if (letters.size() < 2 || letters.size() > 4 || !anonymity::begins_with_surname(text)) return false;
    constexpr std::string_view ends_of_bodies =
        "\u4F1A\u7EC4\u90E8\u5C42\u4EBA\u9662\u5C40\u5904\u53F8\u5385\u59D4\u529E\u79D1\u5BA4\u5382\u65B9\u957F";
    return anonymity::title_at(text) == 0 && ends_of_bodies.find(letters.back()) == ends_of_bodies.npos;
}

void add_somebody(Names& names, const std::string& text) {
    if (is_somebody(text)) names.add(Anonymous::person, text);
}

void add_names(Names& names, const Customer& customer) {
    names.add(Anonymous::customer, customer.name);
    names.add(Anonymous::region, customer.region);
    for (const std::string* who : {&customer.decision.above, &customer.decision.acceptance_signed_by, &customer.decision.payment_signed_by})
        add_somebody(names, *who);
    for (const Approval& approval : customer.decision.approvals) add_somebody(names, approval.approver);
}

// Each once, the owner first.
std::vector<std::string> our_people(const Deal& deal) {
    std::vector<std::string> all = {deal.owner};
    const auto add = [&](const std::string& name) {
        if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    };
    for (const TeamMember& member : deal.team) add(member.name);
    for (const Task& task : deal.tasks) add(task.owner);
    for (const Person& person : deal.people)
        for (const std::string& ours : person.contact.held_by) add(ours);
    add(deal.five_elements.confirmed_by);
    return all;
}

void add_names(Names& names, const Deal& deal) {
    for (const Person& person : deal.people) names.add(Anonymous::person, person.name);
    for (const Alternative& one : deal.alternatives)
        if (one.kind == AlternativeKind::rival) names.add(Anonymous::rival, one.name);
    names.add(Anonymous::project, deal.name);
    names.add(Anonymous::unit, deal.objective.unit);
    for (const ObjectiveChange& change : deal.objective_changes) names.add(Anonymous::unit, change.before.unit);
    for (const std::string& name : our_people(deal)) names.add(Anonymous::ours, name);
}

Addresses addresses_of(const Names& names, const Deal& deal) {
    Addresses addresses;
    for (const Person& person : deal.people) addresses.add(names, person.name, person.title + person.department);
    for (const std::string& name : our_people(deal)) addresses.add(names, name, {});
    return addresses;
}

// What may mean a name that is known, and is a word of its own too often to be replaced: given names alone, "Silver" of "Silver Lake".
void add_doubtful(Names& doubtful, const Customer& customer) {
    for (const std::string_view name : anonymity::short_names(customer.name).doubtful) doubtful.add(Anonymous::customer, name);
}

void add_doubtful(Names& doubtful, const Deal& deal) {
    for (const Person& person : deal.people) anonymity::add_doubtful(doubtful, person.name);
    for (const std::string& name : our_people(deal)) anonymity::add_doubtful(doubtful, name);
    for (const Alternative& one : deal.alternatives)
        if (one.kind == AlternativeKind::rival)
            for (const std::string_view name : anonymity::short_names(one.name).doubtful) doubtful.add(Anonymous::rival, name);
}

class Replacing final : public Visitor {
  public:
    Replacing(Names& names, const Addresses* addresses) : names_(names), addresses_(addresses) {}

    void visit(const Kind& kind, const Rule&, void* value, const std::string& path) override {
        if (kind.shape != Shape::text || is_id_field(path)) return;
        auto& text = as<std::string>(value);
        if (text.empty()) return;
        if (const std::string* stand_in = names_.whole(text)) {
            names_.count(*names_.find(text));
            text = *stand_in;
            return;
        }
        for (int round = 0; round < rounds_at_most; ++round) {
            std::string next = replaced(text, round == 0);
            if (next == text) break;
            text = std::move(next);
        }
    }

  private:
    std::string replaced(const std::string& text, bool first) {
        const std::string small = anonymity::folded(text);
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            if (first) {
                if (const auto contact = anonymity::contact_at(text, at)) {
                    put(result, names_.met(contact->kind, std::string_view(text).substr(at, contact->size), text));
                    at += contact->size;
                    continue;
                }
            }
            std::optional<Place> place = names_.at(text, small, at);
            if (addresses_ && first)
                if (const auto address = addresses_->at(text, small, at); address && (!place || address->size > place->size))
                    place = address;
            if (place) {
                put(result, place->name);
                at += place->size;
                continue;
            }
            const std::size_t bytes = std::max<std::size_t>(1, code_point_bytes(std::string_view(text).substr(at)));
            result += text.substr(at, bytes);
            at += bytes;
        }
        return result;
    }

    void put(std::string& result, std::size_t name) {
        names_.count(name);
        result += names_.all()[name].stand_in;
    }

    Names& names_;
    const Addresses* addresses_;
};

// Only what people wrote into a playbook: its texts, not its ids.
class ReplacingTexts final : public Visitor {
  public:
    explicit ReplacingTexts(Names& names) : replacing_(names, nullptr) {}
    void visit(const Kind& kind, const Rule& rule, void* value, const std::string& path) override {
        if (path.ends_with("/zh") || path.ends_with("/en")) replacing_.visit(kind, rule, value, path);
    }

  private:
    Replacing replacing_;
};

class Scaling final : public Visitor {
  public:
    explicit Scaling(double factor) : factor_(factor) {}
    // To three digits, so that the sum does not tell the factor; what was more stays more, or as much.
    void visit(const Kind& kind, const Rule& rule, void* value, const std::string&) override {
        if (kind.shape != Shape::minor_units) return;
        const double scaled = static_cast<double>(as<std::int64_t>(value)) * factor_;
        const double step = scaled < 1000 ? 1 : std::pow(10, std::floor(std::log10(scaled)) - 2);
        as<std::int64_t>(value) = static_cast<std::int64_t>(std::min(rule.high, std::round(scaled / step) * step));
    }

  private:
    double factor_;
};

class LookingForNames final : public Visitor {
  public:
    LookingForNames(const Names& names, std::size_t known, const Names& doubtful, std::set<std::string>& unsure,
                    std::set<std::string>& left)
        : names_(names), known_(known), doubtful_(doubtful), unsure_(unsure), left_(left) {
        for (const StandIn& one : names.all()) stand_ins_.add(Anonymous::person, one.stand_in);
    }

    void visit(const Kind& kind, const Rule& rule, void* value, const std::string& path) override {
        if (kind.shape != Shape::text) return;
        const auto& text = as<std::string>(value);
        const std::string small = anonymity::folded(text);
        for (std::size_t at = 0; at < text.size(); ++at)
            if (const auto place = names_.at(text, small, at); place && place->name < known_) left_.insert(names_.all()[place->name].name);
        if (is_id_field(path)) return;
        const std::string others = without_stand_ins(text, small);
        anonymity::collect_unsure(others, rule.lines, unsure_);
        look_for_doubtful(others);
        if (last_name(path) == "product" && !text.empty() && others != stand_in_) unsure_.insert(text);
    }

  private:
    // Each is a digit, which is no name and no end of a sentence.
    std::string without_stand_ins(const std::string& text, const std::string& small) const {
        std::string others;
        for (std::size_t at = 0; at < text.size();) {
            const auto place = stand_ins_.at(text, small, at);
            if (place)
                others += stand_in_;
            else
                others += text[at];
            at += place ? place->size : 1;
        }
        return others;
    }

    // As they are written: "mark" where it may be Mark, not each "he" where somebody is called He.
    void look_for_doubtful(const std::string& text) const {
        const std::string small = anonymity::folded(text);
        for (std::size_t at = 0; at < text.size(); ++at)
            if (const auto place = doubtful_.at(text, small, at))
                if (const std::string words = text.substr(at, place->size);
                    !anonymity::is_latin(words.substr(0, 1)) || words == doubtful_.all()[place->name].name)
                    unsure_.insert(words);
    }

    static constexpr std::string_view stand_in_ = "1";

    const Names& names_;
    Names stand_ins_;
    std::size_t known_;  // those after it were met in texts
    const Names& doubtful_;
    std::set<std::string>&unsure_, &left_;
};

// Whatever refers to something gets another id, in the same order, so that nothing that is sorted by them changes.
class Renumbering final : public Visitor {
  public:
    void visit(const Kind& kind, const Rule&, void* value, const std::string&) override {
        if (kind.shape != Shape::identity) return;
        Id& id = as<Id>(value);
        if (!id) return;
        if (collects)
            ids.emplace(id, Id{});
        else
            id = ids.at(id);
    }
    void draw(std::uint64_t random) {
        Identities identities(random);
        std::set<Id> drawn;
        while (drawn.size() < ids.size()) drawn.insert(identities.next());
        auto next = drawn.begin();
        for (auto& [old, id] : ids) id = *next++;
        collects = false;
    }

    std::map<Id, Id> ids;
    bool collects = true;
};

int drop_unknown(const Description& object, void* value);

int drop_unknown(const Kind& kind, void* value) {
    switch (kind.shape) {
        case Shape::object: return drop_unknown(*kind.object, value);
        case Shape::optional: {
            const void* inside = kind.optional->inside(value);
            return inside ? drop_unknown(*kind.item, const_cast<void*>(inside)) : 0;
        }
        case Shape::list: {
            if (is_scalar(kind.item->shape)) return 0;
            int count = 0;
            const Items items = kind.list->items(value);
            for (std::size_t i = 0; i < items.count; ++i) count += drop_unknown(*kind.item, const_cast<void*>(item_at(kind, items, i)));
            return count;
        }
        default: return 0;
    }
}

int drop_unknown(const Description& object, void* value) {
    int count = 0;
    for (std::uint32_t i = 0; i < object.count; ++i)
        count += drop_unknown(*object.fields[i].kind, at_offset(value, object.fields[i].offset));
    if (Extra* extra = extra_of(object, value)) {
        count += static_cast<int>(extra->members.size());
        extra->members.clear();
    }
    return count;
}

// Half of it to nearly twice as much, never so little else that it could be guessed away.
double factor_from(std::uint64_t random) {
    const double part = static_cast<double>(random >> 40 & 0xFFFF) / 65536;
    return random & 1 ? 0.5 + 0.35 * part : 1.2 + 0.7 * part;
}

int days_from(std::uint64_t random) {
    const int weeks = 3 + static_cast<int>(random >> 20 & 0xFF) % 24;
    return (random & 2 ? weeks : -weeks) * 7;
}

class Anonymising {
  public:
    Anonymising(const Workspace& workspace, const AnonymiseOptions& options) : options_(options) {
        for (const Box<Customer>& one : workspace.customers) customers_.push_back(*one);
        for (const Box<Deal>& one : workspace.deals) deals_.push_back(*one);
        if (workspace.playbook) playbook_ = **workspace.playbook;
        made_.dropped = static_cast<int>(workspace.extra.members.size());
    }

    Anonymised result() && {
        for (const Customer& one : customers_) add_names(names_, one);
        for (const Deal& one : deals_) add_names(names_, one);
        for (const Customer& one : customers_) add_doubtful(doubtful_, one);
        for (const Deal& one : deals_) add_doubtful(doubtful_, one);
        names_.settle();
        const std::size_t known = names_.all().size();
        replace();
        change_numbers();
        renumber();
        tidy();
        search(known);
        for (Customer& one : customers_) made_.workspace.customers.emplace_back(std::move(one));
        for (Deal& one : deals_) made_.workspace.deals.emplace_back(std::move(one));
        if (playbook_) made_.workspace.playbook = Box<Playbook>(std::move(*playbook_));
        for (const StandIn& one : names_.all())
            if (one.count > 0) made_.replaced.push_back(one);
        return std::move(made_);
    }

  private:
    // Of a customer its deals' people are spoken of, too.
    void replace() {
        std::map<Id, Addresses> of_customer;
        for (Deal& deal : deals_) {
            for (const Person& person : deal.people) of_customer[deal.customer].add(names_, person.name, person.title + person.department);
            const Addresses addresses = addresses_of(names_, deal);
            Replacing replacing(names_, &addresses);
            walk(deal_description, &deal, {}, replacing);
        }
        for (Customer& customer : customers_) {
            const auto addresses = of_customer.find(customer.id);
            Replacing replacing(names_, addresses == of_customer.end() ? nullptr : &addresses->second);
            walk(customer_description, &customer, {}, replacing);
        }
        ReplacingTexts texts(names_);
        if (playbook_) walk(playbook_description, &*playbook_, {}, texts);
    }

    void change_numbers() {
        Scaling scaling(factor_from(options_.random));
        const int days = days_from(options_.random);
        for (Customer& one : customers_) {
            if (options_.amounts) walk(customer_description, &one, {}, scaling);
            if (options_.dates) one = shifted(std::move(one), days);
        }
        for (Deal& one : deals_) {
            if (options_.amounts) walk(deal_description, &one, {}, scaling);
            if (options_.dates) one = shifted(std::move(one), days);
        }
    }

    void renumber() {
        Renumbering renumbering;
        const auto pass = [&] {
            for (Customer& one : customers_) walk(customer_description, &one, {}, renumbering);
            for (Deal& one : deals_) walk(deal_description, &one, {}, renumbering);
        };
        pass();
        renumbering.draw(options_.random);
        pass();
    }

    // A stand-in may be longer than what it stands for.
    void tidy() {
        for (Customer& one : customers_) made_.dropped += drop_unknown(customer_description, &one), clean(customer_description, &one);
        for (Deal& one : deals_) made_.dropped += drop_unknown(deal_description, &one), clean(deal_description, &one);
        if (playbook_) made_.dropped += drop_unknown(playbook_description, &*playbook_);
    }

    void search(std::size_t known) {
        std::set<std::string> unsure, left;
        LookingForNames searching(names_, known, doubtful_, unsure, left);
        for (Customer& one : customers_) walk(customer_description, &one, {}, searching);
        for (Deal& one : deals_) walk(deal_description, &one, {}, searching);
        const Names none;
        std::set<std::string> of_method;
        LookingForNames texts(names_, known, none, of_method, left);
        if (playbook_) walk(playbook_description, &*playbook_, {}, texts);
        made_.left.assign(left.begin(), left.end());
        made_.unsure.assign(unsure.begin(), unsure.end());
    }

    const AnonymiseOptions& options_;
    std::vector<Customer> customers_;
    std::vector<Deal> deals_;
    std::optional<Playbook> playbook_;
    Names names_;
    Names doubtful_;
    Anonymised made_;
};

}  // namespace

Anonymised anonymised(const Workspace& workspace, const AnonymiseOptions& options) { return Anonymising(workspace, options).result(); }

}  // namespace compass
