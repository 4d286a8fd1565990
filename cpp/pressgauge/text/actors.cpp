// SPDX-License-Identifier: MIT
#include "pressgauge/text/actors.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "pressgauge/text/data.hpp"
#include "pressgauge/text/detail/actor_names.hpp"
#include "pressgauge/text/detail/name_chunks.hpp"
#include "pressgauge/text/tables.hpp"

namespace pressgauge::text {
namespace {

using detail::NameChunk;

constexpr std::array<std::pair<std::string_view, NameWord>, 10> kKinds = {{
    {"title", NameWord::title},
    {"courtesy", NameWord::courtesy},
    {"modifier", NameWord::modifier},
    {"particle", NameWord::particle},
    {"connector", NameWord::connector},
    {"body", NameWord::body},
    {"nationality", NameWord::nationality},
    {"first_name", NameWord::first_name},
    {"common", NameWord::common},
    {"ending", NameWord::ending},
}};
constexpr std::array<std::string_view, 5> kPersonPronouns = {"he", "she", "his", "her", "him"};

std::uint16_t kind_of(const Table& table, const Row& row) {
  for (const auto& [name, kind] : kKinds) {
    if (name == row.cells[0]) return static_cast<std::uint16_t>(kind);
  }
  table.fail(row, 0, "no such class of words in names");
}

// The persons of a sentence and of the one before it: a pronoun stands for the only one.
class PersonsInMind {
 public:
  void open(std::size_t sentence) {
    if (sentence == sentence_) return;
    before_ = sentence == sentence_ + 1 ? std::exchange(here_, {}) : std::vector<std::size_t>();
    here_.clear();
    sentence_ = sentence;
  }
  void add(std::size_t actor) {
    if (std::ranges::find(here_, actor) == here_.end() && here_.size() < 2) here_.push_back(actor);
  }
  std::optional<std::size_t> only() const {
    const auto& persons = here_.empty() ? before_ : here_;
    return persons.size() == 1 ? std::optional(persons[0]) : std::nullopt;
  }

 private:
  std::size_t sentence_ = 0;
  std::vector<std::size_t> here_;
  std::vector<std::size_t> before_;
};

class Finder {
 public:
  Finder(const Document& document, const ActorRules& rules, const Vocabulary& vocabulary)
      : document_(document),
        chunks_(detail::ChunkFinder(document, rules, vocabulary).run()),
        names_(document, rules) {}

  std::vector<Actor> run() && {
    std::vector<std::optional<std::size_t>> known;
    known.reserve(chunks_.size());
    for (const NameChunk& chunk : chunks_) known.push_back(names_.add(chunk));
    for (std::size_t i = 0; i < chunks_.size(); ++i)
      known[i] = names_.resolve(chunks_[i], known[i]);
    number_of_.assign(names_.size(), kNone);
    for (std::size_t i = 0; i < chunks_.size(); ++i) mention(chunks_[i], known[i]);
    pronouns_until(document_.tokens().size());
    return std::move(out_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void mention(const NameChunk& chunk, std::optional<std::size_t> known) {
    if (!known) return;
    pronouns_until(chunk.tokens().first);
    std::size_t& number = number_of_[*known];
    if (number == kNone) {
      number = out_.size();
      out_.push_back({{}, {}, names_.is_person(*known), {}});
      seen_.emplace_back();
    }
    Actor& actor = out_[number];
    name(actor, chunk);
    note_alias(number, chunk.tokens());
    if (!chunk.title.empty() && !chunk.name.empty()) note_alias(number, chunk.name);
    actor.mentions.push_back(
        {document_.span_of(chunk.tokens()), chunk.tokens(), chunk.sentence, false});
    in_mind_.open(chunk.sentence);
    if (actor.person) in_mind_.add(number);
    next_ = std::max(next_, chunk.tokens().end);
  }

  void name(Actor& actor, const NameChunk& chunk) const {
    const bool titled = chunk.name.empty();
    std::string words = document_.phrase(document_.span_of(titled ? chunk.title : chunk.name));
    if (actor.name.empty() || (!titled && words.size() > actor.name.size()))
      actor.name = std::move(words);
  }

  void note_alias(std::size_t number, const TokenRange& range) {
    std::string words = document_.phrase(document_.span_of(range));
    if (seen_[number].insert(words).second) out_[number].aliases.push_back(std::move(words));
  }

  void pronouns_until(std::size_t end) {
    const auto& sentences = document_.sentences();
    for (; next_ < end; ++next_) {
      while (sentence_ < sentences.size() && sentences[sentence_].tokens.end <= next_) ++sentence_;
      if (sentence_ == sentences.size()) return;
      if (is_person_pronoun(next_)) pronoun(next_);
    }
  }

  bool is_person_pronoun(std::size_t at) const {
    const std::string_view form = document_.form(document_.tokens()[at]);
    return std::ranges::find(kPersonPronouns, form) != kPersonPronouns.end();
  }

  void pronoun(std::size_t at) {
    if (!document_.sections()[document_.sentences()[sentence_].section].is_article()) return;
    in_mind_.open(sentence_);
    const auto number = in_mind_.only();
    if (!number) return;
    const TokenRange range{at, at + 1};
    out_[*number].mentions.push_back({document_.span_of(range), range, sentence_, true});
    in_mind_.add(*number);
  }

  const Document& document_;
  const std::vector<NameChunk> chunks_;
  detail::ActorNames names_;
  std::vector<std::size_t> number_of_;  ///< of each of names_: its place in out_
  std::vector<std::unordered_set<std::string>> seen_;
  PersonsInMind in_mind_;
  std::size_t next_ = 0;      ///< token up to which pronouns are read
  std::size_t sentence_ = 0;  ///< its sentence
  std::vector<Actor> out_;
};

}  // namespace

ActorRules::ActorRules(const Rules& rules)
    : kinds_(1), function_words_(rules.speech.function_words) {
  const Table table = parse_table("actors.tsv", data::actors, 2, 2);
  for (const Row& row : table.rows) {
    const std::uint16_t kind = kind_of(table, row);
    for (const std::string_view word : split(row.cells[1], ' ')) {
      const WordId id = words_.add(word);
      if (id >= kinds_.size()) kinds_.resize(id + 1);
      kinds_[id] |= kind;
    }
  }
}

std::vector<Actor> actors(const Document& document,
                          const ActorRules& rules,
                          const Vocabulary& vocabulary) {
  return Finder(document, rules, vocabulary).run();
}

}  // namespace pressgauge::text
