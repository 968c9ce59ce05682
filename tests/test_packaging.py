"""The package that others install is whole, and holds nothing that is only for its makers."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from policyctl import __version__, resources

_CHECKOUT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ZipFile]:
    """The wheel, built by way of the source package, as an index would be given it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(_CHECKOUT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    with ZipFile(folder / f"policyctl-{__version__}-py3-none-any.whl") as archive:
        yield archive


@pytest.mark.parametrize("folder", [resources.templates(), resources.examples()], ids=lambda folder: folder.name)
def test_a_wheel_holds_every_file_that_travels_with_the_code(wheel: ZipFile, folder: Path) -> None:
    prefix = f"policyctl/{folder.name}/"
    packed = {name.removeprefix(prefix) for name in wheel.namelist() if name.startswith(prefix)}
    assert packed == {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_wheel_holds_the_code_with_its_types_and_licences(wheel: ZipFile) -> None:
    assert {
        "policyctl/__init__.py",
        "policyctl/py.typed",
        "policyctl/templates/fonts/Vollkorn-Regular.ttf",
        "policyctl/templates/fonts/OFL-Vollkorn.txt",
        "policyctl/templates/fonts/OFL-Lato.txt",
        f"policyctl-{__version__}.dist-info/licenses/LICENSE",
        f"policyctl-{__version__}.dist-info/licenses/templates/fonts/OFL-Lato.txt",
        f"policyctl-{__version__}.dist-info/licenses/templates/fonts/OFL-Vollkorn.txt",
    } <= set(wheel.namelist())


def test_a_wheel_says_its_licences_and_where_it_is_made(wheel: ZipFile) -> None:
    told = wheel.read(f"policyctl-{__version__}.dist-info/METADATA").decode().splitlines()
    assert "License-Expression: MIT AND OFL-1.1" in told
    assert [line.split(",")[0] for line in told if line.startswith("Project-URL: ")] == [
        "Project-URL: Homepage",
        "Project-URL: Source",
        "Project-URL: Issues",
        "Project-URL: Changelog",
    ]


def test_a_wheel_holds_one_package_and_nothing_of_the_workshop(wheel: ZipFile) -> None:
    assert {name.split("/")[0] for name in wheel.namelist()} == {"policyctl", f"policyctl-{__version__}.dist-info"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name or "test" in name]


def test_a_wheel_starts_the_program_from_the_command_line(wheel: ZipFile) -> None:
    entries = wheel.read(f"policyctl-{__version__}.dist-info/entry_points.txt").decode()
    assert entries == "[console_scripts]\npolicyctl = policyctl.__main__:main\n"
