// SPDX-License-Identifier: MIT
#include "pressgauge/figures/extract.hpp"

#include <algorithm>
#include <array>

#include "pressgauge/figures/context.hpp"

namespace pressgauge::figures {
namespace {

constexpr double kMostKindCost = 16;  // a dearer reading is no better than none
constexpr std::array<const char*, 4> kVictimKinds{"killed", "injured", "missing", "abducted"};

// The reading of one sentence: numbers, what they count, and how the text stands to them.
class SentenceReader {
 public:
  SentenceReader(const text::Document& document,
                 std::size_t number,
                 std::optional<Day> published,
                 const Rules& rules,
                 const text::Vocabulary& vocabulary,
                 Extraction& out)
      : document_(document),
        number_(number),
        sentence_(document.sentences()[number]),
        rules_(rules),
        vocabulary_(vocabulary),
        dates_(dates(document, sentence_, published, rules.dates, vocabulary)),
        published_(published),
        out_(out) {}

  void run() {
    // Numbers that count nothing go first, so that no noun is drawn to them.
    std::vector<Quantity> found =
        quantities(document_, sentence_.tokens, rules_.quantities, vocabulary_);
    std::vector<Phrase> bare;
    for (const Quantity& q : found) bare.push_back({q, {}, 0, false});
    const std::vector<Item> tokens = items(document_, sentence_.tokens, bare);
    std::vector<Quantity> kept = without_left_alone(found, bare, tokens);
    phrases_ = phrases(document_, sentence_.tokens, std::move(kept), rules_.phrases, vocabulary_);
    if (phrases_.empty()) return;
    items_ = items(document_, sentence_.tokens, phrases_);
    name_kinds();
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (items_[i].phrase) figure(i);
    }
  }

 private:
  struct Reading {
    const Rule* rule = nullptr;
    std::string kind = "other";
    double cost = 0;
    bool inherited = false;
  };

  std::vector<Quantity> without_left_alone(const std::vector<Quantity>& found,
                                           const std::vector<Phrase>& bare,
                                           const std::vector<Item>& tokens) {
    std::vector<Quantity> kept;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (!tokens[i].phrase) continue;
      const Quantity& q = found[*tokens[i].phrase];
      if (const auto alone = reason_alone(q, i, bare, tokens)) {
        out_.left_alone.push_back({q.span, alone->first, alone->second});
      } else {
        kept.push_back(q);
      }
    }
    return kept;
  }

  std::optional<std::pair<std::string, std::string>> reason_alone(
      const Quantity& q,
      std::size_t item,
      const std::vector<Phrase>& bare,
      const std::vector<Item>& tokens) const {
    if (q.overflow) return std::pair("number.overflow", "beyond 1e308");
    for (const DateMention& date : dates_) {
      if (date.tokens.first < q.tokens.end && q.number.first < date.tokens.end)
        return std::pair("date.named", "date");
    }
    if (is_clock(q)) return std::pair("time.clock", "time of day or score");
    if (is_in_name(q)) return std::pair("name.hyphen", "part of a name");
    const auto best = rules_.left_alone.best(tokens,
                                             item,
                                             bare,
                                             document_,
                                             rules_.gap_costs,
                                             vocabulary_,
                                             kMostKindCost,
                                             [](const Rule&) { return true; });
    if (best.rule) return std::pair(best.rule->id, best.rule->value);
    return std::nullopt;
  }

  bool is_digits(std::size_t i) const {
    return i >= sentence_.tokens.first && i < sentence_.tokens.end &&
           (token(i).kind == text::TokenKind::number || token(i).kind == text::TokenKind::mixed);
  }
  bool is_mark(std::size_t i, std::string_view mark) const {
    return i >= sentence_.tokens.first && i < sentence_.tokens.end && form(i) == mark;
  }

  // 10:39 · 8:00am
  bool is_clock(const Quantity& q) const {
    if (!q.plain_digits) return false;
    const std::size_t i = q.tokens.first;
    const bool before = i > sentence_.tokens.first + 1 && is_mark(i - 1, ":") && is_digits(i - 2) &&
                        !token(i).space_before;
    const bool after = is_mark(q.tokens.end, ":") && is_digits(q.tokens.end + 1) &&
                       !token(q.tokens.end + 1).space_before;
    return before || after;
  }

  // COVID-19, AK-47
  bool is_in_name(const Quantity& q) const {
    const std::size_t i = q.tokens.first;
    return q.plain_digits && i > sentence_.tokens.first + 1 && is_mark(i - 1, "-") &&
           !token(i).space_before && !token(i - 1).space_before &&
           token(i - 2).kind == text::TokenKind::word;
  }

  void name_kinds() {
    readings_.resize(phrases_.size());
    subset_.resize(phrases_.size());
    groups_.resize(phrases_.size());
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if (!items_[i].phrase) continue;
      const std::size_t number = *items_[i].phrase;
      readings_[number] = reading(i, phrases_[number]);
      if (number > 0) inherit(i, number);
    }
  }

  Reading reading(std::size_t item, const Phrase& phrase) const {
    const auto best =
        rules_.triggers.best(items_,
                             item,
                             phrases_,
                             document_,
                             rules_.gap_costs,
                             vocabulary_,
                             phrase.quantity.indefinite ? kMostKindCost / 2 : kMostKindCost,
                             [&](const Rule& rule) { return can_be(rule.value, phrase); });
    if (best.rule) return {best.rule, best.rule->value, best.cost, false};
    return {};
  }

  // A single person counts as a victim only, and things are no people, though they may be deployed.
  bool can_be(const std::string& kind, const Phrase& phrase) const {
    if (phrase.quantity.indefinite) return is_victim(kind);
    const bool of_thing =
        !phrase.noun.empty() && vocabulary_.in(token(phrase.head).word, rules_.thing);
    return !of_thing || kind == "deployed" || rules_.kind(kind).unit != "persons";
  }

  static bool is_victim(const std::string& kind) {
    return std::find(kVictimKinds.begin(), kVictimKinds.end(), kind) != kVictimKinds.end();
  }

  // What the text leaves out is taken from the number before: `killed 12 people in Zubin and seven
  // in Novo`, `12 dead, including three children`.
  void inherit(std::size_t item, std::size_t number) {
    const Reading& before = readings_[number - 1];
    Reading& now = readings_[number];
    if (!before.rule || before.kind == "other") return;
    const Phrase& phrase = phrases_[number];
    if (phrases_[number - 1].quantity.is_percent() != phrase.quantity.is_percent()) return;
    const bool part = is_subset(item);
    const bool joined = is_joined(item);
    const bool bare = phrase.noun.empty() && !phrase.quantity.indefinite;
    const double own = now.rule ? now.cost : kMostKindCost;
    constexpr double kPartCost = 3;
    constexpr double kListCost = 9;
    // A list goes on: with numbers alone, or with the same sort of noun.
    const bool listed =
        joined && own > kListCost && (bare || same_sort(phrases_[number - 1], phrase));
    if (!listed && !(part && own > kPartCost)) return;
    if (phrase.quantity.indefinite && !is_victim(before.kind)) return;
    if (!can_be(before.kind, phrase)) return;
    now = {before.rule, before.kind, before.cost, true};
  }

  bool same_sort(const Phrase& a, const Phrase& b) const {
    if (a.noun.empty() || b.noun.empty()) return false;
    const auto is = [&](const Phrase& phrase, text::SetId set) {
      return vocabulary_.in(token(phrase.head).word, set);
    };
    return (is(a, rules_.person) && is(b, rules_.person)) ||
           (is(a, rules_.damageable) && is(b, rules_.damageable)) ||
           token(a.head).word == token(b.head).word;
  }

  bool is_subset(std::size_t item) const {
    constexpr double kMostSubsetCost = 8;
    const auto best = rules_.subset.best(items_,
                                         item,
                                         phrases_,
                                         document_,
                                         rules_.gap_costs,
                                         vocabulary_,
                                         kMostSubsetCost,
                                         [](const Rule&) { return true; });
    return best.rule != nullptr;
  }

  // Whether a comma or a conjunction, and no new clause, stands between this number and the one
  // before.
  bool is_joined(std::size_t item) const {
    bool joint = false;
    for (std::size_t i = item; i > 0 && !items_[i - 1].phrase; --i) {
      const Item& between = items_[i - 1];
      if (vocabulary_.in(between.word, rules_.gap_costs.verbs) ||
          vocabulary_.in(between.word, rules_.gap_costs.subordinators)) {
        return false;
      }
      joint =
          joint || between.is_mark || vocabulary_.in(between.word, rules_.gap_costs.conjunctions);
    }
    return joint;
  }

  void figure(std::size_t item) {
    const std::size_t number = *items_[item].phrase;
    const Phrase& phrase = phrases_[number];
    const Quantity& q = phrase.quantity;
    const Reading& reading = readings_[number];
    Figure figure;
    figure.kind = reading.kind;
    if (figure.kind == "other" && is_money(q)) figure.kind = "money";
    const bool event = rules_.kind(figure.kind).event;
    if (q.indefinite && is_purpose(item)) return;
    if (const char* why = not_counted(phrase, event)) {
      if (!q.zero && !q.indefinite) out_.left_alone.push_back({q.span, "counts.nothing", why});
      return;
    }
    figure.span = q.span;
    figure.text = std::string(document_.words(q.span));
    figure.bound = q.bound;
    figure.value = q.value;
    figure.interval = q.interval;
    figure.additional = q.additional;
    figure.sentence = number_;
    figure.rule = reading.rule             ? reading.rule->id
                  : figure.kind == "money" ? "money.currency"
                                           : "other.default";
    if (reading.inherited) figure.assumed.emplace_back("kind");
    // `40 percent of the mines` is their share; a number of a number, or of some named ones, is a
    // part.
    const bool named_part = phrase.definite && (!q.is_percent() || phrase.partitive);
    subset_[number] = named_part || is_subset(item) ||
                      (number > 0 && subset_[number - 1] &&
                       readings_[number - 1].kind == reading.kind && is_joined(item));
    figure.subset = subset_[number];
    fill_group(figure, phrase, number);
    fill_context(figure,
                 {document_,
                  sentence_,
                  number_,
                  items_,
                  item,
                  phrases_,
                  dates_,
                  published_,
                  rules_,
                  vocabulary_});
    figure.unit = unit_of(figure, phrase);
    out_.unresolved_dates = out_.unresolved_dates || (figure.date && !figure.date->first);
    out_.figures.push_back(std::move(figure));
  }

  // `a plot to kidnap a soldier`: nobody is a victim yet.
  bool is_purpose(std::size_t item) const {
    constexpr double kMostPurposeCost = 9;
    return rules_.purpose
               .best(items_,
                     item,
                     phrases_,
                     document_,
                     rules_.gap_costs,
                     vocabulary_,
                     kMostPurposeCost,
                     [](const Rule&) { return true; })
               .rule != nullptr;
  }

  static bool is_money(const Quantity& q) {
    return !q.unit.empty() && !q.is_percent() && q.unit != "points";
  }

  // Why a number that was read is no figure; nullptr where it is one.
  const char* not_counted(const Phrase& phrase, bool event) const {
    const Quantity& q = phrase.quantity;
    if (phrase.compound) return "part of a compound";
    if (event) return nullptr;
    if (q.zero || q.indefinite) return "a zero or a single person counts for events only";
    const bool word_one =
        q.value == 1 && !q.plain_digits && q.bound == Bound::exact && !q.additional;
    if (word_one) return "one that counts nothing";
    if (phrase.noun.empty() && q.unit.empty()) return "nothing is counted";
    return nullptr;
  }

  void fill_group(Figure& figure, const Phrase& phrase, std::size_t number) {
    groups_[number] = phrase.noun;
    if (phrase.noun.empty()) {
      // `12 people were killed and 30 injured`: the noun of the number before.
      if (number == 0 || phrase.quantity.is_percent() || rules_.kind(figure.kind).unit != "persons")
        return;
      const text::TokenRange& before = groups_[number - 1];
      if (before.empty() || !holds_person(before)) return;
      groups_[number] = before;
      figure.assumed.emplace_back("group");
    }
    const core::Span span = document_.span_of(groups_[number]);
    figure.group = std::string(document_.words(span));
    figure.evidence.push_back({"group", span});
  }

  bool holds_person(const text::TokenRange& noun) const {
    for (std::size_t i = noun.first; i < noun.end; ++i) {
      if (vocabulary_.in(token(i).word, rules_.person)) return true;
    }
    return false;
  }

  std::string unit_of(const Figure& figure, const Phrase& phrase) const {
    const Quantity& q = phrase.quantity;
    if (!q.unit.empty()) return q.unit;
    const Kind& kind = rules_.kind(figure.kind);
    if (figure.kind == "deployed" && !phrase.noun.empty() &&
        vocabulary_.in(token(phrase.head).word, rules_.vehicle)) {
      return "items";
    }
    if (kind.unit != "noun") return kind.unit;
    return phrase.noun.empty() ? "" : std::string(form(phrase.head));
  }

  const text::Token& token(std::size_t i) const { return document_.tokens()[i]; }
  std::string_view form(std::size_t i) const { return document_.form(token(i)); }

  const text::Document& document_;
  std::size_t number_;
  const text::Sentence& sentence_;
  const Rules& rules_;
  const text::Vocabulary& vocabulary_;
  std::vector<DateMention> dates_;
  std::optional<Day> published_;
  Extraction& out_;
  std::vector<Phrase> phrases_;
  std::vector<Item> items_;
  std::vector<Reading> readings_;
  std::vector<bool> subset_;
  std::vector<text::TokenRange> groups_;  // the noun of each number, its own or the one before's
};

}  // namespace

Extraction extract(const text::Document& document,
                   std::optional<Day> published,
                   const Rules& rules,
                   const text::Vocabulary& vocabulary) {
  Extraction out;
  for (std::size_t i = 0; i < document.sentences().size(); ++i) {
    const text::Sentence& sentence = document.sentences()[i];
    if (!document.sections()[sentence.section].is_article()) continue;
    SentenceReader(document, i, published, rules, vocabulary, out).run();
  }
  for (std::size_t i = 0; i < out.figures.size(); ++i)
    out.figures[i].number = static_cast<std::int64_t>(i);
  return out;
}

std::vector<Quantity> all_quantities(const text::Document& document,
                                     const Rules& rules,
                                     const text::Vocabulary& vocabulary) {
  std::vector<Quantity> out;
  for (const text::Sentence& sentence : document.sentences()) {
    auto found = quantities(document, sentence.tokens, rules.quantities, vocabulary);
    std::move(found.begin(), found.end(), std::back_inserter(out));
  }
  return out;
}

}  // namespace pressgauge::figures
