"""Name a speaker from a label: "SPOKESPERSON, DEFENCE MINISTRY" is the Defence Ministry spokesperson."""

from __future__ import annotations

import re2

from workbench.splitting import lexicon
from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.labels import ANSWERERS
from workbench.splitting.layout.office_names import read_office
from workbench.splitting.lexicon import word_set

_SMALL = word_set("of the and for in on at to a an de la del du des der von van")
_PEOPLE = lexicon.PERSON_NOUNS | word_set(
    """chair head deputy member delegate representative speaker questioner interviewer interviewee reporter
    journalist correspondent moderator host presenter anchor judge counsel clerk mr mrs ms mr. mrs. ms. dr."""
)
_BODIES = lexicon.BODIES | word_set("opposition front")
_ON_AIR = re2.compile(r"(?i), (?:host|anchor|byline|presenter|moderator)$")
_SEARCHED = 20_000  # characters in which a role is completed and a word's capitals are looked up
_AT_HEAD = word_set("of for at in")


def name_speaker(label: str, text: str) -> Speaker:
    """Give the speaker a label names; its offsets are left at 0. text: the page it stands on."""
    words = _lower_capitals(label, text[:_SEARCHED]).split()
    if len(words) > 1 and words[0].lower() == "the":
        words = words[1:]
    name = _ON_AIR.sub("", _put_body_first(" ".join(words)))
    name = {"q": "Questioner", "question": "Questioner"}.get(name.lower(), name)
    name = "Interviewee" if name.lower() in ANSWERERS else name
    noun = _find_head(name)
    body = noun in _BODIES
    person = noun in _PEOPLE or (not body and bool(_PEOPLE & set(name.lower().replace(",", "").split())))
    if person and " " not in name[name.lower().find(noun) :]:
        name = _complete(name, text[:_SEARCHED])
    spoken = _add_article(name, person, body, text[:_SEARCHED])
    return Speaker(name, spoken, spoken + ("’" if spoken.endswith("s") else "’s"), False, person, 0, 0, noun)


def _lower_capitals(label: str, text: str) -> str:
    """Write "MINISTRY OF THE INTERIOR" as a name; what the text writes in capitals too (NATO) stays so."""
    if not any(sign.isalpha() for sign in label) or label.upper() != label:
        return label
    written = []
    for number, word in enumerate(label.split()):
        plain = word.strip(",.’'")
        if number and plain.lower() in _SMALL:
            written.append(word.lower())
        elif len(plain) < 7 and (
            _is_unspeakable(plain) or re2.search(rf"\b{re2.escape(plain)}\b [a-z]", text)
        ):
            written.append(word)
        else:
            written.append("-".join(part.capitalize() for part in word.split("-")))
    return " ".join(written)


def _is_unspeakable(word: str) -> bool:
    """A word in capitals without a vowel is an abbreviation ("TBN"), other than "MR"."""
    return not set(word) & set("AEIOUY") and word not in {"MR", "MRS", "MS", "DR"}


def _put_body_first(name: str) -> str:
    """Write "Spokesperson, Defence Ministry" as "Defence Ministry spokesperson"."""
    role, comma, body = name.partition(", ")
    plain = role.lower() in _PEOPLE and body.split()[-1:] != [] and body.split()[-1].lower() in _BODIES
    return f"{body} {role.lower()}" if comma and plain else name


def _find_head(name: str) -> str:
    """Give the noun that says what the speaker is: the last word before "of" or a comma."""
    words = name.split(",")[0].lower().split()
    stop = next((n for n, word in enumerate(words) if n and word in _AT_HEAD), len(words))
    return words[stop - 1] if words else ""


def _complete(name: str, text: str) -> str:
    """Complete a bare role from the page: "Deputy head" is "of the State Railway Authority" there."""
    found = re2.search(rf"\b(?i:{re2.escape(name)}) of \b", text)
    place = None if found is None else read_office(text, found.start())
    return name if found is None or place is None else name + text[found.start() + len(name) : place[1]]


def _add_article(name: str, person: bool, body: bool, text: str) -> str:
    if name.split(" of ")[0].lower() in _PEOPLE or (
        person and name[0].isupper() and name.split()[0].lower() in _PEOPLE
    ):
        return f"the {name[0].lower()}{name[1:]}"
    known = person or body or bool(re2.search(rf"\bthe {re2.escape(name)}\b", text))
    return f"the {name}" if known else name
