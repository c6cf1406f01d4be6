"""What is printed among the turns of a talk and nobody in it says: "(Applause.)", "Asked about this, …"."""

from __future__ import annotations

import re2

_ASIDE = re2.compile(r"^\s*[(\[][^()\[\]]*[)\]][.\s]*$")
_GREETING = re2.compile(
    r"(?i)^(?:good (?:morning|afternoon|evening|day)|ladies and gentlemen|thank you"
    r"|dear (?:colleagues|friends))\b"
)
_TALK = r"(?:interview|conversation|transcript|discussion|exchange|podcast|briefing|recording)"
_PASSIVE = r"(?:was|were|has been|have been|is|took)"
_CLOSING = re2.compile(
    r"(?i)^(?:asked|approached|contacted|reached|when asked)\b"
    r".*\b(?:said|says|replied|denied|declined|answered)\b"
    rf"|\b(?:in|before|after|of) (?:this|the) {_TALK}\b|^this {_TALK}\b|\bthe {_TALK} {_PASSIVE}\b"
    rf"|\b(?:read|authori[sz]ed|approved|shortened|edited) (?:this|the) {_TALK}\b"
    r"|\b(?:left|answer(?:ed)?|repl(?:y|ied) to|respond(?:ed)? to) (?:our|this newspaper’s|the)"
    r" questions?\b"
    r"|\brequests? for (?:a )?comment\b|^the questions were (?:put|asked)\b"
)


def is_stage_direction(line: str) -> bool:
    """Tell whether a whole paragraph stands in brackets: "(Applause.)"."""
    return bool(_ASIDE.match(line))


def is_greeting(line: str) -> bool:
    return bool(_GREETING.match(line))


def is_closing(line: str) -> bool:
    """Tell whether a paragraph after the last answer is the editors': it speaks of the talk from outside."""
    return bool(_CLOSING.search(line))
