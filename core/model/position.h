// Where a deal stands in the customer's mind: three axes of four levels, 64 positions, six moves (methodology §3).
#pragma once

#include <array>
#include <cstdint>
#include <optional>

namespace compass {

enum class Stage : std::uint8_t { intent, solution, commercial, closing };
enum class Competition : std::uint8_t { behind, level, ahead, sole };
enum class Urgency : std::uint8_t { later, worked_in, active, urgent };
enum class Axis : std::uint8_t { stage, competition, urgency };

inline constexpr int level_count = 4;
inline constexpr int axis_count = 3;
inline constexpr int position_count = 64;
inline constexpr std::array<Axis, 3> all_axes = {Axis::stage, Axis::competition, Axis::urgency};

struct Position {
    Stage stage = Stage::intent;
    Competition competition = Competition::level;
    Urgency urgency = Urgency::worked_in;
    bool operator==(const Position&) const = default;
};

constexpr int level(const Position& position, Axis axis) {
    switch (axis) {
        case Axis::stage: return static_cast<int>(position.stage);
        case Axis::competition: return static_cast<int>(position.competition);
        case Axis::urgency: return static_cast<int>(position.urgency);
    }
    return 0;
}

// level: 0 … 3.
constexpr Position with_level(Position position, Axis axis, int level) {
    switch (axis) {
        case Axis::stage: position.stage = static_cast<Stage>(level); break;
        case Axis::competition: position.competition = static_cast<Competition>(level); break;
        case Axis::urgency: position.urgency = static_cast<Urgency>(level); break;
    }
    return position;
}

// 0 … 63, stage slowest and urgency fastest.
constexpr int index_of(const Position& p) {
    return (static_cast<int>(p.stage) * 4 + static_cast<int>(p.competition)) * 4 + static_cast<int>(p.urgency);
}
constexpr Position position_at(int index) {
    return {static_cast<Stage>(index / 16), static_cast<Competition>(index / 4 % 4), static_cast<Urgency>(index % 4)};
}

enum class Move : std::uint8_t { hold, stage_forward, stage_back, competition_up, competition_down, urgency_up, urgency_down };
inline constexpr int move_count = 7;
inline constexpr std::array<Move, 7> all_moves = {
    Move::hold, Move::stage_forward, Move::stage_back, Move::competition_up, Move::competition_down, Move::urgency_up, Move::urgency_down};

// The axis a move changes (stage for hold) and its direction: −1, 0, +1.
constexpr Axis axis_of(Move move) {
    if (move == Move::competition_up || move == Move::competition_down) return Axis::competition;
    if (move == Move::urgency_up || move == Move::urgency_down) return Axis::urgency;
    return Axis::stage;
}
constexpr int direction_of(Move move) {
    if (move == Move::hold) return 0;
    return move == Move::stage_forward || move == Move::competition_up || move == Move::urgency_up ? 1 : -1;
}

// Nothing where the move would leave the board.
constexpr std::optional<Position> moved(const Position& position, Move move) {
    const int to = level(position, axis_of(move)) + direction_of(move);
    if (to < 0 || to >= level_count) return std::nullopt;
    return with_level(position, axis_of(move), to);
}

}  // namespace compass
