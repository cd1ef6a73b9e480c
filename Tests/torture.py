#!/usr/bin/env python3
"""Kills `demarche read` with SIGKILL again and again and holds what is left to the record of an undisturbed read.

Writes 2,000 articles of its own in several formats, reads them once undisturbed, and then into records that are killed at
random moments and read on. Whenever such a reading comes to its end, the record must be that of the undisturbed one byte
for byte; then another record is begun, until so many kills have hit a running program. `make torture` runs it.
"""
import argparse
import gzip
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEOPLE = ["Ann Example", "Bo Costa", "Ines Halvorsen", "Iris Venn", "Jo Reed", "Pavel Orlin", "Mara Lindqvist"]
OFFICES = ["the envoy of Ruritania", "a spokesman for Graustark", "the foreign minister", "a colonel of the border guard"]
TOWNS = ["Vaduz", "Strelsau", "Zenda", "Edelweiss", "Hentzau"]
WORDS = ["bridge", "pass", "harbour", "ferry", "treaty", "convoy", "border", "market", "railway", "mine"]
ENDS = ["would stay open", "had been closed since the morning", "was not a matter of dispute", "needed another week"]


def article(dice, number):
    """Headline, date and paragraphs; the number makes each one different."""
    person, office, town, word = (dice.choice(kind) for kind in (PEOPLE, OFFICES, TOWNS, WORDS))
    other = dice.choice(WORDS)
    headline = f"Talks about the {word} in {town}, round {number}"
    paragraphs = [
        f"“The {word} {dice.choice(ENDS)},” said {person}, {office}, on Tuesday evening in {town}.",
        f"{person.split()[1]} told reporters that the {other} {dice.choice(ENDS)}, and left after {number} minutes.",
        f"Nobody who had waited at the door of the {other} spoke of the letter that came from {dice.choice(TOWNS)}.",
    ]
    return headline, f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}", paragraphs


def page(headline, date, paragraphs):
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (f"<!doctype html><html lang=en><head><title>{headline}</title><meta property=article:published_time "
            f"content={date}></head><body><article><h1>{headline}</h1>{body}</article></body></html>")


def record(headline, date, paragraphs, number):
    # Every tenth address comes again with other words: a new version of the document.
    address = f"https://courier.example/{number - 10 if number % 10 == 0 else number}"
    return json.dumps({"url": address, "title": headline, "date": date, "text": "\n\n".join(paragraphs)})


def warc(kind, body, number, digest, more=""):
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{body}".encode()
    head = (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://archive.example/{number}\r\n"
            f"WARC-Payload-Digest: sha1:{digest}\r\n{more}Content-Length: {len(answer)}\r\n\r\n")
    return gzip.compress(head.encode() + answer + b"\r\n\r\n", mtime=0)


def write_inputs(folder, count, dice):
    """`count` articles: a third as files, a third as JSON Lines, the rest as web archives and tables, and some bad inputs."""
    folder.mkdir()
    lines, records, rows = [[], []], [[], []], []
    for number in range(count):
        headline, date, paragraphs = article(dice, number)
        kind = number % 12
        text = f"{headline}\n\n{date}\n\n" + "\n\n".join(paragraphs) + "\n"
        if kind < 2:
            (folder / f"{number:05}.txt").write_text(text)
        elif kind == 2:
            (folder / f"{number:05}.html").write_text(page(headline, date, paragraphs))
        elif kind == 3:
            (folder / f"{number:05}.eml").write_text(
                f"From: a@b.example\nSubject: {headline}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                f"Content-Transfer-Encoding: 8bit\n\n{text}")
        elif kind < 8:
            lines[number % 2].append(record(headline, date, paragraphs, number))
        elif kind < 11:
            archive = records[number // 12 % 2]
            archive.append(warc("response", page(headline, date, paragraphs), number, number))
            if number % 5 == 0:
                archive.append(warc("revisit", "", number + count, number))
        else:
            rows.append(",".join('"' + field.replace('"', '""') + '"'
                                 for field in (headline, date, "\n".join(paragraphs))))
    for place, dump in enumerate(lines):
        (folder / f"dump-{place}.jsonl.gz").write_bytes(gzip.compress("\n".join(dump + ["{"]).encode(), mtime=0))
    for place, archive in enumerate(records):
        (folder / f"crawl-{place}.warc.gz").write_bytes(b"".join(archive) + warc("revisit", "", 0, "elsewhere"))
    (folder / "table.csv").write_text("title,date,text\n" + "\n".join(rows) + "\n")
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(64)))


class Torture:
    def __init__(self, program, work, dice):
        self.program, self.work, self.dice = program, work, dice
        self.kills, self.kept_at_kill, self.verified, self.records = 0, [], 0, 0

    def run(self, *arguments, okay=(0,)):
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, cwd=self.work)
        if done.returncode not in okay:
            sys.exit(f"torture: {' '.join(map(str, arguments))} ended with {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def read(self, target, options):
        return [self.program, "read", "articles", "--into", str(target), *options]

    def contents(self, target):
        """All that a record says: the export, what was read and refused and where, and an answer of the index."""
        found = [self.run("export", "--as", "jsonl", "--record", target),
                 self.run("articles", "--format", "jsonl", "--record", target),
                 self.run("search", "harbour", "--format", "jsonl", "--record", target),
                 self.run("statements", "--format", "jsonl", "--record", target, okay=(0, 1))]
        with sqlite3.connect(f"file:{self.work / target}?mode=ro", uri=True) as database:
            places = "SELECT path, offset, articleID, refusalCode, refusal FROM path ORDER BY path"
            versions = ("SELECT article.id, key, version, currentID FROM article JOIN document ON documentID = document.id "
                        "ORDER BY article.id")
            found += [json.dumps(database.execute(query).fetchall()).encode() for query in (places, versions)]
        return found

    def kept(self, target):
        """How many articles a killed program left, counted in a copy."""
        copy = self.work / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for file in self.work.glob(target + "*"):
            shutil.copy(file, copy)
        if not (copy / target).exists():
            return 0
        with sqlite3.connect(copy / target) as database:
            try:
                return database.execute("SELECT count(*) FROM article").fetchone()[0]
            except sqlite3.OperationalError:
                return 0

    def round(self, target, options, longest):
        """Reads on for a random time. Whether the program came to its end before it was killed."""
        process = subprocess.Popen(self.read(target, options), cwd=self.work, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL)
        # A fifth of the kills hits while the record is made or opened.
        time.sleep(self.dice.uniform(0, 0.05 if self.dice.random() < 0.2 else longest))
        process.kill()
        status = process.wait()
        if status == 3:  # Some inputs are refused.
            return True
        if status != -signal.SIGKILL:
            sys.exit(f"torture: a read into {self.work / target} ended with {status}")
        self.kills += 1
        self.kept_at_kill.append(self.kept(target))
        if self.kills % 10 == 0 and self.kept_at_kill[-1] > 0:
            self.run("verify", "--record", target)
            self.verified += 1
        return False

    def until(self, kills, options, name):
        began = time.monotonic()
        whole = f"{name}.demarche"
        self.run(*self.read(whole, options)[1:], okay=(3,))
        longest = time.monotonic() - began
        wanted = self.contents(whole)
        count = len(json.loads(wanted[4]))
        print(f"{name}: an undisturbed read takes {longest:.2f} s and notes {count} places", flush=True)
        while self.kills < kills:
            target = f"{name}-{self.records}.demarche"
            while not self.round(target, options, longest if self.kills < kills else longest * 1000):
                if self.kills >= kills:
                    self.run(*self.read(target, options)[1:], okay=(3,))
                    break
            self.run("verify", "--record", target)
            if self.contents(target) != wanted:
                sys.exit(f"torture: {self.work / target} is not {self.work / whole} after {self.kills} kills")
            self.records += 1
            for file in self.work.glob(target + "*"):
                file.unlink()
        self.report(name, self.articles(whole), time.monotonic() - began)

    def articles(self, target):
        with sqlite3.connect(f"file:{self.work / target}?mode=ro", uri=True) as database:
            return database.execute("SELECT count(*) FROM article").fetchone()[0]

    def report(self, name, count, seconds):
        tenths = [0] * 11
        for kept in self.kept_at_kill:
            tenths[kept * 10 // count] += 1
        print(f"{name}: {self.kills} kills hit a running read of {count} articles, {self.records} records came to their end "
              f"and were the same byte for byte, {self.verified} were verified in between; {seconds:.0f} s")
        print(f"{name}: kills by how many tenths of the articles were kept: {' '.join(map(str, tenths))}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default=".build/release/demarche")
    parser.add_argument("--kills", type=int, default=200, help="kills of reads without statements; a fifth as many with")
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    asked = parser.parse_args()
    print(f"torture: seed {asked.seed}", flush=True)
    program = str(Path(asked.program).resolve())
    os.environ.setdefault("DEMARCHE_MODELS", str(Path("Models").resolve()))
    for name, options, count, kills in [("articles", ["--articles-only"], asked.articles, asked.kills),
                                        ("statements", [], asked.articles // 5, asked.kills // 5)]:
        dice = random.Random(f"{asked.seed} {name}")
        work = Path(tempfile.mkdtemp(prefix="demarche-torture-"))  # Stays where something is wrong.
        write_inputs(work / "articles", count, dice)
        Torture(program, work, dice).until(kills, options, name)
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
