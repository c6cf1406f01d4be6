"""News on its page and in the feed: what is told, to whom, and what an address without a key gets."""

import re
from urllib.parse import urlsplit

import feedparser
import pytest

from tests import factories
from tests.web.desk import RunningDesk
from workbench.domain.roles import Role
from workbench.models import Claim, User
from workbench.services.users import deactivate
from workbench.services.work import assign_claims

ADDRESS = re.compile(r'id="feed-address"[^>]*>([^<]+)<')
READ = re.compile(r'action="(/news/[0-9a-f-]{36}/read)"')


@pytest.fixture
def claim(desk: RunningDesk) -> Claim:
    """Given to the checker by the owner."""
    with desk.open() as session:
        claim = factories.make_claim(session, title="Bridge <destroyed> at Tarsk")
        give(desk, claim)
        return claim


def give(desk: RunningDesk, claim: Claim) -> None:
    with desk.open() as session:
        checker = session.get_one(User, desk.people[Role.CHECKER].id)
        by = desk.people[Role.OWNER].actor
        assign_claims(session, [session.get_one(Claim, claim.id)], checker, by=by)


def test_a_claim_that_is_given_is_told_until_it_is_read(desk: RunningDesk, claim: Claim) -> None:
    line = f"C-{claim.number} is yours to check: Bridge &lt;destroyed&gt; at Tarsk"
    assert "1 new" in desk.checker.read("/")
    page = desk.checker.read("/news")
    assert line in page
    assert f'href="/claims/C-{claim.number}"' in page
    assert line not in desk.reviewer.read("/news")
    (read,) = READ.findall(page)
    desk.reviewer.save(read)
    assert "1 new" in desk.checker.read("/")
    desk.checker.save(read)
    page = desk.checker.read("/news")
    assert line in page
    assert READ.findall(page) == []
    give(desk, claim)  # it is in these hands already: nothing to tell
    assert "1 new" not in desk.checker.read("/")


def test_all_is_read_at_once(desk: RunningDesk, claim: Claim) -> None:
    assert READ.findall(desk.checker.read("/news"))
    desk.checker.save("/news/read")
    assert READ.findall(desk.checker.read("/news")) == []


def test_the_feed_needs_its_address_and_no_cookie(desk: RunningDesk, claim: Claim) -> None:
    shown = desk.checker.post("/news/feed")
    (address,) = ADDRESS.findall(shown.text)
    assert address.startswith("http://localhost/news/")
    path = urlsplit(address).path
    stranger = desk.app.test_client()
    answer = stranger.get(path)
    assert (answer.status_code, answer.mimetype) == (200, "application/atom+xml")
    entry = feedparser.parse(answer.data).entries[0]
    assert entry.title == f"C-{claim.number} is yours to check: Bridge <destroyed> at Tarsk"
    assert entry.link == f"http://localhost/claims/C-{claim.number}"
    assert "Set-Cookie" not in answer.headers
    assert path.rsplit("/", 1)[1] not in desk.checker.read("/news")
    (fresh,) = ADDRESS.findall(desk.checker.post("/news/feed").text)
    assert stranger.get(path).status_code == 404
    assert stranger.get(urlsplit(fresh).path).status_code == 200
    desk.checker.save("/news/feed/off")
    assert stranger.get(urlsplit(fresh).path).status_code == 404


def test_a_closed_account_has_no_feed(desk: RunningDesk) -> None:
    (address,) = ADDRESS.findall(desk.viewer.post("/news/feed").text)
    with desk.open() as session:
        viewer = session.get_one(User, desk.people[Role.VIEWER].id)
        deactivate(session, viewer, seen=viewer.version, by="tests")
    assert desk.app.test_client().get(urlsplit(address).path).status_code == 404


@pytest.mark.parametrize("token", ["", "x", "%00", "../news", "a" * 5000])
def test_no_other_address_tells_anything(desk: RunningDesk, token: str) -> None:
    assert desk.app.test_client().get(f"/news/{token}.atom").status_code in {303, 404}
