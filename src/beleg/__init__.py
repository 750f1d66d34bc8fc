"""Beleg ties every sentence of a news article to its evidence, and lets nothing out unsigned.

    import beleg

    sources = beleg.take_in("meldung.xml")
    report = beleg.check("Der Rat stimmte mit 21 zu 9 Stimmen zu.", sources=sources)
    for finding in report.findings:
        print(finding.check, finding.message)

Names are loaded when they are first used, so that `import beleg` stays quick; `__init__.pyi` tells type checkers
where they come from. Everything in `__all__` is part of the contract.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOMES = {
    "beleg.api.entrance": ("check", "read", "take_in"),
    "beleg.models.chat_judge": ("ChatJudge",),
    "beleg.second_judge": ("NoAnswerError", "Question", "SecondJudge"),
    "beleg.style_sheet": ("read_style",),
    "beleg.terms.finding": ("Finding", "Severity"),
    "beleg.terms.house_style": ("CheckWeight", "HouseStyle", "HouseWord", "Weight"),
    "beleg.terms.opinion": ("Answer", "Opinion"),
    "beleg.terms.passage": ("Passage",),
    "beleg.terms.quotation": ("Medium", "Quotation", "QuotationKind"),
    "beleg.terms.reading": ("Block", "BlockKind", "Reading", "Sentence", "Voice"),
    "beleg.terms.refusal": ("Error",),
    "beleg.terms.report": ("CheckedSentence", "Coverage", "Report", "Verdict"),
    "beleg.terms.source": ("Source",),
    "beleg.terms.span": ("Span",),
    "beleg.terms.token": ("Token",),
    "beleg.terms.unit": ("Outcome", "Unit", "UnitKind"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [  # noqa: PLE0604  # computed, so that a name cannot be listed without a home
    *sorted(_HOME_OF),
    "__version__",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home on first use; AttributeError for any other name."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'beleg' has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME_OF})
