// SPDX-License-Identifier: MIT
#include "oracles.hpp"

#include "pressgauge/text/tagger.hpp"
#include "pressgauge/text/unicode.hpp"

namespace pressgauge::fuzz {
namespace {

void check_code_points(const text::Document& document) {
  const text::CodePointMap& map = document.code_points();
  const auto size = static_cast<std::int64_t>(document.text().size());
  std::int64_t byte = 0;
  for (std::int64_t at = 0; at < map.size(); ++at) {
    expect(map.byte_of(at) == byte && map.code_point_of(byte) == at, "code points and bytes");
    byte += text::decode(document.text(), static_cast<std::size_t>(byte)).size;
  }
  expect(byte == size && map.byte_of(map.size()) == size, "the map ends elsewhere than the text");
  expect(!accepted([&] { map.byte_of(map.size() + 1); }), "a code point behind the text");
}

}  // namespace

// A text taken apart: tokens, sections, sentences, quotes, names, word classes.
void target::document(std::string_view input) {
  const auto document = document_of(input);
  const bool is_utf8 = accepted([&] { text::validate_utf8(input); });
  expect(document.has_value() == is_utf8, "UTF-8 is read, and nothing else");
  if (!document) return;
  check_parts(*document);
  check_code_points(*document);
  const auto actors = text::actors(*document, gauge().actor_rules(), gauge().vocabulary());
  check_actors(*document, actors);
  expect(text::word_classes(*document, gauge().tagger()).size() == document->tokens().size(),
         "a word class for each token");
}

}  // namespace pressgauge::fuzz
