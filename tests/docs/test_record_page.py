"""The lines by which a stranger verifies a bundle without Beleg do so."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from beleg.newsroom import example
from beleg.newsroom.house import Newsroom
from beleg.terms.review import FindingState, SentenceState
from tests.newsroom.judged import judge_all, sign_judged

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bundle of the example story: mended, reviewed, signed by an editor and published."""
    with Newsroom.open(tmp_path_factory.mktemp("house") / "newsroom") as newsroom:
        dossier = example.load_example(newsroom).id
        people = {account.login: account.id for account in newsroom.accounts()}
        author, editor = people[example.AUTHOR.login], people[example.EDITOR.login]
        newsroom.save(dossier, example.corrected_draft(), by=author)
        newsroom.check(dossier, by=author)
        judge_all(newsroom, dossier, by=editor)
        for finding in newsroom.review(dossier).findings:
            if finding.state is FindingState.OPEN and finding.finding.severity != "notice":
                newsroom.dismiss(dossier, finding.key, "Mit der Quelle verglichen.", by=editor)
        for sentence in newsroom.review(dossier).sentences:
            if sentence.state is SentenceState.OPEN:
                newsroom.confirm(dossier, sentence.key, "Steht so in den Akten.", by=editor)
        current = newsroom.dossier(dossier).current
        assert current is not None
        sign_judged(newsroom, dossier, current.content_sha256, by=editor)
        newsroom.publish(dossier, by=editor)
        return newsroom.bundle(dossier)


def _verified(path: Path) -> subprocess.CompletedProcess[str]:
    page = (ROOT / "docs" / "record.md").read_text(encoding="utf-8")
    code = re.search(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert code is not None
    return subprocess.run(
        [sys.executable, "-c", code[1], str(path)], capture_output=True, text=True, check=False, timeout=60
    )


def test_a_bundle_holds(bundle: bytes, tmp_path: Path) -> None:
    path = tmp_path / "bundle.zip"
    path.write_bytes(bundle)
    assert "the chain holds" in _verified(path).stdout


@pytest.mark.parametrize("member", ["page.html", "content.md", "record.jsonl"])
def test_a_changed_member_does_not(bundle: bytes, member: str, tmp_path: Path) -> None:
    path, changed = tmp_path / "bundle.zip", tmp_path / "changed.zip"
    path.write_bytes(bundle)
    with zipfile.ZipFile(path) as good, zipfile.ZipFile(changed, "w") as bad:
        for name in good.namelist():
            words = good.read(name)
            bad.writestr(name, words.replace(b"21", b"12", 1) if name == member else words)
    assert "AssertionError" in _verified(changed).stderr
