"""What quotation_altered offers to put into the draft."""

import pytest

import beleg


@pytest.mark.parametrize(
    ("draft", "source", "mended"),
    [
        pytest.param(
            "“We will open the bridge after winter,” the mayor said.",
            "The mayor said: “We will open the bridge before winter.”",
            "“We will open the bridge before winter,” the mayor said.",
            id="the comma of an English quotation stays",
        ),
        pytest.param(
            "Die Leiterin sagte: „Wir öffnen die Halle nach dem Winter.“",
            "„Wir öffnen die Halle vor dem Winter“, sagte die Leiterin.",
            "Die Leiterin sagte: „Wir öffnen die Halle vor dem Winter.“",
            id="the full stop of a German quotation stays",
        ),
        pytest.param(
            "„Wir öffnen die Halle nach dem Winter“, sagte die Leiterin.",
            "Die Leiterin sagte: „Wir öffnen die Halle vor dem Winter.“",
            "„Wir öffnen die Halle vor dem Winter“, sagte die Leiterin.",
            id="the full stop of the source does not come along",
        ),
        pytest.param(
            "„Wann öffnen wir denn die Halle wieder?“, fragte die Leiterin.",
            "„Wann öffnen wir denn endlich die Halle wieder?“, fragte die Leiterin.",
            "„Wann öffnen wir denn endlich die Halle wieder?“, fragte die Leiterin.",
            id="the question mark stays",
        ),
    ],
)
def test_the_words_offered_can_stand_where_the_quotation_stood(draft: str, source: str, mended: str) -> None:
    [found] = [one for one in beleg.check(draft, [source]).findings if one.check == "quotation_altered"]
    assert draft[: found.start] + found.suggestion + draft[found.end :] == mended
