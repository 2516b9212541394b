# `make run` starts Dateline, `make test` tests it. Both set up what they need in .venv; nothing outside the folder but,
# for the tests, a Chromium.

PORT ?= 8501
# python3 follows .python-version where pyenv is used; else the newest that is there
PYTHON := $(shell for p in python3 python3.13 python3.12 python3.14 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin

.PHONY: run test lint browser benchmarks clean

run: .venv/.run
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: .venv/.test browser lint
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

browser: .venv/.test
	$(BIN)/python tests/e2e/browser.py --install

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or newer (python.org, or your system's package python3)"; exit 1; }
	@$(PYTHON) -m venv .venv || { rm -rf .venv; echo "This Python has no venv module: install it (Debian: apt install python3-venv)"; exit 1; }
	$(BIN)/python -m pip install -q --disable-pip-version-check -U pip

.venv/.run: .venv/bin/python requirements.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.test: .venv/.run requirements-dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@

clean:
	rm -rf .venv .pytest_cache .ruff_cache .hypothesis build dist *.egg-info
