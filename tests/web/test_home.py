"""Home shows each person what waits for them."""

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from tests import factories
from tests.web.desk import RunningDesk
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.models import Claim, ReviewOutcome, User
from workbench.queries.queues import STALE_AFTER, read_queues
from workbench.web.drafts import name_form


def load(
    session: Session, person: User, *, now: datetime | None = None, **rights: bool
) -> dict[str, list[str]]:
    """The titles of each queue."""
    asked = {"reviews": True, "alone": False, **rights}
    queues = read_queues(session, person.id, now=now or datetime.now(UTC), sight=True, **asked)
    return {name: [row.claim.title for row in queue.rows] for name, queue in queues.items()}


def test_each_claim_stands_where_it_waits(session: Session) -> None:
    me, other = factories.make_user(session, Role.REVIEWER), factories.make_user(session, Role.CHECKER)
    version = factories.make_article(session)

    def make(title: str, **values: object) -> Claim:
        return factories.make_claim(session, version, title=title, **values)

    make("little worth", check_worthiness=200)
    make("much worth", check_worthiness=900)
    make("unmeasured")
    make("mine", assignee_id=me.id)
    make("his", assignee_id=other.id)
    make("mine and done", assignee_id=me.id, status=Status.CHECKED)
    make("mine and gone", assignee_id=me.id, status=Status.WITHDRAWN)
    make("a proposal", accepted_at=None)
    for title, author in (("his verdict", other), ("my verdict", me)):
        claim = make(title, assignee_id=other.id)
        factories.make_verdict(session, claim, author)
        factories.edit(session, claim, status=Status.IN_REVIEW)
    returned = make("came back", assignee_id=other.id)
    verdict = factories.make_verdict(session, returned, me)
    factories.make_review(session, verdict, outcome=ReviewOutcome.RETURNED, comment="Which map?")
    factories.edit(session, returned, status=Status.CHECKING)
    factories.edit(session, make("depends", assignee_id=other.id), look_again="C-1 has another verdict.")

    first = factories.make_blind_verdict(session, make("asked", assignee_id=other.id), other)
    asked = {"person_id": me.id, "first_id": first.id}
    factories.make_blind_request(session, session.get_one(Claim, first.claim_id), **asked)
    mine = factories.make_blind_verdict(session, make("given already", assignee_id=other.id), me)
    factories.make_blind_request(session, session.get_one(Claim, mine.claim_id), first_id=mine.id)
    published = make("published long ago", status=Status.PUBLISHED)
    factories.make_evidence(session, published, recheck_on=date(2026, 1, 5))
    factories.make_evidence(session, returned, recheck_on=date(2026, 1, 5), withdrawn_at=factories.NOON)
    factories.make_evidence(session, returned, recheck_on=date(9999, 1, 5))

    assert load(session, me) == {
        "overdue": [],
        "due": [],
        "review": ["his verdict"],
        "blind": ["asked"],
        "settle": [],
        "returned": ["came back"],
        "mine": ["mine"],
        "look": ["depends"],
        "recheck": ["published long ago"],
        "unassigned": ["much worth", "little worth", "unmeasured"],
        "stale": [],
    }
    assert load(session, me, alone=True)["review"] == ["his verdict", "my verdict"]
    assert "review" not in load(session, other, reviews=False)
    later = datetime.now(UTC) + STALE_AFTER + timedelta(hours=1)
    assert load(session, me, now=later)["stale"] == ["his verdict", "my verdict", "came back"]


def test_the_work_of_the_desk_is_a_picture_with_its_words(desk: RunningDesk) -> None:
    with desk.open() as session:
        factories.make_claim(session, assignee_id=desk.people[Role.CHECKER].id)
    page = desk.checker.read("/").split("The work of the desk")[1].split("</section>")[0]
    assert 'aria-label="new: ' in page
    assert 'href="/claims?status=new"' in page


def test_the_page_names_every_queue_and_says_what_an_empty_one_means(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session, assignee_id=desk.people[Role.CHECKER].id, title="In my hands")
    page = desk.checker.read("/")
    assert "Waiting for your review" not in page
    assert "In my hands" in page.split("Assigned to you")[1].split("</section>")[0]
    assert f"/claims/C-{claim.number}" in page
    assert "Nothing came back." in page
    assert "Nothing waits for you" not in page
    idle = desk.reviewer.read("/")
    assert "Nothing waits for you" in idle
    assert "No verdict waits for you." in idle
    assert desk.viewer.get("/").location == "/articles"


def test_a_draft_leads_back_to_its_form(desk: RunningDesk) -> None:
    with desk.open() as session:
        number = factories.make_claim(session).number
        version = factories.make_article(session)
        article = factories.find_article(session, version).number
    start = version.text.index("sabotage unit")
    keys = {
        f"/claims/C-{number}/edit": "Edited words",
        f"/claims/C-{number}/verdict": "Reasoned words",
        f"/articles/A-{article}/claims#{start}-{start + 13}": "New words",
    }
    for key, words in keys.items():
        desk.owner.post("/drafts", draft=key, title=words, reasoning=words, version="1")

    page = desk.owner.read("/").split("Not saved yet")[1].split("</section>")[0]
    links = _links(page)
    assert set(links) == set(keys.values())
    for words, address in links.items():
        assert words in desk.owner.read(address.partition("#")[0]), words


def test_a_draft_is_called_by_what_its_form_is_for(desk: RunningDesk) -> None:
    with desk.open() as session:
        number = factories.make_claim(session).number
    desk.owner.post("/drafts", draft=f"/claims/C-{number}/evidence/new", note="Long work", version="1")

    page = desk.owner.read("/")

    assert f">Evidence for C-{number}</a>" in page
    assert name_form("/claims/C-7/verdict") == "Verdict on C-7"
    assert name_form("/articles/A-2/claims#5-9") == "New claim in A-2"
    assert name_form("/settings") == "/settings"


def _links(page: str) -> dict[str, str]:
    parts = [part.partition('">') for part in page.split('href="')[1:]]
    return {rest.partition("<")[0]: address.replace("&amp;", "&") for address, _, rest in parts}


def test_what_is_due_stands_first_for_those_whose_it_is(session: Session) -> None:
    me, other = factories.make_user(session, Role.CHECKER), factories.make_user(session, Role.CHECKER)
    version = factories.make_article(session)
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

    def make(title: str, days: int, **values: object) -> None:
        due = now.date() + timedelta(days=days)
        factories.make_claim(session, version, title=title, due_on=due, **values)

    make("late", -1, assignee_id=me.id)
    make("later still", -9)
    make("his and late", -2, assignee_id=other.id)
    make("late and done", -3, assignee_id=me.id, status=Status.CHECKED)
    make("today", 0, assignee_id=me.id)
    make("in a week", 7)
    make("in eight days", 8, assignee_id=me.id)

    mine = load(session, me, now=now, reviews=False)
    assert (mine["overdue"], mine["due"]) == (["later still", "late"], ["today", "in a week"])
    assert load(session, me, now=now)["overdue"] == ["later still", "his and late", "late"]
