"""Asks the interface for programs of `demarche serve` what its OpenAPI document says, and much that it does not.

DEMARCHE_PROGRAM        the program; .build/debug/demarche by default
DEMARCHE_SERVED_RECORD  a linked record to serve; skipped when unset
"""

import json
import re
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from jsonschema_rs import Draft202012Validator

from server import RECORD, serving

SCHEMATHESIS = Path(sys.executable).parent / "schemathesis"
EXAMPLES = "10"
SEED = "1962"

pytestmark = pytest.mark.skipif(not RECORD, reason="DEMARCHE_SERVED_RECORD is not set")


@pytest.fixture(scope="module")
def base():
    with serving() as address:
        yield address


def asked(address):
    """The JSON at an address."""
    with urllib.request.urlopen(address, timeout=20) as answer:
        return json.load(answer)


def test_schemathesis_finds_nothing(base, tmp_path):
    command = [
        SCHEMATHESIS, "run", f"{base}/api/v1/openapi.json", "--checks", "all", "--mode", "all", "--seed", SEED,
        "--max-examples", EXAMPLES, "--generation-deterministic", "--max-redirects", "0", "--no-color",
    ]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    tested = re.search(r"(\d+) generated, (\d+) passed", run.stdout)
    assert tested and tested[1] == tested[2] and int(tested[1]) > 1000, run.stdout[-2000:]


def test_every_item_of_every_list_is_as_the_document_says(base):
    document = asked(base + "/api/v1/openapi.json")
    seen = 0
    for path, methods in document["paths"].items():
        get = methods["get"]
        schema = get["responses"]["200"]["content"]["application/json"]["schema"]
        valid = Draft202012Validator({**schema, "components": document["components"]})
        if "{id}" in path or "/openapi.json" in path:
            continue
        found = asked(base + path + ("?q=missiles" if path.endswith(("/search", "/what-if")) else ""))
        assert valid.is_valid(found), (path, next(valid.iter_errors(found)).message)
        one = document["paths"].get(path + "/{id}")
        for item in found.get("items", []) if one else []:
            alone = asked(f"{base}{path}/{item['id']}")
            schema = one["get"]["responses"]["200"]["content"]["application/json"]["schema"]
            valid_one = Draft202012Validator({**schema, "components": document["components"]})
            assert valid_one.is_valid(alone), (path, next(valid_one.iter_errors(alone)).message)
            seen += 1
    assert seen > 100


def test_the_interface_gives_what_export_writes(base, tmp_path):
    from server import PROGRAM

    lines = subprocess.run(
        [PROGRAM, "export", "--record", RECORD, "--as", "jsonl"], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    exported = {line["id"]: line for line in map(json.loads, lines) if "id" in line}
    for noun in ["statements", "warnings", "positions", "events", "claims", "stories", "utterances", "proposals"]:
        for item in asked(f"{base}/api/v1/{noun}?limit=200")["items"]:
            assert item == exported[item["id"]]
