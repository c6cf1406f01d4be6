"""A selection in the browser gives the offsets Python counts: across marks, emoji, accents and folds."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

STATIC = Path(__file__).resolve().parents[2] / "workbench" / "static"

FURNITURE = "HOME 🏠\n"
FIRST = "Troops 🚂🚂 are 30 km away. Cafe\u0301 open\n\n"
SECOND = "قالت \u202bالإدارة\u202c إن 👩‍👩‍👧 هنا \n"  # noqa: RUF001 - Arabic on purpose
TEXT = FURNITURE + FIRST + SECOND
MARK = TEXT.index("are 30 km")
BEFORE = "Troops 🚂🚂 "
WORDS = "are <b>30 km</b>"
AFTER = " away.<span data-skip>[note]</span> Cafe\u0301 open\n\n"

PAGE = f"""<!doctype html><meta charset="utf-8">
<main>
<p id="outside">outside</p>
<div data-article-text tabindex="-1">
  <details open><summary data-skip>Folded</summary><p id="f" data-start="0">{FURNITURE}</p></details>
  <p id="a" data-start="{len(FURNITURE)}">{BEFORE}<mark id="m" data-start="{MARK}">{WORDS}</mark>{AFTER}</p>
  <p id="b" dir="auto"><span data-start="{len(FURNITURE + FIRST)}">{SECOND}</span></p>
</div>
<form data-selection hidden>
<input type="hidden" name="start"><input type="hidden" name="end"><input type="hidden" name="quote">
<input name="title">
<output data-selection-preview></output><button>New</button></form>
</main>"""

SELECT = """([from, to]) => {
  const find = ([id, at]) => {
    if (at === null) return [document.getElementById(id), 0];
    const walk = document.createTreeWalker(document.getElementById(id), NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.parentElement.closest("[data-skip]")) continue;
      if (at <= node.length) return [node, at];
      at -= node.length;
    }
  };
  document.getSelection().setBaseAndExtent(...find(from), ...find(to));
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.set_content(PAGE)
    page.add_script_tag(path=STATIC / "selection.js")
    yield page
    page.close()


def select(
    page: Page, start: tuple[str, int | None], end: tuple[str, int | None]
) -> tuple[int, int, str] | None:
    """Select by UTF-16 offsets inside two elements, as a browser does; what the form then holds."""
    page.evaluate(SELECT, [start, end])
    page.wait_for_timeout(200)
    if page.locator("form").is_hidden():
        return None
    values = page.evaluate("['start', 'end', 'quote'].map((n) => document.forms[0].elements[n].value)")
    return int(values[0]), int(values[1]), values[2]


def found(quote: str) -> tuple[int, int, str]:
    start = TEXT.index(quote)
    return start, start + len(quote), quote


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [
        (("a", 0), ("a", 6), "Troops"),
        (("a", 7), ("a", 11), "🚂🚂"),
        (("a", 12), ("m", 9), "are 30 km"),
        (("m", 4), ("a", 26), "30 km away"),
        (("a", 9), ("a", 26), "🚂 are 30 km away"),
        (("a", 8), ("a", 11), "🚂🚂"),  # a start inside a surrogate pair moves out of it
        (("a", 28), ("a", 33), "Cafe\u0301"),
        (("a", 6), ("a", 12), "🚂🚂"),  # white space at the ends goes
        (("f", 0), ("f", utf16(FURNITURE)), "HOME 🏠"),
        (("f", 0), ("a", 6), "HOME 🏠\nTroops"),
        (("b", 0), ("b", utf16(SECOND)), SECOND.strip()),
        (("a", 34), ("b", 4), f"open\n\n{SECOND[:4]}"),
        (("a", 34), ("b", None), "open"),  # the end of a triple click: before the next paragraph
        (("b", 4), ("a", 34), f"open\n\n{SECOND[:4]}"),  # backwards
    ],
)
def test_selection_gives_the_offsets_python_counts(
    page: Page, start: tuple[str, int], end: tuple[str, int], quote: str
) -> None:
    assert select(page, start, end) == found(quote)


def test_text_between_paragraphs_is_the_text_between_offsets(page: Page) -> None:
    held = select(page, ("f", 2), ("b", 9))

    assert held is not None
    assert TEXT[held[0] : held[1]] == held[2]


def test_selection_outside_the_text_or_of_white_space_shows_nothing(page: Page) -> None:
    assert select(page, ("outside", 0), ("outside", 4)) is None
    assert select(page, ("a", 6), ("a", 7)) is None


def test_escape_hides_the_bar_but_not_while_typing(page: Page) -> None:
    select(page, ("a", 0), ("a", 6))
    page.locator("input[name=title]").press("Escape")
    assert page.locator("form").is_visible()

    page.locator("form button").press("Escape")
    assert page.locator("form").is_hidden()
