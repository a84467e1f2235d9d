# Orderloom. `make help` lists what there is.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

MVN ?= mvn
MVN_FLAGS ?= -B -ntp
ERP ?= sandbox
DATA ?= .orderloom
ARGS ?=

# Found when a target needs it, so that `make help` works without a JDK.
JDK = JAVA_HOME="$$(.ci/jdk)" && export JAVA_HOME
STACK = $$JAVA_HOME/bin/java -XX:+UseSerialGC -Xmx512m --enable-native-access=ALL-UNNAMED \
	-cp 'localstack/embedded/target/classes:localstack/embedded/target/lib/*'
SOURCES := $(shell find . \( -name target -o -name .git -o -name .orderloom \) -prune -o \
	-type f \( -path '*/src/main/*' -o -name pom.xml \) -print 2>/dev/null)
BUILT := localstack/embedded/target/.built

.PHONY: help demo run build test test-odoo bench format clean

help: ## this page
	@echo 'Orderloom keeps a retail order the same in every system that holds a part of it.'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-18s %s\n' "$$name" "$$what"; done
	@echo
	@echo 'Settings: ERP=sandbox|odoo  DATA=DIR (state of run and demo)  ONCE=1 (demo ends by itself)'
	@echo 'Needs a JDK of release 25 or later and Maven 3.8.6 or later; nothing else.'

demo: $(BUILT) ## send signed orders through all five functions and watch them arrive
	@$(JDK)
	if [ '$(ERP)' = odoo ]; then variables=$$(localstack/odoo/start) && eval "$$variables"; fi
	exec $(STACK) io.orderloom.embedded.demo.Demo --erp $(ERP) $(if $(ONCE),--once) $(ARGS)

run: $(BUILT) ## start everything and stay up, without the demo's orders
	@$(JDK)
	if [ '$(ERP)' = odoo ]; then variables=$$(localstack/odoo/start) && eval "$$variables"; fi
	exec $(STACK) io.orderloom.embedded.Main --erp $(ERP) --data $(DATA) $(ARGS)

build: $(BUILT) ## compile and package the functions, without tests

$(BUILT): $(SOURCES)
	@$(JDK)
	echo 'Building Orderloom (the first time downloads its dependencies) …'
	$(MVN) $(MVN_FLAGS) -T2 -DskipTests package -pl '!infrastructure/cdk,!localstack/container,!localstack/contract' \
		| sed -n -u 's/^\[INFO\] Building \(Orderloom · .*\) 1.0.0-SNAPSHOT.*/  \1/p; /ERROR/p'
	touch $@

test: ## everything that has to hold: rules, wired functions, the packaged stack
	@$(JDK)
	$(MVN) $(MVN_FLAGS) verify
	touch $(BUILT)

test-odoo: $(BUILT) ## the same main job against a real Odoo 19, installed for it
	@$(JDK)
	localstack/odoo/test

bench: $(BUILT) ## orders a second, latency, CPU and requests an order, on this machine
	@$(JDK)
	$(STACK) io.orderloom.embedded.bench.Bench $(ARGS)

format: ## format the code
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q spotless:apply

clean: ## remove what was built
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q clean
