"""What is built to be installed elsewhere: it has the desk's script with its licences, or it is not built."""

import re
import shutil
import subprocess
import sys
from email import message_from_bytes
from pathlib import Path
from zipfile import ZipFile

import pytest

from hatch_build import BUILT, NEEDED, with_addresses

ROOT = Path(__file__).parents[1]
BUILD = "import sys; from hatchling import build; getattr(build, sys.argv[1])('out')"
LINK = re.compile(r"\]\(([^)]+)\)")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """As little of the repository as a package can be built from, with the script built."""
    for name in (
        "pyproject.toml",
        "hatch_build.py",
        "README.md",
        "LICENSE",
        ".gitignore",
        "src/beleg/__init__.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / BUILT).mkdir(parents=True)
    for name in NEEDED:
        (tmp_path / BUILT / name).write_text(name)
    return tmp_path


def build(checkout: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Build one package as pip has it built, into the folder `out`."""
    return subprocess.run(
        [sys.executable, "-c", BUILD, hook],
        cwd=checkout,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_a_wheel_has_the_script_and_a_readme_whose_links_lead_somewhere(checkout: Path) -> None:
    done = build(checkout, "build_wheel")
    assert done.returncode == 0, done.stderr
    (path,) = (checkout / "out").glob("*.whl")
    with ZipFile(path) as wheel:
        names = set(wheel.namelist())
        (metadata,) = (name for name in names if name.endswith("/METADATA"))
        told = message_from_bytes(wheel.read(metadata))
    assert {(BUILT.relative_to("src") / name).as_posix() for name in NEEDED} <= names
    assert "beleg/__init__.py" in names and "hatch_build.py" not in names
    links = LINK.findall(str(told.get_payload()))
    assert len(links) == len(LINK.findall((ROOT / "README.md").read_text("utf-8"))) > 10
    assert all(link.startswith("https://github.com/beleg-news/beleg/") for link in links)


@pytest.mark.parametrize("name", NEEDED)
@pytest.mark.parametrize("hook", ["build_wheel", "build_sdist"])
def test_without_the_script_or_its_licences_nothing_is_built(checkout: Path, hook: str, name: str) -> None:
    (checkout / BUILT / name).unlink()
    done = build(checkout, hook)
    assert done.returncode != 0
    assert f"{name} is missing): run `make web` first." in done.stderr
    assert "Traceback" not in done.stderr
    assert list(checkout.glob("out/*")) == []


def test_an_editable_install_comes_before_the_script(checkout: Path) -> None:
    shutil.rmtree(checkout / BUILT)
    done = build(checkout, "build_editable")
    assert done.returncode == 0, done.stderr
    assert len(list((checkout / "out").glob("*.whl"))) == 1


def test_only_links_beside_the_readme_get_an_address() -> None:
    markdown = "[a](docs/a.md#b) ![c](d.png) [e](https://f.example/g) [h](#i)"
    assert with_addresses(markdown, "https://j.example/k") == (
        "[a](https://j.example/k/blob/main/docs/a.md#b) ![c](https://j.example/k/raw/main/d.png) "
        "[e](https://f.example/g) [h](#i)"
    )
