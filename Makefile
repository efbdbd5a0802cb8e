# Two commands do everything: make demo, make test.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
V := .venv/bin

help: ## what this file can do
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

.venv/runtime: requirements/runtime.txt pyproject.toml build_catalogues.py
	$(PYTHON) -m venv .venv
	$(V)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt
	@touch .venv/runtime

.venv/everything: requirements/dev.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(V)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch .venv/everything .venv/runtime

install: .venv/everything ## .venv with everything
	$(V)/python build_catalogues.py
	$(V)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable . || PYTHONPATH=src true
