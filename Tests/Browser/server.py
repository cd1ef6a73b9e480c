"""The program and the record under test, and a server of it."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = os.environ.get("DEMARCHE_PROGRAM", str(ROOT / ".build/debug/demarche"))
RECORD = os.environ.get("DEMARCHE_SERVED_RECORD")

sys.path.append(str(ROOT / "Scripts"))
import serving as server  # noqa: E402


def serving(record=RECORD):
    """The address of a server of the record, for as long as it is needed."""
    return server.serving(PROGRAM, record)
