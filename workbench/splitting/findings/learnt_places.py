"""Places that an article introduces itself: "in Tarsk", "Varnovia’s army", "villages of Orsk and Velin"."""

from __future__ import annotations

import re2

from workbench.splitting import lexicon
from workbench.splitting.findings.gazetteer import read_bodies, read_peoples, read_places
from workbench.splitting.findings.titled import TITLES

_UP = r"\p{Lu}[\p{L}’']*\p{Ll}"
_NAME = rf"({_UP}(?:-\p{{L}}+)*(?: {_UP}(?:-\p{{L}}+)*){{0,2}})"
_KINDS = r"(?:town|city|village|settlement|hamlet|suburb|district|region|province|oblast|river|port|island)"
_PLACE_CONTEXTS = (
    re2.compile(rf"\b(?:in|near|towards?|outside|inside|across) (?:the )?{_NAME}(?:[ ,.;:)]|$)"),
    re2.compile(rf"\b{_KINDS}s? (?:of )?{_NAME}\b"),
    re2.compile(rf"\b{_KINDS}s of {_UP}(?:, {_UP})* and {_NAME}\b"),
    re2.compile(rf"\b{_KINDS}s of {_UP}, {_NAME}\b"),
    re2.compile(rf"\b{_NAME} (?:district|region|oblast|province|raion|county|peninsula)\b"),
    re2.compile(
        r"(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2})(?:’|')s (?:[a-z]+ ){0,2}"
        r"(?:ministry|army|government|parliament|forces|troops|border|capital)\b"
    ),
)
NOT_PLACES = lexicon.word_set(
    """January February March April May June July August September October November December Monday
    Tuesday Wednesday Thursday Friday Saturday Sunday President Prime Minister Mr Mrs Ms Dr The This
    That These Those A An In On At It He She They We His Her Its Their Our Both Each Every Some Many
    Most Spring Summer Autumn Winter Operation Parliament Congress Senate Article Resolution Chapter
    Western Eastern Northern Southern Central North South East West Christmas Easter Ramadan God
    English And But For No All Several Two Three Four Five Six Seven Eight Nine Ten One Another
    Other General Storm Telegram"""
)


def learn_places(text: str) -> frozenset[str]:
    """Read through an article once for names that stand as places somewhere in it ("in Tarsk", "Varnovia’s
    army").
    """
    found = (match.group(1) for pattern in _PLACE_CONTEXTS for match in pattern.finditer(text))
    names = {name.removesuffix("’s").removesuffix("'s") for name in found}
    return frozenset(name for name in names if _may_be_place(name))


def _may_be_place(name: str) -> bool:
    words = name.split()
    known = read_places()
    if len(words) > 1 and any(word in known and not known.is_doubtful(word) for word in words):
        return False  # a headline: "in Kursk Pressure Russia"
    return (
        words[0] not in NOT_PLACES
        and not any(word in read_peoples() or word in TITLES for word in words)
        and words[-1].lower() not in lexicon.BODIES | lexicon.PERSON_NOUNS
        and name not in read_bodies()
    )
