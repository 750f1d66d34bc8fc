"""The byline of what goes out: who wrote the article, in every form, while the record keeps every hand."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from beleg.newsroom.verification import verify
from beleg.publishing.outputs import FORMS
from beleg.publishing.page_reading import read_page
from beleg.terms.events import RevisionSaved
from tests.newsroom.judged import sign_judged
from tests.newsroom.town import COSTS, DECIDED, SAID, Town, text, town


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Town]:
    with town(tmp_path / "newsroom") as pool:
        yield pool


def test_who_corrects_a_word_is_in_the_record_and_in_no_byline(pool: Town) -> None:
    pool.prepare(text(DECIDED, COSTS, SAID.replace("lange", "lang")))
    content = pool.write(text(DECIDED, COSTS, SAID), by=pool.ole.id)
    sign_judged(pool.house, pool.dossier, content, by=pool.ute.id)
    pool.house.publish(pool.dossier, by=pool.ute.id)

    page = pool.house.page(pool.dossier)
    assert "Von Ida Kroll" in read_page(page).byline and "Ole Hansen" not in page.decode()
    forms = {form.target: pool.house.output(pool.dossier, form.target) for form in FORMS}
    assert json.loads(forms["ninjs"])["by"] == "Ida Kroll"
    assert [one["name"] for one in json.loads(forms["ninjs_lower_case"])["authors"]] == ["Ida Kroll"]
    for form, raw in forms.items():
        assert b"Ole Hansen" not in raw, form
    assert b"<by>Ida Kroll</by>" in forms["newsml_g2"]
    assert verify(pool.house.bundle(pool.dossier)).passed
    saved = [entry.by for entry in pool.house.entries(pool.dossier) if isinstance(entry.event, RevisionSaved)]
    assert saved == [pool.ida.id, pool.ole.id]
