"""What a modal verb means where it is neither guess nor condition: a ban, a stand politely put."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject

_BACK = frozenset({"would", "'d", "’d"})
_STANDS = word_set("accept welcome support oppose reject agree recommend advise urge argue say call describe")
_NOBODY = frozenset({"no", "none", "neither", "nobody"})
_HARDLY = word_set("barely hardly scarcely")
_SENSES = word_set("hear see feel smell")
_WISE = word_set(
    "wise unwise wiser better best wrong foolish sensible reckless irresponsible premature naive"
)


def says_yes(head: Word) -> bool:
    """Read "I would accept that": a stand where no condition is named."""
    group, subject = {word.lower_ for word in auxiliaries(head)}, own_subject(head)
    if subject is None or subject.lower_ not in {"i", "we"} or "have" in group:
        return False
    return bool(group & _BACK) and head.lemma_.lower() in _STANDS


def advises(head: Word) -> bool:
    """Read "it would be wise to wait" and "they would do well to wait": advice politely put."""
    if (
        not _BACK & {word.lower_ for word in auxiliaries(head)}
        or child_with(head, "xcomp", "acomp", "advcl") is None
    ):
        return False
    if head.lemma_.lower() == "do":
        return any(word.lower_ in {"well", "better"} for word in children_with(head, "advmod"))
    subject, judged = own_subject(head), child_with(head, "acomp")
    wise = judged is not None and judged.lower_ in _WISE
    told = child_with(head, "xcomp", "ccomp") or (child_with(judged, "xcomp") if judged is not None else None)
    return wise and told is not None and subject is not None and subject.lower_ == "it"


def was_able(verb: Word) -> bool:
    """Tell "rescuers could hear voices" and "could save only three", which happened, from a guess."""
    if "could" not in {word.lower_ for word in auxiliaries(verb)} or verb.tag_ == "VBN":
        return False
    if verb.lemma_.lower() in _SENSES:
        return True
    if any(word.lower_ in _HARDLY or _is_no_longer(word) for word in children_with(verb, "advmod")):
        return True
    reached = [part for part in children_with(verb, "dobj", "prep") if part.i > verb.i]
    reached += [noun for part in reached for noun in children_with(part, "pobj")]
    subject = own_subject(verb)
    counted = [subject] if subject is not None and subject.pos_ == "NUM" else []
    return verb.lemma_ != "be" and any(
        word.lower_ == "only" for part in (*reached, *counted) for word in verb.doc[part.left_edge.i : part.i]
    )


def _is_no_longer(word: Word) -> bool:
    return word.lower_ == "longer" and word.i > 0 and word.nbor(-1).lower_ == "no"


def is_barred(verb: Word) -> bool:
    """Tell a ban ("no weapon may be stationed", "neither side may") from a guess."""
    if "may" not in {word.lower_ for word in auxiliaries(verb)}:
        return False
    subject = own_subject(verb)
    first = [subject, *children_with(subject, "det", "preconj")] if subject is not None else []
    return any(word.lower_ in _NOBODY for word in first)
