"""Text of people as CommonMark that shows exactly that text: no markup, link or HTML can come out of it."""

from collections.abc import Iterable

import re2

from workbench.exports.links import find_contact_link, find_link

# Signs that mean something anywhere in a line; the last three belong to widespread extensions.
_INLINE = re2.compile(r"([\\`*_\[\]<>&~|$])")
# Signs that mean something only where a line starts: headings, lists, rules, underlines of headings.
_LINE_START = re2.compile(r"^(#|\+|-|=|:)")
_NUMBERED = re2.compile(r"^([0-9]{1,9})([.)])")
# A note and what makes a link of it for readers that know no notes.
_BEHIND_NOTE = re2.compile(r"(\[\^[0-9]+\])([(:])")
# Widespread readers make links of bare addresses.
_BARE = re2.compile(r"(?i)\b(https?|ftp)://|\bwww\.")
_END = re2.compile(r"(://|\.)$")
_NEWLINES = re2.compile(r"[ \t]*(?:\r\n|\r|\n)")


def escape_line(text: str) -> str:
    """The text as one line; its newlines become spaces."""
    return _escape(_NEWLINES.sub(" ", text).strip())


def escape_block(text: str) -> str:
    """The text as paragraphs; single newlines stay visible as hard breaks."""
    paragraphs: list[list[str]] = [[]]
    for line in _NEWLINES.split(text):
        if line.strip(" \t"):
            paragraphs[-1].append(_escape(line.strip(" \t")))
        elif paragraphs[-1]:
            paragraphs.append([])
    return "\n\n".join("\\\n".join(lines) for lines in paragraphs if lines)


def quote_block(markdown: str) -> str:
    """Markdown as a block quote."""
    return "\n".join(f"> {line}".rstrip() for line in markdown.split("\n"))


def indent_block(markdown: str, bullet: str) -> str:
    """Markdown as one list entry: later lines stand under the first."""
    first, *rest = markdown.split("\n")
    return "\n".join([bullet + first, *(" " * len(bullet) + line if line else "" for line in rest)])


def emphasise_within(before: str, words: str, after: str) -> str:
    """A strong stretch within its context, as one line.

    Emphasis that ends in a sign of punctuation is only closed when no letter follows, and likewise at its
    start: there, and only there, a space is put in.
    """
    strong = _NEWLINES.sub(" ", words).strip()
    left, right = (_NEWLINES.sub(" ", side) for side in (before, after))
    left += " " if left[-1:].isalnum() and not strong[:1].isalnum() else ""
    right = (" " if right[:1].isalnum() and not strong[-1:].isalnum() else "") + right
    return f"{_escape(left.lstrip())}**{_escape(strong)}**{_escape(right.rstrip())}"


def write_with_notes(pieces: Iterable[tuple[str, Iterable[int]]]) -> str:
    """Pieces of one line, each with the numbers of the footnotes that stand behind it."""
    line = ""
    for text, notes in pieces:
        line += _escape_inline(_NEWLINES.sub(" ", text))
        line += "".join(f"[^{number}]" for number in notes)
    return _escape_start(_BEHIND_NOTE.sub(r"\1\\\2", line.strip()))


def format_address(address: str) -> str:
    """A link where the address may be one, else the address as text."""
    link = find_link(address)
    return f"[{_escape_marks(address)}](<{link}>)" if link else escape_line(address)


def format_contact(contact: str) -> str:
    """A contact as a link where it is an address, else as paragraphs."""
    link = find_contact_link(contact)
    return f"[{_escape_marks(contact.removeprefix('mailto:'))}](<{link}>)" if link else escape_block(contact)


def _escape(line: str) -> str:
    return _escape_start(_escape_inline(line))


def _escape_inline(text: str) -> str:
    return str(_BARE.sub(lambda found: _END.sub(r"\\\1", found.group()), _escape_marks(text)))


def _escape_marks(text: str) -> str:
    """As within the brackets of a link, where a reader makes no other one."""
    return str(_INLINE.sub(r"\\\1", text))


def _escape_start(line: str) -> str:
    return str(_NUMBERED.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", line)))
