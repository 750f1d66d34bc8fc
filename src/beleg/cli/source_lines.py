"""The sources of a dossier as lines of the terminal, the way the page will print them."""

from beleg.publishing.source_list import source_list
from beleg.publishing.words import shown
from beleg.review.disclosing import compared
from beleg.terms.dossier import Dossier


def source_lines(dossier: Dossier) -> list[str]:
    """What readers will be told about every source, in the article's language, before anybody signs that."""
    sources = source_list(dossier.sources, compared(dossier), dossier.language)
    if not sources:
        return ["The page will name no sources: there are none."]
    lines = ["The page will name these sources, in its data also with date and hash:"]
    for number, source in enumerate(sources, start=1):
        remark = f" ({source.remark})" if source.remark else ""
        lines.append(f"  {number}. {source.words}{remark}")
        if source.address:
            lines.append(f"     {shown(source.address)}")
    lines.append("The bundle adds file name and author of each. No source of the dossier can be left out.")
    return lines
