"""What stands at the head of a paragraph and is no part of its sentence: "DEFENCE MINISTRY:", "Q:",
"Editor's note:", "14:32", "VELIN, 6 May (Agency) —".
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import re2

from workbench.splitting import lexicon
from workbench.splitting.layout.paragraphs import is_ended
from workbench.splitting.lexicon import word_set

_ROOM = 160  # characters in which a label must end
_MOST_WORDS = 9
_MOST_ANSWER_WORDS = 3  # "No", "Not yet": an answer that may go without a full stop
_CLOCK = r"\d{1,2}(?:[:.]\d{2}){1,2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?"
_ZONE = r"(?: ?\(?(?:GMT|UTC|BST|CES?T|EES?T|E[SD]T|MSK|local time)(?:[+-]\d{1,2})?\)?)?"
_STAMP = re2.compile(rf"^\W{{0,4}}(?:{_CLOCK}){_ZONE}\W{{0,4}}\s(?:\s*[–—-]+\s)?|^\[(?:{_CLOCK}){_ZONE}\]\s*")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})(?:,? \d{{4}})?"
_TOWN = r"\p{Lu}[\p{Lu}’'.]+(?:[ /-]\p{Lu}[\p{Lu}’'.]*)*"
_REGION = r"(?:,(?: \p{Lu}[\p{L}.]*)+)"
_AGENCY = r"[(/][^()/]+[)/]"
_DASH = r"\s*(?:—|–|--|-\s|\|)\s*"
_DATELINE = re2.compile(
    rf"^{_TOWN}{_REGION}?(?:, {_DAY})?(?: ?{_AGENCY})?{_DASH}"
    rf"|^\p{{Lu}}[^,—–|(/]+{_REGION}?, {_DAY} ?{_AGENCY}{_DASH}"
    rf"|^{_TOWN}, {_DAY}[.:]\s+"
    rf"|^\p{{Lu}}[\p{{L}}’'.]+(?:[ -]\p{{Lu}}[\p{{L}}’'.]*){{0,3}} \(\p{{Lu}}[^()]{{1,30}}\)\s*[–—-]\s+"
)
_TITLED = (
    r"(?:(?i:Mr|Mrs|Ms|Dr|St|Gen|Col|Lt|Capt|Maj|Adm|Sgt|Sen|Rep|Prof|Amb|Ret)\.|\b\p{Lu}\. )"  # no end of it
)
_LABEL = re2.compile(
    rf"^([*_\[]{{0,3}})((?:{_TITLED}|\p{{L}})(?:[^\n:.!?…\"“”«»;|\[\]]|{_TITLED})*)"
    rf"(?:[\[(]{_CLOCK}[\])])?[*_\]]{{0,3}}\s?:[*_]{{0,3}}(?:\s|$)"
)
_QUESTION = re2.compile(
    r"^([*_\[]{0,3})(Q|Question)(?: ?\d{1,3})?(?:[*_\]]{0,3}[.:)]?[*_]{0,3}\s+[–—-]?|\s*[–—-])\s*"
)
_ANSWER = re2.compile(r"^([*_\[]{0,3})(A|Answer)(?: ?\d{1,3})?[*_\]]{0,3}(?:[.:)][*_]{0,3}|\s*[–—-])\s+")
# "The minister added:" leads to a quotation, in the article's own voice.
_SAYING = re2.compile(
    r"(?i)\b(?:(?:said|says|told|tells|wrote|writes|according to)(?: .*)?|\w+ed|continues|adds|asks|on)$"
)
_PARENTHESIS = re2.compile(r"\s*[(\[][^)\]]*[)\]]?")

ASKERS = word_set("q question questioner reporter journalist interviewer moderator host presenter anchor")
ANSWERERS = word_set("a answer")
EDITORIAL = frozenset(
    {
        "note",
        "editor's note",
        "editors' note",
        "editor’s note",
        "editors’ note",
        "correction",
        "clarification",
        "update",
        "updated",
        "breaking",
        "analysis",
        "background",
        "photo",
        "picture",
        "image",
        "video",
        "map",
        "context",
    }
)
# Words before a colon that name nobody: fields of a form, and the beginnings of sentences.
_NOBODY = word_set(
    """source sources tags topics topic location place date time contact phone address subject name age city
    job re cc see read watch listen what why how when where who here there this that these those it first
    second third finally result remember warning caution summary related more live example it's one two
    three key bottom verdict claim fact rating status casualties losses"""
)
_ROLES = (
    lexicon.PERSON_NOUNS
    | ASKERS
    | word_set(
        """chair head deputy member delegate representative speaker opposition counsel judge clerk adviser
        commissioner mayor captain colonel major professor guest panellist panelist narrator producer"""
    )
)


@dataclass(frozen=True, slots=True)
class Label:
    """words: the label without marks and parentheses. start, end: its own offsets. text: where the
    paragraph goes on after it. All in its paragraph.
    """

    words: str
    start: int
    end: int
    text: int

    @property
    def key(self) -> str:
        return self.words.casefold()

    @property
    def is_capitals(self) -> bool:
        letters = [sign for sign in self.words if sign.isalpha()]
        return len(letters) > 1 and all(sign.isupper() for sign in letters)

    @property
    def has_role(self) -> bool:
        words = self.words.replace(",", " ").split()
        return any(word.casefold() in _ROLES | lexicon.BODIES for word in words)

    @property
    def is_name(self) -> bool:
        """Tell whether it reads as who rather than what: a role or body, or capitals throughout."""
        words = self.words.replace(",", " ").split()
        written = all(word[0].isupper() or len(word) < 4 for word in words)
        return self.has_role or self.is_capitals or written


def skip_stamp(line: str) -> int:
    """Give where a live blog's entry begins after its time ("14:32 – The army …"), else 0."""
    found = _STAMP.match(line[:_ROOM])
    after = found.end() if found is not None else 0
    return after if line[after : after + 1].isupper() or line[after : after + 1] in {"“", '"'} else 0


def skip_dateline(line: str) -> int:
    """Give where the sentence begins after "VELIN, Maldoria (Agency) —", else 0."""
    found = _DATELINE.match(line[:_ROOM])
    after = found.end() if found is not None else 0
    return after if line[after : after + 1].isupper() or line[after : after + 1] in {"“", '"'} else 0


def read_label(line: str) -> Label | None:
    """Read what stands before a paragraph's first colon, when it is short and opens with a capital."""
    opening = line[:_ROOM]
    found = _LABEL.match(opening)
    if found is None:
        return None
    after = _skip_space(line, found.end())
    label = make_label(line, found.start(2), found.end(2))
    return None if label is None or _is_headline(line[after:]) else replace(label, text=after)


def make_label(line: str, start: int, end: int) -> Label | None:
    """Take these words for a speaker's name, if they can be one."""
    opening = line[start:end]
    if not (opening[:1].isupper() or opening[:1].isnumeric()):
        return None
    words = _PARENTHESIS.sub("", opening).strip(" *_")
    first = words.split()[:1]
    if not words or len(words.split()) > _MOST_WORDS or first[0].casefold() in _NOBODY:
        return None
    return None if _SAYING.search(words) else Label(words, start, start + len(words), end)


def read_question_mark(line: str) -> Label | None:
    """Read "Q", "Q1." or "A –", which need no colon."""
    opening = line[:_ROOM]
    found = _QUESTION.match(opening) or _ANSWER.match(opening)
    if found is None:
        return None
    words = found.group(2)
    return Label(words, found.start(2), found.start(2) + len(words), _skip_space(line, found.end()))


def _is_headline(words: str) -> bool:
    """Tell "Council: new bridge for Orlen" and "Orlen: 1,769." from what somebody says."""
    wordless = bool(words) and not any(sign.isalpha() for sign in words)
    return wordless or (not is_ended(words) and len(words.split()) > _MOST_ANSWER_WORDS)


def _skip_space(line: str, place: int) -> int:
    return len(line) - len(line[place:].lstrip())
