#!/usr/bin/env bash
# Fuzzes the language engine, the loader of models and the readers of formats with libFuzzer and the address sanitizer.
#   Scripts/fuzz.sh TARGET [SECONDS, default 600]    begins with the inputs in Tests/Fuzz, leaves crashes there
#   Scripts/fuzz.sh keep TARGET                      packs a hundred of the smallest inputs that cover the same into Tests/Fuzz
# A target is text or model of the language engine, or a format: html, plain, matter (front matter and sidecars), feed,
# archive, mail, json, csv, packed (compressions).
set -euo pipefail
cd "$(dirname "$0")/.."
keep=
[ "${1:-}" = keep ] && { keep=1; shift; }
what=${1:?which target? Those of Tests/Fuzz: $(cd Tests/Fuzz && echo *.base64)}
packed=Tests/Fuzz/$what.base64 corpus=.build-fuzz/corpus-$what
[ -e "$packed" ] || { echo "fuzz: no target $what; those of Tests/Fuzz: $(cd Tests/Fuzz && echo *.base64)" >&2; exit 2; }
words=Tests/Fuzz/$what.words
export ASAN_OPTIONS=detect_leaks=0 DEMARCHE_FUZZ=$what

swift build -c release --product fuzz --scratch-path .build-fuzz -Xswiftc -sanitize=fuzzer,address -Xswiftc -DFUZZING
mkdir -p "$corpus"
number=0
while read -r line; do
    base64 -d <<<"$line" >"$corpus/kept-$((++number))"
done <"$packed"

if [ -z "$keep" ]; then
    .build-fuzz/release/fuzz "$corpus" -max_total_time="${2:-600}" -max_len=6000 -timeout=25 -rss_limit_mb=1500 \
        $([ -e "$words" ] && echo "-dict=$words") -print_final_stats=1 -artifact_prefix="Tests/Fuzz/crash-$what-"
else
    rm -rf .build-fuzz/merged && mkdir .build-fuzz/merged
    .build-fuzz/release/fuzz -merge=1 -max_len=600 .build-fuzz/merged "$corpus"
    # Inputs over 600 bytes were written by hand and stay; of many others a hundred, large and small ones alike.
    every=$(($(ls .build-fuzz/merged | wc -l) / 100 + 1))
    awk 'length > 800' "$packed" >.build-fuzz/by-hand
    for file in $(ls -S .build-fuzz/merged | awk -v every="$every" 'NR % every == 0' | sort); do
        base64 -w0 ".build-fuzz/merged/$file"; echo
    done | cat .build-fuzz/by-hand - >"$packed"
    echo "fuzz: $(wc -l <"$packed") inputs in $packed"
fi
