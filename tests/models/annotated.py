"""Small annotated texts, made from invented sentences."""

import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path

SPEAKERS = ("Anna Weber", "Bürgermeister Karl Stein", "die Sprecherin der Feuerwehr", "Jonas Brandt")
CONTENTS = (
    "die Brücke bleibe bis März gesperrt",
    "der Haushalt sei solide",
    "das Wasser habe den Keller erreicht",
    "niemand sei verletzt worden",
)
MARKED = ("Wir bauen weiter.", "Das war knapp, aber es hat gereicht.", "Der Zeitplan hält.")
OWN = ("Am Abend regnete es in Lindental.", "Die Halle stammt aus dem Jahr 1962.", "Der Zug fuhr um neun.")


def _spans(text: str, *parts: str) -> dict[str, object]:
    spans = []
    for part in parts:
        start = text.index(part)
        spans.append({"charBegin": start, "charEnd": start + len(part)})
    return {"spans": spans, "text": " ".join(parts)}


def document(number: int, speaker: str, content: str, marked: str) -> dict[str, object]:
    """A text with a sentence of its own, an indirect and a direct quotation."""
    other = SPEAKERS[(SPEAKERS.index(speaker) + 1) % len(SPEAKERS)]
    first = f"{speaker[0].upper()}{speaker[1:]} sagte, {content}."
    second = f"„{marked}“, betonte {other}."
    text = f"{OWN[number % len(OWN)]} {first} {OWN[(number + 1) % len(OWN)]}\n\n{second}"
    return {
        "documentName": f"text {number}",
        "originalText": text,
        "annotations": [
            {
                "type": "Indirect",
                "medium": "Speech",
                "quote": _spans(text, content),
                "speaker": _spans(text, first.partition(" sagte")[0]),
                "cue": _spans(text, "sagte"),
                "frame": _spans(text, first.partition(content)[0].strip()),
                "addressee": _spans(text),
            },
            {
                "type": "Direct",
                "medium": "Speech",
                "quote": _spans(text, f"„{marked}“"),
                "speaker": _spans(text, other),
                "cue": _spans(text, "betonte"),
                "frame": _spans(text, f"betonte {other}"),
                "addressee": _spans(text),
            },
        ],
    }


def documents() -> list[dict[str, object]]:
    """All of them, always in the same order."""
    return [document(number, *chosen) for number, chosen in enumerate(product(SPEAKERS, CONTENTS, MARKED))]


def written(folder: Path, lines: Sequence[object]) -> Path:
    """A corpus file with one JSON value a line."""
    path = folder / "corpus.jsonl"
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path
