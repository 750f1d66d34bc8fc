"""Fifty English news sentences with their quotations: direct, indirect, "according to", "said", backshift.

Every sentence is invented, and so are its people and towns. A case is the text, the kind of its one quotation, the
quoted parts, and who speaks.
"""

from typing import NamedTuple

import pytest

from tests.reading.reading import Words, quotations


class Case(NamedTuple):
    """A sentence with one quotation."""

    text: str
    kind: str
    quote: tuple[str, ...]
    speaker: str


CASES = [
    Case("Mayor Anna Reed said the harbour would reopen in May.", "indirect", ("the harbour would reopen in May",), "Mayor Anna Reed"),
    Case("The council said on Tuesday that the bridge had been inspected twice.", "indirect", ("that the bridge had been inspected twice",), "The council"),
    Case("“We are ready,” said Mayor Anna Reed.", "direct", ("We are ready,",), "Mayor Anna Reed"),
    Case("“We are ready,” Reed said on Monday.", "direct", ("We are ready,",), "Reed"),
    Case("Reed said: “We are ready.”", "direct", ("We are ready.",), "Reed"),
    Case("According to the police, nobody was hurt in the fire.", "indirect", ("nobody was hurt in the fire",), "the police"),
    Case("Nobody was hurt in the fire, according to the police.", "indirect", ("Nobody was hurt in the fire",), "the police"),
    Case("The road will stay closed, the county said.", "indirect", ("The road will stay closed",), "the county"),
    Case("The union warned that more ferries would be cancelled.", "indirect", ("that more ferries would be cancelled",), "The union"),
    Case("Residents told the Harbour Post that they had heard a bang.", "indirect", ("that they had heard a bang",), "Residents"),
    Case("The company denied that it had known of the leak.", "indirect", ("that it had known of the leak",), "The company"),
    Case("Hale admitted that he had signed the letter.", "indirect", ("that he had signed the letter",), "Hale"),
    Case("Hale claimed he had never seen the letter.", "indirect", ("he had never seen the letter",), "Hale"),
    Case("The minister announced that taxes would fall next year.", "indirect", ("that taxes would fall next year",), "The minister"),
    Case("The report says that the dam is too low.", "indirect", ("that the dam is too low",), "The report"),
    Case("Engineers believe the crack had been there for years.", "indirect", ("the crack had been there for years",), "Engineers"),
    Case("Fishermen fear that the port will close.", "indirect", ("that the port will close",), "Fishermen"),
    Case("The court ruled that the fine was lawful.", "indirect", ("that the fine was lawful",), "The court"),
    Case("“The water came in minutes,” recalled Tom Hale, a farmer.", "direct", ("The water came in minutes,",), "Tom Hale, a farmer"),
    Case("“The water,” said Hale, “came in minutes.”", "direct", ("The water,", "came in minutes."), "Hale"),
    Case("“Where is the money?” Reed asked.", "direct", ("Where is the money?",), "Reed"),
    Case("“Nobody asked us,” the teachers wrote in a letter.", "direct", ("Nobody asked us,",), "the teachers"),
    Case("Reed called the plan “a costly mistake”.", "direct", ("a costly mistake",), "Reed"),
    Case("Hale described the night as “a long fight against mud”.", "direct", ("a long fight against mud",), "Hale"),
    Case("As the county announced on Friday, the school will move.", "indirect", ("the school will move",), "the county"),
    Case("The school, the county said, will move in autumn.", "indirect", ("The school", "will move in autumn"), "the county"),
    Case("The firm said it was cutting 40 jobs.", "indirect", ("it was cutting 40 jobs",), "The firm"),
    Case("The firm told reporters it was cutting 40 jobs.", "indirect", ("it was cutting 40 jobs",), "The firm"),
    Case("Prosecutors argued that Hale had lied.", "indirect", ("that Hale had lied",), "Prosecutors"),
    Case("Scientists found that the lake was warming.", "indirect", ("that the lake was warming",), "Scientists"),
    Case("Reed added that no decision had been made.", "indirect", ("that no decision had been made",), "Reed"),
    Case("The spokeswoman confirmed that two men had been arrested.", "indirect", ("that two men had been arrested",), "The spokeswoman"),
    Case("A spokesman for the ferry line said the crossing would take longer.", "indirect", ("the crossing would take longer",), "A spokesman for the ferry line"),
    Case("Sally Moor, who runs the mill, said the river had never been so low.", "indirect", ("the river had never been so low",), "Sally Moor"),
    Case("Sally Moor, the owner of the mill, said the river was low.", "indirect", ("the river was low",), "Sally Moor, the owner of the mill"),
    Case("Police said on Sunday that they had found the boat.", "indirect", ("that they had found the boat",), "Police"),
    Case("Reed insisted the figures were right.", "indirect", ("the figures were right",), "Reed"),
    Case("The bank expects that prices will rise.", "indirect", ("that prices will rise",), "The bank"),
    Case("Campaigners demanded that the forest be protected.", "indirect", ("that the forest be protected",), "Campaigners"),
    Case("The bishop suggested that the bells should ring less.", "indirect", ("that the bells should ring less",), "The bishop"),
    Case("“It is over,” he said.", "direct", ("It is over,",), "he"),
    Case("“Our patience is at an end,” said a nurse who gave no name.", "direct", ("Our patience is at an end,",), "a nurse"),
    Case("The mill will close, said Sally Moor.", "indirect", ("The mill will close",), "Sally Moor"),
    Case("In the view of the union, the offer is an insult.", "indirect", ("the offer is an insult",), "the union"),
    Case("According to a report by the county, half of the wells are dry.", "indirect", ("half of the wells are dry",), "a report by the county"),
    Case("Whether the tunnel is safe is not known, the inspector said.", "indirect", ("Whether the tunnel is safe is not known",), "the inspector"),
    Case("The mayor explained why the vote had been delayed.", "indirect", ("why the vote had been delayed",), "The mayor"),
    Case("Reed promised that nobody would lose a home.", "indirect", ("that nobody would lose a home",), "Reed"),
    Case("The paper reported that the abbey had been sold.", "indirect", ("that the abbey had been sold",), "The paper"),
    Case("“The abbey is not for sale,” a monk told the paper.", "direct", ("The abbey is not for sale,",), "a monk"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.text[:40] for case in CASES])
def test_english_news(case: Case) -> None:
    assert quotations(case.text, "en") == [Words(case.kind, case.quote, case.speaker)]


def test_there_are_fifty() -> None:
    assert len({case.text for case in CASES}) == 50


@pytest.mark.parametrize(
    "text",
    [
        "The harbour reopened in May.",
        "The mayor walked along the pier and waved.",
        "The play “The Long Night at Sea” opens on Friday.",
        "The council met behind closed doors.",
    ],
)
def test_sentences_without_quotations(text: str) -> None:
    assert quotations(text, "en") == []
