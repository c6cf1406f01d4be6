"""Every page: axe-core has nothing to say, in the light and in the dark; nothing overflows a small phone."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import sit_down
from tests.browser.looks import find_controls_in_print, find_overflow, find_violations
from tests.browser.navigator import Desk
from tests.browser.site import Site
from workbench.domain.roles import Role

pytestmark = pytest.mark.browser


def show(path: str, heading: str) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        desk.page.goto(path)
        expect(desk.heading).to_contain_text(heading)

    return go


def show_evidence(page: str) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        desk.open_claim("C-9").evidence("Context").get_by_role("link", name=page).click()
        expect(desk.heading).to_contain_text(page)

    return go


def show_redaction(desk: Desk) -> None:
    desk.open_claim("C-8").main.get_by_role("link", name="Redact").first.click()
    expect(desk.heading).to_contain_text("Redact revision")


def refuse_form(path: str, button: str) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        desk.page.goto(path)
        desk.main.locator("form").evaluate_all("forms => forms.forEach((form) => { form.noValidate = true })")
        desk.press(button)
        expect(desk.main.get_by_role("alert")).to_be_visible()

    return go


def meet_conflict(desk: Desk) -> None:
    desk.page.goto("/claims/C-20/edit")
    desk.page.locator("#claim-form [name=version]").evaluate("field => { field.value = 0 }")
    desk.fill(statement="Nobody fired on the road, says the general staff")
    desk.press("Save")
    expect(desk.main.get_by_role("alert")).to_contain_text("Changed meanwhile")


def lose_login(desk: Desk) -> None:
    """A form sent after the login has run out: kept, with a way to go on."""
    desk.page.goto("/claims/C-9/evidence/new")
    desk.fill(source="Tarsk Survey Office", note="Long work")
    desk.page.get_by_label("Refutes").check()
    cookies = desk.page.context.cookies()
    desk.page.context.clear_cookies()
    desk.press("Add evidence")
    expect(desk.heading).to_contain_text("You are not logged in")
    desk.page.context.add_cookies(cookies)  # type: ignore[arg-type]  # what it gave


PAGES: dict[str, Callable[[Desk], None]] = {
    "articles": show("/articles", "Articles"),
    "no article found": show("/articles?q=nothing", "Articles"),
    "new article": show("/articles/new", "Add an article"),
    "refused article": refuse_form("/articles/new", "Add and split"),
    "article": show("/articles/A-1", "Northern brigades"),
    "edit article": show("/articles/A-1/edit", "Edit details"),
    "withdraw article": show("/articles/A-1/withdraw", "Withdraw the article?"),
    "article history": show("/articles/A-1/history", "History"),
    "new claim": show("/articles/A-1/claims/new?quote=a+third+was+badly+damaged", "New claim"),
    "which words": show("/articles/A-1/claims/new?quote=Kessel+Ford", "Which words?"),
    "claims": show("/claims", "Claims"),
    "earlier claims": show("/claims/earlier?statement=armoured+vehicles+lost", "Earlier claims"),
    "signed claim": show("/claims/C-8", "About 30 km"),
    "claim in review": show("/claims/C-9", "sabotage unit"),
    "proposal": show("/claims/C-2", "Two brigades"),
    "edit claim": show("/claims/C-8/edit", "Edit claim"),
    "withdraw claim": show("/claims/C-8/withdraw", "Withdraw the claim?"),
    "refused verdict": refuse_form("/claims/C-15", "Save verdict"),
    "conflict": meet_conflict,
    "new evidence": show("/claims/C-9/evidence/new", "Add evidence"),
    "refused evidence": refuse_form("/claims/C-9/evidence/new", "Add evidence"),
    "edit evidence": show_evidence("Edit"),
    "withdraw evidence": show_evidence("Withdraw"),
    "sources": show("/sources", "Sources"),
    "source": show("/sources/S-1", "Vell Valley Courier"),
    "new source": show("/sources/new", "Add a source"),
    "edit source": show("/sources/S-1/edit", "Edit source"),
    "reports": show("/reports", "Reports"),
    "report draft": show("/articles/A-1/report", "Verdict report"),
    "publish": show("/articles/A-1/publish", "Publish this report?"),
    "report": show("/reports/R-1", "Northern brigades"),
    "redact": show_redaction,
    "people": show("/people", "People"),
    "new person": show("/people/add", "Add a person"),
    "find": show("/palette?q=vell", "Find"),
    "nothing found": show("/palette?q=nothing", "Find"),
    "keyboard": show("/keyboard", "Keyboard"),
    "settings": show("/settings", "Settings"),
    "account": show("/account", "Your account"),
    "not found": show("/claims/C-999", "Not found"),
    "login ran out": lose_login,
}


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Site) -> Iterator[Desk]:
    """The owner's window, kept for all pages; one report is out."""
    desk = sit_down(browser, site)
    desk.log_in(Role.OWNER)
    desk.open_article("A-1").press("Make a report")
    desk.press("Publish the chosen claims…")
    desk.press("Publish")
    desk.page.wait_for_url("**/reports/R-1")
    yield desk
    desk.page.context.close()


@pytest.mark.parametrize("go", PAGES.values(), ids=PAGES)
def test_page_is_accessible_and_fits_a_phone(desk: Desk, go: Callable[[Desk], None]) -> None:
    desk.complaints.clear()
    go(desk)

    assert desk.complaints == []  # before axe, whose own styles the policy refuses
    assert find_violations(desk.page) == []
    assert find_overflow(desk.page) == []


@pytest.mark.parametrize("role", [None, Role.VIEWER], ids=["login", "not allowed"])
def test_page_of_those_outside(browser: Browser, site: Site, role: Role | None) -> None:
    desk = sit_down(browser, site)
    if role is not None:
        desk.log_in(role)
    desk.page.goto("/people")
    expect(desk.heading).to_have_text("Not allowed" if role else "Log in")

    assert find_violations(desk.page) == []
    assert find_overflow(desk.page) == []
    desk.page.context.close()


@pytest.mark.parametrize("path", ["/articles/A-1", "/claims/C-9", "/claims", "/reports/R-1"])
def test_paper_shows_no_controls(desk: Desk, path: str) -> None:
    desk.page.goto(path)

    assert find_controls_in_print(desk.page) == []


def test_exported_report_stands_alone(desk: Desk, browser: Browser, tmp_path: Path) -> None:
    """Opened from a disk it asks for nothing, and it can be read by anybody and printed."""
    desk.page.goto("/reports/R-1")
    desk.download("Web page (one file, printable)").save_as(tmp_path / "report.html")
    context = browser.new_context(offline=True, reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    complained: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complained.append(message.text))
    page.goto((tmp_path / "report.html").as_uri())

    assert complained == []
    assert find_violations(page) == []
    assert find_overflow(page) == []
    assert [url for url in asked if not url.startswith("data:")] == [(tmp_path / "report.html").as_uri()]
    assert page.pdf().startswith(b"%PDF")
    context.close()
