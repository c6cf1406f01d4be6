"""The outlet whose page it is, for the questions that its people ask."""

from __future__ import annotations

from dataclasses import replace

import re2

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.layout.offices import name_speaker
from workbench.splitting.layout.paragraphs import cut_lines

_NAME = re2.compile(r"^\p{Lu}[\p{L}\d’'&.-]*(?: [\p{L}\d’'&.-]+){0,4}$")
_HEAD_LINES = 3


def find_outlet(text: str) -> Speaker | None:
    """Give the name in the page's first lines that stands in it again, after its end or beside a ©.

    Only a page's head and foot say it; a name in its prose may be anybody's.
    """
    lines = cut_lines(text)
    foot = "\n".join(line.read(text) for line in lines[-max(1, len(lines) // 3) :]).casefold()
    for line in lines[:_HEAD_LINES]:
        words = line.read(text)
        name = words.removeprefix("The ").removeprefix("THE ")
        if _NAME.match(words) and name.casefold() in foot:
            return replace(name_speaker(name, text), start=line.end - len(name), end=line.end)
    return None
