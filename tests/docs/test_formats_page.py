"""The page "What goes out": its lines verify what is published, and it names every form and every term."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from beleg.cli.commands import publish
from beleg.publishing.outputs import FORMS
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import SUPPORTED, town

PAGE = (Path(__file__).parents[2] / "docs" / "formats-out.md").read_text("utf-8")
SNIPPETS = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what a newsroom delivered: page, manifest, and the certificate to trust."""
    folder = tmp_path_factory.mktemp("out")
    with town(tmp_path_factory.mktemp("house") / "newsroom") as pool:
        content = pool.prepare(SUPPORTED)
        sign_judged(pool.house, pool.dossier, content, by=pool.ole.id)
        pool.house.publish(pool.dossier, by=pool.ole.id, address="https://bote.example/hallenbad")
        for file in pool.house.delivery(pool.dossier).files:
            (folder / file.name.replace(pool.dossier, "ID")).write_bytes(file.raw)
        (folder / "authority.pem").write_text(pool.house.page_authority())
    return folder


def ran(snippet: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", snippet, *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_files_are_named_as_the_page_names_them(out: Path) -> None:
    named = re.findall(r"^\|[^|]*\| `(ID\.[a-z0-9.-]+)` \|", PAGE, re.MULTILINE)

    assert sorted(named) == sorted(path.name for path in out.iterdir() if path.name.startswith("ID."))
    assert {f"ID{form.ending}" for form in FORMS} <= set(named)
    assert publish.command.name == "publish"


def test_the_lines_on_json_ld_read_the_page(out: Path) -> None:
    read = ran(SNIPPETS[0], out / "ID.html")

    assert read.returncode == 0, read.stderr
    assert read.stdout.startswith(
        "Ole Hansen http://cv.iptc.org/newscodes/digitalsourcetype/digitalCreation "
    )


def test_the_lines_on_c2pa_verify_the_page_and_notice_a_change(out: Path, tmp_path: Path) -> None:
    files = (out / "ID.html", out / "ID.html.c2pa", out / "authority.pem")

    assert ran(SNIPPETS[1], *files).stdout == "the page is as the newsroom signed it\n"
    changed = tmp_path / "page.html"
    changed.write_bytes(files[0].read_bytes().replace(b"4,2 Millionen", b"4,3 Millionen", 1))
    assert ran(SNIPPETS[1], changed, *files[1:]).returncode == 1


@pytest.mark.parametrize(
    "term",
    "digitalCreation trainedAlgorithmicMedia algorithmicMedia compositeWithTrainedAlgorithmicMedia humanEdits".split(),
)
def test_every_term_is_explained(term: str) -> None:
    source = (Path(__file__).parents[2] / "src/beleg/publishing/digital_source.py").read_text("utf-8")

    assert term in source
    assert f"| `{term}` |" in PAGE
