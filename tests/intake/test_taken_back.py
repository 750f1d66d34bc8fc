"""Documents that say of themselves that their publisher took them back, each in the words of its format."""

import json

import pytest

from beleg.intake import take_in
from beleg.intake.stated import taken_back

TEXT = "Der Gemeinderat von Mühlried hat am Dienstag die Sanierung des Hallenbads beschlossen."


def _ninjs(**status: str) -> bytes:
    fields = {"uri": "urn:a", "type": "text", "headline": "Hallenbad", "body_text": TEXT, **status}
    return json.dumps(fields).encode()


def _newsml_g2(status: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:a" version="2">
<itemMeta><versionCreated>2026-03-06T08:00:00Z</versionCreated>{status}</itemMeta>
<contentMeta><headline>Hallenbad</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{TEXT}</p></body></html></inlineXML></contentSet>
</newsItem>""".encode()


def _nitf(status: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf><head><docdata{status}/></head><body><body.head><hedline><hl1>Hallenbad</hl1></hedline></body.head>
<body.content><p>{TEXT}</p></body.content></body></nitf>""".encode()


def _newsml_1(status: str) -> bytes:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<NewsML><NewsItem><NewsManagement>{status}</NewsManagement><NewsComponent><NewsLines><HeadLine>Hallenbad</HeadLine></NewsLines>
<ContentItem><DataContent><p>{TEXT}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>""".encode()


def _page(status: str) -> bytes:
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Hallenbad"}
    if status:
        data["creativeWorkStatus"] = status
    body = "".join(f"<p>{TEXT} Das ist der {n}. Absatz dieser Meldung aus dem Rathaus.</p>" for n in range(4))
    return (
        f'<!doctype html><html lang="de"><head><title>Hallenbad</title><script type="application/ld+json">{json.dumps(data)}'
        f"</script></head><body><article><h1>Hallenbad</h1>{body}</article></body></html>"
    ).encode()


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (_ninjs(pubstatus="canceled"), "pubstatus: canceled"),
        (_ninjs(pubStatus="Cancelled"), "pubstatus: Cancelled"),
        (_ninjs(pubstatus="usable"), ""),
        (_ninjs(pubstatus="withheld"), ""),
        (_ninjs(headline="Canceled"), ""),
        (_newsml_g2('<pubStatus qcode="stat:canceled"/>'), "pubStatus: stat:canceled"),
        (
            _newsml_g2('<pubStatus uri="http://cv.iptc.org/newscodes/pubstatusg2/canceled"/>'),
            "pubStatus: http://cv.iptc.org/newscodes/pubstatusg2/canceled",
        ),
        (_newsml_g2('<pubStatus qcode="stat:usable"/>'), ""),
        (_newsml_g2(""), ""),
        (_nitf(' management-status="canceled"'), "management-status: canceled"),
        (_nitf(' management-status="usable"'), ""),
        (_nitf(""), ""),
        (_newsml_1('<Status FormalName="Canceled"/>'), "Status: Canceled"),
        (_newsml_1('<Status FormalName="Usable"/>'), ""),
        (_page("Withdrawn"), "creativeWorkStatus: Withdrawn"),
        (_page("https://schema.org/Retracted"), "creativeWorkStatus: https://schema.org/Retracted"),
        (_page("Published"), ""),
        (_page(""), ""),
    ],
)
def test_what_a_document_says_of_itself(raw: bytes, says: str) -> None:
    (source,) = take_in(raw, name="a")
    assert TEXT in source.text
    assert source.taken_back == says


@pytest.mark.parametrize(
    "status", ["", "usable", "not canceled yet", "canceled by mistake, usable again", "x" * 300 + ":canceled"]
)
def test_another_status_is_none(status: str) -> None:
    assert taken_back("pubstatus", status) == ""
