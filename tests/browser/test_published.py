"""What a guest reads, in the light and in the dark, on a phone and on paper."""

import pytest
from playwright.sync_api import Browser

from tests import factories
from tests.browser.looks import find_controls_in_print, find_overflow, find_violations
from tests.browser.site import Site
from workbench import database
from workbench.app import make_press
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.status import Status
from workbench.files import FileStore
from workbench.login.accounts import describe_user
from workbench.services.reports import ReportValues, publish_report, retract_report

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def addresses(site: Site) -> list[str]:
    """A report, its correction, the claim, the list, and a report taken back, as anybody may open them."""
    press = make_press(FileStore(site.installation.settings.files_path))
    with database.open_session(site.engine) as session:
        person = describe_user(factories.make_user(session, Role.REVIEWER))
        claim = factories.make_claim(session, factories.make_article(session))
        factories.make_evidence(session, claim)

        def judge(rating: str) -> None:
            factories.edit(session, claim, status=Status.CHECKING)
            factories.make_review(session, factories.make_verdict(session, claim, rating=rating))
            factories.edit(session, claim, status=Status.CHECKED)

        judge("mostly-true")
        first = publish_report(session, press, [claim], ReportValues("Border", public=True), person=person)
        judge("false")
        values = ReportValues("Border", kind=ReportKind.CORRECTION, note="We misread the map.")
        second = publish_report(session, press, [claim], values, person=person, replaces=first)
        wrong = factories.make_claim(session, factories.make_article(session))
        factories.make_evidence(session, wrong)
        factories.make_review(session, factories.make_verdict(session, wrong))
        factories.edit(session, wrong, status=Status.CHECKED)
        third = publish_report(session, press, [wrong], ReportValues("Gauges", public=True), person=person)
        back = retract_report(session, press, third, note="The register was forged.", person=person)
        paths = (f"/R-{first.number}", f"/R-{second.number}", f"/claims/C-{claim.number}", "")
        paths += (f"/R-{third.number}", f"/R-{back.number}", f"/claims/C-{wrong.number}")
        return [f"{site.url}/published{path}" for path in paths]


def test_everybody_can_read_what_is_published(browser: Browser, addresses: list[str]) -> None:
    with browser.new_context() as window:
        page = window.new_page()
        complaints: list[str] = []
        page.on("console", lambda told: complaints.append(told.text))
        for address in addresses:
            page.goto(address)
            assert complaints == []  # before axe, whose own styles the policy refuses
            assert find_violations(page) == [], address
            assert find_overflow(page) == [], address
            complaints.clear()
        page.goto(addresses[1])
        assert find_controls_in_print(page) == []
