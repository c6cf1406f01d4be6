"""Whom a paragraph announces for the next: "it said:" and then a list, or the words of "us"."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.attributions.lead_ins import find_announced, find_cited
from workbench.splitting.attributions.speakers import Speaker, read_speaker
from workbench.splitting.layout.interviews import is_personal
from workbench.splitting.layout.paragraphs import is_bullet
from workbench.splitting.layout.voices import FROM_LAYOUT, Voice
from workbench.splitting.page import Page, is_pronoun
from workbench.splitting.references.memory import Memory


@dataclass(slots=True)
class Announced:
    """speaker: offsets are the article's. manner: of a list "according to" somebody it is indirect."""

    speaker: Speaker | None = None
    manner: str = "direct"

    def take(self, page: Page) -> Voice | None:
        """Give the voice of a paragraph whose speaker the one before announced, if it goes on from there.

        A list does, and what "we" say without quotation marks; anything else may stand after a post that the
        page has lost.
        """
        announced, text = self.speaker, page.doc.text
        listed = is_bullet(text)
        if not listed:
            self.speaker = None
        quoted = min(page.quoted, default=3) < 3 if listed else bool(page.quoted)  # a list item may hold one
        if announced is None or quoted or not (listed or is_personal(text)):
            return None
        return Voice(announced, self.manner, FROM_LAYOUT)

    def note(self, page: Page, memory: Memory) -> Speaker | None:
        """Remember, and give, whom a paragraph announces."""
        cited = find_cited(page.doc)
        head = cited or find_announced(page.doc)
        if head is None:
            return None
        said = read_speaker(head)
        speaker = memory.resolve_speaker(memory.name_owner(said) or said)
        self.speaker = None if is_pronoun(speaker) else speaker.move(page.base)
        self.manner = "direct" if cited is None else "indirect"
        return self.speaker
