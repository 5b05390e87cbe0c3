# The everyday commands. `make demo` and `make test` work on a fresh machine.
.PHONY: setup build release demo audit test lint format docs sample bench sanitize fuzz clean
URL ?=
ARGS ?=
RELEASE = .build/release/comeback

setup:
	@scripts/setup

build: setup
	swift build

release: setup
	swift build -c release --product comeback
	swift build -c release --product shopserver

demo: release
	scripts/demo

audit: release
	@test -n "$(URL)" || { echo "usage: make audit URL=https://shop.example [ARGS=…]" >&2; exit 2; }
	$(RELEASE) audit "$(URL)" --out reports/out $(ARGS)

test: setup lint
	swift build --build-tests --explicit-target-dependency-import-check error
	scripts/check-structure
	swift test --skip-build --parallel --skip '^(CrawlingTests|AuditingTests)'
# Tests with servers apart: beside hundreds of others they wait too long for their turn on two cores.
	swift test --skip-build --filter '^CrawlingTests'
# Whole audits one after the other: they share their threads with the servers that they ask.
	swift test --skip-build --no-parallel --filter '^AuditingTests'
	scripts/check-generated

# The tests of fetching and of whole audits under the thread and the address sanitiser; each builds everything anew.
# One after another: slowed down tenfold and side by side, servers in the same process come too late for the client's limits.
sanitize: setup
	swift build --build-tests --sanitize thread --scratch-path .build-tsan
	TSAN_OPTIONS=suppressions=$(CURDIR)/scripts/tsan.supp swift test --skip-build --no-parallel --sanitize thread \
	  --scratch-path .build-tsan --filter 'CrawlingTests|AuditingTests|LedgerTests'
	swift build --build-tests --sanitize address --scratch-path .build-asan
	ASAN_OPTIONS=detect_leaks=0 swift test --skip-build --no-parallel --sanitize address \
	  --scratch-path .build-asan --filter 'CrawlingTests|AuditingTests|LedgerTests'

lint:
	swift format lint --strict -r Sources Tests Bench fuzz/Targets Package.swift

format:
	swift format -i -r Sources Tests Bench fuzz/Targets Package.swift

# Writes checks/README.md from the catalogue.
docs: build
	.build/debug/comeback checks index > checks/README.md.new && mv checks/README.md.new checks/README.md

# Writes reports/sample anew. Its difference is a change of the product: read it.
sample: build
	scripts/sample reports/sample

bench:
	@scripts/setup bench
	scripts/bench

# SECONDS in all, shared by the readers of bytes from outside; what breaks one is kept in fuzz/found.
SECONDS = 60
fuzz: setup
	scripts/fuzz $(SECONDS)

clean:
	rm -rf .build .build-fuzz reports/out
