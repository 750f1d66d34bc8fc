"""Drafts of language models over HTTP: what is sent, what is read, and endpoints that answer badly or lie."""

import asyncio
import json
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from beleg.drafting.progress import Phase, StoppedError
from beleg.drafting.proposal import NoProposalError
from beleg.language.de.german import GERMAN
from beleg.model_draft import ModelDraft, model_draft
from beleg.models.endpoint import Endpoint, Kind, key_for
from beleg.models.language_model import LanguageModel
from beleg.pipeline import check_draft
from beleg.terms.brief import Brief, Form
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.report import Verdict
from beleg.terms.source import Source
from tests.models.chat_server import Heard, Reply, Server, article, serving

KEY = "sk-nur-ein-beispiel-4711"
SOURCE = Source(
    title="Auensee bleibt gesperrt",
    publisher="Lindener Tageblatt",
    text=(
        "Der Auensee bleibt nach dem Chemieunfall bis Juni gesperrt. Das Gesundheitsamt fand im Wasser Spuren von Ammoniak.\n\n"
        "„Niemand soll ein Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag. "
        "Die Pächter der Imbisse rechnen mit Verlusten von 40.000 Euro."
    ),
)
CLOSED = "Der Auensee bleibt bis Juni gesperrt."
LOSSES = "Die Pächter der Imbisse rechnen mit Verlusten von 40.000 Euro."
TRUE = article((CLOSED, ["1.1"]), (LOSSES, ["1.2"]), headline="Auensee bleibt gesperrt")
BRIEF = Brief(language="de", angle="Auensee", audience="Anwohner", form=Form.BRIEF, sentences=5)


def drafted(server: Server, *, key: str = "", deadline: float = 20.0, patience: float = 10.0) -> ModelDraft:
    model = LanguageModel(
        Endpoint(address=server.address), "probe-1", key=key, deadline=deadline, patience=patience
    )
    made = model_draft([SOURCE], model, BRIEF)
    report = check_draft(Source(text=made.draft.content), [SOURCE], language=GERMAN)
    for sentence in report.sentences:
        assert sentence.verdict is Verdict.SUPPORTED or sentence.block is BlockKind.HEADLINE
    return made


def test_a_draft_over_http() -> None:
    with serving([Reply(TRUE)]) as server:
        made = drafted(server, key=KEY)
    assert made.draft.content == f"# Auensee bleibt gesperrt\n\n{CLOSED} {LOSSES}\n"
    (heard,) = server.heard
    assert heard.path == "/v1/chat/completions" and heard.key == f"Bearer {KEY}"
    assert heard.body["model"] == "probe-1"
    assert "tools" not in heard.body
    assert heard.data["passages"]["1.1"].startswith("Der Auensee bleibt nach dem Chemieunfall")
    assert heard.data["order"] == {"about": "Auensee", "for": "Anwohner"}
    (proposal,) = made.proposals
    assert (proposal.tokens_in, proposal.tokens_out) == (321, 45)
    assert len(proposal.prompt_sha256) == 64
    assert "temperature=0.0" in proposal.parameters


def test_an_event_loop_that_runs_already_is_no_hindrance() -> None:
    async def inside() -> str:
        with serving([Reply(TRUE)]) as server:
            return drafted(server).draft.content

    # In a thread of its own: the browser tests leave a loop running in this one.
    with ThreadPoolExecutor(max_workers=1) as thread:
        assert CLOSED in thread.submit(lambda: asyncio.run(inside())).result()


def test_anthropics_protocol() -> None:
    with serving([Reply(TRUE)]) as server:
        endpoint = Endpoint(address=server.address.removesuffix("/v1"), kind=Kind.ANTHROPIC)
        made = model_draft([SOURCE], LanguageModel(endpoint, "probe-1", key=KEY), BRIEF)
    assert CLOSED in made.draft.content
    (heard,) = server.heard
    assert heard.path == "/v1/messages" and heard.key == KEY
    assert (made.proposals[0].tokens_in, made.proposals[0].tokens_out) == (321, 45)
    with serving([Reply(TRUE, finish="length")]) as server, pytest.raises(NoProposalError, match="cut off"):
        endpoint = Endpoint(address=server.address.removesuffix("/v1"), kind=Kind.ANTHROPIC)
        model_draft([SOURCE], LanguageModel(endpoint, "probe-1"), BRIEF)


def test_the_second_round_tells_what_was_wrong() -> None:
    wrong = LOSSES.replace("40.000", "90.000")
    with serving([Reply(article((CLOSED, ["1.1"]), (wrong, ["1.2"]))), Reply(TRUE)]) as server:
        made = drafted(server)
    assert not made.struck and LOSSES in made.draft.content
    (complaint,) = server.heard[1].data["complaints"]
    assert complaint["sentence"] == wrong
    assert any("40.000" in reason for reason in complaint["wrong"])
    assert "complaints" in server.heard[1].body["messages"][0]["content"]


LIES = {
    "invented": ("Der Bürgermeister besuchte den See am Sonntag mit 300 Gästen.", ["1.1"]),
    "number changed": (LOSSES.replace("40.000", "400.000"), ["1.2"]),
    "speaker changed": ("„Niemand soll ein Risiko eingehen“, sagte Landrat Ole Brandt am Freitag.", ["1.2"]),
    "quotation altered": (
        "„Niemand darf ein Risiko eingehen“, sagte Amtsärztin Birte Hollmann am Freitag.",
        ["1.2"],
    ),
    "denied": ("Das Gesundheitsamt fand im Wasser keine Spuren von Ammoniak.", ["1.1"]),
    "cites another passage": (LOSSES, ["1.1"]),
    "cites nothing": (LOSSES, []),
    "cites what there is not": (LOSSES, ["7.3", "x"]),
    "adds a link": (f"{CLOSED.removesuffix('.')}, mehr unter https://gewinn.example.", ["1.1"]),
    "speaks of itself": ("Gerne fasse ich die Quellen für Sie zusammen.", ["1.1"]),
    "another place": ("Der Lindensee bleibt bis Juni gesperrt.", ["1.1"]),
    "another month": ("Der Auensee bleibt bis August gesperrt.", ["1.1"]),
}


@pytest.mark.parametrize("lie", LIES)
def test_no_lie_becomes_text(lie: str) -> None:
    text, cites = LIES[lie]
    with serving([Reply(article((CLOSED, ["1.1"]), (text, cites)))]) as server:
        made = drafted(server)
    assert made.draft.content == f"{CLOSED}\n"
    assert [struck.text for struck in made.struck] == [text]
    assert all(struck.reasons for struck in made.struck)
    assert len(server.heard) == 2


BAD = {
    "no JSON": Reply("Gerne! Hier ist Ihr Artikel."),
    "half an answer": Reply(TRUE[: len(TRUE) // 2]),
    "cut off by the endpoint": Reply(TRUE, finish="length"),
    "another form": Reply(json.dumps({"text": "Der Auensee bleibt gesperrt."})),
    "a list": Reply("[1, 2]"),
    "numbers for words": Reply(
        '{"headline": 1, "blocks": [{"kind": "paragraph", "sentences": [{"text": 5, "cites": []}]}]}'
    ),
    "an unknown block": Reply('{"headline": "", "blocks": [{"kind": "script", "sentences": []}]}'),
    "nothing": Reply(""),
    "no completion": Reply(raw=b'{"error": "nope"}'),
    "not even JSON over HTTP": Reply(raw=b"<html>502</html>"),
    "deeply nested": Reply("[" * 50_000),
    "refused": Reply(status=401, raw=b'{"error": {"message": "bad key"}}'),
    "broken off": Reply(TRUE, cut_at=40),
    "elsewhere": Reply(status=307, raw=b"", headers={"Location": "http://127.0.0.1:9/v1/chat/completions"}),
    "without end": Reply(TRUE, endless=True),
}


@pytest.mark.parametrize("bad", BAD)
def test_a_bad_answer_is_refused_in_one_sentence(bad: str) -> None:
    with serving([BAD[bad]]) as server, pytest.raises(NoProposalError) as refused:
        drafted(server, key=KEY)
    said = str(refused.value)
    assert said.endswith(".") and "\n" not in said and len(said) < 200
    assert KEY not in said and KEY not in "".join(traceback.format_exception(refused.value))


def test_a_slow_endpoint_is_not_waited_for() -> None:
    with serving([Reply(TRUE, after=3.0)]) as server, pytest.raises(NoProposalError, match="in time"):
        drafted(server, deadline=0.5)


def test_an_endpoint_that_stumbles_is_asked_again() -> None:
    stumbling = Reply(status=503, raw=b"{}", headers={"Retry-After": "0"})
    with serving([stumbling, stumbling, Reply(TRUE)]) as server:
        assert CLOSED in drafted(server).draft.content
    assert len(server.heard) == 3


def test_an_endpoint_that_knows_no_schema_is_asked_without() -> None:
    def answer(heard: Heard) -> Reply:
        return (
            Reply(status=400, raw=b"{}")
            if "response_format" in heard.body
            else Reply(f"```json\n{TRUE}\n```")
        )

    with serving(answer) as server:
        made = drafted(server)
    assert CLOSED in made.draft.content
    assert "response_format=none" in made.proposals[0].parameters


def test_nobody_there() -> None:
    model = LanguageModel(Endpoint(address="http://127.0.0.1:9/v1"), "probe-1", deadline=10)
    with pytest.raises(NoProposalError, match=r"cannot be reached"):
        model_draft([SOURCE], model, BRIEF)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://modell.example", "http://"),
        ("modell.example", "http://"),
        ("https://wer:wort@modell.example", "password"),
        ("https://modell.example/v1?key=abc", "query"),
        ("http://[", "not a valid address"),
    ],
)
def test_an_address_that_is_none_is_refused(address: str, reason: str) -> None:
    with pytest.raises(Error, match=reason):
        Endpoint(address=address)


def test_a_key_never_goes_unencrypted_to_another_machine() -> None:
    with pytest.raises(Error, match="unencrypted"):
        LanguageModel(Endpoint(address="http://modell.example/v1"), "m", key=KEY)
    model = LanguageModel(Endpoint(address="https://modell.example/v1"), "m", key=KEY)
    assert KEY not in repr(model) and KEY not in repr(vars(model.endpoint.__class__))


def test_where_the_key_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    endpoint = Endpoint(address="https://modell.example/v1", kind=Kind.ANTHROPIC)
    monkeypatch.setenv("BELEG_MODEL_KEY", f" {KEY} ")
    assert key_for(endpoint) == KEY
    monkeypatch.delenv("BELEG_MODEL_KEY")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    assert key_for(endpoint) == ""


def test_what_stays_on_this_machine() -> None:
    assert Endpoint(address="http://127.0.0.1:8080/v1").on_this_machine
    assert Endpoint(address="http://localhost:8080/v1").on_this_machine
    assert not Endpoint(address="https://modell.example/v1").on_this_machine
    assert not Endpoint(address="http://192.168.1.20:8080/v1").on_this_machine


def test_an_answer_that_holds_the_key_is_refused() -> None:
    telling = article((CLOSED, ["1.1"]), (f"Der Schlüssel lautet {KEY}.", ["1.1"]))
    with (
        serving([Reply(telling)]) as server,
        pytest.raises(NoProposalError, match="holds the key") as refused,
    ):
        drafted(server, key=KEY)
    assert KEY not in str(refused.value)


def test_the_record_names_the_model_that_was_ordered_and_numbers_that_can_be() -> None:
    usage = {"prompt_tokens": -5, "completion_tokens": 10**30, "total_tokens": 1}
    message = {"role": "assistant", "content": TRUE}
    body = {
        "id": "x",
        "object": "chat.completion",
        "created": 1,
        "model": f"probe {KEY}\x1b[2J",
        "choices": [{"index": 0, "finish_reason": "stop", "message": message}],
        "usage": usage,
    }
    with serving([Reply(raw=json.dumps(body).encode())]) as server:
        (proposal,) = drafted(server, key=KEY).proposals
    assert proposal.model == "probe-1"
    assert (proposal.tokens_in, proposal.tokens_out) == (0, 10**9)


def test_what_is_sent_is_bounded_and_plain() -> None:
    source = replace(SOURCE, title="T" * 100_000)
    with serving([Reply(TRUE)]) as server:
        model_draft([source], LanguageModel(Endpoint(address=server.address), "m"), BRIEF)
    (heard,) = server.heard
    assert len(heard.data["sources"]["1"]) <= 500
    assert heard.body["messages"][1]["content"].isascii()


class Watcher:
    """Remembers what it is told; wants to stop where it was told so, or after so many sentences."""

    def __init__(self, stop_after: int = 99) -> None:
        self.phases: list[tuple[Phase, int]] = []
        self.sentences: list[str] = []
        self.pieces = 0
        self.stop_after = stop_after

    def phase(self, phase: Phase, round: int) -> None:
        self.phases.append((phase, round))

    def wrote(self, sentence: str) -> None:
        self.sentences.append(sentence)

    def received(self, pieces: int) -> None:
        self.pieces = pieces

    @property
    def stopped(self) -> bool:
        return len(self.sentences) >= self.stop_after


def watched(
    server: Server, watcher: Watcher, *, kind: Kind = Kind.OPENAI, key: str = "", deadline: float = 20.0
) -> ModelDraft:
    address = server.address.removesuffix("/v1") if kind is Kind.ANTHROPIC else server.address
    model = LanguageModel(Endpoint(address=address, kind=kind), "probe-1", key=key, deadline=deadline)
    return model_draft([SOURCE], model.watched_by(watcher), BRIEF, progress=watcher)


@pytest.mark.parametrize("kind", Kind)
def test_who_watches_is_told_every_sentence_as_it_comes(kind: Kind) -> None:
    watcher = Watcher()
    with serving([Reply(TRUE, pieces=5)]) as server:
        made = watched(server, watcher, kind=kind)
    assert made.draft.content == f"# Auensee bleibt gesperrt\n\n{CLOSED} {LOSSES}\n"
    assert watcher.sentences == ["Auensee bleibt gesperrt", CLOSED, LOSSES]
    assert watcher.phases == [(Phase.READING, 1), (Phase.WRITING, 1), (Phase.CHECKING, 1)]
    assert watcher.pieces > len(TRUE) // 5
    (proposal,) = made.proposals
    assert (proposal.tokens_in, proposal.tokens_out, proposal.requests) == (321, 45, 1)
    assert server.heard[0].body["stream"] is True


def test_the_second_round_is_told_as_well() -> None:
    watcher = Watcher()
    wrong = LOSSES.replace("40.000", "90.000")
    with serving([Reply(article((CLOSED, ["1.1"]), (wrong, ["1.2"]))), Reply(TRUE)]) as server:
        made = watched(server, watcher)
    assert [struck.text for struck in made.sent_back] == [wrong] and not made.struck
    assert watcher.phases[-2:] == [(Phase.WRITING, 2), (Phase.CHECKING, 2)]


def test_what_is_stopped_stops_at_once_and_keeps_nothing() -> None:
    never = threading.Event()
    with serving([Reply(TRUE, pieces=5, until=never)]) as server:
        with pytest.raises(StoppedError, match="was stopped"):
            watched(server, Watcher(stop_after=1))
        never.set()
    with serving([Reply(TRUE, after=15)]) as server, pytest.raises(StoppedError):
        begun = time.monotonic()
        try:
            watched(server, Watcher(stop_after=0))
        finally:
            assert time.monotonic() - begun < 5


def test_an_endpoint_that_cannot_send_pieces_is_asked_for_the_whole() -> None:
    watcher = Watcher()
    with serving([Reply(TRUE, streams=False)]) as server:
        made = watched(server, watcher)
    assert CLOSED in made.draft.content and not watcher.sentences
    assert made.proposals[0].requests == 3


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        (Reply(TRUE[: len(TRUE) // 2]), "not JSON"),
        (Reply(TRUE, finish="length"), "cut off"),
        (Reply(TRUE, cut_at=400), "."),
        (Reply(TRUE, endless=True), "too long"),
        (Reply(""), "empty"),
        (Reply(status=401, raw=b"{}"), "HTTP 401"),
        (Reply(raw=b"<html>502</html>"), "."),
        (Reply(raw=b'data: {"nope": 1}\n\n'), "."),
    ],
    ids=["half", "length", "broken off", "endless", "nothing", "refused", "not even pieces", "another form"],
)
def test_bad_pieces_are_refused_in_one_sentence(bad: Reply, said: str) -> None:
    with serving([bad]) as server, pytest.raises(NoProposalError, match=said) as refused:
        watched(server, Watcher(), key=KEY)
    assert "\n" not in str(refused.value) and KEY not in str(refused.value)


def test_the_key_reaches_nobody_who_watches() -> None:
    telling = article((CLOSED, ["1.1"]), (f"Der Schlüssel lautet {KEY}.", ["1.1"]))
    escaped = telling.replace(KEY, "".join(f"\\u{ord(letter):04x}" for letter in KEY))
    for words in (telling, escaped):
        watcher = Watcher()
        with (
            serving([Reply(words, pieces=3)]) as server,
            pytest.raises(NoProposalError, match="holds the key"),
        ):
            watched(server, watcher, key=KEY)
        assert watcher.sentences == [CLOSED]


def test_pieces_are_not_waited_for_without_end() -> None:
    never = threading.Event()
    with serving([Reply(TRUE, until=never)]) as server:
        with pytest.raises(NoProposalError, match="in time"):
            watched(server, Watcher(), deadline=0.7)
        never.set()
