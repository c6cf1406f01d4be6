"""When two spellings of a name mean the same source, and which part of a file's name may be shown."""

import hashlib
import unicodedata

_ARTICLES = ("the ", "a ", "an ")
LONGEST_KEY = 1_000  # bytes; PostgreSQL refuses to index about 2,700
LONGEST_FILE_NAME = 200
_DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def fold_name(name: str) -> str:
    """A key that is equal for "The Northern  Ministry" and "northern ministry": case, width, white space,
    typographic apostrophes and a leading article do not count."""
    folded = unicodedata.normalize("NFKC", name).replace("’", "'").casefold()
    folded = " ".join(folded.split())
    article = next((found for found in _ARTICLES if folded.startswith(found)), "")
    return _shorten_key(folded[len(article) :])


def clean_file_name(name: str) -> str:
    """The last part of a file's name as it may be shown and sent: no folders, no control characters, and no
    marks of direction, which make "report\u202efdp.exe" look like a PDF. Empty when nothing is left."""
    base = name.replace("\\", "/").rpartition("/")[2]
    kept = (
        c for c in base if unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} and c not in _DIRECTIONS
    )
    shown = "".join(kept).strip()
    shown = "" if set(shown) <= {"."} else shown
    return shown if len(shown) <= LONGEST_FILE_NAME else _cut_middle(shown)


def _cut_middle(name: str) -> str:
    """A long name without its middle: what tells the kind stands at the end."""
    return f"{name[: LONGEST_FILE_NAME - 20]}…{name[-19:]}"


def _shorten_key(key: str) -> str:
    """A key that an index can hold: of a very long one its beginning, and a digest of all of it."""
    if len(key.encode(errors="surrogatepass")) <= LONGEST_KEY:
        return key
    digest = hashlib.sha256(key.encode(errors="surrogatepass")).hexdigest()
    return f"{key[:100]}…{digest}"
