# Everything that one does with this project. `make` alone lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
READY := .venv/ready
FUZZ_SECONDS ?= 300
API_CASES ?= 120
PORT ?= 8501

.PHONY: help setup run demo test quick check format bench faults lock pictures clean libreoffice browser services secrets audit site

help: ## what there is to do
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

setup: $(READY) ## make .venv with the locked libraries and the project itself

$(READY): requirements/dev.txt pyproject.toml tools/setup.sh
	@tools/setup.sh
	@touch $@

run: $(READY) ## start the web app on http://127.0.0.1:8501 (PORT=… for another)
	@$(BIN)/resume-customizer serve --port $(PORT)

demo: $(READY) ## customize a sample resume, show the plan, prove the result, draw it
	@tools/libreoffice.sh --optional
	@PYTHONPATH=tests $(BIN)/python demo/run.py

test: $(READY) libreoffice services browser check secrets ## all checks and all tests (what continuous integration runs)
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

quick: $(READY) check ## the same without the tests that need LibreOffice, a database server or a browser
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile -m 'not libreoffice and not services and not browser'

check: $(READY) ## style, format, types, and who imports whom
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/ty check --python .venv
	@$(BIN)/lint-imports --no-logo

format: $(READY) ## bring the code into shape
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

bench: $(READY) ## measure speed against a named peer in the same run
	@for each in benchmarks/*.py; do echo "== $$each"; PYTHONPATH=tests $(BIN)/python "$$each"; done

faults: $(READY) ## the long search for crashes: random inputs, kill -9 while writing, coverage-guided fuzzing (FUZZ_SECONDS each)
	@HYPOTHESIS_PROFILE=faults $(BIN)/python -m pytest -m hypothesis
	@KILLS=100 PROCESSES=20 WRITES=1000 $(BIN)/python -m pytest tests/faults/test_kill.py
	@KILLS=20 SECONDS_UNDER_LOAD=10 $(BIN)/python -m pytest tests/faults/test_{disk,failover,network,restart,server,upkeep}.py
	@PYTHONPATH=tests $(BIN)/python tests/faults/api_cases.py $(API_CASES)
	@PYTHONPATH=tests $(BIN)/python -m faults.mail_under_fire 10000 100
	@for kind in local celery; do PYTHONPATH=tests $(BIN)/python tests/faults/kills.py --kills 200 --kind $$kind; done
	@tools/fuzz.sh $(FUZZ_SECONDS)

lock: $(READY) ## write requirements/*.txt anew from pyproject.toml
	@$(BIN)/python -m pip --quiet --disable-pip-version-check install --require-hashes --requirement requirements/lock.txt
	@UV=$(BIN)/uv tools/lock.sh --upgrade

pictures: $(READY) libreoffice browser ## draw the pictures of the README and of the web app anew
	@PYTHONPATH=tests $(BIN)/python demo/pictures.py
	@PYTHONPATH=tests $(BIN)/python demo/web_pictures.py

clean: ## remove what the other targets made
	rm -rf .venv out build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

libreoffice:
	@tools/libreoffice.sh

browser:
	@tools/browser.sh

secrets: $(READY)
	@tools/secrets.sh

audit: $(READY) ## known faults of the libraries, asked of the network; and out/sbom.json, which lists them all
	@tools/audit.sh

site: $(READY) ## make the documentation's pages in out/site
	@$(BIN)/mkdocs build --strict --quiet --site-dir out/site

services:
	@tools/services.sh check
	@tools/mail_servers.sh check
	@tools/virus_scanner.sh check
