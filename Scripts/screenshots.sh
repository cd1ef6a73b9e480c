#!/usr/bin/env bash
# Reads and links the sample crisis and the small one of Tests/Browser, and takes the pictures of Docs/pictures.
set -euo pipefail
cd "$(dirname "$0")/.."
demarche=${1:-.build/release/demarche}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
read_and_link() {
    "$demarche" read "$1" --into "$work/$2.demarche" >/dev/null
    "$demarche" link --record "$work/$2.demarche" >/dev/null
}
read_and_link Samples/october-1962/articles october-1962
read_and_link Tests/Browser/crisis lune-pass
"$demarche" dossier --record "$work/october-1962.demarche" --title "October 1962" --out "$work/october-1962.html" >/dev/null
.venv/bin/python Scripts/screenshots.py "$demarche" "$work/october-1962.demarche" "$work/lune-pass.demarche" \
    "$work/october-1962.html" Docs/pictures
