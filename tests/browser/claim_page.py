"""The claim page: mending it, evidence, verdict, review and history."""

import re

from playwright.sync_api import Locator, expect

from tests.browser.window import Window

Upload = tuple[str, str, bytes]  # name, media type, bytes


class ClaimPage(Window):
    @property
    def ref(self) -> str:
        return self.page.url.rpartition("/")[2].partition("#")[0]

    @property
    def status(self) -> Locator:
        return self.main.locator("#claim-head .badge-status")

    @property
    def verdict(self) -> Locator:
        return self.main.locator(".verdict")

    def edit(self, **values: str) -> None:
        """In the page with a script, on a page of its own without."""
        self.main.locator("#claim-head").get_by_role("link", name="Edit", exact=True).click()
        form = self.main.locator("#claim-form")
        expect(form).to_be_visible()
        self.fill(form, **values)
        form.get_by_role("button", name="Save", exact=True).click()
        expect(form).to_have_count(0)
        self._arrive()

    def add_evidence(self, stance: str, source: str, file: Upload | None = None, **values: str) -> None:
        """In the page with a script, on a page of its own without."""
        self.main.get_by_role("link", name="Add evidence").click()
        form = self.main.locator("#evidence-form")
        self.field(stance, form).check()
        self.fill(form, source=source, **values)
        if file is not None:
            name, media_type, data = file
            upload = self.field("Or a file", form)
            upload.set_input_files({"name": name, "mimeType": media_type, "buffer": data})
        form.get_by_role("button", name="Add evidence").click()
        expect(form).to_have_count(0)
        self._arrive()

    def evidence(self, stance: str) -> Locator:
        return self.main.locator(f'.evidence-column[data-stance="{stance.lower()}"] .evidence-item')

    def give_verdict(self, rating: str, confidence: str, reasoning: str) -> None:
        form = self.main.locator("#verdict-form")
        if not form.is_visible():
            self.main.get_by_text("Give another verdict").click()
        form.get_by_role("radio", name=re.compile(f"^{rating}")).check()
        form.get_by_role("radio", name=re.compile(f"^{confidence}")).check()
        self.field("Reasoning").fill(reasoning)
        self.press("Save verdict")
        expect(self.verdict.locator(".reasoning")).to_have_text(reasoning)

    def move_to(self, status: str, why: str = "", one_sided: str = "") -> None:
        """`one_sided`: why there is no evidence on both sides."""
        form = self.main.locator("#status-form")
        if one_sided:
            form.get_by_label("No evidence on both sides").fill(one_sided)
        form.get_by_label("Move to").select_option(label=status)
        form.get_by_label("Why").fill(why)
        self.press("Move")
        expect(self.status).to_have_text(status)

    def sign(self, comment: str = "") -> None:
        self._say_in_review(comment)
        self.press("Sign")
        expect(self.status).to_have_text("Checked")

    def send_back(self, comment: str) -> None:
        self._say_in_review(comment)
        self.press("Return")
        expect(self.status).to_have_text("Checking")

    def withdraw(self, why: str) -> None:
        self.main.locator("#claim-head").get_by_role("link", name="Withdraw").click()
        form = self.main.locator("#withdraw-form")
        self.fill(form, why=why)
        form.get_by_role("button", name="Withdraw").click()
        expect(self.status).to_have_text("Withdrawn")

    def reinstate(self) -> None:
        self.press("Reinstate")
        expect(self.status).not_to_have_text("Withdrawn")

    def say(self, words: str, about: str = "") -> None:
        """A comment; `about` is how the choice of the evidence begins."""
        form = self.main.locator("#comment-form")
        if about:
            choice = form.get_by_label("About").locator("option", has_text=about).get_attribute("value")
            form.get_by_label("About").select_option(choice)
        form.get_by_label("Comment").fill(words)
        self.press("Comment")
        expect(self.comments.filter(has_text=words)).to_be_visible()

    @property
    def comments(self) -> Locator:
        return self.main.locator(".comment")

    def history(self) -> list[str]:
        """Who, when, what and why, newest first."""
        more = self.main.locator("#history-all")
        if more.count():
            more.click()
            expect(more).to_have_count(0)
        entries = self.main.locator("ol.history > li").all_inner_texts()
        return [" ".join(entry.split()) for entry in entries]

    def copy_as_text(self) -> str:
        """With a script through the clipboard; without one the words stand ready to be copied."""
        if not self.javascript:
            self.main.get_by_role("link", name="Copy as text").click()
            told: str = self.page.locator("body").inner_text()
            self.page.go_back()
            return told
        self.main.get_by_role("link", name="Copy as text").click()
        expect(self.page.get_by_text("Copied.")).to_be_visible()
        copied: str = self.page.evaluate("navigator.clipboard.readText()")
        return copied

    def _say_in_review(self, comment: str) -> None:
        self.main.locator("#review-form").get_by_label("Comment").fill(comment)

    def _arrive(self) -> None:
        self.page.wait_for_url(re.compile(r"/claims/C-\d+(#\w+)?$"))
