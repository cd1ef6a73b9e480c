#!/usr/bin/env python3
"""Measures the language engine against spaCy on one core; see Benchmarks/README.md. The last lines are the figures.

    language.py --packed FILE [--model sm|md] [--words COUNT] [--rounds COUNT] [--core NUMBER] FILE|FOLDER...
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "Scripts"))
import spacy_setup  # noqa: E402
import texts as corpora  # noqa: E402

BATCHES = (32, 256)
# Each thread keeps caches of its own; so many times the words are read for comparing two threads with one.
THREADS_WORDS = 5


def main():
    options = arguments()
    sources, _ = corpora.gather(options.sources)
    texts = corpora.within([text for source in sources.values() for text in source], options.words)
    if not texts:
        sys.exit(f"language: no text of at most {options.words} words in {' '.join(options.sources)}")
    with tempfile.NamedTemporaryFile("w") as given:
        given.writelines(json.dumps(text) + "\n" for text in texts)
        given.flush()
        runs = measure(engines(options), pinned(options.core), given.name, options.rounds)
    more = corpora.within([text for source in sources.values() for text in source], options.words * THREADS_WORDS)
    with tempfile.NamedTemporaryFile("w") as given:
        given.writelines(json.dumps(text) + "\n" for text in more)
        given.flush()
        by_threads = {count: ours(options, "--threads", count) for count in ("1", "2")}
        threads = measure(by_threads, [], given.name, options.rounds)
    print_table(runs)
    print_figures(runs, threads)


def arguments():
    parser = argparse.ArgumentParser(description="Measure the language engine against spaCy.")
    parser.add_argument("sources", nargs="+", help="files and folders with texts")
    parser.add_argument("--packed", required=True, help="the weights as the program reads them")
    parser.add_argument("--model", choices=spacy_setup.WEIGHTS, default="sm", help="spaCy's weights (default: sm)")
    parser.add_argument("--program", default=".build/release/evaluate", help="default: %(default)s")
    parser.add_argument("--words", type=int, default=40_000, help="so many at most (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="default: %(default)s")
    parser.add_argument("--core", default="0", help="default: %(default)s")
    return parser.parse_args()


def engines(options):
    """Command line and environment of each engine, by its name in the table."""
    commands = {spacy_row(batch): spacy_setup.oracle("speed", options.model, batch) for batch in BATCHES}
    commands["Demarche"] = ours(options, "--threads", "1")
    for isa in ("avx2", "base"):
        commands[f"Demarche, {isa}"] = ours(options, "--threads", "1", "--isa", isa)
    return commands


def spacy_row(batch):
    return f"spaCy, batches of {batch}"


def ours(options, *more):
    return [options.program, "speed", "--model", options.packed, *more], os.environ


def pinned(core):
    return ["taskset", "-c", core] if shutil.which("taskset") else []


def measure(commands, pin, given, rounds):
    """What each engine said of each round. The engines take turns, so that a busy hour hits them alike."""
    runs = {name: [] for name in commands}
    for _ in range(rounds):
        for name, (command, environment) in commands.items():
            with open(given, "rb") as texts:
                done = subprocess.run(pin + command, env=environment, stdin=texts, stdout=subprocess.PIPE, check=True)
            fields = done.stdout.decode().split()
            runs[name].append(dict(zip(fields[::2], map(float, fields[1::2]))))
    return runs


def rates(runs):
    """Words a CPU second."""
    return [run["words"] / run["cpu"] for run in runs]


def print_table(runs):
    print(f"{'engine':<24}{'words/CPU-s, best':>19}{'median':>10}{'words':>10}{'peak, MB':>10}")
    for name, rounds in runs.items():
        print(f"{name:<24}{max(rates(rounds)):>19,.0f}{statistics.median(rates(rounds)):>10,.0f}"
              f"{rounds[0]['words']:>10,.0f}{max(run['peak_mb'] for run in rounds):>10,.0f}")


def print_figures(runs, threads):
    """Ratios of the best rounds; spaCy's best is that of its better batch size."""
    best = {name: max(rates(rounds)) for name, rounds in runs.items()}
    spacy = max(best[spacy_row(batch)] for batch in BATCHES)
    wall = {count: min(run["wall"] for run in rounds) for count, rounds in threads.items()}
    print(f"\nBENCH language_ratio={best['Demarche'] / spacy:.1f}")
    print(f"BENCH language_ratio_avx2={best['Demarche, avx2'] / spacy:.1f}")
    print(f"BENCH language_ratio_base={best['Demarche, base'] / spacy:.1f}")
    print(f"BENCH language_two_cores={wall['1'] / wall['2']:.2f}")
    print(f"BENCH language_load_ms={statistics.median(run['load_ms'] for run in runs['Demarche']):.0f}")
    peak = max(run["peak_mb"] for rounds in (runs["Demarche"], *threads.values()) for run in rounds)
    print(f"BENCH language_peak_mb={peak:.0f}")


if __name__ == "__main__":
    main()
