#!/usr/bin/env python3
"""Measures what part of the whole reading of texts the language engine alone takes; see Benchmarks/README.md.

    reading.py --packed FILE [--words COUNT] [--rounds COUNT] FILE|FOLDER...

The last line is `BENCH reading_engine_share=…`, the median of the rounds; the exit status is 1 when it is below the
threshold in thresholds.json.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Scripts"))
import texts as corpora  # noqa: E402


def main():
    options = arguments()
    sources, _ = corpora.gather(options.sources)
    texts = corpora.within([text for source in sources.values() for text in source], options.words)
    with tempfile.NamedTemporaryFile("w") as given:
        given.writelines(json.dumps(text) + "\n" for text in texts)
        given.flush()
        shares = [share(options, given.name) for _ in range(options.rounds)]
    least = json.loads((HERE / "thresholds.json").read_text())["reading_engine_share"]
    print(f"BENCH reading_engine_share={statistics.median(shares):.3f}")
    sys.exit(statistics.median(shares) < least)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sources", nargs="+", help="files and folders with texts")
    parser.add_argument("--packed", required=True, help="the model file")
    parser.add_argument("--program", default=".build/release/evaluate", help="default: %(default)s")
    parser.add_argument("--words", type=int, default=150_000, help="so many at most (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="default: %(default)s")
    return parser.parse_args()


def share(options, given):
    command = [options.program, "speed", "--whole", "--model", options.packed]
    with open(given, "rb") as texts:
        said = subprocess.run(command, stdin=texts, stdout=subprocess.PIPE, check=True).stdout.decode()
    print(said.strip())
    return float(re.search(r"engine_share=([\d.]+)", said)[1])


if __name__ == "__main__":
    main()
