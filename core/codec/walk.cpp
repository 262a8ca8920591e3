#include "codec/walk.h"

#include "model/text.h"

namespace compass {
namespace {

class Walk {
  public:
    Walk(std::string path, Visitor& visitor) : path_(std::move(path)), visitor_(visitor) {}

    void object(const Description& object, void* value) {
        for (std::uint32_t i = 0; i < object.count; ++i) {
            const Field& field = object.fields[i];
            const std::size_t length = path_.size();
            append_pointer(path_, field.name);
            any(*field.kind, field.rule, at_offset(value, field.offset));
            path_.resize(length);
        }
    }

  private:
    void any(const Kind& kind, const Rule& rule, void* value) {
        switch (kind.shape) {
            case Shape::object: object(*kind.object, value); break;
            case Shape::optional:
                if (const void* inside = kind.optional->inside(value)) any(*kind.item, rule, const_cast<void*>(inside));
                break;
            case Shape::list: {
                const Items items = kind.list->items(value);
                each(*kind.item, rule, const_cast<void*>(items.first), items.count);
                break;
            }
            case Shape::row: each(*kind.item, rule, value, kind.count); break;
            case Shape::box: break;
            default: visitor_.visit(kind, rule, value, path_);
        }
    }

    void each(const Kind& item, const Rule& rule, void* first, std::size_t count) {
        const std::size_t length = path_.size();
        for (std::size_t i = 0; i < count; ++i) {
            append_pointer(path_, i);
            any(item, rule, at_offset(first, i * item.size));
            path_.resize(length);
        }
    }

    std::string path_;
    Visitor& visitor_;
};

}  // namespace

void walk(const Description& object, void* value, std::string path, Visitor& visitor) {
    Walk(std::move(path), visitor).object(object, value);
}

void append_pointer(std::string& path, std::string_view member) {
    path += '/';
    for (const char c : excerpt(member)) {
        switch (c) {
            case '~': path += "~0"; break;
            case '/': path += "~1"; break;
            case nested_separator: path += '/'; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    path += "\uFFFD";  // refused in names, yet to be shown
                else
                    path += c;
        }
    }
}

void append_pointer(std::string& path, std::size_t index) {
    path += '/';
    path += std::to_string(index);
}

}  // namespace compass
