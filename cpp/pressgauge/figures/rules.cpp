// SPDX-License-Identifier: MIT
#include "pressgauge/figures/rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/figures/data.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::figures {
namespace {

constexpr std::string_view kOther = "other";
constexpr std::string_view kOwnPattern = "pattern";
constexpr std::string_view kDefine = "define";
// A pattern that names people by what they are: any verb near by says more of them.
constexpr std::string_view kWeakPattern = "weak";
constexpr double kWeakCost = 6;
// A pattern that says more than the verb in it: `demand the release of 12`.
constexpr std::string_view kStrongPattern = "strong";
constexpr double kStrongCost = -4;
// A pattern that hints at a kind.
constexpr std::string_view kHintPattern = "hint";
constexpr double kHintCost = 3;

text::Vocabulary& with_words(text::Vocabulary& vocabulary) {
  vocabulary.add_classes(text::parse_table("figures/nouns.tsv", data::nouns, 2, 2));
  vocabulary.add_classes(text::parse_table("figures/words.tsv", data::words, 2, 2));
  return vocabulary;
}

// What users give may be anything, and whatever takes words apart reads UTF-8 only.
std::string_view checked(std::string_view content) {
  text::validate_utf8(content);
  return content;
}

text::Table kinds_table(std::string_view name, std::string_view content) {
  return text::parse_table(name, checked(content), 4, 4);
}

// Joins the words of a rule, each written as `form`, to alternatives: kill slay, <%:past> →
// <kill:past>|<slay:past>.
std::string alternatives(std::string_view words, std::string_view form) {
  std::string out;
  for (const std::string_view word : text::split(words, ' ')) {
    const std::size_t slot = form.find('%');
    out += out.empty() ? "" : "|";
    out +=
        std::string(form.substr(0, slot)) + std::string(word) + std::string(form.substr(slot + 1));
  }
  return out;
}

void replace_all(std::string& text, std::string_view from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
}

// A frame's pattern with the words of a rule in it; the longer placeholders first.
std::string filled(std::string_view pattern, std::string_view words) {
  std::string out(pattern);
  replace_all(out, "$past", alternatives(words, "<%:past>"));
  replace_all(out, "$fin", alternatives(words, "<%:finite>"));
  replace_all(out, "$ing", alternatives(words, "<%:ing>"));
  replace_all(out, "$pp", alternatives(words, "<%:participle>"));
  replace_all(out, "$v", alternatives(words, "<%>"));
  replace_all(out, "$n", alternatives(words, "<%:plural>"));
  replace_all(out, "$", alternatives(words, "%"));
  return out;
}

double cost_of(const text::Table& table, const text::Row& row, std::size_t column) {
  const std::string_view cell = row.cells[column];
  double value = 0;
  if (std::from_chars(cell.data(), cell.data() + cell.size(), value).ec != std::errc()) {
    table.fail(row, column, "a cost is a number, not");
  }
  return value;
}

AnchoredPattern compiled(const text::Table& table,
                         const text::Row& row,
                         std::size_t column,
                         std::string_view pattern,
                         text::Vocabulary& vocabulary) {
  try {
    return {pattern, vocabulary};
  } catch (const ParseError& error) {
    table.fail(row, column, error.what());
  }
}

// All forms of the verbs that the frames `done_to` and `does` are filled with.
text::SetId verb_forms(text::Vocabulary& vocabulary) {
  std::string all;
  for (const text::Row& row : kinds_table("kinds.tsv", data::kinds).rows) {
    if (row.cells[2] != "done_to" && row.cells[2] != "does") continue;
    all += (all.empty() ? "" : "|") + alternatives(row.cells[3], "<%>");
  }
  return vocabulary.set(all +
                        "|shot|dead|missing|stationed|based|left|homeless|hostage|captive|held");
}

RuleIndex simple_rules(const text::Table& table,
                       std::string_view field,
                       std::size_t pattern_column,
                       std::size_t value_column,
                       text::Vocabulary& vocabulary) {
  RuleIndex index;
  for (const text::Row& row : table.rows) {
    if (!field.empty() && row.cells[1] != field) continue;
    index.add({std::string(row.cells[0]),
               std::string(row.cells[value_column]),
               0,
               compiled(table, row, pattern_column, row.cells[pattern_column], vocabulary)},
              vocabulary);
  }
  return index;
}

std::vector<std::pair<std::string, text::SetId>> actor_class_sets(text::Vocabulary& vocabulary) {
  std::vector<std::pair<std::string, text::SetId>> out;
  for (const char* name : {"troops",
                           "police_force",
                           "security",
                           "armed",
                           "protest",
                           "crowd",
                           "family",
                           "civilian",
                           "generic_person"}) {
    out.emplace_back(name, vocabulary.set("@" + std::string(name)));
  }
  return out;
}

std::vector<std::pair<std::string, text::SetId>> group_sets(const std::string& groups,
                                                            text::Vocabulary& vocabulary) {
  std::vector<std::pair<std::string, text::SetId>> out;
  if (groups.empty()) return out;
  for (const text::Row& row : text::parse_table("groups", checked(groups), 2, 2).rows) {
    out.emplace_back(row.cells[0], vocabulary.set(alternatives(row.cells[1], "<%:plural>")));
  }
  return out;
}

// Adds the kinds that a table defines; what is defined already stays.
void define_kinds(const text::Table& table, std::vector<Kind>& kinds) {
  for (const text::Row& row : table.rows) {
    if (row.cells[2] != kDefine) continue;
    const auto known = [&](const Kind& kind) { return kind.name == row.cells[1]; };
    if (std::any_of(kinds.begin(), kinds.end(), known)) continue;
    const auto words = text::split(row.cells[3], ' ');
    if (words.empty()) table.fail(row, 3, "a kind needs a unit");
    const auto says = [&](std::string_view word) {
      return std::find(words.begin(), words.end(), word) != words.end();
    };
    kinds.push_back({std::string(row.cells[1]),
                     std::string(words[0]),
                     says("event"),
                     words[0] == "persons",
                     says("victim"),
                     says("alone"),
                     says("whole"),
                     says("estimated")});
  }
}

}  // namespace

Rules::Rules(text::Vocabulary& vocabulary, const RuleTexts& user)
    : quantities(text::parse_table("numbers.tsv", data::numbers, 3, 3),
                 text::parse_table(
                     "hedges.tsv", user.hedges.empty() ? data::hedges : checked(user.hedges), 9, 9),
                 text::parse_table("currencies.tsv", data::currencies, 3, 4),
                 text::parse_table("units.tsv", data::units, 2, 2),
                 with_words(vocabulary)),
      dates(vocabulary),
      gap_costs(vocabulary),
      status(simple_rules(
          text::parse_table("context.tsv", data::context, 4, 4), "status", 3, 2, vocabulary)),
      lead(simple_rules(
          text::parse_table("context.tsv", data::context, 4, 4), "lead", 3, 2, vocabulary)),
      subset(simple_rules(
          text::parse_table("context.tsv", data::context, 4, 4), "subset", 3, 2, vocabulary)),
      goes_on(simple_rules(
          text::parse_table("context.tsv", data::context, 4, 4), "goes_on", 3, 2, vocabulary)),
      topic(simple_rules(
          text::parse_table("context.tsv", data::context, 4, 4), "topic", 3, 2, vocabulary)),
      earlier(simple_rules(
          text::parse_table("context.tsv", data::context, 4, 4), "earlier", 3, 2, vocabulary)),
      purpose(simple_rules(
          text::parse_table("context.tsv", data::context, 4, 4), "purpose", 3, 2, vocabulary)),
      left_alone(simple_rules(
          text::parse_table("left_alone.tsv", data::left_alone, 3, 3), "", 1, 2, vocabulary)),
      election(vocabulary.trait(vocabulary.set("@election"))),
      verbs(verb_forms(vocabulary)),
      phrases(vocabulary, verbs),
      person(vocabulary.set("@person")),
      person_or_toll(vocabulary.set("@person|@toll_noun")),
      tally(vocabulary.set("to|against")),
      comparison(vocabulary.set("from|than|compared|against|versus|cf")),
      governing(vocabulary.set(
          "@win|@have|@send|@news_verb|with|<arrest>|<kill>|<detain>|<injure>|<release>|<free>")),
      place_noun(vocabulary.set("@place_noun")),
      pronoun(vocabulary.set("@pronoun")),
      to(vocabulary.set("to|into")),
      thing(vocabulary.set("@thing")),
      damageable(vocabulary.set("@damageable")),
      vehicle(vocabulary.set("@vehicle")),
      total(vocabulary.set("number|numbers|total|tally")),
      have(vocabulary.set("has|have|had")),
      definite_all(vocabulary.set("the|all|these|those")),
      turnout(vocabulary.set("turnout")),
      clause(vocabulary.set("and|but|or|;|,|-|\"|that|as|while|where|when|(|:")),
      place_before(vocabulary.set("in|at|near|outside")),
      calendar(vocabulary.set("@weekday|@month")),
      auxiliary(vocabulary.set("@auxiliary")),
      others(vocabulary.set("others")),
      among(vocabulary.set("among|of")),
      that(vocabulary.set("that")),
      actor_classes(actor_class_sets(vocabulary)),
      user_groups(group_sets(user.groups, vocabulary)) {
  const text::Table frames = text::parse_table("frames.tsv", data::frames, 4, 4);
  const text::Table shipped = kinds_table("kinds.tsv", data::kinds);
  const text::Table own = user.kinds.empty() ? text::Table{} : kinds_table("kinds", user.kinds);
  // All kinds before all rules: a user's words may be for a kind of ours.
  define_kinds(own, kinds_);
  define_kinds(shipped, kinds_);
  other_ = place_of_kind(kOther);
  read_kinds(own, frames, vocabulary);
  read_kinds(shipped, frames, vocabulary);
  give_signs(vocabulary);
}

void Rules::give_signs(const text::Vocabulary& vocabulary) {
  const std::array indexes{&triggers,
                           &victims,
                           &status,
                           &lead,
                           &subset,
                           &goes_on,
                           &topic,
                           &earlier,
                           &purpose,
                           &left_alone};
  for (RuleIndex* index : indexes) index->ask_signs(signs);
  std::vector<text::WordId> before_places = vocabulary.words_of(place_before);
  const auto& sent_to = vocabulary.words_of(to);
  before_places.insert(before_places.end(), sent_to.begin(), sent_to.end());
  place_sign = signs.add_key(before_places);
  signs.give_rest(vocabulary);
  for (RuleIndex* index : indexes) index->take_signs(signs);
}

void Rules::read_kinds(const text::Table& kinds,
                       const text::Table& frames,
                       text::Vocabulary& vocabulary) {
  for (const text::Row& row : kinds.rows) {
    const std::string_view frame = row.cells[2];
    if (frame == kDefine) continue;
    const std::string id(row.cells[0]);
    const std::string value(row.cells[1]);
    const std::size_t place = place_of_kind(value);
    if (kinds_[place].name != value) kinds.fail(row, 1, "no line defines the kind");
    bool known = frame == kOwnPattern || frame == kHintPattern || frame == kWeakPattern ||
                 frame == kStrongPattern;
    const double cost = frame == kWeakPattern     ? kWeakCost
                        : frame == kHintPattern   ? kHintCost
                        : frame == kStrongPattern ? kStrongCost
                                                  : 0;
    const auto add = [&](std::string name, double of, std::string_view pattern) {
      Rule rule{std::move(name), value, of, compiled(kinds, row, 3, pattern, vocabulary), place};
      if (kinds_[place].victim) victims.add(rule, vocabulary);
      triggers.add(std::move(rule), vocabulary);
    };
    if (known) add(id, cost, row.cells[3]);
    for (const text::Row& each : frames.rows) {
      if (each.cells[0] != frame) continue;
      known = true;
      add(id + "." + std::string(each.cells[1]),
          cost_of(frames, each, 3),
          filled(each.cells[2], row.cells[3]));
    }
    if (!known) kinds.fail(row, 2, "unknown frame");
  }
}

std::size_t Rules::place_of_kind(std::string_view name) const {
  const auto found =
      std::find_if(kinds_.begin(), kinds_.end(), [&](const Kind& k) { return k.name == name; });
  return found == kinds_.end() ? other_ : static_cast<std::size_t>(found - kinds_.begin());
}

}  // namespace pressgauge::figures
