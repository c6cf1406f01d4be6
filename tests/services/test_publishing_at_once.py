"""The files of a report are made while others go on working; what is frozen is what holds then."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from tests import factories
from tests.services.test_reports import sign
from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.domain.records import ReportRecord
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.login.accounts import SignedIn
from workbench.models import Article, Claim
from workbench.queries.history_check import check_history
from workbench.queries.reports import list_report_files
from workbench.services.press import MadeFile, Press
from workbench.services.reports import PROOFS, ReportValues, publish_report, retract_report

Staff = dict[Role, SignedIn]


@dataclass
class Meanwhile:
    """Somebody with a session of their own who does something each time when files are being made."""

    store: Engine
    press: Press
    acts: list[Callable[[Session], None]]
    drawn: list[ReportRecord] = field(default_factory=list)

    def make(self) -> Press:
        return replace(self.press, render=self.render)

    def render(self, record: ReportRecord) -> Mapping[str, MadeFile]:
        self.drawn.append(record)
        if self.acts:
            with database.open_session(self.store) as other:
                self.acts.pop(0)(other)
        return self.press.render(record)


def retitle(claim: Claim, title: str) -> Callable[[Session], None]:
    return lambda other: factories.edit(other, other.get_one(Claim, claim.id), title=title)


def test_what_was_changed_meanwhile_is_what_is_frozen(
    store: Engine, rows: Session, press: Press, staff: Staff
) -> None:
    claim = sign(rows, factories.make_claim(rows), staff)
    person = staff[Role.REVIEWER]
    other = sign(rows, factories.make_claim(rows), staff)

    def publish(session: Session) -> None:
        publish_report(session, press, [session.get_one(Claim, other.id)], ReportValues("B"), person=person)

    meanwhile = Meanwhile(store, press, [retitle(claim, "Another title"), publish])
    report = publish_report(rows, meanwhile.make(), [claim], ReportValues("A"), person=person)
    assert [one.claims[0].title for one in meanwhile.drawn[1:]] == ["Another title"] * 2
    record = press.load(report)
    assert (record.number, record.claims[0].title) == (f"R-{report.number}", "Another title")
    assert (record.made_at, record.claims[0].status) == (report.published_at, "checked")
    for row in list_report_files(rows, report):
        assert press.files.check(row.sha256) == row.size


def test_what_happens_elsewhere_makes_no_file_anew(
    store: Engine, rows: Session, press: Press, staff: Staff
) -> None:
    """And nobody waits for the files: the other one saves while they are made."""
    claim = sign(rows, factories.make_claim(rows), staff)
    meanwhile = Meanwhile(store, press, [lambda other: _add_source(other)])
    publish_report(rows, meanwhile.make(), [claim], ReportValues("A"), person=staff[Role.REVIEWER])
    assert (len(meanwhile.drawn), meanwhile.acts) == (1, [])


def _add_source(session: Session) -> None:
    factories.make_source(session)


def test_a_claim_that_is_reopened_meanwhile_is_not_published(
    store: Engine, rows: Session, press: Press, staff: Staff
) -> None:
    claim = sign(rows, factories.make_claim(rows), staff)

    def reopen(other: Session) -> None:
        factories.edit(other, other.get_one(Claim, claim.id), status=Status.CHECKING)

    meanwhile = Meanwhile(store, press, [reopen])
    with pytest.raises(RuleBroken, match=f"Not signed yet: C-{claim.number}"):
        publish_report(rows, meanwhile.make(), [claim], ReportValues("A"), person=staff[Role.REVIEWER])
    assert rows.get_one(Claim, claim.id, populate_existing=True).status is Status.CHECKING


def test_an_article_that_is_withdrawn_meanwhile_is_not_published(
    store: Engine, rows: Session, press: Press, staff: Staff
) -> None:
    version = factories.make_article(rows)
    claim = sign(rows, factories.make_claim(rows, version), staff)
    article = factories.find_article(rows, version)

    def withdraw(other: Session) -> None:
        factories.edit(other, other.get_one(Article, article.id), withdrawn_at=factories.NOON)

    person, values = staff[Role.REVIEWER], ReportValues("A")
    meanwhile = Meanwhile(store, press, [withdraw])
    with pytest.raises(RuleBroken, match="The article is withdrawn"):
        publish_report(rows, meanwhile.make(), [claim], values, person=person, article=article)
    assert claim.status is Status.CHECKED


def test_a_report_that_is_taken_back_meanwhile_is_not_corrected(
    store: Engine, rows: Session, press: Press, staff: Staff
) -> None:
    claim, person = sign(rows, factories.make_claim(rows), staff), staff[Role.REVIEWER]
    first = publish_report(rows, press, [claim], ReportValues("A"), person=person)
    values = ReportValues("A", kind=ReportKind.UPDATE, note="New.")

    def retract(other: Session) -> None:
        retract_report(other, press, other.get_one(type(first), first.id), note="Wrong.", person=person)

    meanwhile = Meanwhile(store, press, [retract])
    # It stands in no report any more, so it is being checked again.
    with pytest.raises(RuleBroken, match="Not signed yet"):
        publish_report(rows, meanwhile.make(), [claim], values, person=person, replaces=first)
    assert claim.status is Status.CHECKING


def test_who_is_overtaken_again_and_again_is_asked_to_look(
    store: Engine, rows: Session, press: Press, staff: Staff
) -> None:
    claim = sign(rows, factories.make_claim(rows), staff)
    meanwhile = Meanwhile(store, press, [retitle(claim, f"Title {n}") for n in range(PROOFS)])
    with pytest.raises(RuleBroken, match="Others are changing"):
        publish_report(rows, meanwhile.make(), [claim], ReportValues("A"), person=staff[Role.REVIEWER])
    assert claim.status is Status.CHECKED


def test_the_history_of_all_this_is_whole(rows: Session) -> None:
    assert check_history(rows) == []
