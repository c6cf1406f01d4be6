"""Tell the page's furniture from the report: menus, advertisements, repeated headlines and teasers, bylines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import re2

from workbench.splitting.paragraphs import Part, is_heading
from workbench.splitting.records import Furniture

_LONGEST_RULE_LINE = 400  # characters; a longer line is prose whatever it starts with
_MOST_TEASERS = 40  # each costs one search through the text
_SHORTEST_TEASER = 5  # words

_MENU = (
    "home|news|world|politics|business|sports?|opinion|video|videos|live|latest|menu|search|sign in|log ?in|register|"
    "subscribe|contact( us)?|about( us)?|europe|asia|africa|middle east|americas|culture|technology|science|health|weather"
)
# One line each, tried in order against the stripped line.
RULES: tuple[tuple[str, str], ...] = (
    ("advertisement", r"(?i)^\W*(advertisements?|advertising|ad|sponsored( content| by .{1,60})?|promoted|paid content"
                      r"|continue reading below|story continues below.*|article continues (below|after).*)\W*$"),
    ("notice", r"(?i)^\W*(this (is|article is|text is|story is|report is) (an? )?(entirely |wholly )?(invented|fictional|fictitious)"
               r"|(an? )?(invented|fictional|fictitious) (article|story|report|text)\b|disclaimer\b|editor[’']?s[’']? note\b|correction:"
               r"|(everything|all (events|names|places)).{0,80}\b(invented|fictional|fictitious)\b)"),
    ("navigation", r"(?i)^\W*(" + _MENU + r")(\s*[|/»›>•·,—-]+\s*[\w ]{1,40})*\s*[|/»›>•·]*\s*$"),
    ("navigation", r"^[•·»›>|/\s]+$|^(\S+\s+){0,6}[»›>]\s*$|^([\w’' ]{1,40}\s[»›>|]\s)+[\w’' ;:,.-]{1,120}$"),
    ("navigation", r"(?i)^\W*(skip to (main )?content|back to top|previous( article| post)?|next( article| post)?|table of contents"
                   r"|jump to .{1,40}|menu|close|toggle navigation)\W*$"),
    ("newsletter", r"(?i)^.{0,60}\b(newsletter|get (our|the) (daily|weekly|morning) .{0,40}|sign up (for|to)|subscribe (to|now|for)"
                   r"|delivered to your inbox|support our (work|journalism)|become a member|donate (now|today|here))\b.{0,160}$"),
    ("share links", r"(?i)^\W*(share( this)?( (article|story|post|page))?( (on|via|with).*|\s*:.*)?|follow us.*|tweet( this)?|copy link|e-?mail this"
                    r"|print( this)?( page| article)?|((facebook|twitter|x|telegram|whatsapp|linkedin|reddit|e-?mail|share|print|copy link)\W*)+)\W*$"),
    ("related links", r"(?i)^\W*((read|see|watch|listen)( more| also| next| on)?:.*|read more\W*|(related|more|recommended|most read|popular"
                      r"|trending|you may also like|more on this story|more from .{1,40}|related (articles|stories|coverage))\W*:?\W*)$"),
    ("cookie notice", r"(?i)^.{0,80}\b((use|uses|accept|reject|all|manage) cookies|cookie (policy|settings|notice)|privacy (policy|settings)"
                      r"|consent preferences)\b.{0,200}$"),
    ("copyright", r"(?i)^\W*(©|\(c\)|copyright\b|all rights reserved).*$"),
    ("comments", r"(?i)^\W*(\d+ comments?|leave a (comment|reply)|comments( are closed)?|join the (conversation|discussion))\W*$"),
    ("byline", r"^(By|BY)\s+(the\s+)?[\p{Lu}][^.!?]{1,80}$"),
    ("byline", r"(?i)^\W*((first )?(published|updated|posted|last (updated|modified))( on| at)?\b[^.!?]{0,60}|\d+ min(ute)?s?[ -]read"
               r"|reporting by .{1,120}|edited by .{1,120}|written by .{1,80})\W*$"),
    ("date line", r"(?i)^\W*((mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(\d{1,2}\s+)?(january|february|march|april|may|june|july|august"
                  r"|september|october|november|december)(\s+\d{1,2},?)?\s+\d{4}(\W+\d{1,2}[:.]\d{2}.{0,12})?\W*$"),
    ("caption", r"(?i)^\W*((file )?(photo|image|picture|video|illustration|map|graphic)( credit)?\s*(:|/|©|\|).*|[^.!?]{0,120}"
                r"\((photo|image|picture)\s*:.*\)|(photo|image|picture) by .{1,80})$"),
)  # fmt: skip
_RULES = tuple((reason, re2.compile(pattern)) for reason, pattern in RULES)
_TRUNCATED = re2.compile(
    r"(?i)\s*(\[\s*(…|\.{2,4})\s*\]|…|\.{3,4}|\(\s*(…|\.{3})\s*\)|\W*read more\W*|\[more\])\s*$"
)
_NOT_WORDS = re2.compile(r"[^\p{L}\p{N}]+")


def find_furniture(text: str, lines: Sequence[Part]) -> tuple[Furniture, ...]:
    """Mark whole lines as furniture, in order and without overlap."""
    plain = [_normalise(line.read(text)) for line in lines]
    teasers = _find_teasers(text, lines, plain)
    repeats = _find_repeats(text, lines, plain)
    found = []
    for index, line in enumerate(lines):
        reason = _match_rule(line.read(text)) or teasers.get(index) or repeats.get(index)
        if reason:
            found.append(Furniture(line.start, line.end, reason))
    return tuple(found)


def _match_rule(line: str) -> str | None:
    if len(line) > _LONGEST_RULE_LINE:
        return None
    return next((reason for reason, pattern in _RULES if pattern.search(line)), None)


def _find_repeats(text: str, lines: Sequence[Part], plain: Sequence[str]) -> dict[int, str]:
    """Mark every copy of a line but one: of a heading the last copy stays, it stands over the body; of prose the first."""
    times = Counter(plain)
    last = {words: index for index, words in enumerate(plain)}
    first: dict[str, int] = {}
    marked = {}
    for index, words in enumerate(plain):
        first.setdefault(words, index)
        if not words or times[words] == 1:
            continue
        heading = is_heading(lines[index].read(text)) or text[lines[index].start] in "•◦‣▪●*"
        if heading and index != last[words]:
            marked[index] = "repeated headline"
        elif not heading and index != first[words]:
            marked[index] = "repeated text"
    return marked


def _find_teasers(text: str, lines: Sequence[Part], plain: Sequence[str]) -> dict[int, str]:
    """Mark cut-off lines ("… cutting off […]") whose words come again in the text."""
    cut = [index for index, line in enumerate(lines) if _TRUNCATED.search(line.read(text)[-60:])][
        :_MOST_TEASERS
    ]
    marked = {}
    for index in cut:
        words = _normalise(_TRUNCATED.sub("", lines[index].read(text)))
        if len(words.split()) < _SHORTEST_TEASER:
            continue
        others = " ".join(plain[:index]) + " | " + " ".join(plain[index + 1 :])
        # The cut may fall inside a word, so the last one need not match whole.
        if words in others or words.rsplit(" ", 1)[0] in others:
            marked[index] = "repeated teaser"
    return marked


def _normalise(line: str) -> str:
    return _NOT_WORDS.sub(" ", line).strip().casefold()
