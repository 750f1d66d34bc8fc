"""Deciding about findings and sentences: always with a reason, never all at once."""

from beleg.newsroom.example import EDITOR
from beleg.newsroom.house import Newsroom
from beleg.terms.finding import Severity
from beleg.terms.review import FindingState, Review, ReviewedFinding, SentenceState
from tests.desk.conftest import Desk, Visit, field, judging


def _review(desk: Desk) -> Review:
    with Newsroom.open(desk.folder) as newsroom:
        return newsroom.review(desk.dossier)


def _finding(desk: Desk, check: str) -> ReviewedFinding:
    return next(found for found in _review(desk).findings if found.finding.check == check)


def test_the_page_shows_findings_first_and_the_evidence_of_the_first_one(desk: Desk, editor: Visit) -> None:
    judging(desk, EDITOR)
    html = editor.get(desk.path()).text
    review = _review(desk)
    assert f"{review.open_findings} findings open" in html
    assert html.index('class="items error"') < html.index('class="paper"')
    assert 'aria-current="true"' in html
    assert "What the sources say" in html or 'class="passage"' in html


def test_every_sentence_shows_its_state_and_its_origin_in_words(desk: Desk, editor: Visit) -> None:
    html = editor.get(desk.path()).text
    rows = html.split('class="row ')[1:]
    assert len(rows) == len(_review(desk).sentences)
    for row in rows:
        state = row.split('class="said-state"')[1].split("</span></span>")[0]
        assert any(letter.isalpha() for letter in state.rpartition(">")[2])
        assert ">person<" in row


def test_a_report_always_says_what_was_and_was_not_checked(desk: Desk, editor: Visit) -> None:
    html = editor.get(desk.path()).text
    assert "kinds of fault" in html
    opened = (
        editor.post("/dossiers", title="Ohne Quellen", language="de").headers["location"].partition("?")[0]
    )
    editor.post(f"{opened}/text", content="# Die Lage\n\nDie Brücke bleibt bis Ostern gesperrt.")
    html = editor.get(opened).text
    assert '<details class="coverage" open>' in html
    assert "Not checked" in html
    assert 'class="remark"' in html


def test_a_decision_without_a_reason_is_refused(desk: Desk, editor: Visit) -> None:
    finding = _finding(desk, "name_changed")
    for act in ("dismiss", "escalate"):
        answer = editor.post(desk.path(f"/findings/{finding.key}/{act}"), reason="  ", at="s1")
        assert answer.status_code == 422
        assert "A decision needs a reason" in answer.text
    assert _finding(desk, "name_changed").state is FindingState.OPEN


def test_dismissing_with_a_reason(desk: Desk, editor: Visit) -> None:
    finding = _finding(desk, "name_changed")
    answer = editor.post(
        desk.path(f"/findings/{finding.key}/dismiss"), reason="So unterschreibt er.", at="s9"
    )
    assert answer.headers["location"] == desk.path("?at=s9&said=dismissed#s9")
    decided = _finding(desk, "name_changed")
    assert (decided.state, decided.reason) == (FindingState.DISMISSED, "So unterschreibt er.")
    assert "So unterschreibt er." in editor.get(desk.path("/record")).text


def test_who_escalates_cannot_dismiss_but_somebody_else_can(desk: Desk, author: Visit, editor: Visit) -> None:
    judging(desk, EDITOR)
    finding = _finding(desk, "speaker_mismatch")
    path = desk.path(f"/findings/{finding.key}")
    assert editor.post(f"{path}/escalate", reason="Bitte nachfragen.").status_code == 303
    refused = editor.post(f"{path}/dismiss", reason="Doch nicht.", at="")
    assert refused.status_code == 409
    assert "Who passed a finding on cannot settle it" in refused.text
    assert author.post(f"{path}/dismiss", reason="Nachgefragt, stimmt.").status_code == 303
    assert _finding(desk, "speaker_mismatch").state is FindingState.DISMISSED


def test_a_suggestion_goes_into_the_text_with_one_click(desk: Desk, editor: Visit) -> None:
    review = _review(desk)
    found = next(f for f in review.findings if f.finding.suggestion)
    with Newsroom.open(desk.folder) as newsroom:
        before = newsroom.dossier(desk.dossier).current
    assert before is not None
    path = desk.path(f"/findings/{found.key}/fix")
    stale = editor.post(path, base="0" * 64)
    assert stale.status_code == 409
    assert "The text was changed in the meantime" in stale.text
    assert editor.post(path, base=before.content_sha256, at="s3").status_code == 303
    with Newsroom.open(desk.folder) as newsroom:
        dossier = newsroom.dossier(desk.dossier)
    finding = found.finding
    assert dossier.current is not None and dossier.last_check is not None
    assert dossier.current.content == (
        before.content[: finding.start] + finding.suggestion + before.content[finding.end :]
    )
    with Newsroom.open(desk.folder) as newsroom:
        assert newsroom.account(dossier.current.by).name == "Jonas Petri"


def test_a_finding_without_a_suggestion_is_not_fixed_by_guessing(desk: Desk, editor: Visit) -> None:
    found = next(f for f in _review(desk).findings if not f.finding.suggestion)
    base = field(editor.get(desk.path("/text")).text, "base")
    answer = editor.post(desk.path(f"/findings/{found.key}/fix"), base=base)
    assert answer.status_code == 422


def test_an_unsupported_sentence_is_confirmed_with_a_reason(desk: Desk, editor: Visit) -> None:
    found = _finding(desk, "unsupported_sentence")
    sentence = next(s for s in _review(desk).sentences if s.sentence.span.overlaps(found.finding.span))
    path = desk.path(f"/sentences/{sentence.key}/confirm")
    assert editor.post(path, reason="").status_code == 422
    seen = sentence.evidence_key
    assert editor.post(path, reason="Selbst beim Verein erfragt.", evidence=seen).status_code == 303
    review = _review(desk)
    assert next(s for s in review.sentences if s.key == sentence.key).state is SentenceState.CONFIRMED
    again = editor.post(path, reason="Noch einmal.")
    assert again.status_code == 409
    assert "The sentence has been confirmed already." in again.text


def test_a_refused_decision_keeps_what_was_typed(desk: Desk, editor: Visit) -> None:
    found = _finding(desk, "unsupported_sentence")
    review = _review(desk)
    number, sentence = next(
        (number, s)
        for number, s in enumerate(review.sentences, 1)
        if s.sentence.span.overlaps(found.finding.span)
    )
    reason = "x" * 2001
    answer = editor.post(desk.path(f"/sentences/{sentence.key}/confirm"), reason=reason, at=f"s{number}")
    assert answer.status_code == 409
    assert f">{reason}</textarea>" in answer.text


def test_decisions_about_what_is_not_there(desk: Desk, editor: Visit) -> None:
    assert editor.post(desk.path("/findings/abc/dismiss"), reason="Grund.").status_code == 409
    assert editor.post(desk.path("/sentences/abc/confirm"), reason="Grund.").status_code == 409
    assert editor.post(desk.path("/findings/abc/dismiss"), reason="Grund.", at='"><b>').status_code == 400


def test_every_finding_and_every_sentence_can_be_selected(desk: Desk, editor: Visit) -> None:
    judging(desk, EDITOR)
    review = _review(desk)
    for number, sentence in enumerate(review.sentences, 1):
        html = editor.get(desk.path(f"?at=s{number}")).text
        assert html.count('aria-current="true"') >= 2  # the language switch and the sentence
        assert html.count('class="evidence"') == 1
        errors = sum(
            found.finding.severity is Severity.ERROR
            for found in review.findings
            if found.finding.span.overlaps(sentence.sentence.span)
        )
        assert html.count('class="finding error') == errors
    assert editor.get(desk.path("?at=nonsense")).status_code == 200


def test_a_sentence_with_an_open_error_is_not_offered_for_confirmation_and_not_confirmed(
    desk: Desk, editor: Visit
) -> None:
    judging(desk, EDITOR)
    review = _review(desk)
    error = _finding(desk, "number_changed")
    assert error.finding.severity is Severity.ERROR
    number, sentence = next(
        (number, s)
        for number, s in enumerate(review.sentences, 1)
        if s.sentence.span.overlaps(error.finding.span)
    )
    html = editor.get(desk.path(f"?at=s{number}")).text
    assert f"/sentences/{sentence.key}/confirm" not in html
    assert "It can be confirmed once no other finding on it is open." in html
    editor.post("/language", language="de")
    answer = editor.post(desk.path(f"/sentences/{sentence.key}/confirm"), reason="Doch.", at=f"s{number}")
    assert answer.status_code == 409
    assert "Der Satz lässt sich nicht bestätigen, solange ein anderer Befund daran offen ist." in answer.text
    assert next(s for s in _review(desk).sentences if s.key == sentence.key).state is SentenceState.OPEN


def test_who_passed_the_missing_evidence_on_is_not_offered_to_confirm(
    desk: Desk, author: Visit, editor: Visit
) -> None:
    found = _finding(desk, "unsupported_sentence")
    number, sentence = next(
        (number, s)
        for number, s in enumerate(_review(desk).sentences, 1)
        if s.sentence.span.overlaps(found.finding.span)
    )
    form = f"/sentences/{sentence.key}/confirm"
    assert form in editor.get(desk.path(f"?at=s{number}")).text
    editor.post(desk.path(f"/findings/{found.key}/escalate"), reason="Bitte nachfragen.")
    assert form not in editor.get(desk.path(f"?at=s{number}")).text
    assert form in author.get(desk.path(f"?at=s{number}")).text


def test_a_finding_about_the_text_alone_is_not_shown_beside_unrelated_passages(
    desk: Desk, editor: Visit
) -> None:
    base = field(editor.get(desk.path("/text")).text, "base")
    asked = "Möchten Sie, dass ich den Stadtrat von Grauwerder noch ausführlicher vorstelle?"
    residue = (
        "Gerne! Hier ist der überarbeitete Artikel über den Stadtrat von Grauwerder und die Färberbrücke:"
    )
    answer = editor.post(
        desk.path("/text"), content=f"# Die Färberbrücke\n\n{residue}\n\n{asked}\n", base=base
    )
    assert answer.status_code == 303
    review = _review(desk)
    alone = [
        number
        for number, s in enumerate(review.sentences, 1)
        if s.sentence.evidence and {f.check for f in s.sentence.findings} == {"chatbot_residue"}
    ]
    assert alone  # the machine names passages for them, which have nothing to do with what was found
    for number in alone:
        html = editor.get(desk.path(f"?at=s{number}")).text
        assert 'class="finding ' in html
        assert "What the sources say" not in html and 'class="passage"' not in html
