"""Who speaks in a clause: the speakers of its chain named, and whoever acts in it noted for the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from workbench.splitting.attributions.speakers import Speaker, read_speaker
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.page import Page, is_pronoun
from workbench.splitting.parsing.tree import own_subject
from workbench.splitting.references.agreement import PRONOUNS, agrees
from workbench.splitting.references.memory import Memory, is_speaker


@dataclass(slots=True)
class Listener:
    """Remembers who was named so far. places: names that stand as places in the article."""

    places: frozenset[str]
    memory: Memory = field(default_factory=Memory)

    def hear(self, draft: Draft, page: Page) -> list[Speaker | None]:
        """Name the speakers of a clause, and note who acts in it for the "its" of the next."""
        speakers = self._resolve_chain(draft, page)
        subject = draft.subject or own_subject(draft.head)
        if not speakers and subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
            self.note_acting(self.memory.resolve(read_speaker(subject)))
        return speakers

    def note_acting(self, speaker: Speaker) -> None:
        self.memory.hear(self._see_place(speaker))

    def remember(self, speaker: Speaker) -> None:
        if not is_pronoun(speaker):
            self.memory.add(replace(speaker, read_from=""))

    def _see_place(self, speaker: Speaker) -> Speaker:
        """A country that acts is no person, whatever the model takes its name for."""
        return replace(speaker, person=False) if speaker.name in self.places else speaker

    def _resolve_chain(self, draft: Draft, page: Page) -> list[Speaker | None]:
        """Name the speakers of a chain; an inner "it" may mean the one outside it."""
        speakers: list[Speaker | None] = []
        for report in draft.chain:
            speaker = None if report.speaker is None else read_speaker(report.speaker)
            outer = speakers[-1] if speakers else None
            if speaker is not None and outer is not None and agrees(speaker.name.lower(), outer):
                speaker = replace(outer, start=speaker.start, end=speaker.end, read_from=speaker.spoken)
            elif speaker is not None:
                own = page.read_first_person(report, speaker) or page.name_owner(speaker)
                speaker = own or self.memory.name_owner(speaker) or self.memory.resolve_speaker(speaker)
                if speaker.name.lower() in PRONOUNS:
                    speaker = self._find_subject(draft, speaker)
            speakers.append(speaker)
            if speaker is not None and not is_pronoun(speaker):
                self.remember(speaker)
                self.memory.note_saying(self._see_place(speaker))
        return speakers

    def _find_subject(self, draft: Draft, pronoun: Speaker) -> Speaker:
        """In "the mission saw no guns, it said" the mission said so."""
        subject = own_subject(draft.head)
        if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or subject.idx > pronoun.start:
            return pronoun
        named = self.memory.resolve(read_speaker(subject))
        if not (is_speaker(named) and agrees(pronoun.name.lower(), named)):
            return pronoun
        return replace(named, start=pronoun.start, end=pronoun.end, read_from=pronoun.spoken)
