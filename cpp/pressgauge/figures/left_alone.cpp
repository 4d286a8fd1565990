// SPDX-License-Identifier: MIT
#include "pressgauge/figures/left_alone.hpp"

#include <algorithm>
#include <string>

namespace pressgauge::figures {
namespace {

constexpr double kMostCost = 16;

struct Reason {
  std::string rule;
  std::string words;
};

class Sieve {
 public:
  Sieve(const SentenceView& view, const std::vector<DateMention>& dates, const Rules& rules)
      : view_(view), dates_(dates), rules_(rules) {}

  std::optional<Reason> reason(std::size_t item) const {
    const Quantity& q = view_.phrase_of(item).quantity;
    if (q.identifier) return Reason{"name.digits", "a string of digits"};
    if (!q.measure.empty()) return Reason{"measure.letters", "measure"};
    if (q.slashed && !is_mark(q.tokens.end, "of")) return Reason{"date.slash", "date or score"};
    if (q.overflow) return Reason{"number.overflow", "beyond 1e308"};
    if (is_date(q)) return Reason{"date.named", "date"};
    if (is_clock(q)) return Reason{"time.clock", "time of day or score"};
    if (is_age(q)) return Reason{"age.comma", "age"};
    if (is_age_limit(q)) return Reason{"age.limit", "age"};
    if (is_in_name(q)) return Reason{"name.hyphen", "part of a name"};
    if (q.additional && q.value == 1 && !q.plain_digits) return Reason{"one.another", "pronoun"};
    const auto best = rules_.left_alone.best(view_, item, kMostCost);
    if (best.rule) return Reason{best.rule->id, best.rule->value};
    return std::nullopt;
  }

 private:
  // Dates are in order and don't overlap.
  bool is_date(const Quantity& q) const {
    const auto date = std::partition_point(dates_.begin(), dates_.end(), [&](const DateMention& d) {
      return d.tokens.end <= q.number.first;
    });
    return date != dates_.end() && date->tokens.first < q.tokens.end;
  }

  bool inside(std::size_t i) const {
    return i >= view_.sentence.tokens.first && i < view_.sentence.tokens.end;
  }
  bool is_digits(std::size_t i) const {
    return inside(i) && (view_.token(i).kind == text::TokenKind::number ||
                         view_.token(i).kind == text::TokenKind::mixed);
  }
  bool is_mark(std::size_t i, std::string_view mark) const {
    return inside(i) && view_.form(i) == mark;
  }

  bool is_joint(std::size_t i) const { return is_mark(i, ":") || is_mark(i, "/"); }

  // 10:39 · 8:00am · 9/11
  bool is_clock(const Quantity& q) const {
    if (!q.plain_digits) return false;
    const std::size_t i = q.tokens.first;
    const bool before = i > view_.sentence.tokens.first + 1 && is_joint(i - 1) &&
                        is_digits(i - 2) && !view_.token(i).space_before;
    const bool after = is_joint(q.tokens.end) && is_digits(q.tokens.end + 1) &&
                       !view_.token(q.tokens.end + 1).space_before;
    return before || after;
  }

  // `Ahmed, 34, said`
  bool is_age(const Quantity& q) const {
    constexpr double kOldest = 120;
    const std::size_t i = q.tokens.first;
    return q.plain_digits && *q.value <= kOldest && i > view_.sentence.tokens.first + 1 &&
           is_mark(i - 1, ",") && is_mark(q.tokens.end, ",") && view_.token(i - 2).capitalised &&
           view_.token(i - 2).kind == text::TokenKind::word;
  }

  // `children under five`, `residents over 60`
  bool is_age_limit(const Quantity& q) const {
    constexpr double kOldest = 100;
    const std::size_t i = q.tokens.first;
    if (!q.value || *q.value > kOldest || !q.unit.empty() || i == view_.sentence.tokens.first)
      return false;
    const bool bounded = q.bound == Bound::less_than || q.bound == Bound::more_than;
    const std::size_t end = q.tokens.end;
    const bool bare = !inside(end) || view_.token(end).kind != text::TokenKind::word ||
                      view_.in(end, view_.costs.function_words);
    return bounded && bare && view_.in(i - 1, rules_.person);
  }

  // COVID-19, AK-47
  bool is_in_name(const Quantity& q) const {
    const std::size_t i = q.tokens.first;
    // the Group of Eight
    const bool in_words = !q.plain_digits && i > view_.sentence.tokens.first + 2 &&
                          view_.token(i).capitalised && is_mark(i - 1, "of") &&
                          view_.token(i - 2).capitalised;
    if (in_words) return true;
    return q.plain_digits && i > view_.sentence.tokens.first + 1 && is_mark(i - 1, "-") &&
           !view_.token(i).space_before && !view_.token(i - 1).space_before &&
           view_.token(i - 2).kind == text::TokenKind::word;
  }

  const SentenceView& view_;
  const std::vector<DateMention>& dates_;
  const Rules& rules_;
};

}  // namespace

std::vector<Quantity> without_left_alone(const text::Document& document,
                                         const text::Sentence& sentence,
                                         const std::vector<DateMention>& dates,
                                         const Rules& rules,
                                         const text::Vocabulary& vocabulary,
                                         Seen& seen,
                                         std::vector<LeftAlone>& left) {
  if ((sentence.traits & rules.quantities.numeral) == 0) return {};
  auto found = quantities(document, sentence.tokens, rules.quantities, vocabulary);
  if (found.empty()) return {};
  std::vector<Phrase> bare(found.size());
  for (std::size_t i = 0; i < found.size(); ++i) {
    to_percent(found[i]);
    bare[i].quantity = found[i];
  }
  const SentenceView view =
      view_of(document, sentence, bare, rules.signs, rules.gap_costs, vocabulary, seen);
  const Sieve sieve(view, dates, rules);
  // Rules look at the bare numbers: those that are kept may take the places of those that were
  // found.
  std::size_t kept = 0;
  for (std::size_t i = 0; i < view.items.size(); ++i) {
    if (!view.items[i].phrase) continue;
    const Quantity& quantity = view.phrase_of(i).quantity;
    if (auto reason = sieve.reason(i)) {
      left.push_back({quantity.span, std::move(reason->rule), std::move(reason->words)});
    } else {
      found[kept++] = quantity;
    }
  }
  found.resize(kept);
  return found;
}

}  // namespace pressgauge::figures
