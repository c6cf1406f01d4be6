"""A text that changed: its new version is added, two claims are decided, and the timeline tells of it."""

from playwright.sync_api import expect

from tests.browser.conftest import OpenDesk
from workbench.domain.roles import Role
from workbench.paths import DB

DEMO = (DB / "seeds" / "demo_article.txt").read_text("utf-8")
# What the outlet changed: a number, a sentence that went, and one that came.
DENIED = "“Our forces did not fire on the road,”"
EDITS = {
    "about 30 km from the Varnovian border": "about 13 km from the Varnovian border",
    "The mission has 60 observers in the valley but cannot reach the eastern bank. ": "",
    DENIED: f"The road was closed on Wednesday. {DENIED}",
}


def edit(text: str) -> str:
    for old, new in EDITS.items():
        assert old in text
        text = text.replace(old, new)
    return text


def test_a_version_is_added_its_claims_are_decided_and_the_timeline_tells(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.open_article("A-1")
    desk.main.get_by_role("link", name="Versions", exact=True).click()
    expect(desk.heading).to_have_text("Versions")
    desk.main.get_by_role("link", name="Add a version").click()
    expect(desk.heading).to_have_text("Add a version")
    desk.main.locator("#version-form").get_by_label("Text").fill(edit(DEMO))
    desk.press("Add the version")
    expect(desk.heading).to_have_text("Where did these words go?")

    asked = desk.main.locator("article.asked")
    changed = asked.filter(has_text="13").first
    expect(changed.locator("del")).to_contain_text("30")
    expect(changed.locator("ins")).to_contain_text("13")
    waiting = asked.filter(has=desk.page.get_by_role("button", name="It is gone"))
    before = waiting.count()
    loads: list[str] = []
    desk.page.on("load", lambda page: loads.append(page.url))
    changed.get_by_role("button", name="It stands here").click()
    expect(changed.get_by_role("button", name="Decide again")).to_be_visible()
    expect(waiting).to_have_count(before - 1)
    lost = asked.filter(has_text="Nothing like it was found").first
    lost.get_by_role("button", name="It is gone").click()
    expect(waiting).to_have_count(before - 2)
    expect(desk.page.locator("#notices")).to_contain_text("is not in the text any more")
    assert loads == []

    desk.main.get_by_role("link", name="Versions", exact=True).click()
    expect(desk.heading).to_have_text("Versions")
    newest = desk.main.locator("#version-2")
    expect(newest).to_contain_text("pasted")
    expect(newest.locator('[data-standing="changed-wording"]')).to_be_visible()
    expect(newest.locator('[data-standing="gone"]')).to_be_visible()
    newest.get_by_role("link", name="What changed").click()
    expect(desk.heading).to_have_text("What changed in version 2")
    expect(desk.main.locator(".text-changes ins")).to_contain_text(
        ["13", "The road was closed on Wednesday."]
    )
    expect(desk.main.locator(".text-changes .unchanged").first).to_be_visible()
    desk.open_article("A-1")
    expect(desk.main.locator("mark").filter(has_text="13 km").first).to_be_visible()


def test_other_words_are_chosen_by_selecting_them(open_desk: OpenDesk) -> None:
    desk = open_desk(Role.CHECKER)
    desk.page.goto("/articles/A-1/decide")
    asked = desk.main.locator("article.asked")
    before = asked.count()
    asked.first.get_by_role("link", name="Choose other words").click()
    form = desk.main.locator("#selection-form")
    expect(form).to_be_attached()
    expect(form).to_be_hidden()
    desk.page.evaluate(
        """() => {
          const node = document.querySelector("[data-article-text] p:not(details p)").firstChild;
          const range = document.createRange();
          range.setStart(node, 0);
          range.setEnd(node, Math.min(20, node.length));
          document.getSelection().removeAllRanges();
          document.getSelection().addRange(range);
        }"""
    )
    desk.main.locator("#selection-take").click()
    expect(desk.heading).to_have_text("Where did these words go?")
    expect(asked).to_have_count(before - 1)
