"""The body an official speaks for: a ministry's spokesperson says "we" of the ministry."""

from __future__ import annotations

from dataclasses import replace

from workbench.splitting import lexicon
from workbench.splitting.attributions.speakers import Speaker, possessive


def find_body(speaker: Speaker) -> Speaker | None:
    """Give the body named in "deputy head of the Railway Authority" and "Defence Ministry spokesperson"."""
    role, joined, rest = speaker.name.partition(" of ")
    name = rest.removeprefix("the ") if joined and not _is_body(role) else ""
    if not _is_body(name):
        first, _, last = speaker.name.rpartition(" ")
        name = first if last.lower() in lexicon.PERSON_NOUNS | _SPEAKING else ""
    if not _is_body(name):
        return None
    noun = next(word for word in reversed(name.lower().split()) if word in lexicon.BODIES)
    spoken = name if name.endswith(("’s", "'s")) else f"the {name}"
    return replace(speaker, name=name, spoken=spoken, owner=possessive(spoken), person=False, noun=noun)


_SPEAKING = lexicon.word_set("spokesperson representative head chief chair")


def _is_body(name: str) -> bool:
    words = name.lower().split()
    return bool(words) and (words[-1] in lexicon.BODIES or words[0] in lexicon.BODIES)
