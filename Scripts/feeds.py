#!/usr/bin/env python3
"""Compares what `evaluate feeds` reads with what feedparser's cases expect.

    Scripts/feeds.py FOLDER [--all] [--failures]

FOLDER holds the cases (`wellformed`, `illformed`, `json`), each with its expectation in its head: a Python expression over
feedparser's result. Only literals, comparisons, subscripts and `and` in it are evaluated. Counted are the cases that ask
for nothing but title, link, id, author, dates, summary, content, language, base and encoding, and whose parts Docs/feeds.md
does not leave out. --all adds the cases of sanitising; --failures prints each case that fails. The last line gives the figure.
"""
import argparse
import ast
import datetime
import json
import os
import pathlib
import re
import subprocess
import urllib.parse

WANTED = {
    "title", "title_detail", "link", "links", "id", "guid", "guidislink", "author", "author_detail", "authors", "published",
    "published_parsed", "updated", "updated_parsed", "created", "created_parsed", "modified", "modified_parsed", "issued",
    "issued_parsed", "date", "date_parsed", "summary", "summary_detail", "description", "content", "language", "subtitle",
    "subtitle_detail", "tagline", "tagline_detail",
}
ALIASES = {
    "description": ["summary", "subtitle"], "tagline": ["subtitle"], "tagline_detail": ["subtitle_detail"],
    "guid": ["id"], "date": ["updated"], "date_parsed": ["updated_parsed"], "modified": ["updated"],
    "modified_parsed": ["updated_parsed"], "issued": ["published"], "issued_parsed": ["published_parsed"],
    "updated": ["published"], "updated_parsed": ["published_parsed"], "url": ["href"],
}


class Item(dict):
    def __getattr__(self, name):
        return self[name]

    def __missing__(self, name):
        for other in ALIASES.get(name, []):
            if dict.__contains__(self, other):
                return self[other]
        raise KeyError(name)


def item(raw, is_head):
    found = Item({key: value for key, value in raw.items() if value is not None})
    for name in ["title_detail", "summary_detail"]:
        if name in found:
            detail = Item(found[name])
            detail.setdefault("language", None)
            detail.setdefault("base", "")
            short = name.removesuffix("_detail")
            if is_head and short == "summary":
                found["subtitle"], found["subtitle_detail"] = detail["value"], detail
            found[short], found[name] = detail["value"], detail
    found["links"] = [Item(link) for link in found.get("links", [])]
    if "content" in found:
        found["content"] = [Item({"language": None, "base": ""} | dict(text)) for text in found["content"]]
        found.setdefault("summary", found["content"][0]["value"])
    if found.get("authors"):
        found["authors"] = [Item(author) for author in found["authors"]]
        first = found["author_detail"] = found["authors"][0]
        name, email = first.get("name"), first.get("email")
        found["author"] = f"{name} ({email})" if name and email else name or email or ""
    if "author_detail" not in found:
        found["author_detail"] = Item()
    for name in list(found):
        if name.endswith("_parsed"):
            year, month, day, hour, minute, second = found[name]
            date = datetime.date(year, month, day)
            found[name] = (year, month, day, hour, minute, second, date.weekday(), date.timetuple().tm_yday, 0)
    return found


ALLOWED = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.Compare, ast.Eq, ast.NotEq, ast.In, ast.NotIn,
    ast.Subscript, ast.Attribute, ast.Name, ast.Constant, ast.Tuple, ast.List, ast.Dict, ast.Load, ast.Index, ast.Call,
    ast.Is, ast.IsNot, ast.USub,
)
CALLS = {"len", "bool", "get"}


def holds(expression, names):
    tree = ast.parse(expression, mode="eval")
    for node in ast.walk(tree):
        if not isinstance(node, ALLOWED):
            raise ValueError(f"{type(node).__name__} in an expectation")
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id
            if name not in CALLS:
                raise ValueError(f"{name}() in an expectation")
        if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            raise ValueError("a hidden name in an expectation")
    return bool(eval(compile(tree, "case", "eval"), {"__builtins__": {"len": len, "bool": bool}}, names))


def head(data):
    for name in ["utf-8", "utf-16", "utf-32", "latin-1"]:
        try:
            text = data.decode(name)
        except UnicodeError:
            continue
        if "Expect:" in text:
            return text
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--failures", action="store_true")
    options = parser.parse_args()
    cases = []
    for path in sorted(options.folder.rglob("*")):
        text = head(path.read_bytes()) if path.is_file() else ""
        match = re.search(r"Expect:\s*(.*?)\s*-->", text, re.S)
        if not match:
            continue
        expression = re.sub(r"\s*\n\s*", " ", match[1])
        group = str(path.parent.relative_to(options.folder))
        keys = set(re.findall(r"(?:feed|entries\[\d\])(?:\[['\"]|\.)(\w+)", expression))
        if group == "wellformed/sanitize" and not options.all or not keys or not keys <= WANTED:
            continue
        location = re.search(r"Content-Location:\s*(\S+)", text, re.I)
        address = "http://127.0.0.1:8097/" + str(path.relative_to(options.folder.parent))
        base = urllib.parse.urljoin(address, location[1]) if location else address
        base = base if base.startswith("http") else address
        language = re.search(r"Content-Language:\s*(\S+)", text, re.I)
        cases.append((path, group, expression, base, language and language[1]))
    program = os.environ.get("EVALUATE", ".build/debug/evaluate")
    lines = "".join(f"{path}\t{base}\t{language or ''}\n" for path, _, _, base, language in cases)
    run = subprocess.run([program, "feeds"], input=lines, capture_output=True, text=True, check=True)
    results = [json.loads(line)["feed"] if "feed" in json.loads(line) else None for line in run.stdout.splitlines()]
    groups = {}
    for (path, group, expression, _, language), result in zip(cases, results, strict=True):
        right = False
        reason = "not read"
        if result is not None:
            names = {
                "feed": item(result["feed"], True), "entries": [item(entry, False) for entry in result["entries"]],
                "bozo": "illformed" in group, "True": True, "False": False,
            }
            try:
                right, reason = holds(expression, names), "other"
            except Exception as error:
                reason = f"{type(error).__name__} {error}"
        counts = groups.setdefault(group, [0, 0])
        counts[0] += right
        counts[1] += 1
        if options.failures and not right:
            print(f"{path.relative_to(options.folder)}: {reason}: {expression}")
    for group, (right, count) in sorted(groups.items()):
        print(f"{group:28} {right:4} of {count:4}")
    right, count = (sum(counts[place] for counts in groups.values()) for place in [0, 1])
    print(f"FEEDS share={right / max(count, 1):.4f} right={right} cases={count}")


if __name__ == "__main__":
    main()
