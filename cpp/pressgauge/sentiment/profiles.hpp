// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "pressgauge/sentiment/link.hpp"

namespace pressgauge::sentiment {

/// What kind of text is read: raters spread their ratings differently over each.
enum class Profile : std::uint8_t {
  news,       ///< whole news articles
  editorial,  ///< sentences and paragraphs of opinion
  headline,   ///< headlines and other single lines
};
std::string to_string(Profile profile);
/// @throws DomainError for a name that is none.
Profile profile_of(const std::string& name);

/// The link of `profile`; that of news is calibration.hpp's.
Link link_of(Profile profile);

}  // namespace pressgauge::sentiment
