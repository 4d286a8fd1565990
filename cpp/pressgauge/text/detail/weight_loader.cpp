// SPDX-License-Identifier: MIT
#include "pressgauge/text/detail/weight_loader.hpp"

#include <algorithm>
#include <charconv>
#include <string>

#include "pressgauge/core/errors.hpp"

namespace pressgauge::text::detail {
namespace {

// At most 18 weights are summed: 18 * 999 fits into 16 bits.
constexpr int kMostWeight = 999;
constexpr std::string_view kShapeLetters = "xXFATmM0.|";
constexpr std::string_view kEdge = "|";    // the class before the first token
constexpr std::ptrdiff_t kLongestTag = 8;  // bytes in a key
constexpr std::size_t kFirstPart = 2;      // column
constexpr auto kPunct = static_cast<std::size_t>(WordClass::punct);

void add(WeightRow& sum, const WeightRow& row) {
  for (std::size_t i = 0; i < kRowSize; ++i)
    sum.of_class[i] = static_cast<std::int16_t>(sum.of_class[i] + row.of_class[i]);
}

}  // namespace

WeightLoader::WeightLoader(const Table& table, TaggerWeights& weights)
    : table_(table), weights_(weights) {
  tags_.reserve(kRowSize);
  for (std::size_t i = 0; i < kWordClasses; ++i) {
    tags_.add(packed(to_string(static_cast<WordClass>(i))), static_cast<std::uint32_t>(i + 1));
  }
}

void WeightLoader::run() {
  suffixes_.reserve(table_.rows.size() / 4);
  std::size_t words = 0;
  for (const Row& row : table_.rows) {
    if (row.cells[0] == "word") {
      ++words;
    } else {
      general(row);
    }
  }
  fold_classes();
  fold_suffixes();
  weights_.index_.reserve(words);
  weights_.words_.reserve(words + 1);
  weights_.rows_.reserve(weights_.rows_.size() + 4 * words);
  for (const Row& row : table_.rows) {
    if (row.cells[0] == "word") word_row(row);
  }
  stand_ins();
}

void WeightLoader::general(const Row& row) {
  const std::string_view kind = row.cells[0];
  if (kind == "suffix" || kind == "prefix") {
    affix_row(row, kind == "suffix");
  } else if (kind == "class") {
    class_row(row);
  } else if (kind == "classes") {
    classes_row(row);
  } else if (kind == "shape") {
    shape_row(row);
  } else {
    table_.fail(row, 0, "unknown kind of feature");
  }
}

void WeightLoader::class_row(const Row& row) {
  const std::string_view tag = row.cells[1];
  for (std::size_t i = kFirstPart; i < row.cells.size(); ++i) {
    const Part part = part_of(row, i);
    if (part.name == "next") {
      read(row, part, next_class_[class_of(row, 1, tag)]);
    } else if (part.name == "previous") {
      read(row, part, previous_class_[previous_class_of(row, 1, tag)]);
    } else {
      table_.fail(row, i, "expected next= or previous=");
    }
  }
}

void WeightLoader::classes_row(const Row& row) {
  const std::size_t blank = row.cells[1].find(' ');
  if (blank == std::string_view::npos) table_.fail(row, 1, "expected two classes");
  const std::size_t first = previous_class_of(row, 1, row.cells[1].substr(0, blank));
  const std::size_t second = previous_class_of(row, 1, row.cells[1].substr(blank + 1));
  WeightRow weights;
  read(row, only_part(row, "is"), weights);
  class_pairs_.emplace_back(first * kRowSize + second, weights);
}

void WeightLoader::affix_row(const Row& row, bool suffix) {
  const std::string_view key = row.cells[1];
  const std::size_t most = suffix ? kLongestSuffix : kAffix;
  if (key.empty() || key.size() > most || packed(key) == 0) {
    table_.fail(row, 1, "expected at most " + std::to_string(most) + " ASCII letters");
  }
  for (std::size_t i = kFirstPart; i < row.cells.size(); ++i) {
    const Part part = part_of(row, i);
    if (part.name != "is" && !(suffix && part.name == "next")) {
      table_.fail(row, i, suffix ? "expected is= or next=" : "expected is=");
    }
    auto& into = part.name == "next" ? next_suffixes_ : suffix ? suffixes_ : prefixes_;
    WeightRow weights;
    read(row, part, weights);
    into.push_back({key, weights});
  }
}

void WeightLoader::shape_row(const Row& row) {
  const std::string_view key = row.cells[1];
  if (key.size() == 1) {
    const auto shape = static_cast<std::size_t>(shape_of(row, key[0]));
    for (std::size_t i = kFirstPart; i < row.cells.size(); ++i) {
      const Part part = part_of(row, i);
      WeightRow weights;
      read(row, part, weights);
      weights_.shape_behind_[shape * kRowSize + previous_class_of(row, i, part.name)] =
          push(weights);
    }
  } else if (key.size() == 3) {
    WeightRow weights;
    read(row, only_part(row, "is"), weights);
    std::size_t place = 0;
    for (const char letter : key) {
      place = place * TaggerWeights::kShapes + static_cast<std::size_t>(shape_of(row, letter));
    }
    weights_.shapes_[place] = push(weights);
  } else {
    table_.fail(row, 1, "expected one shape or three");
  }
}

// Each ending gets the weights of those that it ends in, so that one row is enough.
void WeightLoader::fold_suffixes() {
  index(prefixes_, weights_.prefixes_);
  first_next_suffix_ = static_cast<RowId>(weights_.rows_.size());
  shared_next_.assign((next_suffixes_.size() + 1) * kRowSize, 0);
  index(next_suffixes_, weights_.next_suffixes_);
  index(suffixes_, weights_.suffixes_);
  for (std::size_t size = 2; size <= kLongestSuffix; ++size) {
    for (const Affix& suffix : suffixes_) {
      if (suffix.key.size() != size) continue;
      // Of the rows of shorter ones, the longest has the others'. A suffix is shorter than the
      // form.
      const WeightRow shorter = weights_.row(weights_.longest_suffix(suffix.key));
      add(weights_.rows_[weights_.suffixes_.find(packed(suffix.key))], shorter);
    }
  }
}

void WeightLoader::index(const std::vector<Affix>& affixes, HashIndex& into) {
  into.reserve(affixes.size());
  for (const Affix& affix : affixes) {
    if (!into.add(packed(affix.key), push(affix.row)))
      throw ParseError(table_.name + ": '" + std::string(affix.key) + "' stands here twice", 0);
  }
}

// The class before counts in each pair that it is part of.
void WeightLoader::fold_classes() {
  for (std::size_t second = 0; second <= kStart; ++second) {
    const RowId alone = push(previous_class_[second]);
    for (std::size_t first = 0; first <= kStart; ++first)
      weights_.classes_behind_[first * kRowSize + second] = alone;
  }
  for (auto& [pair, weights] : class_pairs_) {
    add(weights, previous_class_[pair % kRowSize]);
    weights_.classes_behind_[pair] = push(weights);
  }
}

void WeightLoader::word_row(const Row& row) {
  WordRows word;
  Own own;
  std::size_t i = kFirstPart;
  for (; i < row.cells.size(); ++i) {
    const Part part = part_of(row, i);
    if (part.name == kEdge || tags_.find(packed(part.name)) != 0) break;  // these come last
    word_part(row, part, word, own);
  }
  behind_rows(row, i, word);
  fold_word(row.cells[1], word, own);
  weights_.words_.push_back(word);
  if (!weights_.index_.add(hash_of(row.cells[1]),
                           static_cast<std::uint32_t>(weights_.words_.size() - 1))) {
    table_.fail(row, 1, "the word stands here twice, or its hash is that of another word");
  }
}

void WeightLoader::word_part(const Row& row, const Part& part, WordRows& word, Own& own) {
  if (part.name == "always" || part.name == "class") {
    own.usual_class = class_of(row, part.column, part.weights);
    if (part.name == "always") word.always = static_cast<std::int8_t>(own.usual_class);
  } else if (part.name == "is") {
    read(row, part, own.is);
    own.has_is = true;
  } else if (part.name == "next") {
    read(row, part, own.next);
    own.has_next = true;
  } else {
    RowId* const place = part.name == "capital"     ? &word.is_capital
                         : part.name == "next2"     ? &word.next2
                         : part.name == "previous"  ? &word.previous
                         : part.name == "previous2" ? &word.previous2
                                                    : nullptr;
    if (!place) table_.fail(row, part.column, "unknown part");
    WeightRow weights;
    read(row, part, weights);
    *place = push(weights);
  }
}

// Rows by the class before the word, in the order of the classes.
void WeightLoader::behind_rows(const Row& row, std::size_t column, WordRows& word) {
  word.behind = static_cast<RowId>(weights_.rows_.size());
  for (; column < row.cells.size(); ++column) {
    const Part part = part_of(row, column);
    const std::size_t previous = previous_class_of(row, column, part.name);
    if (word.behind_classes >> previous != 0)
      table_.fail(
          row, column, "classes before a word must be in the order of the alphabet, | last");
    word.behind_classes |= std::uint32_t{1} << previous;
    WeightRow weights;
    read(row, part, weights);
    push(weights);
  }
}

// What follows from the letters of the word or from its usual class is added to its own rows. Words
// without rows of their own share them, which keeps the table small.
void WeightLoader::fold_word(std::string_view form, WordRows& word, Own& own) {
  const bool has_letters = !form.starts_with('<') && own.usual_class != kPunct;
  const RowId next_suffix = has_letters ? weights_.next_suffix(form) : 0;
  word.next = shared_next(own.usual_class, next_suffix);
  if (own.has_next) {
    add(own.next, weights_.row(word.next));
    word.next = push(own.next);
  }
  if (word.always >= 0) return;
  word.is = has_letters ? weights_.longest_suffix(form) : 0;
  word.is_prefix = has_letters ? weights_.prefix(form) : 0;
  if (own.has_is) {
    add(own.is, weights_.row(word.is));
    add(own.is, weights_.row(word.is_prefix));
    word.is = push(own.is);
    word.is_prefix = 0;
  }
}

RowId WeightLoader::shared_next(std::size_t usual_class, RowId suffix) {
  if (usual_class == kStart) return suffix;
  const std::size_t place = suffix == 0 ? 0 : suffix - first_next_suffix_ + 1;
  RowId& shared = shared_next_[place * kRowSize + usual_class];
  if (shared == 0) {
    WeightRow sum = next_class_[usual_class];
    add(sum, weights_.row(suffix));
    shared = push(sum);
  }
  return shared;
}

void WeightLoader::stand_ins() {
  for (const auto& [form, place] : {std::pair{"<edge>", &weights_.edge_},
                                    std::pair{"<link>", &weights_.link_},
                                    std::pair{"<mark>", &weights_.mark_},
                                    std::pair{"<mixed>", &weights_.mixed_},
                                    std::pair{"<number>", &weights_.number_}}) {
    *place = weights_.index_.find(hash_of(form));
    if (*place == 0) throw ParseError(table_.name + ": no line for the word " + form, 0);
  }
}

WeightLoader::Part WeightLoader::part_of(const Row& row, std::size_t column) const {
  const std::string_view cell = row.cells[column];
  const std::size_t equals = cell.find('=');
  if (equals == std::string_view::npos) table_.fail(row, column, "expected part=weights");
  return {cell.substr(0, equals), cell.substr(equals + 1), column};
}

WeightLoader::Part WeightLoader::only_part(const Row& row, std::string_view name) const {
  const Part part = part_of(row, kFirstPart);
  if (part.name != name || row.cells.size() != kFirstPart + 1)
    table_.fail(row, kFirstPart, "expected " + std::string(name) + "= alone");
  return part;
}

std::size_t WeightLoader::class_of(const Row& row, std::size_t column, std::string_view tag) const {
  const std::uint32_t found = tag.size() <= kLongestTag ? tags_.find(packed(tag)) : 0;
  if (found == 0) table_.fail(row, column, "unknown word class '" + std::string(tag) + "'");
  return found - 1;
}

std::size_t WeightLoader::previous_class_of(const Row& row,
                                            std::size_t column,
                                            std::string_view tag) const {
  return tag == kEdge ? kStart : class_of(row, column, tag);
}

Shape WeightLoader::shape_of(const Row& row, char letter) const {
  const std::size_t found = kShapeLetters.find(letter);
  if (found == std::string_view::npos)
    table_.fail(row, 1, "a shape is one of " + std::string(kShapeLetters));
  return static_cast<Shape>(found);
}

void WeightLoader::read(const Row& row, const Part& part, WeightRow& into) const {
  const char* at = part.weights.data();
  const char* const end = at + part.weights.size();
  while (at != end) {
    const char* const tag = at;
    std::uint64_t key = 0;
    for (; at != end && *at != ':'; ++at) key = key << 8U | static_cast<unsigned char>(*at);
    const std::uint32_t found = tags_.find(key);
    if (found == 0 || at - tag > kLongestTag) class_of(row, part.column, {tag, at});
    int weight = 0;
    const auto [rest, error] = std::from_chars(at == end ? end : at + 1, end, weight);
    if (error != std::errc{} || weight < -kMostWeight || weight > kMostWeight ||
        (rest != end && *rest != ' ')) {
      table_.fail(
          row, part.column, "weights are whole numbers from -999 to 999, as in NN:12 VB:-3");
    }
    into.of_class[found - 1] = static_cast<std::int16_t>(weight);
    at = rest == end ? end : rest + 1;
  }
}

RowId WeightLoader::push(const WeightRow& row) {
  weights_.rows_.push_back(row);
  return static_cast<RowId>(weights_.rows_.size() - 1);
}

TaggerWeights::TaggerWeights(const Table& table) { WeightLoader(table, *this).run(); }

}  // namespace pressgauge::text::detail
