# Each target does its own set-up into .venv; deploy/venv.py says how, and does nothing when it is done.
# Another Python: PYTHON=python3.12 make learn   Options for course learn: make learn ARGS=--no-browser

PYTHON ?= $(shell .venv/bin/python -c "print('.venv/bin/python')" 2>/dev/null || echo python3)
RUN    := .venv/bin/python
COURSE := $(RUN) -m course

.PHONY: help learn course build site test bench clean has-learn has-teach has-site has-dev

help:
	@echo "make learn    open JupyterLab on your own copies of the notebooks (in workspace/)"
	@echo "make course   build the notebooks, grade a sample class, write the class report"
	@echo "make build    only build the masters and the unsolved notebooks from the units' text"
	@echo "make site     build the reading site (in site/), which needs neither kernel nor network"
	@echo "make test     run every test"
	@echo "make bench    measure, and write the figures to benchmarks/results/"
	@echo "make clean    remove the environment and caches; keeps workspace/, submitted/ and all grades"

has-learn has-teach has-site has-dev: has-%:
	@$(PYTHON) deploy/venv.py $*

learn: has-learn
	@$(COURSE) learn $(ARGS)

build: has-teach
	$(COURSE) build
	$(COURSE) release

course: has-teach
	@$(COURSE) all

site: has-site
	@$(COURSE) site

test: has-dev
	$(RUN) -m pytest

bench: has-dev
	@for script in benchmarks/*.py; do \
	  case $$script in */measure.py) continue;; esac; \
	  echo "== $$script"; $(RUN) $$script || exit 1; \
	done

clean:
	rm -rf .venv build dist site .pytest_cache .hypothesis
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +
