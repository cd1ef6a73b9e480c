#!/usr/bin/env python3
"""Measures reading web pages against trafilatura on one core; see Benchmarks/README.md. The last lines are the figures.

    ingest.py [--rounds COUNT] [--core NUMBER] [--program FILE] GROUND-TRUTH PAGES [GROUND-TRUTH PAGES ...]
"""

import argparse
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-ingest"
PACKAGES = ["trafilatura==2.3.1", "lxml_html_clean"]

# Runs in the environment of trafilatura: reads the pages into memory first, then times extraction alone.
TRAFILATURA = """
import gzip, json, sys, time, logging
from pathlib import Path
import trafilatura
logging.disable(logging.CRITICAL)
ids, folder, out = json.load(open(sys.argv[1])), Path(sys.argv[2]), sys.argv[3]
def page(name):
    plain = folder / f"{name}.html"
    return plain.read_bytes() if plain.exists() else gzip.decompress((folder / f"{name}.html.gz").read_bytes())
pages = {name: page(name) for name in ids}
start, found = time.process_time(), {}
for name, data in pages.items():
    document = trafilatura.bare_extraction(data, with_metadata=True, include_comments=False)
    document = document.as_dict() if document is not None else {}
    found[name] = {key: document.get(source) for key, source in
                   (("articleBody", "text"), ("title", "title"), ("author", "author"), ("date", "date"))}
print(len(pages) / (time.process_time() - start))
json.dump(found, open(out, "w"))
"""


def main():
    options = arguments()
    install()
    pin = ["taskset", "-c", options.core] if shutil.which("taskset") else []
    rates = {"Demarche": [], "trafilatura": []}
    lines = []
    with tempfile.TemporaryDirectory() as work:
        for gold, pages in zip(options.sets[::2], options.sets[1::2]):
            for round_number in range(options.rounds):
                rates["Demarche"].append(ours(pin, options.program, gold, pages))
                rates["trafilatura"].append(theirs(pin, gold, pages, work))
            lines += [scores(options.program, gold, pages, name, given)
                      for name, given in (("Demarche", []), ("trafilatura", ["--given", f"{work}/found.json"]))]
    print("\n".join(lines))
    print_figures(rates, options.rounds)


def arguments():
    parser = argparse.ArgumentParser(description="Measure reading web pages against trafilatura.")
    parser.add_argument("sets", nargs="+", help="ground truth and folder of pages, in turn")
    parser.add_argument("--program", default=".build/release/evaluate", help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="default: %(default)s")
    parser.add_argument("--core", default="0", help="default: %(default)s")
    options = parser.parse_args()
    if len(options.sets) % 2:
        sys.exit("ingest: every ground truth needs its folder of pages behind it")
    return options


def install():
    if any(VENV.glob("lib/python*/site-packages/trafilatura-2.3.1.dist-info")):
        return
    print(f"ingest: installing trafilatura into {VENV.name}", flush=True)
    venv.create(VENV, with_pip=True)
    pip = [VENV / "bin/python", "-m", "pip", "-q", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, *PACKAGES], check=True)


def ours(pin, program, gold, pages):
    """Pages a CPU second, and how many pages."""
    said = subprocess.run([*pin, program, "extraction", gold, pages], stdout=subprocess.PIPE, check=True).stdout.decode()
    words = said.split("\n", 1)[0].split()
    return float(words[words.index("pages/CPU-s") + 1]), int(words[1])


def theirs(pin, gold, pages, work):
    names = Path(work) / "names.json"
    names.write_text(json.dumps(sorted(json.loads(Path(gold).read_text()))))
    command = [*pin, VENV / "bin/python", "-c", TRAFILATURA, names, pages, f"{work}/found.json"]
    said = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout
    return float(said), len(json.loads(names.read_text()))


def scores(program, gold, pages, name, given):
    said = subprocess.run([program, "extraction", gold, pages, *given], stdout=subprocess.PIPE, check=True).stdout
    return f"{Path(gold).parent.name:<14}{name:<14}{said.decode().splitlines()[-1]}"


def print_figures(rates, rounds):
    """Over all sets: the pages of one round by the seconds that they took, for the best and the median round."""
    print(f"\n{'program':<14}{'pages/CPU-s, best':>19}{'median':>10}")
    best = {}
    for name, runs in rates.items():
        sets = [runs[start:start + rounds] for start in range(0, len(runs), rounds)]
        best[name] = overall(sets, max)
        print(f"{name:<14}{best[name]:>19,.0f}{overall(sets, statistics.median):>10,.0f}")
    print(f"\nBENCH ingest_pages_per_s={best['Demarche']:.0f}")
    print(f"BENCH ingest_trafilatura_pages_per_s={best['trafilatura']:.0f}")
    print(f"BENCH ingest_ratio={best['Demarche'] / best['trafilatura']:.1f}")


def overall(sets, choose):
    pages = sum(runs[0][1] for runs in sets)
    return pages / sum(runs[0][1] / choose(rate for rate, _ in runs) for runs in sets)


if __name__ == "__main__":
    main()
