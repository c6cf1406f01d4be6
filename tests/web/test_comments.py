"""The discussion on the claim page: a part for htmx, plain forms without it."""

import re
import uuid

import pytest

from tests import factories
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import HTMX, read_hidden
from tests.web.test_query_counts import count_for
from workbench.domain.roles import Role
from workbench.models import Claim, Comment, Evidence
from workbench.queries.comments import list_comments

_BUTTON = re.compile(r'action="(/claims/C-\d+/comments/[0-9a-f-]+/(?:resolve|reopen|withdraw))"')


def make_claim(desk: RunningDesk) -> Claim:
    with desk.open() as session:
        return factories.make_claim(session)


def read_comments(desk: RunningDesk, claim: Claim) -> list[Comment]:
    with desk.open() as session:
        return [row.comment for row in list_comments(session, claim, sight=True, reader=uuid.UUID(int=0))]


def say(browser: Browser, claim: Claim, words: str = "Which map?", about: str = "") -> None:
    ref = f"C-{claim.number}"
    fields = read_hidden(browser.read(f"/claims/{ref}"), "comment-form")
    to = browser.save(f"/claims/{ref}/comments", **{**fields, "words": words, "about": about})
    assert to == f"/claims/{ref}#discussion"


def test_a_comment_is_said_resolved_opened_again_and_withdrawn_without_a_script(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    page = f"/claims/C-{claim.number}"
    assert "Nobody has said anything" in desk.checker.read(page)
    say(desk.checker, claim)
    assert "1 open comment<" in desk.checker.read(page)
    [comment] = read_comments(desk, claim)
    url = f"{page}/comments/{comment.id}"
    desk.reviewer.save(f"{url}/resolve", version=1)
    shown = desk.checker.read(page)
    assert "Resolved: 1" in shown
    assert "1 open comment<" not in shown
    desk.reviewer.save(f"{url}/reopen", version=2)
    desk.checker.save(f"{url}/withdraw", version=3)
    shown = desk.checker.read(page)
    assert "Nobody has said anything" in shown
    assert "Which map?" in shown[shown.index('id="history"') :]


def test_htmx_gets_the_thread_and_what_else_tells_of_it(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    page = f"/claims/C-{claim.number}"
    fields = read_hidden(desk.checker.read(page), "comment-form")
    answer = desk.checker.post(f"{page}/comments", HTMX, **{**fields, "words": "Which map?"})
    assert answer.status_code == 200
    assert answer.text.lstrip().startswith('<section id="discussion"')
    assert "<html" not in answer.text
    for part in ("open-comments", "evidence", "history"):
        assert re.search(rf'id="{part}"[^>]*hx-swap-oob="true"', answer.text), part
    assert "Which map?</textarea>" not in answer.text


def test_what_was_typed_stays_when_it_is_refused(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    url = f"/claims/C-{claim.number}/comments"
    long = "y" * 10_001
    for headers in ({}, HTMX):
        answer = desk.checker.post(url, headers, about="", words=long)
        assert answer.status_code == 422
        assert long in answer.text
        assert "at most 10,000 characters" in answer.text
        assert ("<html" in answer.text) is not bool(headers)


def test_a_comment_on_evidence_says_so_and_is_counted_there(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    with desk.open() as session:
        evidence = factories.make_evidence(session, claim, factories.make_source(session, "Harbour office"))
    alone = desk.checker.read(f"/claims/C-{claim.number}/comments?about={evidence.id}")
    assert f'<option selected value="{evidence.id}"' in alone
    assert "hx-post" not in alone[alone.index('id="comment-form"') :].split(">")[0]
    say(desk.checker, claim, "Is this stamp real?", str(evidence.id))
    shown = desk.checker.read(f"/claims/C-{claim.number}")
    item = shown[shown.index(f'id="evidence-{evidence.id}"') :]
    assert "1 open comment<" in item[: item.index("</article>")]
    assert "About evidence:" in shown
    with desk.open() as session:
        factories.edit(session, session.get_one(Evidence, evidence.id), withdrawn_at=factories.NOON)
    assert "Is this stamp real?" in desk.checker.read(f"/claims/C-{claim.number}")


def test_only_the_author_and_owners_are_offered_to_withdraw(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    page = f"/claims/C-{claim.number}"
    say(desk.checker, claim)
    [comment] = read_comments(desk, claim)
    offered = {
        role: {url.rpartition("/")[2] for url in _BUTTON.findall(desk.browser(role).read(page))}
        for role in Role
    }
    assert offered == {
        Role.VIEWER: set(),
        Role.CHECKER: {"resolve", "withdraw"},
        Role.REVIEWER: {"resolve"},
        Role.OWNER: {"resolve", "withdraw"},
    }
    url = f"{page}/comments/{comment.id}"
    assert desk.reviewer.post(f"{url}/withdraw", version=1).status_code == 403
    assert desk.checker.post(f"{url}/resolve", version=9).status_code == 409
    assert desk.checker.post(f"{url}/resolve").status_code == 422


@pytest.mark.parametrize("what", ["resolve", "reopen", "withdraw"])
def test_another_claims_comment_is_not_found_here(desk: RunningDesk, what: str) -> None:
    claim, other = make_claim(desk), make_claim(desk)
    say(desk.checker, claim)
    [comment] = read_comments(desk, claim)
    for strange in (comment.id, uuid.uuid4()):
        url = f"/claims/C-{other.number}/comments/{strange}/{what}"
        assert desk.owner.post(url, version=1).status_code == 404


def test_a_viewer_reads_no_comment_on_withheld_evidence(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    with desk.open() as session:
        source = factories.make_source(session, "A hidden witness", withheld=True)
        evidence = factories.make_evidence(session, claim, source)
    say(desk.checker, claim, "Hidden Ann said so.", str(evidence.id))
    for url in (f"/claims/C-{claim.number}", f"/claims/C-{claim.number}/comments"):
        assert "Hidden Ann" in desk.checker.read(url)
        assert "Hidden Ann" not in desk.viewer.read(url)
        assert "1 open" not in desk.viewer.read(url)


def test_what_is_typed_is_kept_and_found_again(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    page = f"/claims/C-{claim.number}"
    fields = read_hidden(desk.checker.read(page), "comment-form")
    fields.pop("csrf_token")
    desk.checker.post("/drafts", **{**fields, "words": "Half a thought"})
    assert "Half a thought</textarea>" in desk.checker.read(page)
    assert f"{page}#discussion" in desk.checker.read("/")
    say(desk.checker, claim, "A whole thought")
    assert "Half a thought" not in desk.checker.read(page)


def test_thirty_comments_ask_the_database_as_often_as_one(desk: RunningDesk) -> None:
    few, many = make_claim(desk), make_claim(desk)
    with desk.open() as session:
        for claim, count in ((few, 1), (many, 30)):
            evidence = factories.make_evidence(session, claim)
            for number in range(count):
                about = evidence.id if number % 2 else None
                factories.make_comment(session, claim, evidence_id=about)
    for address in ("/claims/C-{}", "/claims/C-{}/comments"):
        asked = [count_for(desk, address.format(claim.number)) for claim in (few, many)]
        assert asked[0] == asked[1], address
