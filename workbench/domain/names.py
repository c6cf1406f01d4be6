"""When two spellings of a name mean the same source."""

import unicodedata

_ARTICLES = ("the ", "a ", "an ")


def fold_name(name: str) -> str:
    """A key that is equal for "The Northern  Ministry" and "northern ministry": case, width, white space,
    typographic apostrophes and a leading article do not count."""
    folded = unicodedata.normalize("NFKC", name).replace("’", "'").casefold()
    folded = " ".join(folded.split())
    for article in _ARTICLES:
        if folded.startswith(article):
            return folded[len(article) :]
    return folded
