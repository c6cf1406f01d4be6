"""Captures against a local site that changes, redirects, refuses, breaks off and goes: what is kept."""

import io
import socket
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select
from warcio.archiveiterator import ArchiveIterator

from tests import factories
from tests.local_site import LocalSite, redirect, respond
from tests.visiting import make_visiting_tools
from workbench import database, history
from workbench.domain.captures import CaptureOutcome, CustodyAct, FileRole
from workbench.domain.errors import RuleBroken
from workbench.domain.status import Status
from workbench.fetching import Fetcher, FetchRules
from workbench.files import FileStore
from workbench.jobs.running import run_job
from workbench.models import Capture, Claim, Custody, Evidence, Job, JobState, Snapshot
from workbench.queries.capture_standing import find_waiting_job, load_standings
from workbench.queries.captures import find_words_before, list_captures, load_archives
from workbench.queries.custody import load_custody
from workbench.queries.evidence_weight import weigh_claims
from workbench.services.captures import SCHEDULE, ask_for_capture, decline_capture
from workbench.services.evidence import EvidenceValues, edit_evidence
from workbench.services.job_work import Tools
from workbench.services.jobs import MOST_ATTEMPTS, cancel_job

PAGE = (
    "<!doctype html><title>Bridge</title><body><main><p>The bridge at Vell stood open on Monday.</p></main>"
)
CHANGED = PAGE.replace("open", "closed")


@dataclass
class Visited:
    """A piece of evidence whose page is on the local site."""

    session: Session
    tools: Tools
    site: LocalSite
    evidence: Evidence

    def capture(self, by: str = "tests") -> Capture:
        """Ask for a capture and do the job; the newest capture."""
        with database.scratch(self.tools.engine) as session:
            job_id = ask_for_capture(session, self.evidence, by=by).id
        assert run_job(self.tools, job_id)
        self.session.commit()
        self.session.expire_all()
        return self.rows[0]

    @property
    def rows(self) -> list[Capture]:
        return [row.capture for row in list_captures(self.session, self.evidence.id)]

    @property
    def claim(self) -> Claim:
        return self.session.get_one(Claim, self.evidence.claim_id)

    def files_of(self, capture: Capture) -> dict[FileRole, Snapshot]:
        query = select(Snapshot).where(col(Snapshot.capture_id) == capture.id)
        return {row.role: row for row in self.session.exec(query)}


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


@pytest.fixture
def visited(rows: Session, store: Engine, files: FileStore, site: LocalSite) -> Visited:
    fetcher = Fetcher(site.rules())
    tools = make_visiting_tools(store, files, fetcher)
    site.pages["/page"] = respond(PAGE)
    evidence = factories.make_evidence(rows, url=site.url("/page"))
    return Visited(rows, tools, site, evidence)


def read_warc(files: FileStore, snapshot: Snapshot) -> list[tuple[str, str, bytes]]:
    """Type, address and block of every record; the digests are checked on the way."""
    found = []
    for record in ArchiveIterator(io.BytesIO(files.read(snapshot.sha256)), check_digests="raise"):
        head = record.http_headers.to_str().encode() if record.http_headers else b""
        uri = record.rec_headers.get_header("WARC-Target-URI") or ""
        found.append((record.rec_type, uri, head + record.content_stream().read()))
    return found


def test_a_visit_that_is_stopped_meanwhile_writes_nothing(visited: Visited) -> None:
    with database.scratch(visited.tools.engine) as session:
        asked = ask_for_capture(session, visited.evidence, by="tests")
    job = asked.id

    def stop_and_answer(line: socket.socket) -> None:
        cancel_job(visited.tools.engine, asked)
        line.sendall(respond(PAGE))

    visited.site.pages["/page"] = stop_and_answer
    run_job(visited.tools, job)
    visited.session.expire_all()
    assert visited.rows == []
    assert visited.session.get_one(Job, job).state is JobState.CANCELLED


def test_a_first_visit_keeps_the_line_the_page_and_its_words(visited: Visited, files: FileStore) -> None:
    capture = visited.capture()
    assert (capture.outcome, capture.status_code) == (CaptureOutcome.CAPTURED, 200)
    assert capture.message == "No screenshot: Chromium is not installed here."
    assert capture.tool.startswith("claim-workbench ")
    kept = visited.files_of(capture)
    assert set(kept) == {FileRole.WARC, FileRole.FILE, FileRole.TEXT}
    assert files.read(kept[FileRole.FILE].sha256) == PAGE.encode()
    assert files.read(kept[FileRole.TEXT].sha256).decode() == "The bridge at Vell stood open on Monday."
    records = read_warc(files, kept[FileRole.WARC])
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request", "metadata"]
    assert b"operator: tests" in records[0][2]
    assert PAGE.encode() in records[1][2]
    assert b"\r\nUser-Agent: claim-workbench" in records[2][2]
    assert f"of C-{visited.claim.number}".encode() in records[3][2]
    for snapshot in kept.values():
        assert snapshot.size == files.check(snapshot.sha256)
    chains = load_custody(visited.session, list(kept.values()))
    assert {tuple((link.act, link.who) for link in chain) for chain in chains.values()} == {
        ((CustodyAct.COLLECTED, "tests"),)
    }


def test_the_address_that_a_page_calls_its_own_is_kept(visited: Visited) -> None:
    own = visited.site.url("/bridge-at-vell")
    visited.site.pages["/page"] = respond(
        PAGE.replace("<title>", f'<link rel="canonical" href="{own}"><title>')
    )
    assert visited.capture().canonical_url == own
    elsewhere = '<link rel="canonical" href="https://other.example/a"><title>'
    visited.site.pages["/page"] = respond(CHANGED.replace("<title>", elsewhere))
    assert visited.capture().canonical_url == "https://other.example/a", (
        "whose words it carries by its own word"
    )
    visited.site.pages["/page"] = respond(PAGE)
    assert visited.capture().canonical_url == visited.evidence.url


def test_every_hop_of_a_redirect_stands_in_the_archive(visited: Visited, files: FileStore) -> None:
    visited.site.pages["/page"] = redirect("/moved")
    visited.site.pages["/moved"] = respond(PAGE)
    capture = visited.capture()
    assert capture.final_url == visited.site.url("/moved")
    records = read_warc(files, visited.files_of(capture)[FileRole.WARC])
    assert [uri.rpartition("/")[2] for kind, uri, _ in records if kind == "response"] == ["page", "moved"]
    assert b"302 Found" in records[1][2]


def test_an_unchanged_page_is_not_kept_twice_and_its_kept_words_are_hashed_again(visited: Visited) -> None:
    first = visited.capture()
    visited.site.pages["/page"] = respond(PAGE.replace("<main>", "<nav>Home News Weather</nav>\n<main>"))
    again = visited.capture()
    assert (again.outcome, visited.files_of(again)) == (CaptureOutcome.UNCHANGED, {})
    words = visited.files_of(first)[FileRole.TEXT]
    acts = [link.act for link in load_custody(visited.session, [words])[words.id]]
    assert acts == [CustodyAct.COLLECTED, CustodyAct.VERIFIED]
    assert visited.claim.look_again == ""


def test_a_changed_page_is_kept_anew_and_brings_the_claim_back(visited: Visited, files: FileStore) -> None:
    visited.capture()
    version = visited.claim.version
    visited.site.pages["/page"] = respond(CHANGED)
    changed = visited.capture(by=SCHEDULE)
    assert changed.outcome is CaptureOutcome.CHANGED
    text = visited.files_of(changed)[FileRole.TEXT]
    assert files.read(text.sha256).decode() == "The bridge at Vell stood closed on Monday."
    assert visited.claim.look_again == "A page that its evidence rests on changed since it was kept."
    assert visited.claim.version == version + 1
    visited.site.pages.pop("/page")
    gone = visited.capture(by=SCHEDULE)
    assert (gone.outcome, gone.status_code) == (CaptureOutcome.GONE, 404)
    assert "there is no such page any more" in gone.message
    assert set(visited.files_of(gone)) == {FileRole.WARC}
    assert visited.claim.look_again == "A page that its evidence rests on is gone."
    visited.site.pages["/page"] = respond(CHANGED)
    assert visited.capture().outcome is CaptureOutcome.UNCHANGED  # against what was kept last


def test_a_page_that_turns_out_to_be_the_checked_article_is_told_once(
    rows: Session, store: Engine, files: FileStore, site: LocalSite
) -> None:
    words = " ".join(f"Reading {number} of {uuid.uuid4()} was its own." for number in range(20))
    claim = factories.make_claim(rows, factories.make_article(rows, text=f"{factories.TEXT}{words}"))
    factories.make_verdict(rows, claim)
    tools = make_visiting_tools(store, files, Fetcher(site.rules()))
    evidence = factories.make_evidence(rows, claim, excerpt="", url=site.url("/page"))
    told = Visited(rows, tools, site, evidence)
    site.pages["/page"] = respond(PAGE)
    told.capture()
    assert told.claim.look_again == ""
    site.pages["/page"] = respond(PAGE.replace("stood open", f"stood: {words}"))
    assert told.capture().outcome is CaptureOutcome.CHANGED
    changed, circle = told.claim.look_again.splitlines()
    assert changed == "A page that its evidence rests on changed since it was kept."
    assert "hardly more than the checked article" in circle
    factories.edit(rows, told.claim, look_again="")
    assert told.capture().outcome is CaptureOutcome.UNCHANGED
    assert told.claim.look_again == "", "it was told already"


def test_a_page_that_names_the_checked_article_on_another_site_as_its_own_address_is_a_copy(
    rows: Session, store: Engine, files: FileStore, site: LocalSite
) -> None:
    address = f"https://checked.example/{uuid.uuid4()}"
    claim = factories.make_claim(rows, factories.make_article(rows, url=address))
    tools = make_visiting_tools(store, files, Fetcher(site.rules()))
    evidence = factories.make_evidence(rows, claim, excerpt="", url=site.url("/page"))
    copy = Visited(rows, tools, site, evidence)
    site.pages["/page"] = respond(PAGE.replace("<title>", f'<link rel="canonical" href="{address}"><title>'))
    copy.capture()
    assert "the checked article itself" in copy.claim.look_again
    assert weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id].origins == 0


def test_one_text_on_two_pages_is_one_origin_and_one_notice_is_not(
    rows: Session, store: Engine, files: FileStore, site: LocalSite
) -> None:
    tools = make_visiting_tools(store, files, Fetcher(site.rules()))
    story = " ".join(f"Reading {number} of the gauge was its own." for number in range(20))
    for words, origins in ((story, 1), ("We are checking your browser.", 2)):
        claim = factories.make_claim(rows)
        for number in range(2):
            path, source = f"/{origins}/{number}", factories.make_source(rows, f"Outlet {uuid.uuid4()}")
            site.pages[path] = respond(f"<!doctype html><title>{number}</title><main><p>{words}</p></main>")
            evidence = factories.make_evidence(rows, claim, source, excerpt="", url=site.url(path))
            Visited(rows, tools, site, evidence).capture()
        assert weigh_claims(rows, [claim.id], sight=True, read=None)[claim.id].origins == origins


def test_a_page_without_words_is_compared_by_its_bytes(visited: Visited) -> None:
    visited.site.pages["/page"] = respond(b"\x89PNG one", media_type="image/png")
    first = visited.capture()
    assert set(visited.files_of(first)) == {FileRole.WARC, FileRole.FILE}
    assert first.message == "No readable words: image/png holds none that are read here."
    assert visited.capture().outcome is CaptureOutcome.UNCHANGED
    visited.site.pages["/page"] = respond(b"\x89PNG two", media_type="image/png")
    assert visited.capture().outcome is CaptureOutcome.CHANGED


def test_a_refusing_or_broken_site_is_told_in_words(visited: Visited) -> None:
    visited.site.pages["/page"] = respond("No.", status="403 Forbidden")
    refused = visited.capture()
    assert (refused.outcome, refused.status_code) == (CaptureOutcome.FAILED, 403)
    assert "refuses programs like this one" in refused.message
    visited.site.pages["/page"] = respond("Oh.", status="500 Broken")
    assert visited.capture().outcome is CaptureOutcome.FAILED


def test_our_own_rules_refuse_without_a_visit(visited: Visited) -> None:
    factories.edit(visited.session, visited.evidence, url="http://169.254.169.254/latest/")
    refused = visited.capture()
    assert (refused.outcome, refused.status_code) == (CaptureOutcome.REFUSED, None)
    assert visited.site.requests == []
    assert visited.files_of(refused) == {}


def test_robots_are_asked_when_nobody_sits_there(visited: Visited) -> None:
    visited.site.pages["/robots.txt"] = respond("User-agent: *\nDisallow: /\n", media_type="text/plain")
    assert visited.capture(by=SCHEDULE).outcome is CaptureOutcome.REFUSED
    assert visited.site.paths == ["/robots.txt"]
    assert visited.capture().outcome is CaptureOutcome.CAPTURED


def test_a_line_that_breaks_is_tried_three_times_and_then_told(visited: Visited) -> None:
    visited.site.pages["/page"] = lambda connection: connection.close()
    with database.scratch(visited.tools.engine) as session:
        job_id = ask_for_capture(session, visited.evidence, by="tests").id
    for attempt in (1, 2, 3):
        assert visited.rows == []
        assert run_job(visited.tools, job_id), attempt
        with database.scratch(visited.tools.engine) as session:
            job = session.get_one(Job, job_id)
            job.not_before = None
        visited.session.commit()
    assert job.state is JobState.DONE
    assert [row.outcome for row in visited.rows] == [CaptureOutcome.FAILED]
    assert visited.rows[0].message


def fail_at_last(visited: Visited, rules: FetchRules) -> Capture:
    """The visit of the last attempt, by these rules."""
    with database.scratch(visited.tools.engine) as session:
        job = ask_for_capture(session, visited.evidence, by="tests")
        job.attempts = MOST_ATTEMPTS - 1
    fetcher = Fetcher(rules)
    assert run_job(make_visiting_tools(visited.tools.engine, visited.tools.files, fetcher), job.id)
    visited.session.commit()
    visited.session.expire_all()
    return visited.rows[0]


def test_what_came_before_a_redirect_to_a_forbidden_address_is_kept(
    visited: Visited, files: FileStore
) -> None:
    visited.site.pages["/page"] = redirect("http://169.254.169.254/latest/")
    refused = visited.capture()
    assert refused.outcome is CaptureOutcome.REFUSED
    kept = visited.files_of(refused)
    assert set(kept) == {FileRole.WARC}
    records = read_warc(files, kept[FileRole.WARC])
    assert [kind for kind, _, _ in records] == ["warcinfo", "response", "request", "metadata"]
    assert b"Location: http://169.254.169.254/latest/" in records[1][2]
    assert kept[FileRole.WARC].url == visited.evidence.url


def dribble(visited: Visited, sent: bytes) -> Callable[[socket.socket], None]:
    """An answer of which no more than this comes."""

    def answer(line: socket.socket) -> None:
        line.sendall(sent)
        visited.site.wait(30)

    return answer


BEGUN = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n<p>The first words"


@pytest.mark.parametrize(
    ("sent", "limits", "why", "kind"),
    [
        (respond("word " * 900), {"max_received": 2_000}, "length", "response"),
        (BEGUN, {"deadline": 0.5}, "time", "response"),
        (BEGUN[:40], {"deadline": 0.5}, "time", "resource"),
        (respond("word " * 900), {"max_body": 2_000}, "", "response"),
    ],
    ids=["too large", "too slow", "not even its head", "too large unpacked"],
)
def test_what_came_of_an_answer_that_never_was_whole_is_kept(
    visited: Visited, files: FileStore, sent: bytes, limits: dict[str, Any], why: str, kind: str
) -> None:
    visited.site.pages["/page"] = dribble(visited, sent)
    failed = fail_at_last(visited, visited.site.rules(**limits))
    assert failed.outcome is CaptureOutcome.FAILED
    [archive] = visited.files_of(failed).values()
    records = list(ArchiveIterator(io.BytesIO(files.read(archive.sha256))))
    assert [record.rec_type for record in records] == ["warcinfo", kind, "request", "metadata"]
    assert (records[1].rec_headers.get_header("WARC-Truncated") or "") == why
    [(_, _, came)] = [record for record in read_warc(files, archive) if record[0] == kind]
    whole = sent.replace(b"\r\n\r\n", b"\r\n", 1)  # read_warc() leaves out the line between
    assert whole.startswith(came)
    assert came.startswith(sent[:40])


def test_a_line_that_breaks_off_keeps_what_came(visited: Visited, files: FileStore) -> None:
    visited.site.pages["/page"] = BEGUN
    failed = fail_at_last(visited, visited.site.rules())
    [archive] = visited.files_of(failed).values()
    assert read_warc(files, archive)[1][2] == BEGUN.replace(b"\r\n\r\n", b"\r\n")
    assert "broke off" in failed.message


def test_one_visit_at_a_time(visited: Visited) -> None:
    with database.scratch(visited.tools.engine) as session:
        ask_for_capture(session, visited.evidence, by="tests")
    with database.scratch(visited.tools.engine) as session, pytest.raises(RuleBroken, match="already"):
        ask_for_capture(session, visited.evidence, by="tests")
    standing = load_standings(visited.session, [visited.evidence.id, uuid.uuid4()])
    assert list(standing) == [visited.evidence.id]
    assert standing[visited.evidence.id].job is not None


def test_a_withdrawn_claim_is_left_in_peace(visited: Visited) -> None:
    visited.capture()
    factories.edit(visited.session, visited.claim, status=Status.WITHDRAWN)
    visited.site.pages.clear()
    assert visited.capture().outcome is CaptureOutcome.GONE
    assert visited.claim.look_again == ""


def test_a_kept_file_that_was_altered_is_noted_when_the_page_is_compared_with_it(
    visited: Visited, files: FileStore
) -> None:
    words = visited.files_of(visited.capture())[FileRole.TEXT]
    (files.root / words.sha256[:2] / words.sha256[2:]).write_bytes(b"forged")
    visited.capture()
    query = select(Custody).where(col(Custody.snapshot_id) == words.id, col(Custody.act) == "verified")
    assert visited.session.exec(query).one().note.startswith("Not as collected: ")


def test_another_link_is_another_page_and_no_change_of_the_old_one(
    visited: Visited, files: FileStore
) -> None:
    first = visited.capture()
    visited.site.pages["/other"] = respond(CHANGED)
    values = EvidenceValues(
        source="Bridge office",
        kind=visited.evidence.kind,
        stance=visited.evidence.stance,
        url=visited.site.url("/other"),
    )
    edit_evidence(visited.session, files, visited.evidence, values, seen=visited.evidence.version, by="tests")
    standing = load_standings(visited.session, [visited.evidence.id])[visited.evidence.id]
    assert (standing.last, standing.kept, standing.moved) == (None, None, True)
    assert load_archives(visited.session, [visited.evidence.id]) == {}
    assert standing.job is not None, "the new page is kept without being asked"
    assert run_job(visited.tools, standing.job.id)
    visited.session.commit()
    visited.session.expire_all()
    newest = visited.rows[0]
    assert (newest.outcome, newest.url) == (CaptureOutcome.CAPTURED, visited.site.url("/other"))
    assert find_words_before(visited.session, newest) is None
    assert visited.claim.look_again == ""
    assert visited.rows[1].id == first.id, "what was kept of the old address stays"


def test_a_link_that_changes_while_its_page_is_visited_is_visited_next(
    visited: Visited, store: Engine, files: FileStore
) -> None:
    first, other = visited.evidence.url, visited.site.url("/other")
    visited.site.pages["/other"] = respond(CHANGED)

    def change_and_answer(line: socket.socket) -> None:
        with database.open_session(store) as session:
            evidence = session.get_one(Evidence, visited.evidence.id)
            values = EvidenceValues("Bridge office", evidence.kind, evidence.stance, url=other)
            edit_evidence(session, files, evidence, values, seen=evidence.version, by="tests")
        line.sendall(respond(PAGE))

    visited.site.pages["/page"] = change_and_answer
    assert visited.capture().url == first
    waiting = find_waiting_job(visited.session, visited.evidence.id)
    assert waiting is not None
    assert run_job(visited.tools, waiting.id)
    visited.session.commit()
    visited.session.expire_all()
    assert [row.url for row in visited.rows] == [other, first]
    assert find_waiting_job(visited.session, visited.evidence.id) is None


def test_another_link_is_not_visited_where_a_person_said_that_it_is_not_to_be_kept(
    visited: Visited, files: FileStore
) -> None:
    with history.change(visited.session, by="tests", action="evidence.declined") as change:
        decline_capture(visited.session, visited.evidence, "They would know.")
        change.touch(visited.claim)
        change.subject = visited.claim
    values = EvidenceValues(
        source="Bridge office",
        kind=visited.evidence.kind,
        stance=visited.evidence.stance,
        url=visited.site.url("/other"),
    )
    edit_evidence(visited.session, files, visited.evidence, values, seen=visited.evidence.version, by="tests")
    assert find_waiting_job(visited.session, visited.evidence.id) is None
