// SPDX-License-Identifier: MIT
#include "bind.hpp"

using namespace pressgauge;

PYBIND11_MODULE(_core, m) {
  m.doc() = "The C++ core of pressgauge. Use the package's own modules.";
  m.attr("__version__") = PRESSGAUGE_VERSION;
  bind::core(m);
  bind::logging(m.def_submodule("logging"));
  bind::text(m.def_submodule("text"));
  bind::stats(m.def_submodule("stats"));
  // Gauge and Reading first: figures and sentiment take them.
  auto articles = m.def_submodule("articles");
  bind::articles(articles);
  bind::batch(articles);
  bind::figures(m.def_submodule("figures"));
  auto tone = m.def_submodule("sentiment");
  bind::sentiment(tone);
  bind::vader(tone);
}
