#include "generate_action.h"

#include "codec/value.h"
#include "codec/workspace_codec.h"

#include <algorithm>
#include <cstddef>

namespace compass::generate {
namespace {

const Density typed{.filled = .4, .items = 2, .unknown = .1, .broken = .1};

// Each alternative of Action is made by one make(), named by the type it fills.
class Making {
  public:
    Making(const Workspace& workspace, Random& random) : workspace_(workspace), random_(random) {
        if (!workspace.deals.empty() && random.chance(.95)) deal_ = &*one_of(workspace.deals);
        id_ = deal_ ? deal_->id : unknown_id();
    }

    void make(CreateDeal& action) {
        action = {text(), text(), text(), thing<Objective>("Objective"), position()};
        if (!workspace_.customers.empty() && random_.chance(.5)) action.customer_name = one_of(workspace_.customers)->name;
    }
    void make(RenameDeal& action) { action = {id_, text()}; }
    void make(EditDeal& action) {
        Objective objective = deal_ ? deal_->objective : Objective{};
        if (random_.chance(.5)) objective = thing<Objective>("Objective");
        action = {id_,   text(), text(), text(), objective, word(DealKind::new_customer), word(LeadChannel::inbound), word(FunnelStage::p7),
                  text()};
    }
    void make(DuplicateDeal& action) { action = {id_, text()}; }
    void make(DeleteDeal& action) { action = {id_}; }
    void make(SetFunnelStage& action) { action = {id_, word(FunnelStage::p7)}; }
    void make(SetStatus& action) { action = {id_, word(DealStatus::suspended), word(EndReason::we_withdrew), date(), text()}; }
    void make(SetContract& action) { action = {id_, money(), money()}; }
    void make(SetProtection& action) { action = {id_, thing<Protection>("Protection")}; }
    void make(SetTeaching& action) {
        action.deal = id_;
        if (random_.chance(.5)) action.teaching = thing<TeachingCase>("TeachingCase");
    }
    void make(SetLevel& action) { action = {id_, word(Axis::urgency), whole(-2, 5), text()}; }
    void make(SetPosition& action) { action = {id_, position(), text()}; }
    void make(PutEvidence& action) {
        const Axis axis = word(Axis::urgency);
        action = {id_, axis, with_id("Evidence", deal_ ? evidence_of(deal_->position, axis) : std::vector<Evidence>{}), {}};
        action.evidence.source = somebody();
        if (random_.chance(.3)) action.level = whole(-1, 4);
    }
    void make(RemoveEvidence& action) {
        const Axis axis = word(Axis::urgency);
        action = {id_, axis, id_in(deal_ ? evidence_of(deal_->position, axis) : std::vector<Evidence>{})};
    }
    void make(NoteGutFeel& action) { action = {id_, whole(-6, 6), text()}; }
    void make(PutAlternative& action) { action = {id_, with_id("Alternative", of(&Deal::alternatives))}; }
    void make(RemoveAlternative& action) { action = {id_, id_in(of(&Deal::alternatives))}; }
    void make(PutCompellingEvent& action) {
        put_plain("CompellingEvent", of(&Deal::compelling_events), action.event, action.before), action.deal = id_;
    }
    void make(RemoveCompellingEvent& action) { action = {id_, plain(of(&Deal::compelling_events))}; }
    void make(PutPerson& action) { action = {id_, with_id("Person", of(&Deal::people))}; }
    void make(RatePerson& action) {
        action = {id_, somebody(), {}, word(Degree::low), word(Attitude::overconfident)};
        if (random_.chance(.8)) action.support = whole(-7, 7);
    }
    void make(RemovePerson& action) { action = {id_, somebody()}; }
    void make(PutLink& action) {
        seek([](const Deal& deal) { return deal.people.size() > 1; });
        put_plain("Link", of(&Deal::links), action.link, action.before);
        action.deal = id_;
        if (!action.before && random_.chance(.9)) action.link.from = somebody(), action.link.to = somebody();
    }
    void make(RemoveLink& action) {
        seek([](const Deal& deal) { return !deal.links.empty(); });
        action = {id_, plain(of(&Deal::links))};
    }
    void make(PutAnswer& action) {
        const Answer before = deal_ ? deal_->bantcc.budget : Answer{};
        action = {id_, word(Question::bantcc_competitors), random_.chance(.5) ? changed("Answer", before) : thing<Answer>("Answer")};
    }
    void make(ConfirmOpportunity& action) { action = {id_, text()}; }
    void make(PutGateItem& action) { action = {id_, keyed("GateItem", of(&Deal::gates))}; }
    void make(MarkKeyAction& action) {
        const KeyAction one = keyed("KeyAction", of(&Deal::key_actions));
        action = {id_, one.action, random_.chance(.7) ? std::optional(one.done) : std::nullopt};
    }
    void make(PutFactorAnswer& action) { action = {id_, keyed("FactorAnswer", of(&Deal::own_factors))}; }
    void make(PutTask& action) {
        action = {id_, with_id("Task", of(&Deal::tasks))};
        action.task.person = somebody();
    }
    void make(FinishTask& action) { action = {id_, id_in(of(&Deal::tasks)), text()}; }
    void make(RemoveTask& action) { action = {id_, id_in(of(&Deal::tasks))}; }
    void make(RecordReview& action) { action = {id_, thing<Review>("Review")}; }
    void make(PutTeamMember& action) { put_plain("TeamMember", of(&Deal::team), action.member, action.before), action.deal = id_; }
    void make(RemoveTeamMember& action) { action = {id_, plain(of(&Deal::team))}; }
    void make(PutStoryEvent& action) { put_plain("StoryEvent", of(&Deal::story), action.event, action.before), action.deal = id_; }
    void make(RemoveStoryEvent& action) { action = {id_, plain(of(&Deal::story))}; }
    void make(RecordVisit& action) {
        action = {id_, random_.chance(.6) ? somebody() : Id{}, {}};
        for (int left = whole(0, 4); left > 0; --left) action.lines.push_back(visit_line());
    }
    void make(PutCustomer& action) {
        if (workspace_.customers.empty() || random_.chance(.3))
            action = {thing<Customer>("Customer")};
        else
            action = {changed("Customer", *one_of(workspace_.customers))};
        if (random_.chance(.2)) action.customer.id = {};
    }
    void make(DeleteCustomer& action) {
        action.customer = workspace_.customers.empty() || random_.chance(.5) ? unknown_id() : one_of(workspace_.customers)->id;
    }
    void make(SetPlaybook& action) {
        if (random_.chance(.5)) return;
        Playbook book = default_playbook();
        book.id = text();
        book.index.prior = random_.real(-.2, 1.2);
        book.signs = {}, book.moves = {}, book.priors = {};  // a small one: it is written again and again
        for (FunnelStageText& stage : book.funnel) stage.gate = {};
        action.playbook = std::move(book);
    }
    void make(ImportWorkspace& action) { action.incoming = workspace(random_.bits() % 40, {.deals = 2}); }
    void make(FollowWorkspace& action) { action.saved = workspace(random_.bits() % 40, {.deals = 2}); }
    void make(RestoreVersion& action) {
        if (workspace_.deals.empty()) return;
        action.deal = *one_of(workspace_.deals);
        action.customer = *find_customer(workspace_, action.deal.customer);
        action.deal.owner = "then";
        action.deal.position.claimed.urgency = word(Urgency::urgent);
        action.deal.trail.clear();
    }
    void make(RestoreDeleted& action) { action.deleted = workspace(random_.bits() % 40, {.deals = 2}); }
    void make(RestoreBackup& action) { action.backup = workspace(random_.bits() % 40, {.deals = 2}); }

  private:
    template <class T>
    const T& one_of(const std::vector<T>& all) {
        return all[random_.bits() % all.size()];
    }
    template <class T>
    std::vector<T> of(std::vector<T> Deal::*list) const {
        return deal_ ? deal_->*list : std::vector<T>{};
    }

    // Another deal where that one is not `fit` for what few are.
    template <class Fit>
    void seek(Fit fit) {
        for (const Box<Deal>& deal : workspace_.deals)
            if (fit(*deal)) deal_ = &*deal, id_ = deal->id;
    }

    VisitLine visit_line() {
        VisitLine line;
        line.typed = text(), line.words = text(), line.kind = word(LineKind::story), line.date = date();
        if (random_.chance(.7)) line.who = somebody();
        if (random_.chance(.8)) line.axis = word(Axis::urgency);
        if (random_.chance(.5)) line.sign = text();
        if (random_.chance(.5)) line.level = whole(-2, 5);
        if (random_.chance(.8)) line.question = word(Question::bantcc_competitors);
        if (random_.chance(.8)) line.support = whole(-7, 7);
        line.direction = word(Direction::against), line.certainty = word(Certainty::unclear);
        line.person = thing<Person>("Person");
        return line;
    }
    Id unknown_id() { return make_id(random_.bits(), random_.bits()); }
    template <class T>
    Id id_in(const std::vector<T>& all) {
        return all.empty() || random_.chance(.1) ? unknown_id() : one_of(all).id;
    }
    Id somebody() { return id_in(of(&Deal::people)); }

    template <class T>
    T thing(std::string_view name) {
        T made{};
        fill(random_, typed, described(name), &made);
        return made;
    }
    // Sometimes as a form makes it that knows nothing of unknown members.
    template <class T>
    T changed(std::string_view name, T one) {
        T made = one;
        fill(random_, {.filled = .3, .items = 1, .unknown = .1, .broken = .1}, described(name), &made);
        if (random_.chance(.5)) made.extra = {};
        if constexpr (requires { made.id; }) made.id = one.id;
        return made;
    }
    template <class T>
    T with_id(std::string_view name, const std::vector<T>& all) {
        if (!all.empty() && random_.chance(.6)) return changed(name, one_of(all));
        T made = thing<T>(name);
        if (random_.chance(.9)) made.id = {};
        return made;
    }
    template <class T>
    T keyed(std::string_view name, const std::vector<T>& all) {
        if (all.empty() || random_.chance(.4)) return thing<T>(name);
        const T& one = one_of(all);
        T made = changed(name, one);
        key_of(made) = key_of(one);
        return made;
    }
    static auto& key_of(auto& one) {
        if constexpr (requires { one.item; })
            return one.item;
        else if constexpr (requires { one.action; })
            return one.action;
        else
            return one.factor;
    }
    template <class T>
    T plain(const std::vector<T>& all) {
        return all.empty() ? T{} : one_of(all);
    }
    template <class T>
    void put_plain(std::string_view name, const std::vector<T>& all, T& put, std::optional<T>& before) {
        put = thing<T>(name);
        if (all.empty() || random_.chance(.5)) return;
        before = one_of(all);
        if (random_.chance(.5)) put = changed(name, *before);
    }

    template <class Enum>
    Enum word(Enum last) {
        return static_cast<Enum>(random_.between(0, static_cast<int>(last)));
    }
    int whole(int from, int to) { return static_cast<int>(random_.between(from, to)); }
    Position position() { return position_at(whole(0, position_count - 1)); }
    std::string text() { return thing<StoryEvent>("StoryEvent").text; }
    std::optional<Date> date() { return thing<Protection>("Protection").claimed_on; }
    std::optional<Money> money() { return thing<Objective>("Objective").amount; }

    const Workspace& workspace_;
    Random& random_;
    const Deal* deal_ = nullptr;
    Id id_;
};

template <std::size_t kind = 0>
Action made(std::size_t wanted, Making& making) {
    if constexpr (kind < std::variant_size_v<Action>) {
        if (kind != wanted) return made<kind + 1>(wanted, making);
        std::variant_alternative_t<kind, Action> action;
        making.make(action);
        return action;
    } else {
        return {};
    }
}

}  // namespace

Action action(const Workspace& workspace, Random& random) {
    const std::size_t wanted = random.bits() % std::variant_size_v<Action>;
    Making making(workspace, random);
    return made(wanted, making);
}

}  // namespace compass::generate
