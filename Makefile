# `make demo` prints a handbook; `make test` runs every check. Both set up what they need the first time.

PYTHON ?= python3
BIN    := .venv/bin
# One more than there are processors: now and then a test waits for a browser or another program.
AT_ONCE = $(shell $(PYTHON) -c 'import os; print((os.cpu_count() or 1) + 1)')

.PHONY: help demo test coverage wheel docs cases gallery fonts fuzz hostile audit bench planted untidy editor-test wheel-test word-test clean

help:
	@echo "make demo        print an example policy into build/demo"
	@echo "make test        run every check"
	@echo "make coverage    run the tests and print which lines none of them reaches"
	@echo "make wheel       build the package that others install, into dist"
	@echo "make docs        write docs/language.md and docs/rules.md again from the code"
	@echo "make cases       write what is said about the cases of the tests anew; read the diff"
	@echo "make gallery     draw the pictures of docs/documents.md"
	@echo "make fonts       make the web fonts again from the TTF files"
	@echo "make fuzz        print policies with random mistakes and compare the formats; clocks against a slow one"
	@echo "make hostile     look for what a stranger's policy could still do: time, memory, kills, signals, templates, git"
	@echo "make audit       ask an online service what is known about the versions in constraints.txt"
	@echo "make bench       measure a start beside the least that any program pays, and many files beside another checker"
	@echo "make untidy      print how many sentences of untidy texts have a natural home in the language"
	@echo "make planted     print how many planted contradictions are found, and how many harmless edits are told wrongly"
	@echo "make editor-test try the JSON Schema in the YAML language server; needs npm"
	@echo "make wheel-test  install the built package elsewhere and use it"
	@echo "make word-test   open the Word files of all examples in LibreOffice; needs soffice"
	@echo "make clean       remove everything that these made"

demo: .venv/run.stamp
	@$(BIN)/policyctl render examples/harbour-lane-books/policy.yaml --output build/demo

test: .venv/dev.stamp
	$(BIN)/mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/pytest --numprocesses $(AT_ONCE) --dist loadfile -m "not hostile"

coverage: .venv/dev.stamp
	$(BIN)/pytest --cov --numprocesses auto --dist loadfile -m "not hostile"

wheel: .venv/run.stamp
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .
	@ls dist/*.whl

docs: .venv/dev.stamp
	$(BIN)/policyctl explain everything > docs/language.md
	$(BIN)/policyctl explain every-rule > docs/rules.md

cases: .venv/dev.stamp
	$(BIN)/python tools/cases.py

gallery: .venv/dev.stamp
	$(BIN)/python tools/gallery.py

fonts: .venv/dev.stamp
	$(BIN)/python tools/webfonts.py

fuzz: .venv/dev.stamp
	$(BIN)/python tools/fuzz.py
	$(BIN)/python tools/schedules.py --examples 3000

hostile: .venv/dev.stamp
	$(BIN)/pytest --numprocesses auto --dist loadfile tests/hostile tests/cli/test_hostile_*.py tests/cli/test_kills.py \
		tests/cli/test_ending.py tests/cli/test_against.py tests/cli/test_logs.py tests/cli/test_one_fault.py \
		tests/rendering/test_hostile_*.py tests/rendering/test_brand.py tests/rendering/documents/test_card.py
	$(BIN)/python tools/hostile.py

audit: .venv/audit.stamp
	$(BIN)/pip-audit --requirement constraints.txt --no-deps --strict

bench: .venv/bench.stamp
	@$(BIN)/python tools/bench.py

untidy: .venv/dev.stamp
	@$(BIN)/python tools/untidy.py

planted: .venv/dev.stamp
	@for set in first second third fourth; do echo "The $$set set:"; $(BIN)/python tools/planted.py $$set; done

editor-test: .venv/run.stamp
	$(BIN)/python tools/editor_test.py

wheel-test: .venv/dev.stamp
	bash tools/wheel_test.sh

word-test: .venv/dev.stamp
	$(BIN)/python tools/word_test.py

clean:
	rm -rf .venv build dist htmlcov .coverage .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# One stamp to use policyctl, one to work on it, one to measure it; each is renewed when what it was made from changes.
.venv/%.stamp: pyproject.toml constraints.txt tools/setup.sh
	@PYTHON="$(PYTHON)" bash tools/setup.sh $*
