"""A release: nothing goes to a target unless the newsroom's key says that somebody signed exactly this."""

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

import pytest

from beleg.publishing import targets
from beleg.publishing.article import Article
from beleg.publishing.changes import Correction
from beleg.publishing.release import Release
from beleg.publishing.targets import newsml_g2, ninjs, ninjs_lower_case
from beleg.publishing.targets import page as page_target
from beleg.terms.refusal import Error
from beleg.terms.revision import content_hash
from tests.publishing.releases import PUBLIC, envelope_for, released
from tests.publishing.story import CONTENT, OTHER, signed

ARTICLE = signed().article()
ENVELOPE = envelope_for(ARTICLE)


def test_what_was_signed_is_released() -> None:
    release = released(ARTICLE)

    assert release.headline == "Quellenbrück baut die Fähre neu"
    assert release.body[0].text.startswith("Die Fähre von Quellenbrück")
    assert release.written_by == "Jan Kolk"
    assert release.item.startswith("urn:uuid:")


@pytest.mark.parametrize(
    ("article", "reason"),
    [
        (replace(ARTICLE, content=CONTENT + "Noch ein Satz."), "not the one that was signed"),
        (
            replace(
                ARTICLE,
                content="# Anderes\n\nText.",
                disclosure=replace(ARTICLE.disclosure, content_sha256=content_hash("# Anderes\n\nText.")),
            ),
            "about another text",
        ),
        (replace(ARTICLE, dossier="akte-2"), "about another dossier"),
        (
            replace(ARTICLE, disclosure=replace(ARTICLE.disclosure, signed_by=OTHER.id)),
            "somebody else signed",
        ),
        (replace(ARTICLE, signer=OTHER), "somebody else is named as its signer"),
        (
            replace(
                ARTICLE, disclosure=replace(ARTICLE.disclosure, signed_at="2026-11-23T10:00:00.000000+00:00")
            ),
            "given at another moment",
        ),
        (
            replace(ARTICLE, corrections=(Correction(at="2026-11-23T11:00:00+00:00", note="Neu."),)),
            "about other corrections",
        ),
    ],
)
def test_anything_else_is_refused(article: Article, reason: str) -> None:
    with pytest.raises(Error, match=reason):
        Release(article=article, envelope=ENVELOPE, newsroom_key=PUBLIC)


def test_another_key_is_refused() -> None:
    other = bytes.fromhex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")  # RFC 8032, 7.1

    with pytest.raises(Error, match="names another key"):
        Release(article=ARTICLE, envelope=ENVELOPE, newsroom_key=other)


@pytest.mark.parametrize("position", range(0, len(ENVELOPE), 7))
def test_a_changed_byte_of_the_sign_off_is_refused(position: int) -> None:
    changed = bytearray(ENVELOPE)
    changed[position] ^= 1

    with pytest.raises(Error):
        Release(article=ARTICLE, envelope=bytes(changed), newsroom_key=PUBLIC)


@pytest.mark.parametrize("envelope", [b"", b"{}", b'{"payload":"","payloadType":"","signatures":[]}'])
def test_without_a_sign_off_there_is_no_release(envelope: bytes) -> None:
    with pytest.raises(Error):
        Release(article=ARTICLE, envelope=envelope, newsroom_key=PUBLIC)


def test_nothing_is_released_under_an_embargo() -> None:
    until = replace(ARTICLE, embargoed_until="2026-11-23T10:09:00+00:00")

    with pytest.raises(Error, match="under embargo until 2026-11-23T10:09"):
        released(until)
    assert released(replace(until, released_at="2026-11-23T11:09:00.000000+01:00")).headline


@pytest.mark.parametrize("name", ["published_at", "modified_at", "released_at", "embargoed_until"])
@pytest.mark.parametrize("moment", ["gestern", "2026-11-23T10:00:00"])
def test_a_moment_that_is_none_is_refused(name: str, moment: str) -> None:
    changes: dict[str, str] = {name: moment}

    with pytest.raises(Error, match=moment):
        released(replace(ARTICLE, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize("content", ["Nur ein Satz.", "## Nur eine Zwischenzeile", "", "#\n\nText."])
def test_a_text_without_a_headline_is_not_released(content: str) -> None:
    disclosure = replace(ARTICLE.disclosure, content_sha256=content_hash(content))

    with pytest.raises(Error, match="the text has no headline"):
        released(replace(ARTICLE, content=content, disclosure=disclosure))


@pytest.mark.parametrize(
    "render", [page_target.render, ninjs.render, ninjs_lower_case.render, newsml_g2.render]
)
def test_a_target_takes_nothing_but_a_release(render: Callable[[Release], bytes]) -> None:
    with pytest.raises(AttributeError):
        render(ARTICLE)  # type: ignore[arg-type]


def test_every_target_asks_for_a_release() -> None:
    names = [found.name for found in iter_modules(targets.__path__)]

    assert names == ["atom", "c2pa", "newsml_g2", "ninjs", "ninjs_lower_case", "page"]
    for name in names:
        render = import_module(f"beleg.publishing.targets.{name}").render
        assert any("Release" in str(kind) for kind in render.__annotations__.values()), name
