"""A preview as a process of its own: whom it answers, what it tells on each save, and how it ends."""

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.preview.serving import PATIENCE, SMALL, Served, preview, save_by_renaming

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10"/></svg>'


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    path = tmp_path / "shop" / "policy.yaml"
    path.parent.mkdir()
    path.write_text(SMALL, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A preview of a policy that nobody saves."""
    folder = tmp_path_factory.mktemp("shop")
    (folder / "policy.yaml").write_text(SMALL, encoding="utf-8")
    with preview(folder) as found:
        yield found


@pytest.fixture
def served(policy: Path) -> Iterator[Served]:
    with preview(policy.parent) as found:
        assert found.listen().startswith("event: edition\n")
        yield found


# ---- whom it answers ------------------------------------------------------------------------------------------------


def test_there_are_five_addresses_and_no_other(unchanged: Served) -> None:
    answers = {path: unchanged.ask(path, "HEAD") for path in ("/", "/document/handbook", "/state", "/line", "/events")}
    assert {path: (answer.code, answer.text) for path, answer in answers.items()} == dict.fromkeys(answers, (200, ""))
    for path in (
        "/policy.yaml",
        "/document/../policy.yaml",
        "/document/..%2fpolicy.yaml",
        "/document/%2e%2e/policy.yaml",
        "/document/pilot",
        "/document//etc/passwd",
        "/../../etc/passwd",
        "/static/shell.js",
        "//evil.example/",
        "/document/",
        "/document/handbook/",
    ):
        assert unchanged.ask(path).code == 404, path


def test_every_answer_says_that_it_is_for_nobody_else(unchanged: Served) -> None:
    for path in ("/", "/document/handbook", "/state", "/line", "/nothing"):
        headers = unchanged.ask(path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers
    shell = unchanged.ask("/").headers["content-security-policy"]
    assert shell.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in shell
    assert "frame-ancestors 'none'" in shell
    assert "frame-ancestors 'self'" in unchanged.ask("/document/handbook").headers["content-security-policy"]


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""]
)
def test_the_name_of_another_host_is_refused(unchanged: Served, host: str) -> None:
    assert unchanged.ask("/state", Host=host.format(port=unchanged.port)).code == 421


def test_this_machine_has_two_names(unchanged: Served) -> None:
    for name in ("127.0.0.1", "localhost", "LOCALHOST"):
        assert unchanged.ask("/state", Host=f"{name}:{unchanged.port}").code == 200


def test_another_page_is_refused(unchanged: Served) -> None:
    assert unchanged.ask("/state", Origin=f"http://127.0.0.1:{unchanged.port}").code == 200
    for origin in ("http://evil.example", "null", f"https://127.0.0.1:{unchanged.port}", "http://127.0.0.1:1"):
        assert unchanged.ask("/state", Origin=origin).code == 403
    assert unchanged.ask("/state", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="no-cors").code == 403
    assert unchanged.ask("/state", Sec_Fetch_Site="same-site", Sec_Fetch_Mode="cors").code == 403
    assert (
        unchanged.ask("/", Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate", Sec_Fetch_Dest="iframe").code == 403
    )
    link = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    assert unchanged.ask("/", **link).code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_nothing_can_be_changed(unchanged: Served, method: str) -> None:
    answer = unchanged.ask("/state", method)
    assert (answer.code, answer.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.skipif(sys.platform != "linux", reason="Every address of 127.0.0.0/8 is this machine on Linux alone.")
def test_it_listens_at_one_address_alone(unchanged: Served) -> None:
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", unchanged.port), timeout=PATIENCE)


def test_what_an_author_wrote_is_text_and_no_markup(policy: Path) -> None:
    text = SMALL.replace("We say sorry first.", "<script>alert(1)</script><img src=x onerror=alert(1)>")
    policy.write_text(text.replace("Corner Shop", "</title><script>alert(2)</script>"), encoding="utf-8")
    with preview(policy.parent) as served:
        assert "<script>alert" not in served.page() + served.ask("/").text
        assert "onerror=alert(1)&gt;" in served.page()


# ---- what it tells on each save -------------------------------------------------------------------------------------


def test_a_save_is_shown_however_it_is_made(served: Served, policy: Path) -> None:
    served.until("We say sorry first.")
    policy.write_text(SMALL.replace("sorry first", "hello first"), encoding="utf-8")
    served.until("We say hello first.")
    save_by_renaming(policy, SMALL.replace("sorry first", "thanks first"))
    served.until("We say thanks first.")
    policy.rename(policy.with_name("policy.yaml~"))
    policy.write_text(SMALL.replace("sorry first", "goodbye last"), encoding="utf-8")
    served.until("We say goodbye last.")
    assert served.state()["findings"] == []


def test_what_is_half_written_is_not_shown(served: Served, policy: Path) -> None:
    seen = {served.page()}
    with policy.open("w", encoding="utf-8") as file:
        for piece in (SMALL[:90], SMALL[90:].replace("sorry first", "hello first")):
            file.write(piece)
            file.flush()
            time.sleep(0.1)
    while not any("We say hello first." in page for page in seen):
        served.listen()
        seen.add(served.page())
    assert len(seen) == 2


def test_of_a_burst_of_saves_the_last_is_shown_and_few_between(served: Served, policy: Path) -> None:
    served.page()
    before = served.state()["edition"]
    for number in range(50):
        policy.write_text(SMALL.replace("sorry first", f"number {number} first"), encoding="utf-8")
        time.sleep(0.005)
    served.until("We say number 49 first.")
    assert served.state()["edition"] - before < 10


def test_where_there_are_errors_the_last_good_page_stays_with_them_beside_it(served: Served, policy: Path) -> None:
    good = served.until("We say sorry first.")
    policy.write_text(SMALL + "roels: {}\n", encoding="utf-8")
    served.wait(lambda: served.rules() == ["unknown-key"])
    state = served.state()
    assert served.page() == good
    assert state["status"].startswith("As it was at ")
    assert state["status"].endswith("; 1 error.")
    assert state["documents"]["handbook"]["mark"].startswith("As it was at ")
    (finding,) = state["findings"]
    assert (finding["severity"], finding["rule"], finding["title"], finding["path"]) == (
        "error", "unknown-key", "Line 8", "roels",
    )  # fmt: skip
    assert finding["lines"] == [
        {"number": 6, "text": "always:", "here": False},
        {"number": 7, "text": "  - We say sorry first.", "here": False},
        {"number": 8, "text": "roels: {}", "here": True},
        {"number": 9, "text": "", "here": False},
    ]
    policy.write_text(SMALL, encoding="utf-8")
    served.wait(lambda: served.rules() == [])
    assert served.state()["documents"]["handbook"]["mark"] == ""


@pytest.mark.parametrize(
    "broken",
    [b"\xff\xfe\xfa broken \x80", b"policyctl: [\n", b"\n", b"- \n" * 9],
    ids=["not-text", "yaml", "empty", "list"],
)
def test_a_broken_file_is_survived(served: Served, policy: Path, broken: bytes) -> None:
    good = served.until("We say sorry first.")
    policy.write_bytes(broken)
    served.wait(lambda: any(finding["severity"] == "error" for finding in served.state()["findings"]))
    assert served.page() == good
    policy.write_text(SMALL.replace("sorry", "hello"), encoding="utf-8")
    served.until("We say hello first.")


def test_a_deleted_file_is_told_and_shown_once_it_is_back(served: Served, policy: Path) -> None:
    good = served.until("We say sorry first.")
    policy.unlink()
    served.wait(lambda: served.state()["trouble"])
    state = served.state()
    assert served.page() == good
    assert state["trouble"] == {
        "message": f"{policy} is gone.", "hint": "It is shown again as soon as it is back.",
    }  # fmt: skip
    assert state["status"].startswith("As it was at ")
    policy.write_text(SMALL.replace("sorry", "hello"), encoding="utf-8")
    served.until("We say hello first.")
    assert served.state()["trouble"] is None


def test_a_folder_that_is_replaced_is_survived(served: Served, policy: Path) -> None:
    served.until("We say sorry first.")
    shutil.move(policy.parent, policy.parent.with_name("old"))
    policy.parent.mkdir()
    policy.write_text(SMALL.replace("sorry", "hello"), encoding="utf-8")
    served.until("We say hello first.")
    policy.write_text(SMALL.replace("sorry", "thanks"), encoding="utf-8")
    served.until("We say thanks first.")


def test_a_logo_is_shown_anew_and_missed_when_it_is_gone(policy: Path) -> None:
    logo = policy.parent / "pictures" / "logo.svg"
    logo.parent.mkdir()
    logo.write_text(LOGO, encoding="utf-8")
    policy.write_text(SMALL + "brand: {logo: pictures/logo.svg}\n", encoding="utf-8")
    with preview(policy.parent) as served:
        first = served.page()
        logo.write_text(LOGO.replace("rect", "rect x='1'"), encoding="utf-8")
        served.wait(lambda: served.page() != first)
        second = served.page()
        logo.unlink()
        served.wait(lambda: served.rules() == ["unusable-logo"])
        assert served.page() == second
        logo.write_text(LOGO, encoding="utf-8")
        served.wait(lambda: served.page() == first)


def test_a_template_of_ones_own_is_shown_anew_and_its_mistake_is_told(policy: Path) -> None:
    own = policy.parent / "own" / "documents" / "note.j2"
    own.parent.mkdir(parents=True)
    page = "<html><head><title>N</title></head><body><main><h1>{}</h1></main></body></html>"
    own.write_text(page.format("One"), encoding="utf-8")
    with preview(policy.parent, "--templates", "own", "--document", "note") as served:
        served.until("<h1>One</h1>", "note")
        own.write_text(page.format("Two"), encoding="utf-8")
        served.until("<h1>Two</h1>", "note")
        own.write_text(page.format("{{ nothing }}"), encoding="utf-8")
        served.wait(lambda: served.state()["documents"]["note"]["trouble"])
        told = served.state()["documents"]["note"]
        assert "<h1>Two</h1>" in served.page("note")
        assert told["mark"].startswith("As it was at ")
        assert told["trouble"]["message"].startswith("The template documents/note.j2, line 1, asks for “nothing”")


def test_it_talks_german_where_the_policy_does(policy: Path) -> None:
    policy.write_text(SMALL.replace("en-GB", "de-DE"), encoding="utf-8")
    with preview(policy.parent) as served:
        assert '<html lang="de-DE">' in served.ask("/").text
        assert "Was gefunden wurde" in served.ask("/").text
        assert served.state()["documents"]["handbook"]["title"] == "Handbuch"


# ---- how it ends ----------------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals.")
@pytest.mark.parametrize(
    ("number", "code", "said"), [(signal.SIGINT, 0, "\nThe preview has ended.\n"), (signal.SIGTERM, 143, "")]
)
def test_it_ends_cleanly_while_a_browser_listens(policy: Path, number: signal.Signals, code: int, said: str) -> None:
    with preview(policy.parent) as served:
        served.listen()
        assert served.end(number) == (code, said, "")
        assert served.listen() == "event: end\ndata: "
        with pytest.raises(OSError, match="refused"):
            served.ask("/")


def _run(folder: Path, *arguments: str) -> tuple[int, str, str]:
    command = [sys.executable, "-m", "policyctl", "preview", *arguments]
    found = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE)
    return found.returncode, found.stdout, found.stderr


def test_a_port_that_is_taken_is_told(unchanged: Served) -> None:
    assert _run(unchanged.folder, "--port", str(unchanged.port)) == (
        2,
        "",
        (
            f"policyctl: Port {unchanged.port} cannot be had: another program may use it.\n"
            "  Write another number, or leave --port out, and a free one is taken.\n"
        ),
    )


def test_what_cannot_be_watched_is_refused(policy: Path) -> None:
    assert _run(policy.parent, "-")[0::2] == (
        2, "policyctl: What is handed in cannot change, so there is nothing to watch.\n  Name a file.\n",
    )  # fmt: skip
    assert _run(policy.parent, "nothing.yaml")[0] == 2
    assert _run(policy.parent, "--templates", "nowhere")[0] == 2
    assert _run(policy.parent, "--port", "70000")[0] == 2
    assert _run(policy.parent, "--document", "novel")[0] == 2


def test_without_the_packages_it_says_how_to_get_them(policy: Path) -> None:
    hidden = "import sys; sys.modules['watchfiles'] = None; from policyctl.__main__ import main; main()"
    command = [sys.executable, "-c", hidden, "preview"]
    found = subprocess.run(command, cwd=policy.parent, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert (found.returncode, found.stdout, found.stderr) == (
        2,
        "",
        (
            "policyctl: This needs packages that are not here: watchfiles.\n"
            "  Install them: pip install watchfiles; with pipx: pipx inject policyctl\n"
            "  watchfiles.\n"
        ),
    )
