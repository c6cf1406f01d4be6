"""Whether a pronoun can stand for a name: by number, by sex, by being a person or not."""

from __future__ import annotations

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.findings.gazetteer import read_places
from workbench.splitting.lexicon import word_set

SINGULAR = frozenset({"it", "he", "she"})
PRONOUNS = SINGULAR | {"they"}
OBJECTS = frozenset({"him", "her", "it", "them"})
OWNERS = frozenset({"its", "their", "his", "her"})
_MANY = frozenset({"they", "them", "their"})
_THINGS = frozenset({"it", "its"})
_MEN = frozenset({"he", "him", "his"})
_WOMEN = frozenset({"she", "her"})
_MALE_NOUNS = word_set(
    """man boy father brother son husband uncle king prince duke lord spokesman chairman businessman gunman
    policeman serviceman grandfather nephew widower monk"""
)
_FEMALE_NOUNS = word_set(
    """woman girl mother sister daughter wife aunt queen princess duchess lady spokeswoman chairwoman
    businesswoman policewoman servicewoman grandmother niece widow actress nun"""
)


def agrees(pronoun: str, speaker: Speaker) -> bool:
    """Tell whether a pronoun can stand for a speaker; a bare name may be a person's or a thing's."""
    if pronoun in _MANY:
        return speaker.plural
    if speaker.plural:
        return False
    if pronoun in _THINGS:
        return not speaker.person and speaker.noun not in _MALE_NOUNS | _FEMALE_NOUNS
    for sex, own, other in ((_MEN, _MALE_NOUNS, _FEMALE_NOUNS), (_WOMEN, _FEMALE_NOUNS, _MALE_NOUNS)):
        if pronoun in sex:
            return speaker.noun in own or (speaker.noun not in other and _may_be_person(speaker))
    return False


def _may_be_person(speaker: Speaker) -> bool:
    return speaker.person or (speaker.bare and speaker.name not in read_places())
