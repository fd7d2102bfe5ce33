# Two commands do everything: make demo, make test. PYTHON names another interpreter.
# make bench prints how well people are read; TITLES names a folder with labelled titles.
# make bench-size prints what a build takes beside other tools, which PEERS keeps.
PYTHON ?= python3
VENV ?= .venv
PEERS ?= .peers
BIN := $(VENV)/bin
# A browser that did nothing at all for half a minute is asked once more; -rR says so. No
# assertion is: `expect` waits by itself, and what it does not see is wrong.
AGAIN := --reruns 1 --only-rerun '^TimeoutError: .*Timeout \d+ms exceeded' -rfER
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --constraint constraints.txt

.PHONY: demo test lint unit bench bench-size clean

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
	$(BIN)/pytest --numprocesses auto --dist worksteal $(AGAIN)

bench: $(VENV)/for-tests
	$(BIN)/python tests/bench $(TITLES)

bench-size: $(VENV)/for-tests
	PYTHONPATH=generator:tests $(BIN)/python -m tests.bench.size --peers $(PEERS)

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
