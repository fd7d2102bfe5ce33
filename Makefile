# Two commands do everything: make demo, make test. PYTHON names another interpreter.
# make bench prints how well people are read; TITLES names a folder with labelled titles.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test lint unit bench clean

demo: $(VENV)/installed
	$(BIN)/netreport build --demo --site-dir site

test: lint unit

lint: $(VENV)/for-tests
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache --no-logo

unit: $(VENV)/for-tests
	$(BIN)/python tests/chromium.py
	$(BIN)/pytest --numprocesses auto

bench: $(VENV)/for-tests
	$(BIN)/python tests/bench $(TITLES)

$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "netreport needs Python 3.11 or newer: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	@touch $@

$(VENV)/for-tests: $(VENV)/installed
	$(PIP) --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) site build dist
