"""Name places, people, organisations and peoples: a gazetteer first, then context, then the statistical
reader.
"""

from __future__ import annotations

from workbench.splitting.findings.bodies import ORGANISATION, find_bodies, is_body
from workbench.splitting.findings.gazetteer import read_peoples, read_places
from workbench.splitting.findings.learnt_places import NOT_PLACES
from workbench.splitting.findings.place_signs import find_head, owns_a_body, stands_as_place
from workbench.splitting.findings.placenames import PLACE, find_places, find_told_places
from workbench.splitting.findings.titled import PERSON, Found, find_titled, follows_title
from workbench.splitting.parsing.parsed import Paragraph
from workbench.splitting.records import Entity

NATIONALITY = "nationality"
_LABELS = {
    "PERSON": PERSON,
    "ORG": ORGANISATION,
    "NORP": NATIONALITY,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
    "EVENT": "other",
    "PRODUCT": "other",
    "LAW": "other",
    "WORK_OF_ART": "other",
}
_PAIRED = frozenset({"North", "South", "East", "West", "Northern", "Sri"})
_OFFICES = frozenset({"Minister", "Ministers", "Secretary"})


def find_entities(doc: Paragraph, base: int, learnt: frozenset[str] = frozenset()) -> list[Entity]:
    """Give the names of a paragraph that begins at offset `base`, in order, none overlapping another.

    learnt: what learn_places() found in the whole article.
    """
    taken: set[int] = set()
    kept: list[Found] = []
    for first, last, label in [
        *_from_lists(doc, learnt),
        *find_titled(doc),
        *_from_surnames(doc),
        *_from_reader(doc),
        *_from_context(doc),
    ]:
        positions = set(range(first, last))
        if positions & taken:
            continue
        taken |= positions
        kept.append((first, last, label))
    text = doc.text  # spaCy joins its words anew each time
    return [_make_entity(doc, text, base, found) for found in sorted(kept)]


def _from_lists(doc: Paragraph, learnt: frozenset[str]) -> list[Found]:
    """Known places, bodies and peoples; of two that overlap the longer, and a body before a place."""
    places = [*find_places(doc, learnt), *find_told_places(doc)]
    found = [*find_bodies(doc), *places]
    longest_first = sorted(found, key=lambda one: one[0] - one[1])
    return [*longest_first, *_find_peoples(doc)]


def _find_peoples(doc: Paragraph) -> list[Found]:
    peoples = read_peoples()
    found: list[Found] = []
    for word in doc:
        if not word.text[:1].isupper():
            continue
        pair = doc[word.i : word.i + 2].text if word.text in _PAIRED else ""
        if pair.removesuffix("s") in peoples:
            found.append((word.i, word.i + 2, NATIONALITY))
        elif (word.text in peoples or word.text.removesuffix("s") in peoples) and _is_no_name(doc, word.i):
            found.append((word.i, word.i + 1, NATIONALITY))
    return found


def _is_no_name(doc: Paragraph, position: int) -> bool:
    """Tell whether "English" is a people here, not a person named so."""
    return doc[position].ent_type_ != "PERSON" or doc[position].ent_iob_ == "B"


def _from_surnames(doc: Paragraph) -> list[Found]:
    """People named with first name and surname, and their surname alone elsewhere in the paragraph."""
    known = read_places()
    spans = [span for span in doc.ents if span.label_ == "PERSON"]
    spans += [doc[first:last] for first, last, _ in find_titled(doc)]
    full = [span for span in spans if len(span) > 1 and span[-1].text[:1].isupper()]
    inside = {word.i for span in full for word in span}
    surnames = {span[-1].text for span in full if span[-1].text not in known and not is_body(span[-1])}
    alone = (
        word for word in doc if word.text in surnames and word.i not in inside and _is_alone(doc, word.i)
    )
    return [(word.i, word.i + 1, PERSON) for word in alone]


def _is_alone(doc: Paragraph, position: int) -> bool:
    before = doc[position - 1] if position else None
    after = doc[position + 1] if position + 1 < len(doc) else None
    return not any(word is not None and word.pos_ == "PROPN" for word in (before, after))


def _from_reader(doc: Paragraph) -> list[Found]:
    found: list[Found] = []
    for span in doc.ents:
        label = _LABELS.get(span.label_)
        if label is None or not any(token.text[:1].isupper() for token in span):
            continue
        first, last = span.start, span.end
        while last - first > 1 and (doc[first].lower_ in {"the", "a", "an"} or doc[first].is_punct):
            first += 1
        while last - first > 1 and (doc[last - 1].is_punct or doc[last - 1].text in {"’s", "'s"}):
            last -= 1
        if label == ORGANISATION and last < len(doc) and doc[last].text in _OFFICES:
            continue  # "Defence" of "Defence Minister"
        found.append((first, last, _relabel(doc, first, last, label)))
    return found


def _relabel(doc: Paragraph, first: int, last: int, label: str) -> str:
    """Mend what the reader gets wrong about unknown names: one after "in" or owning a ministry is a place."""
    head = find_head(doc, first, last)
    if is_body(doc[last - 1]):
        return ORGANISATION
    if follows_title(doc[first]):
        return PERSON
    if label in {PERSON, "other", ORGANISATION} and (stands_as_place(head) or owns_a_body(head)):
        return PLACE
    return label


def _from_context(doc: Paragraph) -> list[Found]:
    """Runs of capitalised words that stand where only a place or a person stands."""
    found: list[Found] = []
    position = 0
    while position < len(doc):
        last = position
        while last < len(doc) and doc[last].pos_ == "PROPN" and doc[last].text[:1].isupper():
            last += 1
        if last > position:
            head = find_head(doc, position, last)
            if head.ent_type_ in {"DATE", "TIME"} or doc[position].text in NOT_PLACES:
                pass
            elif is_body(doc[last - 1]):
                found.append((position, last, ORGANISATION))
            elif follows_title(doc[position]):
                found.append((position, last, PERSON))
            elif stands_as_place(head) or owns_a_body(head):
                found.append((position, last, PLACE))
        position = max(last, position + 1)
    return found


def _make_entity(doc: Paragraph, text: str, base: int, found: Found) -> Entity:
    first, last, label = found
    start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
    return Entity(text[start:end], (base + start, base + end), label)
