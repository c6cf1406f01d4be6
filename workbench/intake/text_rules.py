"""What every text must hold to, whichever way it came in."""

import re2

from workbench.domain.errors import BadInput

# Tab, line feed, form feed, vertical tab and carriage return are layout and stay; so do all other characters
# above the C0 block (U+0085, U+2028, direction marks): they are part of what was written.
_CONTROL = re2.compile(r"[\x01-\x08\x0e-\x1f\x7f]")

# Letters by their category that no reader would call one: the information emoji and the invisible fillers.
_NO_LETTERS = frozenset("\u2139\u115f\u1160\u3164\uffa0")


def unify_newlines(text: str) -> str:
    """The text with CRLF and lone CR as LF. Done once, on the way in, before any offset is counted."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def drop_mark(text: str) -> str:
    """The text without the byte order mark that may lead it. A second one is a character like any other."""
    return text.removeprefix("\ufeff")


def check_characters(text: str, what: str) -> None:
    """Refuse what is no text: NUL, halves of surrogate pairs, control characters. Raises BadInput."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise BadInput(
            f"{what} holds half a character (a lone surrogate) at {tell_place(text, error.start)}. "
            "It was broken on its way: copy the text again from where it came from."
        ) from None
    nul = text.find("\0")
    if nul >= 0:
        raise BadInput(
            f"{what} holds a NUL character at {tell_place(text, nul)}, so it is not plain text. "
            "Open it in the program that made it, and save it as text in UTF-8."
        )
    control = _CONTROL.search(text)
    if control is not None:
        raise BadInput(
            f"{what} holds the control character U+{ord(control.group()):04X} at "
            f"{tell_place(text, control.start())}. Take it out and try again."
        )


def check_words(text: str, what: str) -> None:
    """Refuse a text in which there is nothing to read. Raises BadInput."""
    if not text.strip():
        raise BadInput(f"{what} is empty. Put in the words of the article.")
    if not has_words(text):
        raise BadInput(
            f"{what} holds no words, only signs, digits or spaces. Put in the words of the article."
        )


def has_words(text: str) -> bool:
    """Whether there is a letter of any script; digits, punctuation and emoji alone are no words."""
    return any(char.isalpha() and char not in _NO_LETTERS for char in text)


def tell_place(text: str, place: int) -> str:
    """A place as a person counts: "character 17 (line 2)"."""
    return f"character {place + 1:,} (line {text.count(chr(10), 0, place) + 1:,})"
