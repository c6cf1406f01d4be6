"""A desk that publishes, for tests of reports."""

from typing import Any

from sqlmodel import Session

from tests import factories
from workbench.app import make_press
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.files import FileStore
from workbench.login.accounts import SignedIn
from workbench.models import Claim, Report
from workbench.queries.standing_reports import list_changed_elsewhere, list_published_otherwise
from workbench.services.reports import ReportValues, publish_report, retract_report

Staff = dict[Role, SignedIn]
NOTE = "The map was misread; the town lies further away."


def sign(session: Session, claim: Claim, staff: Staff, rating: str = "mostly-true", **values: Any) -> Claim:
    """The claim with a new verdict that a reviewer has signed."""
    author: Any = staff[Role.CHECKER]
    verdict = factories.make_verdict(session, claim, author=author, rating=rating, **values)
    factories.make_review(session, verdict, staff[Role.REVIEWER])  # type: ignore[arg-type]
    factories.edit(session, claim, status=Status.CHECKED)
    return claim


class Desk:
    """A desk that publishes."""

    def __init__(self, session: Session, files: FileStore, staff: Staff) -> None:
        self.session, self.press, self.staff = session, make_press(files), staff
        self.reviewer = staff[Role.REVIEWER]

    def claim(self, rating: str = "mostly-true") -> Claim:
        return sign(self.session, factories.make_claim(self.session), self.staff, rating)

    def publish(self, *claims: Claim, public: bool = True) -> Report:
        values = ReportValues("Port", public=public)
        return publish_report(self.session, self.press, claims, values, person=self.reviewer)

    def change(
        self, report: Report, *claims: Claim, kind: ReportKind = ReportKind.CORRECTION, note: str = NOTE
    ) -> Report:
        values = ReportValues("Port", kind=kind, note=note)
        return publish_report(self.session, self.press, claims, values, person=self.reviewer, replaces=report)

    def list_otherwise(self, claim: Claim) -> list[tuple[int, int]]:
        press = self.press
        return list_published_otherwise(self.session, [claim], press.find, press.files.read)

    def retract(self, report: Report) -> Report:
        return retract_report(self.session, self.press, report, note=NOTE, person=self.reviewer)

    def list_elsewhere(self, report: Report) -> list[tuple[int, Report]]:
        turns = list_changed_elsewhere(self.session, report, self.press.load(report), self.press.find)
        return [(turn.claim, turn.report) for turn in turns]

    def judge_anew(self, claim: Claim, rating: str) -> None:
        factories.edit(self.session, claim, status=Status.CHECKING)
        sign(self.session, claim, self.staff, rating)

    def conclude(self, claim: Claim, conclusion: str) -> None:
        """A verdict on the scale that asks for a sentence in the place of a rating."""
        if claim.status is not Status.NEW:
            factories.edit(self.session, claim, status=Status.CHECKING)
        sign(self.session, claim, self.staff, "conclusion", scale="conclusion", conclusion=conclusion)
