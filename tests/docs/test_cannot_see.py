"""The page on what Beleg cannot see tells what was measured, all of it."""

from pathlib import Path

from benchmarks.figures import Figure, floors, goals
from benchmarks.measured import drifted, measured, written
from benchmarks.rewrites.catalogue import described
from docs.generator import cannot_see
from docs.generator.cannot_see import GOALS, WRITTEN_KINDS, percent, unreached


def test_every_measured_kind_stands_on_the_page() -> None:
    (page,) = cannot_see.chapter().pages
    for words in (*described().values(), *WRITTEN_KINDS.values()):
        assert f"| {words} |" in page.text, words
    figures = measured()["generated"]
    for name in (name for name in figures if name.startswith("caught_")):
        kind = name.removeprefix("caught_")
        row = next(line for line in page.text.splitlines() if line.startswith(f"| {described()[kind]} |"))
        assert row.split("|")[2].strip() == percent(1 - figures[name])


def test_a_figure_that_moved_is_noticed() -> None:
    known = measured()["generated"]["caught_number_changed"]
    assert drifted([Figure("generated.caught_number_changed", known, "share")]) == []
    moved = drifted([Figure("generated.caught_number_changed", known - 0.2, "share")])
    assert len(moved) == 1
    assert "generated.caught_number_changed" in moved[0]
    assert drifted([Figure("generated.caught_nothing_known", 1.0, "share")])
    assert drifted([Figure("speed.check_process", 1.0, "s")]) == []


def test_what_is_written_is_read_back() -> None:
    text = written([Figure("a.b", 0.5, "share"), Figure("a.c", 0.25, "share"), Figure("d.e", 3, "ms")])
    assert text.endswith("\n[a]\nb = 0.500\nc = 0.250\n\n[d]\ne = 3.000\n")


def test_every_goal_not_reached_stands_on_the_page() -> None:
    (page,) = cannot_see.chapter().pages
    section = page.text.partition(GOALS.strip())[2].partition("\n## ")[0]
    missed = unreached(measured())
    assert (GOALS.strip() in page.text) is bool(missed)
    assert section.count("\n| ") == (len(missed) + 1 if missed else 0)
    for value, goal in missed.values():
        assert (
            f"| {percent(value)} | {percent(goal)} |" if goal else f"| up to {value:.0f} | 0 |"
        ) in section


def test_a_goal_that_is_reached_is_not_named() -> None:
    reached: dict[str, dict[str, float]] = {}
    for name, goal in goals().items():
        suite, _, what = name.partition(".")
        reached.setdefault(suite, {})[what] = goal
    assert unreached(reached) == {}
    reached["summedits"]["average"] -= 0.01
    reached["published"]["self_errors"] = 1
    assert set(unreached(reached)) == {"summedits.average", "published.self_errors"}


def test_a_goal_belongs_to_a_figure_that_is_measured_or_pinned() -> None:
    figures = {f"{suite}.{what}" for suite, values in measured().items() for what in values}
    assert set(goals()) <= figures | set(floors())


def test_a_goal_not_reached_is_told() -> None:
    known = {**measured(), "generated": {**measured()["generated"], "caught_date_changed": 0.5}}
    assert unreached(known)["generated.caught_date_changed"] == (0.5, 0.95)


def test_the_readme_says_how_much_is_missed_as_it_was_measured() -> None:
    readme = " ".join((Path(__file__).parents[2] / "README.md").read_text("utf-8").split())
    made, written, english = (measured()[suite] for suite in ("generated", "faithfulness", "summedits"))
    assert "hardly any altered quotations and numbers" in readme
    for one in (made, written):
        assert one["caught_number_changed"] >= 0.95
    assert made["caught_quotation_altered"] >= 0.95 and written["caught_quote_altered"] >= 0.95
    assert "about one in five exchanged speakers and dropped reservations, more of exchanged roles" in readme
    for kind in ("wrong_speaker", "hedge_lost"):
        assert 0.15 <= 1 - _together(kind) <= 0.25
    assert 1 - _together("role_reversed") > 0.25
    assert "in English up to two in three faulty summaries" in readme
    assert round(3 * max(1 - value for name, value in english.items() if name.endswith("_caught"))) == 2


def _together(kind: str) -> float:
    """The share caught of a kind, of sentences made by rule and of those written by hand."""
    made, written = measured()["generated"], measured()["faithfulness"]
    sizes = made[f"made_{kind}"], written[f"written_{kind}"]
    return (made[f"caught_{kind}"] * sizes[0] + written[f"caught_{kind}"] * sizes[1]) / sum(sizes)
