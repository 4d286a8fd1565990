# pressgauge_add_module(NAME SOURCES … DATA … DEPENDS …): the library pressgauge::NAME out of cpp/pressgauge/NAME.
# DATA files (data/x.tsv) are compiled in as pressgauge::NAME::data::x.
set(PRESSGAUGE_CMAKE_DIR "${CMAKE_CURRENT_LIST_DIR}")

function(pressgauge_warnings target)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /utf-8 $<$<BOOL:${PRESSGAUGE_WERROR}>:/WX>)
  else()
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow
                                             $<$<BOOL:${PRESSGAUGE_WERROR}>:-Werror>)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(${target} PRIVATE -Wno-restrict)  # false alarms on std::string's +: GCC bug 105651
    endif()
  endif()
endfunction()

# What every target of ours shares: the standard, hidden symbols, and arithmetic that gives the same bits everywhere.
function(pressgauge_settings target)
  set_target_properties(${target} PROPERTIES CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON POSITION_INDEPENDENT_CODE ON)
  if(NOT MSVC)
    target_compile_options(${target} PRIVATE -ffp-contract=off)
  endif()
  if(PRESSGAUGE_FUZZ)
    target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)
  endif()
  if(PRESSGAUGE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${PRESSGAUGE_SANITIZE} -fno-sanitize-recover=all
                                             -fno-omit-frame-pointer)
    target_link_options(${target} PUBLIC -fsanitize=${PRESSGAUGE_SANITIZE})
  endif()
  pressgauge_warnings(${target})
endfunction()

function(pressgauge_add_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;DATA;DEPENDS" ${ARGN})
  list(TRANSFORM arg_SOURCES PREPEND "pressgauge/${name}/")
  add_library(pressgauge_${name} STATIC ${arg_SOURCES})
  add_library(pressgauge::${name} ALIAS pressgauge_${name})
  foreach(file IN LISTS arg_DATA)
    set(from "${CMAKE_CURRENT_SOURCE_DIR}/pressgauge/${name}/data/${file}.tsv")
    set(to "${CMAKE_CURRENT_BINARY_DIR}/data/${name}/${file}.cpp")
    add_custom_command(OUTPUT "${to}" DEPENDS "${from}" "${PRESSGAUGE_CMAKE_DIR}/EmbedData.cmake"
      COMMAND ${CMAKE_COMMAND} -DFROM=${from} -DTO=${to} -DMODULE=${name} -DNAME=${file}
              -P "${PRESSGAUGE_CMAKE_DIR}/EmbedData.cmake" VERBATIM)
    # Clang counts the length of literals that are joined.
    set_source_files_properties("${to}" PROPERTIES
      COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:Clang,AppleClang>:-Wno-overlength-strings>")
    target_sources(pressgauge_${name} PRIVATE "${to}")
  endforeach()
  target_include_directories(pressgauge_${name} PUBLIC "${CMAKE_CURRENT_SOURCE_DIR}")
  target_link_libraries(pressgauge_${name} PUBLIC ${arg_DEPENDS})
  pressgauge_settings(pressgauge_${name})
endfunction()
