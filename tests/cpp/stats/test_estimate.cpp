// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include "pressgauge/stats/estimate.hpp"

using namespace pressgauge::stats;

TEST_CASE("flags are named in the order of the enum", "[stats][estimate]") {
  CHECK(flag_names(0).empty());
  CHECK(flag_names(bit(Flag::clipped) | bit(Flag::missing)) ==
        std::vector<std::string>{"missing", "clipped"});
  CHECK(flag_names(31) ==
        std::vector<std::string>{"missing", "undefined", "above_one", "one_sided", "clipped"});
}
