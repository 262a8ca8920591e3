// From C++ types to Kinds: the only templates of the codec, and small ones. For the files that hold descriptions.
#pragma once

#include "codec/description.h"
#include "model/box.h"
#include "model/date.h"
#include "model/identity.h"
#include "model/language.h"
#include "model/numbers.h"
#include "model/text.h"
#include "model/words.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace compass {

// Specialised by TABLE for every struct of the model, with `description`.
template <class T>
struct TableOf;

template <class T>
struct KindOf {
    static constexpr Kind kind{.shape = Shape::object, .size = sizeof(T), .object = &TableOf<T>::description};
};

template <Worded T>
struct KindOf<T> {
    static_assert(sizeof(T) == 1);
    static constexpr Kind kind{.shape = Shape::word, .size = 1, .count = WordsOf<T>::words.size(), .words = WordsOf<T>::words.data()};
};

template <class T, Shape shape>
struct ScalarKind {
    static constexpr Kind kind{.shape = shape, .size = sizeof(T)};
};
template <>
struct KindOf<std::string> : ScalarKind<std::string, Shape::text> {};
template <>
struct KindOf<bool> : ScalarKind<bool, Shape::truth> {};
template <>
struct KindOf<int> : ScalarKind<int, Shape::whole> {};
template <>
struct KindOf<std::int64_t> : ScalarKind<std::int64_t, Shape::minor_units> {};
template <>
struct KindOf<double> : ScalarKind<double, Shape::number> {};
template <>
struct KindOf<Date> : ScalarKind<Date, Shape::date> {};
template <>
struct KindOf<Id> : ScalarKind<Id, Shape::identity> {};
template <>
struct KindOf<Currency> : ScalarKind<Currency, Shape::currency> {};

template <class T>
struct KindOf<std::vector<T>> {
    static constexpr ListOperations operations{
        [](void* list) -> void* { return &static_cast<std::vector<T>*>(list)->emplace_back(); },
        [](const void* list) {
            return Items{static_cast<const std::vector<T>*>(list)->data(), static_cast<const std::vector<T>*>(list)->size()};
        },
        [](void* list, std::size_t from, std::size_t to) {
            auto& items = *static_cast<std::vector<T>*>(list);
            items.erase(items.begin() + static_cast<std::ptrdiff_t>(from), items.begin() + static_cast<std::ptrdiff_t>(to));
        }};
    static constexpr Kind kind{.shape = Shape::list, .size = sizeof(std::vector<T>), .item = &KindOf<T>::kind, .list = &operations};
};

template <class T>
struct KindOf<std::optional<T>> {
    static constexpr OptionalOperations operations{
        [](void* optional) -> void* { return &static_cast<std::optional<T>*>(optional)->emplace(); },
        [](const void* optional) -> const void* {
            const auto& value = *static_cast<const std::optional<T>*>(optional);
            return value ? &*value : nullptr;
        },
        [](void* optional) { static_cast<std::optional<T>*>(optional)->reset(); }};
    static constexpr Kind kind{
        .shape = Shape::optional, .size = sizeof(std::optional<T>), .item = &KindOf<T>::kind, .optional = &operations};
};

template <class T>
struct KindOf<Box<T>> {
    static constexpr BoxOperations operations{[]() -> void* { return new T; },
                                              [](void* box, void* made) {
                                                  T* value = static_cast<T*>(made);
                                                  if (box) *static_cast<Box<T>*>(box) = Box<T>(std::move(*value));
                                                  delete value;
                                              },
                                              [](const void* box) -> const void* { return &**static_cast<const Box<T>*>(box); }};
    static constexpr Kind kind{.shape = Shape::box, .size = sizeof(Box<T>), .item = &KindOf<T>::kind, .box = &operations};
};

template <class T, std::size_t n>
struct KindOf<std::array<T, n>> {
    static constexpr Kind kind{.shape = Shape::row, .size = sizeof(std::array<T, n>), .count = n, .item = &KindOf<T>::kind};
};

template <class T>
consteval std::uint32_t extra_of() {
    if constexpr (requires { &T::extra; }) return offsetof(T, extra);
    return no_extra;
}

template <std::size_t n>
consteval Description describe(const char* name, const Field (&fields)[n], std::uint32_t extra, Scope scope) {
    static_assert(n <= 60);
    return {name, fields, n, extra, scope};
}

// Rules that several tables use.
inline constexpr Rule plain{.at_most = 2000};
inline constexpr Rule name{.length = name_length_at_most, .at_most = 100};
inline constexpr Rule prose{.lines = true, .length = prose_length_at_most};
inline constexpr Rule needed{.required = true};
inline constexpr Rule own_id{.required = true, .meaning = Meaning::own_id};
inline constexpr Rule own_person_id{.required = true, .meaning = Meaning::own_person_id};
inline constexpr Rule person{.meaning = Meaning::person};
constexpr Rule between(double low, double high) { return {.low = low, .high = high}; }
constexpr Rule strictly_between(double low, double high) { return {.low = low, .high = high, .open = true}; }
constexpr Rule usually(Worded auto word) { return {.usual = static_cast<std::uint8_t>(word)}; }
constexpr Rule at_most(std::uint16_t items) { return {.at_most = items}; }
constexpr Rule required(Rule rule) { return rule.required = true, rule; }
constexpr Rule filled(Rule rule) { return rule.filled = rule.required = true, rule; }
constexpr Rule key(Rule rule) { return rule.meaning = Meaning::key, filled(rule); }

}  // namespace compass

// TABLE(Struct, FIELD(member, rule), …): the table of a struct; those of the structs in it stand before it.
// NAMED where the file's name is not the member's.
#define TABLE(Struct, ...) SCOPED_TABLE(Struct, Scope::none, __VA_ARGS__)
#define SCOPED_TABLE(Struct, scope, ...)                                                                 \
    template <>                                                                                          \
    struct TableOf<Struct> {                                                                             \
        using Owner = Struct;                                                                            \
        static constexpr Field fields[] = {__VA_ARGS__};                                                 \
        static constexpr Description description = describe(#Struct, fields, extra_of<Struct>(), scope); \
    }
#define FIELD(member, rule) NAMED(#member, member, rule)
#define NAMED(name, member, rule) \
    Field { name, offsetof(Owner, member), &KindOf<decltype(Owner::member)>::kind, rule }

namespace compass {

// Of deals, customers and playbooks alike.
TABLE(Money, FIELD(minor, required(between(0, 1e15))), FIELD(currency, needed));

}  // namespace compass
