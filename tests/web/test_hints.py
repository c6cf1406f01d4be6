"""Hints on wording: beside the form, on the claim page after a save, and with one-sided evidence."""

import html
import re

from tests import factories
from tests.web.desk import RunningDesk
from tests.web.forms import HTMX, read_hidden
from workbench.domain.evidence import Stance
from workbench.models import Claim

_HINT = re.compile(r'data-hint="([a-z-]+)"')
_SHOWN = re.compile(r'hx-vals="([^"]*)"')
JUDGING = {"title": "Map is fake", "statement": "The debunked map shows Kyiv.", "kind": "event"}


def make_claim(desk: RunningDesk, statement: str = "Troops stood 30 km from Kyiv.") -> Claim:
    with desk.open() as session:
        return factories.make_claim(session, title="30 km from Kyiv", statement=statement)


def ask(desk: RunningDesk, shown: str = "", **typed: str) -> tuple[int, list[str], str]:
    answer = desk.checker.client.get("/claims/hints", query_string={**typed, "hints": shown}, headers=HTMX)
    found = _SHOWN.search(answer.text)
    sign = html.unescape(found[1]).removeprefix('{"hints": "').removesuffix('"}') if found else ""
    return answer.status_code, _HINT.findall(answer.text), sign


def test_what_is_typed_is_answered_with_hints_and_not_twice(desk: RunningDesk) -> None:
    status, hints, shown = ask(desk, **JUDGING)
    assert (status, hints) == (200, ["verdict-word"])
    assert ask(desk, shown, **JUDGING)[0] == 204
    other = {**JUDGING, "statement": "It shows Kyiv."}
    assert ask(desk, shown, **other)[:2] == (200, ["verdict-word", "pronoun"])
    assert ask(desk, shown, title="Map", statement="The map shows Kyiv.", kind="event")[:2] == (200, [])


def test_dates_and_places_are_read_as_the_splitter_reads_them(desk: RunningDesk) -> None:
    assert "no-date-or-place" in ask(desk, title="x", statement="The unit was destroyed.")[1]
    for placed in ("The unit was destroyed near Kursk.", "The unit was destroyed on 3 May 2026."):
        assert "no-date-or-place" not in ask(desk, title="x", statement=placed)[1]


def test_nonsense_is_answered(desk: RunningDesk) -> None:
    for typed in ({}, {"statement": "\0"}, {"statement": "x", "kind": "nothing"}, {"title": "?" * 9000}):
        assert ask(desk, **typed)[0] in {200, 204}
    assert "Nothing to remark" in desk.checker.read("/claims/hints?title=Map&statement=The+map+shows+Kyiv")


def test_the_form_shows_them_and_saves_all_the_same(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    url = f"/claims/C-{claim.number}"
    assert _HINT.findall(desk.checker.read(url)) == []
    fields = read_hidden(desk.checker.read(f"{url}/edit"), "claim-form")
    assert "hints" not in fields
    # Inside a form that is swapped as a whole the hints still replace nothing but themselves.
    part = desk.checker.get(f"{url}/edit", HTMX).text
    assert 'hx-target="this"' in part[part.index('id="hints"') :].split(">")[0]
    typed = {**fields, **JUDGING, "claimant_kind": "person"}
    asked = desk.checker.post(f"{url}/edit", **{**typed, "look": "1"})
    assert _HINT.findall(asked.text) == ["verdict-word"]
    desk.checker.save(f"{url}/edit", **typed)
    shown = desk.checker.read(url)
    assert _HINT.findall(shown) == ["verdict-word"]
    assert "1 hint on the wording" in shown
    assert _HINT.findall(desk.viewer.read(url)) == []


def test_a_draft_is_looked_over_when_it_comes_back(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    url = f"/claims/C-{claim.number}/edit"
    fields = read_hidden(desk.checker.read(url), "claim-form")
    fields.pop("csrf_token")
    desk.checker.post("/drafts", **{**fields, **JUDGING})
    assert _HINT.findall(desk.checker.read(url)) == ["verdict-word"]


def test_one_sided_evidence_is_told_where_a_verdict_is_given(desk: RunningDesk) -> None:
    claim = make_claim(desk)
    url = f"/claims/C-{claim.number}"
    with desk.open() as session:
        factories.make_evidence(session, session.get_one(Claim, claim.id))
    form = desk.checker.read(url).partition('id="verdict-form"')[2].partition("</form>")[0]
    assert _HINT.findall(form) == ["one-sided"]
    with desk.open() as session:
        factories.make_evidence(session, session.get_one(Claim, claim.id), stance=Stance.REFUTES)
    assert _HINT.findall(desk.checker.read(url)) == []
