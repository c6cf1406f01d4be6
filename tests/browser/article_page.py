"""The article page: the text with its marks, and the claims beside it."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.claim_page import ClaimPage
from tests.browser.window import Window

# From characters of the text, as Python counts them, to the range of the page that holds them. Written apart
# from selection.js on purpose: it walks the whole text and never looks at data-start.
RANGE = """const range = (start, end) => {
  const root = document.querySelector("[data-article-text]");
  const inText = (node) => !node.parentElement.closest("[data-skip]") && node.parentElement.closest("p");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const made = document.createRange();
  let position = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!inText(node)) continue;
    const letters = [...node.data];
    const at = (point) => letters.slice(0, point - position).join("").length;
    if (position <= start && start < position + letters.length) made.setStart(node, at(start));
    if (position < end && end <= position + letters.length) { made.setEnd(node, at(end)); return made; }
    position += letters.length;
  }
};"""
SELECT = f"""([start, end]) => {{ {RANGE}
  document.getSelection().removeAllRanges();
  document.getSelection().addRange(range(start, end));
}}"""
PLACE = f"""([start, end]) => {{ {RANGE}
  const found = range(start, end);
  found.startContainer.parentElement.scrollIntoView({{block: "center"}});
  const boxes = [...found.getClientRects()].filter((box) => box.width > 0);
  const first = boxes[0], last = boxes.at(-1);
  return [first.left + 1, first.top + first.height / 2, last.right - 1, last.top + last.height / 2];
}}"""


class ArticlePage(Window):
    """Claims are named by their titles, as they stand on the cards."""

    @property
    def ref(self) -> str:
        return self.page.url.partition("/articles/")[2].partition("#")[0].partition("?")[0]

    @property
    def text(self) -> str:
        """The whole text as the page holds it, folded parts too."""
        return "".join(self.main.locator("[data-article-text] p").all_text_contents())

    def card(self, title: str) -> Locator:
        return self.main.locator("[data-claim-card]").filter(
            has=self.page.get_by_role("link", name=title, exact=True, include_hidden=True)
        )

    def ref_of(self, title: str) -> str:
        return self.card(title).get_attribute("data-claim-card") or ""

    def titles(self) -> list[str]:
        return self.main.locator(".claim-title a").all_inner_texts()

    def proposals(self) -> Locator:
        return self.main.locator(".claim-card.is-proposal")

    def marked_words(self, title: str) -> str:
        """The words of the text that are marked as this claim's."""
        marks = self.main.locator(f'mark[data-claims~="{self.ref_of(title)}"]')
        return "".join(marks.all_text_contents())

    def unfold(self, title: str) -> Locator:
        """Open a claim's card in its place, if it is not open."""
        opener = self.card(title).get_by_role("button", name=re.compile("^Details of"))
        if opener.get_attribute("aria-expanded") != "true":
            opener.click()
        expect(self.card(title)).to_have_class(re.compile("is-open"))
        return self.card(title)

    def accept(self, title: str) -> None:
        self._act("Accept", title)
        expect(self.card(title)).to_contain_text("No verdict")

    def dismiss(self, title: str) -> None:
        self._act("Dismiss", title)
        expect(self.card(title)).to_have_class(re.compile("is-withdrawn"))

    def undo(self, title: str) -> None:
        """Take a dismissal back."""
        if not self.card(title).is_visible():
            self.main.get_by_text(re.compile(r"^\s*Withdrawn and dismissed")).click()
        self.unfold(title)
        self._act("Reinstate", title)
        expect(self.card(title)).to_have_class(re.compile("is-proposal"))

    def accept_all(self) -> None:
        self.press("Accept all")
        expect(self.proposals()).to_have_count(0)

    def open_claim(self, title: str) -> ClaimPage:
        self.card(title).get_by_role("link", name=title, exact=True).click()
        self.page.wait_for_url(re.compile(r"/claims/C-\d+"))
        return ClaimPage(self.page, javascript=self.javascript)

    def folds(self) -> list[str]:
        """The stretches folded as page furniture, by what is in them."""
        return self.main.locator("details.furniture").all_text_contents()

    def unmark(self, words: str) -> None:
        """Say that folded words are part of the text."""
        fold = self.main.locator("details.furniture").filter(has_text=words).first
        fold.locator("summary").click()
        stretch = fold.locator(f'xpath=.//p[contains(., "{words}")]/following-sibling::div[1]')
        stretch.get_by_role("button", name="This is part of the text").click()
        expect(self.main.get_by_text(re.compile("Part of the text now"))).to_be_visible()

    def select(self, words: str) -> None:
        """Have words selected, however that came to be."""
        self.page.evaluate(SELECT, self._place(words))

    def drag_over(self, words: str) -> None:
        """Select words with the mouse."""
        left, top, right, bottom = self.page.evaluate(PLACE, self._place(words))
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        self.page.mouse.move((left + right) / 2, (top + bottom) / 2)
        self.page.mouse.move(right, bottom)
        self.page.mouse.up()

    def extend_over(self, words: str, key: str = "Shift+ArrowRight") -> None:
        """Select words with the keyboard, from a first word that a double click has taken."""
        start, _ = self._place(words)
        first = words.split()[0]
        left, top, right, _ = self.page.evaluate(PLACE, [start, start + len(first)])
        self.page.mouse.dblclick((left + right) / 2, top)
        for _ in words.removeprefix(first):
            self.page.keyboard.press(key)

    def selection_bar(self) -> Locator:
        return self.main.locator("form[data-selection]")

    def make_claim(self) -> "NewClaimPage":
        """Of the words that are selected."""
        self.selection_bar().get_by_role("button", name="New claim").click()
        return self._on_new_claim()

    def quote_words(self, words: str) -> "NewClaimPage":
        """The way without a script: words typed or pasted."""
        self.main.get_by_text("Make a claim from words of the text").click()
        self.main.get_by_label(re.compile("^Words, copied")).fill(words)
        self.press("New claim")
        return NewClaimPage(self.page, javascript=self.javascript)

    def _on_new_claim(self) -> "NewClaimPage":
        """Beside the text with a script, on a page of its own without."""
        if not self.javascript:
            self.page.wait_for_url(re.compile("/claims/new"))
        expect(self.main.locator("#claim-form")).to_be_visible()
        return NewClaimPage(self.page, javascript=self.javascript)

    def _act(self, name: str, title: str) -> None:
        button = self.card(title).get_by_role("button", name=re.compile(f"^{name}"))
        button.click()

    def _place(self, words: str) -> list[int]:
        start = self.text.index(words)
        return [start, start + len(words)]


class NewClaimPage(Window):
    """The form of a claim that a person makes from words."""

    def save(self, **values: str) -> ClaimPage:
        """Save it, and go to its page."""
        form = self.main.locator("#claim-form")
        self.fill(form, **values)
        form.get_by_role("button", name="Save claim").click()
        if self.javascript:
            expect(form).to_have_count(0)
            card = self.main.locator("[data-claim-card]:focus")
            expect(card).to_have_class(re.compile("is-open"))
            card.locator(".claim-title a").click()
        self.page.wait_for_url(re.compile(r"/claims/C-\d+$"))
        return ClaimPage(self.page, javascript=self.javascript)
