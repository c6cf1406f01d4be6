"""`workbench export`: a draft verdict report as a file or on standard output."""

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
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
from workbench.files import FileStore
from workbench.models import Claim
from workbench.queries.articles import get_article, get_version
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.claims import find_claims, list_article_claims
from workbench.queries.report_records import build_record, is_reportable
from workbench.queries.report_streams import stream_report

STDOUT = Path("-")


@click.command("export")
@click.option("--article", metavar="REF", help="An article, like A-3: all its accepted claims.")
@click.option(
    "--claim", "claims", metavar="REF", multiple=True, help="A claim, like C-12; give it repeatedly."
)
@click.option("--all", "everything", is_flag=True, help="Every accepted claim; CSV and JSON take any number.")
@click.option("--format", "code", type=click.Choice(list(list_formats())), required=True)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    default=STDOUT,
    help="The file to write (default: standard output).",
)
@data_option
def command(
    article: str | None, claims: tuple[str, ...], everything: bool, code: str, output: Path, data: Path | None
) -> None:
    """Write a draft verdict report.

    It is of an article, of chosen claims or of all; --format json also serves other programs.
    """
    if sum(map(bool, (article, claims, everything))) != 1:
        raise click.UsageError("Give either --article or --claim, or --all.", click.get_current_context())
    with open_desk(data) as desk, open_session(desk.engine) as session:
        if everything:
            _write_pieces(output, _stream_all(session, desk.files, code))
            return
        chosen = _choose_article(session, article) if article else _choose_claims(session, claims)
        record = _record(session, desk.files, *chosen)
    _write_pieces(output, [render(code, record)])


def _stream_all(session: Session, files: FileStore, code: str) -> Iterator[bytes]:
    write = list_formats()[code].stream
    if write is None:
        known = ", ".join(name for name, entry in list_formats().items() if entry.stream)
        raise click.UsageError(f"--all is written as one of: {known}.", click.get_current_context())
    now = datetime.now(UTC)
    report = stream_report(
        session,
        ClaimFilter(),
        title="All claims",
        made_by=history.COMMAND_LINE,
        made_at=now,
        sight=False,
        read=files.read,
    )
    return write(report)


def _choose_article(session: Session, reference: str) -> tuple[Sequence[Claim], str]:
    """An article's claims, and its title."""
    article = get_article(session, parse_reference("A", reference))
    rows = list_article_claims(session, get_version(session, article), sight=False)
    chosen = [row.claim for row in rows if is_reportable(row.claim)]
    if not chosen:
        raise NotFound(f"A-{article.number} has no accepted claim yet. Accept some on its page first.")
    return chosen, article.title


def _choose_claims(session: Session, references: Sequence[str]) -> tuple[Sequence[Claim], str]:
    """The claims of these references, and a title."""
    numbers = [parse_reference("C", reference) for reference in references]
    found = {claim.number: claim for claim in find_claims(session, numbers)}
    wrong = [f"C-{number}" for number in numbers if number not in found or not is_reportable(found[number])]
    if wrong:
        raise NotFound(f"Not here, not accepted, or withdrawn: {', '.join(wrong)}.")
    return list(found.values()), "Chosen claims"


def _record(session: Session, files: FileStore, claims: Sequence[Claim], title: str) -> ReportRecord:
    now = datetime.now(UTC)
    return build_record(
        session, claims, title=title, made_by=history.COMMAND_LINE, made_at=now, read=files.read
    )


def _write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Over a report that is there already only once the new one is complete."""
    if path == STDOUT:
        sys.stdout.buffer.writelines(pieces)
        return
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with draft.open("wb") as file:
            file.writelines(pieces)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
