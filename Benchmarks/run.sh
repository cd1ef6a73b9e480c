#!/usr/bin/env bash
# Measures reading and storing on one core; see Benchmarks/README.md. The last lines are the figures.
#   DEMARCHE_BENCH_BINARY   the program (default: .build/release/demarche)
#   DEMARCHE_BENCH_SCALE    the size of the corpus against 4,000 texts and 1,000 pages (default: 1; 0.01 for a quick look)
#   DEMARCHE_BENCH_RUNS     how many runs of each kind (default: 5)
#   DEMARCHE_BENCH_CORE     the core (default: 0)
set -euo pipefail
cd "$(dirname "$0")/.."
program=${DEMARCHE_BENCH_BINARY:-.build/release/demarche}
scale=${DEMARCHE_BENCH_SCALE:-1}
[ -x "$program" ] || { echo "bench: $program is not there; run \`make build\` first" >&2; exit 2; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
scaled() { awk -v count="$1" -v scale="$scale" 'BEGIN { n = int(count * scale); print n < 1 ? 1 : n }'; }
echo "writing the corpus"
python3 Benchmarks/corpus.py text "$work/text" "$(scaled 4000)"
python3 Benchmarks/corpus.py html "$work/html" "$(scaled 1000)"
python3 Benchmarks/corpus.py text "$work/some-text" "$(scaled 200)"
python3 Benchmarks/corpus.py html "$work/some-html" "$(scaled 200)"
python3 - "$program" "$work" "${DEMARCHE_BENCH_RUNS:-5}" "${DEMARCHE_BENCH_CORE:-0}" <<'PYTHON'
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

program, work, runs, core = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]


def read_once(kind, run, options):
    """CPU seconds, wall seconds and peak megabytes of one read into a new record."""
    record = work / f"{kind}-{run}.demarche"
    command = ["taskset", "-c", core, program, "read", str(work / kind), "--into", str(record), *options]
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = child.stdout.read().decode().strip()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.monotonic() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"bench: {' '.join(command)} ended with {child.returncode}: {said}")
    stored = sum(file.stat().st_size for file in work.glob(f"{record.name}*"))
    for file in work.glob(f"{record.name}*"):
        file.unlink()
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024 / 1e6, stored / 1e6, said


def measure(kind, *options):
    sizes = [file.stat().st_size for file in (work / kind).iterdir()]
    megabytes = sum(sizes) / 1e6
    print(f"\n{' '.join([kind, *options])}: {len(sizes)} files, {megabytes:.1f} MB")
    results = []
    for run in range(runs):
        cpu, wall, peak, stored, said = read_once(kind, run, options)
        results.append((cpu, wall, peak))
        print(f"  run {run + 1}: {cpu:.2f} s CPU, {wall:.2f} s wall, peak {peak:.0f} MB, record {stored:.1f} MB")
    print("  " + said.split(": ", 1)[-1])
    for name, choose in (("median", statistics.median), ("best", min)):
        cpu, wall = (choose(column) for column in list(zip(*results))[:2])
        print(f"  {name}: {megabytes / cpu:.1f} MB/s and {len(sizes) / cpu:.0f} files/s of CPU, "
              f"{megabytes / wall:.1f} MB/s and {len(sizes) / wall:.0f} files/s of wall time")
    return megabytes / cpu, len(sizes) / cpu, max(peak for _, _, peak in results)


text_rate, _, text_peak = measure("text", "--articles-only")
_, page_rate, page_peak = measure("html", "--articles-only")
statement_text_rate, _, statement_text_peak = measure("some-text")
_, statement_page_rate, statement_page_peak = measure("some-html")
print(f"\nBENCH statements_text_mb_per_s={statement_text_rate:.2f}")
print(f"BENCH statements_pages_per_s={statement_page_rate:.0f}")
print(f"BENCH text_mb_per_s={text_rate:.1f}")
print(f"BENCH pages_per_s={page_rate:.0f}")
print(f"BENCH peak_mb={max(text_peak, page_peak, statement_text_peak, statement_page_peak):.0f}")
PYTHON
