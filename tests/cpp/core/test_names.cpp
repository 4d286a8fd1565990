// SPDX-License-Identifier: MIT
#include "support/catch.hpp"

#include <stdexcept>

#include "pressgauge/core/errors.hpp"
#include "pressgauge/core/names.hpp"

using namespace pressgauge;

namespace {

enum class Weather { fair, rain };
constexpr core::Names<2> kWeathers{"fair", "rain"};

}  // namespace

TEST_CASE("a value has its name, and a name its value", "[core][names]") {
  for (const Weather weather : {Weather::fair, Weather::rain}) {
    CHECK(core::named<Weather>(kWeathers, core::name_of(weather, kWeathers), "a weather") ==
          weather);
  }
  CHECK(core::name_of(Weather::rain, kWeathers) == "rain");
}

TEST_CASE("an unknown name is refused with the names there are", "[core][names]") {
  CHECK_THROWS_AS(core::named<Weather>(kWeathers, "Rain", "a weather"), DomainError);
  CHECK_THROWS_WITH(core::named<Weather>(kWeathers, "", "a weather"),
                    "a weather is one of fair, rain, not ''");
  CHECK_THROWS_AS(core::name_of(static_cast<Weather>(2), kWeathers), std::out_of_range);
}
