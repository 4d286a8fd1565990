// SPDX-License-Identifier: MIT
#include "bind.hpp"

#include <spdlog/details/null_mutex.h>
#include <spdlog/sinks/base_sink.h>
#include <spdlog/sinks/null_sink.h>

#include <memory>

#include "pressgauge/core/log.hpp"

namespace pressgauge::bind {
namespace {

// Hands each record to logging.getLogger("pressgauge"). The GIL is its only lock: a second mutex
// beside it can deadlock.
class PythonSink final : public spdlog::sinks::base_sink<spdlog::details::null_mutex> {
 public:
  explicit PythonSink(py::object logger) : logger_(std::move(logger)) {}

 private:
  // spdlog's levels trace, debug, info, warn, err, critical as Python's numbers.
  void sink_it_(const spdlog::details::log_msg& message) override {
    static constexpr int kPythonLevels[] = {5, 10, 20, 30, 40, 50, 60};
    py::gil_scoped_acquire gil;
    logger_.attr("log")(kPythonLevels[message.level],
                        "%s",
                        std::string(message.payload.begin(), message.payload.end()));
  }
  void flush_() override {}

  py::object logger_;
};

}  // namespace

void logging(py::module_ m) {
  auto logger = py::module_::import("logging").attr("getLogger")("pressgauge");
  // A library is silent unless its user asks: https://docs.python.org/3/howto/logging.html
  logger.attr("addHandler")(py::module_::import("logging").attr("NullHandler")());
  set_log_sink(std::make_shared<PythonSink>(logger));
  m.def(
      "warning",
      [](const std::string& message) { log().warn("{}", message); },
      "message"_a,
      "Log a warning through the core.");
  // The sink holds a Python object: let go of it while there still is an interpreter.
  py::module_::import("atexit").attr("register")(
      py::cpp_function([] { set_log_sink(std::make_shared<spdlog::sinks::null_sink_mt>()); }));
}

}  // namespace pressgauge::bind
