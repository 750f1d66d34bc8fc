"""A name that the sources have, put where a passage has another one; and the twins of these sentences, which are
true.
"""

import pytest

import beleg

MOVED = (
    (
        "Der neue Intendant wird Ole Thoms.",
        "Neuer Intendant des Theaters wird Jens Kroll. Ole Thoms leitet das Orchester.",
        ("Ole Thoms",),
        ("Jens Kroll",),
    ),
    (
        "Ole Thoms wird neuer Bauamtsleiter der Stadt.",
        "Ole Thoms wird Leiter der Stadtkasse. Neuer Bauamtsleiter wird Jens Kroll.",
        ("Ole Thoms",),
        ("Jens Kroll",),
    ),
    (
        "Der bisherige Kämmerer Ole Thoms wird neuer Verkehrsdezernent im Rathaus.",
        "Der bisherige Kämmerer Ole Thoms wird Leiter des Zoos, ein Posten ohne eigenen Haushalt. Die frühere Schulrätin Anna Weber wird Verkehrsdezernentin im Rathaus.",
        ("Ole Thoms",),
        ("Anna Weber",),
    ),
    (
        "Künstlerische Leiterin des Festivals ist Anna Weber.",
        "Künstlerische Leiterin ist Maria Olbrich. Anna Weber sitzt in der Jury des Festivals.",
        ("Anna Weber",),
        ("Maria Olbrich",),
    ),
    (
        "Die Werft will die Produktion von Altdorf nach Kirnbach verlegen.",
        "Zum Plan der Werft gehört die Verlegung der Produktion aus Kirnbach nach Altdorf.",
        (
            "Altdorf",
            "Kirnbach",
        ),
        (
            "Kirnbach",
            "Altdorf",
        ),
    ),
    (
        "Der Zug fährt täglich von Seeheim nach Lindenau.",
        "Der Zug von Lindenau nach Seeheim fährt täglich.",
        (
            "Seeheim",
            "Lindenau",
        ),
        (
            "Lindenau",
            "Seeheim",
        ),
    ),
    (
        "Die Reederei Kolb kaufte im Mai die alte Fähre.",
        "Im Mai kaufte die Reederei Hansen die alte Fähre. Die Reederei Kolb fährt auf dem See.",
        ("Kolb",),
        ("Hansen",),
    ),
    (
        "Anna Weber hat den Vertrag im Juni gekündigt.",
        "Im Juni hat Maria Olbrich den Vertrag gekündigt. Anna Weber schweigt dazu seit Jahren.",
        ("Anna Weber",),
        ("Maria Olbrich",),
    ),
    (
        "Das Flugzeug befand sich im Anflug auf Altdorf.",
        "Das Flugzeug war im Anflug auf Kirnbach, während der Hubschrauber nach Altdorf unterwegs war.",
        ("Altdorf",),
        ("Kirnbach",),
    ),
    (
        "Die Anhänger von Bürgermeister Uwe Hansen besetzten den Saal.",
        "Den Saal besetzten Anhänger des Landrats Peter Brandis. Bürgermeister Uwe Hansen war nicht da. Er kam später.",
        ("Uwe Hansen",),
        ("Peter Brandis",),
    ),
    (
        "Den Beginn der Arbeiten meldete die Zeitung „Lindenauer Bote“.",
        "Den Beginn der Arbeiten meldete die Zeitung Altdorfer Blatt. Der Lindenauer Bote schwieg.",
        ("Lindenauer Bote",),
        ("Altdorfer Blatt",),
    ),
    (
        "Der Verein Seeblick kritisierte den Abriss des Bades.",
        "Den Abriss des Bades kritisierte der Verein Uferweg. Der Verein Seeblick hat 40 Mitglieder.",
        ("Seeblick",),
        ("Uferweg",),
    ),
)
TRUE = (
    (
        "Der neue Intendant wird Jens Kroll.",
        "Neuer Intendant des Theaters wird Jens Kroll. Ole Thoms leitet das Orchester.",
    ),
    (
        "Ole Thoms wird Leiter der Stadtkasse.",
        "Ole Thoms wird Leiter der Stadtkasse. Neuer Bauamtsleiter wird Jens Kroll.",
    ),
    (
        "Jens Kroll war Finanzminister, Anna Weber wird Finanzministerin.",
        "Finanzminister war Jens Kroll. Finanzministerin wird Anna Weber.",
    ),
    (
        "Künstlerische Leiterin ist Maria Olbrich.",
        "Künstlerische Leiterin ist Maria Olbrich. Anna Weber sitzt in der Jury des Festivals.",
    ),
    (
        "Die Werft will die Produktion von Kirnbach nach Altdorf verlegen.",
        "Zum Plan der Werft gehört die Verlegung der Produktion aus Kirnbach nach Altdorf.",
    ),
    (
        "Der Zug fährt täglich von Seeheim nach Lindenau.",
        "Der Zug von Lindenau nach Seeheim fährt täglich, ebenso der von Seeheim nach Lindenau.",
    ),
    (
        "Die Reederei Hansen kaufte im Mai die alte Fähre.",
        "Im Mai kaufte die Reederei Hansen die alte Fähre. Die Reederei Kolb fährt auf dem See.",
    ),
    (
        "Maria Olbrich hat den Vertrag im Juni gekündigt.",
        "Im Juni hat sie den Vertrag gekündigt. Maria Olbrich ist Stadträtin.",
    ),
    (
        "Das Flugzeug war im Anflug auf Altdorf und Kirnbach.",
        "Das Flugzeug war im Anflug auf Kirnbach und Altdorf.",
    ),
    (
        "Anhänger von Landrat Peter Brandis besetzten den Saal.",
        "Den Saal besetzten Anhänger des Landrats Peter Brandis. Bürgermeister Uwe Hansen war nicht da. Er kam später.",
    ),
    (
        "Den Beginn der Arbeiten meldete das „Altdorfer Blatt“.",
        "Den Beginn der Arbeiten meldete die Zeitung Altdorfer Blatt. Der Lindenauer Bote schwieg.",
    ),
    ("Kolbs Reederei kaufte im Mai die alte Fähre.", "Im Mai kaufte die Reederei Kolb die alte Fähre."),
    (
        "Sprecherin Anna Weber von der Bahn sagte die Fahrt ab.",
        "Die Fahrt sagte Anna Weber, Sprecherin der Bahn, ab.",
    ),
    ("Der Chef der Reederei Hansen kaufte die Fähre.", "Ole Hansen, Chef der Reederei, kaufte die Fähre."),
)


@pytest.mark.parametrize(("draft", "source", "names", "instead"), MOVED)
def test_the_name_that_stands_there_is_told(
    draft: str, source: str, names: tuple[str, ...], instead: tuple[str, ...]
) -> None:
    found = [one for one in beleg.check(draft, sources=[source]).findings if one.check == "name_changed"]
    assert tuple(draft[one.start : one.end] for one in found) == names
    assert tuple(one.suggestion for one in found) == instead


@pytest.mark.parametrize(("draft", "source"), TRUE)
def test_its_true_twin_is_let_pass(draft: str, source: str) -> None:
    report = beleg.check(draft, sources=[source])
    assert [one.check for one in report.findings if one.check == "name_changed"] == []
    assert [one.verdict for one in report.sentences] == ["supported"]
