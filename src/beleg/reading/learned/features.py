"""Features: what the model that finds quotations is told of each word."""

from typing import Final

from beleg.reading.learned.page import Page

VERSION: Final = 2
"""Rises with every change of what features say or are called; a model of another version is refused."""


def bucket(number: int) -> str:
    """A count in steps that grow."""
    if number < 3:
        return str(max(number, 0))
    return "3" if number < 5 else "5" if number < 9 else "9" if number < 16 else "16" if number < 31 else "31"


def features(page: Page) -> list[list[str]]:
    """For each token its features, as names; about a hundred each. Linear in the length of the text."""
    found: list[list[str]] = []
    forms = page.forms
    states = _marked_features(page)
    for number, (start, end) in enumerate(page.sentences):
        around = _around_sentence(page, number)
        clause, inside = -1, []
        for t in range(start, end):
            if page.clause[t] != clause:
                clause = page.clause[t]
                inside = around + _around_clause(page, clause, start, end)
            form = forms[t]
            own = ["b", *form.own]
            if page.mood[t]:
                own.append(f"k{page.mood[t]}")
            if t > start:
                before = forms[t - 1]
                own += before.near[0]
                own += (f"p-1={before.tag}{form.tag}", f"w-1={before.low}_{form.low}")
                if page.mood[t - 1]:
                    own.append(f"-1:k{page.mood[t - 1]}")
                if t > start + 1:
                    own += forms[t - 2].far[0]
            else:
                own.append("SB")
                own += [f"SB:{each}" for each in page.of_sentence[number]]
            if t + 1 < end:
                after = forms[t + 1]
                own += after.near[1]
                own += (f"p+1={form.tag}{after.tag}", f"w+1={form.low}_{after.low}")
                if page.mood[t + 1]:
                    own.append(f"+1:k{page.mood[t + 1]}")
                if t + 2 < end:
                    own += forms[t + 2].far[1]
            else:
                own.append("SE")
                own += [f"SE:{each}" for each in page.of_sentence[number]]
            own += inside
            first, last = page.clauses[clause]
            if t == first:
                own += _clause_edge(page, clause, start)
            if t == last - 1:
                own.append("CE")
            own += states[t]
            own += page.of_rules[t]
            if t > start:
                own += [f"-1:{each}" for each in page.of_rules[t - 1] if each[1] == "q"]
            found.append(own)
    return found


def _around_sentence(page: Page, number: int) -> list[str]:
    here = page.of_sentence[number]
    found = [f"S:{each}" for each in here]
    found.append("S:" + "+".join(here))
    if number:
        found += [f"S-1:{each}" for each in page.of_sentence[number - 1]]
        if page.blocks[number] != page.blocks[number - 1]:
            found.append("PB")
    else:
        found.append("first")
    if number + 1 < len(page.sentences):
        found += [f"S+1:{each}" for each in page.of_sentence[number + 1]]
    found.append("spos" + bucket(number))
    start, end = page.sentences[number]
    verbs = {page.forms[n].stem for n in range(start, end) if page.forms[n].verb and page.marked[n] < 0}
    found += sorted(f"Sv={stem}" for stem in verbs)
    return found


def _around_clause(page: Page, clause: int, start: int, end: int) -> list[str]:
    found = [f"C:{each}" for each in page.of_clause[clause]]
    for step in (-2, -1, 1, 2):
        other = clause + step
        if 0 <= other < len(page.clauses) and start <= page.clauses[other][0] < end:
            brief = abs(step) == 2
            found += [f"C{step:+}:{each}" for each in page.of_clause[other] if not (brief and "=" in each)]
        elif abs(step) == 1:
            found.append(f"C{step:+}:none")
    earlier = later = ""
    for other in range(max(0, clause - 6), min(len(page.clauses), clause + 7)):
        if not start <= page.clauses[other][0] < end or other == clause:
            continue
        here = page.of_clause[other]
        said = "c" * ("cue=clause" in here) + "a" * ("acc" in here)
        if other < clause:
            earlier += said
        else:
            later += said
    found.append(f"said={''.join(sorted(set(earlier)))}|{''.join(sorted(set(later)))}")
    return found


def _clause_edge(page: Page, clause: int, start: int) -> list[str]:
    found = ["CB"]
    found += [f"CB:{each}" for each in page.of_clause[clause]]
    if clause and page.clauses[clause - 1][0] >= start:
        found += [f"CB-1:{each}" for each in page.of_clause[clause - 1]]
    return found


def _marked_features(page: Page) -> list[list[str]]:
    """For each token what is known of the marked words it stands in; empty outside."""
    found: list[list[str]] = [[] for _ in page.tokens]
    for b, e in page.marks:
        inside = page.forms[b + 1 : e - 1]
        length = bucket(len(inside))
        verb = "v" if any(form.finite for form in inside) else "n"
        head = "U" if inside and page.tokens[b + 1].text[0].isupper() else "l"
        before = page.forms[b - 1] if b else None
        after = page.forms[e] if e < len(page.forms) else None
        start, end = page.sentences[page.sentence[b]][0], page.sentences[page.sentence[e - 1]][1]
        outside = [page.forms[n] for n in range(start, end) if not b <= n < e]
        common = [
            f"q{length}",
            f"q{verb}",
            f"q{head}",
            f"q{verb}{head}{length}",
            f"qb={before.low if before else ''}",
            f"qbp={before.tag if before else ''}",
            f"qa={after.low if after else ''}",
            f"qap={after.tag if after else ''}",
            f"ql={inside[-1].low if inside and not inside[-1].low[0].isalnum() else 'w'}",
            "qt=" + ",".join(form.tag for form in inside[:4]),
        ]
        common += [f"qv={form.stem}" for form in outside if form.verb][:4]
        if any(form.cue == "clause" for form in outside):
            common.append(f"qcue{length}")
        for n in range(b, e):
            found[n] += common
        found[b] += ("qopen", f"qopen{length}", f"qopen{verb}{head}")
        found[e - 1] += ("qclose", f"qclose{length}", f"qclose{verb}{head}")
    return found
