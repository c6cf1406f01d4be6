"""A stretch of words between commas that only says who says so, and what may stand in one."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Stretch

# Verbs that stand in a parenthesis with nothing but their speaker.
SAID_ALONE = word_set(
    """say add note warn argue claim believe think admit concede insist complain explain report find
    establish reckon estimate go tell suggest recall stress caution acknowledge maintain contend assert
    announce confirm declare reveal allege write point predict fear hope observe conclude remark boast"""
)
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NAME_TAGS = frozenset(
    {"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "CD", "POS", "PRP", "VBG", "VBN", "HYPH"}
)
# What may follow the verb: when, where, how it was said.
AFTER = NAME_TAGS | {"IN", "RB", "TO"}
CLOSERS = frozenset({",", ".", ":", ";", "–", "—", "!", "?"})
QUOTES = frozenset({"”", '"', "''", "»"})
LONGEST_NAME = 14  # words
LONGEST_REST = 12
_SUBORDINATE = frozenset({"IN", "WRB", "VBG", "VBN"})
_INVERTED = frozenset({"had", "should", "were"})
_JOINERS = frozenset({"CC", "IN", "WDT", "WP", "WRB", "VBG"})


@dataclass(frozen=True, slots=True)
class Parenthesis:
    """Positions from the first word to past the last, the marks around left out.

    head: its verb, preposition or "according". dep: how that hangs on the clause around. name: where the
    speaker's name begins and ends, if it has one. above: what it hangs on, where the words tell.
    """

    start: int
    end: int
    head: int
    dep: str
    name: tuple[int, int] | None = None
    above: int | None = None

    def list_gone(self, sentence: Stretch) -> set[int]:
        """Give the words to read the sentence without: itself and the marks that set it off."""
        doc, gone = sentence.doc, set(range(self.start, self.end))
        before = self.start - 1
        if doc[before].text in QUOTES:
            return gone
        after = doc[self.end] if self.end < sentence.end else None
        gone.add(before)
        if after is None or after.text not in {",", "–", "—"}:
            return gone
        following = doc[self.end + 1] if self.end + 1 < sentence.end else None
        joins = following is not None and following.tag_ in _JOINERS and following.lower_ != "that"
        opener = doc[sentence.start]
        if not (joins or opener.tag_ in _SUBORDINATE or opener.lower_ in _INVERTED):
            gone.add(self.end)
        return gone


def goes_on_about(comma: int, sentence: Stretch) -> bool:
    """Tell whether what follows describes the speaker: ", said the mayor, who …", ", a body in Velin"."""
    rest = sentence.doc.words[comma + 1 : sentence.end]
    told = any(word.tag_ in FINITE for word in rest)
    return bool(rest) and (rest[0].tag_ in {"WP", "WP$", "WDT"} or (rest[0].tag_ == "DT" and not told))
