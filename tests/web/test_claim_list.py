"""The list of claims: its filters, columns and views, and one action on many."""

import re
from datetime import UTC, date, datetime, timedelta
from html import unescape

import pytest

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import read_hidden
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.models import Claim, User
from workbench.queries.claims import get_claim
from workbench.services.work import assign_claims, set_tags


@pytest.fixture
def three(desk: RunningDesk) -> list[Claim]:
    """Claims "One", "Two" and "Three" of an article of their own: the second is the checker's, tagged and
    has evidence."""
    with desk.open() as session:
        outlet = factories.make_source(session)
        version = factories.make_article(session, outlet_id=outlet.id, published_on=date(2026, 5, 3))
        claims = [
            factories.make_claim(session, version, title=f"{name} of {version.id}", check_worthiness=worth)
            for name, worth in (("One", 200), ("Two", 500), ("Three", 800))
        ]
        factories.make_evidence(session, claims[1])
        set_tags(session, claims[1], [f"tag {version.id}"], by="tests")
        checker = session.get_one(User, desk.people[Role.CHECKER].id)
        assign_claims(session, claims[1:2], checker, by="tests")
        factories.edit(session, claims[2], look_again="C-1 has another verdict.")
        desk.app.config["outlet"] = outlet.number
        desk.app.config["article"] = factories.find_article(session, version).number
    return claims


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", "One Two Three"),
        ("outlet={outlet}", "One Two Three"),
        ("outlet=S-{outlet}&worth=0.5", "Two Three"),
        ("outlet=Nobody+at+all", ""),
        ("outlet=99999999999", ""),
        ("worth=0.5", "Two Three"),
        ("below=0.5", "One"),
        ("worth=many", "One Two Three"),
        ("from=2026-05-03&to=2026-05-03", "One Two Three"),
        ("from=2026-05-04", ""),
        ("evidence=yes", "Two"),
        ("evidence=no", "One Three"),
        ("assignee=me", "Two"),
        ("assignee=checker", "Two"),
        ("assignee=nobody", "One Three"),
        ("assignee=reviewer", ""),
        ("look=again", "Three"),
        ("tag={tag}", "Two"),
        ("tag=elsewhere", ""),
    ],
)
def test_claims_are_filtered(desk: RunningDesk, three: list[Claim], query: str, shown: str) -> None:
    config = desk.app.config
    tag = "tag+" + three[0].title.split()[-1]
    query = query.format(outlet=config["outlet"], tag=tag)

    page = desk.checker.read(f"/claims?article={config['article']}&{query}")

    assert [claim.title.split()[0] for claim in three if claim.title in page] == shown.split()


@pytest.mark.parametrize(
    ("query", "unfolded"), [("q=One&claimant=&evidence=", False), ("evidence=yes", True)]
)
def test_rare_filters_stay_folded_until_one_is_used(desk: RunningDesk, query: str, unfolded: bool) -> None:
    """A browser sends the empty ones along, too."""
    page = desk.viewer.read(f"/claims?{query}")
    assert bool(re.search(r'<details class="filters-more" open>', page)) is unfolded


def test_columns_are_chosen(desk: RunningDesk, three: list[Claim]) -> None:
    article = desk.app.config["article"]
    page = desk.checker.read(f"/claims?article={article}&columns=evidence&columns=worth&columns=article")
    heads = re.findall(r"<th[^>]*>([^<]+)</th>", page.split("<thead>")[1].split("</thead>")[0])
    assert heads == ["Claim", "Title", "Worth checking", "Evidence", "Article"]
    row = page.split(three[1].title)[1].split("</tr>")[0]
    assert ">0.50<" in row
    assert '<td class="number">1</td>' in row
    assert f">A-{article}<" in row


def choose(desk: RunningDesk, claims: list[Claim], **fields: str) -> dict[str, object]:
    versions = {f"version-C-{claim.number}": claim.version for claim in claims}
    with desk.open() as session:
        versions = {name: get_claim(session, int(name.split("-")[2])).version for name in versions}
    return {"claim": [f"C-{claim.number}" for claim in claims], **versions, **fields}


def load(desk: RunningDesk, claims: list[Claim]) -> list[Claim]:
    with desk.open() as session:
        return [get_claim(session, claim.number) for claim in claims]


def test_many_are_assigned_tagged_and_moved_at_once(desk: RunningDesk, three: list[Claim]) -> None:
    back = f"/claims?article={desk.app.config['article']}"
    reviewer = desk.people[Role.REVIEWER]
    to = desk.checker.save("/claims/work", **choose(desk, three, act="assign", to="reviewer", back=back))
    assert to == back
    assert "3 claims assigned to Reviewer." in desk.checker.read(back)
    assert [claim.assignee_id for claim in load(desk, three)] == [reviewer.id] * 3

    desk.checker.save("/claims/work", **choose(desk, three, act="assign", to="nobody"))
    assert [claim.assignee_id for claim in load(desk, three)] == [None] * 3

    desk.checker.save("/claims/work", **choose(desk, three[:2], act="tag", tags="Kursk, drones"))
    page = desk.checker.read(f"{back}&tag=kursk")
    assert [claim.title in page for claim in three] == [True, True, False]

    desk.checker.save("/claims/work", **choose(desk, three, act="status", status="checking"))
    assert {claim.status for claim in load(desk, three)} == {Status.CHECKING}


def test_what_can_not_be_done_to_all_is_done_to_none_and_says_why(
    desk: RunningDesk, three: list[Claim]
) -> None:
    wrong = {
        "Give a verdict first": choose(desk, three, act="status", status="in review"),
        "Choose a status": choose(desk, three, act="status", status="true"),
        "Choose whom": choose(desk, three, act="assign", to="no such person"),
        "may not write": choose(desk, three, act="assign", to="viewer"),
        "Write a tag first": choose(desk, three, act="tag", tags=" , "),
        "Choose what to do": choose(desk, three, act="burn"),
        "Choose some claims": {"act": "tag", "tags": "x"},
    }
    for words, fields in wrong.items():
        answer = desk.checker.post("/claims/work", **fields)
        assert (answer.status_code, words in unescape(answer.text)) == (422, True), words
    assert {claim.status for claim in load(desk, three)} == {Status.NEW}


def test_claims_changed_since_the_list_was_opened_are_named(desk: RunningDesk, three: list[Claim]) -> None:
    fields = choose(desk, three, act="assign", to="checker")
    with desk.open() as session:
        factories.edit(session, get_claim(session, three[2].number), title="Other")
    answer = desk.checker.post("/claims/work", **fields)
    assert answer.status_code == 422
    assert f"Changed since you opened this list: C-{three[2].number}." in answer.text
    assert load(desk, three)[0].assignee_id is None


def test_a_report_of_the_chosen(desk: RunningDesk, three: list[Claim]) -> None:
    to = desk.viewer.save(
        "/claims/report", claim=[f"C-{three[0].number}", f"C-{three[2].number}"], format="markdown"
    )
    assert three[2].title in desk.viewer.read(to)
    assert desk.viewer.post("/claims/report", format="markdown").status_code == 422


def test_a_view_is_kept_found_replaced_and_forgotten(desk: RunningDesk, three: list[Claim]) -> None:
    query = "status=new&columns=worth"
    assert desk.checker.save("/views", name=" My  new ones ", query=query) == f"/claims?{query}"
    desk.checker.save("/views", name="My new ones", query="status=checking")

    page = desk.checker.read("/claims?status=checking")
    assert page.count(">My new ones</a>") == 1
    assert "/claims?status=checking" in page
    assert "My new ones" not in desk.reviewer.read("/claims")

    forget = page.split("/views/")[1].split("/forget")[0]
    desk.reviewer.save(f"/views/{forget}/forget")
    assert "My new ones" in desk.checker.read("/claims")
    desk.checker.save(f"/views/{forget}/forget")
    assert "My new ones" not in desk.checker.read("/claims")
    for name in ("", "x" * 61):
        assert desk.checker.post("/views", name=name, query=query).status_code == 422


def test_many_get_a_day_by_which_they_are_due_and_are_found_by_it(
    desk: RunningDesk, three: list[Claim]
) -> None:
    yesterday = (datetime.now(UTC).date() - timedelta(days=2)).isoformat()
    desk.checker.save("/claims/work", **choose(desk, three[:2], act="due", due_on=yesterday))
    found = desk.checker.read("/claims?due=overdue&columns=due")
    assert [f'href="/claims/C-{claim.number}"' in found for claim in three] == [True, True, False]
    assert f'<time datetime="{yesterday}">' in found
    answer = desk.checker.post("/claims/work", **choose(desk, three, act="due", due_on="soon"))
    assert (answer.status_code, "Choose a day first" in answer.text) == (422, True)

    url = f"/claims/C-{three[2].number}"
    fields = read_hidden(desk.checker.read(url), "due-form")
    desk.checker.save(f"{url}/due", **fields, due_on="2999-01-01")
    assert "1 Jan 2999" in desk.checker.read(url)
    assert desk.checker.post(f"{url}/due", **fields, due_on="2999-01-02").status_code == 409
    fields = read_hidden(desk.checker.read(url), "due-form")
    desk.checker.save(f"{url}/due", **fields, due_on="")
    with desk.open() as session:
        assert get_claim(session, three[2].number).due_on is None
