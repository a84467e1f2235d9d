# The commands of Orderloom. `make help` lists them.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

MVN ?= mvn
MVN_FLAGS ?= -B -ntp
ERP ?= sandbox
PACKAGES ?= jvm
DATA ?= .orderloom
ARGS ?=
HISTORIES ?= 1000000
SEED ?=
MINUTES ?= 5
FROM ?= 0
RATE ?= 60
ROUNDS ?=
CHAOS_HEAP ?= 2g
WITH ?= usual
# The commit to roll back to; by default the last one that published schemas.
ROLLBACK_FROM ?=
# A zip or a directory of OSV records for Maven, which has to be fetched first.
ADVISORIES ?=
# A folder of payloads, laid out as platform/topic/payload or listed in an INDEX.tsv.
CORPUS ?= ../shared/fixtures
# ENDPOINT is the address of an emulator that was started elsewhere, PORT the port of the one that is started here.
ENDPOINT ?=
PORT ?=
# `make smoke` takes DOOR, the output ApiUrl of a stage that was deployed from elsewhere, and CHANNEL, a channel instance.
DOOR ?=
CHANNEL ?=

# The JDK is looked for when a target needs it, so that `make help` works without one.
JDK = JAVA_HOME="$$(.ci/jdk)" && export JAVA_HOME
# The stack lives for minutes only, so its code is compiled early and simply. ElasticMQ recurses once for each message group
# that waits, so a thousand of them need a larger thread stack than usual.
STACK_JAVA = $$JAVA_HOME/bin/java -XX:+UseSerialGC -Xmx512m -Xss32m \
	-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=0.1 --enable-native-access=ALL-UNNAMED
STACK = $(STACK_JAVA) -cp 'localstack/embedded/target/classes:localstack/embedded/target/lib/*'
# `of` is the class path of a module, as its build wrote it down; `on-stack` runs a module that starts the stack.
of = "$(1)/target/classes:$$(cat $(1)/target/classpath)"
on-stack = $(STACK_JAVA) -cp $(call of,$(1))
# Arguments of a command reach the operator CLI through the environment, because they may hold quotes.
# The CLI finds the stack that `make run` or `make demo` started in DATA, unless ENDPOINT or STAGE is given (docs/operations.md).
STAGED = $(filter command% environment%,$(origin STAGE))
AT = DATA='$(DATA)' ENDPOINT='$(ENDPOINT)' infrastructure/at '$(STAGE)'
DESK_PLACE = $(if $(STAGED),$(AT),env DATA='$(DATA)' $(if $(ENDPOINT),ENDPOINT='$(ENDPOINT)'))
DESK_JAVA = $$JAVA_HOME/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
	-Djava.util.logging.manager=org.jboss.logmanager.LogManager -cp 'tools/operator-cli/target/classes:tools/operator-cli/target/lib/*'
DESK = $(JDK); $(DESK_PLACE) $(DESK_JAVA) io.orderloom.desk.OperatorCli
CONTRACT = $(MVN) $(MVN_FLAGS) -q -DskipTests -pl tools/schemas -am package && \
	$$JAVA_HOME/bin/java -cp $(call of,tools/schemas) io.orderloom.contract.gate.SchemaWriter
SIMULATION = $$JAVA_HOME/bin/java -XX:+UseParallelGC -Xmx$(CHAOS_HEAP) -Dchaos.with='$(WITH)' \
	-cp $(call of,testing/simulation)
CHAOS = $(SIMULATION) io.orderloom.simulation.chaos.Chaos
MEASURE = $(MVN) $(MVN_FLAGS) -q -DskipTests -pl benchmarks/core -am package
SOURCES := $(shell find . \( -name target -o -name .git -o -name .orderloom \) -prune -o \
	-type f \( -path '*/src/main/*' -o -name pom.xml \) -print 2>/dev/null)
BUILT := localstack/embedded/target/.built
# These modules are built by the targets that need them: they hold tests alone, or download much for a few targets.
LATER := $(filter-out $(patsubst %/src/main,%,$(wildcard */*/src/main)),$(patsubst %/src/test,%,$(wildcard */*/src/test))) \
	infrastructure/cdk localstack/container
comma := ,
space := $(subst ,, )
FUNCTIONS := $(shell functions/names)
# The modules that functions share.
LIBRARIES := $(filter-out $(FUNCTIONS),$(patsubst functions/%/pom.xml,%,$(wildcard functions/*/pom.xml)))
FUNCTION ?= $(FUNCTIONS)
ARCH ?= $(patsubst aarch64,arm64,$(patsubst amd64,x86_64,$(shell uname -m)))
NATIVE = $(patsubst %,functions/%/target/native/$(ARCH)/function.zip,$(FUNCTION))

# The CDK app needs node; the targets that reach AWS need the CDK command line too.
STAGE ?= dev
# OPTION chooses a stack that an option of the stage puts elsewhere: door or copies (docs/operations.md).
OPTION ?=
CDK_STACK = $(STAGE)-orderloom$(OPTION:%=-%)
# SETTINGS names a file to use instead of infrastructure/stages/<stage>.json, or another cdk.json.
SETTINGS ?=
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION := 20
export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION := 1
CDK_APP := infrastructure/cdk/target/.built
EMULATOR = $$JAVA_HOME/bin/java -cp 'localstack/emulator/target/classes:localstack/embedded/target/classes:localstack/embedded/target/lib/*' \
	io.orderloom.emulator.EmulatorCommands

.PHONY: help demo run build native native-figures test test-odoo test-deployed test-templates test-connectors nightly soak chaos chaos-long chaos-real proof-can-fail docs bench bench-function bench-core cost rollback restore-drill mutation \
	schemas schemas-publish corpus test-endpoint test-endpoints test-container exceptions exception orders order payload redrive erase verify-log scan-pan \
	synth deploy diff destroy secrets smoke packages emulator emulator-stop lint-templates snapshots sbom advisories \
	format clean

help: ## list the targets
	@echo 'Orderloom keeps a retail order the same in every system that holds a part of it.'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-21s %s\n' "$$name" "$$what"; done
	@echo
	@echo 'Settings: ERP=sandbox|odoo|one from elsewhere  DATA=DIR (where run and demo keep their state)  ONCE=1 (the demo ends by itself)'
	@echo '          STAGE=dev|staging|prod (infrastructure/stages)  SETTINGS=FILE (use this file instead)'
	@echo '          PACKAGES=jvm|native (which functions run and demo start)'
	@echo '          FUNCTION=NAME (native: build only this one)  ARCH=x86_64|arm64 (native: build for this machine)'
	@echo 'Needs a JDK of release 25 or later and Maven 3.8.6 or later; nothing else.'

demo: $(BUILT) ## send signed orders through all functions and watch them arrive
	@$(JDK)
	if [ '$(ERP)' = odoo ]; then variables=$$(localstack/odoo/start) && eval "$$variables"; fi
	exec $(STACK) io.orderloom.embedded.demo.Demo --erp $(ERP) --packages $(PACKAGES) --data $(DATA)/demo $(if $(ONCE),--once) $(ARGS)

run: $(BUILT) ## start everything and stay up; prints how to send an order of your own
	@$(JDK)
	if [ '$(ERP)' = odoo ]; then variables=$$(localstack/odoo/start) && eval "$$variables"; fi
	exec $(STACK) io.orderloom.embedded.StackRunner --erp $(ERP) --packages $(PACKAGES) --data $(DATA) $(ARGS)

exceptions: $(BUILT) ## list open exceptions: owner, age, money at risk, cause and what to do
	@$(DESK) exceptions

exception: $(BUILT) ## show or settle an exception: ID=… DO=assign|resolve|waive|redrive BY=… WHY=… (TO=…)
	@$(DESK) exception "ID=$${ID:-}" "DO=$${DO:-}" "BY=$${BY:-}" "WHY=$${WHY:-}" "TO=$${TO:-}"

orders: $(BUILT) ## list the orders that changed last: STATE=held|to_post|posted|cancelled|… CHANNEL=… LIMIT=…
	@$(DESK) orders "STATE=$${STATE:-}" "CHANNEL=$${CHANNEL:-}" "LIMIT=$${LIMIT:-}"

order: $(BUILT) ## show an order's story: status, money, units, what is due, what happened: ORDER=…:…
	@$(DESK) order "ORDER=$${ORDER:-}"

payload: $(BUILT) ## show what was received: ID=<channel instance>:<delivery id>, or an order's list of it: ORDER=…:…
	@$(DESK) payload "ID=$${ID:-}" "ORDER=$${ORDER:-}" "KEEP_RAW=$${ORDERLOOM_KEEP_RAW:-}"

redrive: $(BUILT) ## send a queue's dead letters to it once more: QUEUE=inbound|erp|status|compensation BY=… WHY=…
	@$(DESK) redrive "QUEUE=$${QUEUE:-}" "BY=$${BY:-}" "WHY=$${WHY:-}"

erase: $(BUILT) ## erase an order's personal data for good: ORDER=<channel instance>:<order> BY=…; or an unreadable webhook: DELIVERY=<channel instance>:<delivery id> BY=… WHY=…
	@$(DESK) erase "ORDER=$${ORDER:-}" "DELIVERY=$${DELIVERY:-}" "BY=$${BY:-}" "WHY=$${WHY:-}"

verify-log: $(BUILT) ## check the logs of all orders for changes; ANCHORS=DIR compares them with heads kept before, HEADS=DIR keeps their heads
	@$(DESK) verify-log "ANCHORS=$${ANCHORS:-}" "HEADS=$${HEADS:-}"

scan-pan: $(BUILT) ## look for numbers of payment cards in the table, and in files of logs below LOGS=DIR
	@$(DESK) scan-pan "LOGS=$${LOGS:-}"

build: $(BUILT) ## compile and package the functions, without tests

$(BUILT): $(SOURCES)
	@$(JDK)
	echo 'Building Orderloom (the first time downloads its dependencies) …'
	$(MVN) $(MVN_FLAGS) -T2 -DskipTests package -pl '$(subst $(space),$(comma),$(strip $(LATER:%=!%)))' \
		| sed -n -u 's/^\[INFO\] Building \(Orderloom · .*\) 1.0.0-SNAPSHOT.*/  \1/p; /ERROR/p'
	touch $@

native: $(NATIVE) ## build native executables for Lambda, beside the JVM packages (needs GRAALVM_HOME or Docker)

# An executable is built anew when the function's own sources or shared ones change.
define native-rule
functions/$(1)/target/native/$(ARCH)/function.zip: $(filter ./functions/$(1)/% $(LIBRARIES:%=./functions/%/%) \
		./functions/pom.xml ./connectors/% ./infrastructure/topology/% ./shared-model/% ./pom.xml,$(SOURCES))
	@$$(JDK)
	ARCH=$(ARCH) functions/native $(1)
endef
$(foreach function,$(FUNCTIONS),$(eval $(call native-rule,$(function))))

native-figures: $(BUILT) native ## measure native executables beside JVM packages in one run: docs/native.md
	@$(JDK)
	$(call on-stack,benchmarks/native) io.orderloom.figures.NativeFigures

test: ## run all tests: rules, wired functions, the packaged stack
	@$(JDK)
	$(MVN) $(MVN_FLAGS) verify
	touch $(BUILT)

test-odoo: $(BUILT) ## run the journeys of orders against a real Odoo 19, which is installed for it
	@$(JDK)
	localstack/odoo/test

nightly: ## run every proof, also those that CI runs by turns; takes hours
	exec .ci/nightly

soak: ## prove every unit and cent of many generated order histories (HISTORIES, SEED)
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q -pl shared-model test-compile
	exec $$JAVA_HOME/bin/java -XX:+UseParallelGC -Xmx1g \
		-cp shared-model/target/classes:shared-model/target/test-classes \
		io.orderloom.history.Soak $(HISTORIES) $(or $(SEED),1)

chaos: $(BUILT) ## prove that crashes, faults and repetitions drawn from seeds lose and double nothing (SEED, MINUTES)
	@$(JDK)
	if [ -n '$(SEED)' ]; then exec $(CHAOS) seed '$(SEED)'; fi
	held=0
	$(CHAOS) outage 1 $(RATE) 8 || held=$$?
	$(CHAOS) run $(MINUTES) $(FROM) testing/simulation/target/chaos.csv || held=$$?
	exit $$held

chaos-long: MINUTES = 60
chaos-long: FROM = 1000000
chaos-long: RATE = 3000
chaos-long: CHAOS_HEAP = 12g
chaos-long: chaos ## run chaos for over an hour, from other seeds (needs 12 GB of memory)

proof-can-fail: $(BUILT) ## prove that chaos finds each of many deliberate mistakes (MUTANTS=turn|TEXT)
	@$(JDK)
	case '$(MUTANTS)' in
		'') set -- all docs/chaos.md ;;
		turn) set -- turn "$$(.ci/turn)" ;;
		*) set -- named '$(MUTANTS)' ;;
	esac
	exec $(SIMULATION) io.orderloom.simulation.mutant.ProofCanFail "$$@"

chaos-real: $(BUILT) ## kill the packaged functions at each call they make, then the whole stack, and check the books
	@$(JDK)
	exec $(call on-stack,testing/crash) io.orderloom.crash.CrashProof $(PACKAGES) $(ROUNDS)

docs: ## print the pages of docs that are made from code
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q -pl shared-model test -Dtest='TransitionsTest,HistoriesPageTest,FaultPolicyTest' -Dorderloom.print-docs=true
	$(MVN) $(MVN_FLAGS) -q package -pl localstack/container -am \
		-Dtest=DifferencesPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dorderloom.print-docs=true
	$(MVN) $(MVN_FLAGS) -q test -pl testing/connectors -am \
		-Dtest=ConnectorsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dorderloom.print-docs=true
	$(MVN) $(MVN_FLAGS) -q test -pl testing/architecture -am \
		-Dtest=SettingsPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dorderloom.print-docs=true

CONTRACT_TESTS = $(MVN) $(MVN_FLAGS) -q -DskipTests package -pl localstack/container -am

test-endpoint: $(BUILT) ## run the contract of queues, table, secrets and schedules on ENDPOINT=http://…
	@$(JDK)
	if [ -z '$(ENDPOINT)' ]; then echo 'ENDPOINT is missing. Name the emulator: make test-endpoint ENDPOINT=http://…' >&2; exit 2; fi
	$(CONTRACT_TESTS)
	localstack/container/contract '$(ENDPOINT)'

test-endpoints: $(BUILT) ## run that contract on the embedded stack, MiniStack and LocalStack, which are started for it
	@$(JDK)
	$(CONTRACT_TESTS)
	localstack/container/test-endpoints '$(DATA)/test-endpoints'

test-container: $(BUILT) ## run that contract on LocalStack's image, where Docker runs
	@$(JDK)
	$(CONTRACT_TESTS)
	localstack/container/test-container '$(DATA)/test-container'

test-deployed: $(BUILT) $(CDK_APP) ## run orders on the stack that CDK deploys to an emulator, through kills, a second deployment and a burst (BURST=no)
	@$(JDK)
	BURST='$(BURST)' testing/deployed/run

test-templates: $(BUILT) $(CDK_APP) ## create, change and destroy the stacks of all AWS stages and options on MiniStack and LocalStack
	@$(JDK)
	testing/deployed/every-template

test-connectors: $(BUILT) ## run an order through functions packaged with connectors that were built outside this tree
	@$(JDK)
	directory=$$(mktemp -d)
	trap 'rm -rf "$$directory"' EXIT
	MVN='$(MVN)' MVN_FLAGS='$(MVN_FLAGS)' testing/outside/build "$$directory"
	$(call on-stack,testing/outside) io.orderloom.outside.OutsideTheTree "$$directory/packages"

restore-drill: $(BUILT) ## restore the table of an hour ago, with empty queues and an ERP that is ahead: all is found, nothing doubled
	@$(JDK)
	$(call on-stack,testing/restore) io.orderloom.restore.RestoreDrill

bench: $(BUILT) ## measure orders a second, latency, CPU and requests an order, on this machine
	@$(JDK)
	$(call on-stack,benchmarks/stack) io.orderloom.bench.Bench --packages $(PACKAGES) $(ARGS)

bench: bench-core

bench-function: $(BUILT) ## measure the CPU of one function alone, input by input (FUNCTION, PACKAGES)
	@$(JDK)
	$(call on-stack,benchmarks/stack) io.orderloom.bench.alone.FunctionBench $(PACKAGES) $(if $(filter command% environment%,$(origin FUNCTION)),$(FUNCTION))

cost: $(BUILT) ## measure what an order costs on AWS: docs/cost.md, and the figures that a later change is compared with
	@$(JDK)
	$(call on-stack,benchmarks/cost) io.orderloom.cost.CostBench $(PACKAGES)

bench-core: ## measure microseconds and bytes of a decision, for short and long histories of an order
	@$(JDK)
	$(MEASURE)
	$$JAVA_HOME/bin/java -cp $(call of,benchmarks/core) io.orderloom.measure.CoreBench .

rollback: $(BUILT) ## prove that orders in flight survive a change to the version before (ROLLBACK_FROM=REF) and back (WAYS=turn)
	@$(JDK)
	before=$$(MVN='$(MVN)' testing/rolling-upgrade/build $(ROLLBACK_FROM))
	case '$(WAYS)' in
		'') set -- "$$before" ;;
		# CI proves this at every sixth commit, so that the turn has to change less often than the commits do.
		turn) set -- "$$before" "$$(($$(.ci/turn) / 6))" ;;
		*) echo "WAYS='$(WAYS)' is unknown. Leave it out to prove all ways, or take WAYS=turn for the half whose turn it is." >&2; exit 2 ;;
	esac
	$(call on-stack,testing/rolling-upgrade) io.orderloom.upgrade.Rollback "$$@"

mutation: ## find changes to the order core that no test notices (docs/mutation.md)
	@$(JDK)
	$(MEASURE)
	$(MVN) $(MVN_FLAGS) -q -pl shared-model test-compile org.pitest:pitest-maven:mutationCoverage
	$$JAVA_HOME/bin/java -cp $(call of,benchmarks/core) io.orderloom.measure.MutationPage .

corpus: $(BUILT) ## run a folder of payloads through their adapters and the order core: CORPUS=DIR
	@$(JDK)
	exec $$JAVA_HOME/bin/java -cp $(call of,tools/corpus) io.orderloom.corpus.Corpus '$(CORPUS)'

schemas: ## write the JSON Schemas and the AsyncAPI document from the code, and check that they break nothing published
	@$(JDK)
	$(CONTRACT) . $(ARGS)

schemas-publish: ## write them and publish them: later changes are compared with these (docs/contracts.md)
	@$(JDK)
	$(CONTRACT) . --publish

synth: $(BUILT) $(CDK_APP) ## write the CloudFormation templates to cdk.out (needs node, no AWS account)
	@$(JDK)
	if [ '$(STAGES)' = local ]; then $(EMULATOR) packages; fi
	"$$JAVA_HOME/bin/java" -Dorderloom.settings='$(SETTINGS)' $(if $(filter local,$(STAGES)),-Dorderloom.architecture=$(ARCH)) \
		-cp $(call of,infrastructure/cdk) io.orderloom.cdk.App $(STAGES)

$(CDK_APP): $(SOURCES) infrastructure/stages/stage.schema.json
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q -DskipTests package -pl infrastructure/cdk -am
	touch $@

packages: $(BUILT) ## make JVM packages that an emulator without a Java runtime starts as processes
	@$(JDK)
	$(EMULATOR) packages

emulator: $(BUILT) ## start MiniStack (PORT=…) and the vendor sandboxes on this machine, for STAGE=local
	@$(JDK)
	PORT='$(PORT)' ENDPOINT='$(ENDPOINT)' localstack/emulator/start '$(DATA)/emulator'

emulator-stop: ## stop the emulator and the sandboxes; their state stays in .orderloom/emulator
	@localstack/emulator/stop '$(DATA)/emulator'

deploy diff destroy: STAGES = $(STAGE)

deploy: synth ## deploy a stage to AWS, or with STAGE=local to an emulator: STAGE=… APPROVE=never|broadening|any (docs/operations.md)
	@$(JDK)
	if [ '$(STAGE)' = local ]; then
		PORT='$(PORT)' ENDPOINT='$(ENDPOINT)' localstack/emulator/start '$(DATA)/emulator'
	fi
	$(AT) infrastructure/deploy '$(STAGE)' '$(CDK_STACK)' $(ARGS)
	if [ '$(STAGE)' = local ]; then $(SECRETS) 'FILE=$(DATA)/emulator/secrets.json'; fi
	if [ -z '$(OPTION)' ]; then $(AT) infrastructure/smoke '$(STAGE)' '' $(DESK_JAVA) io.orderloom.desk.NextDesk next 'SETTINGS=$(SETTINGS)'; fi

diff: synth ## show what make deploy would change: STAGE=…
	@$(AT) infrastructure/diff '$(CDK_STACK)' $(ARGS)

SECRETS = $(AT) $(DESK_JAVA) io.orderloom.desk.SecretsDesk secrets 'SETTINGS=$(SETTINGS)'

secrets: $(BUILT) ## give a stage's secrets their values: STAGE=… FILE=… (docs/operations.md)
	@$(JDK)
	$(SECRETS) 'FILE=$(FILE)'

smoke: $(BUILT) ## send a signed test order through a stage's door and follow it: STAGE=… (DOOR=… CHANNEL=…)
	@$(JDK)
	$(AT) infrastructure/smoke '$(STAGE)' '$(DOOR)' $(DESK_JAVA) io.orderloom.desk.SmokeDesk smoke 'SETTINGS=$(SETTINGS)' 'CHANNEL=$(CHANNEL)'

destroy: synth ## destroy a stage on AWS or its emulator; production keeps its orders and needs SURE=…
	@case '$(STAGE)' in prod*) \
		if [ '$(SURE)' != '$(STAGE)' ]; then \
			echo 'This takes production down. If you mean that: make destroy STAGE=$(STAGE) SURE=$(STAGE)' >&2; exit 1; fi;; esac
	$(AT) infrastructure/destroy '$(CDK_STACK)' $(ARGS)

lint-templates: synth ## check the templates of cdk.out with cfn-lint, as pinned (needs Python 3.10 or later)
	@.ci/venv .orderloom/cfn-lint infrastructure/cdk/cfn-lint.txt
	.orderloom/cfn-lint/bin/cfn-lint --config-file infrastructure/cdk/.cfnlintrc.yaml -- cdk.out/*.template.json

snapshots: ## write the templates as they are now as the snapshots that were reviewed
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q test -pl infrastructure/cdk -am -Dtest=SnapshotTest \
		-Dsurefire.failIfNoSpecifiedTests=false -Dorderloom.snapshots=write

sbom: ## list all libraries as a CycloneDX bill of materials: target/sbom.json
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q test-compile org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom

advisories: sbom ## compare the bill of materials with known vulnerabilities: ADVISORIES=FILE (docs/security.md)
	@$(JDK)
	exec $$JAVA_HOME/bin/java -cp $(call of,tools/advisories) \
		io.orderloom.supply.Advisories target/sbom.json '$(ADVISORIES)'

format: ## format the code
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q spotless:apply

clean: ## remove what was built
	@$(JDK)
	$(MVN) $(MVN_FLAGS) -q clean
