// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressgauge::arrow {

/// What a column holds; docs/schema.md, "Tables", tells the Arrow type of each.
enum class Type : std::uint8_t { whole, number, flag, text, word, day, wholes, texts };

/// The words that a column of Type::word points into.
using Words = std::shared_ptr<const std::vector<std::string>>;

struct Field {
  std::string name;
  Type type = Type::whole;
  bool nullable = false;
  Words words = nullptr;  ///< of Type::word
};

/// Bytes that grow at their end. Room is made ahead, so that what is put there is one store.
class Bytes {
 public:
  template <class T>
  void put(const T& value) {
    if (room_.size() - used_ < sizeof value) grow(sizeof value);
    std::memcpy(room_.data() + used_, &value, sizeof value);
    used_ += sizeof value;
  }
  void append(std::string_view bytes) {
    if (room_.size() - used_ < bytes.size()) grow(bytes.size());
    bytes.copy(room_.data() + used_, bytes.size());
    used_ += bytes.size();
  }
  char& back() { return room_[used_ - 1]; }
  std::size_t size() const { return used_; }
  /// Gives up the room that nothing was put into.
  void finish() { room_.resize(used_); }
  /// What was put here; behind it, until finished, the room that is left.
  const std::string& whole() const { return room_; }

 private:
  void grow(std::size_t by);

  std::string room_;  // GCC 12 takes a growing vector of them for an overflow
  std::size_t used_ = 0;
};

/// A column while it is filled: its buffers are laid out as Arrow has them.
class Column {
 public:
  explicit Column(Type type);

  Type type() const { return type_; }
  std::int64_t size() const { return size_; }
  std::int64_t nulls() const { return nulls_; }
  /// A bit for each value, set where it is there; empty while all are.
  const std::vector<std::uint8_t>& validity() const { return validity_; }
  /// Text: 8-byte offsets into values(); lists: 4-byte offsets into child().
  const std::string& offsets() const { return offsets_.whole(); }
  const std::string& values() const { return values_.whole(); }
  const std::shared_ptr<Column>& child() const { return child_; }

  /// @pre the column has the type that the name says.
  void add_whole(std::int64_t value) { append(value); }
  void add_number(double value) { append(value); }
  void add_word(std::int32_t number) { append(number); }
  void add_day(std::int32_t since_epoch) { append(since_epoch); }
  void add_flag(bool value);
  void add_text(std::string_view value) {
    values_.append(value);
    offsets_.put(static_cast<std::int64_t>(values_.size()));
    count(true);
  }
  void add_wholes(std::span<const std::int64_t> values);
  void add_texts(std::span<const std::string> values);
  void add_null();
  /// Adds all values of another column of the same type.
  void add_column(const Column& other);
  /// To be called when all values are added: its buffers are no longer than they need be.
  void finish();

 private:
  template <class T>
  void append(const T& value) {
    values_.put(value);
    count(true);
  }
  void end_list();
  void add_value(const Column& from, std::size_t at);
  // Most columns never miss a value, and need no bits for that.
  void count(bool valid) {
    const auto at = static_cast<std::size_t>(size_++);
    if (!valid || !validity_.empty()) note_validity(at, valid);
  }
  void note_validity(std::size_t at, bool valid);

  Type type_;
  std::int64_t size_ = 0;
  std::int64_t nulls_ = 0;
  std::vector<std::uint8_t> validity_;
  Bytes offsets_;
  Bytes values_;
  std::shared_ptr<Column> child_;
};

/// Some rows of a table. Whoever reads a column keeps it; it isn't changed any more by then.
struct Rows {
  std::vector<std::shared_ptr<Column>> columns;
  std::int64_t size = 0;
};

/// A table: its columns' names and types, what else is to be known of it, and its rows in chunks.
struct Table {
  std::vector<Field> fields;
  std::vector<std::pair<std::string, std::string>> metadata;
  std::vector<Rows> chunks;
};

/// All rows of a table as one chunk; that which it has, where it has one.
Rows joined(const Table& table);

}  // namespace pressgauge::arrow
