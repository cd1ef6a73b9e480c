# Demarche: `make run` and `make test` do all the set-up they need.
ARTICLES ?= Samples/october-1962/articles
NAME ?= $(if $(filter Samples/october-1962/articles,$(ARTICLES)),october-1962,$(notdir $(patsubst %/,%,$(ARTICLES))))
DEMARCHE = .build/release/demarche
TEXTS ?= Samples/october-1962
MODEL ?= sm
PACKED = Models/en_core_web_$(MODEL)-3.8.0.model
WORDS ?= 40000
CORPUS ?= Samples/october-1962/articles
STRICT = --explicit-target-dependency-import-check error -Xswiftc -warnings-as-errors

.PHONY: help run test torture build setup format lint bench bench-language bench-instructions parity clean

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-18s %s\n", $$1, $$2}'

run: setup ## Read the sample crisis (or ARTICLES=folder) and write its dossier
	@$(DEMARCHE) read $(ARTICLES) --into $(NAME).demarche; status=$$?; [ $$status -eq 0 ] || [ $$status -eq 3 ]
	@echo; $(DEMARCHE) statements --record $(NAME).demarche
	@echo; $(DEMARCHE) verify --record $(NAME).demarche
	@$(DEMARCHE) dossier --record $(NAME).demarche --title "$(NAME)" --out $(NAME).html
	@echo "Look at it: open $(NAME).html in a browser, or walk through it:  $(DEMARCHE) serve $(NAME).demarche"

build: libraries ## Build the program in release mode
	swift build -c release --product demarche

test: setup-tests ## Build and run all the tests, the browser's too
	swift build --build-tests $(STRICT)
	@mkdir -p Models && .build/debug/demarche model fetch --if-missing
	swift test --skip-build
	Scripts/test-pages.sh

.PHONY: screenshots
screenshots: setup-tests build ## Take the pictures of Docs/pictures from the sample crisis
	@$(DEMARCHE) model fetch --if-missing
	Scripts/screenshots.sh $(DEMARCHE)

torture: setup ## Kill reads of 2,000 articles 200 times and hold what is left to an undisturbed read (KILLS, SEED)
	Tests/torture.py --program $(DEMARCHE) $(if $(KILLS),--kills $(KILLS)) $(if $(SEED),--seed $(SEED))

setup: build ## Install what is missing, build, and get the language model
	@mkdir -p Models && $(DEMARCHE) model fetch --if-missing

.PHONY: libraries setup-tests
libraries:
	@Scripts/setup.sh

setup-tests:
	@Scripts/setup.sh --tests

format: ## Format the sources
	swift format --in-place --recursive --parallel Package.swift Sources Tests

lint: ## Check the format of the sources
	swift format lint --strict --recursive --parallel Package.swift Sources Tests

bench: build ## Measure reading and storing (Benchmarks/README.md)
	Benchmarks/run.sh

bench-language: evaluate ## Measure the language engine against spaCy over TEXTS, at most WORDS (Benchmarks/README.md)
	Benchmarks/language.py --model $(MODEL) --packed $(PACKED) --words $(WORDS) $(TEXTS)

bench-instructions: evaluate ## Count the engine's instructions a token against the threshold
	Benchmarks/instructions.py --packed $(PACKED)

.PHONY: bench-reading
bench-reading: evaluate ## Measure what part of the whole reading of TEXTS the engine alone takes (Benchmarks/README.md)
	Benchmarks/reading.py --packed $(PACKED) $(TEXTS)

.PHONY: bench-ingest
bench-ingest: ## Measure reading web pages against trafilatura over PAGES="gold.json folder ..." (Benchmarks/README.md)
	@[ -n "$(PAGES)" ] || { echo 'bench-ingest: PAGES="ground-truth.json folder" names no pages' >&2; exit 2; }
	@$(MAKE) --no-print-directory libraries
	swift build -c release --product evaluate
	Benchmarks/ingest.py $(PAGES)

.PHONY: bench-serve
bench-serve: build ## Measure how fast the pages of RECORD come, in mixed order (READING=articles to read meanwhile)
	@[ -n "$(RECORD)" ] || { echo 'bench-serve: RECORD=crisis.demarche names no record' >&2; exit 2; }
	Benchmarks/serve.py $(if $(READING),--reading $(READING)) $(RECORD)

.PHONY: bench-link
bench-link: evaluate ## Measure linking at 1,000, 10,000 and 100,000 articles grown from CORPUS (Benchmarks/README.md)
	DEMARCHE_MODELS=Models Benchmarks/link.py $(if $(SIZES),--sizes $(SIZES)) $(CORPUS)

parity: evaluate ## Compare the language engine with spaCy over TEXTS (MODEL=sm or md)
	Scripts/parity.py --model $(MODEL) --packed $(PACKED) $(TEXTS)

.PHONY: eval
eval: evaluate ## Hold the program to Evaluation/floors.json over DEMARCHE_CORPORA=folder (RAISE=1, LOWER=1)
	DEMARCHE_MODELS=Models DEMARCHE_CORPORA="$(DEMARCHE_CORPORA)" Scripts/eval.py \
		$(if $(filter 1,$(RAISE)),--raise) $(if $(filter 1,$(LOWER)),--lower)

.PHONY: evaluate
evaluate: setup
	swift build -c release --product evaluate
	DEMARCHE_MODELS=Models $(DEMARCHE) model fetch $(MODEL) --if-missing

clean: ## Remove what was built
	rm -rf .build
