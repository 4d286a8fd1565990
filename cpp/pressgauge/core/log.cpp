// SPDX-License-Identifier: MIT
#include "pressgauge/core/log.hpp"

#include <spdlog/sinks/null_sink.h>

#include <memory>
#include <utility>

namespace pressgauge {

spdlog::logger& log() {
  static spdlog::logger logger = [] {
    spdlog::logger silent("pressgauge", std::make_shared<spdlog::sinks::null_sink_mt>());
    silent.set_level(spdlog::level::debug);
    return silent;
  }();
  return logger;
}

void set_log_sink(spdlog::sink_ptr sink) { log().sinks() = {std::move(sink)}; }

}  // namespace pressgauge
