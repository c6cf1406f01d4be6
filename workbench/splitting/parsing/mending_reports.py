"""Mend what the small parser gets wrong about who says which clause."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from workbench.splitting.attributions.reporting_words import ASIDE, NAMES_AS, SPEECH
from workbench.splitting.attributions.words import SAYING
from workbench.splitting.parsing.grafting import attach, attach_all
from workbench.splitting.parsing.mending_charges import CHARGE_RULES
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, is_finite, own_subject

_STOPS = frozenset({";", "("})
_RUN_ON = frozenset({";", ":", "–", "—"})


def _part_at_semicolon(verb: Word) -> bool:
    """In "X says it holds no one; relatives claim …" and "it accuses them (they deny it)" nobody reports the
    first half.
    """
    subject = own_subject(verb)
    changed = False
    for clause in children_with(verb, "ccomp"):
        last = subject.reach[0] if subject is not None and subject.i > clause.i else verb.i
        if clause.i < verb.i and any(word.text in _STOPS for word in verb.doc.words[clause.i : last]):
            clause.dep_ = "parataxis"
            changed = True
    return changed


def _open_with_that(verb: Word) -> bool:
    """In "told it that the road was closed" the "that" only opens the clause."""
    subjects = children_with(verb, "nsubj", "nsubjpass")
    first = subjects[0] if len(subjects) > 1 else None
    if first is None or first.lower_ != "that" or verb.dep_ != "ccomp" or first.i + 1 != subjects[1].reach[0]:
        return False
    first.dep_, first.tag_ = "mark", "IN"
    return True


def _join_second_that(verb: Word) -> bool:
    """In "told it that the road was closed, and that they would reopen it" both were told."""
    speech = verb.head
    mark = child_with(verb, "mark")
    if verb.dep_ != "conj" or mark is None or mark.lower_ != "that" or speech.lemma_ not in SPEECH:
        return False
    content = next((word for word in reversed(children_with(speech, "ccomp")) if word.i < verb.i), None)
    if content is None or content.i < speech.i:
        return False
    for joiner in [word for word in children_with(speech, "cc") if content.i < word.i < verb.i]:
        attach(joiner, content, "cc")
    return attach(verb, content, "conj")


def _reject_that(verb: Word) -> bool:
    """In "rejects that, pointing out …" the "that" is what is rejected."""
    mark = child_with(verb, "mark", "nsubj")
    first = verb.reach[0]
    if mark is None or mark.lower_ != "that" or mark.i != first or verb.tag_ != "VBG" or auxiliaries(verb):
        return False
    if verb.dep_ not in {"ccomp", "advcl", "pcomp"} or first != verb.head.i + 1 or mark.nbor().text != ",":
        return False
    mark.tag_, mark.pos_ = "DT", "PRON"
    verb.dep_ = "advcl"
    return attach(mark, verb.head, "dobj")


def _end_with_aside(verb: Word) -> bool:
    """In "debris fell on a school, and nobody was hurt, it added" it added both."""
    first, content, subject = verb.head, child_with(verb, "ccomp"), own_subject(verb)
    if verb.dep_ != "conj" or verb.lemma_ not in ASIDE or content is None or subject is None:
        return False
    after = verb.doc.words[verb.i + 1 : verb.i + 2]
    closes = all(word.is_punct for word in after)
    if not (first.i < content.i < subject.i and closes and verb.doc[subject.reach[0] - 1].text == ","):
        return False
    return attach(content, first, "conj") and attach(verb, first, "parataxis")


def _join_run_on(verb: Word) -> bool:
    """In "said the plan was simple: the army would leave" both were said."""
    contents = [clause for clause in children_with(verb, "ccomp") if clause.i > verb.i]
    changed = False
    for first, second in pairwise(contents):
        parted = any(word.text in _RUN_ON for word in verb.doc.words[first.i : second.i])
        if parted and own_subject(second) is not None and is_finite(second):
            changed |= attach(second, first, "parataxis")
    return changed


def _free_citing(verb: Word) -> bool:
    """In "has said, citing the service, that …" the speaker cites."""
    content = verb.head
    speech = content.head
    mark = child_with(content, "mark")
    if verb.lemma_ not in {"cite", "quote"} or verb.tag_ != "VBG" or content.dep_ != "ccomp":
        return False
    if mark is None or verb.i > mark.i or speech.i > verb.i:
        return False
    return attach(verb, speech, "advcl")


def _give_as_to_verb(verb: Word) -> bool:
    """In "dismissed such figures as fantasy" they are dismissed as that."""
    named = child_with(verb, "dobj")
    if verb.lemma_ not in NAMES_AS or named is None:
        return False
    links = [word for word in children_with(named, "prep") if word.lower_ == "as" and word.i > named.i]
    return attach_all(links, verb)


def _join_infinitives(verb: Word) -> bool:
    """In "calls on X to cease fire, to withdraw and to …" each is called for."""
    first = verb.head
    both = [any(word.lower_ == "to" for word in children_with(one, "aux")) for one in (verb, first)]
    if verb.dep_ != "advcl" or verb.i < first.i or not all(both) or verb.tag_ != first.tag_:
        return False
    listed = verb.doc[verb.reach[0] - 1].text == "," and child_with(verb, "cc") is not None
    return listed and attach(verb, first, "conj")


def _propose_that(verb: Word) -> bool:
    """In "had proposed, through the League, that both sides withdraw" the clause is what was proposed."""
    speech, mark = verb.head, child_with(verb, "mark")
    if verb.dep_ != "advcl" or mark is None or mark.lower_ != "that" or mark.i < speech.i:
        return False
    before = verb.doc[mark.i - 1]
    said = speech.lemma_ in SAYING and child_with(speech, "ccomp", "dobj", "auxpass") is None
    if not said or before.text != "," or mark.i != verb.reach[0]:
        return False
    verb.dep_ = "ccomp"
    return True


def _part_from_infinitive(verb: Word) -> bool:
    """In "called on its allies to send guns and promised to talk" who called promised: a past tense is never
    joined to a "to".
    """
    wanted = verb.head
    to = any(word.lower_ == "to" for word in children_with(wanted, "aux"))
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or not to or wanted.tag_ != "VB":
        return False
    told = wanted.head
    if wanted.dep_ not in {"xcomp", "advcl"} or told.tag_ != "VBD" or told.i > wanted.i:
        return False
    if own_subject(verb) is not None or own_subject(told) is None:
        return False
    joiners = [word for word in children_with(wanted, "cc") if wanted.i < word.i < verb.i]
    for joiner in joiners:
        attach(joiner, told, "cc")
    return bool(joiners) and attach(verb, told, "conj")


def _say_that_in(verb: Word) -> bool:
    """In "said in a message that it had left" the clause is what was said, not what the message is."""
    noun, mark = verb.head, child_with(verb, "mark")
    link = noun.head
    if verb.dep_ not in {"relcl", "acl", "ccomp"} or mark is None or mark.lower_ != "that":
        return False
    if noun.dep_ != "pobj" or link.dep_ != "prep" or link.i > noun.i or own_subject(verb) is None:
        return False
    speech = link.head
    said = speech.lemma_ in SPEECH and own_subject(speech) is not None
    if not said or child_with(speech, "ccomp", "auxpass") is not None or mark.i != verb.reach[0]:
        return False
    return attach(verb, speech, "ccomp")


def _say_only_that(verb: Word) -> bool:
    """In "admitted only that …" no more than that was admitted."""
    mark = child_with(verb, "mark")
    if verb.dep_ != "ccomp" or mark is None or mark.lower_ != "that" or verb.head.i > mark.i:
        return False
    only = [word for word in children_with(verb, "advmod") if word.i == mark.i - 1]
    return attach_all(only, verb.head)


def _expect_to(verb: Word) -> bool:
    """In "expects a new line to be running by June" the clause is what is expected, not what the line is."""
    noun = verb.head
    to = next((word for word in children_with(verb, "aux") if word.lower_ == "to"), None)
    if verb.dep_ not in {"relcl", "acl"} or to is None or noun.dep_ != "dobj" or to.i != verb.reach[0]:
        return False
    wish = noun.head
    if wish.lemma_ not in {"expect", "want"} or own_subject(verb) is not None or wish.i > noun.i:
        return False
    if to.nbor(-1).i not in noun.reach and to.nbor(-1) is not noun:
        return False
    return attach(verb, wish, "ccomp") and attach(noun, verb, "nsubj")


def _read_having_done(verb: Word) -> bool:
    """In "denied having hidden losses" they were hidden, not had."""
    thing, speech = child_with(verb, "dobj"), verb.head
    if verb.lower_ != "having" or thing is None or speech.lemma_ not in SPEECH or verb.i + 2 >= len(verb.doc):
        return False
    done = verb.nbor()
    if done.tag_ != "VBN" or done.head is not thing or done.dep_ != "amod" or thing.reach[0] != done.i:
        return False
    attach(done, speech, verb.dep_)
    attach(verb, done, "aux")
    done.pos_ = "VERB"
    return attach_all([word for word in verb.children if word.i > verb.i], done)


REPORT_RULES: tuple[Callable[[Word], bool], ...] = (
    _part_at_semicolon,
    _open_with_that,
    _join_second_that,
    _reject_that,
    _end_with_aside,
    _join_run_on,
    _free_citing,
    _give_as_to_verb,
    _join_infinitives,
    _propose_that,
    _part_from_infinitive,
    _say_that_in,
    _say_only_that,
    _expect_to,
    *CHARGE_RULES,
    _read_having_done,
)
