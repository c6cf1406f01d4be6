"""By what a source is known: other names, languages, and its number at Wikidata."""

from collections.abc import Sequence

import re2

from workbench.domain.errors import RuleBroken
from workbench.domain.names import fold_name

MOST_ALIASES, LONGEST_ALIAS = 50, 300
MOST_LANGUAGES = 20
_WIKIDATA = re2.compile(
    r"(?i)(?:https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/)?(Q[1-9][0-9]{0,11})(?:[#?].*)?"
)
# RFC 5646, without extensions and private use: language, script, region, variants.
_TAG = re2.compile(
    r"(?i)([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|[0-9]{3}))?((?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
)
# Every two-letter code of ISO 639-1; of three letters there are thousands, and any of them may be meant.
_CODES = """
aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz
ee  el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik
io is  it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml
mn mr ms  mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd
se sg si sk  sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi
vo wa wo xh yi  yo za zh zu
"""
_TWO_LETTERS = frozenset(_CODES.split())


def read_aliases(typed: Sequence[str], name: str) -> list[str]:
    """Other names, each once, without the name itself. Raises RuleBroken for too many or too long ones."""
    found = {fold_name(alias): " ".join(alias.split()) for alias in reversed(typed) if alias.strip()}
    found.pop(fold_name(name), None)
    aliases = list(reversed(found.values()))
    if len(aliases) > MOST_ALIASES or any(len(alias) > LONGEST_ALIAS for alias in aliases):
        raise RuleBroken(
            f"At most {MOST_ALIASES} other names, each of up to {LONGEST_ALIAS} characters.", field="aliases"
        )
    return aliases


def read_wikidata(typed: str) -> str:
    """The item's number, "Q42", from itself or from the address of its page; empty for none. Raises
    RuleBroken for anything else, also for a property ("P31")."""
    plain = typed.strip()
    match = _WIKIDATA.fullmatch(plain)
    if plain and match is None:
        raise RuleBroken("A Wikidata id is a Q and a number, like Q42.", field="wikidata_id")
    return str(match[1]).upper() if match else ""


def read_languages(typed: Sequence[str]) -> list[str]:
    """BCP 47 tags in their usual letters ("uk", "zh-Hant-TW"), each once. Raises RuleBroken."""
    tags = list(dict.fromkeys(_read_tag(tag.strip()) for tag in typed if tag.strip()))
    if len(tags) > MOST_LANGUAGES:
        raise RuleBroken(f"At most {MOST_LANGUAGES} languages.", field="languages")
    return tags


def _read_tag(tag: str) -> str:
    match = _TAG.fullmatch(tag)
    if match is None or (len(match[1]) == 2 and match[1].lower() not in _TWO_LETTERS):
        raise RuleBroken(
            f"“{tag[:40]}” is no language tag. Write them like en, uk or pt-BR, with commas between.",
            field="languages",
        )
    language, script, region, variants = match.groups()
    parts = [language.lower(), (script or "").title(), (region or "").upper()]
    return "-".join(part for part in parts if part) + (variants or "").lower()
