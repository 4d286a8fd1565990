// SPDX-License-Identifier: MIT
#include "pressgauge/stats/proportion.hpp"

#include "pressgauge/stats/detail/shares.hpp"

namespace pressgauge::stats {

using detail::AboveOne;

Estimates proportion(const core::VectorRef& count,
                     const core::VectorRef& nobs,
                     const ProportionOptions& options) {
  return detail::shares({"count", count}, {"nobs", nobs}, options, AboveOne::refuse);
}

Estimate proportion(const core::Interval& count,
                    const core::Interval& nobs,
                    const ProportionOptions& options) {
  return detail::share({"count", count}, {"nobs", nobs}, options, AboveOne::refuse);
}

Estimates turnout(const core::VectorRef& ballots,
                  const core::VectorRef& registered,
                  const ProportionOptions& options) {
  return detail::shares({"ballots", ballots}, {"registered", registered}, options, AboveOne::keep);
}

Estimate turnout(const core::Interval& ballots,
                 const core::Interval& registered,
                 const ProportionOptions& options) {
  return detail::share({"ballots", ballots}, {"registered", registered}, options, AboveOne::keep);
}

}  // namespace pressgauge::stats
