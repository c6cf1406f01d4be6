"""What every page is held to: axe finds nothing, nothing overflows, nothing complains."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.navigator import Desk

NARROW = 360  # CSS px: a small phone
_CONTRAST: dict[str, object] = {
    "resultTypes": ["violations"],
    "runOnly": ["color-contrast", "link-in-text-block"],
}
_WIDE = """() => [...document.body.querySelectorAll("*")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".table-wrap, nav"))
  .map((e) => e.outerHTML.slice(0, 120))"""


def look_over(desk: Desk) -> None:
    """The page that is open: nothing has complained, everybody can read it, and it fits a phone. Without
    scripts axe can say nothing."""
    assert desk.complaints == []  # before axe, whose own styles the policy refuses
    if not desk.javascript:
        return
    assert find_violations(desk.page) == []
    assert find_overflow(desk.page) == []
    desk.complaints.clear()


def find_violations(page: Page) -> list[str]:
    """What axe-core has to say, with every rule in the light and those on colour in the dark. Without
    motion: a colour on its way from light to dark is neither."""
    page.emulate_media(color_scheme="light", reduced_motion="reduce")
    found = _run(page, None)
    page.emulate_media(color_scheme="dark")
    found += [f"dark: {one}" for one in _run(page, _CONTRAST)]
    page.emulate_media(color_scheme="light")
    return found


def find_overflow(page: Page) -> list[str]:
    """What sticks out of a narrow window so that the page itself can be pushed sideways."""
    before = page.viewport_size
    page.set_viewport_size({"width": NARROW, "height": 780})
    wide = page.evaluate("document.documentElement.scrollWidth") > NARROW
    found = page.evaluate(_WIDE) if wide else []
    if before:
        page.set_viewport_size(before)
    return found or (["the page is too wide"] if wide else [])


def find_controls_in_print(page: Page) -> list[str]:
    """Buttons, fields and menus that would come out on paper."""
    page.emulate_media(media="print")
    controls = page.locator("button, input, select, textarea, nav, .button, .no-print")
    found = [one.evaluate("e => e.outerHTML.slice(0, 120)") for one in controls.all() if one.is_visible()]
    page.emulate_media(media="screen")
    return found


def _run(page: Page, options: dict[str, object] | None) -> list[str]:
    results = Axe().run(page, options=options or {"resultTypes": ["violations"]})
    return [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]
