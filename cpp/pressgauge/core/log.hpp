// SPDX-License-Identifier: MIT
#pragma once

#include <spdlog/logger.h>

namespace pressgauge {

/// The one logger. It is silent until a sink is set. Levels: debug, a decision; warning, a doubtful
/// result that is still returned.
spdlog::logger& log();

/// Sends what is logged from now on to `sink` alone.
void set_log_sink(spdlog::sink_ptr sink);

}  // namespace pressgauge
