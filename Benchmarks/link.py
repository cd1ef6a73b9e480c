#!/usr/bin/env python3
"""Measures what linking costs as a corpus grows; see Benchmarks/README.md.

    link.py [--sizes N,N,...] [--base COUNT] [--steps N] FILE|FOLDER

Grows articles from those given with `evaluate linking`, a process for each size. Prints the processor time of each part, articles a
second and the largest resident set, and for each part the exponent of its cost: the slope of the logarithm of time over that of
size by least squares. Then `evaluate linking --incremental` links a record of STEPS articles, nine times one more, and a hundred more. The last
line is `BENCH link_exponent=… link_articles_per_s=… link_bytes_per_article=… link_one_more=…`: the second and third at the largest
size, the fourth the median of nine as a part of what linking all at once takes. The exit status is 1 where the exponent, the bytes or the part is above the
threshold in thresholds.json.
"""

import argparse
import json
import math
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

LEAST_SECONDS = 0.05  # below it a time says nothing


def main():
    options = arguments()
    sizes = [int(size) for size in options.sizes.split(",")]
    runs = {size: run(options, size) for size in sizes}
    parts = list(runs[sizes[0]]["parts"])
    print(f"{'articles':>10} {'seconds':>9} {'articles/s':>11} {'peak MB':>8}  " + "  ".join(f"{p:>11}" for p in parts))
    for size, figures in runs.items():
        seconds = "  ".join(f"{figures['parts'][part]:>10.2f}s" for part in parts)
        print(f"{size:>10} {figures['seconds']:>9.2f} {figures['rate']:>11.0f} {figures['peak']:>8}  {seconds}")
    exponents = [exponent({size: run["parts"][part] for size, run in runs.items()}) for part in parts]
    print(f"{'exponent':>10} {'':>30}  " + "  ".join(f"{'–' if e is None else f'{e:.2f}':>11}" for e in exponents))
    total = exponent({size: run["seconds"] for size, run in runs.items()})
    found = {
        "link_exponent": total, "link_articles_per_s": runs[sizes[-1]]["rate"],
        "link_bytes_per_article": runs[sizes[-1]]["peak"] * 1e6 / sizes[-1], "link_one_more": one_more(options),
    }
    print("BENCH " + " ".join(f"{name}={'nan' if value is None else f'{value:.3f}'}" for name, value in found.items()))
    thresholds = json.loads((Path(__file__).resolve().parent / "thresholds.json").read_text())
    sys.exit(any(value is not None and value > thresholds.get(name, math.inf) for name, value in found.items()))


def one_more(options):
    """What linking takes when one article has come to a linked record, median of nine, as a part of linking all at once."""
    said = evaluate(options, ["--articles", str(options.steps), "--incremental"])
    figures = {name: float(value) for name, value in re.findall(r"(\w+_s)=([\d.]+)", said)}
    print(
        f"a record of {options.steps}: {figures['all_s']:.2f} s at once, {figures['one_more_s']:.2f} s for one more "
        f"(mean {figures['one_more_mean_s']:.2f}, worst {figures['one_more_worst_s']:.2f}), "
        f"{figures['hundred_more_s']:.2f} s for a hundred more")
    return figures["one_more_s"] / figures["all_s"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("corpus", help="articles to grow from")
    parser.add_argument("--program", default=".build/release/evaluate", help="default: %(default)s")
    parser.add_argument("--sizes", default="1000,10000,100000", help="default: %(default)s")
    parser.add_argument("--steps", type=int, default=10000, help="the record that one more comes to (default: %(default)s)")
    parser.add_argument("--base", type=int, default=200, help="grow from so many (default: %(default)s)")
    return parser.parse_args()


def evaluate(options, more):
    command = [options.program, "linking", options.corpus, "--base", str(options.base)] + more
    if shutil.which("taskset"):
        command = ["taskset", "-c", str(min(os.sched_getaffinity(0)))] + command
    said = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if said.returncode:
        sys.exit(f"link.py: {' '.join(command)} ended with status {said.returncode}")
    return said.stdout


def run(options, size):
    said = evaluate(options, ["--articles", str(size)])
    parts = {part: float(add) + float(link) for part, add, link in re.findall(r"(\w+) add_s=([\d.]+) link_s=([\d.]+)", said)}
    last = said.strip().splitlines()[-1]
    figures = {name: float(value) for name, value in re.findall(r"(\w+)=([\d.]+)", last)}
    return {"parts": parts, "seconds": figures["seconds"], "rate": figures["articles_per_s"], "peak": int(figures["peak_mb"])}


def exponent(seconds):
    points = [(math.log(size), math.log(time)) for size, time in seconds.items() if time >= LEAST_SECONDS]
    if len(points) < 2:
        return None
    middle_x, middle_y = (sum(values) / len(points) for values in zip(*points))
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / sum((x - middle_x) ** 2 for x, _ in points)


if __name__ == "__main__":
    main()
