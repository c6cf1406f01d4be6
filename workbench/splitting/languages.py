"""Which language a text is in: its script first, then its commonest small words."""
# ruff: noqa: RUF001 - word and letter tables of other scripts

from __future__ import annotations

from collections import Counter
from functools import lru_cache

import re2

from workbench.splitting.lexicon import word_set

UNKNOWN = "und"
PARSED = "en"  # the one language with a parser behind it
LATIN = "latin"  # several languages: their small words tell them apart
SAMPLE = 20_000  # characters read to decide
NAMES = {
    "en": "English",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pt": "Portuguese",
    "pl": "Polish",
    "nl": "Dutch",
    "tr": "Turkish",
    "ru": "Russian",
    "uk": "Ukrainian",
    "bg": "Bulgarian",
    "ja": "Japanese",
    "zh": "Chinese",
    "ko": "Korean",
    "ar": "Arabic",
    "he": "Hebrew",
    "el": "Greek",
    "hi": "Hindi",
    "th": "Thai",
    "ka": "Georgian",
    "hy": "Armenian",
}
_CLEAR = 3  # times as many small words
_LONG = 400  # characters
_FEWEST_IN = 4  # of so many signs one at least stands in a word

_WORD = re2.compile(r"[\p{L}\p{M}\p{N}]+(?:['’\-][\p{L}\p{M}\p{N}]+)*")
_LETTER_RUN = re2.compile(r"[\p{L}\p{M}]+")
_SPACELESS = re2.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]")

# Order matters where scripts overlap: Japanese also writes Han signs, so kana is asked first.
SCRIPTS: tuple[tuple[str, str], ...] = (
    ("ja", r"[\p{Hiragana}\p{Katakana}]"),
    ("zh", r"\p{Han}"),
    ("ko", r"\p{Hangul}"),
    ("ar", r"\p{Arabic}"),
    ("he", r"\p{Hebrew}"),
    ("el", r"\p{Greek}"),
    ("hi", r"\p{Devanagari}"),
    ("th", r"\p{Thai}"),
    ("ka", r"\p{Georgian}"),
    ("hy", r"\p{Armenian}"),
    ("ru", r"\p{Cyrillic}"),
    (LATIN, r"\p{Latin}"),
)
_SCRIPTS = tuple((code, re2.compile(pattern)) for code, pattern in SCRIPTS)

SMALL_WORDS: dict[str, frozenset[str]] = {
    "en": word_set(
        """the of and to in that is was for on with are by has have from were not said their its"""
    ),
    "de": word_set(
        """der die das und ist nicht ein eine den dem von mit auf für sich auch wurde nach im des"""
    ),
    "fr": word_set("le la les des et est dans une que pour qui sur pas avec du ont été au par selon"),
    "es": word_set("el los las que y en del una por con para se ha no según fue su al como han"),
    "it": word_set(
        """il gli che della di è non una per con sono nel alla delle del anche stato hanno dei lo"""
    ),
    "pt": word_set("o os que não uma em para com do da dos das foi são pelo pela ao segundo mais é"),
    "pl": word_set("""nie się że jest na do przez od oraz który są został był po tym jak dla za ale to"""),
    "nl": word_set(
        """het een van en dat niet zijn op te met voor door werd aan ook naar volgens heeft bij uit"""
    ),
    "tr": word_set(
        """bir ve bu için ile da de olarak olan çok daha gibi sonra kadar ise göre ancak oldu var en"""
    ),
    "ru": word_set("и в не на что с по как из у за от о это был были для также его"),
    "uk": word_set("і та в у не на що з за до як від про це був були для також його й із"),
    "bg": word_set("и в на да се за от не са че е с по при беше като това ще които"),
}
_CYRILLIC_SIGNS: tuple[tuple[str, str], ...] = (("uk", "іїєґІЇЄҐ"), ("ru", "ыэёЫЭЁ"))
_CYRILLIC = ("ru", "uk", "bg")
_LATIN_CODES = tuple(code for code in SMALL_WORDS if code not in _CYRILLIC)


def words(text: str) -> int:
    """Count the words of a text; in scripts written without spaces each sign counts as one."""
    total = 0
    for match in _WORD.finditer(text):
        signs = len(_SPACELESS.findall(match.group()))
        total += max(signs, 1)
    return total


def detect_language(text: str) -> str:
    """Give the ISO 639-1 code of the language most of the text is in, or "und" when it has no letters."""
    sample = text[:SAMPLE]
    counts = _count_scripts(sample)
    latin, others = counts.pop(LATIN, 0), max(counts.values(), default=0)
    if not latin and not others:
        return UNKNOWN
    if latin >= others:
        return _pick_by_small_words(sample, _LATIN_CODES, PARSED)
    script = max(counts, key=lambda code: (counts[code], code))
    if script == "ru":
        return _tell_cyrillic(sample)
    if script == "zh" and counts.get("ja", 0) * 10 > others:
        return "ja"
    return script


def detect_paragraph(text: str, language: str) -> str:
    """Give the language of one paragraph of a text in `language`: another one only on good evidence."""
    counts = {} if text.isascii() else _count_scripts(text)
    if counts.get(LATIN, 0) * 2 < sum(counts.values()):
        found = detect_language(text)
        return language if {found, language} <= set(_CYRILLIC) else found
    if language not in _LATIN_CODES:
        return detect_language(text) if any(sign.isalpha() for sign in text) else language
    counted = Counter(text[:SAMPLE].lower().split())
    scores = {code: sum(counted[word] for word in SMALL_WORDS[code]) for code in _LATIN_CODES}
    best = max(_LATIN_CODES, key=lambda code: (scores[code], code == language))
    return best if scores[best] >= _CLEAR * max(scores[language], 1) else language


def has_words(text: str) -> bool:
    """Tell prose from runs of signs and single letters, which cost a parser much and tell it nothing."""
    if len(text) < _LONG:
        return True
    signs = sum(not sign.isspace() for sign in text)
    return sum(len(run) for run in _LETTER_RUN.findall(text) if len(run) > 1) * _FEWEST_IN >= signs


def name_language(code: str) -> str:
    """Give the English name of a language."""
    return NAMES.get(code, "this language")


def _count_scripts(text: str) -> dict[str, int]:
    """Count the letters of each script by its language; what belongs to none of SCRIPTS is "und"."""
    counts: dict[str, int] = {}
    for sign, times in Counter(text).items():
        if sign.isalpha():
            script = LATIN if sign.isascii() else _read_script(sign)
            counts[script] = counts.get(script, 0) + times
    return counts


@lru_cache(maxsize=5_000)
def _read_script(sign: str) -> str:
    return next((code for code, pattern in _SCRIPTS if pattern.fullmatch(sign)), UNKNOWN)


def _tell_cyrillic(sample: str) -> str:
    signs = {code: sum(sample.count(sign) for sign in letters) for code, letters in _CYRILLIC_SIGNS}
    if signs["uk"] != signs["ru"]:
        return "uk" if signs["uk"] > signs["ru"] else "ru"
    return _pick_by_small_words(sample, _CYRILLIC, "ru")


def _pick_by_small_words(sample: str, codes: tuple[str, ...], otherwise: str) -> str:
    counted = Counter(sample.lower().split())
    scores = {code: sum(counted[word] for word in SMALL_WORDS[code]) for code in codes}
    best = max(codes, key=lambda code: (scores[code], code == otherwise))
    return best if scores[best] else otherwise
