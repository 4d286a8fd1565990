// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>
#include <vector>

#include "pressgauge/text/tables.hpp"
#include "pressgauge/text/tokens.hpp"
#include "pressgauge/text/word_class.hpp"

namespace pressgauge::text::detail {

/// How a token looks, as it is written in the keys of shapes.
enum class Shape : std::uint8_t {
  lower,          ///< x
  capital,        ///< X
  first,          ///< F: capital, in the first word
  capitals,       ///< A: all capitals
  title,          ///< T: capital, where nearly all words have one
  mixed,          ///< m: letters and digits
  mixed_capital,  ///< M
  number,         ///< 0, web addresses too
  mark,           ///< .
  edge,           ///< |: before the first and behind the last token
};

using RowId = std::uint32_t;  ///< 0: a row of zeros
inline constexpr std::size_t kRowSize = 32;
inline constexpr std::size_t kStart =
    kWordClasses;  ///< stands for the class before the first token
static_assert(kStart < kRowSize);

/// A weight for each class: one line of the cache.
struct alignas(64) WeightRow {
  std::array<std::int16_t, kRowSize> of_class{};
};

/// The rows of a word: for the word itself, and for its neighbours.
struct WordRows {
  RowId is = 0;
  RowId is_prefix = 0;   ///< 0 where it is part of `is`
  RowId is_capital = 0;  ///< where its shape is Shape::capital
  RowId next = 0;        ///< for the token before it
  RowId next2 = 0;
  RowId previous = 0;  ///< for the token behind it
  RowId previous2 = 0;
  RowId behind = 0;                  ///< the first of its rows by the class before it
  std::uint32_t behind_classes = 0;  ///< the classes that it has such rows for, as bits
  std::int8_t always = -1;           ///< its class, where it is told without weights

  /// Its row for a class before it, else 0.
  RowId behind_class(std::size_t previous_class) const {
    const std::uint32_t bit = std::uint32_t{1} << previous_class;
    if ((behind_classes & bit) == 0) return 0;
    return behind + static_cast<RowId>(std::popcount(behind_classes & (bit - 1)));
  }
};

/// From keys of 64 bits to numbers above 0; open addressing.
class HashIndex {
 public:
  void reserve(std::size_t count);
  /// 0 where there is none.
  std::uint32_t find(std::uint64_t key) const {
    for (std::uint64_t at = place(key);; at = (at + 1) & mask_) {
      if (slots_[at].value == 0 || slots_[at].key == key) return slots_[at].value;
    }
  }
  /// False where the key is taken.
  bool add(std::uint64_t key, std::uint32_t value);

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::uint32_t value = 0;
  };
  std::uint64_t place(std::uint64_t key) const {
    return (key * 0x9E3779B97F4A7C15U >> 32U) & mask_;  // Fibonacci hashing
  }
  std::vector<Slot> slots_{1};
  std::uint64_t mask_ = 0;
};

/// FNV-1a, the same everywhere.
constexpr std::uint64_t hash_of(std::string_view form) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : form) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return hash;
}

inline constexpr std::size_t kLongestSuffix = 4;
inline constexpr std::size_t kAffix = 3;  ///< bytes of prefixes, and of the next word's suffix

/// At most 8 ASCII bytes as a key; 0 where one isn't ASCII.
constexpr std::uint64_t packed(std::string_view bytes) {
  std::uint64_t key = 0;
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) >= 0x80) return 0;
    key = key << 8U | static_cast<unsigned char>(c);
  }
  return key;
}

/// The weights of a tagger, summed up at loading as far as they depend on a word alone.
class TaggerWeights {
 public:
  explicit TaggerWeights(const Table& table);

  WordRows word(const Token& token, std::string_view form) const;
  const WordRows& edge() const { return words_[edge_]; }
  const WeightRow& row(RowId id) const { return rows_[id]; }
  RowId shape(Shape previous, Shape is, Shape next) const {
    return shapes_[(at(previous) * kShapes + at(is)) * kShapes + at(next)];
  }
  RowId behind(std::size_t previous_class, Shape shape) const {
    return shape_behind_[at(shape) * kRowSize + previous_class];
  }
  RowId behind(std::size_t previous2_class, std::size_t previous_class) const {
    return classes_behind_[previous2_class * kRowSize + previous_class];
  }

 private:
  friend class WeightLoader;
  static constexpr std::size_t kShapes = static_cast<std::size_t>(Shape::edge) + 1;
  static std::size_t at(Shape shape) { return static_cast<std::size_t>(shape); }
  WordRows unknown(std::string_view form) const;
  RowId longest_suffix(std::string_view form) const;
  RowId prefix(std::string_view form) const;
  RowId next_suffix(std::string_view form) const;

  std::vector<WeightRow> rows_{1};
  std::vector<WordRows> words_{1};
  HashIndex index_;          ///< of words, by hash
  HashIndex suffixes_;       ///< to rows that hold the weights of shorter ones too
  HashIndex next_suffixes_;  ///< of the next word
  HashIndex prefixes_;
  std::array<RowId, kShapes * kShapes * kShapes> shapes_{};
  std::array<RowId, kShapes * kRowSize> shape_behind_{};
  std::array<RowId, kRowSize * kRowSize> classes_behind_{};
  std::uint32_t edge_ = 0, number_ = 0, mixed_ = 0, link_ = 0,
                mark_ = 0;  ///< words that stand for others
};

}  // namespace pressgauge::text::detail
