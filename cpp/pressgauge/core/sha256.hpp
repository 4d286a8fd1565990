// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace pressgauge::core {

/// SHA-256 of some bytes, in hexadecimal (FIPS 180-4).
std::string sha256(std::string_view bytes);

}  // namespace pressgauge::core
