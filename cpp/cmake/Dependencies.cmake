# The only file that knows where a dependency comes from. In this order: the build's own Python packages
# (cmeel-eigen, tokenspeed-spdlog, pybind11 on sys.path), the system, a pinned and hashed release archive.
include(FetchContent)
set(FETCHCONTENT_QUIET ON)

find_package(Python 3.11 COMPONENTS Interpreter QUIET)
if(Python_Interpreter_FOUND)
  execute_process(
    COMMAND "${Python_EXECUTABLE}" -c "import os, sys
print(';'.join(os.path.join(p, d) for p in sys.path for d in ('cmeel.prefix', 'tokenspeed_spdlog', 'pybind11')
               if os.path.isdir(os.path.join(p, d))).replace(os.sep, '/'))"
    OUTPUT_VARIABLE pressgauge_python_prefixes
    OUTPUT_STRIP_TRAILING_WHITESPACE)
  list(PREPEND CMAKE_PREFIX_PATH ${pressgauge_python_prefixes})
endif()

# A pinned archive replaces a missing package; -DFETCHCONTENT_SOURCE_DIR_<NAME> or a file:// URL serves offline builds.
function(pressgauge_fetch name url hash)
  set(PRESSGAUGE_${name}_URL "${url}" CACHE STRING "Archive of ${name}, fetched where no package is found")
  string(TOLOWER "${name}" lower)
  string(TOUPPER "${name}" upper)
  if(FETCHCONTENT_FULLY_DISCONNECTED AND NOT FETCHCONTENT_SOURCE_DIR_${upper}
     AND NOT EXISTS "${CMAKE_BINARY_DIR}/_deps/${lower}-src")
    return()  # nothing to build it from: the check at the end says so, in our words
  endif()
  message(STATUS "${name}: not installed, fetching ${PRESSGAUGE_${name}_URL}")
  FetchContent_Declare(${name} URL "${PRESSGAUGE_${name}_URL}" URL_HASH SHA256=${hash}
                       DOWNLOAD_EXTRACT_TIMESTAMP ON SYSTEM EXCLUDE_FROM_ALL)
  FetchContent_MakeAvailable(${name})
endfunction()

find_package(Threads REQUIRED)

find_package(Eigen3 3.4 CONFIG QUIET)
if(NOT TARGET Eigen3::Eigen)
  set(EIGEN_BUILD_DOC OFF)
  set(EIGEN_BUILD_PKGCONFIG OFF)
  set(BUILD_TESTING OFF)
  pressgauge_fetch(Eigen3 "https://gitlab.com/libeigen/eigen/-/archive/3.4.0/eigen-3.4.0.tar.gz"
                   8586084f71f9bde545ee7fa6d00288b264a2b7ac3607b974e54d13e7162c1c72)
endif()

find_package(spdlog CONFIG QUIET)
# Debian 12's header-only target links libfmt, which a wheel may not carry: such a spdlog is passed over.
if(TARGET spdlog::spdlog_header_only)
  get_target_property(pressgauge_spdlog_links spdlog::spdlog_header_only INTERFACE_LINK_LIBRARIES)
  if(pressgauge_spdlog_links MATCHES "fmt")
    message(STATUS "spdlog: the system's links libfmt, passed over")
    set(pressgauge_spdlog_unfit TRUE)
  endif()
endif()
if(NOT TARGET spdlog::spdlog_header_only OR pressgauge_spdlog_unfit)
  set(SPDLOG_SYSTEM_INCLUDES ON)
  if(pressgauge_spdlog_unfit)
    # Its targets exist already and can't be replaced: take the headers of the pinned release alone.
    set(pressgauge_spdlog_subdir SOURCE_SUBDIR headers-only)
    FetchContent_Declare(spdlog_headers
      URL "https://github.com/gabime/spdlog/archive/refs/tags/v1.17.0.tar.gz"
      URL_HASH SHA256=d8862955c6d74e5846b3f580b1605d2428b11d97a410d86e2fb13e857cd3a744
      DOWNLOAD_EXTRACT_TIMESTAMP ON ${pressgauge_spdlog_subdir})
    FetchContent_MakeAvailable(spdlog_headers)
    add_library(pressgauge_spdlog INTERFACE)
    target_include_directories(pressgauge_spdlog SYSTEM INTERFACE "${spdlog_headers_SOURCE_DIR}/include")
  else()
    pressgauge_fetch(spdlog "https://github.com/gabime/spdlog/archive/refs/tags/v1.17.0.tar.gz"
                     d8862955c6d74e5846b3f580b1605d2428b11d97a410d86e2fb13e857cd3a744)
  endif()
endif()
if(NOT TARGET pressgauge_spdlog)
  add_library(pressgauge_spdlog INTERFACE)
  target_link_libraries(pressgauge_spdlog INTERFACE spdlog::spdlog_header_only)
endif()
add_library(pressgauge::spdlog ALIAS pressgauge_spdlog)

set(pressgauge_needed Eigen3::Eigen pressgauge::spdlog)
if(PRESSGAUGE_BUILD_PYTHON)
  find_package(Python 3.11 REQUIRED COMPONENTS Interpreter Development.Module)
  find_package(pybind11 3.1 CONFIG QUIET)
  list(APPEND pressgauge_needed pybind11::module)
endif()

if(PRESSGAUGE_BUILD_TESTS)
  # Debian's Catch2 2.13 also defines Catch2WithMain, but with version 2's headers: tests/cpp/support/catch.hpp
  # serves both, and what counts here is the version.
  find_package(Catch2 CONFIG QUIET)
  if(NOT TARGET Catch2::Catch2)
    pressgauge_fetch(Catch2 "https://github.com/catchorg/Catch2/archive/refs/tags/v3.8.0.tar.gz"
                     1ab2de20460d4641553addfdfe6acd4109d871d5531f8f519a52ea4926303087)
    set(Catch2_VERSION 3.8.0)
  endif()
  list(APPEND pressgauge_needed Catch2::Catch2)
endif()

# FetchContent may pass over a missing package without a word: say it here.
foreach(target IN LISTS pressgauge_needed)
  if(NOT TARGET ${target})
    message(FATAL_ERROR "pressgauge needs ${target}. Install it (pip install cmeel-eigen tokenspeed-spdlog "
                        "'pybind11>=3.1'; Catch2 from your system), or allow fetching its pinned release.")
  endif()
endforeach()
