"""A preview in a real browser: a click leads to its line, a finding to its sentence, and a save keeps the place."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect, sync_playwright
from tests.preview.serving import Served, preview

BROWSER = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
MILLISECONDS = 30_000

pytestmark = pytest.mark.skipif(BROWSER is None, reason="There is no Chromium on this machine.")

POLICY = (
    """\
policyctl: 1
policy: {title: How we help, organisation: Corner Shop, language: en-GB, owner: Rosa}
roles: {Rosa: Owner}
channels: {Till: {kind: in-person}}
standards:
  Serve at the till: {channels: Till, within: 3 minutes}
always:
"""
    + "".join(f"  - Rule {number} is one that we always keep.\n" for number in range(1, 81))
    + """\
discretion:
  may_give:
    Rosa: {gives: refund, up_to: £20 per case}
"""
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "policy.yaml"
    path.write_text(POLICY, encoding="utf-8")
    return path


@pytest.fixture
def served(policy: Path) -> Iterator[Served]:
    with preview(policy.parent) as found:
        yield found


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The preview, once it shows the handbook; whatever it complains about is a mistake."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(MILLISECONDS)
    shown = context.new_page()
    wrong: list[str] = []
    shown.on("pageerror", lambda error: wrong.append(str(error)))
    shown.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    shown.goto(f"http://127.0.0.1:{served.port}/")
    expect(left(shown).locator("h1")).to_have_text("How we help", timeout=MILLISECONDS)
    yield shown
    context.close()
    assert wrong == []


def left(page: Page) -> FrameLocator:
    return page.frame_locator("#left iframe:not(.coming)")


def test_a_click_on_a_sentence_shows_its_line(page: Page) -> None:
    left(page).get_by_text("Rule 41 is one that we always keep").click()
    place = page.locator("#answer .where")
    expect(place.locator("b")).to_have_text("Line 48")
    expect(place.locator(".path")).to_have_text("always > 41")
    expect(place.locator("li.here")).to_have_text("48  - Rule 41 is one that we always keep.")
    assert place.locator("li").count() == 5


def test_words_may_be_written_instead_of_clicked(page: Page) -> None:
    page.keyboard.press("Tab")
    page.get_by_label("Words").fill("rule 7 is one that we always keep")
    page.keyboard.press("Enter")
    expect(page.locator("#answer b")).to_have_text("Line 14")
    page.get_by_label("Words").fill("What nobody wrote")
    page.keyboard.press("Enter")
    expect(page.locator("#answer")).to_have_text("No line of the policy says this: the words are policyctl’s own.")


def test_a_save_keeps_the_place_and_marks_what_is_old(page: Page, policy: Path) -> None:
    rule = left(page).get_by_text("Rule 60 is one")
    rule.scroll_into_view_if_needed()
    rule.click()
    top = round(rule.bounding_box()["y"])  # type: ignore[index]  # it is in sight
    policy.write_text(POLICY.replace("Rule 61 is", "Rule 61 was"), encoding="utf-8")
    expect(left(page).get_by_text("Rule 61 was one")).to_be_visible(timeout=MILLISECONDS)
    assert abs(round(rule.bounding_box()["y"]) - top) <= 2  # type: ignore[index]  # it still is
    policy.write_text(POLICY + "roels: {}\n", encoding="utf-8")
    page.wait_for_selector("#left .mark:not([hidden])")
    assert page.locator("#left .mark").inner_text().startswith("As it was at ")
    assert left(page).get_by_text("Rule 61 was one").is_visible()
    finding = page.locator(".finding")
    assert finding.locator(".label").inner_text() == "Error"
    finding.click()
    expect(page.locator("#findings li.here")).to_have_text("91roels: {}")
    policy.write_text(POLICY, encoding="utf-8")
    page.wait_for_selector("#left .mark", state="hidden")


def test_a_finding_leads_to_its_sentence(page: Page, policy: Path) -> None:
    policy.write_text(POLICY.replace("always:", "  Refunds: We pay your money back soon.\nalways:"), encoding="utf-8")
    finding = page.locator(".finding").first
    finding.wait_for()
    finding.press("Enter")
    expect(finding).to_have_attribute("aria-expanded", "true")
    lit = left(page).locator("[data-lit]")
    lit.wait_for()
    assert "We pay your money back soon." in lit.inner_text()
    assert lit.evaluate("each => each.getBoundingClientRect().top < innerHeight")


def test_another_document_beside_it_stays_open_when_the_page_is_loaded_again(page: Page) -> None:
    page.get_by_role("button", name="Card").click()
    expect(left(page).locator("h1")).to_be_visible(timeout=MILLISECONDS)
    page.get_by_label("Beside it:").select_option("handbook")
    right = page.frame_locator("#right iframe:not(.coming)")
    expect(right.locator("h1")).to_have_text("How we help")
    page.reload()
    expect(right.locator("h1")).to_have_text("How we help", timeout=MILLISECONDS)
    expect(page.get_by_role("button", name="Card")).to_have_attribute("aria-pressed", "true")


def test_a_policy_with_errors_has_no_page_until_they_are_mended(browser: Browser, policy: Path) -> None:
    policy.write_text(POLICY + "roels: {}\n", encoding="utf-8")
    with preview(policy.parent, "--document", "card,handbook") as served:
        shown = browser.new_page()
        shown.goto(f"http://127.0.0.1:{served.port}/")
        expect(shown.locator("#status")).to_have_text("There is no page yet; 1 error.", timeout=MILLISECONDS)
        expect(shown.locator("#answer")).to_be_empty()
        policy.write_text(POLICY, encoding="utf-8")
        expect(shown.get_by_role("button", name="Card")).to_have_attribute("aria-pressed", "true", timeout=MILLISECONDS)
        beside = shown.frame_locator("#right iframe:not(.coming)")
        expect(beside.locator("h1")).to_have_text("How we help", timeout=MILLISECONDS)
        policy.write_text(
            POLICY.partition("discretion:")[0]
            .replace("standards:", "facts:")
            .replace("{channels: Till, within: 3 minutes}", "Ring the bell."),
            encoding="utf-8",
        )
        expect(shown.get_by_role("button", name="Card")).to_have_count(0, timeout=MILLISECONDS)
        expect(left(shown).locator("h1")).to_have_text("How we help", timeout=MILLISECONDS)
        shown.close()


def test_no_script_of_a_template_runs(browser: Browser, policy: Path) -> None:
    own = policy.parent / "own" / "documents" / "note.j2"
    own.parent.mkdir(parents=True)
    script = "<script>document.title = 'run'; parent.document.title = 'run'</script>"
    own.write_text(f"<html><head><title>N</title></head><body onload='x()'><p>One</p>{script}</body></html>")
    with preview(policy.parent, "--templates", "own", "--document", "note") as served:
        shown = browser.new_page()
        shown.goto(f"http://127.0.0.1:{served.port}/")
        expect(left(shown).locator("p")).to_have_text("One", timeout=MILLISECONDS)
        assert shown.title() == "Preview"
        shown.goto(f"http://127.0.0.1:{served.port}/document/note")
        assert shown.title() == "N"
        shown.close()


def test_the_end_is_told(page: Page, served: Served) -> None:
    served.process.terminate()
    expect(page.locator("#status")).to_have_text(
        "The preview has ended. The pages are as they were.", timeout=MILLISECONDS
    )
