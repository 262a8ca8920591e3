// An immutable value that is cheap to copy: copies share it until one of them is replaced. Makes a workspace of 10,000 deals a plain value.
#pragma once

#include <memory>
#include <utility>

namespace compass {

template <class T>
class Box {
  public:
    Box() : Box(T{}) {}
    Box(T value) : value_(std::make_shared<const T>(std::move(value))) {}
    const T& operator*() const { return *value_; }
    const T* operator->() const { return value_.get(); }
    bool same(const Box& other) const { return value_ == other.value_; }  // one object, not only equal
    bool operator==(const Box& other) const { return same(other) || *value_ == *other.value_; }

  private:
    std::shared_ptr<const T> value_;
};

}  // namespace compass
