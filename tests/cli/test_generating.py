"""`beleg draft --model`: what is said before anything leaves, what is struck, and what is refused."""

from pathlib import Path

from tests.cli.terminal import SOURCE, run, written
from tests.models.chat_server import Reply, article, serving

BUILDS = "Die Stadt Tannwiel baut eine neue Schwimmhalle."
LIE = "Der Bau kostet 12 Millionen Euro."
ANSWER = article((BUILDS, ["1.1"]), (LIE, ["1.1"]), headline="Tannwiel baut eine Schwimmhalle")


def test_a_draft_of_a_model(tmp_path: Path) -> None:
    source = written(tmp_path, "quelle.txt", SOURCE)
    with serving([Reply(ANSWER)]) as server:
        result = run("draft", "--source", source, "--model", "probe-1", "--endpoint", server.address)
    assert result.exit_code == 0
    # The sentence is the source's own; the headline is the model's, so that somebody has to read it first.
    assert result.stdout == f"# [Zu lesen: Tannwiel baut eine Schwimmhalle]\n\n{BUILDS}\n"
    said = result.stderr
    assert "to be read against its source: Tannwiel baut eine Schwimmhalle" in said
    assert f"to be read against its source: {BUILDS}" not in said
    assert said.startswith("Passages of 1 sources") and "on this machine:" in said and "quelle.txt" in said
    assert f"struck: {LIE}" in said and "21 Millionen" in said
    assert "probe-1: 2 rounds, 642 tokens sent, 90 written." in said


def test_another_machine_is_asked_only_after_a_yes(tmp_path: Path) -> None:
    source = written(tmp_path, "quelle.txt", SOURCE)
    refused = run(
        "draft", "--source", source, "--model", "m", "--endpoint", "https://modell.example/v1", given="n\n"
    )
    assert refused.exit_code == 1
    assert "modell.example" in refused.stderr and "Send them?" in refused.stderr
    assert not refused.stdout


def test_half_a_model_is_wrong_usage(tmp_path: Path) -> None:
    source = written(tmp_path, "quelle.txt", SOURCE)
    result = run("draft", "--source", source, "--model", "probe-1")
    assert result.exit_code == 2 and "belong together" in result.stderr
    assert run("take-in", source, "--confidential").exit_code == 2


def test_a_model_that_answers_badly_is_one_sentence(tmp_path: Path) -> None:
    source = written(tmp_path, "quelle.txt", SOURCE)
    with serving([Reply("kein JSON")]) as server:
        result = run("draft", "--source", source, "--model", "probe-1", "--endpoint", server.address)
    assert result.exit_code == 2
    assert "beleg: The model's answer is not JSON" in result.stderr


def test_in_a_dossier(tmp_path: Path) -> None:
    source = written(tmp_path, "quelle.txt", SOURCE)
    house = ["--newsroom", str(tmp_path / "haus")]
    password = written(tmp_path, "geheim", "nur-ein-beispiel")
    run(
        "account",
        "add",
        "ida",
        "--name",
        "Ida Kroll",
        "--function",
        "Redakteurin",
        "--password-file",
        password,
        *house,
    )
    dossier = run(
        "dossier", "open", "Schwimmhalle", "--language", "de", "--as", "ida", *house
    ).stdout.split()[0]
    assert run("take-in", source, "--dossier", dossier, "--as", "ida", *house).exit_code == 0
    with serving([Reply(ANSWER)]) as server:
        model = ["--model", "probe-1", "--endpoint", server.address]
        result = run("draft", "--dossier", dossier, "--as", "ida", *model, *house)
    assert result.exit_code == 0 and result.stdout.startswith("Revision 1, 2 sentences")
    assert run("check", "--dossier", dossier, "--as", "ida", *house).exit_code == 0
    review = run("review", dossier, *house).stdout
    assert "worded by a language model; to be read against:" in review and "1 sentences." in review
    shown = run("record", dossier, *house).stdout
    assert "draft generated: revision 1 by probe-1, 1 struck" in shown
