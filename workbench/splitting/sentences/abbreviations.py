"""Full stops that end no sentence: abbreviations, initials, ordinals, by what comes after them."""
# ruff: noqa: RUF001 - abbreviations of other scripts

from __future__ import annotations

import re2

from workbench.splitting.lexicon import word_set

# Something always follows these: "Dr. Orlen", "ул. Садовая", "Art. 5".
_LEADING = word_set(
    """dr mr mrs ms prof st fr hr gen col lt sgt capt vgl ca bzw nr abs art mme mlle mm m cf env p pp av
    avda sr sra srta dra ud uds d da aprox núm no ee fig p.ex p.ej vs z.b d.h u.u i.d.r o.g s.o e.g i.e
    jan feb mar apr jun jul aug sept sep oct okt nov dec dez mio mrd tsd janv févr juil déc ene abr ago dic
    ул пр просп пер пл им д стр кв обл р-н пос дер св гр тов г-н г-жа т.е т.ч т.н т.зв напр см ср рис вул буд
    смт сел пров ім акад проф доц оф див ст п пп ч"""
)
# A sentence may end with these; whether it does shows in the capital after it.
_CLOSING = word_set(
    """etc usw usf ff u.a u.ä o.ä inc ltd co corp uu ee.uu n.e d.c a.m p.m т.д т.п др пр т.ін тыс тис
    млн млрд трлн чел руб коп грн год хв мин сек час км кг га гг рр ст.ст mill min std h hrs hab km kg"""
)
# Languages that write "5." for "fifth".
_ORDINALS = frozenset(
    {"de", "pl", "cs", "sk", "da", "no", "sv", "fi", "hu", "tr", "hr", "sl", "sr", "lv", "et"}
)
_ROOM = 16  # characters looked back
_LAST_WORD = re2.compile(r"([\p{L}\p{M}]+(?:[.\-’][\p{L}\p{M}]+)*)$")
_SPACED = re2.compile(r"(?:^|[^\p{L}])((?:\p{L}{1,2}\.\s?){1,3}\p{L}{1,3})$")  # "т. д", "z. B", "EE. UU"
_NUMBER_BEFORE = re2.compile(r"\p{Nd}[\s\x{a0}\x{202f}]?[\p{L}.]+$")
_ORDINAL = re2.compile(r"(?:^|[^\p{Nd}.,:])\p{Nd}{1,2}$")
_DASH = re2.compile(r"^[—–-]+\s*")
_OPENING = "«„“\"‘‚'([¿¡「『»—–- "


def goes_on(words: str, dot: int, after: int, language: str) -> bool:
    """Tell whether the full stop at `dot` stands inside a sentence that goes on at `after`."""
    before, follows = words[max(0, dot - _ROOM) : dot], words[after : after + 4]
    starts = follows.lstrip(_OPENING)[:1]
    if _ORDINAL.search(before):
        return language in _ORDINALS and bool(starts)
    kind = _read_kind(before)
    if kind == "leading":
        return bool(starts)
    if kind == "closing":
        return bool(starts) and not (starts.isupper() or _DASH.match(follows))
    return False


def _read_kind(before: str) -> str:
    found = _LAST_WORD.search(before)
    word = found.group(1).lower().rpartition("’")[2] if found is not None else ""
    spaced = _SPACED.search(before)
    whole = "".join(spaced.group(1).lower().split()) if spaced is not None else word
    for written in (whole, word):
        if written in _CLOSING:
            return "closing"
        if written in _LEADING and len(written) > 1:
            return "leading"
    if spaced is not None or len(word) == 1 or ("-" in word and len(word) < 5):
        # Before a name a letter is an initial or a town; after a number it is a measure or a year.
        return "closing" if _NUMBER_BEFORE.search(before) else "leading"
    return ""
