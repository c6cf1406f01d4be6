"""Whether something is said of things in general: "a ballot box is not a bunker", "no army can fight so".

A wire tells of this bridge and that vote; who speaks of bridges and votes as such draws a moral.
"""

from __future__ import annotations

from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject

_ANY = word_set("a an no any every")
_ABLE = word_set("can ca cannot")
_PRESENT = frozenset({"VBZ", "VBP"})


def generalises(head: Word) -> bool:
    """Tell whether a clause speaks of any one of its kind, in the present tense and without a figure."""
    subject = own_subject(head)
    if (
        subject is None
        or not _is_any(subject)
        or any(word.like_num and word.i > head.i for word in head.subtree)
    ):
        return False
    if any(word.ent_type_ and word.pos_ == "PROPN" for word in subject.subtree):
        return False
    group = {word.lower_ for word in auxiliaries(head)}
    if group & _ABLE:
        return head.tag_ == "VB"
    return head.lemma_ == "be" and head.tag_ in _PRESENT and _is_likened(head)


def _is_any(subject: Word) -> bool:
    """Read "a ballot box", "no army", "peace"; not "some soldiers", "the river"."""
    if subject.pos_ != "NOUN" or subject.tag_ != "NN":
        return False
    if child_with(subject, "poss", "relcl") is not None and child_with(subject, "det") is None:
        return False
    determiners = children_with(subject, "det")
    return all(word.lower_ in _ANY for word in determiners)


def _is_likened(head: Word) -> bool:
    """Read "is no border", "is a marriage"."""
    said = child_with(head, "attr")
    return (
        said is not None
        and said.tag_ == "NN"
        and any(word.lower_ in _ANY for word in children_with(said, "det"))
    )
