#!/usr/bin/env python3
"""Measures how fast the pages of a record come; see Benchmarks/README.md.

    serve.py [--rate N] [--seconds N] [--reading FILE|FOLDER] RECORD

Serves a copy of the record, gathers addresses by following links from the overview, so many of each kind of page, and has wrk ask for
them in mixed order at a steady rate over 16 connections. With --reading, articles are read into the record meanwhile. Prints the
time that a page takes when it is first made, by kind, and the latency of the mixture. The last line is `BENCH serve_per_s=… serve_p50_ms=… serve_p99_ms=… errors=…`.
"""

import argparse
import collections
import html
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "Scripts"))
from serving import serving  # noqa: E402

CONNECTIONS = 16
LUA = """
local paths = {{ {paths} }}
local next = 0
function delay() return {delay} end
function request()
  next = next % #paths + 1
  return wrk.format("GET", paths[next])
end
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT %d %d %d %d %d %d\\n", summary.requests, summary.duration,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
"""


def main():
    options = arguments()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        record = os.path.join(folder, "record.demarche")
        shutil.copy(options.record, record)
        with serving(options.program, record) as base:
            paths = crawl(base, options.each, options.seed)
            reading = read(options, record)
            mixture(base, paths, options, folder)
            if reading:
                status = reading.poll()
                reading.terminate()
                reading.wait()
                ended = f"the read ended before, with status {status}"
                print("articles were read all the while" if status is None else ended)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("record", help="a record, read and linked")
    parser.add_argument("--program", default=".build/release/demarche", help="default: %(default)s")
    parser.add_argument("--rate", type=int, default=200, help="requests a second (default: %(default)s)")
    parser.add_argument("--seconds", type=int, default=30, help="default: %(default)s")
    parser.add_argument("--each", type=int, default=60, help="addresses of each kind of page (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the order (default: %(default)s)")
    parser.add_argument("--reading", help="articles that are read into the record meanwhile")
    parser.add_argument("--folder", help="where the copy of the record is kept meanwhile")
    return parser.parse_args()


def crawl(base, each, seed):
    """Addresses, found from the overview on, at most `each` of a kind of page; prints what the first making of each took."""
    found, times = collections.defaultdict(list), collections.defaultdict(list)
    queue, seen = collections.deque(["/"]), {"/"}
    while queue:
        path = queue.popleft()
        kind = kind_of(path)
        if len(found[kind]) >= each:
            continue
        found[kind].append(path)
        start = time.perf_counter()
        page = get(base + path)
        times[kind].append(1000 * (time.perf_counter() - start))
        links = re.findall(r'href="(/[^"#]*)', page)
        random.Random(seed).shuffle(links)
        for link in map(html.unescape, links):
            if link not in seen and not re.search(r"\.(css|js|svg|ico|png|csv|json|atom|bib|txt)(\?|$)", link):
                seen.add(link)
                queue.append(link)
    print(f"{'page':<20} {'addresses':>9} {'median ms':>10} {'slowest ms':>11}")
    for kind, taken in sorted(times.items()):
        taken.sort()
        print(f"{kind:<20} {len(taken):>9} {taken[len(taken) // 2]:>10.1f} {taken[-1]:>11.1f}")
    return [path for paths in found.values() for path in paths]


def kind_of(path):
    path = path.partition("?")[0]
    parts = path.strip("/").split("/")
    return parts[0] + ("/ID" if len(parts) > 1 else "") or "overview"


def get(address):
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        print(f"serve.py: {address} answered {error.code}", file=sys.stderr)
        return ""


def read(options, record):
    if not options.reading:
        return None
    command = [options.program, "read", options.reading, "--into", record]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL)


def mixture(base, paths, options, folder):
    mixed = random.Random(options.seed).sample(paths, len(paths))
    script = os.path.join(folder, "mixture.lua")
    with open(script, "w") as file:
        quoted = ", ".join("[==[" + path + "]==]" for path in mixed)
        file.write(LUA.format(paths=quoted, delay=1000 * CONNECTIONS // options.rate))
    said = subprocess.run(
        ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{options.seconds}s", "-s", script, base],
        stdout=subprocess.PIPE, text=True, check=True).stdout
    requests, micros, errors, half, most, slowest = map(int, re.search(r"RESULT (.*)", said)[1].split())
    print(f"{len(mixed)} addresses in mixed order, {requests} requests; the slowest took {slowest / 1000:.0f} ms")
    print(f"BENCH serve_per_s={requests / micros * 1e6:.0f} serve_p50_ms={half / 1000:.1f} "
          f"serve_p99_ms={most / 1000:.1f} errors={errors}")


if __name__ == "__main__":
    main()
