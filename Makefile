# Every target sets up what it needs, from a fresh clone on.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
JS := tests/js
NPM := PATH="$(CURDIR)/$(BIN):$$PATH" npm --prefix $(JS) --no-audit --no-fund
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes

.PHONY: maps stills scale test proof lint types payload bench wheel release texts data vendor lock clean unit same mutants sbom audit

# SITE_URL=https://maps.example.org/: where it will be, for previews and embed codes.
maps: $(VENV)/core.stamp
	$(BIN)/python build.py $(if $(SITE_URL),--site-url "$(SITE_URL)")

# Pictures and films of the maps for social media, and previews of links; docs/pictures.md.
# ONLY="--map border --tick 2022-09 --shape 4x5": these alone; ALL=1: all there are.
stills: maps $(VENV)/stills.stamp
	$(BIN)/python -m csto_atlas.maps.stills.raster dist $(if $(ALL),--all) $(ONLY)

# For layers of many events: GeoParquet, cells, Dask.
scale: $(VENV)/scale.stamp

# Code alone on made data: no browser, no build of an atlas; within a minute.
# Rewriting the asserts of all tests takes a quarter of that: it is kept, also where Python
# is told not to write beside the sources.
unit test proof: export PYTHONDONTWRITEBYTECODE =
unit test proof: export PYTHONPYCACHEPREFIX = $(CURDIR)/$(VENV)/pycache
unit: $(VENV)/dev.stamp
	$(BIN)/python -m pytest --numprocesses logical --dist loadfile \
	  --ignore tests/browser --ignore tests/faults --ignore tests/data_csto \
	  --hypothesis-profile quick \
	  -m "not browser and not build and not data_set and not slow"

# One process more than there are processors: browser tests wait a good part of their time.
test: lint $(VENV)/browser.stamp
	$(BIN)/python -m pytest --dist loadfile --no-loadscope-reorder \
	  --numprocesses $$($(BIN)/python -c "import os; print((os.cpu_count() or 1) + 1)")

# What is sampled elsewhere, in full: kills, mutations, bombs, floods, thousands of steps.
proof: $(VENV)/browser.stamp
	PROOF=1 $(BIN)/python -m pytest --numprocesses auto tests/faults tests/browser \
	  $$(grep --recursive --files-with-matches faults.rounds tests/*.py tests/events tests/geodata tests/maps)

# Which files of dist/ differ from a commit, the examples' too: make same REF=main.
same: $(VENV)/core.stamp
	$(BIN)/python -m tests.release.same $(REF)

# Changes lines of some packages one at a time: does a test of theirs fail each time?
mutants: $(VENV)/mutants.stamp
	$(BIN)/python -m tests.mutants $(if $(ALL),--all)

lint: $(VENV)/dev.stamp types $(JS)/node_modules/.package-lock.json
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(NPM) run --silent lint

# mypy cannot follow an editable install: it finds the packages by links.
types: $(VENV)/dev.stamp
	mkdir -p .types/csto_atlas
	for name in events geodata maps; do ln -sfn ../../$$name .types/csto_atlas/$$name; done
	$(BIN)/mypy

# Writes the declarations of the payload, which maps/payload defines, for the scripts.
payload: $(VENV)/core.stamp
	$(BIN)/python -m csto_atlas.maps.payload
	$(BIN)/python build.py schema docs/schema

# Collects the messages of code and templates; updates every catalogue.
texts: $(VENV)/core.stamp
	$(BIN)/pybabel --quiet extract --mapping-file maps/locale/babel.toml --keyword mark --keyword mark_plural:1,2 \
	  --no-location --sort-output --output-file maps/locale/atlas.pot maps
	$(BIN)/pybabel --quiet update --domain atlas --no-fuzzy-matching --ignore-pot-creation-date \
	  --input-file maps/locale/atlas.pot --output-dir maps/locale
	rm maps/locale/atlas.pot

# Our page beside those of other libraries, in one run; then a million points joined to
# territories, and maps with layers. The first are also in .bench/bench.json and the README.
# QUICK=1: only the first, without what grows.
bench: $(VENV)/bench.stamp
	$(BIN)/python -m tests.bench $(if $(QUICK),--quick,--readme)
ifndef QUICK
	$(BIN)/python -m tests.bench.join
	$(BIN)/python -m tests.bench.layers
	$(BIN)/python -m tests.bench.slices
endif

# Whether the built wheel, installed by itself, makes the same atlas as this tree.
wheel: $(VENV)/dev.stamp
	$(BIN)/python -m tests.release.wheel --dask

# What a release is made of, as CycloneDX: .release/sbom.cdx.json.
sbom: $(VENV)/audit.stamp
	$(BIN)/python -m tests.release.sbom

# Whether an advisory is known against one of the pins; asks the package index.
audit: $(VENV)/audit.stamp
	for file in requirements/*.txt; do \
	  $(BIN)/pip-audit --strict --require-hashes --disable-pip --progress-spinner off \
	    --requirement $$file || { \
	      echo "$$file: not audited, or an advisory is known (see above);" \
	        "expected the network: the advisories are asked for there" >&2; exit 1; }; \
	done

# Whether this tree may be released: everything, from a clean clone; see docs/releasing.md.
release:
	$(PYTHON) -m tests.release

# Rebuilds geodata/data from pinned packages; run rarely, see geodata/data/README.md.
data: vendor
	$(BIN)/python -m csto_atlas.geodata.refresh

# Rebuilds maps/static/vendor (Leaflet, cut and minified) from pinned packages; needs npm.
vendor: $(VENV)/refresh.stamp
	$(BIN)/python -m csto_atlas.maps.assets.vendor

# Pins again what pyproject.toml asks for (-P: our build.py is not the module "build").
# Every extra keeps to the pins of the core, and audit and mutants to those of dev: they
# are installed side by side.
lock: $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet pip-tools
	for extra in core scale dev refresh stills bench audit mutants; do \
	  flags=$$([ $$extra = core ] || echo --extra $$extra --constraint requirements/core.txt); \
	  case $$extra in audit|mutants) flags="$$flags --constraint requirements/dev.txt";; esac; \
	  $(BIN)/python -P -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	    --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	    $$flags --output-file requirements/$$extra.txt pyproject.toml; \
	done
	$(BIN)/python -P -m piptools compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-header \
	  --build-deps-for editable --only-build-deps --output-file requirements/build.txt pyproject.toml

clean:
	rm -rf dist $(VENV) $(JS)/node_modules

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

# The package itself, editable: its import name is csto_atlas, its folders stay where they are.
$(VENV)/core.stamp: requirements/core.txt requirements/build.txt setup.py | $(VENV)/bin/python
	$(PIP) --requirement requirements/core.txt --requirement requirements/build.txt
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/scale.stamp: requirements/scale.txt $(VENV)/core.stamp
	$(PIP) --requirement $<
	touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/scale.stamp
	$(PIP) --requirement $<
	touch $@

$(VENV)/audit.stamp: requirements/audit.txt $(VENV)/dev.stamp
	$(PIP) --requirement $<
	touch $@

$(VENV)/mutants.stamp: requirements/mutants.txt $(VENV)/dev.stamp
	$(PIP) --requirement $<
	touch $@

$(VENV)/refresh.stamp: requirements/refresh.txt $(VENV)/core.stamp
	$(PIP) --requirement $<
	touch $@

$(VENV)/stills.stamp: requirements/stills.txt $(VENV)/core.stamp
	$(PIP) --requirement $<
	$(BIN)/python -m csto_atlas.maps.stills.raster.install
	touch $@

$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/browser.stamp
	$(PIP) --requirement $<
	touch $@

# TypeScript and ESLint for maps/static; node itself comes with the dev requirements.
$(JS)/node_modules/.package-lock.json: $(JS)/package-lock.json | $(VENV)/dev.stamp
	$(NPM) ci --silent
	touch $@

$(VENV)/browser.stamp: $(VENV)/dev.stamp
	$(BIN)/python -m csto_atlas.maps.stills.raster.install
	$(BIN)/python -m tests.browser.webkit
	$(BIN)/python -m tests.browser.firefox
	touch $@
