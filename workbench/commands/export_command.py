"""`workbench export`: a draft verdict report as a file or on standard output."""

import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click
from sqlmodel import Session

from workbench import history
from workbench.commands.desk import open_desk
from workbench.commands.options import data_option
from workbench.database import open_session
from workbench.domain.errors import NotFound
from workbench.domain.records import ReportRecord
from workbench.domain.references import parse_reference
from workbench.exports import list_formats, render
from workbench.models import Claim
from workbench.queries.articles import get_article, get_version
from workbench.queries.claims import find_claims, list_article_claims
from workbench.queries.report_records import build_record, is_reportable

STDOUT = Path("-")


@click.command("export")
@click.option("--article", metavar="REF", help="An article, like A-3: all its accepted claims.")
@click.option(
    "--claim", "claims", metavar="REF", multiple=True, help="A claim, like C-12; give it repeatedly."
)
@click.option("--format", "code", type=click.Choice(list(list_formats())), required=True)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=STDOUT,
    help="The file to write (default: standard output).",
)
@data_option
def command(article: str | None, claims: tuple[str, ...], code: str, output: Path, data: Path | None) -> None:
    """Write a draft verdict report.

    It is of an article or of chosen claims; --format json also serves other programs.
    """
    if bool(article) == bool(claims):
        raise click.UsageError("Give either --article or --claim.", click.get_current_context())
    with open_desk(data) as desk, open_session(desk.engine) as session:
        record = _record_article(session, article) if article else _record_claims(session, claims)
    content = render(code, record)
    if output == STDOUT:
        sys.stdout.buffer.write(content)
    else:
        _write_whole(output, content)


def _record_article(session: Session, reference: str) -> ReportRecord:
    article = get_article(session, parse_reference("A", reference))
    rows = list_article_claims(session, get_version(session, article), sight=False)
    chosen = [row.claim for row in rows if is_reportable(row.claim)]
    if not chosen:
        raise NotFound(f"A-{article.number} has no accepted claim yet. Accept some on its page first.")
    return _record(session, chosen, article.title)


def _record_claims(session: Session, references: Sequence[str]) -> ReportRecord:
    numbers = [parse_reference("C", reference) for reference in references]
    found = {claim.number: claim for claim in find_claims(session, numbers)}
    wrong = [f"C-{number}" for number in numbers if number not in found or not is_reportable(found[number])]
    if wrong:
        raise NotFound(f"Not here, not accepted, or withdrawn: {', '.join(wrong)}.")
    return _record(session, list(found.values()), "Chosen claims")


def _record(session: Session, claims: Sequence[Claim], title: str) -> ReportRecord:
    return build_record(session, claims, title=title, made_by=history.COMMAND_LINE, made_at=datetime.now(UTC))


def _write_whole(path: Path, content: bytes) -> None:
    """Over a report that is there already only once the new one is complete."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(content)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
