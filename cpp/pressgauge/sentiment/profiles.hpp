// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>

#include "pressgauge/sentiment/calibration.hpp"
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

/// How weights become raw and layers by `profile`. In single sentences what is said of events adds
/// little to what their words say, and the balance is near a sum, which follows ratings better.
Calibration calibration_of(Profile profile);

/// The link of `profile`; that of news is calibration.hpp's.
Link link_of(Profile profile);

}  // namespace pressgauge::sentiment
