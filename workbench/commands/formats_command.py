"""`workbench formats`: every way in, as the ways themselves say it."""

import click

from workbench.intake import list_formats

HEADINGS = ("Name", "Reads", "Comes by", "Gives")


@click.command("formats")
def command() -> None:
    """List what can be brought in: a name, what it reads, how it comes, what comes out."""
    rows = [HEADINGS, *((f.name, f.reads, f.comes_by, f.gives) for f in list_formats())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(HEADINGS))]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
