#!/usr/bin/env python3
"""Writes Sources/Records/States/states.txt from ISO 3166-1 and 3166-3 (Debian package iso-codes) and the English names of
territories of the Unicode CLDR (Debian package unicode-cldr-core):

    apt-get install iso-codes unicode-cldr-core
    Scripts/states.py > Sources/Records/States/states.txt
"""
import json
import pathlib
import xml.etree.ElementTree as ElementTree

ISO = pathlib.Path("/usr/share/iso-codes/json")
CLDR = pathlib.Path("/usr/share/unicode/cldr/common/main/en.xml")
# Former states that ISO 3166-3 keeps and the news still names; its other entries are parts of states or uninhabited.
FORMER = {"SUN": "Soviet Union", "DDR": "East Germany", "CSK": "Czechoslovakia", "YUG": "Yugoslavia",
          "SCG": "Serbia and Montenegro", "YMD": "South Yemen", "VDR": "North Vietnam"}

HEAD = """\
# Written by Scripts/states.py; do not edit. Names of states and territories, a line each, sorted by code: alpha-3 code, alpha-2
# code, the usual English name, other names; for former states the day or year of withdrawal of the code.
# Sources: ISO 3166-1 and ISO 3166-3 as Debian's iso-codes has them (LGPL-2.1-or-later), and the English names of territories of
# the Unicode CLDR (Unicode License). XKX is the user-assigned code of Kosovo.
"""


def territories():
    """The names of every territory by its alpha-2 code, the usual one first."""
    names = {}
    for element in ElementTree.parse(CLDR).iter("territory"):
        names.setdefault(element.get("type"), []).append(element.text)
    return names


def turned(name):
    """`Iran, Islamic Republic of` as `Islamic Republic of Iran`; of other names with a comma what is a name by itself."""
    front, _, behind = name.partition(", ")
    if behind.endswith((" of", " of the")):
        return [f"{behind} {front}"]
    return [behind] if behind.endswith("Republic") else [] if behind else [front]


def line(code, short, names, *more):
    names = [name for name in dict.fromkeys(names) if name]
    return " | ".join([code, short, names[0], ", ".join(n for n in names[1:] if not set(",(") & set(n)) or "–", *more])


def main():
    cldr = territories()
    rows = [line("XKX", "XK", cldr["XK"])]
    for state in json.loads((ISO / "iso_3166-1.json").read_text())["3166-1"]:
        own = [state.get("common_name"), *turned(state["name"]), state.get("official_name")]
        rows.append(line(state["alpha_3"], state["alpha_2"], cldr[state["alpha_2"]] + own))
    for state in json.loads((ISO / "iso_3166-3.json").read_text())["3166-3"]:
        if state["alpha_3"] in FORMER:
            names = [FORMER[state["alpha_3"]], *turned(state["name"])]
            rows.append(line(state["alpha_3"], state["alpha_2"], names, state["withdrawal_date"]))
    print(HEAD + "\n".join(sorted(rows)))


main()
