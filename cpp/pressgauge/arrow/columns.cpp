// SPDX-License-Identifier: MIT
#include "pressgauge/arrow/columns.hpp"

#include <algorithm>

#include "pressgauge/arrow/detail/load.hpp"

namespace pressgauge::arrow {
namespace {

using detail::load;

constexpr std::size_t kBits = 8;

constexpr std::size_t kFirstRoom = 64;  // bytes

bool bit(const std::uint8_t byte, std::size_t at) { return (byte >> at % kBits & 1U) != 0; }

bool is_list(Type type) { return type == Type::wholes || type == Type::texts; }

}  // namespace

void Bytes::grow(std::size_t by) {
  room_.resize(std::max({2 * room_.size(), used_ + by, kFirstRoom}));
}

Column::Column(Type type) : type_(type) {
  if (type == Type::text) offsets_.put(std::int64_t{0});
  if (!is_list(type)) return;
  offsets_.put(std::int32_t{0});
  child_ = std::make_shared<Column>(type == Type::wholes ? Type::whole : Type::text);
}

void Column::add_flag(bool value) {
  const auto bit = static_cast<std::size_t>(size_) % kBits;
  if (bit == 0) values_.put('\0');
  if (value) values_.back() = static_cast<char>(values_.back() | 1 << bit);
  count(true);
}

void Column::add_wholes(std::span<const std::int64_t> values) {
  for (const std::int64_t each : values) child_->add_whole(each);
  end_list();
  count(true);
}

void Column::add_texts(std::span<const std::string> values) {
  for (const std::string& each : values) child_->add_text(each);
  end_list();
  count(true);
}

void Column::add_null() {
  switch (type_) {
    case Type::whole:
      values_.put(std::int64_t{0});
      break;
    case Type::number:
      values_.put(double{0});
      break;
    case Type::word:
    case Type::day:
      values_.put(std::int32_t{0});
      break;
    case Type::flag:
      if (static_cast<std::size_t>(size_) % kBits == 0) values_.put('\0');
      break;
    case Type::text:
      offsets_.put(static_cast<std::int64_t>(values_.size()));
      break;
    case Type::wholes:
    case Type::texts:
      end_list();
      break;
  }
  count(false);
}

void Column::finish() {
  offsets_.finish();
  values_.finish();
  if (child_) child_->finish();
}

void Column::add_column(const Column& other) {
  // Lists first, since those of the new rows end where the values then end.
  const std::int64_t before = child_ ? child_->size() : 0;
  if (child_) child_->add_column(*other.child_);
  for (std::size_t at = 0; at < static_cast<std::size_t>(other.size_); ++at) {
    const bool valid = other.validity_.empty() || bit(other.validity_[at / kBits], at);
    if (child_) {
      offsets_.put(
          static_cast<std::int32_t>(before + load<std::int32_t>(other.offsets().data(), at + 1)));
      count(valid);
    } else if (valid) {
      add_value(other, at);
    } else {
      add_null();
    }
  }
}

void Column::add_value(const Column& from, std::size_t at) {
  switch (type_) {
    case Type::whole:
      return add_whole(load<std::int64_t>(from.values().data(), at));
    case Type::number:
      return add_number(load<double>(from.values().data(), at));
    case Type::word:
    case Type::day:
      return append(load<std::int32_t>(from.values().data(), at));
    case Type::flag:
      return add_flag(bit(static_cast<std::uint8_t>(from.values()[at / kBits]), at));
    case Type::text: {
      const auto start = static_cast<std::size_t>(load<std::int64_t>(from.offsets().data(), at));
      const auto end = static_cast<std::size_t>(load<std::int64_t>(from.offsets().data(), at + 1));
      return add_text(std::string_view(from.values()).substr(start, end - start));
    }
    case Type::wholes:
    case Type::texts:
      return;  // add_column adds them
  }
}

void Column::end_list() { offsets_.put(static_cast<std::int32_t>(child_->size())); }

void Column::note_validity(std::size_t at, bool valid) {
  if (validity_.empty()) {
    validity_.assign(at / kBits + 1, 0);
    for (std::size_t i = 0; i < at; ++i) {
      validity_[i / kBits] = static_cast<std::uint8_t>(validity_[i / kBits] | 1U << i % kBits);
    }
  }
  if (at / kBits >= validity_.size()) validity_.push_back(0);
  if (valid) {
    validity_[at / kBits] = static_cast<std::uint8_t>(validity_[at / kBits] | 1U << at % kBits);
  } else {
    ++nulls_;
  }
}

Rows joined(const Table& table) {
  if (table.chunks.size() == 1) return table.chunks.front();
  Rows out;
  for (const Field& field : table.fields) {
    out.columns.push_back(std::make_shared<Column>(field.type));
  }
  for (const Rows& chunk : table.chunks) {
    out.size += chunk.size;
    for (std::size_t i = 0; i < out.columns.size(); ++i) {
      out.columns[i]->add_column(*chunk.columns[i]);
    }
  }
  for (const auto& column : out.columns) column->finish();
  return out;
}

}  // namespace pressgauge::arrow
