"""An invented page for the picture of what is kept of one: handed over as if it had been fetched."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlmodel import col, select

from tests import factories
from tests.browser.site import Site
from tests.visiting import make_visiting_tools
from workbench.database import open_session
from workbench.domain.fetched import Answer, Exchange
from workbench.fetching import Fetcher, FetchFailed, FetchRules
from workbench.fetching.pictures import find_browser
from workbench.jobs.running import run_job
from workbench.models import Claim, Source, User
from workbench.services.captures import request_capture

URL = "https://harbour-post.example/vell-bridge"
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Bridge at Vell stays {state}</title>
<style>body{{font:18px/1.6 Georgia,serif;margin:0}}main{{max-width:720px;margin:24px 40px}}
header{{background:#123a5a;color:#fff;padding:12px 40px;font:700 26px Georgia,serif}}
h1{{line-height:1.2}}p.by{{color:#666}}</style></head>
<body><header>Harbour Post</header><main>
<h1>Bridge at Vell stays {state}</h1><p class="by">20 August, by Ada Lind</p>
<p>The road bridge at Vell stays {state} to traffic, the harbour office said on Monday. Engineers have
looked at all four spans.</p><p>Ferries run every {minutes} minutes.</p></main></body></html>"""


class OnePage(Fetcher):
    """Answers one address, with what it reads now, and no other."""

    def __init__(self, body: str) -> None:
        super().__init__(FetchRules(offline=True))
        self.body = body.encode()

    def fetch(self, url: str, *, headers: Sequence[tuple[str, str]] = (), robots: bool = False) -> Answer:  # noqa: ARG002
        if url != URL:
            raise FetchFailed("There is nothing else.", url)
        head = (("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(self.body))))
        lines = "".join(f"{name}: {value}\r\n" for name, value in head)
        exchange = Exchange(
            url=url,
            address="203.0.113.7",
            port=443,
            started_at=datetime.now(UTC),
            request=b"GET /vell-bridge HTTP/1.1\r\nHost: harbour-post.example\r\n\r\n",
            response=f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode() + self.body,
            status=200,
            reason="OK",
            headers=head,
            body=self.body,
        )
        return Answer(url, url, 200, head, self.body, "text/html", "utf-8", (exchange,))


def keep_page(site: Site) -> str:
    """Have the page visited twice, changed in between; answers where it is shown."""
    files = site.installation.files
    with open_session(site.engine) as session:
        claim = session.exec(select(Claim).where(col(Claim.accepted_at).is_not(None))).first()
        person = session.exec(select(User).where(col(User.login) == "checker")).one()
        source = session.exec(select(Source)).first()
        assert claim is not None  # noqa: S101 - the demo has some
        evidence = factories.make_evidence(session, claim, source, url=URL)
    for state, minutes in (("open", 20), ("closed", 40)):
        fetcher = OnePage(PAGE.format(state=state, minutes=minutes))
        job = request_capture(site.engine, evidence, by=str(person.id))
        run_job(make_visiting_tools(site.engine, files, fetcher, find_browser("")), job.id)
    return f"/claims/C-{claim.number}/evidence/{evidence.id}/kept"
