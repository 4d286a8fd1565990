// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressgauge::sentiment::detail {

/// FNV-1a (Fowler, Noll, Vo), byte by byte, so that a loop over a word can hash it on the way.
class WordHash {
 public:
  void add(char c) { state_ = (state_ ^ static_cast<unsigned char>(c)) * 0x100000001B3U; }
  std::uint64_t value() const { return state_ ^ state_ >> 32U; }
  static std::uint64_t of(std::string_view word) {
    WordHash hash;
    for (const char c : word) hash.add(c);
    return hash.value();
  }

 private:
  std::uint64_t state_ = 0xCBF29CE484222325U;
};

/// Values by word. Most words of a text are in no lexicon: a bit for each hash, in the nearest
/// cache, tells so.
template <class Value>
class WordIndex {
 public:
  /// The value of a word; added where it isn't there.
  Value& operator[](std::string_view word) {
    const std::uint64_t hash = WordHash::of(word);
    if (const std::uint32_t at = slot_value(word, hash)) return entries_[at - 1].value;
    entries_.push_back({hash, std::string(word), {}});
    if (kSpare * entries_.size() > slots_.size()) {
      grow();
    } else {
      place(entries_.size());
    }
    return entries_.back().value;
  }
  const Value* find(std::string_view word, std::uint64_t hash) const {
    if (!filter_[hash % kFilterBits]) return nullptr;
    const std::uint32_t at = slot_value(word, hash);
    return at == 0 ? nullptr : &entries_[at - 1].value;
  }

 private:
  static constexpr std::size_t kFilterBits = 1U << 16U;
  static constexpr std::size_t kSpare = 4;  // slots for each word: chains stay short
  static constexpr std::size_t kFirstSlots = 1U << 10U;

  struct Entry {
    std::uint64_t hash;
    std::string word;
    Value value;
  };

  // The slots are a power of two: a mask is a remainder without a division.
  std::size_t first_slot(std::uint64_t hash) const { return hash & (slots_.size() - 1); }
  std::size_t next_slot(std::size_t slot) const { return (slot + 1) & (slots_.size() - 1); }
  // One more than the place of the word's entry, 0 for none.
  std::uint32_t slot_value(std::string_view word, std::uint64_t hash) const {
    for (std::size_t slot = first_slot(hash); slots_[slot] != 0; slot = next_slot(slot)) {
      const Entry& entry = entries_[slots_[slot] - 1];
      if (entry.hash == hash && entry.word == word) return slots_[slot];
    }
    return 0;
  }
  void place(std::size_t entry) {
    const std::uint64_t hash = entries_[entry - 1].hash;
    std::size_t slot = first_slot(hash);
    while (slots_[slot] != 0) slot = next_slot(slot);
    slots_[slot] = static_cast<std::uint32_t>(entry);
    filter_[hash % kFilterBits] = true;
  }
  void grow() {
    slots_.assign(2 * slots_.size(), 0);
    for (std::size_t entry = 1; entry <= entries_.size(); ++entry) place(entry);
  }

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(kFirstSlots);
  std::vector<bool> filter_ = std::vector<bool>(kFilterBits);
};

}  // namespace pressgauge::sentiment::detail
