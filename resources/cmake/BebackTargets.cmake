# One place for flags (an interface target every target links) and for the one helper that makes a test.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTORCC OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# The cache serves every checkout alike: paths are taken relative to it, macros of time do not matter, and neither does what a
# precompiled header defines; see the script.
find_program(BEBACK_CCACHE ccache)
if(BEBACK_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
    CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_PCH_EXTSUM=1 "${PROJECT_SOURCE_DIR}/resources/cmake/cached" "${BEBACK_CCACHE}")
endif()

add_library(beback_options INTERFACE)
add_library(Beback::Options ALIAS beback_options)
target_compile_options(beback_options INTERFACE
  $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
  # Qt Test tells every target its folder: with that no two could share precompiled headers, and no two checkouts the cache.
  -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Woverloaded-virtual -Wnon-virtual-dtor)
target_compile_definitions(beback_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
  QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_KEYWORDS
  QT_DISABLE_DEPRECATED_BEFORE=0x060400 $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)
# Libraries nothing is taken from are not loaded: a window opens in a third less time.
target_link_options(beback_options INTERFACE LINKER:--as-needed LINKER:-O1)
# Every test is a program of its own, and this linker takes a tenth of the time.
find_program(BEBACK_MOLD mold)
if(BEBACK_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 12.1)
  target_link_options(beback_options INTERFACE -fuse-ld=mold)
endif()
if(BEBACK_SANITIZE)
  # Of the debugging information a report needs the lines.
  target_compile_options(beback_options INTERFACE -g1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
  target_link_options(beback_options INTERFACE -fsanitize=address,undefined)
endif()

# What only tests run is waited for by whoever compiles it, and hardly by whoever runs it.
set(BEBACK_TEST_CODE $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU,Clang>>:-O1>)

# beback_share_headers(donor header...): precompiles the headers for the code of tests.
function(beback_share_headers donor)
  target_compile_options(${donor} PRIVATE ${BEBACK_TEST_CODE})
  target_precompile_headers(${donor} PRIVATE ${ARGN})
endfunction()

# beback_reuse_headers(target FROM donor): the target reads the headers that were precompiled for the donor. Both have to be
# compiled with the same options.
function(beback_reuse_headers target from donor)
  target_compile_options(${target} PRIVATE ${BEBACK_TEST_CODE})
  target_precompile_headers(${target} REUSE_FROM ${donor})
  # What moc made for a target whose classes are in .cpp files is empty, and needs no headers.
  set_source_files_properties("${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/mocs_compilation.cpp"
    PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# beback_add_test(name LABEL label [LIBS lib...] [ENGINES both]): builds <name>.cpp of the calling folder and registers it
# with ctest; with ENGINES both once more as <name>.postgresql, whose stores are in a PostgreSQL server of its own. The target
# tests_<label> builds those of one label.
function(beback_add_test name)
  cmake_parse_arguments(T "" "LABEL;ENGINES" "LIBS" ${ARGN})
  # One call of moc: looking for what else it may have to be called for takes longer than the call.
  set(moc "${CMAKE_CURRENT_BINARY_DIR}/${name}.moc")
  qt_generate_moc(${name}.cpp "${moc}")
  add_executable(${name} ${name}.cpp "${moc}")
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  target_include_directories(${name} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}")
  if(NOT TARGET tests_${T_LABEL})
    add_custom_target(tests_${T_LABEL})
  endif()
  add_dependencies(tests_${T_LABEL} ${name})
  target_link_libraries(${name} PRIVATE Beback::Options Beback::Core Beback::TestSupport Qt6::Test ${T_LIBS})
  if("Beback::Ui" IN_LIST T_LIBS)
    beback_reuse_headers(${name} FROM beback_samples)
  else()
    beback_reuse_headers(${name} FROM beback_test_support)
  endif()
  set(engines sqlite)
  if(T_ENGINES STREQUAL "both")
    list(APPEND engines postgresql)
  endif()
  foreach(engine ${engines})
    set(test ${name})
    if(NOT engine STREQUAL "sqlite")
      string(APPEND test ".${engine}")
    endif()
    add_test(NAME ${test} COMMAND ${name})
    set_tests_properties(${test} PROPERTIES LABELS "${T_LABEL}" TIMEOUT 300 ENVIRONMENT
      "QT_QPA_PLATFORM=offscreen;XDG_RUNTIME_DIR=/tmp;LC_ALL=C.UTF-8;BEBACK_KEYRING=none;BEBACK_EXECUTABLE=$<TARGET_FILE:beback>;BEBACK_TEST_ENGINE=${engine}")
  endforeach()
endfunction()
