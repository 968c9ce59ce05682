"""The HTML of a document as people use it: in a browser, by hand and by keyboard, with scripts and without."""

import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browsers import open_browser
from tests.printed import example, print_policy, print_view, printed

from policyctl import resources
from policyctl.rendering.palette import contrast
from policyctl.rendering.screen import on_paper
from policyctl.rendering.view import Logo, Looks, view
from policyctl.schema import read

BOOKSHOP, WORKSHOP = "harbour-lane-books", "fahrradwerkstatt-lindenhof"
WIDE, NARROW = 1280, 360
SAMPLE = "So it was meant for Saturday, and it is not here. Let me see where it is."
STATUS = ".search [role=status]"
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_browser() as opened:
        yield opened


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Open a page from a file; whatever it complains about, and whatever it asks for beyond itself, fails the test."""
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def opened(  # noqa: PLR0913 (how a page may be opened, each by its name)
        data: bytes | str = BOOKSHOP,
        document: str = "handbook",
        *,
        at: str = "",
        width: int = WIDE,
        scripts: bool = True,
        dark: bool = False,
        before: str = "",
    ) -> Page:
        file = tmp_path / "page.html"
        file.write_bytes(printed(data, "html", document) if isinstance(data, str) else data)
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=scripts,
            color_scheme="dark" if dark else "light",
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.extend(_elsewhere(request.url, file)))
        if before:
            page.add_init_script(before)
        page.goto(f"{file.as_uri()}{at}")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def _elsewhere(url: str, file: Path) -> list[str]:
    return [] if url.partition("#")[0] == file.as_uri() or url.startswith("data:") else [url]


def current(page: Page) -> list[str]:
    return page.locator(".panel [aria-current=location]").all_inner_texts()


def shown(page: Page, selector: str) -> list[str]:
    return [each.inner_text().replace("\n", " ") for each in page.locator(selector).all() if each.is_visible()]


# ---- contents ------------------------------------------------------------------------------------------------------


def test_contents_stay_beside_the_text_and_mark_where_one_is(open_page: Open) -> None:
    page = open_page()
    assert current(page) == []
    page.locator(".panel a", has_text="What you may give").click()
    page.wait_for_selector(".panel [aria-current]")
    assert current(page) == ["What you may give"]
    page.keyboard.press("End")
    page.locator(".panel [aria-current]", has_text="Words we use").wait_for()
    box = page.locator(".panel").bounding_box()
    assert box
    assert (box["x"] < 300, 0 < box["y"] < 300) == (True, True)
    assert shown(page, ".front h2") == ["It happens now"]


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_contents_unfold_on_a_narrow_screen(open_page: Open, scripts: bool) -> None:  # noqa: FBT001 (a case)
    page = open_page(width=NARROW, scripts=scripts, at="#promise")
    bar = page.locator(".guide").bounding_box()
    assert bar
    assert bar["y"] == 0
    assert not page.locator(".panel").is_visible()
    page.locator(".unfold").click()
    assert page.locator(".panel").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".panel").is_visible()
    page.locator(".unfold").click()
    page.locator(".panel a", has_text="How we learn it").click()
    assert page.url.endswith("#learn")
    assert page.locator(".panel").is_visible() is not scripts


@pytest.mark.parametrize(("name", "document"), [("corner-shop", "handbook"), (BOOKSHOP, "card")])
def test_a_short_page_needs_no_contents(open_page: Open, name: str, document: str) -> None:
    page = open_page(name, document)
    assert page.locator(".guide, .search").count() == 0
    assert page.locator(".copy").count() > 0


# ---- the filter ----------------------------------------------------------------------------------------------------


def test_the_filter_shows_what_holds_the_words_below_its_headings(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("courier gate")
    assert page.locator(STATUS).inner_text() == "Nothing found"
    assert shown(page, ".part h2 .t") == []
    page.keyboard.press("Escape")
    page.keyboard.type("REFUND")
    assert page.locator(STATUS).inner_text() == "6 found"
    assert shown(page, ".part h2 .t") == ["What to do", "What you may give", "How we learn it"]
    assert shown(page, "main h3") == ["A book arrives damaged", "A parcel is late", "A refund", "Putting it right"]
    assert page.evaluate("[...CSS.highlights.get('found')].map(String).join()") == ",".join(["refund"] * 9)
    page.keyboard.press("Escape")
    assert page.locator(STATUS).inner_text() == ""
    assert page.locator(".missed").count() == 0
    assert page.evaluate("CSS.highlights.get('found').size") == 0


def test_a_heading_is_found_with_all_that_stands_below_it(open_page: Open) -> None:
    page = open_page()
    page.locator("#find").fill("words we use")
    assert shown(page, ".part h2 .t") == ["Words we use"]
    assert "Shared order" in page.locator("main").inner_text()
    page.locator("#find").fill("")
    assert page.locator("details[open]").count() == 0


@pytest.mark.parametrize("words", ["größere kulanz", "GROESSERE Kulanz", "Grossere", "gRÖßere"])
def test_accents_and_capitals_do_not_matter(open_page: Open, words: str) -> None:
    page = open_page(WORKSHOP)
    page.locator("#find").fill(words)
    assert page.locator(STATUS).inner_text() != "Nichts gefunden"
    assert "Größere" in page.evaluate("[...CSS.highlights.get('found')].map(String)")


def test_the_key_is_typed_where_one_types_and_can_be_turned_off(open_page: Open) -> None:
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.press("/")
    assert page.locator("#find").input_value() == "/"
    page.get_by_label("The key / leads here").uncheck()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") != "find"


# ---- copying -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "before", ["", "delete Navigator.prototype.clipboard"], ids=["by the clipboard", "without a clipboard"]
)
def test_a_sample_is_copied_and_said_to_be(open_page: Open, before: str) -> None:
    page = open_page(before=before)
    button = page.locator(".copy").first
    assert button.get_attribute("aria-label") == f"Copy: {SAMPLE[:59]}…"
    button.click()
    page.locator(".copy", has_text="Copied").wait_for()
    assert page.locator("main > [role=status]").inner_text() == "Copied"
    page.locator("#find").focus()
    page.keyboard.press("Control+V")
    assert page.locator("#find").input_value() == SAMPLE


def test_a_letter_is_copied_with_its_gaps(open_page: Open) -> None:
    page = open_page("corner-shop", "complaints")
    page.context.grant_permissions(["clipboard-read"])
    page.locator(".letter-page .copy").first.click()
    page.locator(".copy", has_text="Copied").wait_for()
    text = page.evaluate("navigator.clipboard.readText()")
    assert text.startswith("Dear [name],\n\nYour complaint of [date] has reached us.")
    assert text.endswith("With kind regards,\n\n[your name]")


# ---- what is looked up ---------------------------------------------------------------------------------------------


def test_what_is_looked_up_is_closed_until_somebody_goes_there(open_page: Open) -> None:
    page = open_page()
    assert shown(page, "details .t") == ["What we have heard", "How we keep it true", "Words we use"]
    assert page.locator("details[open]").count() == 0
    page.locator(".panel a[href='#true']").click()
    assert page.locator("details[open] .t").all_inner_texts() == ["How we keep it true"]
    page.locator("#words").click()
    assert page.locator("details[open]").count() == 2


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_an_address_leads_into_what_is_looked_up(open_page: Open, scripts: bool) -> None:  # noqa: FBT001 (a case)
    page = open_page(at="#words", scripts=scripts)
    assert page.get_by_text("Whatever we give beyond what we owe.").is_visible()
    assert page.locator("details[open]").count() == (1 if scripts else 3)


# ---- for my role ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_role_sets_aside_what_is_clearly_for_others(open_page: Open, scripts: bool) -> None:  # noqa: FBT001 (a case)
    page = open_page(at="#as-director", scripts=scripts)
    assert not page.locator("section, div").get_by_text("A small kindness.", exact=True).is_visible()
    assert page.get_by_text("Call 999 first").is_visible()
    assert page.locator(".rest").is_visible()
    page.locator(".panel a", has_text="What you may give").click()
    assert page.get_by_text("A small kindness.", exact=True).is_visible() is not scripts
    page.goto(page.url.split("#")[0] + "#as-bookseller")
    assert page.get_by_text("A small kindness.", exact=True).is_visible()
    assert not page.get_by_text("A morning on the telephone").is_visible()
    page.locator(".rest a").click()
    assert page.get_by_text("A morning on the telephone").is_visible()
    assert not page.locator(".rest").is_visible()


def test_a_link_to_what_is_set_aside_shows_everything(open_page: Open) -> None:
    page = open_page(at="#as-director")
    page.goto(page.url.split("#")[0] + "#discretion-a-small-kindness")
    assert page.get_by_text("A small kindness.", exact=True).is_visible()


@pytest.mark.parametrize("document", ["charter", "complaints"])
def test_a_page_for_customers_has_no_roles(document: str) -> None:
    assert b'class="as"' not in printed(BOOKSHOP, "html", document)


# ---- colours -------------------------------------------------------------------------------------------------------

READ = (
    "h1", "h2", ".lead", "b", ".say", ".unsay", ".note", ".num", ".copy", ".panel a", ".search label", ".wait", ".who",
)  # fmt: skip
COLOURS = """(selectors) => selectors.map((selector) => {
  const element = document.querySelector(`main ${selector}`);
  let ground = element;
  while (getComputedStyle(ground).backgroundColor === "rgba(0, 0, 0, 0)") ground = ground.parentElement;
  return [getComputedStyle(element).color, getComputedStyle(ground).backgroundColor];
})"""


def hexadecimal(colour: str) -> str:
    return "#" + "".join(f"{int(part):02x}" for part in re.findall(r"\d+", colour)[:3])


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_is_read_stands_out_from_its_ground(open_page: Open, dark: bool) -> None:  # noqa: FBT001 (a case)
    page = open_page(dark=dark)
    pairs = [tuple(map(hexadecimal, pair)) for pair in page.evaluate(COLOURS, list(READ))]
    assert [(what, pair) for what, pair in zip(READ, pairs, strict=True) if contrast(*pair) < 4.5] == []
    assert {ground for _, ground in pairs} == ({"#181714", "#1f2d29"} if dark else {"#ffffff", "#f0f7f5"})


def test_a_logo_without_a_twin_keeps_a_light_plate_in_the_dark(open_page: Open) -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9H0z"/></svg>'
    logo = Logo(f"data:image/svg+xml;base64,{b64encode(svg).decode()}", "A square")
    plain = print_view(view(example("corner-shop"), kind="handbook", looks=Looks(logo)), "html")["html"]
    page = open_page(plain, dark=True)
    assert page.locator("img").evaluate("(img) => getComputedStyle(img).backgroundColor") == "rgb(255, 255, 255)"


# ---- keyboard, scripts, print --------------------------------------------------------------------------------------

STOPS = """() => {
  const at = document.activeElement, style = getComputedStyle(at);
  const earlier = window.last && !(window.last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING);
  window.last = at;
  const name = at.getAttribute("aria-label") ?? at.labels?.[0]?.textContent ?? at.textContent;
  return at === document.body ? null : [name.trim(), style.outlineStyle, Boolean(earlier)];
}"""


def test_the_keyboard_reaches_everything_in_the_order_of_the_page(open_page: Open) -> None:
    page = open_page("corner-shop")
    stops: list[tuple[str, str, bool]] = []
    page.keyboard.press("Tab")
    while (stop := page.evaluate(STOPS)) and len(stops) < 99:
        stops.append(stop)
        page.keyboard.press("Tab")
    names = [name for name, _, _ in stops]
    assert names[:4] == ["Skip to the text", "Everybody", "Nell", "Amir and Bea"]
    assert names[4] == "Copy: I’m sorry about that. Would you like another one, or your m…"
    assert {outline for _, outline, _ in stops} == {"solid"}
    assert not any(earlier for _, _, earlier in stops)
    assert len(names) == len(shown(page, "a, button, input, summary"))


def test_the_first_stops_of_a_long_page(open_page: Open) -> None:
    page = open_page()
    names = []
    for _ in range(26):
        page.keyboard.press("Tab")
        names.append(page.evaluate(STOPS)[0])
    assert names[:9] == [
        "Skip to the text", "Everybody", "Bookseller", "Care lead", "Shop manager", "Director", "Find",
        "The key / leads here", "What we stand for",
    ]  # fmt: skip
    assert names[-3:] == ["How we keep it true", "Words we use", "A book arrives damaged"]
    page.goto(page.url)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "text"


def test_without_scripts_everything_is_there_and_nothing_is_dead(open_page: Open) -> None:
    page = open_page(scripts=False)
    assert page.locator("input, .copy, .search").count() == 0
    assert page.locator("details:not([open])").count() == 0
    assert page.get_by_text("Whatever we give beyond what we owe.").is_visible()
    page.locator(".panel a", has_text="Words we use").click()
    assert page.url.endswith("#words")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_on_paper_the_tools_are_gone_and_everything_is_open(open_page: Open, scripts: bool) -> None:  # noqa: FBT001 (a case)
    page = open_page(at="#as-director", scripts=scripts)
    page.emulate_media(media="print")
    assert shown(page, ".skip, .guide, .as, .rest, .copy") == []
    assert page.get_by_text("Whatever we give beyond what we owe.").is_visible()
    assert page.get_by_text("A small kindness.", exact=True).is_visible()
    assert shown(page, ".front h2") == ["It happens now", "Contents"]


@pytest.mark.parametrize("document", ["card", "charter"])
def test_no_page_is_wider_than_a_telephone(open_page: Open, document: str) -> None:
    page = open_page(WORKSHOP, document, width=NARROW)
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW
    assert page.evaluate("Math.min(...[...document.querySelectorAll('h2, h3, dt')].map((e) => e.clientWidth))") > 60


# ---- the script, and what may not become one -----------------------------------------------------------------------


def test_one_script_runs_in_every_document_and_no_other() -> None:
    script = (resources.templates() / "html" / "page.js").read_bytes()
    allowed = f"script-src 'sha256-{b64encode(sha256(script).digest()).decode()}'\">"
    pages = [printed(BOOKSHOP, "html"), printed(WORKSHOP, "html", "card"), printed("corner-shop", "html", "charter")]
    for page in map(bytes.decode, pages):
        assert page.count("<script>") == 1
        assert page.split("<script>")[1].startswith(script.decode())
        assert allowed in page.split("<meta charset")[0]
        assert not re.search(r"<[^>]+\son\w+=", page.replace(script.decode(), ""))


HOSTILE = "<script>document.title='x'</script><!--script--><!--screen--></template><img src=x onerror=alert(1)>"


def test_no_word_of_a_policy_becomes_a_script(open_page: Open) -> None:
    policy = read({
        "policyctl": "1",
        "policy": {"title": HOSTILE, "organisation": HOSTILE},
        "roles": {f"A {HOSTILE}": {"title": HOSTILE}, "B": {"title": "B"}},
        "discretion": {"may_give": {HOSTILE: {"who": "B", "gives": HOSTILE, "up_to": "£5"}}},
        "values": {HOSTILE: {"behaviours": [{"do": HOSTILE, "say": HOSTILE}]}},
    }).policy  # fmt: skip
    assert policy
    page = open_page(print_policy(policy, "html")["html"])
    assert page.title() == f"{HOSTILE}, {HOSTILE}"
    assert page.locator("script, img").count() == 1
    assert page.locator(".copy").count() == 1


def test_a_pdf_has_nothing_of_what_is_for_a_screen() -> None:
    assert on_paper("a<!--screen-->b<!--/screen-->c<!--screen-->d<!--/screen-->") == "ac"
    assert on_paper("<p>a</p><!--screen-->never closed") == "<p>a</p>"
