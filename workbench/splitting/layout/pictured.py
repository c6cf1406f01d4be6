"""What a picture's caption says in the present: "Firefighters work at the port of Vesk."."""

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
_TWO_SENTENCES = re2.compile(r"[.!?] \p{Lu}\p{Ll}+ \p{Ll}")
_CREDITS = frozenset({"caption", "copyright"})
_OVER = frozenset({"byline", "date line", "share links", "caption", "copyright", "media player"})


def find_pictured(written: Sequence[str], marked: dict[int, str], prose: Sequence[int]) -> dict[int, str]:
    """Mark such a sentence over its credit, or alone between the byline and the report, and its copies."""
    first = next((index for index in prose if index not in marked), len(written))
    scenes = {
        written[index]
        for index in prose
        if index not in marked
        and (marked.get(index + 1) in _CREDITS or (index == first and marked.get(index - 1) in _OVER))
        and _is_scene(written[index])
    }
    return {index: "caption" for index in prose if written[index] in scenes}


def _is_scene(line: str) -> bool:
    return len(line.split()) <= _LONGEST and bool(_SCENE.match(line)) and not _TWO_SENTENCES.search(line)
