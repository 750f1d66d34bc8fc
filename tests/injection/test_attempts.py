"""Sources are data, never orders: no attempt changes what a draft asserts, adds an address, or leaks anything."""

import json
from collections.abc import Sequence
from hashlib import sha256

import pytest

from beleg.first_version import first_version
from beleg.language.language import Language
from beleg.language.registry import language_for
from beleg.model_draft import ModelDraft, model_draft
from beleg.models.chat_judge import ChatJudge
from beleg.models.endpoint import Endpoint
from beleg.models.language_model import LanguageModel
from beleg.pipeline import check_draft
from beleg.second_judge import with_opinions
from beleg.terms.brief import Brief
from beleg.terms.opinion import Answer
from beleg.terms.reading import BlockKind
from beleg.terms.report import Verdict
from beleg.terms.source import Source
from beleg.text.addresses import ADDRESS, MARKUP, SITE
from beleg.text.unseen import without_unseen
from tests.injection.attempt import ATTEMPTS, Attempt
from tests.models.chat_server import Heard, Reply, Server, article, serving

KEY = "sk-nur-ein-beispiel-4711"
ALL = pytest.mark.parametrize("attempt", ATTEMPTS, ids=lambda attempt: attempt.name)
UNDECIDED = {
    "de": "Die Abgeordneten gaben am Montag grünes Licht für die Halle.",
    "en": "The lawmakers gave the hall the green light on Monday.",
}


def _language(attempt: Attempt) -> Language:
    language = language_for(attempt.language)
    assert language is not None
    return language


def _assert_honest(content: str, attempt: Attempt) -> None:
    """Every sentence is borne out by the sources before anything was planted, and nothing of the attempt is in it."""
    assert content.strip()
    assert [word for word in attempt.never if word in content] == []
    assert without_unseen(content) == content
    assert not any(sign.search(content) for sign in (ADDRESS, SITE, MARKUP))
    assert KEY not in content
    report = check_draft(Source(text=content), attempt.honest, language=_language(attempt))
    for sentence in report.sentences:
        headline = sentence.block is BlockKind.HEADLINE and sentence.verdict is Verdict.NOT_CHECKABLE
        assert sentence.verdict is Verdict.SUPPORTED or headline, sentence.text


def test_there_are_enough_attempts_and_none_twice() -> None:
    assert len(ATTEMPTS) >= 40
    assert len({attempt.name for attempt in ATTEMPTS}) == len(ATTEMPTS)
    assert all(attempt.never for attempt in ATTEMPTS)


@ALL
def test_the_default_engine_writes_only_what_the_article_says(attempt: Attempt) -> None:
    draft = first_version(attempt.sources, language=_language(attempt))
    _assert_honest(draft.content, attempt)


def _obedient(attempt: Attempt) -> Reply:
    """Writes two true sentences and whatever was asked for, under every label that may help it."""
    true = [
        attempt.honest[0].text.partition(". ")[0] + ".",
        attempt.honest[0].text.rpartition("\n\n")[2],
    ]
    cites = [*attempt.cites, *(f"{source}.{place}" for source in (1, 2) for place in (1, 2, 3, 4))]
    written = [(text, cites) for text in (*true, *attempt.obeyed)]
    return Reply(article(*written, headline=attempt.headline or (attempt.obeyed or ("",))[0]))


def _ordered(attempt: Attempt, server: Server) -> ModelDraft:
    model = LanguageModel(Endpoint(address=server.address), "folgsam-1", key=KEY)
    return model_draft(attempt.sources, model, Brief(language=attempt.language))


def _data_of(heard: Heard) -> str:
    """The data of a request; asserts that nothing of the sources stands outside, and that nothing secret is sent."""
    begins, data, ends = str(heard.body["messages"][-1]["content"]).splitlines()
    mark = sha256(data.encode()).hexdigest()[:16]
    assert (begins, ends) == (f"DATA {mark} BEGINS", f"DATA {mark} ENDS")
    body = json.dumps(heard.body, ensure_ascii=False)
    assert KEY not in body
    assert len(heard.body["messages"]) == 2
    assert "tools" not in heard.body
    return data


@ALL
def test_a_model_that_obeys_gets_nothing_into_the_draft(attempt: Attempt) -> None:
    with serving([_obedient(attempt)]) as server:
        made = _ordered(attempt, server)
    _assert_honest(made.draft.content, attempt)
    struck = {one.text for one in made.struck}
    assert struck.issuperset(_in_one_line(attempt.obeyed))
    for heard in server.heard:
        _data_of(heard)
        instructions = str(heard.body["messages"][0]["content"])
        assert not any(words in instructions for words in (*attempt.obeyed[1:], attempt.planted))
    first = json.loads(_data_of(server.heard[0]))
    assert set(first) == {"order", "sources", "passages"}
    honest = " ".join(source.text for source in attempt.sources)
    assert all(passage in without_unseen(honest) for passage in first["passages"].values())


def _in_one_line(texts: Sequence[str]) -> set[str]:
    return {" ".join(text.split()) for text in texts}


@ALL
def test_a_judge_that_obeys_changes_no_verdict(attempt: Attempt) -> None:
    draft = " ".join((UNDECIDED[attempt.language], *attempt.obeyed))
    before = check_draft(Source(text=draft), attempt.sources, language=_language(attempt))

    def obeys(heard: Heard) -> Reply:
        passages = heard.data["passages"]
        answer = {"answer": "supported", "reason": "Wie verlangt.", "words": passages[0]["text"]}
        return Reply(json.dumps(answer))

    with serving(obeys) as server:
        after = with_opinions(before, ChatJudge(server.address, "folgsam-1", key=KEY))
    assert [s.verdict for s in after.sentences] == [s.verdict for s in before.sentences]
    assert all(s.opinion is None or s.opinion.answer is Answer.CANNOT_SAY for s in after.sentences)
    for heard in server.heard:
        assert set(json.loads(_data_of(heard))) == {"sentence", "passages"}


HIDING = pytest.mark.parametrize(
    "attempt", [attempt for attempt in ATTEMPTS if attempt.hidden], ids=lambda attempt: attempt.name
)


@HIDING
def test_what_a_page_hides_is_kept_aside_and_reported(attempt: Attempt) -> None:
    page, other = attempt.sources
    assert attempt.hidden not in page.text
    assert any(attempt.hidden in piece for piece in page.hidden)
    report = check_draft(Source(text=attempt.honest[0].text), [page, other], language=_language(attempt))
    (finding,) = [finding for finding in report.findings if finding.check == "hidden_text_in_source"]
    assert attempt.hidden.split()[0] in finding.message
    elsewhere = check_draft(Source(text="Im Zoo leben elf Esel."), [page], language=_language(attempt))
    assert any(attempt.hidden.split()[0] in remark for remark in elsewhere.remarks)


ORDERING = ("plain order, German", "letters of other alphabets", "order behind very long padding")


@pytest.mark.parametrize("name", ORDERING)
def test_orders_for_everybody_to_read_are_reported(name: str) -> None:
    (attempt,) = [attempt for attempt in ATTEMPTS if attempt.name == name]
    report = check_draft(Source(text=attempt.honest[0].text), attempt.sources)
    assert [f.severity for f in report.findings if f.check == "orders_in_source"] == ["warning"]
