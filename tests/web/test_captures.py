"""Kept pages on the web: asked for with the evidence, shown without running, taken out in writing."""

import uuid
from collections.abc import Iterator
from io import BytesIO

import pytest
from sqlmodel import col, select

from tests import factories
from tests.local_site import LocalSite, respond
from tests.visiting import make_visiting_tools
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from tests.web.test_query_counts import count_for
from workbench.domain.captures import CaptureOutcome, CustodyAct, FileRole
from workbench.domain.roles import Role
from workbench.fetching import Fetcher
from workbench.jobs.running import run_job
from workbench.models import Capture, Claim, Custody, Evidence, Job, Snapshot, Source
from workbench.queries.capture_standing import find_waiting_job

HOSTILE = (
    "<!doctype html><title>x</title><body><main><p>The bridge stood open.</p></main>"
    "<script>parent.pwned=1</script><img src=x onerror=alert(1)>"
    "<meta http-equiv=refresh content='0;url=//evil'><link rel=preconnect href=//evil.example>"
    "<form action=//evil.example><svg onload=alert(1)></svg>"
)
FIELDS = {
    "stance": "supports",
    "kind": "link",
    "source": "River Post",
    "source_kind": "outlet",
    "credibility": "3",
}


@pytest.fixture
def claim(desk: RunningDesk) -> Claim:
    with desk.open() as session:
        return factories.make_claim(session)


@pytest.fixture
def site() -> Iterator[LocalSite]:
    with LocalSite() as site:
        site.pages["/page"] = respond(HOSTILE)
        yield site


def add(desk: RunningDesk, claim: Claim, **values: object) -> Evidence:
    url = f"/claims/C-{claim.number}/evidence/new"
    fields = read_hidden(desk.checker.read(url), "evidence-form") | FIELDS
    desk.checker.save(url, **{**fields, **values})
    with desk.open() as session:
        query = (
            select(Evidence).where(col(Evidence.claim_id) == claim.id).order_by(col(Evidence.added_at).desc())
        )
        return session.exec(query).first() or pytest.fail("no evidence")


def do_waiting(desk: RunningDesk, site: LocalSite, evidence: Evidence) -> None:
    """The visit that waits, as the worker does it."""
    fetcher = Fetcher(site.rules())
    with desk.open() as session:
        job = find_waiting_job(session, evidence.id)
    assert job is not None
    assert run_job(make_visiting_tools(desk.engine, desk.files, fetcher), job.id)


def kept_url(claim: Claim, evidence: Evidence) -> str:
    return f"/claims/C-{claim.number}/evidence/{evidence.id}/kept"


def find_files(desk: RunningDesk, evidence: Evidence) -> dict[FileRole, Snapshot]:
    with desk.open() as session:
        rows = session.exec(select(Snapshot).where(col(Snapshot.evidence_id) == evidence.id))
        return {row.role: row for row in rows}


def test_a_link_is_kept_by_default_and_shown_with_where_it_stands(
    desk: RunningDesk, claim: Claim, site: LocalSite
) -> None:
    evidence = add(desk, claim, url=site.url("/page"))
    page = desk.viewer.read(f"/claims/C-{claim.number}")
    assert "The page is being visited and kept" in page
    assert "Check again" not in page
    do_waiting(desk, site, evidence)
    assert ">Kept</span>" in desk.viewer.read(f"/claims/C-{claim.number}")
    assert "Check again" in desk.checker.read(f"/claims/C-{claim.number}")
    listed = desk.viewer.read(kept_url(claim, evidence))
    assert "3 files kept." in listed
    assert "Checker" in listed
    with desk.open() as session:
        capture = session.exec(select(Capture).where(col(Capture.evidence_id) == evidence.id)).one()
    page = desk.viewer.read(f"{kept_url(claim, evidence)}/{capture.id}")
    for snapshot in find_files(desk, evidence).values():
        assert snapshot.sha256 in page
    assert "The bridge stood open." in page
    assert "as collected" in page
    assert "<iframe" in page
    assert " sandbox " in page


def test_a_page_that_is_not_to_be_kept_says_why(desk: RunningDesk, claim: Claim, site: LocalSite) -> None:
    url = f"/claims/C-{claim.number}/evidence/new"
    fields = read_hidden(desk.checker.read(url), "evidence-form") | FIELDS | {"url": site.url("/page")}
    refused = desk.checker.post(url, **fields, no_capture="y")
    assert refused.status_code == 422
    assert "Say why the page is not kept." in refused.text
    evidence = add(
        desk, claim, url=site.url("/page"), no_capture="y", no_capture_reason="It asks for a login."
    )
    with desk.open() as session:
        assert find_waiting_job(session, evidence.id) is None
    page = desk.viewer.read(f"/claims/C-{claim.number}")
    assert "Not to be kept: It asks for a login." in page
    assert site.requests == []


def test_a_second_look_is_asked_for_by_writers_and_answered_in_place(
    desk: RunningDesk, claim: Claim, site: LocalSite
) -> None:
    evidence = add(desk, claim, url=site.url("/page"))
    do_waiting(desk, site, evidence)
    assert desk.viewer.post(f"{kept_url(claim, evidence)}/again").status_code == 403
    answer = desk.checker.post(f"{kept_url(claim, evidence)}/again", HTMX)
    assert "being visited" in answer.text
    assert "<html" not in answer.text
    assert desk.checker.post(f"{kept_url(claim, evidence)}/again").status_code == 422
    site.pages["/page"] = respond(HOSTILE.replace("open", "closed"))
    do_waiting(desk, site, evidence)
    part = desk.viewer.get(f"{kept_url(claim, evidence)}/standing", HTMX).text
    assert "reads differently now" in part
    assert "hx-trigger" not in part
    assert "A page that its evidence rests on changed" in desk.checker.read("/")
    listed = desk.viewer.read(kept_url(claim, evidence))
    assert "<del" in listed
    assert "closed" in listed


def test_a_kept_page_made_to_stop_the_server_is_refused_by_its_frame(
    desk: RunningDesk, claim: Claim, site: LocalSite
) -> None:
    """Cleaning it takes time without end: it is done in a process of its own, within limits."""
    site.pages["/page"] = respond("<body>The bridge stood open." + "<div>" * 300_000)
    evidence = add(desk, claim, url=site.url("/page"))
    do_waiting(desk, site, evidence)
    file = f"{kept_url(claim, evidence)}/files/{find_files(desk, evidence)[FileRole.FILE].id}"
    answer = desk.viewer.get(f"{file}/frame", {"Sec-Fetch-Dest": "iframe"})
    assert answer.status_code == 404
    assert "The page " in answer.text  # takes too long, or breaks what reads it: which comes first is chance


def test_nothing_of_a_kept_page_runs_leads_or_loads(desk: RunningDesk, claim: Claim, site: LocalSite) -> None:
    evidence = add(desk, claim, url=site.url("/page"))
    do_waiting(desk, site, evidence)
    file = f"{kept_url(claim, evidence)}/files/{find_files(desk, evidence)[FileRole.FILE].id}"
    answer = desk.viewer.get(f"{file}/frame", {"Sec-Fetch-Dest": "iframe"})
    assert "The bridge stood open." in answer.text
    for bad in ("<script", "onerror", "<img", "<meta http-equiv", "<link", "<form", "<svg", "evil"):
        assert bad not in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("sandbox; default-src 'none'; ")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    alone = desk.viewer.get(f"{file}/frame", {"Sec-Fetch-Dest": "document"})
    assert alone.headers["Content-Disposition"].startswith("attachment")
    assert desk.viewer.get(f"{file}/image").status_code == 404
    holding = desk.viewer.get(file).headers["Content-Security-Policy"]
    assert holding.endswith("frame-src 'self'")
    warc = find_files(desk, evidence)[FileRole.WARC].id
    assert desk.viewer.get(f"{kept_url(claim, evidence)}/files/{warc}/frame").status_code == 404


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1<script>alert(1)</script>", "image/png"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\0\0\0\1\0\0", ""),  # a pixel flood: 65,536 by 65,536
        (b"GIF89a\1\0=1;/*<script>*/", "image/gif"),
        (b"\xff\xd8\xff<html>", ""),
        (b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", ""),
        (b"<!-- \x89PNG\r\n\x1a\n --><script>", ""),
    ],
)
def test_an_image_is_shown_as_what_its_bytes_are(
    desk: RunningDesk, claim: Claim, data: bytes, shown: str
) -> None:
    evidence = add(desk, claim, file=(BytesIO(data), "picture.png", "image/png"))
    file = desk.viewer.get(f"/claims/C-{claim.number}/evidence/{evidence.id}/file").location
    assert ("/image" in desk.viewer.read(file)) is bool(shown)
    answer = desk.viewer.get(f"{file}/image")
    assert answer.status_code == (200 if shown else 404)
    if shown:
        assert answer.mimetype == shown
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_who_takes_a_file_out_is_written_into_its_chain(desk: RunningDesk, claim: Claim) -> None:
    evidence = add(desk, claim, file=(BytesIO(b"a map"), "map.txt", "text/plain"))
    file = desk.viewer.get(f"/claims/C-{claim.number}/evidence/{evidence.id}/file").location
    assert desk.viewer.get(f"{file}/download").status_code == 405
    answer = desk.viewer.post(f"{file}/download")
    assert answer.data == b"a map"
    answer.close()
    page = desk.viewer.read(file)
    for told in ("Collected", "uploaded by hand", "Exported", "Downloaded by Viewer", "a map"):
        assert told in page
    with desk.open() as session:
        query = (
            select(Custody.act)
            .where(col(Custody.snapshot_id) == evidence.snapshot_id)
            .order_by(col(Custody.at))
        )
        assert list(session.exec(query)) == [CustodyAct.COLLECTED, CustodyAct.EXPORTED]


def test_a_file_of_other_evidence_is_not_found_under_this_one(desk: RunningDesk, claim: Claim) -> None:
    evidence = add(desk, claim, file=(BytesIO(b"one"), "one.txt", "text/plain"))
    other = add(desk, claim, file=(BytesIO(b"two"), "two.txt", "text/plain"))
    for path in ("", "/image", "/frame"):
        url = f"{kept_url(claim, evidence)}/files/{other.snapshot_id}{path}"
        assert desk.owner.get(url).status_code == 404
    assert (
        desk.owner.post(f"{kept_url(claim, evidence)}/files/{other.snapshot_id}/download").status_code == 404
    )
    assert desk.owner.get(f"{kept_url(claim, evidence)}/{uuid.uuid4()}").status_code == 404


def test_what_was_kept_of_a_withheld_source_is_nobodys_below_the_permission(
    desk: RunningDesk, claim: Claim, site: LocalSite
) -> None:
    evidence = add(desk, claim, url=site.url("/page"), source=f"At risk {claim.number}")
    do_waiting(desk, site, evidence)
    with desk.open() as session:
        source = session.get_one(Source, evidence.source_id)
        capture = session.exec(select(Capture).where(col(Capture.evidence_id) == evidence.id)).one()
    url = f"/sources/S-{source.number}/edit"
    fields = read_hidden(desk.checker.read(url), "source-form")
    fields |= {
        "name": source.name,
        "kind": "outlet",
        "reliability": "F",
        "withheld": "y",
        "withheld_reason": "In danger",
    }
    desk.checker.save(url, **fields)
    kept, files = kept_url(claim, evidence), find_files(desk, evidence)
    file = f"{kept}/files/{files[FileRole.FILE].id}"
    for address in (kept, f"{kept}/standing", f"{kept}/{capture.id}", file, f"{file}/frame", f"{file}/image"):
        assert desk.viewer.get(address).status_code == 404, address
    assert desk.viewer.post(f"{file}/download").status_code == 404
    page = desk.reviewer.read(f"{kept}/{capture.id}")
    assert "Withheld: In danger" in page
    assert "Its source is withheld" in desk.reviewer.read(kept)
    site.pages.clear()
    desk.checker.post(f"{kept}/again")
    do_waiting(desk, site, evidence)
    home = desk.checker.read("/")
    assert "A page that its evidence rests on is gone." in home
    assert site.name not in desk.viewer.read(f"/claims/C-{claim.number}")


def test_altered_and_missing_files_are_told_on_their_page(desk: RunningDesk, claim: Claim) -> None:
    evidence = add(desk, claim, file=(BytesIO(b"true words"), "a.txt", "text/plain"))
    file = desk.viewer.get(f"/claims/C-{claim.number}/evidence/{evidence.id}/file").location
    with desk.open() as session:
        sha256 = session.get_one(Snapshot, evidence.snapshot_id).sha256
    path = desk.files.root / sha256[:2] / sha256[2:]
    path.write_bytes(b"forged words")
    page = desk.viewer.read(file)
    assert "does not have the bytes that its name promises" in page
    assert "forged words" not in page
    path.unlink()
    assert "is missing from the store" in desk.viewer.read(file)


def test_the_claim_page_asks_as_often_for_many_captures_as_for_one(desk: RunningDesk) -> None:
    asked = []
    for count in (1, 30):
        with desk.open() as session:
            claim = factories.make_claim(session)
            source = factories.make_source(session, f"Source of {count}")
            for number in range(count):
                evidence = factories.make_evidence(session, claim, source)
                factories.make_capture(session, evidence)
                if number % 2:
                    factories.make_capture(session, evidence, outcome=CaptureOutcome.CHANGED)
        asked.append(count_for(desk, f"/claims/C-{claim.number}"))
    assert asked[0] == asked[1]


def test_a_list_of_visits_asks_as_often_for_thirty_as_for_one(desk: RunningDesk) -> None:
    asked = []
    for count in (1, 30):
        with desk.open() as session:
            evidence = factories.make_evidence(session)
            claim = session.get_one(Claim, evidence.claim_id)
            for _ in range(count):
                factories.make_capture(session, evidence)
        asked.append(count_for(desk, kept_url(claim, evidence)))
    assert asked[0] == asked[1]


def test_a_visitor_waits_for_no_network(desk: RunningDesk, claim: Claim) -> None:
    evidence = add(desk, claim, url="https://slow.example/")
    with desk.open() as session:
        job = session.exec(select(Job).where(col(Job.subject_id) == evidence.id)).one()
    assert job.actor == str(desk.people[Role.CHECKER].id)
    assert job.attempts == 0


def test_a_kept_page_of_a_withheld_source_says_that_it_is_not_visited_by_itself(
    desk: RunningDesk, claim: Claim
) -> None:
    with desk.open() as session:
        source = factories.make_source(session, f"Witness of C-{claim.number}")
        evidence = factories.make_evidence(session, claim, source)
        factories.make_capture(session, evidence)
        url = f"/claims/C-{claim.number}"
        assert "Not visited by itself" not in desk.checker.read(url)
        factories.edit(session, source, withheld=True)
    assert "Not visited by itself while its source is withheld" in desk.checker.read(url)
    assert "Check again" in desk.checker.read(f"{url}/evidence/{evidence.id}/kept"), "a person still may"
