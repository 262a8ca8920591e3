// What the structs of the model look like, as data: one table per struct, one line per field. The reader, the writer, the walker
// behind shifted(), the JSON Schema, update() and merge() all interpret these tables, so that none of them can disagree with another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace compass {

enum class Shape : std::uint8_t {
    text,
    truth,
    whole,
    minor_units,
    number,
    word,
    date,
    identity,
    currency,  // one JSON value
    optional,  // absent, or what is inside
    box,       // Box<T>: as T
    list,      // std::vector
    row,       // std::array: as many items as it has
    object,    // a struct with a Description
};
constexpr bool is_scalar(Shape shape) { return shape < Shape::optional; }

struct Description;

struct Items {
    const void* first;
    std::size_t count;
};

// What has to be compiled for each type of the model; everything else works on addresses.
struct ListOperations {
    void* (*append)(void* list);  // a new item at the end, with its defaults
    Items (*items)(const void* list);
    void (*remove)(void* list, std::size_t from, std::size_t to);  // the items from … to, the last one excluded
};
struct OptionalOperations {
    void* (*fill)(void* optional);                // what is inside afterwards, with its defaults
    const void* (*inside)(const void* optional);  // null where it is empty
    void (*empty)(void* optional);
};
struct BoxOperations {
    void* (*make)();                     // a new T, to be filled …
    void (*put)(void* box, void* made);  // … and moved into the box; takes it over; a null box only disposes of it
    const void* (*inside)(const void* box);
};

struct Kind {
    Shape shape;
    std::uint32_t size = 0;               // sizeof
    std::uint32_t count = 0;              // row: items; word: words
    const Kind* item = nullptr;           // optional, box, list, row
    const char* const* words = nullptr;   // word
    const Description* object = nullptr;  // object
    const ListOperations* list = nullptr;
    const OptionalOperations* optional = nullptr;
    const BoxOperations* box = nullptr;
};

enum class Meaning : std::uint8_t {
    none,
    own_id,         // of this thing
    own_person_id,  // of this person; others refer to it
    person,         // refers to a person
    key,            // what tells this entry from the others of its list, where they have no ids
};

// What a value must fulfil beside its kind. For lists and rows it speaks of the items, except `at_most`.
struct Rule {
    double low = 0, high = 0;  // numbers: the range, both ends included …
    bool open = false;         // … or excluded
    bool lines = false;        // texts: line breaks and tabs are permitted
    bool filled = false;       // texts: not empty
    bool required = false;     // must be in the file, always written
    std::uint8_t usual = 0;    // words: the default, left out when written; that of everything else is empty, false, nobody
    Meaning meaning = Meaning::none;
    std::uint16_t length = 0;   // texts: code points at most
    std::uint16_t at_most = 0;  // lists: items at most
};

struct Field {
    std::string_view name;
    std::uint32_t offset;
    const Kind* kind;
    Rule rule;
};

inline constexpr std::uint32_t no_extra = ~std::uint32_t{0};

// What holds for the ids inside a struct.
enum class Scope : std::uint8_t {
    none,
    own_ids,  // no two are the same
    people,   // and whoever is referred to is one of its people
};

struct Description {
    const char* name;  // in the JSON Schema
    const Field* fields;
    std::uint32_t count;  // at most 60
    std::uint32_t extra;  // offset of its Extra. A value without one (money, position, text in two languages) is
                          // always a field of a struct with one, which keeps its unknown members: see nested_separator
    Scope scope = Scope::none;
};

// The structs that are read and written by themselves.
extern const Description workspace_description, customer_description, deal_description, playbook_description, method_description;

// The name under which the owner of a closed value keeps that value's unknown member. The reader refuses control
// characters in names, so it cannot be mistaken for a member of the owner.
inline constexpr char nested_separator = '\x1F';

inline void* at_offset(void* base, std::size_t offset) { return static_cast<unsigned char*>(base) + offset; }
inline const void* at_offset(const void* base, std::size_t offset) { return static_cast<const unsigned char*>(base) + offset; }

// The value at an address whose type its kind tells.
template <class T>
T& as(void* value) {
    return *static_cast<T*>(value);
}
template <class T>
const T& as(const void* value) {
    return *static_cast<const T*>(value);
}

}  // namespace compass
