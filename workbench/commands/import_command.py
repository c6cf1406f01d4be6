"""`workbench import`: articles from files into the desk, each split into proposals."""

import sys
from datetime import date
from pathlib import Path

import click
from sqlmodel import Session
from tqdm import tqdm

from workbench import history
from workbench.commands.article_files import describe_failure, read_day, read_draft
from workbench.commands.desk import OpenDesk, open_desk
from workbench.commands.job_bar import do_job, show_progress
from workbench.commands.options import data_option
from workbench.database import open_session
from workbench.domain.errors import WorkbenchError
from workbench.intake.facts import clean_line, clean_url
from workbench.models import Article
from workbench.queries.articles import get_version
from workbench.queries.claims import list_article_claims
from workbench.services.articles import ArticleValues, add_article, fill_values, find_same_text
from workbench.services.claims import is_proposal


def _read_line(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not clean_line(value):
        raise click.BadParameter("it holds characters that cannot be stored.")
    return clean_line(value)


def _read_url(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not clean_url(value):
        raise click.BadParameter("write a web address that begins with http:// or https://.")
    return clean_url(value)


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True))
@click.option("--title", default="", callback=_read_line, help="Its title; for a single file.")
@click.option("--outlet", default="", callback=_read_line, help="Who published it.")
@click.option("--url", default="", callback=_read_url, help="Where it was published.")
@click.option("--author", default="", callback=_read_line)
@click.option("--published-on", metavar="DAY", callback=read_day)
@data_option
@click.pass_context
def command(
    context: click.Context,
    files: tuple[Path, ...],
    title: str,
    outlet: str,
    url: str,
    author: str,
    published_on: date | None,
    data: Path | None,
) -> None:
    """Take in articles from files.

    FILES are .txt, .md and .html; - is plain text on standard input. What is not given here is taken from the
    file itself, if it tells. A file that cannot be taken in is named with the reason and skipped, and the
    exit code is 1 then. A text that is here already is not added again.
    """
    if title and len(files) > 1:
        raise click.UsageError("--title is for a single file.", context)
    given = ArticleValues(title=title, outlet=outlet, url=url, author=author, published_on=published_on)
    skipped = 0
    with open_desk(data) as desk, show_progress("files", len(files), leave=True) as bar:
        for path in files:
            try:
                line = _import_file(desk, path, given)
            except (WorkbenchError, OSError) as error:
                skipped += 1
                tqdm.write(f"Error: {describe_failure(path, error)}", file=sys.stderr)
            else:
                tqdm.write(line, file=sys.stdout)
            bar.update()
    if skipped:
        click.echo(f"Skipped {skipped} of {len(files)} files.", err=True)
        context.exit(1)


def _import_file(desk: OpenDesk, path: Path, given: ArticleValues) -> str:
    draft = read_draft(path)
    with open_session(desk.engine) as session:
        twin = find_same_text(session, draft.text)
        if twin is not None:
            return f"A-{twin.number}  {path}  here already"
        added = add_article(session, desk.files, draft, fill_values(given, draft), by=history.COMMAND_LINE)
        if added.job is not None:
            do_job(desk, added.job.id, path.name)
        return f"A-{added.article.number}  {path}  {_count_proposals(session, added.article)} proposed"


def _count_proposals(session: Session, article: Article) -> int:
    rows = list_article_claims(session, get_version(session, article), sight=True)
    return sum(is_proposal(row.claim) for row in rows)
