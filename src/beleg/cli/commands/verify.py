"""`beleg verify`."""

import json
from dataclasses import asdict, dataclass

import click

SCHEMA = "beleg.verification/1"
"""Names the form of the JSON; its schema is `beleg/schemas/beleg.verification-1.json`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What stands around the steps."""

    failed: str
    bundle: str
    head: str
    key: str
    compare: str
    holds: str
    does_not_hold: str


_ENGLISH = _Said(
    failed="FAILED",
    bundle="sha256 of the bundle",
    head="head of the record",
    key="key of the newsroom",
    compare="(It came with the bundle; compare it with one that reached you by another way: --key.)",
    holds="Verified.",
    does_not_hold="Not verified.",
)
_GERMAN = _Said(
    failed="FEHLER",
    bundle="SHA-256 des Bündels",
    head="Stand des Protokolls",
    key="Schlüssel der Redaktion",
    compare="(Er kam mit dem Bündel; vergleichen Sie ihn mit einem, der Sie auf anderem Weg erreicht hat: --key.)",
    holds="Geprüft: Alles stimmt.",
    does_not_hold="Geprüft: Es stimmt nicht alles.",
)


@click.command(name="verify")
@click.argument("bundle")
@click.option(
    "--head", metavar="HASH", default="", help="Head of the record, as it came to you by another way."
)
@click.option(
    "--key", metavar="KEY", default="", help="The newsroom's key, as it came to you by another way: one line."
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--messages", type=click.Choice(["de", "en"]), default="en", show_default=True)
@click.pass_context
def command(ctx: click.Context, *, bundle: str, head: str, key: str, form: str, messages: str) -> None:
    """Verify the bundle of a published article, or of one that was withdrawn, offline.

    Needs nothing but the file, not the newsroom's database. Shows what was looked at and where it does not hold and, if
    everything holds, which article it is and who signed it. Exit status 0: everything holds; 1: something does not; 2:
    the file cannot be read.
    """
    from beleg.cli.inputs import file_bytes, standard_input
    from beleg.newsroom.verification import place_in, verify, what_in
    from beleg.newsroom.verification_about import about_lines

    verification = verify(standard_input() if bundle == "-" else file_bytes(bundle), head, key)
    if form == "json":
        document = {"schema": SCHEMA, "passed": verification.passed, **asdict(verification)}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        said = _GERMAN if messages == "de" else _ENGLISH
        for step in verification.steps:
            mark = "ok" if step.passed else said.failed if step.reached else "-"
            place = f" [{place_in(step, messages)}]" if step.place and step.reached else ""
            click.echo(f"{mark:7}{step.name}: {what_in(step, messages)}{place}")
        click.echo(f"{said.bundle}: {verification.sha256}")
        if verification.head:
            click.echo(f"{said.head}: {verification.head}")
        if verification.key:
            click.echo(f"{said.key}: {verification.key}")
            if not key:
                click.echo(said.compare)
        for line in about_lines(verification.about, messages) if verification.about else ():
            click.echo(line)
        click.echo(said.holds if verification.passed else said.does_not_hold)
    if not verification.passed:
        ctx.exit(1)
