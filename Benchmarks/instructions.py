#!/usr/bin/env python3
"""Counts the instructions that the language engine takes for a token, under callgrind, on the sample crisis.

    instructions.py --packed FILE

Counts do not wander as times do. callgrind knows no AVX-512, and its processor may lack AVX2, so the base instructions
are counted. Loading is taken out: the count is the difference between reading the texts twice and once, by the tokens.
The last line is `BENCH language_instructions=…`; the exit status is 1 when that is above the threshold in
thresholds.json.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Scripts"))
import texts as corpora  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--packed", required=True, help="the model file")
    options = parser.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("instructions: valgrind is not there; `apt-get install valgrind` gets it")
    sources, _ = corpora.gather([str(HERE.parent / "Samples")])
    texts = [text for source in sources.values() for text in source]
    with tempfile.TemporaryDirectory() as folder:
        program = Path(folder) / "evaluate"
        # Older valgrinds cannot read the compiler's debugging information.
        subprocess.run(["strip", "-g", "-o", program, ".build/release/evaluate"], check=True)
        once, tokens = count(program, options.packed, texts)
        twice, _ = count(program, options.packed, texts + texts)
    report((twice - once) / tokens, tokens)


def count(program, packed, texts):
    """Instructions of a whole run, and its tokens."""
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
               program, "speed", "--isa", "base", "--model", packed]
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(command, input=lines, text=True, capture_output=True, check=True)
    return (int(re.search(r"Collected : (\d+)", done.stderr)[1]), int(re.search(r"tokens (\d+)", done.stdout)[1]))


def report(found, tokens):
    threshold = json.loads((HERE / "thresholds.json").read_text())["language_instructions"]
    print(f"{tokens:,} tokens, caches warm: {found:,.0f} instructions a token; threshold {threshold:,}")
    print(f"BENCH language_instructions={found:.0f}")
    sys.exit(1 if found > threshold else 0)


if __name__ == "__main__":
    main()
