"""`beleg open-questions`, `contradictions`, `shorten`, `headlines` and `translate` in the terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.terminal import SOURCE, run, written
from tests.models.chat_server import Heard, Reply, article, serving
from tests.publishing.reports import validate

OTHER = "Die Stadt Tannwiel baut eine neue Schwimmhalle. Der Bau kostet 23 Millionen Euro. Ein Termin steht noch nicht fest."
BUILDS = "Die Stadt Tannwiel baut eine neue Schwimmhalle."
DRAFT = f"# Tannwiel baut Schwimmhalle\n\n{SOURCE}"


def read(shown: str, schema: str) -> dict[str, Any]:
    """The JSON of an output, which has to fit its schema."""
    return {**validate(shown, schema)}


def test_open_questions(tmp_path: Path) -> None:
    one, other = written(tmp_path, "eins.txt", SOURCE), written(tmp_path, "zwei.txt", OTHER)
    result = run("open-questions", "--source", one, "--source", other)
    assert result.exit_code == 0
    assert "Was stimmt: „21 Millionen Euro“ oder „23 Millionen Euro“?" in result.stdout
    assert "    zwei.txt: Ein Termin steht noch nicht fest." in result.stdout
    assert "Gelesen: 2 Quellen, 2 Ursprünge." in result.stdout
    english = run("open-questions", "--source", one, "--source", other, "--messages", "en").stdout
    assert "Which is right: “21 Millionen Euro” or “23 Millionen Euro”?" in english
    document = read(
        run("open-questions", "--source", one, "--source", other, "--format", "json").stdout,
        "beleg.open-questions-1",
    )
    assert [one["matter"] for one in document["questions"]] == ["contradiction", "left_open"]


def test_no_open_questions_says_what_was_looked_for(tmp_path: Path) -> None:
    result = run("open-questions", "--source", written(tmp_path, "eins.txt", BUILDS))
    assert result.exit_code == 0
    assert result.stdout.startswith("Keine offenen Fragen gefunden. Gesucht wurde nach: Widersprüche,")
    assert "Alle Quellen gehen auf einen Ursprung zurück" in result.stdout
    english = written(tmp_path, "c.txt", "The town is building a pool, and nobody knows what it will cost.")
    unread = run("open-questions", "--source", english, "--language", "de")
    assert unread.exit_code == 2 and "in einer anderen Sprache" in unread.stdout
    assert run("open-questions").exit_code == 2


def test_contradictions(tmp_path: Path) -> None:
    one, other = written(tmp_path, "eins.txt", SOURCE), written(tmp_path, "zwei.txt", OTHER)
    result = run("contradictions", "--source", one, "--source", other)
    assert result.exit_code == 1
    assert result.stdout == (
        "„21 Millionen Euro“ – „23 Millionen Euro“\n"
        "    eins.txt: Der Bau kostet 21 Millionen Euro.\n"
        "    zwei.txt: Der Bau kostet 23 Millionen Euro.\n"
    )
    shown = run("contradictions", "--source", one, "--source", other, "--format", "json").stdout
    (found,) = read(shown, "beleg.contradictions-1")["contradictions"]
    assert (found["words"], found["other_words"]) == ("21 Millionen Euro", "23 Millionen Euro")
    assert run("contradictions", "--source", one).exit_code == 2
    same = written(tmp_path, "drei.txt", f"{BUILDS} Am Rathaus blüht der Flieder.")
    agreeing = run("contradictions", "--source", one, "--source", same)
    assert agreeing.exit_code == 0 and "Keine Widersprüche gefunden." in agreeing.stdout


def test_shorten(tmp_path: Path) -> None:
    draft, source = written(tmp_path, "entwurf.md", DRAFT), written(tmp_path, "eins.txt", SOURCE)
    result = run("shorten", draft, "--source", source, "--to", "1")
    assert result.exit_code == 0
    assert result.stdout == f"# Tannwiel baut Schwimmhalle\n\n{BUILDS}\n"
    assert "cut: Der Bau kostet 21 Millionen Euro." in result.stderr
    assert run("shorten", draft, "--to", "1").exit_code == 2
    assert run("shorten", draft, "--source", source, "--to", "0").exit_code == 2


def test_shorten_with_a_model(tmp_path: Path) -> None:
    draft, source = written(tmp_path, "entwurf.md", DRAFT), written(tmp_path, "eins.txt", SOURCE)
    lying = article((BUILDS, ["1.1"]), ("Der Bau kostet 12 Millionen Euro.", ["1.1"]))
    with serving([Reply(lying)]) as server:
        model = ["--model", "probe-1", "--endpoint", server.address]
        result = run("shorten", draft, "--source", source, "--to", "2", *model)
        assert result.exit_code == 0 and result.stdout == f"{BUILDS}\n"
        assert "struck: Der Bau kostet 12 Millionen Euro." in result.stderr
        data = server.heard[0].data
    assert data["text"]["t1"] == "Tannwiel baut Schwimmhalle"
    long = article((BUILDS, ["1.1"]), ("Der Bau kostet 21 Millionen Euro.", ["1.1"]))
    with serving([Reply(long)]) as server:
        model = ["--model", "probe-1", "--endpoint", server.address]
        result = run("shorten", draft, "--source", source, "--to", "1", *model)
    # A model that writes more than was ordered is cut to the first sentences.
    assert result.exit_code == 0 and result.stdout == f"{BUILDS}\n"


def test_headlines(tmp_path: Path) -> None:
    draft, source = written(tmp_path, "entwurf.md", SOURCE), written(tmp_path, "eins.txt", SOURCE)
    result = run("headlines", draft, "--source", source)
    assert result.exit_code == 0
    assert result.stdout.startswith("Überschriften:\n- ") and "\n\nVorspänne:\n- " in result.stdout
    document = read(
        run("headlines", draft, "--source", source, "--format", "json").stdout, "beleg.headlines-1"
    )
    assert {one["made"] for one in document["headlines"]} == {"text"}
    with serving([Reply(article(("Tannwiel baut 12 Hallen", ["1.1"])))]) as server:
        model = ["--model", "probe-1", "--endpoint", server.address]
        result = run("headlines", draft, "--source", source, *model)
    assert result.exit_code == 1
    assert "keine, die den Prüfungen standhält" in result.stdout
    assert "struck: Tannwiel baut 12 Hallen" in result.stderr


def test_translate(tmp_path: Path) -> None:
    draft = written(tmp_path, "entwurf.md", SOURCE)
    english = {
        "t1": "The town of Tannwiel is building a new swimming hall.",
        "t2": "The building costs 12 million euros.",
        "t3": "“We will open in March,” said mayor Jette Rothkamm on Monday.",
    }

    def answer(heard: Heard) -> Reply:
        assert list(heard.data["text"]) == list(english) and not heard.data["passages"]
        return Reply(article(*((text, [label]) for label, text in english.items())))

    with serving(answer) as server:
        model = ["--model", "probe-1", "--endpoint", server.address]
        result = run("translate", draft, "--to", "en", *model)
        assert result.exit_code == 1
        assert "[Not translated: Der Bau kostet 21 Millionen Euro.]" in result.stdout
        assert "struck: The building costs 12 million euros." in result.stderr
        english["t2"] = "The building costs 21 million euros."
        result = run("translate", draft, "--to", "en", *model)
    assert result.exit_code == 0
    assert result.stdout.startswith(" ".join(english.values()))
    assert "nothing else was checked.]" in result.stdout
    assert run("translate", draft, "--to", "en").exit_code == 2


@pytest.fixture
def dossier(tmp_path: Path) -> list[str]:
    """The options that name a dossier with a confidential source and a draft."""
    house = ["--newsroom", str(tmp_path / "haus")]
    password = written(tmp_path, "geheim", "nur-ein-beispiel")
    person = ["--name", "Ida Kroll", "--function", "Redakteurin", "--password-file", str(password)]
    run("account", "add", "ida", *person, *house)
    opened = run("dossier", "open", "Schwimmhalle", "--language", "de", "--as", "ida", *house)
    found = opened.stdout.split()[0]
    source = written(tmp_path, "quelle.txt", SOURCE)
    acting = ["--dossier", found, "--as", "ida", *house]
    assert run("take-in", source, "--confidential", *acting).exit_code == 0
    assert run("draft", *acting).exit_code == 0
    return ["--dossier", found, *house]


def test_in_a_dossier_nothing_is_recorded(dossier: list[str]) -> None:
    before = run("record", dossier[1], *dossier[2:]).stdout
    for command in (
        ["open-questions"],
        ["headlines"],
        ["shorten", "--to", "1"],
    ):
        assert run(*command, *dossier).exit_code == 0
    assert run("contradictions", *dossier).exit_code == 2
    assert run("record", dossier[1], *dossier[2:]).stdout == before


@pytest.mark.parametrize(
    "command", [["headlines"], ["shorten", "--to", "1"], ["translate", "--to", "en"]], ids=" ".join
)
def test_a_draft_with_confidential_sources_stays_here(dossier: list[str], command: list[str]) -> None:
    model = ["--model", "m", "--endpoint", "https://modell.example/v1", "--yes"]
    result = run(*command, *dossier, *model)
    assert result.exit_code == 2 and not result.stdout
    assert "confidential" in result.stderr


def test_json_is_one_document(tmp_path: Path) -> None:
    shown = run("open-questions", "--source", written(tmp_path, "eins.txt", SOURCE), "--format", "json")
    assert json.loads(shown.stdout)["schema"] == "beleg.open-questions/1"
