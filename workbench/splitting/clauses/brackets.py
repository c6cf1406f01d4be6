"""What stands in brackets inside a clause: years, abbreviations and other names say nothing of their own."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from workbench.splitting.parsing.parsed import Paragraph, Word

_LONGEST = 15  # tokens; more than that is a sentence
_CLOSERS = {"(": ")", "[": "]"}
_EARLIEST_YEAR = 1000
_LATEST_YEAR = 2999


def find_bracketed(doc: Paragraph, words: AbstractSet[int]) -> set[int]:
    """Give the words in brackets, with these, that a clause doesn't need: no verb in them and no figure."""
    found: set[int] = set()
    for start in words:
        closer = _CLOSERS.get(doc[start].text)
        if closer is None:
            continue
        last = min(start + _LONGEST, len(doc))
        end = next((i for i in range(start + 1, last) if doc[i].text == closer), None)
        if end is not None and not any(_tells(doc[i]) for i in range(start + 1, end)):
            found |= set(range(start, end + 1))
    return found


def _tells(word: Word) -> bool:
    return word.pos_ in {"VERB", "AUX"} or (word.like_num and not _is_date(word))


def _is_date(word: Word) -> bool:
    year = word.text.isdigit() and _EARLIEST_YEAR <= int(word.text) <= _LATEST_YEAR
    return year or word.ent_type_ in {"DATE", "TIME"}
