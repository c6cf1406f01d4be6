"""Every page: axe-core has nothing to say, in the light and in the dark; nothing overflows a small phone."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from sqlmodel import Session, col, select
from werkzeug.exceptions import HTTPException

from tests import factories
from tests.browser.conftest import sit_down
from tests.browser.looks import NARROW, find_controls_in_print, find_overflow, find_violations
from tests.browser.navigator import Desk
from tests.browser.site import Site
from tests.browser.test_article_versions import DEMO, edit
from tests.browser.test_captures import keep
from tests.local_site import LocalSite, respond
from workbench import database
from workbench.domain.ratings import Confidence, find_scale
from workbench.domain.roles import Role
from workbench.login.accounts import describe_user
from workbench.models import Claim, User
from workbench.services.blind import ask_second
from workbench.services.verdict_values import VerdictValues
from workbench.services.verdicts import give_verdict

pytestmark = pytest.mark.browser

# What the fixture adds to a claim of the demo.
REPLY, EVIDENCE, OTHER = uuid.UUID(int=1), uuid.UUID(int=2), uuid.UUID(int=3)
KEPT = f"/claims/C-21/evidence/{EVIDENCE}/kept"


def show(path: str, heading: str) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        desk.page.goto(path)
        expect(desk.heading).to_contain_text(heading)

    return go


def show_evidence(action: str, heading: str = "") -> Callable[[Desk], None]:
    """The form on a page of its own, where its link leads without a script."""

    def go(desk: Desk) -> None:
        link = desk.open_claim("C-10").evidence("Context").get_by_role("link", name=action)
        desk.page.goto(link.get_attribute("href") or "")
        expect(desk.heading).to_contain_text(heading or action)

    return go


def open_in_place(path: str, link: str, heading: str) -> Callable[[Desk], None]:
    """The same form as its link opens it with a script."""

    def go(desk: Desk) -> None:
        desk.page.goto(path)
        desk.main.get_by_role("link", name=link).first.click()
        expect(desk.main.get_by_role("heading", level=2, name=heading)).to_be_visible()

    return go


def show_person(desk: Desk) -> None:
    desk.page.goto("/people")
    desk.main.get_by_role("link", name="Demo checker").click()
    expect(desk.heading).to_contain_text("Demo checker")


def show_redaction(desk: Desk) -> None:
    desk.open_claim("C-9").main.get_by_role("link", name="Redact").first.click()
    expect(desk.heading).to_contain_text("Redact revision")


def refuse_form(path: str, button: str) -> Callable[[Desk], None]:
    def go(desk: Desk) -> None:
        desk.page.goto(path)
        desk.main.locator("form").evaluate_all("forms => forms.forEach((form) => { form.noValidate = true })")
        desk.press(button)
        expect(desk.main.get_by_role("alert")).to_be_visible()

    return go


def meet_conflict(desk: Desk) -> None:
    desk.page.goto("/claims/C-21/edit")
    desk.page.locator("#claim-form [name=version]").evaluate("field => { field.value = 0 }")
    desk.fill(statement="Nobody fired on the road, says the general staff")
    desk.press("Save")
    expect(desk.main.get_by_role("alert")).to_contain_text("Changed meanwhile")


def lose_login(desk: Desk) -> None:
    """A form sent after the login has run out: kept, with a way to go on."""
    desk.page.goto("/claims/C-10/evidence/new")
    desk.fill(source="Tarsk Survey Office", note="Long work")
    desk.page.get_by_label("Refutes").check()
    cookies = desk.page.context.cookies()
    desk.page.context.clear_cookies()
    desk.press("Add evidence")
    expect(desk.heading).to_contain_text("You are not logged in")
    desk.page.context.add_cookies(cookies)  # type: ignore[arg-type]  # what it gave


def choose_other_words(desk: Desk) -> None:
    desk.page.goto("/articles/A-1/decide")
    desk.main.get_by_role("link", name="Choose other words").first.click()
    expect(desk.main.get_by_role("button", name="It stands on these words")).to_be_visible()


def bring_again(desk: Desk) -> None:
    desk.page.goto("/articles/new")
    desk.fill(text=DEMO)
    desk.press("Add and split")
    expect(desk.heading).to_have_text("Is this an article you have?")


def bring_file(way: str, label: str, name: str, text: str, heading: str) -> Callable[[Desk], None]:
    """What was found in a file, to be chosen from."""

    def go(desk: Desk) -> None:
        desk.page.goto(f"/import/{way}")
        upload = {"name": name, "mimeType": "text/plain", "buffer": text.encode()}
        desk.page.get_by_label(label, exact=True).set_input_files(upload)  # type: ignore[arg-type]  # as it asks
        desk.press("Show what is in it")
        expect(desk.heading).to_have_text(heading)

    return go


def show_visit(desk: Desk) -> None:
    desk.page.goto(KEPT)
    desk.main.get_by_role("region", name="Visits").get_by_role("link").first.click()
    expect(desk.heading).to_contain_text("Visit of")


def show_kept_file(desk: Desk) -> None:
    show_visit(desk)
    frame = desk.page.locator("iframe.kept-frame").first.get_attribute("src") or ""
    desk.page.goto(frame.removesuffix("/frame"))
    expect(desk.heading).to_have_text("Kept file")


def show_job(desk: Desk) -> None:
    desk.page.goto("/jobs")
    desk.main.locator("tbody th a").first.click()
    desk.page.wait_for_url("**/jobs/*")


TABLE = "statement,claimant\nThe bridge stood open on Monday,Harbour office\n"
FEED = """<rss version="2.0"><channel><title>Post</title><link>https://site.example/</link><item>
<title>The bridge</title><link>https://site.example/1</link><description>It stood open.</description>
</item></channel></rss>"""

# What is looked at, the view that answers it, and the way there.
PAGES: dict[str, tuple[str, Callable[[Desk], None]]] = {
    "my work": ("home.show", show("/", "My work")),
    "articles": ("articles.index", show("/articles", "Articles")),
    "no article found": ("articles.index", show("/articles?q=nothing", "Articles")),
    "new article": ("new_articles.new", show("/articles/new", "Add an article")),
    "refused article": ("new_articles.create", refuse_form("/articles/new", "Add and split")),
    "article": ("articles.show", show("/articles/A-1", "Northern brigades")),
    "edit article": ("articles.edit", show("/articles/A-1/edit", "Edit details")),
    "withdraw article": ("articles.withdraw", show("/articles/A-1/withdraw", "Withdraw the article?")),
    "article history": ("articles.history", show("/articles/A-1/history", "History")),
    "versions": ("article_versions.timeline", show("/articles/A-1/versions", "Versions")),
    "older version": ("article_versions.show", show("/articles/A-1/versions/1", "Version 1")),
    "what changed": ("article_versions.changes", show("/articles/A-1/versions/2/changes", "What changed")),
    "new version": ("article_versions.new", show("/articles/A-1/versions/new", "Add a version")),
    "where words went": ("anchors.decide", show("/articles/A-1/decide", "Where did these words go?")),
    "other words": ("anchors.choose", choose_other_words),
    "article there already": ("new_articles.create", bring_again),
    "new claim": (
        "selections.new",
        show("/articles/A-1/claims/new?quote=a+third+was+badly+damaged", "New claim"),
    ),
    "which words": ("selections.new", show("/articles/A-1/claims/new?quote=Kessel+Ford", "Which words?")),
    "claims": ("claim_list.index", show("/claims", "Claims")),
    "earlier claims": (
        "memory.earlier",
        show("/claims/earlier?statement=armoured+vehicles+lost", "Earlier claims"),
    ),
    "signed claim": ("claims.show", show("/claims/C-9", "About 30 km")),
    "claim in review": ("claims.show", show("/claims/C-10", "sabotage unit")),
    "proposal": ("claims.show", show("/claims/C-2", "Two brigades")),
    "split claim": ("claim_splits.split", show("/claims/C-2/split", "Split")),
    "merge claim": ("claim_splits.merge", show("/claims/C-16/merge", "Merge")),
    "discussion": ("comments.show", show("/claims/C-16/comments", "Emergency office")),
    "hints": ("hints.show", show("/claims/hints?statement=They+falsely+said+it", "Hints")),
    "edit claim": ("claims.edit", show("/claims/C-9/edit", "Edit claim")),
    "withdraw claim": ("claims.withdraw", show("/claims/C-9/withdraw", "Withdraw the claim?")),
    "refused verdict": ("claims.show", refuse_form("/claims/C-16", "Save verdict")),
    "conflict": ("claims.edit", meet_conflict),
    "new evidence": ("evidence.new", show("/claims/C-10/evidence/new", "Add evidence")),
    "refused evidence": ("evidence.new", refuse_form("/claims/C-10/evidence/new", "Add evidence")),
    "edit evidence": ("evidence.edit", show_evidence("Edit")),
    "withdraw evidence": ("evidence.withdraw", show_evidence("Withdraw")),
    "look at evidence again": (
        "evidence.recheck",
        show_evidence("Look again", "Look at this evidence again"),
    ),
    "new evidence in place": ("claims.show", open_in_place("/claims/C-10", "Add evidence", "Add evidence")),
    "edit in place": ("claims.show", open_in_place("/claims/C-10", "Edit", "Edit")),
    "split in place": ("claims.show", open_in_place("/claims/C-10", "Split", "Split")),
    "sources": ("sources.index", show("/sources", "Sources")),
    "source": ("sources.show", show("/sources/S-1", "Vell Valley Courier")),
    "new source": ("sources.new", show("/sources/new", "Add a source")),
    "edit source": ("sources.edit", show("/sources/S-1/edit", "Edit source")),
    "same source": ("source_merging.choose", show("/sources/S-1/merge", "Which source is it the same as?")),
    "merge source": ("source_merging.choose", show("/sources/S-1/merge?into=S-2", "Merge S-1")),
    "what was kept": ("captures.index", show(KEPT, "What was kept")),
    "visit": ("captures.show", show_visit),
    "kept file": ("captures.file", show_kept_file),
    "addresses": ("imports.new", show("/import/addresses", "Add articles")),
    "files": ("imports.new", show("/import/files", "Add articles")),
    "feed": ("imports.new", show("/import/feed", "Add articles")),
    "table": ("imports.new", show("/import/table", "Add claims")),
    "fact-checks": ("imports.new", show("/import/fact-checks", "Add claims")),
    "columns": ("import_offers.offer", bring_file("table", "Table", "t.csv", TABLE, "Columns of the table")),
    "choose finds": (
        "import_offers.offer",
        bring_file("feed", "Or a file", "f.rss", FEED, "Choose what comes in"),
    ),
    "new reply": ("replies.new", show("/claims/C-10/replies/new", "Asked for comment")),
    "edit reply": ("replies.edit", show(f"/claims/C-21/replies/{REPLY}", "Asked for comment")),
    "jobs": ("jobs.index", show("/jobs", "Jobs")),
    "job": ("jobs.show", show_job),
    "reports": ("reports.index", show("/reports", "Reports")),
    "report draft": ("reports.choose", show("/articles/A-1/report", "Verdict report")),
    "publish": ("publishing.of_article", show("/articles/A-1/publish", "Publish this report?")),
    "publish chosen claims": (
        "publishing.of_chosen",
        show("/claims/publish?claim=C-9&claim=C-10&claim=C-2", "Publish chosen claims?"),
    ),
    "report": ("reports.show", show("/reports/R-1", "Northern brigades")),
    "change report": ("report_changes.change", show("/reports/R-1/change", "Change R-1 in the open")),
    "retract report": ("report_changes.retract", show("/reports/R-1/retract", "Retract this report?")),
    "close report": (
        "report_changes.withdraw_page",
        show("/reports/R-1/page/close", "Close its public page?"),
    ),
    "sealed claim": ("claims.show", show("/claims/C-16", "Emergency office")),
    "claim judged apart": ("claims.show", show("/claims/C-25", "")),
    "ask for a second verdict": (
        "blind.ask",
        show("/claims/C-21/second-verdict", "Ask for a blind second verdict"),
    ),
    "ask for none": (
        "blind.withdraw",
        show("/claims/C-16/second-verdict/withdraw", "Ask for no second verdict?"),
    ),
    "settle": ("blind.settle", show("/claims/C-25/settle", "Settle the two verdicts")),
    "agreement": ("agreement.index", show("/agreement", "Agreement")),
    "withdraw their verdict": (
        "foreign_verdicts.withdraw",
        show(f"/claims/C-21/others/{OTHER}/withdraw", "Withdraw their verdict?"),
    ),
    "redact": ("history.redact", show_redaction),
    "people": ("people.index", show("/people", "People")),
    "person": ("people.show", show_person),
    "new person": ("people.add_form", show("/people/add", "Add a person")),
    "find": ("palette.show", show("/palette?q=vell", "Find")),
    "nothing found": ("palette.show", show("/palette?q=nothing", "Find")),
    "keyboard": ("keyboard.show", show("/keyboard", "Keyboard")),
    "settings": ("settings.edit", show("/settings", "Settings")),
    "news": ("news.index", show("/news", "News")),
    "account": ("account.edit", show("/account", "Your account")),
    "second factor": ("second_factor.show", show("/account/second-factor", "Second factor")),
    "not found": ("claims.show", show("/claims/C-999", "Not found")),
    "login ran out": ("evidence.new", lose_login),
}
# Views that answer no page of their own, and why. A new one has to be in one of these two lists.
NO_PAGES = {
    "imports.arrive": "leads on to the job, the form or the article",
    "article_visits.frame": "in article_visits.show's page",
    "article_visits.image": "in article_visits.show's page",
    "article_visits.show": "in test_ways_in, of an article that came by its address",
    "articles.glance": "a part of the article's page",
    "articles.original": "a download",
    "articles.stretch": "a part of the article's page",
    "cards.show": "a part of the article's page",
    "claims.text": "plain text",
    "captures.frame": "in captures.file's page",
    "captures.image": "in captures.file's page",
    "captures.standing": "a part of the claim's page",
    "evidence.file": "leads to captures.file",
    "evidence.reference": "leads to captures.file",
    "health.healthz": "a word for machines",
    "claim_export.download": "a download",
    "links.show": "a part of the claim's page",
    "news.feed": "a feed",
    "published.claim": "in test_published, as a guest reads it",
    "published.download": "a download",
    "published.index": "in test_published, as a guest reads it",
    "published.show": "in test_published, as a guest reads it",
    "published.style": "a file",
    "login.code_form": "in test_second_factor, half logged in",
    "login.form": "in test_page_of_those_outside, where nobody is logged in",
    "reports.download": "a download",
    "reports.draft": "a download",
    "reports.draft_of_claims": "a download",
    "static": "a file",
}


def judge_twice(session: Session) -> None:
    """A second verdict is asked for on C-16; C-25 is judged apart."""
    people = {user.role: describe_user(user) for user in session.exec(select(User))}
    scale = find_scale("five-steps")
    for number, ratings in ((16, ("false",)), (25, ("false", "true"))):
        claim = session.exec(select(Claim).where(col(Claim.number) == number)).one()
        ask_second(session, claim, None, seen=claim.version, person=people[Role.OWNER])
        for role, rating in zip((Role.CHECKER, Role.REVIEWER), ratings, strict=False):
            values = VerdictValues(scale, rating, Confidence.HIGH, "The map shows it.")
            give_verdict(session, claim, values, seen=claim.version, person=people[role])


@pytest.fixture(scope="module")
def desk(browser: Browser, site: Site) -> Iterator[Desk]:
    """The owner's window, kept for all pages; one report is out, and one page of evidence is kept."""
    with LocalSite() as local, database.open_session(site.engine) as session:
        local.pages["/page"] = respond("<body><main><h1>Bridge</h1><p>The bridge stood open.</p></main>")
        claim = session.exec(select(Claim).where(col(Claim.number) == 21)).one()
        factories.make_reply(session, claim, id=REPLY)
        factories.make_foreign_verdict(session, claim, id=OTHER)
        keep(site, local, session, claim, id=EVIDENCE)
        judge_twice(session)
    desk = sit_down(browser, site)
    desk.log_in(Role.OWNER)
    desk.open_article("A-1").press("Make a report")
    desk.press("Publish the chosen claims…")
    desk.press("Publish")
    desk.page.wait_for_url("**/reports/R-1")
    desk.page.goto("/articles/A-1/versions/new")
    desk.fill(text=edit(DEMO))
    desk.press("Add the version")
    expect(desk.heading).to_have_text("Where did these words go?")
    yield desk
    desk.page.context.close()


def test_every_page_of_the_desk_is_in_the_list(site: Site) -> None:
    views = {rule.endpoint for rule in site.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    listed = {view for view, _go in PAGES.values()}

    assert views - listed == set(NO_PAGES)


@pytest.mark.parametrize(("view", "go"), PAGES.values(), ids=PAGES)
def test_page_is_accessible_and_fits_a_phone(
    desk: Desk, site: Site, view: str, go: Callable[[Desk], None]
) -> None:
    desk.complaints.clear()
    go(desk)

    path = urlsplit(desk.page.url).path
    matches = {method: find_view(site, path, method) for method in ("GET", "POST")}
    assert view in matches.values()

    assert desk.complaints == []  # before axe, whose own styles the policy refuses
    assert find_violations(desk.page) == []
    assert find_overflow(desk.page) == []


def find_view(site: Site, path: str, method: str) -> str:
    try:
        return str(site.app.url_map.bind("").match(path, method)[0])
    except HTTPException:
        return ""


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


def test_all_of_the_menu_can_be_seen_on_a_phone(desk: Desk) -> None:
    before = desk.page.viewport_size
    desk.page.set_viewport_size({"width": NARROW, "height": 780})
    desk.page.goto("/claims")
    entries = desk.page.get_by_role("navigation", name="Main").get_by_role("link").all()
    boxes = [entry.bounding_box() for entry in entries]
    assert len(boxes) == 7
    assert [box for box in boxes if box is None or box["x"] < 0 or box["x"] + box["width"] > NARROW] == []
    if before:
        desk.page.set_viewport_size(before)


@pytest.mark.parametrize("path", ["/articles/A-1", "/claims/C-10", "/claims", "/reports/R-1"])
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
