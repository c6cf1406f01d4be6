"""What a picture's caption says in the present: "Firefighters work at the port of Vesk."."""

# ruff: noqa: E501 - a pattern is easiest to read on one line

from __future__ import annotations

from collections.abc import Sequence

import re2

_LONGEST = 30  # words
# What people and things do in pictures; a report would tell it in the past.
_POSES = (
    r"(?:stands?|sits?|walks?|works?|rides?|drives?|looks?|inspects?|extinguish(?:es)?|carr(?:y|ies)|holds?|speaks?|arrives?"
    r"|rises?|billows?|burns?|leaves?|attends?|waits?|lies?|poses?|shakes?|gathers?|prepares?|fires?|loads?|unloads?"
    r"|cleans?|clears?|collects?|salutes?|marche?s?|passe?s?|cross(?:es)?|queues?|mourns?|lays?|visits?|pray(?:s)?"
    r"|takes? (?:part|cover|shelter|position)|(?:is|are) (?:seen|pictured|shown)"
    r"|can be seen|reacts?|smokes?)"
)
_SCENE = re2.compile(
    rf"^(?:An? |The |Two |Three |Some )?(?:[\p{{L}}’'-]+ ){{1,7}}?"
    rf"{_POSES} (?:[\p{{L}}’'-]+|\d+)\b[^!?:;“”\"]*\.$"
)
# What these verbs say where no picture is told: "lies 30 km from the border", "are seen as the main target".
_STATES = re2.compile(
    r" (?:lies? (?:\w+ )?\d|passe?s? within|(?:seen|shown|pictured) as|works? (?:at (?:half|full|a|its)|with|without|for|under|on)"
    r"|(?:waits?|prepares?) for (?:\w+ )?(?:parts|talks|aid|permission|elections?|approval|answers?|decisions?)"
    r"|holds? (?:\d|about|more|nearly|all|most|half|two|three|four|five|six|seven|eight|nine|ten|elections?|talks)) ?"
)
_YEAR = re2.compile(r"\b(?:19|20)\d{2}\b")
_TWO_SENTENCES = re2.compile(r"[.!?] \p{Lu}\p{Ll}+ \p{Ll}")
_OVER = frozenset({"byline", "date line", "share links", "caption", "copyright", "media player"})


def find_pictured(written: Sequence[str], marked: dict[int, str], prose: Sequence[int]) -> dict[int, str]:
    """Mark such a sentence over its credit, or alone between the byline and the report, and its copies."""
    plain = [index for index in prose if index not in marked]
    first, last = (plain[0], plain[-1]) if plain else (len(written), 0)
    scenes = {
        written[index]
        for index in plain
        if (
            _is_credit(written, marked, index + 1, last)
            or (index == first and marked.get(index - 1) in _OVER)
        )
        and _is_scene(written[index])
    }
    return {index: "caption" for index in prose if written[index] in scenes}


def _is_credit(written: Sequence[str], marked: dict[int, str], index: int, last: int) -> bool:
    """Tell a picture's credit from the page's own: "© 2031 Meridian Post", or what stands under the report's
    last sentence (`last`).
    """
    if marked.get(index) != "copyright":
        return marked.get(index) == "caption"
    return index < last and not _YEAR.search(written[index])


def _is_scene(line: str) -> bool:
    scene = bool(_SCENE.match(line)) and not _STATES.search(line)
    return scene and len(line.split()) <= _LONGEST and not _TWO_SENTENCES.search(line)
