# Two commands do everything on a fresh machine with Python 3.11+, git and make: `make site` and `make test`.
PYTHON ?= python3
JOBS ?= 2
SIZES ?= 30 300
BIN := .venv/bin
# Python keeps what it compiled, whatever the machine says: a command would compile 400 modules anew, which takes a second.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: site zip test judge record bench serve check lint lock clean

site: .venv/site  ## check every package, build the whole bilingual site into site/
	$(BIN)/portal build --jobs $(JOBS)

zip: .venv/site  ## the same with the whole site as a zip in it, to be read without a network
	$(BIN)/portal build --jobs $(JOBS) --zip --no-cache

serve: .venv/site  ## build, serve on 127.0.0.1:8000, rebuild on change
	$(BIN)/portal serve --jobs $(JOBS)

check: .venv/site  ## every problem of every package
	$(BIN)/portal check

test: .venv/test lint  ## the whole suite, browser included
	$(BIN)/python -m pytest -m "not judge" --numprocesses $(JOBS)

judge: .venv/test  ## slow judges: axe everywhere, Lighthouse, the Nu HTML checker, weights, other readers, same bytes, 10,000 spoiled inputs (FUZZ=n for others); see README
	$(BIN)/python -m pytest -m judge --capture=no

record: .venv/test  ## after `make test` and `make judge`: what the judges said, for the page of conformance
	$(BIN)/python -m tests.judges.record

bench: .venv/site  ## how long whole builds take and what they write, beside bare MkDocs; SIZES="30 300 1000 3000"
	$(BIN)/python -m tests.bench $(SIZES) --jobs $(JOBS)

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.venv/site: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/test: .venv/site requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m tests.browser
	touch $@

lock:  ## after editing requirements*.in; needs uv
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" requirements.in --output-file requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" requirements-dev.in --output-file requirements-dev.txt

clean:
	rm -rf .venv build site
