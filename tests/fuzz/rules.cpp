// SPDX-License-Identifier: MIT
#include "bytes.hpp"
#include "oracles.hpp"

#include "pressgauge/figures/data.hpp"
#include "pressgauge/figures/quantities.hpp"
#include "pressgauge/text/tagger.hpp"

namespace pressgauge::fuzz {
namespace {

const std::string kArticle =
    "KABUL - Police said at least 12 people were injured and 3 killed in clashes on Monday.\n\n"
    "About 40% of 1,200 voters turned out, \"some dozens\" fewer than in May 2019, he said. "
    "The party won 31 seats; fire crews rescued two boys from 5 km away, at a cost of $3.5m.\n";

void read_by(const articles::GaugeOptions& options, const std::string& text) {
  const articles::Gauge own(options);
  articles::Article article{text, std::nullopt, std::nullopt};
  check_reading(articles::read(article, own));
}

text::Table table(const std::string& name,
                  std::string_view content,
                  std::size_t least,
                  std::size_t most) {
  return text::parse_table(name, content, least, most);
}

// Tables that quantities are read by, one of them the input.
void read_quantities(char which, std::string_view input) {
  namespace data = figures::data;
  const auto either = [&](char letter, std::string_view shipped) {
    return letter == which ? input : shipped;
  };
  text::Vocabulary words = text::default_vocabulary();
  words.add_classes(table("nouns", data::nouns, 2, 2));
  words.add_classes(table("words", either('w', data::words), 2, 2));
  const text::Rules text_rules(words);
  const figures::QuantityRules rules(table("numbers", either('n', data::numbers), 3, 3),
                                     table("hedges", either('h', data::hedges), 9, 9),
                                     table("currencies", either('c', data::currencies), 3, 4),
                                     table("units", either('u', data::units), 2, 2),
                                     words);
  const text::Document document(kArticle, text_rules, words);
  for (const auto& each : figures::all_quantities(document, rules, words)) {
    check_span(document.text(), each.span, "quantity");
  }
}

void read_weights(char which, const std::string& input) {
  if (which == 'p') {
    const sentiment::TowardWeights weights(input);
    const sentiment::TowardRules rules{gauge().sentiment_rules(), weights, gauge().vocabulary()};
    const text::Document document(kArticle, gauge().text_rules(), gauge().vocabulary());
    const auto actors = text::actors(document, gauge().actor_rules(), gauge().vocabulary());
    sentiment::toward(document, actors, rules);
  } else {
    const text::Tagger tagger(table("tagger", input, 3, 64));
    const text::Document document(kArticle, gauge().text_rules(), gauge().vocabulary());
    text::word_classes(document, tagger);
  }
}

}  // namespace

// The first letter says which rules: k kinds, H hedges, g groups as users give them; n numbers,
// h hedges, c currencies, u units, w words of classes; p weights toward, t of the tagger. What
// follows is the file, and behind a form feed a text to read by it.
void target::rules(std::string_view input) {
  if (input.empty()) return;
  const auto parts = parts_of(input.substr(1), '\f');
  const std::string text = parts.size() > 1 ? parts[1] : kArticle;
  accepted([&] {
    articles::GaugeOptions options;
    options.shipped_lexicon = false;
    switch (input[0]) {
      case 'k':
        options.kinds = parts[0];
        return read_by(options, text);
      case 'H':
        options.hedges = parts[0];
        return read_by(options, text);
      case 'g':
        options.groups = parts[0];
        return read_by(options, text);
      case 'p':
      case 't':
        return read_weights(input[0], parts[0]);
      default:
        return read_quantities(input[0], parts[0]);
    }
  });
}

}  // namespace pressgauge::fuzz
