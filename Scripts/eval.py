#!/usr/bin/env python3
"""Holds the program to the floors in Evaluation/floors.json.

    eval.py [--raise] [--lower] [--corpora FOLDER] [--floors FILE] [--program FILE]

For each task and each file of its data that is there, `evaluate TASK FILE` runs, and its last line is compared with the
floors. The exit status is 1 when a figure is below its floor or above its ceiling. --raise sets every floor to the measured figure less half
a point; floors do not sink without --lower, and nothing is written when a figure is below its floor.
"""

import argparse
import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARGIN = 0.5


def main():
    options = arguments()
    tasks = json.loads(options.floors.read_text())
    failures = measured = 0
    for task, name, data in [(task, name, data) for task in tasks for name, data in tasks[task].items()]:
        file = options.corpora / data["file"] if options.corpora else None
        if not file or not file.is_file():
            print(f"eval: {task} {name} skipped: {f'no {file}' if file else 'DEMARCHE_CORPORA names no folder'}")
            continue
        measured += 1
        failures += check(task, name, data, file, options)
    if options.raises and not failures:
        options.floors.write_text(json.dumps(tasks, indent=2) + "\n")
    print(f"EVAL measured={measured} failures={failures}")
    sys.exit(1 if failures else 0)


def arguments():
    parser = argparse.ArgumentParser(description="Hold the program to the floors of its figures.")
    corpora = os.environ.get("DEMARCHE_CORPORA") or None
    parser.add_argument("--corpora", type=Path, default=corpora, help="the folder of the data (DEMARCHE_CORPORA)")
    parser.add_argument("--floors", type=Path, default=ROOT / "Evaluation" / "floors.json")
    parser.add_argument("--program", default=ROOT / ".build" / "release" / "evaluate", help="default: %(default)s")
    parser.add_argument("--raise", dest="raises", action="store_true", help="set the floors to what is measured")
    parser.add_argument("--lower", action="store_true", help="with --raise: lower floors as well")
    return parser.parse_args()


def check(task, name, data, file, options):
    """Compares one measurement, or puts it into `data`; gives the number of failures."""
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    if data.get("sha256", digest) != digest and not (options.raises and options.lower):
        print(f"eval: {task} {name} FAILED: {file} is not the file that the floors were measured on")
        return 1
    pages = [options.corpora / data["pages"]] if "pages" in data else []
    figures = measure(task, [file, *pages, *data.get("arguments", [])], options.program, data.get("scale", 1))
    print(f"eval: {task} {name} " + " ".join(f"{metric}={figure:.2f}" for metric, figure in figures.items()))
    below = {} if options.raises and options.lower else below_floor(data["floors"], figures)
    for metric, floor in below.items():
        print(f"eval: {task} {name} FAILED: {metric} is {figures.get(metric, 0):.2f}, its floor {floor:.2f}")
    ceilings = data.get("ceilings", {})
    above = {metric: top for metric, top in ceilings.items() if figures.get(metric, 100) > top}
    for metric, top in above.items():
        print(f"eval: {task} {name} FAILED: {metric} is {figures.get(metric, 100):.2f}, its ceiling {top:.2f}")
    if options.raises:
        data["sha256"] = digest
        held = {metric: figure for metric, figure in figures.items() if metric not in ceilings}
        raise_floors(f"{task} {name}", data["floors"], held, options.lower)
    return len(below) + len(above)


def below_floor(floors, figures):
    return {metric: floor for metric, floor in floors.items() if figures.get(metric, 0) < floor}


def raise_floors(title, floors, figures, lower):
    """Sets the floors; one that would sink stays where it is unless `lower` says otherwise."""
    for metric, figure in figures.items():
        floor = round(max(0, figure - MARGIN), 2)
        if floor < floors.get(metric, 0) and not lower:
            print(f"eval: {title} kept: {metric} stays at {floors[metric]:.2f}, {floor:.2f} needs LOWER=1")
        else:
            floors[metric] = floor


# The figures that are shares in hundredths, beside those of all tasks that end in _f1.
SHARES = ("f1", "exact", "title", "author", "date", "strict", "relaxed", "value", "status", "false_happened")


def measure(task, files, program, scale=1):
    """The figures of the last line that are shares, times `scale`: 100 for a task that prints shares of 1."""
    done = subprocess.run([program, task, *files], stdout=subprocess.PIPE, text=True)
    words = done.stdout.splitlines()[-1].split() if done.stdout else []
    if done.returncode != 0 or words[:1] != [task]:
        sys.exit(f"eval: {program} {task} {files[0]} ended with {done.returncode}")
    pairs = [word.partition("=") for word in words[1:]]
    return {metric: round(scale * float(figure), 2) for metric, _, figure in pairs if metric.endswith("_f1") or metric in SHARES}


if __name__ == "__main__":
    main()
