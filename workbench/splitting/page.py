"""What a paragraph that is being read knows of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile, pairwise

from workbench.splitting.attributions.content import Report
from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.claims import Findings
from workbench.splitting.findings.gazetteer import read_places
from workbench.splitting.layout.voices import Voice
from workbench.splitting.parsing.parsed import Paragraph, Stretch
from workbench.splitting.records import Entity, Slice
from workbench.splitting.references.agreement import PRONOUNS
from workbench.splitting.references.references import FIRST_PERSON

_NEAR = 250  # characters
_PLACE_NOUNS = frozenset({"country", "city", "town", "village", "region", "province", "district"})
_TOWN_NOUNS = frozenset({"city", "town", "village", "settlement"})


@dataclass(slots=True)
class Page:
    """A paragraph being read. quoted: word positions in quotation marks, the last left open or not."""

    doc: Paragraph
    base: int
    findings: Findings
    quoted: set[int]
    left_open: bool
    voice: Voice | None = None  # offsets are the paragraph's
    speaking: Speaker | None = None
    telling: Speaker | None = None  # who told all of the sentence before
    towns_before: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()

    def read_first_person(self, report: Report, speaker: Speaker) -> Speaker | None:
        """Give the voice for the "we" of "we said that …", in a quotation whoever speaks there."""
        quoted = report.speaker is not None and report.speaker.i in self.quoted
        own = self.speaking if quoted else None if self.voice is None else self.voice.speaker
        if own is None or speaker.name.lower() not in FIRST_PERSON:
            return None
        return replace(own, start=speaker.start, end=speaker.end, read_from=speaker.spoken)

    def opens_with_quotation(self) -> bool:
        return bool(self.quoted) and min(self.quoted) <= 1

    def is_all_quoted(self) -> bool:
        return all(word.i in self.quoted for word in self.doc if word.is_alpha)

    def ends_with_quotation(self) -> bool:
        """Tell whether the last sentence has words in quotation marks, its own or all."""
        return any(word.i in self.quoted for word in self.doc.sents[-1]) if self.doc.sents else False

    def find_quoting(self, chain: Sequence[Report], speakers: Sequence[Speaker | None]) -> Speaker | None:
        """Give the last speaker who is not spoken of within the quotation."""
        steps = zip(chain, speakers, strict=True)
        outside = [one for report, one in steps if not self.quoted.intersection(report.cue)]
        return outside[-1] if outside and not is_pronoun(outside[-1]) else None

    def name_owner(self, speaker: Speaker) -> Speaker | None:
        """Name the country or town of "the country’s energy ministry", if only one was named before it."""
        owner, _, rest = speaker.name.replace("'", "’").partition("’s ")
        if not rest or owner.lower() not in _PLACE_NOUNS:
            return None
        here = self.base + speaker.start
        near = [entity for entity in self.findings.entities if here - _NEAR <= entity.slice[0] < here]
        named = {entity.text for entity in near if entity.label == "place"}
        if len(named) != 1:
            return None
        place = " ".join(dropwhile(str.islower, named.pop().split()))  # "eastern Orlen" is Orlen
        name = f"{place}’s {rest}"
        return replace(speaker, name=name, spoken=name, owner=name + "’s", read_from=speaker.spoken)

    def next_sentence(self, sentence: Stretch) -> None:
        """Move on, keeping the towns named in the sentence before."""
        named = [entity for entity in self.findings.entities if self._holds(sentence, entity.slice)]
        towns = [entity for entity in named if read_places().get(entity.text) == "city"]
        inner = [
            entity
            for before, entity in pairwise([None, *towns])
            if entity is not None and not (before is not None and self._is_within(before, entity))
        ]
        self.towns_before, self.towns = self.towns, tuple(entity.text for entity in inner)

    def _is_within(self, town: Entity, region: Entity) -> bool:
        """Tell whether the second name says where the first is: "Pokrovsk in Donetsk"."""
        between = self.doc.text[town.slice[1] - self.base : region.slice[0] - self.base]
        return between.strip() in {"in", ","}

    def find_town(self, speaker: Speaker) -> Speaker | None:
        """Give the one town of the sentence before for "this city"."""
        short = speaker.noun in _TOWN_NOUNS and speaker.name.lower() == speaker.noun
        if (
            not short
            or len(self.towns_before) != 1
            or not speaker.spoken.lower().startswith(("this ", "the "))
        ):
            return None
        town = self.towns_before[0]
        return replace(speaker, name=town, spoken=town, owner=town + "’s", read_from=speaker.spoken)

    def _holds(self, sentence: Stretch, words: Slice) -> bool:
        return self.base + sentence.start_char <= words[0] and words[1] <= self.base + sentence.end_char


def is_pronoun(speaker: Speaker | None) -> bool:
    return speaker is not None and speaker.name.lower() in PRONOUNS | FIRST_PERSON
