# make demo    a virtual environment, pressgauge in it, and a first reading
# make test    the core's tests, pytest, the README's examples, the notebook
# make check   what is run before a change lands: format, lint, types, warnings as errors, sanitizers, make test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check check-full format bench clean build-requirements

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

# What building needs, put into the environment once, so that later builds are incremental.
$(VENV)/.build-requirements: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet 'scikit-build-core>=1.1,<2' 'pybind11>=3.1,<4' cmeel-eigen==3.4.1 \
	  tokenspeed-spdlog==1.17.0 'cmake>=3.24' ninja 'numpy>=1.26'
	@touch $@

install: $(VENV)/.build-requirements
	$(BIN)/python -m pip install --quiet --no-build-isolation --no-deps .

core-test: $(VENV)/.build-requirements
	PATH="$(CURDIR)/$(BIN):$$PATH" cmake --preset dev -DPython_EXECUTABLE=$(CURDIR)/$(BIN)/python > /dev/null
	PATH="$(CURDIR)/$(BIN):$$PATH" cmake --build --preset dev
	build/dev/tests/cpp/pressgauge_tests
