"""Posts set into a report: a line "Harbour Ministry @harbour · 3h" over, which may be two, or "— Harbour
Ministry (@harbour)" under the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import re2

from workbench.splitting.layout.paragraphs import is_heading

_NAME = r"(\p{Lu}[^@“”\"()\n—|]{1,70}?)"
_HANDLE = r"\(?@[\w.]{2,40}\)?"
_OVER = re2.compile(rf"^{_NAME}\s+{_HANDLE}(?:\s*[·|,–-].{{0,40}}|\s+.{{0,30}})?$")
_ALONE = re2.compile(rf"^{_HANDLE}(?:\s*[·|,–-].{{0,40}})?$")
_NAME_LINE = re2.compile(rf"^{_NAME}(?: \((?i:official|verified|government organi[sz]ation)\)| ?[✓✔☑]\S*)?$")
_UNDER = re2.compile(rf"(?:^|\s)[—–-]\s*{_NAME}\s+{_HANDLE}[^.!?]{{0,40}}$")


@dataclass(frozen=True, slots=True)
class Post:
    """Who posted a paragraph: the name, where it stands in which paragraph, and where its words end."""

    name: str
    line: int
    start: int
    end: int


def find_posts(written: Sequence[str]) -> dict[int, Post]:
    """Give the posts by their paragraphs: one paragraph each, for only the next is surely part of it."""
    posts: dict[int, Post] = {}
    for index, line in enumerate(written):
        if "@" not in line:
            continue
        if _ALONE.match(line) and 0 < index < len(written) - 1:
            above = _NAME_LINE.match(written[index - 1]) if is_heading(written[index - 1]) else None
            if above is not None:
                words = written[index + 1]
                posts[index + 1] = Post(above.group(1), index - 1, above.start(1), len(words))
            continue
        over, under = _OVER.match(line), _UNDER.search(line)
        if under is not None and (under.start() > 0 or index > 0):
            whose = index if under.start() > 0 else index - 1
            cut = under.start() if under.start() > 0 else len(written[whose])
            posts[whose] = Post(under.group(1), index, under.start(1), cut)
        elif over is not None and is_heading(line) and index + 1 < len(written):
            posts[index + 1] = Post(over.group(1), index, over.start(1), len(written[index + 1]))
    return posts
