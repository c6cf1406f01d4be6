"""What a speaker puts before a statement without telling anything by it: "The fact is that …", "I must add
that …", "Do not forget that …"."""

from __future__ import annotations

from workbench.splitting.attributions.reporting_words import SPEECH, VERB_MODALITY
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, is_finite, is_negated, own_subject

_FIRST = frozenset({"i", "we"})
_HERE = word_set("fact truth reality point thing problem trouble upshot")  # "The truth is that …"
_SO = word_set("true clear obvious evident certain fact")  # "It is true that …"
_TOLD = (SPEECH | {"remind", "assure"}) - VERB_MODALITY.keys()  # "I must add that …"
_WILLING = word_set("want like wish have need let")  # "I want to stress that …", "Let me add that …"
_UNSURE = word_set("perhaps maybe probably possibly apparently presumably")  # "Perhaps the truth is that …"
_MINDED = word_set("remember note recall consider understand know")  # "Remember that …"


def find_framed(head: Word, subject: Word | None) -> Word | None:
    """Give the clause that a verb only leads up to, None where the verb tells something itself."""
    if subject is None:
        frames = _is_minding(head)
    elif head.lemma_ == "be":
        frames = _is_pointing(head, subject)
    else:
        frames = subject.lower_ in _FIRST and (head.lemma_ in _TOLD or head.lemma_ in _WILLING)
    unsure = any(word.lower_ in _UNSURE for word in head.children)
    if not frames or unsure or (is_negated(head) and head.lemma_ != "forget"):
        return None
    return _find_content(_last_verb(head))


def _is_minding(head: Word) -> bool:
    """Read "Remember that …", "Do not forget that …", "Let me stress that …"."""
    if head.tag_ != "VB":
        return False
    forgets = head.lemma_ == "forget" and child_with(head, "neg") is not None
    return forgets or head.lemma_ in _MINDED or head.lemma_ == "let"


def _is_pointing(head: Word, subject: Word) -> bool:
    """Read "What I can say is that …", "The fact is that …", "It is true that …"."""
    if subject.dep_ == "csubj":
        doer = own_subject(subject)
        opens = subject.left_edge.lower_ == "what"
        return opens and (doer is None or doer.lower_ in {"what", *_FIRST})
    if subject.lower_ == "it":
        said = child_with(head, "acomp", "attr")
        return said is not None and said.lemma_.lower() in _SO
    return subject.lemma_.lower() in _HERE and not children_with(subject, "poss")


def _last_verb(head: Word) -> Word:
    """Follow "want to stress", "let me add" to the verb that says so."""
    if head.lemma_ not in _WILLING:
        return head
    act = child_with(head, "xcomp", "ccomp")
    return act if act is not None and act.lemma_ in _TOLD and not is_finite(act) else head


def _find_content(head: Word) -> Word | None:
    if head.lemma_ in _WILLING:
        return None
    nodes = [head, *children_with(head, "attr")]
    for clause in (one for node in nodes for one in children_with(node, "ccomp", "acl")):
        mark = child_with(clause, "mark")
        opened = mark is not None and mark.lower_ == "that"
        if clause.i > head.i and own_subject(clause) is not None and is_finite(clause):
            bare = head.doc[clause.reach[0] - 1].text == ","
            if opened or (bare and head.lemma_ == "be" and clause.dep_ == "ccomp"):
                return clause
    return None
