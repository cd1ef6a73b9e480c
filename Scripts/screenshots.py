#!/usr/bin/env python3
"""Takes the pictures of Docs/pictures: the main pages of the sample crisis and of the small one of Tests/Browser/crisis, light,
dark and as wide as a phone, and the dossier.

    Scripts/screenshots.py PROGRAM SAMPLE CRISIS DOSSIER FOLDER

PROGRAM serves the linked records SAMPLE and CRISIS. A picture has a size that does not depend on the screen.
"""

import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from serving import serving

DESK, PHONE = {"width": 1200, "height": 860}, {"width": 400, "height": 860}


def first(page, base, path, link):
    """The address of the first thing that a list leads to."""
    page.goto(base + path)
    return base + page.locator(link).first.get_attribute("href")


def pictures(page, sample, crisis, dossier):
    """Name, address and how the picture is taken."""
    story = first(page, crisis, "/stories", "main .lines a")
    speech = first(page, crisis, "/utterances", "main .lines a")
    article = first(page, sample, "/search?kind=warning", "main .said .from a")
    return [
        ("overview", sample + "/", DESK, "light"),
        ("story", story, DESK, "light"),
        ("story-phone", story, PHONE, "light"),
        ("speech", speech, DESK, "light"),
        ("speech-dark", speech, DESK, "dark"),
        ("article", article, DESK, "light"),
        ("article-phone", article, PHONE, "dark"),
        ("positions", sample + "/positions", DESK, "light"),
        ("red-lines", crisis + "/red-lines", DESK, "light"),
        ("contradictions", crisis + "/contradictions", DESK, "dark"),
        ("events", sample + "/events", DESK, "light"),
        ("dossier", dossier.resolve().as_uri(), DESK, "light"),
        ("dossier-phone", dossier.resolve().as_uri(), PHONE, "dark"),
    ]


def take(browser, folder, name, address, window, scheme):
    context = browser.new_context(viewport=window, color_scheme=scheme, device_scale_factor=1, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address)
    file = folder / f"{name}.png"
    page.screenshot(path=file)
    context.close()
    # Pages have few colours: a palette is half the size and looks the same.
    picture = Image.open(file).convert("RGB").quantize(200, dither=Image.Dither.NONE)
    picture.save(file, optimize=True)
    print(f"{file}: {file.stat().st_size // 1024} KiB")


def main(program, sample, crisis, dossier, folder):
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with serving(program, sample) as one, serving(program, crisis) as other, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"]
        )
        for picture in pictures(browser.new_page(), one, other, Path(dossier)):
            take(browser, folder, *picture)
        browser.close()


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit(__doc__)
    main(*sys.argv[1:])
