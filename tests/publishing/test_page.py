"""The page: the signed words and nothing but, readable without anything else, with data other tools understand."""

import re
from dataclasses import replace

import extruct
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from beleg.publishing.article import Article, article_of, named
from beleg.publishing.changes import Correction, Predecessor
from beleg.publishing.digital_source import digital_source_type
from beleg.publishing.item import item_id
from beleg.publishing.page_reading import read_page
from beleg.publishing.structured import Stated, disagreements, json_ld, stated
from beleg.publishing.targets import page as page_target
from beleg.publishing.words import ShownBlock, ShownLink, shown_blocks
from beleg.terms.account import Account
from beleg.terms.reading import BlockKind
from beleg.terms.refusal import Error
from beleg.terms.report import Coverage
from beleg.terms.revision import content_hash
from tests.publishing.releases import released
from tests.publishing.story import CONTENT, FIRST, PEOPLE, SECOND, SIGNER, WRITER, opened, signed

ARTICLE = signed().article()


def with_content(content: str) -> Article:
    """The article with another text, as if that had been signed."""
    return replace(
        ARTICLE, content=content, disclosure=replace(ARTICLE.disclosure, content_sha256=content_hash(content))
    )


def render(article: Article) -> bytes:
    """The page of an article, signed as it says it was."""
    return page_target.render(released(article))


def news_article(page: bytes) -> dict[str, object]:
    """The one JSON-LD object of a page, as extruct reads it."""
    found = extruct.extract(page.decode("utf-8"), syntaxes=["json-ld"])["json-ld"]
    assert len(found) == 1
    assert isinstance(found[0], dict)
    return found[0]


def test_the_page_says_the_signed_words_block_by_block() -> None:
    assert read_page(render(ARTICLE)).blocks == (
        ShownBlock(BlockKind.HEADLINE, "Quellenbrück baut die Fähre neu"),
        ShownBlock(BlockKind.PARAGRAPH, "Die Fähre von Quellenbrück wird für 1,2 Millionen Euro erneuert."),
        ShownBlock(BlockKind.SUBHEAD, "Was geplant ist"),
        ShownBlock(BlockKind.ITEM, "Der Umbau beginnt im März."),
        ShownBlock(BlockKind.ITEM, "Die Überfahrt bleibt kostenlos."),
        ShownBlock(
            BlockKind.PARAGRAPH,
            "„Wir haben lange darauf gewartet“, sagte Bürgermeisterin Imke Rohloff. Der Rat stimmte zu.",
        ),
    )


def test_the_page_names_what_the_record_shows() -> None:
    page = read_page(render(ARTICLE))

    assert page.disclosure == (
        "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft."
    )
    assert page.details == ARTICLE.wording.details
    assert page.byline == "Quellenbrücker Bote · Von Jan Kolk · Veröffentlicht: 23. November 2026"
    assert page.signer == "Ruth Amsel (Chefin vom Dienst)"
    assert page.content_sha256 == content_hash(CONTENT)
    assert page.record_head == signed().dossier.head
    assert page.confirmed == ("Der Rat stimmte zu.",)
    assert page.sources == (
        (FIRST.source, "Pressestelle Quellenbrück: Die Fähre, Teil 1"),
        (SECOND.source, "Pressestelle Quellenbrück: Die Fähre, Teil 2"),
    )
    assert page.checks == ("quotation_altered", "number_changed")
    assert "(quotations: 1 geprüft, kein Befund)" in page.around
    assert "(nicht geprüft: Die Quellen nennen keine Zahlen)" in page.around
    assert "(gleicher Ursprung wie eine andere Quelle)" in page.around
    assert page.around[:5] == (
        "Wer freigegeben hat und was geprüft wurde",
        "Freigegeben von",
        "Freigegeben am",
        "23. November 2026, 10:07 Uhr (UTC)",
        "SHA-256 des freigegebenen Textes",
    )
    assert page.foreign == ()


def test_what_no_record_holds_is_read_from_the_data() -> None:
    article = replace(ARTICLE, publishing_principles="https://a.example/")

    assert stated(json_ld(article)) == Stated(
        publisher="Quellenbrücker Bote",
        publishing_principles="https://a.example/",
    )
    for none in ("", "[]", '{"publisher":[],"datePublished":1}'):
        assert stated(none) == Stated()


def test_an_english_page_is_english_throughout() -> None:
    article = replace(ARTICLE, language="en", modified_at="2026-11-24T09:00:00+00:00")

    page = render(article).decode("utf-8")

    assert '<html lang="en">' in page
    assert (
        "Quellenbrücker Bote · By Jan Kolk · Published: 23 November 2026 · Changed: 24 November 2026" in page
    )
    for label in (
        "Who signed off and what was checked",
        "Signed off by",
        "Sources",
        "Checks by Beleg",
        "Confirmed by a person",
    ):
        assert label in page
    assert "(quotations: 1 checked, no finding)" in page
    assert "same origin as another source" in page
    assert not re.search("Veröffentlicht:|Freigegeben (von|am)<|Quellen<|geprüft,", page)


def test_the_data_are_read_back_by_an_independent_parser() -> None:
    found = news_article(render(replace(ARTICLE, publishing_principles="https://zeitung.example/regeln")))

    assert found == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "@id": "urn:uuid:d05ffa5a-43cf-522d-8856-bcfd8c215aa0",
        "version": "1",
        "wordCount": 35,
        "mainEntityOfPage": "https://zeitung.example/faehre",
        "headline": "Quellenbrück baut die Fähre neu",
        "articleBody": (
            "Die Fähre von Quellenbrück wird für 1,2 Millionen Euro erneuert.\n\nWas geplant ist\n\n"
            "Der Umbau beginnt im März.\n\nDie Überfahrt bleibt kostenlos.\n\n"
            "„Wir haben lange darauf gewartet“, sagte Bürgermeisterin Imke Rohloff. Der Rat stimmte zu."
        ),
        "inLanguage": "de",
        "datePublished": "2026-11-23T10:08:00.000000+00:00",
        "dateModified": "2026-11-23T10:08:00.000000+00:00",
        "author": [{"@type": "Person", "name": "Jan Kolk", "jobTitle": "Redakteur"}],
        "editor": {"@type": "Person", "name": "Ruth Amsel", "jobTitle": "Chefin vom Dienst"},
        "publisher": {"@type": "NewsMediaOrganization", "name": "Quellenbrücker Bote"},
        "creditText": (
            "Mit maschineller Unterstützung erstellt und vor der Veröffentlichung von Ruth Amsel (Chefin vom Dienst) geprüft."
        ),
        "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits",
        "identifier": {"@type": "PropertyValue", "propertyID": "SHA-256", "value": content_hash(CONTENT)},
        "citation": [
            {
                "@type": "CreativeWork",
                "identifier": FIRST.source,
                "name": "Die Fähre, Teil 1",
                "publisher": {"@type": "Organization", "name": "Pressestelle Quellenbrück"},
                "datePublished": "2026-11-20T08:00:00+01:00",
                "url": "https://quellenbrueck.example/faehre?a=1&b=2",
            },
            {
                "@type": "CreativeWork",
                "identifier": SECOND.source,
                "name": "Die Fähre, Teil 2",
                "publisher": {"@type": "Organization", "name": "Pressestelle Quellenbrück"},
                "datePublished": "2026-11-20T08:00:00+01:00",
            },
        ],
        "url": "https://zeitung.example/faehre",
        "publishingPrinciples": "https://zeitung.example/regeln",
    }


def test_what_is_not_known_is_left_out() -> None:
    bare = replace(
        ARTICLE, publisher="", address="", writers=(), sources=(), signer=replace(SIGNER, function="")
    )

    found = news_article(render(bare))

    assert not {"publisher", "url", "author", "citation", "publishingPrinciples"} & set(found)
    assert found["editor"] == {"@type": "Person", "name": "Ruth Amsel"}


BREAKOUT = "</script><script>alert(1)</script><!-- <img src=x onerror=alert(1)> & \" ' Ende"


def test_nothing_breaks_out_of_its_place() -> None:
    hostile = Account(id=SIGNER.id, login="x", name=f"{BREAKOUT}\u2028Ende", function=BREAKOUT)
    article = replace(
        with_content(f"# {BREAKOUT}\n\n{BREAKOUT}\n\n- {BREAKOUT}\n"),
        signer=hostile,
        writers=(hostile,),
        publisher=BREAKOUT,
        sources=(replace(FIRST, title=BREAKOUT, publisher=BREAKOUT, address="javascript:alert(1)"),),
        confirmed=(BREAKOUT,),
        address='https://zeitung.example/"><script>',
    )

    raw = render(article)
    page, data = read_page(raw), news_article(raw)

    assert raw.count(b"<script") == 1
    assert b"javascript:" not in raw
    assert page.foreign == ()
    assert [block.text for block in page.blocks] == [BREAKOUT] * 3
    assert page.signer == f"{BREAKOUT} Ende ({BREAKOUT})"
    assert page.confirmed == (BREAKOUT,)
    assert page.sources == ((FIRST.source, f"{BREAKOUT}: {BREAKOUT}"),)
    assert data["headline"] == BREAKOUT
    assert data["articleBody"] == f"{BREAKOUT}\n\n{BREAKOUT}"
    assert data["url"] == 'https://zeitung.example/"><script>'


def test_teaser_block_quotes_and_links_are_shown_as_such() -> None:
    article = with_content(
        "# Rat kauft Fähre\n\n**Das Boot ist [alt](https://faehre.example/?a=1&b=2).**\n\n"
        "> „Wir [fahren](mailto:amt@faehre.example)“,\n> sagte Kern.\n\n- [Plan](https://faehre.example/plan_(1).pdf)"
    )

    raw = render(article)

    assert read_page(raw).blocks == (
        ShownBlock(BlockKind.HEADLINE, "Rat kauft Fähre"),
        ShownBlock(
            BlockKind.TEASER, "Das Boot ist alt.", (ShownLink(13, 16, "https://faehre.example/?a=1&b=2"),)
        ),
        ShownBlock(
            BlockKind.QUOTE, "„Wir fahren“, sagte Kern.", (ShownLink(5, 11, "mailto:amt@faehre.example"),)
        ),
        ShownBlock(BlockKind.ITEM, "Plan", (ShownLink(0, 4, "https://faehre.example/plan_(1).pdf"),)),
    )
    assert read_page(raw).blocks == shown_blocks(article.content)
    assert read_page(raw).foreign == ()
    assert b'<a href="https://faehre.example/?a=1&amp;b=2">alt</a>' in raw
    data = news_article(raw)
    assert data["description"] == "Das Boot ist alt."
    assert data["articleBody"] == "Das Boot ist alt.\n\n„Wir fahren“, sagte Kern.\n\nPlan"
    assert data["wordCount"] == 9
    assert disagreements(read_page(raw).json_ld, article) == ()


@pytest.mark.parametrize(
    ("signed_as", "shown_as", "noticed"),
    [
        ('href="https://faehre.example/a"', 'href="https://betrug.example/a"', ()),
        ('href="https://faehre.example/a"', 'href="javascript:alert(1)"', ("a link that is no web address",)),
        (
            'href="https://faehre.example/a"',
            'href="https://faehre.example/a" onclick="a()"',
            ("the attribute onclick", "an element that is no block"),
        ),
        (">Plan</a>", "><span>Plan</span></a>", ("an element that is no block",)),
    ],
)
def test_another_link_than_the_signed_one_is_noticed(
    signed_as: str, shown_as: str, noticed: tuple[str, ...]
) -> None:
    article = with_content("# Fähre\n\nDer [Plan](https://faehre.example/a) liegt aus.")
    raw = render(article).decode()
    assert signed_as in raw

    page = read_page(raw.replace(signed_as, shown_as).encode())

    assert page.foreign == noticed
    assert page.blocks != shown_blocks(article.content)


def test_a_mailbox_is_linked_from_the_text_only() -> None:
    raw = render(with_content("# Fähre\n\nDer Plan liegt aus.")).replace(
        b"<footer>", b'<footer><a href="mailto:wer@auch.example">Post</a>'
    )
    assert read_page(raw).foreign == ("a link that is no web address",)


_MARKS = st.sampled_from(
    ["[", "](https://a.example/b)", "[Rat](https://a.example/b)", "**", "> ", "\n", "\n\n", "# ", "- "]
)


@settings(max_examples=120, deadline=None)
@given(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=200),
        st.lists(st.one_of(_MARKS, st.text("Ab. ", max_size=4)), max_size=30).map("".join),
    )
)
def test_any_text_comes_back_from_the_page_word_for_word(text: str) -> None:
    article = with_content(f"# Kopf\n\n{text}")

    raw = render(article)

    assert read_page(raw).title == "Kopf"
    assert read_page(raw).blocks == shown_blocks(article.content)
    assert read_page(raw).foreign == ()
    assert disagreements(read_page(raw).json_ld, article) == ()
    assert render(article) == raw


def test_what_html_cannot_carry_is_shown_as_a_replacement_character() -> None:
    assert [block.text for block in read_page(render(with_content("# eins\x00zwei\x85drei"))).blocks] == [
        "eins\ufffdzwei\ufffddrei"
    ]


def test_no_word_of_the_working_title_goes_out() -> None:
    story = signed(title="Zebraquaste: intern, nicht für draußen")

    page = story.publish()

    assert read_page(page).title == news_article(page)["headline"] == "Quellenbrück baut die Fähre neu"
    assert not re.search("zebraquaste|intern|draußen", page.decode("utf-8"), re.IGNORECASE)


@pytest.mark.parametrize("content", ["Nur ein Satz.", "## Nur eine Zwischenzeile", "", "#\n\nText."])
def test_there_is_no_page_without_a_headline(content: str) -> None:
    article = with_content(content)

    with pytest.raises(Error, match="the text has no headline"):
        render(article)
    assert "headline" not in json_ld(article)


def test_a_headline_below_the_first_paragraph_is_the_title_too() -> None:
    page = read_page(render(with_content("Vorspann.\n\n# <Kopf> & Co.\n\nText.")))

    assert page.title == "<Kopf> & Co."
    assert [block.kind for block in page.blocks] == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
    ]


def test_a_source_that_was_not_compared_is_marked() -> None:
    page = read_page(render(replace(ARTICLE, compared=(FIRST,))))

    assert "(gleicher Ursprung wie eine andere Quelle; nicht verglichen)" in page.around
    assert page.sources[1] == (SECOND.source, "Pressestelle Quellenbrück: Die Fähre, Teil 2")


@pytest.mark.parametrize(
    ("count", "german", "english"),
    [(0, "kein Befund", "no finding"), (1, "1 Befund", "1 finding"), (12, "12 Befunde", "12 findings")],
)
def test_what_a_check_looked_at_is_said_with_what_it_found(count: int, german: str, english: str) -> None:
    article = replace(
        ARTICLE,
        coverage=(Coverage("number_changed", looked_at=12, unit="Zahlen"),),
        found=("name_changed", *["number_changed"] * count),
    )

    assert f"(Zahlen: 12 geprüft, {german})" in read_page(render(article)).around
    assert f"(Zahlen: 12 checked, {english})" in read_page(render(replace(article, language="en"))).around


def test_a_check_that_had_nothing_to_look_at_does_not_say_that_nought_was_checked() -> None:
    article = replace(ARTICLE, coverage=(Coverage("number_changed", looked_at=0, unit="Zahlen"),), found=())
    assert "(Zahlen: keine im Text)" in read_page(render(article)).around
    assert "(Zahlen: none in the text)" in read_page(render(replace(article, language="en"))).around
    assert "(Zahlen: 0 geprüft, kein Befund)" in read_page(render(replace(article, figures=0))).around
    found = replace(article, found=("number_changed",))
    assert "(Zahlen: 0 geprüft, 1 Befund)" in read_page(render(found)).around


def test_nothing_is_loaded_and_nothing_runs() -> None:
    page = render(ARTICLE).decode("utf-8")

    assert "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" in page
    assert not re.search(r"\ssrc=|<iframe|<img|<form|\son[a-z]+=|@import|url\(", page)
    assert re.findall(r"<link [^>]*>", page) == [
        '<link rel="canonical" href="https://zeitung.example/faehre">'
    ]


def _luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_text_colour_has_a_contrast_of_seven_to_one_by_day_and_by_night() -> None:
    page = render(ARTICLE).decode("utf-8")
    schemes = [dict(re.findall(r"--(\w+): (#\w{6})", rule)) for rule in re.findall(r":root \{[^}]*\}", page)]

    assert len(schemes) == 3  # day, night, print
    for scheme in schemes:
        paper = _luminance(scheme["paper"])
        for name in ("ink", "quiet", "link"):
            light, dark = sorted((paper, _luminance(scheme[name])), reverse=True)
            assert (light + 0.05) / (dark + 0.05) >= 7, (name, scheme)


@pytest.mark.parametrize(
    ("machine", "person", "engine", "term"),
    [
        (0, 3, "", "digitalCreation"),
        (3, 0, "beleg-extractive/0.1.0", "algorithmicMedia"),
        (2, 1, "beleg-extractive/0.1.0", "humanEdits"),
        (3, 0, "sprachmodell/7", "trainedAlgorithmicMedia"),
        (2, 1, "sprachmodell/7", "compositeWithTrainedAlgorithmicMedia"),
    ],
)
def test_the_digital_source_type_follows_from_the_origins(
    machine: int, person: int, engine: str, term: str
) -> None:
    engines = (engine,) if engine else ()
    disclosure = replace(ARTICLE.disclosure, machine=machine, person=person, engines=engines)

    assert digital_source_type(disclosure) == f"http://cv.iptc.org/newscodes/digitalsourcetype/{term}"


def test_only_addresses_of_the_web_become_links() -> None:
    for other in ("javascript:alert(1)", "file:///etc/passwd", "https://", "//a.example", "http://[::1"):
        page = render(replace(ARTICLE, sources=(replace(FIRST, address=other),), address="")).decode("utf-8")
        assert "<a " not in page
        assert f'"{other}"' not in page
    upper = render(replace(ARTICLE, address="HTTPS://Zeitung.Example/faehre"))
    assert b'<link rel="canonical" href="HTTPS://Zeitung.Example/faehre">' in upper
    assert read_page(upper).foreign == ()


def test_another_text_than_the_signed_one_is_refused() -> None:
    with pytest.raises(Error, match="not the one that was signed"):
        render(replace(ARTICLE, content=CONTENT + "Noch ein Satz."))


@pytest.mark.parametrize("moment", ["gestern", "2026-11-23T10:00:00"])
def test_a_moment_that_is_none_is_refused(moment: str) -> None:
    with pytest.raises(Error, match=moment):
        render(replace(ARTICLE, published_at=moment))


def test_without_a_signature_there_is_no_article() -> None:
    story = opened()
    story.check()

    with pytest.raises(Error, match="has not been signed"):
        story.article()


def test_a_person_who_is_not_known_is_not_passed_over() -> None:
    assert named(signed().dossier) == (WRITER.id, SIGNER.id)
    with pytest.raises(Error, match="konto-1 is named on the page"):
        article_of(signed().dossier, PEOPLE[1:], at="2026-11-23T11:00:00+00:00")


def test_a_second_publication_keeps_the_first_date() -> None:
    story = signed()
    story.publish()

    again = story.article(address="https://zeitung.example/anderswo")

    assert again.published_at == again.modified_at == story.entries[-1].at


def test_what_no_page_of_beleg_holds_is_noticed() -> None:
    page = render(ARTICLE).decode("utf-8")
    changes = {
        "a script": ("<main>", "<main><script>1</script>"),
        "the attribute onclick": ("<h1 ", '<h1 onclick="x()" '),
        "the attribute hidden": ("<footer>", "<footer hidden>"),
        "a <img>": ("<footer>", "<footer><img>"),
        "a file to load": ('rel="canonical"', 'rel="stylesheet"'),
        "a file to load from the style": ("<style>", "<style>@import 'x';"),
        "a comment or an instruction": ("<footer>", "<footer><!-- x -->"),
        "a link that is no web address": ('href="https://quellenbrueck', 'href="data:https://quellenbrueck'),
        "an instruction to the browser": ("Content-Security-Policy", "refresh"),
        "words outside every block": ("<footer>", "Noch etwas.<footer>"),
        "something beside the article": ("</main>", "<p>Noch etwas.</p></main>"),
        "an element that is no block": ("<footer>", "<p>Noch etwas.</p><footer>"),
    }
    for expected, (old, new) in changes.items():
        changed = page.replace(old, new, 1)
        assert changed != page
        assert expected in read_page(changed.encode("utf-8")).foreign, expected


def test_json_ld_that_disagrees_is_named() -> None:
    good = json_ld(ARTICLE)

    assert disagreements(good, ARTICLE) == ()
    assert disagreements(good.replace("kostenlos", "teuer"), ARTICLE) == ("articleBody",)
    assert disagreements(good.replace("Amsel", "Meise"), ARTICLE) == ("creditText", "editor")
    for none in ("", "[]", "{", "[" * 100_000):
        assert disagreements(none, ARTICLE) == ("JSON-LD",)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    try:
        page = read_page(raw)
    except Error as refused:
        assert str(refused) == "page.html: no HTML document."
    else:
        assert page.blocks == ()


CORRECTED = replace(
    ARTICLE,
    version=3,
    modified_at="2026-11-24T08:30:00+00:00",
    corrections=(
        Correction(
            at="2026-11-23T12:00:00+00:00", note="Es waren 1,2 Millionen Euro,\nnicht 1,3 <Millionen>."
        ),
        Correction(at="2026-11-24T08:30:00+00:00", note="Der Umbau beginnt im März."),
    ),
    updates=Predecessor(
        dossier="akte-0", headline="Fähre wird geprüft", address="https://zeitung.example/alt"
    ),
)


def test_corrections_stand_above_the_text_the_newest_first() -> None:
    raw = render(CORRECTED)
    page = read_page(raw)

    assert page.corrections == (
        "Korrektur vom 24. November 2026, 08:30 Uhr (UTC): Der Umbau beginnt im März.",
        "Korrektur vom 23. November 2026, 12:00 Uhr (UTC): "
        "Es waren 1,2 Millionen Euro, nicht 1,3 <Millionen>.",
    )
    assert page.byline.endswith("Geändert: 24. November 2026 · Version 3")
    assert raw.index(b"Korrektur vom 24.") < raw.index(b'data-block="paragraph"')
    assert (page.blocks, page.foreign) == (shown_blocks(CONTENT), ())
    assert news_article(raw)["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Es waren 1,2 Millionen Euro, nicht 1,3 <Millionen>.",
            "datePublished": "2026-11-23T12:00:00+00:00",
        },
        {
            "@type": "CorrectionComment",
            "text": "Der Umbau beginnt im März.",
            "datePublished": "2026-11-24T08:30:00+00:00",
        },
    ]
    assert news_article(raw)["version"] == "3"
    english = read_page(render(replace(CORRECTED, language="en")))
    assert english.corrections[0] == "Correction, 24 November 2026, 08:30 (UTC): Der Umbau beginnt im März."
    assert english.byline.endswith("Changed: 24 November 2026 · Version 3")


@pytest.mark.parametrize(
    ("headline", "address", "language", "expected"),
    [
        (
            "Fähre wird geprüft",
            "https://zeitung.example/alt",
            "de",
            ("Dieser Artikel setzt einen früheren fort: Fähre wird geprüft", "https://zeitung.example/alt"),
        ),
        ("Fähre wird geprüft", "", "en", ("This article continues an earlier one: Fähre wird geprüft", "")),
        (
            "",
            "https://zeitung.example/alt",
            "de",
            ("Dieser Artikel setzt einen früheren fort: früherer Artikel", "https://zeitung.example/alt"),
        ),
    ],
)
def test_an_update_links_what_it_continues(
    headline: str, address: str, language: str, expected: tuple[str, str]
) -> None:
    earlier = Predecessor(dossier="akte-0", headline=headline, address=address)
    raw = render(replace(ARTICLE, updates=earlier, language=language))

    assert read_page(raw).continues == expected
    assert read_page(raw).foreign == ()
    based_on = news_article(raw)["isBasedOn"]
    assert isinstance(based_on, dict)
    assert based_on["@id"] == item_id("akte-0")
    assert based_on.get("headline", "") == headline
    assert based_on.get("url", "") == address


def test_a_page_that_says_nothing_of_changes_has_none() -> None:
    page = read_page(render(ARTICLE))

    assert (page.corrections, page.continues, page.manifest) == ((), ("", ""), "")
    assert not {"correction", "isBasedOn"} & set(news_article(render(ARTICLE)))


def test_what_a_page_says_can_be_expected_without_having_the_page() -> None:
    assert page_target.expected(CORRECTED) == read_page(render(CORRECTED))


@pytest.mark.parametrize("link", ["https://a.example/x.c2pa", "page.c2pa"])
def test_a_manifest_is_named_and_loaded_by_nobody(link: str) -> None:
    page = render(replace(ARTICLE, manifest=link))

    assert f'<link rel="c2pa-manifest" href="{link}">'.encode() in page
    assert read_page(page).manifest == link
    assert read_page(page).foreign == ()


@pytest.mark.parametrize("link", ["../page.c2pa", "javascript:alert(1)", "//a.example/x", "a/b.c2pa", "?x"])
def test_a_manifest_elsewhere_than_beside_the_page_is_noticed(link: str) -> None:
    page = render(replace(ARTICLE, manifest="page.c2pa")).replace(
        b'href="page.c2pa"', f'href="{link}"'.encode()
    )

    assert "a link that is no web address" in read_page(page).foreign
