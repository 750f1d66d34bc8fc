# The front door. `make desk` opens the example newsroom; `make test` runs everything CI runs.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
NEWSROOM ?= newsroom
PORT ?= 8470
EVAL ?= $(BELEG_EVAL)
ARTICLES ?= $(or $(BELEG_ARTICLES),$(if $(EVAL),$(wildcard $(EVAL)/../articles)))
SCHEMAS ?= $(BELEG_SCHEMAS)
BUILT := src/beleg/desk/static/built/desk.js
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm
export NO_MKDOCS_2_WARNING := 1
PIP := $(BIN)/pip --disable-pip-version-check --quiet

web: $(BUILT) ## build the desk's script from web/ (Node comes with the locked dependencies)

web-test: $(BUILT) ## the tests of the desk's script
	cd web && $(NPM) test

.PHONY: help desk web web-test test lint types layers docs docs-check pictures bench soak model-test lock clean

help: ## what there is to make
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "make %-11s %s\n", $$1, $$2}'

desk: .venv/.desk ## set everything up, load the example newsroom and open the desk on 127.0.0.1 (PORT=8470)
	@$(BIN)/beleg desk --newsroom $(NEWSROOM) --port $(PORT) --example

test: .venv/.dev lint types layers docs-check web-test ## set up and run what CI runs: lint, types, layers, docs, tests, quality floors
	$(BIN)/pytest -n 2

lint: .venv/.dev ## ruff: format and rules
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: .venv/.dev ## mypy --strict over code, tests and benchmarks
	$(BIN)/mypy

layers: .venv/.dev ## import-linter: imports point down
	$(BIN)/lint-imports

docs: .venv/.dev ## regenerate the generated pages and build the site into site/
	$(BIN)/python -m docs.generate
	$(BIN)/mkdocs build --strict --quiet

docs-check: .venv/.dev ## the generated pages are up to date and the site builds
	$(BIN)/python -m docs.generate --check
	$(BIN)/mkdocs build --strict --quiet --site-dir build/site

bench: .venv/.dev ## measure quality and speed (EVAL=folder with the measuring data, ARTICLES=with the article, SCHEMAS=with the IPTC's)
	$(BIN)/python -m benchmarks $(if $(EVAL),--eval $(EVAL)) $(if $(ARTICLES),--articles $(ARTICLES)) $(if $(SCHEMAS),--schemas $(SCHEMAS))

soak: .venv/.dev ## kill a newsroom 200 times, change its bytes, replay 100,000 events, seat 50 editors: nothing may be lost or go unnoticed; the story by every hand
	$(BIN)/python -m benchmarks killed flips tampering replay load
	BELEG_EVERY_HAND=1 $(BIN)/pytest -q tests/desk/test_story.py

model-test: .venv/.dev ## optional: build a small language model's server, start it on loopback, run the whole path with it
	@mkdir -p build && tests/models/with_real_model.sh

pictures: .venv/.dev ## take the pictures of the docs anew, and every page at every width into build/pictures (needs Chromium)
	BELEG_PICTURES=1 $(BIN)/pytest -q -p no:randomly tests/desk/test_pictures.py

lock: ## resolve the dependencies anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml -o requirements/beleg.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q pyproject.toml --group dev -c requirements/beleg.txt -o requirements/dev.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header -q --group build -o requirements/build.txt

clean: ## remove what was set up and built
	rm -rf .venv build site web/node_modules src/beleg/desk/static/built .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

.venv/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Beleg needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V 2>&1)." >&2; exit 2; }
	@echo "Setting up .venv ..."
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.installed: .venv/.python requirements/beleg.txt requirements/build.txt pyproject.toml
	@echo "Installing the locked dependencies ..."
	@$(PIP) install --require-hashes -r requirements/beleg.txt -r requirements/build.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/.npm: .venv/.installed web/package.json web/package-lock.json
	@echo "Installing what the desk's script is built from ..."
	@cd web && $(NPM) ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

$(BUILT): .venv/.npm $(wildcard web/src/*.ts web/src/*/*.ts) web/tsconfig.json web/vite.config.ts
	@echo "Building the desk's script ..."
	@cd web && $(NPM) run --silent build -- --logLevel warn
	@touch $@

.venv/.desk: .venv/.installed $(BUILT)
	@touch $@

.venv/.dev: .venv/.desk requirements/dev.txt
	@echo "Installing the locked tools for tests and docs ..."
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@
