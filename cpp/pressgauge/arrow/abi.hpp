// SPDX-License-Identifier: MIT
// The Arrow C data and stream interfaces (arrow.apache.org/docs/format/CDataInterface.html and
// CStreamInterface.html): structs that any Arrow library exchanges with us, none of them linked.
// Names and layout are the specification's, and its guards let another header give them first.
#pragma once

#include <cstdint>

// NOLINTBEGIN
extern "C" {

#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#endif  // ARROW_C_DATA_INTERFACE

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};

#endif  // ARROW_C_STREAM_INTERFACE
}
// NOLINTEND

namespace pressgauge::arrow {

/// Owns one of the structs above: releases it once, unless it was moved on.
template <class Struct>
class Owned {
 public:
  Owned() = default;
  ~Owned() { reset(); }
  Owned(Owned&& other) noexcept : held_(other.held_) { other.held_.release = nullptr; }
  Owned& operator=(Owned&& other) noexcept {
    if (this != &other) {
      reset();
      held_ = other.held_;
      other.held_.release = nullptr;
    }
    return *this;
  }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;

  Struct* get() { return &held_; }
  const Struct* get() const { return &held_; }
  const Struct* operator->() const { return &held_; }
  const Struct& operator*() const { return held_; }
  /// Whether there is something to release.
  explicit operator bool() const { return held_.release != nullptr; }

 private:
  void reset() {
    if (held_.release) held_.release(&held_);
    held_.release = nullptr;
  }
  Struct held_{};
};

}  // namespace pressgauge::arrow
