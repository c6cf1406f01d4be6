"""Each list page asks the database as often for thirty rows as for one."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event
from sqlmodel import Session

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.test_published import correct, publish
from tests.web.test_reports import make_article
from workbench.domain.status import Status
from workbench.models import Article, ArticleVersion
from workbench.web.claim_list import COLUMNS


@contextmanager
def count_queries(desk: RunningDesk) -> Iterator[list[str]]:
    """What is asked meanwhile, with the values."""
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        asked.append(f"{statement} {values!r}")

    event.listen(desk.engine, "before_cursor_execute", note)
    yield asked
    event.remove(desk.engine, "before_cursor_execute", note)


def add_claims(session: Session, version: ArticleVersion, count: int) -> None:
    """Claims with everything that a list shows of one."""
    for number in range(count):
        source = factories.make_source(session, f"Speaker {number} of A {version.number} {count}")
        claim = factories.make_claim(session, version, claimant=source)
        factories.make_evidence(session, claim, source)
        if number % 3 == 0:
            factories.make_review(session, factories.make_verdict(session, claim))
            factories.edit(session, claim, status=Status.CHECKED)
        elif number % 3 == 1:
            factories.edit(session, claim, accepted_at=None)


def add_article(session: Session, count: int) -> Article:
    outlet = factories.make_source(session, f"Outlet of {count} {id(session)}")
    version = factories.make_article(session, furniture=((0, 13),), outlet_id=outlet.id)
    add_claims(session, version, count)
    return factories.find_article(session, version)


def count_for(desk: RunningDesk, url: str) -> int:
    desk.viewer.read(url)  # once before, for what is read only the first time
    with count_queries(desk) as asked:
        desk.viewer.read(url)
    return len(asked)


def test_pages_of_an_article(desk: RunningDesk) -> None:
    with desk.open() as session:
        few, many = add_article(session, 2), add_article(session, 30)
    for address in (
        "/articles/A-{}",
        "/articles/A-{}/report",
        "/articles/A-{}/report.json",
        "/claims?article={}",
        "/claims?article={}&stage=proposed&q=Troops",
    ):
        asked = [count_for(desk, address.format(article.number)) for article in (few, many)]
        assert asked[0] == asked[1], address


def test_lists_of_everything(desk: RunningDesk) -> None:
    every = "&".join(f"columns={name}" for name in COLUMNS)
    urls = ("/articles", "/claims", f"/claims?{every}", "/claims?stage=proposed", "/sources", "/reports")
    with desk.open() as session:
        add_claims(session, factories.make_article(session), 2)
        factories.make_report(session, factories.make_claim(session))
    before = {url: count_for(desk, url) for url in urls}
    with desk.open() as session:
        for _ in range(8):
            version = factories.make_article(session)
            add_claims(session, version, 3)
            factories.make_report(session, factories.make_claim(session, version))
    assert {url: count_for(desk, url) for url in urls} == before


def test_page_of_a_source(desk: RunningDesk) -> None:
    asked = []
    for count in (1, 30):
        with desk.open() as session:
            source = factories.make_source(session, f"Speaker of {count}")
            version = factories.make_article(session, outlet_id=source.id)
            for _ in range(count):
                claim = factories.make_claim(session, version, claimant=source)
                factories.make_evidence(session, claim, source)
                factories.make_verdict(session, claim)
        asked.append(count_for(desk, f"/sources/S-{source.number}"))
    assert asked[0] == asked[1]


def test_the_versions_of_an_article(desk: RunningDesk) -> None:
    asked = []
    for count in (1, 30):
        with desk.open() as session:
            article = factories.find_article(session, factories.make_article(session))
            for ordinal in range(2, count + 1):
                factories.make_version(session, article, f"Words of version {ordinal}.")
            for _ in range(count):
                factories.make_capture(session, article_id=article.id)
            number = article.number
        asked.append(count_for(desk, f"/articles/A-{number}/versions"))
        assert desk.viewer.read(f"/articles/A-{number}/versions").count('class="visit"') == count
    assert asked[0] == asked[1]


def test_only_long_queues_of_home_are_counted(desk: RunningDesk) -> None:
    with desk.open() as session:
        add_claims(session, factories.make_article(session), 30)
    with count_queries(desk) as asked:
        desk.reviewer.read("/")
    [counted] = [one for one in asked if one.startswith("SELECT count(*)") and "FROM claim" in one]
    assert "assignee_id IS NULL" in counted


def test_no_page_asks_the_same_twice(desk: RunningDesk) -> None:
    with desk.open() as session:
        article = add_article(session, 4)
        claim = factories.make_claim(session, factories.make_article(session))
        factories.make_evidence(session, claim)
        piece = factories.make_evidence(session, claim, url="https://example.org/page")
        factories.make_capture(session, piece)
        page, evidence = f"/articles/A-{article.number}", f"/claims/C-{claim.number}/evidence"
        one = f"{evidence}/{piece.id}"
    for address in (
        *("/", "/articles", "/claims", "/sources", "/reports", "/agreement"),
        *(page, f"{page}/report", f"{page}/publish", f"{page}/versions"),
        *(f"{evidence}/new", f"{one}/edit", f"{one}/withdraw", f"{one}/recheck", f"{one}/kept/standing"),
    ):
        desk.reviewer.read(address)
        with count_queries(desk) as asked:
            desk.reviewer.read(address)
        assert [one for one, times in Counter(asked).items() if times > 1] == [], address


def test_the_list_of_published_reports(desk: RunningDesk) -> None:
    """Also while some source is withheld, by whose names each of them is looked at."""
    with desk.open() as session:
        factories.make_source(session, "Counted Clerk", withheld=True)
    _, claims = make_article(desk, "First", "Second", "Third")
    last = publish(desk, claims[0])
    before = count_for(desk, "/published")
    for claim in claims[1:]:
        last = correct(desk, publish(desk, claim), claim)
    assert f"/published/{last}" in desk.viewer.read("/published")
    assert count_for(desk, "/published") == before
