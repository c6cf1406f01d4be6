"""The words that the hints on wording look for, all of them English but for the question marks."""

import re2


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


QUESTION_MARKS = "?\N{FULLWIDTH QUESTION MARK}\N{ARABIC QUESTION MARK}"
ENGLISH = re2.compile(
    r"(?i)\b(?:the|an?|of|in|at|on|to|from|by|with|for|is|are|was|were|has|have|had|will|and|that|it|they)\b"
)
QUOTED = re2.compile(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
WORD = re2.compile(r"[\p{L}\p{N}’'-]+")

VERDICT = re2.compile(
    r"(?i)\b(?:falsely|untrue|untruthfully|debunked|disproved|disproven|baseless(?:ly)?|unfounded"
    r"|misleading(?:ly)?|hoax|bogus|made[- ]up|supposedly|so-called|allegedly|purportedly"
    r"|lied|(?:a|the) lie|lies about|lying about"
    r"|(?:false|fake|true) (?:claim|statement|report|story|news|information|accusation|allegation)s?"
    r"|(?:false|fake) (?:video|photo|picture|image)s?"
    r"|(?:wrongly|rightly|correctly) (?:says?|said|claim(?:s|ed)?|stat(?:es?|ed)|report(?:s|ed)?)"
    r"|(?:is|was|are|were) (?:false|fake|wrong|true|correct))\b"
)
SPEECH = re2.compile(
    r"(?i)\b(?:says?|said|claim(?:s|ed)?|stat(?:es|ed)|announce[sd]|report(?:s|ed)|allege[sd]|insist(?:s|ed)"
    r"|declare[sd]|assert(?:s|ed)|argue[sd]|told \w+) that\b"
    r"|\baccording to\b|, (?:he|she|they|it|\p{Lu}\p{L}+) (?:says|said)\b"
)
PRONOUN = re2.compile(
    r"^(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Tt]his|[Tt]hese|[Tt]hose)\b"
)
# "This week" and "these two bridges" stand for nothing that was said before, or not surely.
EMPTY_IT = re2.compile(r"(?i)^(?:it (?:rain|snow)(?:s|ed)\b|(?:this|these|those) \p{L}+)")
BARE_THIS = re2.compile(
    r"(?i)^(?:this|these|those) (?:is|are|was|were|has|have|had|will|would|can|could|may|might)\b"
)

JOINT = re2.compile(r"(?i);\s|,? \b(?:and|but|while|whereas)\b ")
VERBS = _words(
    """is are was were has have had will would can could may might must shall do does did took gave went came
    fell rose hit shot sent brought bought built sold lost won left met made held led began broke cut
    found fought fled flew grew got kept knew laid paid put ran sank saw set shut stood struck told
    took withdrew wrote became drove said says spent"""
)
# Words in -ed that are no verbs, or that stand before a noun as often as not.
NO_VERBS = _words(
    """armed united hundred indeed need needed speed seed feed breed unmanned red bed shed occupied alleged
    proposed limited so-called wounded injured unidentified uninhabited advanced combined retired"""
)
