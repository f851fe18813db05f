# Two commands do everything on a fresh machine: `make site` and `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: site serve test lint format score bench lock clean

site: $(VENV)/.site  ## the environment, the records, the pages, both scripts, into site/
	$(BIN)/uzkz-kb build
	$(BIN)/uzkz-kb check

serve: $(VENV)/.site  ## builds, serves on http://127.0.0.1:8000/, builds again when a file changes
	$(BIN)/uzkz-kb serve

test: $(VENV)/.test lint  ## types, style, and every test, those in Chromium included
	$(BIN)/pytest

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.test
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

score: $(VENV)/.test  ## how the extraction compares with gold, set by set
	$(BIN)/python tests/score.py

bench: $(VENV)/.test  ## speed of reading, transliterating and searching
	$(BIN)/python bench/bench_extract.py
	$(BIN)/python bench/bench_transliterate.py
	$(BIN)/python bench/bench_search.py

lock: $(VENV)/.test  ## pins the dependencies anew
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url --universal \
	    pyproject.toml --group build --output-file requirements.lock
	$(BIN)/uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url --universal \
	    pyproject.toml --group build --group dev --output-file requirements-dev.lock

clean:  ## removes what was built; data/ and the environment stay
	rm -rf build site .cache

# The environment, made anew when a lock file changes.
$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV) || { \
	    apt-get update --quiet && apt-get install --quiet --yes python3-venv && $(PYTHON) -m venv --clear $(VENV); }

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.site
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	command -v chromium chromium-browser google-chrome >/dev/null || { \
	    apt-get update --quiet && apt-get install --quiet --yes chromium fonts-noto-core; }
	touch $@
