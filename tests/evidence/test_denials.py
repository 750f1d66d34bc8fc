"""Denials in other words: what looks like a flipped denial and is none, beside what is one."""

import pytest

import beleg


def _flipped(draft: str, source: str) -> list[str]:
    return [
        one.check for one in beleg.check(draft, sources=[source]).findings if one.check == "negation_flipped"
    ]


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "Im November waren 300 Menschen weniger ohne Arbeit als ein Jahr zuvor.",
            "Damit sind im November 300 Menschen weniger arbeitslos als ein Jahr zuvor.",
        ),
        (
            "Niemand wollte in die alte Mühle investieren.",
            "Der Verkauf scheiterte, weil sich kein Käufer fand, der in die alte Mühle investieren wollte.",
        ),
        (
            "Bei dem Brand in der Scheune sind zwei Menschen gestorben.",
            "In der Scheune kam es zu einem Brand, der zwei Menschen das Leben kostete.",
        ),
        (
            "Das Schiff mit 16 Gästen wurde am Dienstag von der Marine gestoppt.",
            "Am Dienstag hat die Marine ein Schiff mit 16 Gästen (darunter keine Kinder) gestoppt.",
        ),
        (
            "Die Werft zeigt einen Kutter mit Segel und das Kleinboot „Lachs“.",
            "Die Werft zeigt einen Kutter mit Segel sowie das noch nicht fertige Kleinboot „Lachs“.",
        ),
        (
            "Proben im Labor ergaben, dass die Lage nicht so schlimm ist.",
            "Danach wurden Laborproben genommen, die als Ergebnis eine günstige Beurteilung der Lage hatten.",
        ),
    ],
)
def test_a_denial_in_another_word_is_none_flipped(draft: str, source: str) -> None:
    assert _flipped(draft, source) == []


@pytest.mark.parametrize(
    ("draft", "source"),
    [
        (
            "Ein Käufer wollte in die alte Mühle investieren.",
            "Es fand sich kein Käufer, der in die alte Mühle investieren wollte.",
        ),
        (
            "Zwei Menschen haben den Brand in der Scheune überlebt.",
            "Zwei Menschen sind bei dem Brand in der Scheune gestorben.",
        ),
        (
            "Bei der Notlandung wurden mehrere Reisende verletzt.",
            "Am Abend glückte dem Piloten die Notlandung. Dabei wurde niemand verletzt.",
        ),
    ],
)
def test_a_flipped_one_is_still_found(draft: str, source: str) -> None:
    assert _flipped(draft, source) == ["negation_flipped"]
