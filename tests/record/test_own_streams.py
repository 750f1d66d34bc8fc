"""The chains that belong to no dossier: entries of the house style come back as they were written."""

from hypothesis import given

from beleg.record.canonical import LINES, decode, encode
from beleg.record.chain import link
from beleg.record.own_streams import STYLE
from beleg.terms.events_style import HouseStyleSet
from tests.record.generated import style_settings


@given(style_settings)
def test_a_setting_comes_back_from_its_line(event: HouseStyleSet) -> None:
    entry = link(event, dossier=STYLE, by="p-1", at="2026-01-01T00:00:00.000000Z", after=None)
    line = encode(entry)
    assert decode(line) == entry
    assert LINES.entry(line) == entry
    assert b'"type":"house_style_set"' in line
