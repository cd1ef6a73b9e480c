#!/usr/bin/env python3
"""Compares the language engine with spaCy, field by field, over texts and over hostile strings.

    parity.py --packed FILE [--model sm|md] [--limit WORDS] [--hostile COUNT] [--program FILE] FILE|FOLDER...

spaCy runs the same weights. Its results are kept in .build/parity, so that only the first run is slow. What follows
from the text alone, or from other fields that agree, must agree wholly; what hangs on sums of floating-point numbers
may differ in 1 token of 100,000. The last line is `PARITY tokens=… differences=…`; the exit status is 1 when
more differs.
"""

import argparse
import gzip
import hashlib
import json
import os
import subprocess
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from itertools import zip_longest
from pathlib import Path

import spacy_setup
import texts as corpora

CACHE = spacy_setup.ROOT / ".build" / "parity"
FIELDS = {
    "text": "token text", "space": "space", "offset": "offset", "norm": "norm", "shape": "shape", "tag": "tag",
    "pos": "pos", "morph": "morph", "lemma": "lemma", "head": "head", "dep": "dep", "sent": "sentence start",
    "iob": "entity iob", "ent": "entity type", "chunks": "noun chunks", "senter": "senter",
}
EXACT = {"text", "space", "offset", "norm", "shape"}
# What a field follows from: at the token and its neighbours (so far reach the attribute ruler's patterns), or anywhere
# in the text.
FOLLOWS_NEARBY = {"pos": ("tag", "dep"), "morph": ("tag", "dep"), "lemma": ("tag", "dep")}
FOLLOWS_ANYWHERE = {"sent": ("head",), "chunks": ("head", "dep", "pos")}
ALLOWED = 1 / 100_000
# The stand-alone senter is a pass of its own; so many words of each source will do.
SENTER_WORDS = 20_000
EXAMPLES = 10


def main():
    options = arguments()
    sources, skipped = corpora.gather(options.sources)
    sources["hostile strings"] = corpora.hostile(exceptions(options.model), options.hostile)
    report = Report()
    for name, texts in sources.items():
        texts = corpora.within(texts, options.limit)
        differing = compare_source(name, texts, options, report)
        words = sum(len(text.split()) for text in texts)
        report.source(name, len(texts), words, differing)
    report.skipped(skipped)
    report.finish()


def arguments():
    parser = argparse.ArgumentParser(description="Compare the language engine with spaCy.")
    parser.add_argument("sources", nargs="+", help="files and folders with texts")
    parser.add_argument("--model", choices=spacy_setup.WEIGHTS, default="sm", help="spaCy's weights (default: sm)")
    parser.add_argument("--packed", required=True, help="the same weights as the program reads them")
    parser.add_argument("--program", default=".build/release/evaluate", help="default: %(default)s")
    parser.add_argument("--limit", type=int, help="so many words of each source at most, for a quick look")
    parser.add_argument("--hostile", type=int, default=20_000, help="so many made-up strings (default: %(default)s)")
    return parser.parse_args()


def exceptions(model):
    command, environment = spacy_setup.oracle("exceptions", model)
    return json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout)


def compare_source(name, texts, options, report):
    """Adds all the texts of one source to the report; gives the differences by field."""
    before = report.differing.copy()
    wanted = zip_longest(oracle("annotate", texts, options.model),
                         oracle("senter", corpora.within(texts, SENTER_WORDS), options.model), fillvalue={})
    triples = zip(texts, wanted, program(texts, options), strict=True)
    for number, (text, (annotation, senter), got) in enumerate(triples, 1):
        report.document(f"text {number} of {name}", text, annotation | senter, got)
    return report.differing - before


def oracle(command, texts, model):
    """What spaCy makes of each text, from the cache when it has seen them with this model."""
    given = lines_file(texts)
    script = (Path(__file__).parent / "spacy_oracle.py").read_bytes()
    key = hashlib.sha256(script + command.encode() + given.read_bytes()).hexdigest()[:24]
    cached = CACHE / f"{model}-{key}.jsonl.gz"
    if not cached.exists():
        run_oracle(command, given, model, cached)
    with gzip.open(cached) as lines:
        yield from map(json.loads, lines)


def run_oracle(command, given, model, cached):
    line, environment = spacy_setup.oracle(command, model)
    partial = cached.with_suffix(f".partial-{os.getpid()}")
    with given.open("rb") as texts, gzip.open(partial, "wb", compresslevel=1) as kept:
        child = subprocess.Popen(line, env=environment, stdin=texts, stdout=subprocess.PIPE)
        kept.writelines(child.stdout)
    if child.wait() != 0:
        sys.exit(f"parity: {' '.join(line)} < {given} ended with {child.returncode}")
    partial.rename(cached)


def program(texts, options):
    """What the program under test makes of each text."""
    count = 0
    command = [options.program, "annotate", "--model", options.packed]
    with lines_file(texts).open("rb") as given:
        child = subprocess.Popen(command, stdin=given, stdout=subprocess.PIPE)
    for count, line in enumerate(child.stdout, 1):
        yield json.loads(line)
    if child.wait() != 0 or count != len(texts):
        sys.exit(f"parity: {' '.join(command)} < {given.name} ended with {child.returncode} "
                 f"after {count} of {len(texts)} texts")


def lines_file(texts):
    """The texts as a file of one JSON string a line, under a name that follows from them."""
    lines = "".join(json.dumps(text) + "\n" for text in texts).encode()
    CACHE.mkdir(parents=True, exist_ok=True)
    file = CACHE / f"texts-{hashlib.sha256(lines).hexdigest()[:24]}.jsonl"
    if not file.exists():
        file.write_bytes(lines)
    return file


def differences(wanted, got):
    """Triples of field, number of the token, and both values, for all that differs. Where the tokens differ, nothing
    else is looked at."""
    if wanted["text"] != got["text"]:
        return list(token_differences(wanted, got))
    return [(field, place, pair) for field in FIELDS if field in wanted
            for place, pair in value_differences(field, wanted[field], got[field])]


def token_differences(wanted, got):
    """One for each of spaCy's tokens that does not stand at the same place here, at least one."""
    ours = set(zip(got["offset"], got["text"]))
    missing = [place for place, token in enumerate(zip(wanted["offset"], wanted["text"])) if token not in ours]
    for place in missing or [len(wanted["text"])]:
        here = bisect_left(got["offset"], wanted["offset"][place]) if missing else place
        yield "text", place, (wanted["text"][place:place + 4], got["text"][here:here + 4])


def value_differences(field, wanted, got):
    if wanted == got:
        return []
    if field == "chunks":
        theirs, ours = (set(map(tuple, side)) for side in (wanted, got))
        return [(chunk[0], (chunk if chunk in theirs else None, chunk if chunk in ours else None))
                for chunk in sorted(theirs ^ ours)] or [(0, (wanted, got))]
    return [(place, pair) for place, pair in enumerate(zip_longest(wanted, got)) if pair[0] != pair[1]]


def must_agree(field, place, differing):
    """Whether the difference cannot come from floating-point sums, since what the field follows from agrees.
    `differing` holds the places of all differences of the text by field."""
    if field in FOLLOWS_NEARBY:
        return not any(differing[other] & {place - 1, place, place + 1} for other in FOLLOWS_NEARBY[field])
    if field in FOLLOWS_ANYWHERE:
        return not any(differing[other] for other in FOLLOWS_ANYWHERE[field])
    return field in EXACT


class Report:
    """Counts over all documents, and for the first ten that differ their first difference in full."""

    def __init__(self):
        self.compared, self.differing, self.faults = Counter(), Counter(), Counter()
        self.texts = self.words = self.tokens = self.flipped = 0
        self.examples = []

    def document(self, name, text, wanted, got):
        found = differences(wanted, got)
        same_tokens = wanted["text"] == got["text"]
        for field in FIELDS if same_tokens else ["text"]:
            self.compared[field] += len(wanted.get(field, []))
        self.tokens += len(wanted["text"])
        places = defaultdict(set)
        for field, place, _ in found:
            places[field].add(place)
        self.flipped += len({place for field, place, _ in found if not must_agree(field, place, places)})
        for field, place, _ in found:
            self.differing[field] += 1
            self.faults[field] += must_agree(field, place, places)
        if found and len(self.examples) < EXAMPLES:
            self.examples.append(example(name, text, wanted, *found[0]))

    def source(self, name, texts, words, differing):
        self.texts, self.words = self.texts + texts, self.words + words
        told = ", ".join(f"{FIELDS[field]} {count}" for field, count in differing.items()) or "none"
        print(f"{name}: {texts:,} texts, {words:,} words; differences: {told}", flush=True)

    def skipped(self, names):
        for reason, files in names.items():
            print(f"skipped: {len(files):,} {reason}, the first {files[0]}")

    def finish(self):
        """Prints the table, the examples and the last line, and ends the program."""
        print(f"\n{'field':<16}{'compared':>12}{'differences':>13}{'must agree':>12}")
        for field, title in FIELDS.items():
            print(f"{title:<16}{self.compared[field]:>12,}{self.differing[field]:>13,}{self.faults[field]:>12,}")
        print("".join(f"\n{example}" for example in self.examples))
        differing, faults = self.differing.total(), self.faults.total()
        print(f"{self.texts:,} texts, {self.words:,} words, {self.tokens:,} tokens; {faults:,} differences in what "
              f"must agree, {differing - faults:,} others in {self.flipped:,} tokens ({self.tokens * ALLOWED:.1f} allowed)")
        print(f"PARITY tokens={self.tokens} differences={faults + self.flipped}")
        sys.exit(1 if faults or self.flipped > self.tokens * ALLOWED else 0)


def example(name, text, wanted, field, place, pair):
    """A difference with the words around it; repr shows what could not be seen."""
    start = wanted["offset"][place] if place < len(wanted["offset"]) else len(text)
    end = start + len(wanted["text"][place]) if place < len(wanted["text"]) else start
    before, token, after = text[max(start - 60, 0):start], text[start:end][:60], text[end:end + 60]
    return (f"{FIELDS[field]}: spaCy {pair[0]!r}, here {pair[1]!r}\n    token {place} of {name}\n"
            f"    {repr(before)[1:-1]}⟦{repr(token)[1:-1]}⟧{repr(after)[1:-1]}\n")


if __name__ == "__main__":
    main()
