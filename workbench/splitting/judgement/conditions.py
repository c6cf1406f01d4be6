"""Whether a claim holds only under a condition: "if …", "unless …", "had the talks succeeded, …", "would"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import re2

from workbench.splitting.findings.modals import advises, says_yes
from workbench.splitting.lexicon import CONDITION_OPENERS, word_set
from workbench.splitting.parsing.parsed import Paragraph, Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    is_negated,
    own_subject,
    own_words,
)

if TYPE_CHECKING:
    from workbench.splitting.clauses.drafts import Draft  # it reads conditions itself

_PHRASES = re2.compile(
    r"(?i)\b(?:(?:as|so) long as|on (?:the )?condition that|in (?:the )?event (?:of|that)|in case(?: of)?"
    r"|failing (?:that|this)|assuming(?: that)?|suppos(?:e|ing) that|subject to|but for)\b"
)
# "asked if the bridge stands": what follows is a question, not a condition.
_ASKING = word_set(
    """ask know see check wonder doubt decide determine establish clarify question tell say find learn
    remember understand surprised surprise care matter"""
)
_FOLLOWING = word_set("catch join miss recall remember wonder ask")
_SOUND = word_set("right correct accurate true reliable")
_SOURCES = word_set(
    """account allegation analyst claim count estimate figure map number photograph report reading rumour
    rumor serial source story survey version witness"""
)
_INVERTED = word_set("had should were")
_WISHES = word_set("rather like prefer love sooner")


def is_conditional(draft: Draft, direct: bool = False) -> bool:
    """Tell whether the claim holds only under a condition. direct: it is a quotation, so that its "would" is
    no "will" set back by "said".
    """
    doc, own = draft.head.doc, own_words(draft.head, draft.keep)
    own |= {i for placed in draft.placed for i in placed.words}
    if any(_opens_condition(doc[i]) or _is_inverted(doc[i]) for i in own) or _shares_condition(draft.head):
        return True
    if own and _names_condition(doc, min(own), max(own)):
        return True
    if _lacks_what_it_needs(draft) or _follows_from_condition(draft):
        return True
    would = next((word for word in _verb_group(draft) if word.lower_ in {"would", "'d", "’d"}), None)
    return would is not None and _is_supposed(draft, own, would, direct)


def opens_with_inversion(clause: Word) -> bool:
    """Tell whether a clause begins like "had the talks succeeded" or "should the dam break"."""
    return any(_is_inverted(word) for word in (clause, *auxiliaries(clause)))


def keeps_would(head: Word) -> bool:
    """Tell whether a verb's "would" belongs to a condition, so that "said" has not made it of "will"."""
    if any(word.lower_ in CONDITION_OPENERS or _is_inverted(word) for word in head.subtree):
        return True
    return is_unreal(head)


def _shares_condition(head: Word) -> bool:
    """What a sentence begins with holds for both halves: "had they agreed, X would stand and Y fall"."""
    first = head
    while first.dep_ == "conj" and first.head is not first:
        first = first.head
    if first is head:
        return False
    leading = (child for child in children_with(first, "advcl") if child.i < first.i)
    return any(_opens_condition(word) or _is_inverted(word) for clause in leading for word in clause.subtree)


def _names_condition(doc: Paragraph, first: int, last: int) -> bool:
    """Read "in the event of" and "as long as", but not "as long as 18 years"."""
    start = doc[first].idx
    for match in _PHRASES.finditer(doc.text[start : doc[last].idx + len(doc[last])]):
        after = doc.word_at(start + match.end() + 1)
        if after is None or after.pos_ != "NUM":
            return True
    return False


def _lacks_what_it_needs(draft: Draft) -> bool:
    """Read "without gas there is no powder" and "without the pilots he could not leave", but not "without a
    word he left".
    """
    head = draft.head
    first = [word for word in children_with(head, "prep") if word.i < head.i and word.i in draft.quoted]
    lacking = any(
        child_with(word, "pobj") is not None
        and (word.lower_ == "without" or word.doc.text[word.idx :].lower().startswith("in the absence of "))
        for word in first
    )
    group = [head, *_verb_group(draft)]
    modal = any(word.tag_ == "MD" for word in group)
    return lacking and (modal or (is_negated(head) and any(word.tag_ in {"VBZ", "VBP"} for word in group)))


def _follows_from_condition(draft: Draft) -> bool:
    """Read "should Orsim fall, the road would be lost, which would cut off the north"."""
    head = draft.head
    unreal = any(word.lower_ in {"would", "could", "might"} for word in auxiliaries(head))
    if not unreal or head.dep_ not in {"relcl", "advcl"}:
        return False
    main = next((word for word in head.ancestors if word.pos_ in {"VERB", "AUX"}), None)
    if main is None:
        return False
    clauses = (clause for clause in children_with(main, "advcl") if clause is not head)
    return any(_opens_condition(word) or _is_inverted(word) for clause in clauses for word in clause.subtree)


def _opens_condition(word: Word) -> bool:
    if word.lower_ == "otherwise":
        return word.dep_ == "advmod" and any(aux.tag_ == "MD" for aux in auxiliaries(word.head))
    if word.lower_ == "once" and word.dep_ in {"mark", "advmod"} and word.head.dep_ == "advcl":
        main = {aux.lower_ for aux in auxiliaries(word.head.head)}
        return bool(main & {"will", "would", "can", "could", "may"})  # "will follow once they have left"
    if word.lower_ in {"provided", "providing"} and word.tag_ in {"VBN", "VBG"}:
        told = child_with(word, "ccomp", "pcomp")
        return word.dep_ in {"advcl", "prep", "acl"} and told is not None and own_subject(told) is not None
    if word.lower_ in {"when", "after"} and word.i and word.nbor(-1).lower_ == "only":
        main = {aux.lower_ for aux in auxiliaries(word.head.head)}
        return bool(main & {"will", "would", "can", "could", "may"})  # "only when … will they return"
    if word.lower_ not in CONDITION_OPENERS or word.dep_ not in {"mark", "advmod", "prep", "pcomp"}:
        return False
    before = word.nbor(-1).lower_ if word.i else ""
    clause = word.head
    if word.lower_ == "if" and (before == "as" or _is_addressed(clause) or _trusts(clause)):
        return False
    governor = clause.head
    words = {governor.lemma_.lower(), *(child.lower_ for child in children_with(governor, "acomp"))}
    asked = word.lower_ == "if" and governor is not clause and bool(words & _ASKING)
    return not (asked and clause.dep_ in {"ccomp", "advcl", "acomp", "pcomp"} and word.i > governor.i)


def _is_addressed(clause: Word) -> bool:
    """Read "if you are just joining us": it says to whom something is told, not under which condition."""
    subject = own_subject(clause)
    return subject is not None and subject.lower_ == "you" and clause.lemma_.lower() in _FOLLOWING


def _trusts(clause: Word) -> bool:
    """Read "if the numbers are to be believed" and "if the reports are accurate": doubt, not condition."""
    told = child_with(clause, "xcomp") or clause
    if told.lower_ in {"believed", "trusted"}:
        return child_with(told, "auxpass") is not None
    subject, said = own_subject(clause), child_with(clause, "acomp")
    if subject is None or said is None or clause.tag_ not in {"VBZ", "VBP"}:
        return False
    return said.lower_ in _SOUND and subject.lemma_.lower() in _SOURCES


def _is_inverted(word: Word) -> bool:
    """Tell whether an auxiliary stands before its subject at the head of its clause, in no question."""
    if word.lower_ not in _INVERTED or word.dep_ not in {"aux", "auxpass", "ccomp", "advcl", "ROOT"}:
        return False
    clause = word.head if word.dep_ in {"aux", "auxpass"} else word
    if word.lower_ == "should" and clause.left_edge is word and clause.dep_ == "advcl":
        return True
    subject = own_subject(clause)
    if subject is None or subject.i < word.i or clause.dep_ not in {"advcl", "ccomp", "conj", "ROOT"}:
        return False
    if clause.dep_ == "ROOT" and any(sign.text == "?" for sign in clause.children):
        return False
    return clause.left_edge.i == word.i and (
        word.lower_ != "were" or child_with(subject, "relcl") is not None or _is_to(clause)
    )


def _is_to(clause: Word) -> bool:
    """Read "were parliament to release money"."""
    verb = child_with(clause, "advcl", "xcomp")
    return verb is not None and any(word.lower_ == "to" for word in auxiliaries(verb))


def _is_supposed(draft: Draft, own: set[int], would: Word, direct: bool) -> bool:
    """Tell "would" of a supposition from "would" that was "will" when it was said, and from a wish."""
    head = draft.head
    words = {head.doc[i].lower_ for i in own}
    if says_yes(head) or advises(head):
        return False
    if words & _WISHES and any(head.doc[i].lower_ in _WISHES for i in (would.i + 1, would.i + 2) if i in own):
        return False
    if is_unreal(head):
        return True
    if not draft.chain or direct or not draft.chain[-1].past:
        return draft.chain == () or draft.chain[-1].modality != "prediction"
    subject = own_subject(head)
    points_back = subject is not None and subject.lower_ in {"that", "this"} and subject.tag_ == "DT"
    return "without" in words or points_back or child_with(head, "csubj") is not None


def is_unreal(head: Word) -> bool:
    """Read "would have been dropped"."""
    return head.tag_ == "VBN" and {"would", "have"} <= {word.lower_ for word in auxiliaries(head)}


def _verb_group(draft: Draft) -> list[Word]:
    return [*auxiliaries(draft.head), *(draft.head.doc[i] for i in draft.helpers)]
