// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace pressgauge {

/// Root of all that pressgauge throws.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The caller broke the contract of a function: a size, sign or range.
class DomainError : public Error {
 public:
  using Error::Error;
};

/// A text is not what it claims to be: not UTF-8, a malformed rule file.
class ParseError : public Error {
 public:
  ParseError(const std::string& message, std::int64_t offset);
  /// Byte at which reading failed.
  std::int64_t offset() const noexcept { return offset_; }

 private:
  std::int64_t offset_;
};

}  // namespace pressgauge
