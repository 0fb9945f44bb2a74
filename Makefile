# Tocsin's developer commands. `make` alone lists them.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
RUN    := $(VENV)/.installed
GOLD   ?= ../shared/gold
SEEDS  ?= ../shared/seeds

.DEFAULT_GOAL := help
.PHONY: help demo test lint fix types bench peers docs check

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-6s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(RUN) ## set up all it needs, read the demo pages and print a brief
	@$(BIN)/tocsin demo

test: $(STAMP) lint types ## set up all it needs, then run linters, types and the tests
	$(BIN)/pytest -n 2 --dist worksteal

lint: $(STAMP) ## style, one-way imports, sizes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

fix: $(STAMP) ## format and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

types: $(STAMP) ## mypy --strict
	$(BIN)/mypy

bench: $(RUN) ## score against the public gold (GOLD=path SEEDS=path)
	$(BIN)/tocsin bench seeds --data $(GOLD)/seeds --pages $(SEEDS)
	$(BIN)/tocsin bench demo
	$(BIN)/tocsin bench pages --data $(GOLD)/pages
	$(BIN)/tocsin bench speed --data $(GOLD)/corpora

peers: $(RUN) ## score and time Tocsin beside its peers (GOLD=path)
	test -d .venv-peers || $(PYTHON) -m venv .venv-peers
	.venv-peers/bin/pip install -q -e . -r bench/peers/requirements.txt
	.venv-peers/bin/python bench/peers/run.py $(GOLD)/polnear/passages_valid.jsonl $(GOLD)/polnear/dev.jsonl

docs: $(RUN) ## write the parts of the docs that are made from the code
	$(BIN)/python docs/generate.py

check: test bench ## all of it: tests, then benches

$(VENV)/bin/pip:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Tocsin needs Python 3.11 or newer; found $$($(PYTHON) --version). Set PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 1; }

$(RUN): $(VENV)/bin/pip pyproject.toml
	@$(BIN)/pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(STAMP): $(RUN)
	$(BIN)/pip install --quiet --disable-pip-version-check --group dev
	@touch $@
