"""Words that run from right to left among words that run from left to right."""

import unicodedata

_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_STRONG = _RIGHT_TO_LEFT | {"L"}
APART, TOGETHER = "\u2068", "\u2069"  # first strong isolate, pop directional isolate


def starts_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left, as browsers decide it: what is
    set apart does not count."""
    depth = 0
    for sign in text:
        depth = max(depth + (sign == APART) - (sign == TOGETHER), 0)
        kind = unicodedata.bidirectional(sign)
        if not depth and kind in _STRONG:
            return kind in _RIGHT_TO_LEFT
    return False


def runs_right_to_left(text: str) -> bool:
    """Whether any letter of it does."""
    return any(unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in text)


def has_arabic(text: str) -> bool:
    """Whether any letter of it is of the Arabic scripts."""
    return any(unicodedata.bidirectional(sign) == "AL" for sign in text)


def set_apart(words: str) -> str:
    """Somebody's words within ours. Without this a date or a number behind a Hebrew name is read before
    it."""
    return f"{APART}{words}{TOGETHER}" if runs_right_to_left(words) else words


def join_again(line: str) -> str:
    """A line of ours without the marks of `set_apart`: a program compares it with others sign by sign."""
    return line.replace(APART, "").replace(TOGETHER, "")
