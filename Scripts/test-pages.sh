#!/usr/bin/env bash
# Checks the dossiers of the sample crisis, of a small invented one and of a hostile article, and the pages that serve the two
# crises, in headless Chromium; the interface for programs with schemathesis.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
demarche=.build/debug/demarche
for name in sample crisis hostile; do
    articles=Tests/Browser/$name
    [ $name = sample ] && articles=Samples/october-1962/articles
    $demarche read "$articles" --into "$work/$name.demarche" >/dev/null
    [ $name = hostile ] || $demarche link --record "$work/$name.demarche" >/dev/null
    $demarche dossier --record "$work/$name.demarche" --title "$name" --out "$work/$name.html" >/dev/null
done
DEMARCHE_DOSSIER="$work/sample.html:$work/crisis.html" DEMARCHE_HOSTILE_DOSSIER="$work/hostile.html" \
    DEMARCHE_SERVED_RECORD="$work/sample.demarche" DEMARCHE_CRISIS_RECORD="$work/crisis.demarche" \
    .venv/bin/python -m pytest -q -p no:cacheprovider Tests/Browser
