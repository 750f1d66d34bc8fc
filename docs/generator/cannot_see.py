"""The page on what Beleg cannot see: what was measured, and what every check says of its limits."""

from collections.abc import Mapping

from beleg.checks.catalogue import catalogue
from benchmarks.figures import floors, goals
from benchmarks.measured import measured
from benchmarks.rewrites.catalogue import described, generators
from docs.generator.checks import cannot_see
from docs.generator.page import Chapter, Page, table

ABOUT = """
Beleg holds a draft against the sources that were taken in. It knows nothing else.

- **Not whether it is true.** If a source is wrong, a draft that repeats it is supported. A lie told in two agency copies
  is supported twice; that both copies are one origin Beleg marks, that they are a lie it does not.
- **Not what is missing.** The side that was not asked, the sentence before the quotation that turns its sense, the
  correction that arrived later: a draft can be wrong with every sentence supported.
- **Not what a sentence means.** Comparison goes by words, numbers, names, quotations and verb moods. A free paraphrase
  looks like an invention, and is left to a person. One word exchanged for its opposite inside a paraphrase can go
  unnoticed. Who acts is seen
  only where an article shows it ("der Hund", "den Mann") or both are named: "Die Katze jagt die Maus" turned round is not.
- **Not who "sie" is** beyond simple cases, nor irony, nor dialogue without frames. "Die Ministerin" is somebody only where
  the text has named her so before; who chairs what in the world Beleg does not know.
- **Not every quotation.** A judgement of a law, an intention ("die Bank will …"), an idiom, a view in the narrator's voice
  and speech carried on in the indicative are read as the text's own words. How much is found of each kind stands on
  the page on [quotations](quotations.md#how-much-is-found).
- **Not what happened outside Beleg.** A chatbot's text pasted in counts as a person's.
- **Not pictures, captions inside images, tables, audio or video.**
- **Only German and English.** In any other language the report says that nothing was checked.

A sentence with the verdict `supported` is one for which the machine found a passage, not one that was proven. The verdict
can be wrong in both directions.
"""

MADE = """
## What it missed when it was measured

Rules of grammar changed sentences of published news in one way each, and each changed sentence was held against its own
article (`make bench`, suite `generated`). *Missed* are those that came out as `supported`. They are made by rules: what a
person or a machine writes is harder, as [the sentences written by hand](#sentences-written-by-hand) show. *Named* are those
whose finding says what is wrong.
"""

FAITHFUL = """
The same sentences said in another way, without a fault. *Held up* are those that did not come out as `supported`, and
cost a person's time for nothing.
"""

WRITTEN = """
### Sentences written by hand

German sentences written by hand for measuring, each against the article it was written on: traps of every kind, and true
sentences. There are few of each kind: one more or less missed moves a share by many per cent.
"""

ENGLISH = """
### English

English is weaker. On summaries with one edit each (SummEdits), a summary counts as faulty if any of its sentences is not
supported. Chance is 50 %.
"""

WRITTEN_KINDS = {
    "attribution_lost": "a reported claim told as a fact",
    "causal_invented": "a cause made up",
    "date_changed": "another date",
    "entity_swapped": "another person, place or body",
    "extrinsic": "nothing of it in the article",
    "generalised": "some become all",
    "hedge_lost": "a reservation dropped",
    "negation_flipped": "a negation dropped or put in",
    "number_changed": "another number",
    "quote_altered": "a word of a quotation changed",
    "role_reversed": "who did it to whom, exchanged",
    "wrong_speaker": "another speaker",
    "indirect_speech": "a quotation told indirectly",
    "merged": "two sentences in one",
    "near_verbatim": "almost the article's words",
    "number_reformatted": "a number in another look",
    "paraphrase": "other words",
    "verbatim_quote": "a quotation as it stands",
    "voice": "active and passive",
}
"""What the kinds of hand-written sentences are called on the page."""

DOMAINS = {
    "ectsum": "reports on company earnings",
    "podcast": "podcasts",
    "qmsumm": "meetings",
    "sales_email": "sales letters",
    "samsum": "chats",
}

GOALS = """
## Goals not reached

What the project wants of these figures, and what was measured. No release is held to a goal, and none is called reached
before it is measured.
"""

GOAL_WORDS = {
    "faithfulness.balanced_accuracy": "Hand-written German sentences: balanced accuracy",
    "published.self_errors": "Errors reported in published articles held against themselves",
    "summedits.average": "English summaries, all domains: balanced accuracy",
    "summedits.ectsum": "English reports on company earnings: balanced accuracy",
    "summedits.sales_email": "English sales letters: balanced accuracy",
}
"""What the figures with a goal are called, but for the made distortions, which say it themselves."""

IN_ITS_OWN_WORDS = """
## What each check cannot see, in its own words
"""


def chapter() -> Chapter:
    """One page."""
    figures = measured()
    parts = [
        ABOUT.strip(),
        MADE.strip(),
        _distortions(figures["generated"]),
        FAITHFUL.strip(),
        _faithful(figures["generated"]),
        WRITTEN.strip(),
        _written(figures["faithfulness"], "caught", ("Trap", "Missed", "Sentences")),
        _written(figures["faithfulness"], "alarm", ("True sentence", "Held up", "Sentences")),
        ENGLISH.strip(),
        _english(figures["summedits"]),
        *_goals(figures),
        IN_ITS_OWN_WORDS.strip(),
    ]
    parts += [
        f"### [`{check.id}`](reference/checks/{check.id}.md)\n\n{cannot_see(check)}" for check in catalogue()
    ]
    page = Page(path="cannot-see.md", title="What Beleg cannot see", body="\n\n".join(parts))
    return Chapter(title="What Beleg cannot see", pages=(page,))


def _distortions(figures: Mapping[str, float]) -> str:
    """The kinds of made distortions, the most missed first."""
    kinds = [one.kind for one in generators() if not one.faithful]
    rows = [
        (
            described()[kind],
            percent(1 - figures[f"caught_{kind}"]),
            percent(figures[f"named_{kind}"]),
            f"{figures[f'made_{kind}']:.0f}",
        )
        for kind in sorted(kinds, key=lambda kind: figures[f"caught_{kind}"])
    ]
    return table(("Distortion", "Missed", "Named", "Sentences"), rows)


def _faithful(figures: Mapping[str, float]) -> str:
    """The kinds of faithful rewrites, the most held up first."""
    kinds = [one.kind for one in generators() if one.faithful]
    rows = [
        (described()[kind], percent(figures[f"alarm_{kind}"]), f"{figures[f'made_{kind}']:.0f}")
        for kind in sorted(kinds, key=lambda kind: -figures[f"alarm_{kind}"])
    ]
    return table(("Faithful rewrite", "Held up", "Sentences"), rows)


def _written(figures: Mapping[str, float], group: str, head: tuple[str, str, str]) -> str:
    """One group of hand-written sentences, the worst kind first."""
    shares = {
        name.removeprefix(f"{group}_"): 1 - value if group == "caught" else value
        for name, value in figures.items()
        if name.startswith(f"{group}_")
    }
    rows = [
        (WRITTEN_KINDS[kind], percent(share), f"{figures[f'written_{kind}']:.0f}")
        for kind, share in sorted(shares.items(), key=lambda one: -one[1])
    ]
    return table(head, rows)


def _english(figures: Mapping[str, float]) -> str:
    rows = [
        (
            words,
            percent(figures[domain]),
            percent(1 - figures[f"{domain}_caught"]),
            percent(1 - figures[f"{domain}_passed"]),
            f"{figures[f'{domain}_faulty']:.0f} + {figures[f'{domain}_sound']:.0f}",
        )
        for domain, words in DOMAINS.items()
    ]
    return table(
        (
            "Summaries of",
            "Balanced accuracy",
            "Faulty ones missed",
            "Sound ones held up",
            "Summaries (faulty + sound)",
        ),
        rows,
    )


def unreached(figures: Mapping[str, Mapping[str, float]]) -> dict[str, tuple[float, float]]:
    """What was measured and what is wanted, by figure, of every goal not reached; the floor where no figure is kept."""
    found = {}
    for name, goal in goals().items():
        suite, _, what = name.partition(".")
        value = figures.get(suite, {}).get(what, floors()[name].value if name in floors() else 0.0)
        if (value > goal) if goal == 0 else (value < goal):
            found[name] = (value, goal)
    return found


def _goals(figures: Mapping[str, Mapping[str, float]]) -> list[str]:
    """The section on goals; empty where all are reached."""
    rows = []
    for name, (value, goal) in unreached(figures).items():
        kind = name.removeprefix("generated.caught_")
        words = GOAL_WORDS[name] if name in GOAL_WORDS else f"Caught: {described()[kind]}"
        rows.append(
            (words, percent(value), percent(goal)) if goal else (words, f"up to {value:.0f}", f"{goal:.0f}")
        )
    return [GOALS.strip(), table(("What", "Measured", "Goal"), rows)] if rows else []


def percent(share: float) -> str:
    """A share as whole per cent: "12 %"."""
    return f"{100 * share:.0f} %"
