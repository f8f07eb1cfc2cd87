# The commands of this project. `make run` and `make test` need nothing made ready by hand; each is safe to run again.

PORT ?= 8501
# Not from the environment: some shells and tools set HOST there, and the app would be open to the network unasked.
HOST = localhost
PYTHON_IN_VENV := .venv/bin/python
# For two cores: a test that waits for a browser, for LibreOffice or for a process of its own leaves its core to another one.
WORKERS = 3

.DEFAULT_GOAL := help
.PHONY: help run demo offline test screens check format lock clean

help: ## these lines
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 14

run: ## start the app at http://localhost:8501 (PORT=8600 for another port, HOST=0.0.0.0 to let other machines in, PANEL=folder)
	@scripts/setup.sh run
	@scripts/run.sh "$(HOST)" "$(PORT)" $(if $(PANEL),panel "$(PANEL)")

demo: ## start the app with sixty invented localities over eight years (PORT and HOST as above)
	@scripts/setup.sh run
	@scripts/run.sh "$(HOST)" "$(PORT)" demo

offline: ## a zip for a Windows PC without network, in offline/ (WINDOWS_PYTHON=python-3.13.2-embed-amd64.zip where python.org can't be reached)
	@scripts/setup.sh run
	@$(PYTHON_IN_VENV) scripts/offline.py $(if $(WINDOWS_PYTHON),--python "$(WINDOWS_PYTHON)")

test: ## install what the tests need, then lint, types and all tests (ARGS="-k numbers" for some of them)
	@scripts/setup.sh test
	@$(MAKE) --no-print-directory check
	@$(PYTHON_IN_VENV) -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder $(ARGS)

screens: ## a picture of every page in both languages, both themes and three widths, in screens/ (PAGES="trend slope" for some)
	@scripts/setup.sh test
	@$(PYTHON_IN_VENV) scripts/screens.py screens $(PAGES)

check: ## lint, layout and types alone
	@scripts/setup.sh check
	@$(PYTHON_IN_VENV) -m ruff check --quiet --output-format concise .
	@$(PYTHON_IN_VENV) -m ruff format --check --quiet --output-format concise . || { echo "Some lines are not laid out as ruff does it. Type: make format" >&2; exit 1; }
	@$(PYTHON_IN_VENV) -m mypy --no-error-summary

format: ## mend the layout of the code, and what lint can mend by itself
	@scripts/setup.sh check
	@$(PYTHON_IN_VENV) -m ruff check --fix .
	@$(PYTHON_IN_VENV) -m ruff format .

lock: ## pin anew after a change of requirements*.in
	@scripts/lock.sh

clean: ## remove .venv and everything that the tools leave behind
	rm -rf screens offline .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis test-results
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
