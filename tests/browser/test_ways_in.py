"""What is brought in, asked and put together by hand: with scripts and without."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests import factories
from tests.browser.conftest import OpenDesk
from tests.browser.looks import look_over
from tests.browser.navigator import Desk
from tests.browser.site import Site
from tests.local_site import LocalSite, respond
from tests.visiting import make_visiting_tools
from workbench import database
from workbench.domain.roles import Role
from workbench.fetching import Fetcher
from workbench.intake import read_paste
from workbench.jobs.running import run_job
from workbench.services.article_versions import add_version
from workbench.services.jobs import sweep_jobs

pytestmark = pytest.mark.browser
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
PAGE = "<html><head><title>The weir</title></head><body><article><p>{}</p></article></body></html>"


@pytest.fixture
def local() -> Iterator[LocalSite]:
    with LocalSite() as site:
        yield site


def work(site: Site, local: LocalSite) -> None:
    """What waits is done, as a worker would."""
    tools = make_visiting_tools(site.engine, site.installation.files, Fetcher(local.rules()))
    for waiting in sweep_jobs(site.engine):
        run_job(tools, waiting)


def see_end(desk: Desk, words: str) -> None:
    """The job's page says what came of it: by itself, or when it is looked at again."""
    if not desk.javascript:
        desk.page.reload()
    expect(desk.page.locator(".job .notice")).to_contain_text(words)


@SCRIPTS
def test_files_are_brought_in_and_counted(
    open_desk: OpenDesk, site: Site, local: LocalSite, scripts: bool
) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=scripts)
    name = "Aster" if scripts else "Borda"
    desk.page.goto("/import/files")
    good = f"The lock at {name} was shut on Monday. The keeper of {name} said that 30 barges waited.".encode()
    files = [
        {"name": f"{name}.txt", "mimeType": "text/plain", "buffer": good},
        {"name": "empty.txt", "mimeType": "text/plain", "buffer": b" "},
    ]
    desk.main.locator("#import-form input[type=file]").set_input_files(files)  # type: ignore[arg-type]
    desk.press("Take in and split")
    expect(desk.heading).to_have_text("Take in articles or claims")
    work(site, local)
    see_end(desk, "1 added, 1 refused")
    items = desk.main.get_by_role("region", name="Items")
    expect(items).to_contain_text(f"{name}.txt")
    look_over(desk)
    items.get_by_role("link").first.click()
    expect(desk.heading).to_contain_text(f"The lock at {name}")


@SCRIPTS
def test_one_address_shows_its_bar_and_then_its_article(
    open_desk: OpenDesk, site: Site, local: LocalSite, scripts: bool
) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=scripts)
    name = "Dorn" if scripts else "Elst"
    local.pages["/dike"] = respond(PAGE.format(f"The dike at {name} held on Monday, the warden said."))
    desk.page.goto("/import/addresses")
    desk.main.locator("#import-form").get_by_label("Addresses").fill(local.url("/dike"))
    desk.press("Take in and split")
    expect(desk.heading).to_have_text("Take in articles or claims")
    expect(desk.main.get_by_role("progressbar")).to_be_visible()
    look_over(desk)
    work(site, local)
    if not scripts:
        desk.main.get_by_role("link", name="Look again").click()
    expect(desk.heading).to_contain_text("The weir")
    expect(desk.main).to_contain_text(f"The dike at {name} held on Monday")
    desk.page.go_back()
    expect(desk.heading).to_have_text("Take in articles or claims")


@SCRIPTS
def test_what_changed_its_wording_is_decided(open_desk: OpenDesk, site: Site, scripts: bool) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=scripts)
    words = (
        f"The sluice {'above' if scripts else 'below'} the mill held {{}} boats on Monday, the miller said."
    )
    with database.open_session(site.engine) as session:
        version = factories.make_article(session, words.format(30))
        claim = factories.make_claim(session, version, "held 30 boats on Monday")
        article, reference = factories.find_article(session, version), f"C-{claim.number}"
        added = add_version(
            session, site.installation.files, article, read_paste(words.format(80)), by="tests"
        )
        assert added.asked == 1
        ref = f"A-{article.number}"
    desk.page.goto(f"/articles/{ref}/decide")
    asked = desk.main.locator("article.asked").filter(has_text=reference)
    expect(asked.locator("del")).to_contain_text("30")
    expect(asked.locator("ins")).to_contain_text("80")
    look_over(desk)
    asked.get_by_role("button", name="It stands here").click()
    if scripts:
        expect(asked.get_by_role("button", name="Decide again")).to_be_visible()
    else:
        expect(asked).to_have_count(0)
    desk.page.goto(f"/articles/{ref}/versions")
    newest = desk.main.locator("#version-2")
    expect(newest.locator('[data-standing="changed-wording"]')).to_be_visible()


@SCRIPTS
def test_an_address_is_fetched_again_and_its_silent_edit_told(
    open_desk: OpenDesk, site: Site, local: LocalSite, scripts: bool
) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=scripts)
    words = f"The weir {'above' if scripts else 'below'} the mill held {{}} boats on Monday, the miller said."
    with database.open_session(site.engine) as session:
        version = factories.make_article(session, words.format(30), url=local.url("/weir"))
        ref = f"A-{factories.find_article(session, version).number}"
    local.pages["/weir"] = respond(PAGE.format(words.format(80)))
    desk.page.goto(f"/articles/{ref}/versions")
    desk.press("Fetch again")
    expect(desk.heading).to_have_text("Fetch an article again")
    work(site, local)
    see_end(desk, "1 updated")
    desk.main.get_by_role("link", name="Show its versions").click()
    expect(desk.heading).to_have_text("Versions")
    newest = desk.main.locator("#version-2")
    expect(newest).to_contain_text("Silent edit")
    look_over(desk)
    newest.get_by_role("link", name="fetched from its address").click()
    expect(desk.heading).to_contain_text("Visit of")
    look_over(desk)
    with desk.page.expect_download() as waiting:
        desk.main.get_by_role("button", name="Download").last.click()
    assert waiting.value.suggested_filename.endswith(".warc.gz")


@SCRIPTS
def test_who_was_asked_and_what_they_answered(open_desk: OpenDesk, scripts: bool) -> None:
    desk = open_desk(Role.CHECKER, java_script_enabled=scripts)
    desk.page.goto("/claims/C-10")
    who = "The harbour office" if scripts else "The river office"
    desk.press("Note who was asked")
    form = desk.main.locator("#reply-form")
    desk.fill(form, who_was_asked=who, asked_on="2025-05-15", what_they_were_asked="Was it open?")
    form.get_by_role("button", name="Save").click()
    asked = desk.main.locator("article.reply", has_text=who)
    expect(asked).to_contain_text("no answer yet")
    asked.get_by_role("link", name="Note the answer").click()
    answer = desk.field("Their answer")
    expect(answer).to_be_visible()
    answer.fill("It stood open until noon.")
    answer.locator("xpath=ancestor::form").get_by_role("button", name="Save").click()
    expect(desk.main.locator("article.reply", has_text=who)).to_contain_text("It stood open until noon.")
    assert desk.complaints == []


@SCRIPTS
def test_two_sources_become_one_and_two_again(open_desk: OpenDesk, site: Site, scripts: bool) -> None:
    desk = open_desk(Role.REVIEWER, java_script_enabled=scripts)
    tail = "north" if scripts else "south"
    with database.open_session(site.engine) as session:
        gone = factories.make_source(session, f"Quay watch {tail}")
        kept = factories.make_source(session, f"Quayside watch {tail}")
    desk.page.goto(f"/sources/S-{gone.number}/merge")
    desk.fill(another_source=kept.name)
    desk.press("Compare")
    expect(desk.heading).to_have_text(f"Merge S-{gone.number} into S-{kept.number}?")
    look_over(desk)
    desk.main.locator("#merge-form").get_by_role("button").first.click()
    expect(desk.heading).to_contain_text(kept.name)
    expect(desk.main).to_contain_text(gone.name)
    desk.page.goto(f"/sources/S-{gone.number}")
    expect(desk.main).to_contain_text("Merged into")
    desk.press("Take it out again")
    expect(desk.main.get_by_role("button", name="Take it out again")).to_have_count(0)
    desk.page.goto(f"/sources/S-{gone.number}")
    expect(desk.heading).to_contain_text(gone.name)
    expect(desk.main.get_by_role("link", name="Merge", exact=True)).to_be_visible()
    expect(desk.main).to_contain_text("took a merged source out again")
