"""`workbench import`: articles and claims from files, folders and addresses into the desk, each counted."""

import sys
import time
import uuid
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
from sqlmodel import Session
from tqdm import tqdm

from workbench import history
from workbench.commands.arriving_things import Thing, is_single, list_things, read_columns
from workbench.commands.article_files import read_day
from workbench.commands.desk import OpenDesk, open_desk
from workbench.commands.job_bar import do_job, show_progress
from workbench.commands.options import data_option
from workbench.database import open_session
from workbench.domain.errors import WorkbenchError
from workbench.domain.outcomes import Counted, Item, Outcome
from workbench.domain.references import parse_reference
from workbench.intake.facts import clean_line, clean_url
from workbench.queries.articles import get_article, get_version
from workbench.queries.claims import list_article_claims
from workbench.services.arrivals import Near, Terms
from workbench.services.arriving import forget_arriving
from workbench.services.articles import ArticleValues
from workbench.services.claim_rules import is_proposal
from workbench.services.imports import import_now
from workbench.services.job_work import Tools
from workbench.splitting import GRANULARITIES
from workbench.workshop import make_tools


def _read_line(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not clean_line(value):
        raise click.BadParameter("it holds characters that cannot be stored.")
    return clean_line(value)


def _read_url(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    if value and not clean_url(value):
        raise click.BadParameter("write a web address that begins with http:// or https://.")
    return clean_url(value)


@click.command("import")
@click.argument("things", nargs=-1)
@click.option("--list", "lists", multiple=True, metavar="FILE", help="Addresses, one a line.")
@click.option("--feed", "feeds", multiple=True, metavar="ADDRESS", help="An RSS or Atom feed.")
@click.option("--fact-check", "checks", multiple=True, metavar="ADDRESS", help="A page with ClaimReview.")
@click.option("--columns", multiple=True, metavar="FIELD=HEADING", callback=read_columns, help="Of a table.")
@click.option("--no-fetch", is_flag=True, help="Take a feed's own words, not its pages.")
@click.option("--granularity", type=click.Choice(list(GRANULARITIES)), default="clause")
@click.option("--as-version-of", metavar="A-3", help="It is a newer text of this article.")
@click.option("--as-own", is_flag=True, help="What is nearly the same as an article here is one of its own.")
@click.option("--skip", is_flag=True, help="What is nearly the same as an article here is left out.")
@click.option("--title", default="", callback=_read_line, help="Its title; for a single article.")
@click.option("--outlet", default="", callback=_read_line, help="Who published it.")
@click.option("--url", default="", callback=_read_url, help="Where it was published; for a single article.")
@click.option("--author", default="", callback=_read_line)
@click.option("--published-on", metavar="DAY", callback=read_day)
@data_option
@click.pass_context
def command(
    context: click.Context,
    things: tuple[str, ...],
    lists: tuple[str, ...],
    feeds: tuple[str, ...],
    checks: tuple[str, ...],
    columns: dict[str, str],
    no_fetch: bool,
    granularity: str,
    as_version_of: str | None,
    as_own: bool,
    skip: bool,
    title: str,
    outlet: str,
    url: str,
    author: str,
    published_on: date | None,
    data: Path | None,
) -> None:
    """Take in articles from files.

    THINGS are files, folders and addresses of pages; - is plain text on standard input. `workbench formats`
    lists what can be read; a file's kind is told by its extension. What is not given here is taken from the
    thing itself, if it tells. Each thing has a line that says what became of it; what cannot be taken in is
    named with the reason on standard error, and the exit code is 1 then. What is here already is skipped;
    what shares most of its words with an article here is refused until you say what it is.
    """
    if not (things or lists or feeds or checks):
        raise click.UsageError("Name at least one file, folder or address.", context)
    if (title or url or as_version_of) and not is_single(things, lists, feeds, checks):
        raise click.UsageError(
            "--title, --url and --as-version-of are for a single file or address.", context
        )
    if sum(map(bool, (as_version_of, as_own, skip))) > 1:
        raise click.UsageError("Choose one of --as-version-of, --as-own and --skip.", context)
    given = ArticleValues(title=title, outlet=outlet, url=url, author=author, published_on=published_on)
    near = Near.BESIDE if as_own else Near.SKIP if skip else Near.ASK
    terms = Terms(by=history.COMMAND_LINE, granularity=granularity, given=given, near=near)
    counted = Counted()
    try:
        with open_desk(data) as desk, show_progress("things", 0, leave=True) as bar:
            tools = make_tools(desk.settings, desk.engine)
            if as_version_of:
                terms = replace(terms, version_of=_find_article(tools, as_version_of))
            for thing in list_things(tools, things, lists, feeds, checks, columns, fetch=not no_fetch):
                for item in _import(desk, tools, thing, terms, bar):
                    counted.add(item)
                    _tell(tools, item)
    finally:  # also when it is stopped by Ctrl+C or fails in the middle
        if counted.counts:
            _sum_up(counted)
    if counted.counts[Outcome.REFUSED]:
        context.exit(1)


def _sum_up(counted: Counted) -> None:
    click.echo(f"{', '.join(f'{counted.counts[outcome]} {outcome}' for outcome in Outcome)}.", err=True)


def _find_article(tools: Tools, ref: str) -> uuid.UUID:
    try:
        with open_session(tools.engine) as session:
            return get_article(session, parse_reference("A", ref)).id
    except WorkbenchError as error:
        raise click.ClickException(str(error)) from None


def _import(desk: OpenDesk, tools: Tools, thing: Thing, terms: Terms, bar: "tqdm[Any]") -> Iterator[Item]:
    if thing.order is None:
        yield Item(thing.name, Outcome.REFUSED, thing.problem)
        return
    base, since = int(bar.n), time.time()
    for taken in import_now(
        tools, thing.order, terms, lambda done, total: _move(bar, base + done, base + total)
    ):
        why = taken.item.why
        if taken.job_id is not None:
            try:
                do_job(desk, taken.job_id, taken.item.name)
            except WorkbenchError as error:
                why = f"{why} It is not split yet: {error}".strip()  # the article is here all the same
        yield Item(thing.call(taken.item.name), taken.item.outcome, why, taken.item.reference)
    for _name, sha256 in thing.order.files:
        forget_arriving(tools.arriving, sha256, since=since)


def _tell(tools: Tools, item: Item) -> None:
    """The item's line: on standard error what was refused, else what it is at the desk, and its proposals."""
    why = " ".join(item.why.split())
    if item.outcome is Outcome.REFUSED:
        tqdm.write(f"Error: {item.name}: {why}", file=sys.stderr)
        return
    proposed = ""
    if item.outcome is not Outcome.SKIPPED and item.reference.startswith("A-"):
        with open_session(tools.engine) as session:
            proposed = f"{_count_proposals(session, item.reference)} proposed"
    parts = (item.reference, item.name, item.outcome.value, proposed, why)
    tqdm.write("  ".join(part for part in parts if part), file=sys.stdout)


def _count_proposals(session: Session, reference: str) -> int:
    article = get_article(session, int(reference.removeprefix("A-")))
    rows = list_article_claims(session, get_version(session, article), sight=True)
    return sum(is_proposal(row.claim) for row in rows)


def _move(bar: "tqdm[Any]", done: int, total: int) -> None:
    bar.total = total
    bar.update(done - bar.n)
