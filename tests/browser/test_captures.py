"""A hostile page, kept: in the desk's own pages nothing of it runs, leads away, or asks anybody anything."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect
from sqlmodel import Session, col, select

from tests import factories
from tests.browser.conftest import OpenDesk
from tests.browser.looks import look_over
from tests.browser.site import Site
from tests.local_site import LocalSite, respond
from tests.visiting import make_visiting_tools
from workbench import database
from workbench.domain.captures import FileRole
from workbench.domain.roles import Role
from workbench.fetching import Fetcher
from workbench.jobs.running import run_job
from workbench.models import Claim, Evidence, Snapshot
from workbench.services.captures import request_capture
from workbench.services.jobs import sweep_jobs

pytestmark = pytest.mark.browser

# E is a site that must never hear of it.
HOSTILE = """<!doctype html><title>x</title><base href="E/base/" target=_top>
<meta http-equiv=refresh content="0; url=E/refresh"><link rel=preconnect href="E/">
<link rel=prefetch href="E/p"><link rel=stylesheet href="E/s.css">
<style>body{background:url(E/bg.png)}</style>
<body onload="top.location='E/top'"><main><h1>The bridge stood open on Monday</h1>
<p>So says <a href="E/link" target=_top ping="E/ping">the harbour office</a>.</p></main>
<script>top.document.title = "PWNED"; fetch("E/fetch"); open("E/open"); alert(1)</script>
<img src="E/img.png" onerror="top.document.title='PWNED'"><svg onload="top.document.title='PWNED'"></svg>
<iframe src="E/frame"></iframe><object data="E/o"></object><embed src="E/e"><video src="E/v" autoplay></video>
<form action="E/form" target=_top><input autofocus onfocus="this.form.submit()"><button>Go</button></form>
<math><mtext><style><img src=x onerror="top.document.title='PWNED'"></style></mtext></math>"""


@pytest.fixture
def local() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


@pytest.fixture
def evil() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


def keep(
    site: Site, local: LocalSite, session: Session, claim: Claim | None = None, **values: Any
) -> tuple[str, Evidence]:
    """Evidence whose page was kept; the address under which it is shown."""
    claim = claim or session.exec(select(Claim).where(col(Claim.accepted_at).is_not(None))).first()
    assert claim is not None
    source = factories.make_source(session, "Harbour Post")
    evidence = factories.make_evidence(session, claim, source, url=local.url("/page"), **values)
    fetcher = Fetcher(local.rules())
    files = site.installation.files
    tools = make_visiting_tools(site.engine, files, fetcher)
    assert run_job(tools, request_capture(site.engine, evidence, by="tests").id)
    session.commit()
    return f"/claims/C-{claim.number}/evidence/{evidence.id}/kept", evidence


def test_nothing_of_a_kept_page_runs_or_leaves(
    open_desk: OpenDesk, site: Site, local: LocalSite, evil: LocalSite
) -> None:
    local.pages["/page"] = respond(HOSTILE.replace("E/", f"http://127.0.0.1:{evil.port}/"))
    with database.open_session(site.engine) as session:
        kept, evidence = keep(site, local, session)
        query = select(Snapshot).where(
            col(Snapshot.evidence_id) == evidence.id, col(Snapshot.role) == FileRole.FILE
        )
        page_file = session.exec(query).one()
    desk = open_desk(Role.VIEWER)
    page = desk.page
    page.goto(f"{kept}/files/{page_file.id}")
    page.get_by_text("The page without styles and scripts").click()
    frame = page.frame_locator("iframe.kept-frame")
    expect(frame.get_by_role("heading", name="The bridge stood open on Monday")).to_be_visible()
    frame.get_by_text("the harbour office").click()
    page.wait_for_timeout(700)  # what would leave by itself has had its time
    assert page.url.endswith(f"/files/{page_file.id}")
    assert "PWNED" not in page.title()
    assert evil.requests == []
    assert frame.locator("script, img, form, link, iframe, object, svg, a[href]").count() == 0
    # Opened by itself it is a file to save, and no page of the desk.
    with page.expect_download() as waiting:
        page.evaluate("url => { location = url }", f"{kept}/files/{page_file.id}/frame")
    assert waiting.value.suggested_filename == "page.html"
    assert evil.requests == []


def test_the_pages_of_what_was_kept_can_be_read_by_everybody(
    open_desk: OpenDesk, site: Site, local: LocalSite
) -> None:
    local.pages["/page"] = respond("<body><main><h1>Bridge</h1><p>The bridge stood open.</p></main>")
    with database.open_session(site.engine) as session:
        kept, _ = keep(site, local, session)
    desk = open_desk(Role.CHECKER)
    page = desk.page
    page.goto(kept)
    look_over(desk)
    page.get_by_role("region", name="Visits").get_by_role("link").first.click()
    expect(desk.heading).to_contain_text("Visit of")
    look_over(desk)
    expect(page.get_by_text("The bridge stood open.")).to_be_visible()
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download site.example page.warc.gz").click()
    assert waiting.value.suggested_filename.endswith(".warc.gz")
    page.reload()
    page.locator("details", has_text="Chain of custody: 2").first.locator("summary").click()
    expect(page.get_by_text("Downloaded by")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
def test_a_second_look_shows_that_it_goes_on_and_what_it_found(
    open_desk: OpenDesk, site: Site, local: LocalSite, scripts: bool
) -> None:
    local.pages["/page"] = respond("<body><main><p>The bridge stood open.</p></main>")
    with database.open_session(site.engine) as session:
        kept, evidence = keep(site, local, session)
    desk = open_desk(Role.CHECKER, java_script_enabled=scripts)
    page = desk.page
    page.goto(kept)
    part = page.locator(f"#kept-{evidence.id}")
    part.get_by_role("button", name="Check again").click()
    expect(part.get_by_role("status")).to_contain_text("being visited")
    local.pages.clear()
    fetcher, files = Fetcher(local.rules()), site.installation.files
    tools = make_visiting_tools(site.engine, files, fetcher)
    for waiting in sweep_jobs(site.engine):  # as a worker would
        run_job(tools, waiting)
    if not scripts:
        page.reload()
    expect(part.get_by_text("Gone")).to_be_visible()
    expect(part).to_contain_text("there is no such page any more")
