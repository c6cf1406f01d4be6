"""Blind second verdicts on the web: asking, giving, withdrawing and settling; what is refused keeps what was
typed."""

import re

import pytest

from tests import factories
from tests.web.desk import Browser, RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.roles import Role
from workbench.models import Claim, User
from workbench.queries.claims import get_claim
from workbench.queries.desk import get_desk
from workbench.services.blind import ask_second
from workbench.services.verdict_values import VerdictValues
from workbench.services.verdicts import give_verdict

FALSE = VerdictValues(find_scale("five-steps"), "false", Confidence.HIGH, "The first map shows it.")
TRUE = VerdictValues(find_scale("five-steps"), "true", Confidence.LOW, "The second map shows it.")


def make_asked(desk: RunningDesk, first: VerdictValues | None = FALSE, person: Role | None = None) -> str:
    """A claim with the checker's verdict, for which the owner has asked for a second; its address."""
    with desk.open() as session:
        claim = factories.make_claim(session)
        if first is not None:
            give_verdict(session, claim, first, seen=claim.version, person=desk.people[Role.CHECKER])
        user = session.get_one(User, desk.people[person].id) if person else None
        ask_second(session, claim, user, seen=claim.version, person=desk.people[Role.OWNER])
        return f"/claims/C-{claim.number}"


def make_apart(desk: RunningDesk) -> str:
    url = make_asked(desk)
    with desk.open() as session:
        claim = get_claim(session, int(url.rsplit("-", 1)[1]))
        give_verdict(session, claim, TRUE, seen=claim.version, person=desk.people[Role.REVIEWER])
    return url


def load(desk: RunningDesk, url: str) -> Claim:
    with desk.open() as session:
        return get_claim(session, int(url.rsplit("-", 1)[1]))


def open_form(browser: Browser, url: str, form: str) -> dict[str, str]:
    return read_hidden(browser.read(url), form)


def test_a_reviewer_asks_and_the_verdict_leaves_its_place(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session)
        factories.make_verdict(session, claim, reasoning="Seen by all.")
    url = f"/claims/C-{claim.number}"
    assert "Ask for a blind second verdict" not in desk.checker.read(url)
    hidden = open_form(desk.reviewer, f"{url}/second-verdict", "blind-ask-form")
    assert desk.reviewer.save(f"{url}/second-verdict", **hidden, person="owner").startswith(url)
    page = desk.reviewer.read(url)
    assert "One verdict is in and sealed." in page
    assert "Owner was asked." in page
    assert "Seen by all." not in page
    assert "second-verdict/withdraw" in page
    assert 'id="verdict-form"' not in page
    assert 'id="verdict-form"' in desk.owner.read(url)
    assert "A verdict of your own is asked for on" in desk.owner.read("/news")


def test_asking_in_place_is_answered_with_the_parts_that_changed(desk: RunningDesk) -> None:
    with desk.open() as session:
        claim = factories.make_claim(session)
        factories.make_verdict(session, claim, reasoning="Seen by all.")
    url = f"/claims/C-{claim.number}/second-verdict"
    part = desk.owner.get(url, HTMX).text
    assert 'id="blind-edit"' in part
    assert "<html" not in part
    answer = desk.owner.post(url, HTMX, **read_hidden(part, "blind-ask-form"), person="")
    assert answer.status_code == 200
    for name in ("blind-edit", "verdict", "work-status", "history", "discussion"):
        assert f'id="{name}"' in answer.text, name
    assert "Seen by all." not in answer.text


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_a_request_is_not_withdrawn_without_a_reason(desk: RunningDesk, headers: dict[str, str]) -> None:
    url = f"{make_asked(desk)}/second-verdict/withdraw"
    hidden = open_form(desk.reviewer, url, "blind-withdraw-form")
    refused = desk.reviewer.post(url, headers, **hidden, reason=" ")
    assert refused.status_code == 422
    assert "Say why no second verdict is needed." in refused.text
    assert desk.reviewer.post(url, headers, **hidden, reason="Too late").status_code in {200, 303}
    page = desk.checker.read(url.removesuffix("/second-verdict/withdraw"))
    assert "The first map shows it." in page
    assert "Too late" in page


def test_a_sealed_verdict_is_told_to_its_author_and_counts_as_one(desk: RunningDesk) -> None:
    url = make_asked(desk, first=None)
    hidden = open_form(desk.checker, url, "verdict-form")
    typed = {"scale": "five-steps", "rating": "false", "confidence": "high", "reasoning": "My words."}
    answer = desk.checker.post(f"{url}/verdict", HTMX, **hidden | typed)
    assert answer.status_code == 200
    assert "Yours is in and sealed." in answer.text
    assert 'id="work-status"' in answer.text
    assert 'id="claim-head"' in answer.text
    assert 'id="claim-edit-open"' not in answer.text  # it would be refused
    page = desk.checker.read(url)
    assert "My words." in page
    assert re.search(r'data-met="yes">\s*<span class="visually-hidden">Done:</span> A verdict', page)
    assert "My words." not in desk.owner.read(url)


def test_the_second_is_offered_the_scale_of_the_first_and_no_other(desk: RunningDesk) -> None:
    url = make_asked(desk, first=VerdictValues(find_scale("politifact"), "false", Confidence.HIGH, "Words."))
    page = desk.reviewer.read(url)
    assert "Pants on Fire" in page
    assert 'id="verdict-rescale"' not in page
    hidden = open_form(desk.reviewer, url, "verdict-form")
    typed = {"scale": "five-steps", "rating": "false", "confidence": "high", "reasoning": "My words."}
    refused = desk.reviewer.post(f"{url}/verdict", **hidden | typed)
    assert refused.status_code == 422
    assert "My words." in refused.text


def test_who_was_not_asked_gives_none(desk: RunningDesk) -> None:
    url = make_asked(desk, person=Role.OWNER)
    version = load(desk, url).version
    typed = {"scale": "five-steps", "rating": "false", "confidence": "high", "reasoning": "My words."}
    assert desk.reviewer.post(f"{url}/verdict", version=version, **typed).status_code == 403


def test_two_verdicts_stand_side_by_side_and_a_third_person_settles_them(desk: RunningDesk) -> None:
    url = make_apart(desk)
    for browser in (desk.checker, desk.viewer):
        page = browser.read(url)
        assert "The first map shows it." in page
        assert "The second map shows it." in page
        assert "They judge it apart." in page
        assert "This can be done by Owner" in page
    assert f'href="{url}/settle"' not in desk.reviewer.read(url)
    assert f'href="{url}/settle"' in desk.owner.read(url)
    form = f"{url}/settle"
    hidden = open_form(desk.owner, form, "settle-form")
    typed = {"decision": "own", "settling": "Both miss it.", "reasoning": "A third map."}
    refused = desk.owner.post(form, **hidden, **typed)
    assert refused.status_code == 422
    for words in ("Choose a rating.", "Say how sure you are.", "Both miss it.", "A third map."):
        assert words in refused.text
    desk.owner.save(form, **hidden, **typed, rating="half-true", confidence="low")
    page = desk.viewer.read(url)
    assert "Owner settled it with a verdict of their own" in page
    assert "A third map." in page
    text = desk.viewer.read(f"{url}/text")
    assert "Two people judged it apart" in text
    assert "Owner settled it with a verdict of their own: Both miss it." in text


def test_who_gave_one_of_two_may_not_settle_them(desk: RunningDesk) -> None:
    url = make_apart(desk)
    hidden = {"version": load(desk, url).version, "decision": "second", "settling": "Mine."}
    assert desk.reviewer.post(f"{url}/settle", **hidden).status_code == 403
    assert desk.checker.post(f"{url}/settle", **hidden).status_code == 403


def test_there_is_nothing_to_settle_before_both_are_in(desk: RunningDesk) -> None:
    for browser in (desk.owner, desk.reviewer):
        assert browser.get(f"{make_asked(desk)}/settle").status_code == 404


def test_the_settings_ask_for_a_second_verdict_on_every_claim(desk: RunningDesk) -> None:
    def save(**ticked: str) -> int:
        page = desk.owner.read("/settings")
        fields = read_hidden(page, "settings-form") | {
            "name": "Desk",
            "time_zone": "UTC",
            "default_scale": "five-steps",
            "recheck_days": "0",
            **dict.fromkeys(("contact", "method", "corrections"), ""),
        }
        return desk.owner.post("/settings", **fields, **ticked).status_code

    assert save(blind_second="y", alone="y") == 422
    assert save(blind_second="y") == 303
    try:
        with desk.open() as session:
            assert get_desk(session).blind_second
            url = f"/claims/C-{factories.make_claim(session).number}"
        hidden = open_form(desk.checker, url, "verdict-form")
        typed = {"scale": "five-steps", "rating": "false", "confidence": "high", "reasoning": "My words."}
        desk.checker.save(f"{url}/verdict", **hidden | typed)
        assert "My words." not in desk.reviewer.read(url)
        assert "A verdict of your own is asked for" in desk.reviewer.read("/")
    finally:
        assert save() == 303


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_who_gives_the_second_on_an_older_page_is_told_and_saves_it_beside_the_sealed_one(
    desk: RunningDesk, headers: dict[str, str]
) -> None:
    url = make_asked(desk, first=None)
    hidden = open_form(desk.reviewer, url, "verdict-form")
    with desk.open() as session:
        claim = get_claim(session, int(url.rsplit("-", 1)[1]))
        give_verdict(session, claim, FALSE, seen=claim.version, person=desk.people[Role.CHECKER])
    typed = {"scale": "five-steps", "rating": "true", "confidence": "low", "reasoning": "My words."}
    stale = desk.reviewer.post(f"{url}/verdict", headers, **hidden | typed)
    assert stale.status_code == 409
    assert "a verdict came in and is sealed" in stale.text
    for words in ("Saved now", "over it", "Compare", FALSE.reasoning):
        assert words not in stale.text
    again = read_hidden(stale.text, "conflict-form")
    assert {name: again[name] for name in typed} == typed
    desk.reviewer.save(f"{url}/verdict", **again)
    assert "somebody has to settle them" in desk.reviewer.read(url)


def test_what_others_say_meanwhile_is_said_to_come_later(desk: RunningDesk) -> None:
    url = make_asked(desk)
    hidden = open_form(desk.checker, url, "comment-form")
    desk.checker.save(f"{url}/comments", **hidden, words="It is false.")
    for page in (desk.reviewer.read(url), desk.reviewer.read(f"{url}/comments")):
        assert "What others say is shown once both verdicts are in." in page
        assert "Nobody has said anything" not in page
        assert "It is false." not in page
    assert "It is false." in desk.checker.read(url)


def test_a_withdrawn_claim_asks_nobody_to_look_at_it(desk: RunningDesk) -> None:
    url = make_asked(desk)
    assert "Look at the claim and its evidence" in desk.reviewer.read(url)
    hidden = open_form(desk.owner, f"{url}/withdraw", "withdraw-form")
    desk.owner.save(f"{url}/withdraw", **hidden, reason="It is false.")
    page = desk.reviewer.read(url)
    assert "Look at the claim and its evidence" not in page
    assert "nobody gives a verdict on it before it is reinstated" in page
    assert "second-verdict/withdraw" in page
    assert "It is false." not in page
