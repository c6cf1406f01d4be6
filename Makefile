# Everything goes into the checkout's own .venv. `make help` lists the commands.

VENV := .venv
BIN := $(VENV)/bin
UV = $(BIN)/uv --quiet
ARGS ?=
DATA ?=
PORT ?= 8000
# The oldest Python that will do comes first: packages with compiled parts are ready for it for certain.
PYTHONS ?= python3.11 python3.12 python3.13 python3.14 python3
# Installs only finished wheels whose hash is in the lock: nothing is compiled, nothing unknown runs.
INSTALL = $(UV) pip install --python $(BIN)/python --require-hashes --only-binary :all:
COMPILE = $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate $(ARGS)

.DEFAULT_GOAL := help
.PHONY: help demo serve test check lint fix lock bench bench-splitting bench-memory words clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/.product ## set up, load a demo article and serve it at http://127.0.0.1:8000
	@$(BIN)/workbench demo --port $(PORT) $(ARGS)

serve: $(VENV)/.product ## serve your own desk, kept in ./data
	@$(BIN)/workbench serve --port $(PORT) $(ARGS)

test: $(VENV)/.tools ## run every test this machine can (ARGS="-k words" to choose)
	$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

check: lint test ## what CI runs: format, lint, types, import contracts, templates, tests

lint: $(VENV)/.tools
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/djlint templates --lint --quiet

fix: $(VENV)/.tools ## format, and mend what ruff can mend by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(VENV)/.tools ## run the benchmarks, one after the other
	@set -e; for file in $(filter-out benchmarks/seed.py benchmarks/claim_memory.py,$(wildcard benchmarks/*.py)); do echo "$$file"; $(BIN)/python "$$file"; done

bench-splitting: $(VENV)/.bench ## measure the splitting beside its peers (DATA=folder of the sets, ARGS="--only gold")
	@$(BIN)/python -m benchmarks.splitting $(DATA) $(ARGS)

bench-memory: $(VENV)/.tools ## measure claim memory beside plain BM25 and as a desk grows (DATA=folder of the set)
	@$(BIN)/python benchmarks/claim_memory.py $(DATA) $(ARGS)

words: $(VENV)/.product ## gather the words of templates, views, forms and the domain for translators (messages.pot)
	$(BIN)/pybabel --quiet extract -F pyproject.toml -k lazy_gettext -k marked -o messages.pot .

lock: $(VENV)/.uv ## write the lock files anew from pyproject.toml (ARGS=--upgrade for newer versions)
	$(COMPILE) pyproject.toml --extra postgres --extra gunicorn --extra pdf -o requirements.lock
	printf 'hatchling\nuv\n' | $(COMPILE) - -c requirements.lock -o requirements-setup.lock
	$(COMPILE) pyproject.toml --all-extras --group dev \
		-c requirements.lock -c requirements-setup.lock -o requirements-dev.lock
	$(COMPILE) pyproject.toml --group bench \
		-c requirements.lock -c requirements-dev.lock -o requirements-bench.lock

clean: ## remove what can be made again; your data stays
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: made once, and again when a lock changes. While they are fresh nothing asks the network.
$(VENV)/.uv: requirements-setup.lock
	@python=; for candidate in $(PYTHONS); do \
		if $$candidate -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
		then python=$$candidate; break; fi; done; \
	if [ -z "$$python" ]; then \
		echo "No Python 3.11 or newer with the venv module was found (Debian: apt-get install python3 python3-venv)." >&2; \
		echo "If it lies elsewhere: make PYTHONS=/path/to/python3 ..." >&2; exit 1; fi; \
	test -x $(BIN)/uv || echo "Setting up $(VENV) with $$($$python --version); this needs the network, once."; \
	$$python -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: \
		-r requirements-setup.lock
	@touch $@

$(VENV)/.product: $(VENV)/.uv requirements.lock pyproject.toml
	@$(INSTALL) -r requirements.lock
	@$(UV) pip install --python $(BIN)/python --offline --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.tools: $(VENV)/.product requirements-dev.lock
	@$(INSTALL) -r requirements-dev.lock
	@touch $@

$(VENV)/.bench: $(VENV)/.product requirements-bench.lock
	@$(INSTALL) -r requirements-bench.lock
	@touch $@
