"""Lists: their filters, their search box, their paging, and addresses that somebody made up."""

from datetime import date
from html import unescape

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from workbench import history
from workbench.domain.evidence import SourceKind
from workbench.domain.statements import ClaimKind
from workbench.domain.status import Status
from workbench.models import Source

MADE_UP = [
    "?before=99999999999999999999",
    "?after=-1",
    "?before=x&after=y",
    "?before=1&after=1",
    "?before=%00",
    f"?before={'9' * 5_000}",
    "?q=%00",
    "?q=a%00b",
    "?q=%ED%A0%80",
    "?q=%22%29%20OR%20(",
    "?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "?status=nonsense&rating=nonsense&kind=nonsense&stage=nonsense&state=nonsense&reliability=Z",
    "?rating=%00&reliability=%00&kind=%00&stage=%00&status=%00&state=%00",
    "?claimant=99999999999999999999&article=99999999999999999999&outlet=99999999999999999999",
    "?claimant=-1&article=0&outlet=1.5",
    "?from=0000-00-00&to=9999-99-99",
    "?from=0001-01-01&to=9999-12-31",
    "?from=%00&to=2026-02-30",
]


@pytest.mark.parametrize("query", MADE_UP)
def test_an_address_that_somebody_made_up_gets_a_page(desk: RunningDesk, query: str) -> None:
    for url in ("/articles", "/claims", "/sources"):
        page = desk.viewer.read(url + query)
        assert "<script>alert" not in page


@pytest.mark.parametrize(
    "url",
    [
        "/claims/C-99999999999",
        "/claims/C-0",
        "/claims/A-1",
        "/claims/%00",
        "/articles/A-0",
        "/articles/..%2f..%2fetc",
        "/articles/A-1/claims/%ED%A0%80",
        "/sources/S-999999999",
        "/reports/R-1e3",
        "/reports/R-999999999.json",
        "/claims/report.exe",
        "/claims/report.json?claim=C-0",
        "/claims/report.json?claim=%00",
    ],
)
def test_what_is_not_there_is_not_found(desk: RunningDesk, url: str) -> None:
    assert desk.viewer.get(url).status_code == 404


def test_a_reference_is_read_in_either_case(desk: RunningDesk) -> None:
    with desk.open() as session:
        number = factories.make_claim(session).number
    assert desk.viewer.get(f"/claims/c-{number}").status_code == 200


def test_claims_are_filtered_by_stage_status_rating_kind_and_article(desk: RunningDesk) -> None:
    with desk.open() as session:
        version = factories.make_article(session)
        article = factories.find_article(session, version).number
        open_one = factories.make_claim(session, version, title="The open one", kind=ClaimKind.CAUSAL)
        rated = factories.make_claim(session, version, title="The rated one", status=Status.CHECKED)
        factories.make_verdict(session, rated, rating="mostly-true")
        proposed = factories.make_claim(session, version, title="The proposed one", accepted_at=None)
        gone = factories.make_claim(session, version, title="The withdrawn one", status=Status.WITHDRAWN)
    titles = {claim.title for claim in (open_one, rated, proposed, gone)}
    for query, shown in {
        "": {"The open one", "The rated one"},
        "&stage=proposed": {"The proposed one"},
        "&stage=withdrawn": {"The withdrawn one"},
        "&status=checked": {"The rated one"},
        "&rating=mostly-true": {"The rated one"},
        "&rating=none": {"The open one"},
        "&kind=causal": {"The open one"},
        "&q=rated+ONE": {"The rated one"},
        "&q=nowhere": set(),
    }.items():
        page = desk.viewer.read(f"/claims?article={article}{query}")
        assert {title for title in titles if title in page} == shown, query


def test_sources_are_filtered_by_kind_and_grade(desk: RunningDesk) -> None:
    with desk.open() as session:
        factories.make_source(session, "Graded person", kind=SourceKind.PERSON, reliability="B")
        factories.make_source(session, "Graded dataset", kind=SourceKind.DATASET, reliability="E")
    assert "Graded dataset" not in desk.viewer.read("/sources?kind=person")
    assert "Graded person" in desk.viewer.read("/sources?kind=person&reliability=B")
    assert "Graded person" not in desk.viewer.read("/sources?reliability=E&q=graded")


def test_a_withdrawn_claim_does_not_count_for_its_source(desk: RunningDesk) -> None:
    with desk.open() as session:
        source = factories.make_source(session, "Counted once")
        factories.make_claim(session, claimant=source)
        factories.make_claim(session, claimant=source, status=Status.WITHDRAWN)
    row = desk.viewer.read("/sources?q=counted").split("Counted once")[1].split("</tr>")[0]
    assert 'data-of="claims">1</td>' in row


def test_articles_are_filtered_by_day_and_outlet(desk: RunningDesk) -> None:
    with desk.open() as session:
        outlet = factories.make_source(session, "Daily Filter")
        factories.make_article(session, title="In May", published_on=date(2026, 5, 1), outlet_id=outlet.id)
        factories.make_article(session, title="In June", published_on=date(2026, 6, 1))
    page = desk.viewer.read("/articles?from=2026-05-01&to=2026-05-31")
    assert ("In May" in page, "In June" in page) == (True, False)
    page = desk.viewer.read(f"/articles?outlet={outlet.number}")
    assert ("In May" in page, "In June" in page) == (True, False)


def test_pages_follow_one_another_with_the_filter_kept(desk: RunningDesk) -> None:
    with desk.open() as session, history.change(session, by="tests", action="tests.filled"):
        for _ in range(120):
            number = history.next_number(session, Source)
            session.add(factories.build_source(f"Paged {number:04}", number=number, reliability="C"))
    url, seen = "/sources?q=paged&reliability=C", []
    while url:
        page = desk.viewer.read(url)
        seen += [part[:4] for part in page.split('dir="auto">Paged ')[1:]]
        assert "120 in all" in page
        older = page.split('rel="next" href="')
        url = unescape(older[1].split('"')[0]) if len(older) > 1 else ""
        assert not url or "reliability=C" in url
    assert (len(seen), seen) == (120, sorted(seen, reverse=True))


def test_the_way_to_another_page_keeps_the_whole_question(
    desk: RunningDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.queries.paging.PAGE_SIZE", 1)
    with desk.open() as session:
        for _ in range(2):
            factories.make_claim(session, title="Kept question")
    page = unescape(desk.viewer.read("/claims?columns=worth&columns=kind&endpoint=x"))
    assert "/claims?columns=worth&columns=kind&endpoint=x&before=" in page
