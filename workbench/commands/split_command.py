"""`workbench split`: a text's claims as JSON; no database."""

import json
import sys
from datetime import date
from pathlib import Path

import click

from workbench.commands.article_files import describe_failure, read_day, read_draft
from workbench.commands.options import data_option
from workbench.domain.errors import BadInput
from workbench.domain.records import ArticleDraft
from workbench.splitting import GRANULARITIES, Split, split
from workbench.splitting.marks import merge_furniture


@click.command("split")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--published-on",
    metavar="DAY",
    callback=read_day,
    help="The day that dates without a year are read against.",
)
@click.option(
    "--granularity",
    type=click.Choice(GRANULARITIES),
    default="clause",
    show_default=True,
    help="How finely to cut: each clause and thing of a list, descriptions too, or whole sentences.",
)
@data_option
def command(file: Path, published_on: date | None, granularity: str, data: object) -> None:  # noqa: ARG001 - taken, not used
    """Print the claims of a text as JSON.

    FILE is a .txt, .md or .html file, or - for plain text on standard input. Offsets count the Unicode code
    points of `text`, end excluded. Needs no database; --data is taken like everywhere, and not looked at.
    """
    try:
        draft = read_draft(file)
    except (BadInput, OSError) as error:
        raise click.ClickException(describe_failure(file, error)) from None
    # Bytes, because a terminal's own encoding need not know all of the text's characters.
    sys.stdout.buffer.write(_format(_split(draft, published_on, granularity)).encode())


def _split(draft: ArticleDraft, published_on: date | None, granularity: str) -> Split:
    marked = merge_furniture(draft.text, ((part.start, part.end, part.reason) for part in draft.furniture))
    furniture = [(start, end) for start, end, _ in marked]
    day = published_on or draft.published_on
    return split(draft.text, published_on=day, furniture=furniture, granularity=granularity)


def _format(found: Split) -> str:
    return json.dumps(found.to_json(), ensure_ascii=False, indent=2) + "\n"
