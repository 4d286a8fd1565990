// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "pressgauge/text/detail/tagger_weights.hpp"

namespace pressgauge::text::detail {

/// Fills the weights of a tagger from its table.
class WeightLoader {
 public:
  WeightLoader(const Table& table, TaggerWeights& weights);
  /// @throws ParseError at the first cell that is not as tagger.tsv says.
  void run();

 private:
  // A cell in parts: name=weights.
  struct Part {
    std::string_view name;
    std::string_view weights;
    std::size_t column = 0;
  };
  // What is summed up for a word before it is stored.
  struct Own {
    std::size_t usual_class = kStart;
    bool has_is = false;
    bool has_next = false;
    WeightRow is;
    WeightRow next;
  };
  struct Affix {
    std::string_view key;
    WeightRow row;
  };

  void general(const Row& row);
  void class_row(const Row& row);
  void classes_row(const Row& row);
  void affix_row(const Row& row, bool suffix);
  void shape_row(const Row& row);
  void fold_suffixes();
  void index(const std::vector<Affix>& affixes, HashIndex& into);
  void fold_classes();
  void word_row(const Row& row);
  void word_part(const Row& row, const Part& part, WordRows& word, Own& own);
  void behind_rows(const Row& row, std::size_t column, WordRows& word);
  void fold_word(std::string_view form, WordRows& word, Own& own);
  RowId shared_next(std::size_t usual_class, RowId suffix);
  void stand_ins();

  Part part_of(const Row& row, std::size_t column) const;
  Part only_part(const Row& row, std::string_view name) const;
  std::size_t class_of(const Row& row, std::size_t column, std::string_view tag) const;
  std::size_t previous_class_of(const Row& row, std::size_t column, std::string_view tag) const;
  Shape shape_of(const Row& row, char letter) const;
  void read(const Row& row, const Part& part, WeightRow& into) const;
  RowId push(const WeightRow& row);

  const Table& table_;
  TaggerWeights& weights_;
  HashIndex tags_;
  std::vector<Affix> suffixes_, next_suffixes_, prefixes_;
  RowId first_next_suffix_ = 0;
  std::vector<RowId> shared_next_;                    // by suffix and class of the next word
  std::array<WeightRow, kRowSize> next_class_{};      // by the usual class of the next word
  std::array<WeightRow, kRowSize> previous_class_{};  // by the class before
  std::vector<std::pair<std::size_t, WeightRow>> class_pairs_;
};

}  // namespace pressgauge::text::detail
