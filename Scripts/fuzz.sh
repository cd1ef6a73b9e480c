#!/usr/bin/env bash
# Fuzzes the language engine with libFuzzer and the address sanitizer; what makes new paths is kept in Tests/Fuzz.
#   Scripts/fuzz.sh text|model [SECONDS, default 600]
set -euo pipefail
cd "$(dirname "$0")/.."
what=${1:?text or model}
seeds=Tests/Fuzz/$what
swift build -c release --product fuzz --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer,address -Xswiftc -DFUZZING
mkdir -p .build-fuzz/corpus-$what "$seeds"
ASAN_OPTIONS=detect_leaks=0 DEMARCHE_FUZZ=$what .build-fuzz/release/fuzz .build-fuzz/corpus-"$what" "$seeds" \
    -max_total_time="${2:-600}" -timeout=20 -rss_limit_mb=1500 -print_final_stats=1 -artifact_prefix="$seeds/crash-"
