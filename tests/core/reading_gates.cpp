// Gates, gate debt and the way through P1–P7 (methodology §8).
#include "reading/gates.h"

#include "reading/stage_history.h"
#include "sample_deal.h"

#include <doctest/doctest.h>

using namespace compass;

namespace {

StageGate gate_of(const Deal& deal, FunnelStage stage) { return stage_gates(deal, default_playbook())[static_cast<std::size_t>(stage)]; }

void meet(Deal& deal, FunnelStage stage) {
    for (const GateItemText& item : default_playbook().funnel[static_cast<std::size_t>(stage)].gate)
        deal.gates.push_back({item.id, GateState::met, {sample_fact(900 + deal.gates.size(), Certainty::explicit_)}, {}});
}

Deal with_history(std::initializer_list<std::pair<int, FunnelStage>> days_ago) {
    Deal deal;
    for (const auto& [days, stage] : days_ago) deal.stage_history.push_back({sample_today - days, stage, {}});
    return deal;
}

}  // namespace

TEST_CASE("the default playbook has a gate for each of P1 to P7") {
    const auto gates = stage_gates(Deal{}, default_playbook());
    REQUIRE(gates.size() == funnel_stage_count);
    for (const StageGate& gate : gates) {
        CHECK(gate.items.size() >= 2);
        CHECK(gate.counted == static_cast<int>(gate.items.size()));
        CHECK(gate.unmet == gate.counted);
        CHECK_FALSE(gate.reached);
        CHECK_FALSE(gate.debt);
    }
}

TEST_CASE("a gate is reached when every item that applies is met") {
    Deal deal;
    meet(deal, FunnelStage::p1);
    CHECK(gate_of(deal, FunnelStage::p1).reached);
    deal.gates[0].state = GateState::not_applicable;
    CHECK(gate_of(deal, FunnelStage::p1).reached);
    CHECK(gate_of(deal, FunnelStage::p1).counted == 2);
    deal.gates[1].evidence.clear();
    CHECK_FALSE(gate_of(deal, FunnelStage::p1).reached);
    CHECK(gate_of(deal, FunnelStage::p1).items[1] == GateItemReading{"p1.company_profile", GateState::claimed});
}

TEST_CASE("what a passed stage left open is debt, the present and later stages owe nothing yet") {
    Deal deal;
    deal.funnel_stage = FunnelStage::p3;
    meet(deal, FunnelStage::p1);
    CHECK_FALSE(gate_of(deal, FunnelStage::p1).debt);
    CHECK(gate_of(deal, FunnelStage::p2).debt);
    CHECK_FALSE(gate_of(deal, FunnelStage::p3).debt);
    CHECK_FALSE(gate_of(deal, FunnelStage::p4).debt);
}

TEST_CASE("the gates of the stages before add up to the gate debt") {
    for (int stage = 0; stage < funnel_stage_count; ++stage) {
        Deal deal;
        deal.funnel_stage = static_cast<FunnelStage>(stage);
        meet(deal, FunnelStage::p2);
        int items = 0, unmet = 0;
        for (const StageGate& gate : stage_gates(deal, default_playbook())) {
            if (gate.stage >= deal.funnel_stage) continue;
            items += gate.counted;
            unmet += gate.unmet;
        }
        CHECK(gate_debt(deal, default_playbook()) == GateDebt{items, unmet});
    }
}

TEST_CASE("a stay lasts until the next stage begins, the last one until today") {
    const auto stays = stage_stays(with_history({{30, FunnelStage::p1}, {20, FunnelStage::p2}}), sample_today);
    REQUIRE(stays.size() == 2);
    CHECK(stays[0] == Stay{FunnelStage::p1, sample_today - 30, sample_today - 20, 10});
    CHECK(stays[1] == Stay{FunnelStage::p2, sample_today - 20, {}, 20});
}

TEST_CASE("entries out of order, twice in a row, of one day or of the future are read as what they mean") {
    CHECK(stage_stays(with_history({{20, FunnelStage::p2}, {30, FunnelStage::p1}}), sample_today).front().stage == FunnelStage::p1);
    CHECK(stage_stays(with_history({{30, FunnelStage::p1}, {20, FunnelStage::p1}}), sample_today) ==
          std::vector<Stay>{{FunnelStage::p1, sample_today - 30, {}, 30}});
    CHECK(stage_stays(with_history({{30, FunnelStage::p1}, {30, FunnelStage::p2}}), sample_today) ==
          std::vector<Stay>{{FunnelStage::p2, sample_today - 30, {}, 30}});
    CHECK(stage_stays(with_history({{30, FunnelStage::p1}, {-1, FunnelStage::p2}}), sample_today).size() == 1);
    CHECK(stage_stays(Deal{}, sample_today).empty());
}

TEST_CASE("a deal that came back to a stage has two stays in it") {
    const auto stays = stage_stays(with_history({{30, FunnelStage::p3}, {20, FunnelStage::p4}, {5, FunnelStage::p3}}), sample_today);
    REQUIRE(stays.size() == 3);
    CHECK(stays[2].stage == FunnelStage::p3);
    CHECK(stays[2].days == 5);
}

TEST_CASE("the last stay of a closed deal ends with the deal") {
    Deal deal = with_history({{30, FunnelStage::p7}});
    deal.status = DealStatus::won;
    deal.ended = sample_today - 10;
    CHECK(stage_stays(deal, sample_today).back() == Stay{FunnelStage::p7, sample_today - 30, sample_today - 10, 20});
    deal.ended = sample_today - 40;
    CHECK(stage_stays(deal, sample_today).back().days == 0);
}
