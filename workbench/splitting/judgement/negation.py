"""Whether a claim says that something is not so."""

from __future__ import annotations

from workbench.splitting.attributions.reporting_words import CLAIM_NOUNS
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, is_negated, own_subject

_FALSE = word_set("false untrue incorrect baseless unfounded groundless fabricated inaccurate")
_LIES = word_set("lie fabrication invention fake falsehood hoax fantasy fiction")
_CHARGES = word_set("charge story version")
_EXISTS = word_set("exist happen occur")
_TRUE = word_set("true correct accurate so case")
_POINTING = word_set("that this these those")
# Entry and visas are refused; what else is denied is said not to be so.
_REFUSED = word_set(
    """entry access visa passage permission admission asylum bail request application leave treatment service
    aid food water shelter right chance opportunity license licence permit credit access"""
)


def is_denied(draft: Draft) -> bool:
    """Tell whether the statement says that something is not so, by its main verb alone."""
    if draft.stance == "denial" or is_rebuttal(draft):
        return True
    head = draft.head
    if _is_half(head):
        return False
    if is_negated(head) or _is_in_no_state(head):
        return True
    doc = head.doc
    return any(
        doc[i].lower_ in {"never", "nobody", "nothing", "nowhere", "nor"} and doc[i].head == head
        for i in draft.keep
    ) or any(doc[i].lower_ == "no" and i + 1 < len(doc) and doc[i + 1].lower_ == "longer" for i in draft.keep)


def is_rebuttal(draft: Draft) -> bool:
    """Tell whether a claim denies what was said before: "that is not true", "the reports are false", "denied
    responsibility".
    """
    head = draft.head
    if draft.form == "naming":
        return _names_falsehood(draft)
    if draft.form != "clause" or child_with(head, "auxpass") is not None:
        return False
    lemma, subject = head.lemma_.lower(), own_subject(head)
    if lemma == "deny":
        denied = child_with(head, "dobj", "xcomp", "ccomp")
        given = child_with(head, "dative") is not None
        return denied is not None and not given and (denied.dep_ != "dobj" or can_be_denied(denied))
    if lemma in {"reject", "dismiss", "refute", "dispute"}:
        denied = child_with(head, "dobj")
        return denied is not None and denied.lemma_.lower() in CLAIM_NOUNS
    if any(word.lower_ == "contrary" and word.i < head.i for word in head.children):
        return is_negated(head)  # "contrary to reports, the bridge was not hit"
    if draft.chain and _is_none_such(head, subject):
        return True
    if lemma == "be" and subject is not None:
        return _is_rejected(head, subject)
    return False


def _names_falsehood(draft: Draft) -> bool:
    """Read "called the report a lie" and "dismissed the charge as ridiculous"."""
    claim, cue = draft.subject, draft.chain[-1].cue if draft.chain else ()
    if claim is None or claim.lemma_.lower() not in CLAIM_NOUNS | _CHARGES:
        return False
    rejected = any(draft.head.doc[i].lemma_.lower() in {"dismiss", "reject"} for i in cue)
    name = draft.head
    return rejected or name.lower_ in _FALSE or name.lemma_.lower() in _LIES


def _is_none_such(head: Word, subject: Word | None) -> bool:
    """Read "said that no such order existed" and "there was no such order": it takes up what others said."""
    there = child_with(head, "expl") is not None
    named = child_with(head, "attr", "dobj") if there else subject
    if named is None or not (there or head.lemma_.lower() in _EXISTS):
        return False
    before = [word.lower_ for word in named.lefts]
    return "such" in before and ("no" in before or is_negated(head))


def can_be_denied(noun: Word) -> bool:
    """A charge or contact is denied; entry, a visa and people are refused something."""
    return noun.pos_ in {"NOUN", "VERB", "PRON"} and noun.lemma_.lower() not in _REFUSED


def _is_rejected(head: Word, subject: Word) -> bool:
    about = subject.lower_ in _POINTING | {"it"} or subject.lemma_.lower() in CLAIM_NOUNS
    verdicts = [word for word in children_with(head, "acomp", "attr") if about]
    for verdict in verdicts:
        word = verdict.lemma_.lower()
        if verdict.lower_ in _FALSE or word in _LIES:
            return not is_negated(head)
        if verdict.lower_ == "wrong" and subject.lower_ != "it":
            return not is_negated(head)
        if word in _TRUE and any(child.dep_ == "neg" for child in head.children):
            return True
    return False


def _is_in_no_state(head: Word) -> bool:
    """Read "is in no hurry", "was under no illusion"."""
    states = [child_with(word, "pobj") for word in children_with(head, "prep") if head.lemma_ == "be"]
    return any(
        child.lower_ == "no" for state in states if state is not None for child in children_with(state, "det")
    )


def _is_half(head: Word) -> bool:
    """Read "not only …" and "not A but B": something is so after all."""
    for word in children_with(head, "neg"):
        after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
        if after in {"only", "just", "merely", "least"}:
            return True
        if any(
            other.lower_ == "but" and other.dep_ == "cc"
            for part in children_with(head, "attr", "acomp", "prep", "dobj")
            for other in part.subtree
            if part.i > word.i
        ):
            return True
    return False
