#!/usr/bin/env bash
# Checks the dossiers of the sample crisis and of a hostile article, and the pages that serve the sample, in headless Chromium,
# and its interface for programs with schemathesis.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
demarche=.build/debug/demarche
for name in sample hostile; do
    articles=Samples/october-1962/articles
    [ $name = hostile ] && articles=Tests/Browser/hostile
    $demarche read "$articles" --into "$work/$name.demarche" >/dev/null
    $demarche dossier --record "$work/$name.demarche" --title "$name" --out "$work/$name.html" >/dev/null
done
$demarche link --record "$work/sample.demarche" >/dev/null
DEMARCHE_DOSSIER="$work/sample.html" DEMARCHE_SERVED_RECORD="$work/sample.demarche" DEMARCHE_HOSTILE_DOSSIER="$work/hostile.html" \
    .venv/bin/python -m pytest -q -p no:cacheprovider Tests/Browser
