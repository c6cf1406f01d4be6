"""Looking at an article's address again by a job, through the real fetcher at a site of the test's own."""

import gzip
import io
import socket
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select
from warcio.archiveiterator import ArchiveIterator

from tests.local_site import LocalSite, redirect, respond
from tests.visiting import make_visiting_tools
from workbench import database
from workbench.domain.captures import CaptureOutcome, CustodyAct, FileRole
from workbench.domain.errors import RuleBroken
from workbench.domain.outcomes import Item, Outcome
from workbench.fetching import Fetcher, FetchRules
from workbench.files import FileStore
from workbench.intake import read_paste
from workbench.jobs.running import run_job
from workbench.models import Article, Capture, Custody, Job, JobState, Snapshot
from workbench.queries.article_versions import read_timeline
from workbench.queries.articles import get_version
from workbench.queries.history_check import check_history
from workbench.services.arrivals import Terms
from workbench.services.article_fetching import ask_to_fetch
from workbench.services.articles import ArticleValues, add_article, withdraw_article
from workbench.services.file_checks import FileTally, find_faults
from workbench.services.imports import Order, import_now
from workbench.services.job_work import Tools
from workbench.services.jobs import cancel_job

PAGE = """<html><head><title>The port</title>{head}</head><body>
<article><p>The port of Aster was shut on Monday.</p>
<p>The keeper said that {count} ships were waiting outside.</p></article>
<footer>{foot}</footer></body></html>"""
DAY = '<meta property="article:published_time" content="2026-05-01">'
LATER = DAY + '<meta property="article:modified_time" content="2026-05-02">'


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


@dataclass
class Looking:
    """A desk with one article from a site that changes."""

    session: Session
    tools: Tools
    site: LocalSite
    article: Article

    def show(self, count: int, head: str = DAY, foot: str = "Most read: boats") -> None:
        self.site.pages["/a"] = respond(PAGE.format(head=head, count=count, foot=foot))

    def look(self, rules: FetchRules | None = None) -> Job:
        """The job after one attempt of a worker."""
        fetcher = Fetcher(rules or self.site.rules())
        tools = make_visiting_tools(self.tools.engine, self.tools.files, fetcher)
        job = ask_to_fetch(self.tools.engine, self.article, by="tests")
        assert run_job(tools, job.id)
        self.session.commit()  # what a worker wrote is seen in a new transaction
        self.session.expire_all()
        return self.session.get_one(Job, job.id)

    @property
    def visits(self) -> list[Capture]:
        query = select(Capture).where(Capture.article_id == self.article.id)
        return list(self.session.exec(query.order_by(col(Capture.captured_at))))

    def files_of(self, capture: Capture) -> dict[FileRole, Snapshot]:
        query = select(Snapshot).where(col(Snapshot.capture_id) == capture.id)
        return {row.role: row for row in self.session.exec(query)}


@pytest.fixture
def looking(rows: Session, store: Engine, files: FileStore, site: LocalSite) -> Looking:
    tools = make_visiting_tools(store, files, Fetcher(site.rules()))
    site.pages["/a"] = respond(PAGE.format(head=DAY, count=30, foot="Most read: cranes"))
    order = Order(addresses=site.url("/a"))
    [taken] = import_now(tools, order, Terms(by="tests"), lambda _done, _total: None)
    assert taken.item.outcome is Outcome.ADDED
    article = rows.exec(select(Article).where(Article.url == site.url("/a"))).one()
    return Looking(rows, tools, site, article)


def item_of(job: Job) -> Item:
    [[name, outcome, why, reference]] = job.result["items"]
    return Item(name, Outcome(outcome), why, reference)


def test_what_comes_from_an_address_is_kept_as_it_went_over_the_line(looking: Looking) -> None:
    [visit] = looking.visits
    assert (visit.outcome, visit.status_code) == (CaptureOutcome.CAPTURED, 200)
    assert visit.tool.startswith("claim-workbench ")
    kept = looking.files_of(visit)
    assert set(kept) == {FileRole.WARC, FileRole.FILE}
    version = get_version(looking.session, looking.article)
    assert kept[FileRole.FILE].sha256 == version.received_sha256
    records = {}
    archive = looking.tools.files.read(kept[FileRole.WARC].sha256)
    for record in ArchiveIterator(io.BytesIO(archive), check_digests="raise"):
        records[record.rec_type] = record.content_stream().read()
    assert b"The port of Aster was shut on Monday." in records["response"]
    assert {"warcinfo", "request", "metadata"} < set(records)
    assert b"capturedBy: tests" in records["metadata"]
    ours = [snapshot.id for snapshot in kept.values()]
    chains = looking.session.exec(select(Custody.act).where(col(Custody.snapshot_id).in_(ours))).all()
    assert chains == [CustodyAct.COLLECTED] * 2
    [row] = read_timeline(looking.session, looking.article).versions
    assert row.visit is not None
    assert (row.visit.id, row.kept) == (visit.id, 2)


def test_every_look_is_kept_and_changed_words_make_a_version(looking: Looking) -> None:
    looking.show(30)
    same = item_of(looking.look())
    assert (same.outcome, same.why, same.reference) == (
        Outcome.SKIPPED,
        "It is here already.",
        f"A-{looking.article.number}",
    )
    looking.show(40)
    silent = looking.look()
    assert silent.state is JobState.DONE
    assert item_of(silent).outcome is Outcome.UPDATED
    assert item_of(silent).why.startswith("Its text has changed: this is version 2. 1 of its claims wait")
    looking.show(50, LATER)
    looking.look()
    looking.site.pages["/a"] = respond("No such page", status="404 Not Found")
    gone = item_of(looking.look())
    assert (gone.outcome, "no such page" in gone.why) == (Outcome.REFUSED, True)
    looking.site.pages["/a"] = respond(b"\x00\x01", media_type="application/octet-stream")
    looking.look()
    both, archive = {FileRole.WARC, FileRole.FILE}, {FileRole.WARC}
    assert [(one.outcome.value, one.status_code, set(looking.files_of(one))) for one in looking.visits] == [
        ("captured", 200, both),
        ("unchanged", 200, set()),
        ("changed", 200, both),
        ("changed", 200, both),
        ("gone", 404, archive),
        ("failed", 200, archive),
    ]
    timeline = read_timeline(looking.session, looking.article)
    assert [row.silent for row in timeline.versions] == [False, True, False]
    assert [row.capture.outcome.value for row in timeline.visits] == ["unchanged", "gone", "failed"]
    assert len(timeline.events) == 6
    assert list(find_faults(looking.session, looking.tools.files, FileTally())) == []
    assert check_history(looking.session) == []


def test_an_address_that_may_not_be_visited_is_kept_as_refused(looking: Looking) -> None:
    job = looking.look(looking.site.rules(allow_loopback_ports=frozenset()))
    assert item_of(job).outcome is Outcome.REFUSED
    assert item_of(job).why
    visit = looking.visits[-1]
    assert (visit.outcome, visit.status_code, looking.files_of(visit)) == (CaptureOutcome.REFUSED, None, {})


def test_a_look_that_is_refused_on_the_way_keeps_what_was_exchanged(looking: Looking) -> None:
    looking.site.pages["/a"] = redirect("http://10.0.0.1/private")
    job = looking.look()
    assert item_of(job).outcome is Outcome.REFUSED
    kept = looking.files_of(looking.visits[-1])
    assert set(kept) == {FileRole.WARC}
    assert b"10.0.0.1/private" in gzip.decompress(looking.tools.files.read(kept[FileRole.WARC].sha256))


def test_a_site_that_does_not_answer_is_asked_again_before_it_is_told(looking: Looking) -> None:
    looking.site.pages["/a"] = lambda line: line.close()
    waiting = looking.look()
    assert (waiting.state, waiting.attempts, len(looking.visits)) == (JobState.QUEUED, 1, 1)
    with database.scratch(looking.tools.engine) as session:  # as after the second attempt
        later = session.get_one(Job, waiting.id)
        later.attempts, later.not_before = 2, None
    job = looking.look()
    assert (job.id, job.state, item_of(job).outcome) == (waiting.id, JobState.DONE, Outcome.REFUSED)
    assert looking.visits[-1].outcome is CaptureOutcome.FAILED


def test_who_asks_twice_gets_the_look_that_waits(looking: Looking) -> None:
    first = ask_to_fetch(looking.tools.engine, looking.article, by="tests")
    assert ask_to_fetch(looking.tools.engine, looking.article, by="others").id == first.id


def test_a_look_that_is_stopped_or_taken_over_meanwhile_writes_nothing(looking: Looking) -> None:
    job = ask_to_fetch(looking.tools.engine, looking.article, by="tests")

    def stop_and_answer(line: socket.socket) -> None:
        cancel_job(looking.tools.engine, job)
        line.sendall(respond(PAGE.format(head=DAY, count=60, foot="")))

    looking.site.pages["/a"] = stop_and_answer
    assert run_job(looking.tools, job.id)
    looking.session.commit()
    looking.session.expire_all()
    assert looking.session.get_one(Job, job.id).state is JobState.CANCELLED
    assert len(looking.visits) == 1


def test_an_article_without_an_address_or_withdrawn_is_not_fetched(looking: Looking) -> None:
    rows, files, engine = looking.session, looking.tools.files, looking.tools.engine
    article = add_article(rows, files, read_paste("Nowhere at all."), ArticleValues("T"), by="tests").article
    with pytest.raises(RuleBroken, match="no address"):
        ask_to_fetch(engine, article, by="tests")
    withdraw_article(rows, looking.article, reason="Twice", seen=looking.article.version, by="tests")
    with pytest.raises(RuleBroken, match="withdrawn"):
        ask_to_fetch(engine, looking.article, by="tests")
