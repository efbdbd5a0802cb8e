# Two commands do everything: make demo, make test.
.DEFAULT_GOAL := help
PYTHON ?= python3
PORT ?= 8000
V := .venv/bin
# Workers of the suite: as many as there are cores. WORKERS=0 runs it in one process.
WORKERS ?= auto

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

install: .venv/everything .venv/house ## .venv with everything

.venv/house: build_catalogues.py pyproject.toml $(wildcard src/tracktwo/locale/*/LC_MESSAGES/django.po) | .venv/runtime
	$(V)/python build_catalogues.py
	$(V)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch .venv/house

demo: .venv/runtime .venv/house ## start the demonstration and print its address and log-ins
	$(V)/tracktwo demo --port $(PORT)

serve: .venv/runtime .venv/house ## run the house of the data directory var
	$(V)/tracktwo migrate
	$(V)/tracktwo serve --port $(PORT)

check: install ## linters, types, contracts, catalogues
	$(V)/ruff check .
	$(V)/ruff format --check .
	$(V)/mypy
	$(V)/lint-imports
	$(V)/python -m pytest -q tests/house -k "catalogue or foreign_key"

test: install ## everything that must hold; installs what the machine lacks where it may
	sh tests/needs.sh
	$(MAKE) --no-print-directory check
	$(V)/python -m pytest -n $(WORKERS) --dist loadscope --no-loadscope-reorder

pages: install ## every address in a browser, every template and the room's screens in three languages: axe-core, phones
	sh tests/needs.sh
	$(V)/python -m pytest -n $(WORKERS) --dist loadscope -m pages tests/journeys

soak: install ## the long versions: a thousand kills of a writer and of the room, a thousand forgeries, examples never drawn before
	TRACKTWO_KILLS=1000 TRACKTWO_TAMPERINGS=1000 $(V)/python -m pytest -q \
		tests/foundation/test_durability.py tests/foundation/test_ledger_tampering.py
	TRACKTWO_ROOM_KILLS=1000 TRACKTWO_ROOM_PHONES=200 $(V)/python -m pytest -q -s tests/journeys/test_room_soak.py
	$(V)/python -m pytest -q -n $(WORKERS) --dist loadscope --hypothesis-profile=wide \
		tests/methods tests/exchange tests/cli tests/documents

bench: install ## how fast it is on this machine
	for file in benchmarks/*.py; do $(V)/python $$file || exit 1; done

docs: install ## write the reference pages that are made from the code
	$(V)/python docs/generate.py

.PHONY: help install demo serve check test pages soak bench docs
