// SPDX-License-Identifier: MIT
#include "pressgauge/core/sha256.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace pressgauge::core {
namespace {

constexpr std::size_t kBlock = 64;
constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kRounds = 64;
using Block = std::array<unsigned char, kBlock>;

// FIPS 180-4, 4.2.2.
constexpr std::array<std::uint32_t, kRounds> kConstants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

class Hash {
 public:
  // FIPS 180-4, 6.2.2.
  void add(const unsigned char* block) {
    std::array<std::uint32_t, kRounds> w;
    for (std::size_t i = 0; i < 16; ++i) {
      const unsigned char* from = block + 4 * i;
      w[i] = std::uint32_t{from[0]} << 24U | std::uint32_t{from[1]} << 16U |
             std::uint32_t{from[2]} << 8U | std::uint32_t{from[3]};
    }
    for (std::size_t i = 16; i < kRounds; ++i) {
      const std::uint32_t a = w[i - 15];
      const std::uint32_t b = w[i - 2];
      w[i] = w[i - 16] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ a >> 3U) + w[i - 7] +
             (std::rotr(b, 17) ^ std::rotr(b, 19) ^ b >> 10U);
    }
    State s = state_;
    // After eight rounds each word is in its place again: none is moved in between.
    for (std::size_t i = 0; i < kRounds; i += 8) {
      round(s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], kConstants[i] + w[i]);
      round(s[7], s[0], s[1], s[2], s[3], s[4], s[5], s[6], kConstants[i + 1] + w[i + 1]);
      round(s[6], s[7], s[0], s[1], s[2], s[3], s[4], s[5], kConstants[i + 2] + w[i + 2]);
      round(s[5], s[6], s[7], s[0], s[1], s[2], s[3], s[4], kConstants[i + 3] + w[i + 3]);
      round(s[4], s[5], s[6], s[7], s[0], s[1], s[2], s[3], kConstants[i + 4] + w[i + 4]);
      round(s[3], s[4], s[5], s[6], s[7], s[0], s[1], s[2], kConstants[i + 5] + w[i + 5]);
      round(s[2], s[3], s[4], s[5], s[6], s[7], s[0], s[1], kConstants[i + 6] + w[i + 6]);
      round(s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[0], kConstants[i + 7] + w[i + 7]);
    }
    for (std::size_t i = 0; i < s.size(); ++i) state_[i] += s[i];
  }

  std::string hexadecimal() const {
    std::string out;
    out.reserve(2 * sizeof state_);
    for (const std::uint32_t word : state_) {
      for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[word >> shift & 0xFU];
    }
    return out;
  }

 private:
  using Word = std::uint32_t;
  using State = std::array<Word, 8>;

  static void round(Word a, Word b, Word c, Word& d, Word e, Word f, Word g, Word& h, Word added) {
    h += (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + ((e & f) ^ (~e & g)) + added;
    d += h;
    h += (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
  }

  // FIPS 180-4, 5.3.3.
  State state_{0x6a09e667,
               0xbb67ae85,
               0x3c6ef372,
               0xa54ff53a,
               0x510e527f,
               0x9b05688c,
               0x1f83d9ab,
               0x5be0cd19};
};

}  // namespace

std::string sha256(std::string_view bytes) {
  Hash hash;
  const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
  std::size_t done = 0;
  for (; bytes.size() - done >= kBlock; done += kBlock) hash.add(data + done);
  // The rest, a bit that is set, zeros, and the length in bits: in one block or two (5.1.1).
  Block last{};
  const std::size_t rest = bytes.size() - done;
  if (rest > 0) std::memcpy(last.data(), data + done, rest);
  last[rest] = 0x80;
  if (rest + 1 > kBlock - kLengthBytes) {
    hash.add(last.data());
    last = {};
  }
  const std::uint64_t bits = std::uint64_t{bytes.size()} * 8;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    last[kBlock - 1 - i] = static_cast<unsigned char>(bits >> (8 * i));
  }
  hash.add(last.data());
  return hash.hexadecimal();
}

}  // namespace pressgauge::core
