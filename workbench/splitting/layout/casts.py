"""Which labels are one speaker's: "STEVE MARLOW, HOST:" and then "MARLOW:", "Jana Ruz" and then "JR"."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import re2

from workbench.splitting.layout.labels import Label
from workbench.splitting.lexicon import word_set

_ROOM = 20_000  # characters of the words before the talk
_MOST_INITIALS = 3
_NO_NAMES = word_set("The A An In On At For To By With And But Of From Mr Mrs Ms")


def unite_labels(labels: Mapping[int, Label], introduction: str) -> dict[int, Label]:
    """Give short labels the words of the long one they stand for; their offsets stay.

    A role stands for itself: the minister is not the deputy minister.
    """
    words = {label.key: label.words for label in labels.values()}
    short = {label.key: label.words for label in labels.values() if not label.has_role}
    fuller = {key: _find_full(name, words.values(), introduction[:_ROOM]) for key, name in short.items()}
    return {
        index: replace(label, words=fuller.get(label.key, label.words)) for index, label in labels.items()
    }


def _find_full(short: str, others: Collection[str], introduction: str) -> str:
    """Give the one longer name that ends with this one, or begins with its letters, else this one."""
    longer = {other for other in others if _stands_for(short, other)}
    if len(longer) == 1:
        return longer.pop()
    if longer or " " in short or not short[0].isupper():
        return short
    if short.isupper() and 1 < len(short) <= _MOST_INITIALS:
        first = r"[\p{L}’'-]+ ".join([*short, ""]).rstrip()
        found = set(re2.findall(rf"\b({first})", introduction))
    else:
        found = set(
            re2.findall(rf"\b((?:\p{{Lu}}[\p{{L}}’'-]+ ){{1,2}}(?i:{re2.escape(short)}))\b", introduction)
        )
    named = {name for name in found if not _NO_NAMES & set(name.split())}
    return named.pop() if len(named) == 1 else short


def _stands_for(short: str, full: str) -> bool:
    """Tell "MARLOW" from "STEVE MARLOW, HOST", and "Tom Vesk" from "President of Tarn Tom Vesk"."""
    parts, name = short.casefold().split(), full.split(",")[0].casefold().split()
    if len(name) <= len(parts) or short.casefold() == full.casefold():
        return False
    if name[-len(parts) :] == parts:
        return True
    letters = "".join(word[0] for word in name)
    return len(parts) == 1 and len(letters) > 1 and parts[0] == letters
