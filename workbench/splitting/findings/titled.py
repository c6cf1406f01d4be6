"""Names behind a rank or an office: "Defence Minister Adam Orlen"."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.parsing.parsed import Paragraph, Word

Found = tuple[int, int, str]  # first and last token position (excluded), label

PERSON = "person"
TITLES = lexicon.word_set(
    """President General Gen Gen. Minister Mr Mr. Mrs Mrs. Ms Ms. Dr Dr. Colonel Col Col. Captain Capt
    Capt. Major Maj Maj. Lieutenant Lt Lt. Admiral Senator Sen Sen. Governor Gov Gov. Mayor
    Chancellor Premier Secretary Ambassador Commander Judge Sir Lady Lord King Queen Prince Princess
    Pope Spokesman Spokeswoman Spokesperson Professor Prof Sergeant Private Marshal Sheikh Ayatollah
    Imam"""
)
_SPOKESPERSONS = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def find_titled(doc: Paragraph) -> list[Found]:
    """Give the names that stand behind a rank or office, as people: "Defence Minister Adam Orlen"."""
    found: list[Found] = []
    for title in doc:
        first = last = title.i + 1
        if not (title.text in TITLES or title.lower_ in _SPOKESPERSONS):
            continue
        while last < len(doc) and last - first < 3 and _is_name_part(doc[last]):
            last += 1
        if last > first:
            found.append((first, last, PERSON))
    return found


def follows_title(word: Word) -> bool:
    """Tell whether a rank or office stands right before a name: "General Orlen"."""
    return word.i > 0 and (word.nbor(-1).text in TITLES or word.nbor(-1).lower_ in _SPOKESPERSONS)


def _is_name_part(word: Word) -> bool:
    return (
        word.pos_ == "PROPN"
        and word.text[:1].isupper()
        and word.text[-1].isalpha()
        and word.text not in TITLES
    )
