"""What a modal verb means where it is neither guess nor condition: a ban, a stand politely put."""

from __future__ import annotations

from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, children_with, own_subject

_BACK = frozenset({"would", "'d", "’d"})
_STANDS = word_set("accept welcome support oppose reject agree recommend advise urge argue say call describe")
_NOBODY = frozenset({"no", "none", "neither", "nobody"})


def says_yes(head: Word) -> bool:
    """Read "I would accept that": a stand where no condition is named."""
    group, subject = {word.lower_ for word in auxiliaries(head)}, own_subject(head)
    if subject is None or subject.lower_ not in {"i", "we"} or "have" in group:
        return False
    return bool(group & _BACK) and head.lemma_.lower() in _STANDS


def is_barred(verb: Word) -> bool:
    """Tell a ban ("no weapon may be stationed", "neither side may") from a guess."""
    if "may" not in {word.lower_ for word in auxiliaries(verb)}:
        return False
    subject = own_subject(verb)
    first = [subject, *children_with(subject, "det", "preconj")] if subject is not None else []
    return any(word.lower_ in _NOBODY for word in first)
