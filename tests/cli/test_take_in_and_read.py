"""`beleg take-in` and `beleg read` on files alone."""

from pathlib import Path

from tests.cli.terminal import SOURCE, run, written
from tests.publishing.reports import validate


def test_take_in_shows_what_was_found_and_stores_nothing(tmp_path: Path) -> None:
    file = written(tmp_path, "halle.txt", SOURCE)
    done = run("take-in", file)
    assert done.exit_code == 0
    lines = done.stdout.splitlines()
    assert lines[0].startswith("halle.txt: ")
    assert "    language: de" in lines
    (text,) = [line for line in lines if line.startswith("    text: ")]
    assert text.endswith("sagte Bürgermeisterin Jette Rothkamm am Montag.")
    assert "Die Stadt Tannwiel baut eine neue Schwimmhalle." in text
    assert list(tmp_path.iterdir()) == [file]


def test_take_in_as_json_fits_its_schema(tmp_path: Path) -> None:
    done = run("take-in", written(tmp_path, "halle.txt", SOURCE), "--format", "json")
    document = validate(done.stdout, "beleg.sources-1")
    sources = document["sources"]
    assert isinstance(sources, list)
    assert sources[0]["text"].startswith("Die Stadt Tannwiel")


def test_take_in_names_the_same_agency_copy(tmp_path: Path) -> None:
    story = (
        SOURCE.strip()
        + " "
        + "".join(
            f"Zu Punkt {number} sagte die Verwaltung, der Plan {name} sei geprüft und genehmigt worden. "
            for number, name in enumerate(("Nord", "Süd", "Ost", "West", "Mitte", "Hafen", "Park", "Markt"))
        )
    )
    one = written(tmp_path, "eins.txt", story)
    two = written(tmp_path, "zwei.txt", story + "Mehr dazu in Kürze.")
    assert "    same agency copy as: eins.txt" in run("take-in", one, two).stdout.splitlines()


def test_one_bad_file_and_nothing_is_shown(tmp_path: Path) -> None:
    done = run("take-in", written(tmp_path, "halle.txt", SOURCE), tmp_path / "fehlt.txt")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "fehlt.txt" in done.stderr


def test_read_shows_who_said_what(tmp_path: Path) -> None:
    done = run("read", written(tmp_path, "halle.txt", SOURCE))
    assert done.exit_code == 0
    (line,) = [line for line in done.stdout.splitlines() if " direct speech: " in line]
    assert line.endswith("halle.txt:1:84: direct speech: Wir öffnen im März")
    assert "Jette Rothkamm" in done.stdout.splitlines()[done.stdout.splitlines().index(line) + 1]


def test_read_as_json_fits_its_schema_and_counts_in_the_file(tmp_path: Path) -> None:
    document = validate(
        run("read", written(tmp_path, "halle.txt", SOURCE), "--format", "json").stdout, "beleg.reading-1"
    )
    assert document["text"] == SOURCE


def test_read_says_where_it_read_nothing(tmp_path: Path) -> None:
    empty = run("read", written(tmp_path, "leer.txt", "\n"))
    assert (empty.exit_code, "no text in it" in empty.stderr) == (2, True)
    foreign = run(
        "read", written(tmp_path, "fremd.txt", "Kaupunki rakentaa uuden uimahallin. Se maksaa paljon.")
    )
    assert (foreign.exit_code, "in no language Beleg reads" in foreign.stderr) == (2, True)


def test_an_item_that_is_not_there_is_refused(tmp_path: Path) -> None:
    done = run("read", written(tmp_path, "halle.txt", SOURCE), "--item", "2")
    assert done.exit_code == 2
    assert "there is no item 2" in done.stderr
