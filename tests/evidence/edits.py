"""Edits: the example draft as it is while somebody works on it."""

from importlib.resources import files

from hypothesis import strategies as st

EXAMPLE = files("beleg.example")
DRAFT = EXAMPLE.joinpath("draft.md").read_text("utf-8")
_MORE = (
    "Sie sei zufrieden, sagte die Bürgermeisterin.",
    "„Das reicht uns nicht.“",
    "Er lehnte das ab.",
    "Laut Polizei wurden drei Menschen verletzt.",
    "## Was nun?",
    "sagte er.",
)


@st.composite
def edits(draw: st.DrawFn) -> str:
    """The example draft after some edits: words and sentences cut, put in, moved; marks opened and closed."""
    text = DRAFT
    for _ in range(draw(st.integers(0, 5))):
        at = draw(st.integers(0, len(text)))
        match draw(st.sampled_from(["letter", "cut", "sentence", "mark", "move", "swap"])):
            case "letter":
                text = (
                    text[:at] + draw(st.sampled_from(["x", " ", ". ", "\n\n", "nicht ", "17 "])) + text[at:]
                )
            case "cut":
                text = text[:at] + text[at + draw(st.integers(0, 80)) :]
            case "sentence":
                text = text[:at] + " " + draw(st.sampled_from(_MORE)) + " " + text[at:]
            case "mark":
                text = text[:at] + draw(st.sampled_from('„“»«"')) + text[at:]
            case "move":
                text = text[at:] + "\n\n" + text[:at]
            case _:
                text = text.replace(
                    *draw(st.sampled_from([("sagte", "meinte"), ("Die", "Eine"), (".", "!")]))
                )
    return text
