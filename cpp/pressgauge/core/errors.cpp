// SPDX-License-Identifier: MIT
#include "pressgauge/core/errors.hpp"

namespace pressgauge {

ParseError::ParseError(const std::string& message, std::int64_t offset)
    : Error(message), offset_(offset) {}

}  // namespace pressgauge
