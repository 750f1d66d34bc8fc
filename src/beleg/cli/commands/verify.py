"""`beleg verify`."""

import json
from dataclasses import asdict

import click

SCHEMA = "beleg.verification/1"
"""Names the form of the JSON; its schema is `beleg/schemas/beleg.verification-1.json`."""


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

    Needs nothing but the file, not the newsroom's database. Shows what was looked at and where it does not hold. Exit
    status 0: everything holds; 1: something does not; 2: the file cannot be read.
    """
    from beleg.cli.inputs import file_bytes, standard_input
    from beleg.newsroom.verification import verify, what_in

    verification = verify(standard_input() if bundle == "-" else file_bytes(bundle), head, key)
    if form == "json":
        document = {"schema": SCHEMA, "passed": verification.passed, **asdict(verification)}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        for step in verification.steps:
            mark = "ok" if step.passed else "FAILED" if step.reached else "-"
            place = f" [{step.place}]" if step.place and step.reached else ""
            click.echo(f"{mark:7}{step.name}: {what_in(step, messages)}{place}")
        click.echo(f"sha256 of the bundle: {verification.sha256}")
        if verification.head:
            click.echo(f"head of the record: {verification.head}")
        if verification.key:
            click.echo(f"key of the newsroom: {verification.key}")
            if not key:
                click.echo(
                    "(It came with the bundle; compare it with one that reached you by another way: --key.)"
                )
        click.echo("Verified." if verification.passed else "Not verified.")
    if not verification.passed:
        ctx.exit(1)
