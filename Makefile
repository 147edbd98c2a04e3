# Every target does its own set-up; `make help` lists them.
BIN := .venv/bin
UV ?= uv
PIN := $(UV) pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help setup demo run test lint pytest coverage format bench torture screens translations requirements wheel clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: ## make .venv and whatever it needs from Debian
	@packaging/linux/setup.sh

demo: setup ## write a sample case with its letter, lists and calendar into build/demo
	QT_QPA_PLATFORM=offscreen FONTCONFIG_FILE="$(CURDIR)/packaging/fonts/fontconfig.conf" $(BIN)/pos-closeout demo --out build/demo

run: setup ## open the window
	$(BIN)/pos-closeout

test: lint pytest ## everything CI asks for: lint, then all tests

lint: setup ## ruff, mypy, the import rule, fresh translations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python packaging/translations/update.py --check
	@git ls-files '*.py' | xargs wc -l | awk '$$1 > 300 && $$2 != "total" {print "long file: " $$2 ", " $$1 " lines"}'

pytest: setup ## the tests alone
	$(BIN)/pytest -n 2 --dist worksteal

coverage: setup ## the tests once more, watched line by line: takes nearly twice as long
	$(BIN)/pytest -n 2 --dist worksteal --cov --cov-report=term --cov-fail-under=90

format: setup ## let ruff repair what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup ## measure start-up, letter and list against yardsticks; fails above a limit
	$(BIN)/python -m tests.benchmarks

torture: setup ## kill, damage and feed the program badly for twenty minutes at most; fails when anything is lost
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.torture

screens: setup ## look at every page in pairwise settings and lay the pictures out in build/screens; fails on any finding
	$(BIN)/python -m tests.screens

translations: setup ## collect the texts of the source into translations/ and compile them
	$(BIN)/python packaging/translations/update.py

requirements: setup ## pin and hash the requirements again (needs uv), and note what each package asks for
	$(PIN) pyproject.toml -o requirements.txt
	$(PIN) pyproject.toml --group dev -c requirements.txt -o requirements-dev.txt
	$(PIN) --group pyproject.toml:build -c requirements-dev.txt -o packaging/linux/requirements-build.txt
	$(PIN) packaging/windows/tools/requirements.in -o packaging/windows/tools/requirements.txt
	$(PIN) packaging/fonts/requirements.in -o packaging/fonts/requirements.txt
	$(BIN)/python packaging/requirements/ask_index.py

wheel: setup ## build the Python wheel into dist
	$(BIN)/pip wheel -q . --no-deps --no-build-isolation -w dist

clean: ## remove .venv, build and dist
	rm -rf .venv build dist

-include packaging/windows/targets.mk packaging/printing/targets.mk
