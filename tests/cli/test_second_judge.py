"""`beleg check --second-judge`: what is said before asking, the opinion in every format, and that nothing hangs on
it.
"""

import json
from pathlib import Path

import pytest

from beleg.second_judge import CONTROL
from tests.cli.terminal import SOURCE, run, written
from tests.models.endpoint import Asked, endpoint, says, verdict
from tests.publishing.reports import validate

PARAPHRASE = "Tannwiel gönnt sich in Kürze ein Hallenbad."
KEY = "sk-geheim-4711"


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    draft = written(tmp_path, "bau.md", f"{PARAPHRASE} Der Bau kostet 12 Millionen Euro.\n")
    return (str(draft), "--source", str(written(tmp_path, "halle.txt", SOURCE)))


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("beleg.models.chat_judge._WAITS", (0.0, 0.0))


def agrees(asked: Asked) -> str:
    if asked.sentence == CONTROL.de:
        return verdict("not_supported")
    return verdict("supported", "Hallenbad heißt hier Schwimmhalle.", "baut eine neue Schwimmhalle")


def test_it_says_what_leaves_before_it_asks_and_shows_the_opinion(
    files: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BELEG_JUDGE_KEY", KEY)
    with endpoint(says(agrees)) as at:
        done = run("check", *files, "--second-judge", at.address, "--judge-model", "modell-7b")
    assert [asked.sentence for asked in at.asked] == [PARAPHRASE, CONTROL.de]
    assert at.asked[0].headers["authorization"] == f"Bearer {KEY}"
    (line,) = done.stderr.splitlines()
    assert line.startswith(
        f"beleg: asks the second judge modell-7b at {at.address}/chat/completions (on this machine) about 1 sentence; "
    )
    # What it asked twice is what it announced at most.
    sent = [
        len(asked.sentence) + sum(len(passage["text"]) for passage in asked.data["passages"])
        for asked in at.asked
    ]
    assert f"with their passages, {sent[0]} characters, and wherever it agrees" in line
    assert f"up to {sum(sent)} characters in all" in line
    assert (
        "    Zweites Urteil (Sprachmodell modell-7b): belegt. Hallenbad heißt hier Schwimmhalle. "
        "Es beruft sich auf „baut eine neue Schwimmhalle“." in done.stdout.splitlines()
    )
    assert "Zum Umfang der Prüfung: Zweites Urteil: Das Sprachmodell modell-7b wurde" in done.stdout
    assert "2 Sätze: 1 verfälscht, 1 unbelegt." in done.stdout
    assert KEY not in done.output


def test_the_exit_status_and_everything_else_stay(files: tuple[str, ...]) -> None:
    alone = run("check", *files)
    with endpoint(says(agrees)) as at:
        judged = run("check", *files, "--second-judge", at.address, "--judge-model", "m")
    assert judged.exit_code == alone.exit_code == 1
    kept = [line for line in judged.stdout.splitlines() if "Zweites Urteil" not in line]
    assert kept == alone.stdout.splitlines()


@pytest.mark.parametrize("form", ["json", "sarif", "junit", "explain"])
def test_the_opinion_in_every_format(files: tuple[str, ...], form: str) -> None:
    chosen = ("--explain",) if form == "explain" else ("--format", form)
    with endpoint(says(agrees)) as at:
        done = run(
            "check", *files, *chosen, "--messages", "en", "--second-judge", at.address, "--judge-model", "m7"
        )
    told = "Second judge (language model m7): supported. Hallenbad heißt hier Schwimmhalle."
    if form == "json":
        sentences = validate(done.stdout, "beleg.report-1")["sentences"]
        assert isinstance(sentences, list)
        assert sentences[0]["verdict"] == "unsupported"
        assert sentences[0]["opinion"] == {
            "judge": "m7",
            "answer": "supported",
            "reason": "Hallenbad heißt hier Schwimmhalle.",
            "words": "baut eine neue Schwimmhalle",
        }
        assert sentences[1]["opinion"] is None
    elif form == "sarif":
        results = json.loads(done.stdout)["runs"][0]["results"]
        with_opinion = [each["ruleId"] for each in results if told in each["message"]["text"]]
        assert with_opinion == ["unsupported_sentence"]
    else:
        assert done.stdout.count(told) == (1 if form == "junit" else 2)


def test_an_endpoint_that_is_not_there_costs_one_remark(files: tuple[str, ...]) -> None:
    with endpoint(says(agrees)) as at:
        gone = at.address
    done = run("check", *files, "--second-judge", gone, "--judge-model", "m")
    assert done.exit_code == 1
    (line,) = [line for line in done.stdout.splitlines() if "Zweites Urteil" in line]
    assert line.endswith("blieben 1 von 1 Sätzen (der Endpunkt ist nicht erreichbar).")


def test_a_model_that_answers_nonsense_costs_one_remark(files: tuple[str, ...]) -> None:
    with endpoint(says(lambda _: "Gern! Der Satz ist belegt.")) as at:
        done = run("check", *files, "--second-judge", at.address, "--judge-model", "m")
    (line,) = [line for line in done.stdout.splitlines() if "Zweites Urteil" in line]
    assert line.endswith("(die Antwort hat nicht die verlangte Form).")


def test_an_endpoint_that_agrees_with_everything_is_not_believed(files: tuple[str, ...]) -> None:
    lies = says(lambda asked: verdict("supported", "Klar.", asked.data["passages"][0]["text"]))
    with endpoint(lies) as at:
        done = run("check", *files, "--second-judge", at.address, "--judge-model", "m")
    assert (
        "    Zweites Urteil (Sprachmodell m): nicht zu sagen. Es hält mit denselben Stellen auch einen erfundenen "
        "Satz für belegt; seine Antwort sagt nichts." in done.stdout.splitlines()
    )


def test_nothing_is_announced_where_nothing_is_asked(tmp_path: Path) -> None:
    draft = written(tmp_path, "treu.md", "Die Stadt Tannwiel baut eine neue Schwimmhalle.\n")
    source = written(tmp_path, "halle.txt", SOURCE)
    with endpoint(says(agrees)) as at:
        done = run("check", draft, "--source", source, "--second-judge", at.address, "--judge-model", "m")
    assert (done.exit_code, done.stderr, at.asked) == (0, "", [])
    assert "wurde nichts gefragt" in done.stdout


def test_the_limit_on_sentences(tmp_path: Path) -> None:
    sentences = " ".join(
        f"Tannwiel gönnt sich in Kürze ein {bath}bad." for bath in ("Hallen", "Wellen", "Spaß", "Frei")
    )
    draft = written(tmp_path, "viele.md", sentences + "\n")
    source = written(tmp_path, "halle.txt", SOURCE)
    with endpoint(says(lambda _: verdict("not_supported"))) as at:
        done = run(
            "check", draft, "--source", source, "--judge-limit", "3", "--second-judge", at.address, "--judge-model", "m"
        )  # fmt: skip
    assert len(at.asked) == 3
    assert "about 3 sentences" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--second-judge", "http://127.0.0.1:1/v1"), "go together"),
        (("--judge-model", "m"), "go together"),
        (("--second-judge", "nirgends", "--judge-model", "m"), "http:// or https://"),
    ],
)
def test_half_a_judge_is_refused_before_anything_is_checked(
    files: tuple[str, ...], arguments: tuple[str, ...], reason: str
) -> None:
    done = run("check", *files, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert reason in done.stderr


def test_a_dossier_has_no_second_judge() -> None:
    done = run("check", "--dossier", "d-1", "--second-judge", "http://127.0.0.1:1/v1", "--judge-model", "m")
    assert done.exit_code == 2
    assert "belong to a DRAFT" in done.stderr
