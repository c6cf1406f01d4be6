"""The full names of an article so far, for the short ones that come later."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from workbench.splitting import lexicon
from workbench.splitting.attributions.speakers import Speaker, possessive
from workbench.splitting.references.agreement import OWNERS, PRONOUNS, agrees

_REMEMBERED = 200  # speakers of one article; more are not looked back to
_HEARD = 8
_OF_STATES = frozenset({"ministry", "embassy", "army", "navy", "parliament", "government"})
_SPEAKING = lexicon.BODIES | lexicon.PERSON_NOUNS | lexicon.DOCUMENTS | {"opposition", "coalition", "side"}


@dataclass(slots=True)
class Memory:
    """Who has spoken so far in the article, last one last."""

    speakers: list[Speaker] = field(default_factory=list)
    subject: Speaker | None = None  # of the main clause before
    heard: list[Speaker] = field(default_factory=list)  # those that said or did something, last one last

    def add(self, speaker: Speaker) -> None:
        self.speakers = [*self.speakers[-_REMEMBERED:], speaker]

    def hear(self, speaker: Speaker) -> None:
        """Note somebody who did something, and may be meant by the "it" of "it said" if he can say things."""
        if is_speaker(speaker) or any(word[:1].isupper() for word in speaker.name.split()):
            self.note_saying(speaker)

    def note_saying(self, speaker: Speaker) -> None:
        """Note somebody who said something, whatever he is: the prefecture, the front."""
        self.heard = [*self.heard[-_HEARD:], replace(speaker, read_from="")]

    def resolve_speaker(self, speaker: Speaker) -> Speaker:
        """Give the full name of whoever speaks: "it" is the last who said or did something."""
        word = speaker.name.lower()
        found = None
        if word in PRONOUNS:
            found = next((other for other in reversed(self.heard) if agrees(word, other)), None)
        elif speaker.noun == "document":
            papers = (other for other in reversed(self.heard) if other.noun in lexicon.DOCUMENTS)
            found = next(papers, None)
        elif speaker.name.isupper() and speaker.name.isalpha():
            found = self._find_by_initials(speaker.name)
        if found is None or found.name == speaker.name:
            return self.resolve(speaker)
        return replace(found, start=speaker.start, end=speaker.end, read_from=speaker.spoken)

    def _find_by_initials(self, short: str) -> Speaker | None:
        """Give the one name so far that "LPO" stands for: the Lorne Port Office."""
        full = {other.name: other for other in self.speakers if _read_initials(other.name) == short}
        return next(iter(full.values())) if len(full) == 1 else None

    def name_owner(self, speaker: Speaker) -> Speaker | None:
        """Name the owner of "its defence ministry": the last who said or did something."""
        pronoun, _, rest = speaker.name.partition(" ")
        word = pronoun.lower()
        if word not in OWNERS or not rest:
            return None
        owner = next((one for one in reversed(self.heard) if agrees(word, one)), None)
        if owner is None or owner.owner.lower() in OWNERS:
            return None
        if not _may_own(owner, speaker):
            return None
        name = f"{owner.owner.removeprefix('the ')} {rest}"
        spoken = f"{owner.owner} {rest}"
        theirs = possessive(spoken) if owner.person else owner.owner
        return replace(speaker, name=name, spoken=spoken, owner=theirs, read_from=speaker.spoken)

    def resolve(self, speaker: Speaker) -> Speaker:
        """Give "it" and "the ministry" the one full name they can stand for, if there is just one."""
        found = self._find(speaker)
        if found is None or found.name == speaker.name:
            return speaker
        return replace(found, start=speaker.start, end=speaker.end, read_from=speaker.spoken)

    def _find(self, speaker: Speaker) -> Speaker | None:
        word = speaker.name.lower()
        if word in PRONOUNS:
            people = word in {"he", "she"}
            last = (self.speakers[-1] if self.speakers else None) if people else self.subject
            return last if last is not None and agrees(word, last) else None
        full = {other.name: other for other in self.speakers if _is_short_for(speaker, other)}
        return next(iter(full.values())) if len(full) == 1 else None


def _is_short_for(speaker: Speaker, other: Speaker) -> bool:
    """Tell whether "the general staff" or a bare surname can be short for a fuller name met before."""
    short, long = speaker.name.lower(), other.name.lower()
    if len(long) <= len(short):
        return False
    ends_alike = long.endswith(" " + short) and speaker.noun == other.noun
    if speaker.spoken.lower().startswith("the "):
        return speaker.noun in lexicon.BODIES and (ends_alike or (short == speaker.noun == other.noun))
    return other.person and ends_alike and " " not in short and speaker.name[:1].isupper()


def _read_initials(name: str) -> str:
    words = name.split()
    return "".join(word[0] for word in words if word[0].isupper()) if len(words) > 1 else ""


def _may_own(owner: Speaker, body: Speaker) -> bool:
    """A country has ministries and embassies, another ministry has none."""
    return body.noun not in _OF_STATES or owner.noun not in lexicon.BODIES - {"government", "union"}


def is_speaker(speaker: Speaker) -> bool:
    """Tell whether somebody is of the kind that says things: an office, a person, a paper."""
    return speaker.person or speaker.noun in _SPEAKING
