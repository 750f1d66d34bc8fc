"""Refusals of the rooms below, said in the reader's language."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import beleg
from beleg.desk.refusal_words import KNOWN, WITHIN, reworded
from beleg.desk.refusals import in_words, obstacle_words
from beleg.desk.wording import wording
from beleg.intake.addresses import refusal
from beleg.newsroom.refused import Refused
from beleg.terms.refusal import Error
from beleg.terms.review import Obstacle

ROOMS = ("intake", "newsroom", "review", "drafting", "record", "publishing")
OF_MODELS = (
    "desk/generations.py",
    "desk/routes/drafting.py",
    "desk/routes/offers.py",
    "desk/routes/tasks.py",
    "headlines.py",
    "model_draft.py",
    "models/bounded_client.py",
    "models/configured.py",
    "models/drafting_prompt.py",
    "models/endpoint.py",
    "models/failures.py",
    "models/language_model.py",
    "shortening.py",
    "translation.py",
)
"""Where language models are asked from the desk."""
ELSEWHERE = {
    "example.py",  # the example is loaded in the terminal
    "verification.py",  # bundles are verified there too
    "verification_case.py",
    "verification_key.py",
    "verification_told.py",
    "verification_withdrawal.py",
    "feeding.py",  # a feed is written there
    "logbook.py",  # the log is handed out there
    "delivery.py",  # files are
    "verification_erasure.py",
    "shelving.py",  # sources that only a program could hand over
    "disclosing.py",
    "taking_in.py",  # paths, which the desk never passes on
    "export.py",  # the log is exported there
    "audit.py",
    "signed_note.py",
    "log_proof.py",
    "timestamping.py",
    "archive.py",
    # Signatures and what is packed with them are read by who verifies; at the desk they come from Beleg itself.
    "canonical_json.py",
    "dsse.py",
    "jumbf.py",
    "members.py",
    "moments.py",
    "page_reading.py",
    "statement.py",
}

STYLE = ("style_sheet.py", "desk/views/style.py", "desk/routes/settings.py")
"""Where house style is refused."""


def _files() -> Iterator[Path]:
    yield from (Path(beleg.__file__).parent / name for name in STYLE)
    for room in ROOMS:
        yield from sorted((Path(beleg.__file__).parent / room).rglob("*.py"))
    for name in ("issuer.py", "typed_dates.py"):
        yield Path(beleg.__file__).parent / "desk" / name
    for name in OF_MODELS:
        yield Path(beleg.__file__).parent / name


@cache
def _said() -> str:
    """All strings of all files."""
    return "\n".join(
        node.value
        for path in _files()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def _sentences(path: Path) -> Iterator[str]:
    """The sentences that `Error` is raised with, `…` standing for what the case fills in."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Error":
            (said,) = node.args
            if isinstance(said, ast.Constant):
                yield str(said.value)
            elif isinstance(said, ast.JoinedStr):
                yield "".join(str(p.value) if isinstance(p, ast.Constant) else "…" for p in said.values)


@pytest.mark.parametrize("sentence", KNOWN)
def test_a_known_refusal_is_said_in_german_with_its_words(sentence: str) -> None:
    names = re.findall(r"%\((\w+)\)s", sentence)
    values = {name: f"wert-{number}.txt" for number, name in enumerate(names)}
    english = sentence % values
    assert reworded(english, wording("de")) == wording("de").say(sentence, **values) != english
    assert reworded(english, wording("en")) == english


@pytest.mark.parametrize("sentence", KNOWN)
def test_a_known_refusal_is_still_said_somewhere(sentence: str) -> None:
    for part in re.split(
        r"%\(\w+\)s|; Beleg cannot read it|(?<=leads to) (?=an)|(?<=JSON) (?=\(line)", sentence
    ):
        assert part.strip(" :;.,()") in _said(), part


def test_every_refusal_the_desk_can_meet_is_known() -> None:
    german = wording("de")
    unknown = {
        (path.name, sentence)
        for path in _files()
        if path.name not in ELSEWHERE
        for sentence in _sentences(path)
        if reworded(sentence, german) == sentence
        # Sentences whose reason is filled in are known by that reason.
        and not re.fullmatch(r"…: …(; Beleg cannot read it)?\.", sentence)
    }
    assert not unknown - UNREACHABLE


UNREACHABLE = {
    # Said before the desk is opened.
    ("issuer.py", "…: an issuer needs an address with https:// (or one on this machine)."),
    (
        "issuer.py",
        "An issuer needs the client id it knows this desk by, and a claim that gives the login name.",
    ),
    (
        "issuer.py",
        "The system's keyring does not say whether it has the secret for … (…); unlock it, or set BELEG_OIDC_SECRET.",
    ),
    ("database.py", "…: no newsroom; there is no … in it."),
    ("database.py", "…: a database, but not of a newsroom."),
    ("database.py", "…: written by a newer version of Beleg (schema …; this one knows …)."),
    ("database.py", "…: cannot be written; …."),
    ("newsroom_key.py", "…: the newsroom's key cannot be written; …."),
    ("logged.py", "This newsroom has introduced no key yet."),
    # Half a character comes through no form, and of programs the desk shows no page.
    ("accounts.py", "The … holds half a character (a lone surrogate)."),
    ("accounts.py", "…: this account is a program's; a person has to do this."),
    ("accounts.py", "There is no account … in this newsroom."),
    ("people.py", "There is no account … in this newsroom."),
    # The desk says these itself before anything is asked, or never asks for them.
    ("deciding.py", "A reason is needed; the record keeps why somebody decided."),
    ("signing_off.py", "…: nobody has signed it."),
    ("writing.py", "The text is empty."),
    ("writing.py", "A draft of … sentences cannot be written."),
    ("acting.py", "There is no dossier … in this newsroom."),
    ("dossiers.py", "There is no dossier … in this newsroom."),
    ("listing.py", "There is no dossier … in this newsroom."),
    ("describing.py", "There is no source … in this dossier."),
    ("dossier_verification.py", "There is no dossier … in this newsroom."),
    ("releasing.py", "The end of an embargo needs a time zone."),
    ("releasing.py", "There is no target …."),
    ("releasing.py", "There is no version … of this article."),
    (
        "going_out.py",
        "…: not an address of the web; it has to begin with https:// or http:// and name a host.",
    ),
    ("going_out.py", "…: there is no draft to publish."),
    ("retracting.py", "There is no source … in this dossier."),
    ("house.py", "…: this account is closed; name another one with --as LOGIN."),
    ("article.py", "…: no draft; nothing to publish."),
    ("article.py", "…: the article was withdrawn; this dossier publishes nothing more."),
    ("bundle.py", "…: no draft; nothing to bundle."),
    ("page.py", "…: the text has no headline; a page cannot go out without one."),
    ("release.py", "…: the text has no headline; it cannot go out without one."),
    # Known with what is filled in.
    ("fetching.py", "…: … an address with …; only http and https are fetched."),
    ("ninjs.py", "…: broken JSON…."),
    # Faults of ours or a damaged record, not bad input.
    ("releasing.py", "Entry … of …: its bundle is missing in the newsroom."),
    ("writing.py", "The machine's draft does not say where all its sentences come from; it was not kept."),
    ("going_out.py", "…: not published; nothing continues it."),
    ("article.py", "…: the account … is named on the page but not among the people given."),
    ("atom.py", "A feed has at least one entry."),
    ("attached.py", "…: its … is missing in the newsroom."),
    ("attached.py", "…: its … is not the one that the record names."),
    ("c2pa.py", "…: the page does not say where its C2PA manifest lies."),
    ("canonical.py", "The entry is not JSON."),
    ("canonical.py", "The entry holds no event."),
    ("canonical.py", "The entry holds an event of the unknown type …."),
    ("canonical.py", "The entry is no … as this version of Beleg knows it: …."),
    ("canonical.py", "The entry (…) is not in canonical form or holds names that Beleg does not know."),
    ("erasing.py", "Entry … of dossier … has no … that could be exchanged."),
    ("keys.py", "Entry … of the newsroom's own stream introduces no key."),
    (
        "keys.py",
        "Entry … of the newsroom's own stream introduces a key without the signatures it needs.",
    ),
    ("release.py", "…: the text is not the one that was signed."),
    ("release.py", "…: the sign-off does not fit; …."),
    ("replay.py", "Entry … introduces a key; that belongs into the newsroom's own stream."),
    ("replay.py", "Entry … sets the house style; that belongs into a chain of its own."),
    ("replay.py", "There are no entries to replay."),
    ("replay.py", "Entry … belongs to another dossier (…)."),
    ("replay.py", "The first entry does not open the dossier."),
    ("replay.py", "Entry … opens the dossier a second time."),
}


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "169.254.169.254",
        "169.254.1.1",
        "224.0.0.1",
        "0.0.0.0",
        "64:ff9b::a00:1",
        "10.0.0.1",
        "nowhere",
    ],
)
def test_where_an_address_leads_is_said_in_german_too(address: str) -> None:
    kind = refusal(address)
    said = reworded(
        f"https://a.example: leads to {kind} ({address}), which is never fetched from.", wording("de")
    )
    assert kind in WITHIN and kind not in said
    assert wording("de").say(kind) in said


def test_why_a_database_refuses_is_said_in_german_too() -> None:
    def said(english: str) -> str:
        return in_words(Error(english), wording("de"))

    assert said("The record cannot be read or written: database or disk is full.").endswith(
        ": die Platte ist voll."
    )
    assert said("a/newsroom.pem: the newsroom's key cannot be read; Permission denied.").endswith(
        "lässt sich nicht lesen: die Rechte reichen nicht."
    )


def test_an_unknown_refusal_is_shown_as_it_is() -> None:
    assert in_words(Error("Etwas ganz anderes."), wording("de")) == "Etwas ganz anderes."


@pytest.mark.parametrize("obstacle", list(Obstacle))
def test_every_obstacle_has_words_of_its_own(obstacle: Obstacle) -> None:
    for language in ("de", "en"):
        words = wording(language)
        others = {obstacle_words(other, words) for other in Obstacle if other is not obstacle}
        assert obstacle_words(obstacle, words) not in others
    assert in_words(Refused("It cannot be signed", (obstacle,)), wording("de")) == obstacle_words(
        obstacle, wording("de")
    )
