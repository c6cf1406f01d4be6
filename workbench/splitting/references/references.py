"""Read what a pronoun in a clause means; where two readings are likely, none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from workbench.splitting.attributions.speakers import Speaker, possessive, read_speaker
from workbench.splitting.attributions.spokespeople import find_body
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.gazetteer import read_places
from workbench.splitting.lexicon import BODIES, word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    child_with,
    children_with,
    is_finite,
    own_subject,
)
from workbench.splitting.references.agreement import OBJECTS, OWNERS, PRONOUNS, agrees
from workbench.splitting.references.antecedents import may_mean, name_again
from workbench.splitting.references.frames import Frame

FIRST_PERSON = frozenset({"we", "i"})
# What "it" is that means a whole event and no thing.
_HAPPENINGS = word_set(
    """attack strike raid time incident event move step decision blow sign result victory defeat loss success
    failure mistake crime war matter question case reason problem risk threat way day night reminder chance
    turn act response warning signal test disaster tragedy shame pity fact thing lie surprise goal aim"""
)
# A ministry's "our citizens" are its country's.
_THE_COUNTRYS = word_set(
    """government citizen people country nation army force troop soldier defence defense territory land
    border ally president parliament airspace economy loss air sky coast city town village side"""
)
_FIRST_OWNERS = frozenset({"our", "my"})
_PERSONS = (
    frozenset({"he", "him", "his"}),
    frozenset({"she", "her"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their"}),
)
_FIRST = FIRST_PERSON | _FIRST_OWNERS | {"us"}


def name_subject(draft: Draft, frame: Frame) -> Speaker | None:
    """Give what the pronoun means that is a clause's subject."""
    subject = own_subject(draft.head)
    return None if subject is None or subject.lower_ not in PRONOUNS else _find_subject(subject, draft, frame)


def find_owner(draft: Draft, frame: Frame) -> Speaker | None:
    """Give whose the subject of a clause is."""
    subject = own_subject(draft.head)
    possessor = child_with(subject, "poss") if subject is not None else None
    if possessor is None:
        return None
    if possessor.lower_ in OWNERS:
        return None if frame.quoted else _find_inner(possessor, subject, draft, frame)
    return _drop_possessive(read_speaker(possessor)) if possessor.pos_ in {"NOUN", "PROPN"} else None


def _drop_possessive(owner: Speaker) -> Speaker:
    name, spoken = (one.removesuffix("’s").removesuffix("'s") for one in (owner.name, owner.spoken))
    return replace(owner, name=name, spoken=spoken, owner=possessive(spoken))


def owned_subject(draft: Draft, frame: Frame) -> str | None:
    """Give the owner that "its" stands for in a subject such as "its emergency office"."""
    subject = draft.subject or own_subject(draft.head)
    if subject is None:
        return None
    possessor = child_with(subject, "poss")
    return None if possessor is None else read_pronoun(possessor, subject, draft, frame)


def read_pronoun(token: Word, subject: Word | None, draft: Draft, frame: Frame) -> str | None:
    word = token.lower_
    if frame.first_person is not None and word in _FIRST:
        return _read_first_person(token, subject, frame.first_person)
    if token == subject and word in PRONOUNS:
        found = _find_subject(token, draft, frame)
        return None if found is None else found.spoken
    if frame.quoted or word not in OWNERS | OBJECTS | PRONOUNS:
        return None
    found = _find_inner(token, subject, draft, frame)
    if found is None or found.owner.lower() in OWNERS:
        return None
    return found.owner if token.dep_ == "poss" else found.spoken


def _read_first_person(token: Word, subject: Word | None, speaker: Speaker) -> str | None:
    """An office says "we" of itself and an official of the office; another person's "we" may be anyone."""
    word = token.lower_
    body = find_body(speaker)
    person = speaker.person or body is not None
    if word in {"i", "my"} or not person:
        if person != (word in {"i", "my"}):
            return None
    elif body is None:
        return None
    else:
        speaker = body
    if word in _FIRST_OWNERS:
        theirs = token.head.lemma_.lower() in _THE_COUNTRYS and speaker.noun in BODIES
        return None if theirs and speaker.owner == possessive(speaker.spoken) else speaker.owner
    if word in FIRST_PERSON:
        return speaker.spoken if token == subject else None  # elsewhere its verb would no longer agree
    return speaker.spoken if token.text.islower() else None


def _find_subject(token: Word, draft: Draft, frame: Frame) -> Speaker | None:
    word = token.lower_
    if _is_empty_it(token):
        return None
    if frame.quoted:
        before = frame.scene.quoted
        found = before if before is not None and agrees(word, before) else None
    elif (holder := _find_holder(draft.head)) is not None and agrees(word, holder):
        return holder
    elif word == "it" and _may_say_it(frame):
        return None
    elif frame.speaker is not None and agrees(word, frame.speaker):
        named = not is_finite(draft.head)  # "the army called it an accident"
        told = named or (word == "it" and child_with(draft.head, "auxpass") is not None)
        return None if told or _has_rival(token, frame) else frame.speaker
    else:
        found = _find_leading(token, draft.head) or frame.scene.find_subject(word)
    return None if word == "it" and found is not None and _is_vague(draft.head, found) else found


def _find_leading(token: Word, head: Word) -> Speaker | None:
    """Give the subject of the clause that leads up to this one: "since the attack began, it has …"."""
    for clause in children_with(head, "advcl"):
        subject = own_subject(clause)
        if clause.i < token.i and subject is not None and subject.pos_ in {"NOUN", "PROPN"}:
            leading = read_speaker(subject)
            if agrees(token.lower_, leading):
                return name_again(leading)
    return None


def _may_say_it(frame: Frame) -> bool:
    """Tell whether a bare name that was taken for a person may be a country's that says "it" of itself.

    A person is told by a name in full, here or before.
    """
    speaker = frame.speaker
    if speaker is None or not (speaker.bare and speaker.person) or " " in speaker.name:
        return False
    return speaker.name not in frame.names.people


def _is_vague(head: Word, found: Speaker) -> bool:
    """ "It is a risk" points at no one thing; "it is the largest port" does, after a name."""
    if head.lemma_ != "be":
        return False
    what = child_with(head, "attr", "acomp")
    named = found.bare or found.name in read_places()
    if what is None or not named:
        return True
    compared = any(child.lower_ in {"than", "of"} for child in children_with(what, "prep"))
    return what.lemma_.lower() in _HAPPENINGS if what.dep_ == "attr" else not compared


def _find_holder(head: Word) -> Speaker | None:
    """Give the subject of the clause whose object a relative clause tells of: "the men (it holds)"."""
    noun = head.head
    if head.dep_ != "relcl" or noun.dep_ not in {"dobj", "pobj", "attr"}:
        return None
    verb = next((word for word in noun.ancestors if own_subject(word) is not None), None)
    subject = own_subject(verb) if verb is not None else None
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or noun.i in subject.reach:
        return None
    return read_speaker(subject)


def _find_inner(token: Word, subject: Word | None, draft: Draft, frame: Frame) -> Speaker | None:
    """Read a pronoun within a subject or a predicate, unless the statement itself says what it means."""
    word = token.lower_
    if _is_empty_it(token) or subject is None:
        return None
    inside = token.i in subject.reach
    if (thing := _find_shared_thing(token)) is not None:
        return thing
    if draft.form == "demand" and not inside and agrees(word, read_speaker(subject)):
        return None  # "X should withdraw its troops": X’s own
    told = _is_same_person(subject, token) or may_mean(word, _words_before(token, draft))
    if not inside and told:
        return None
    if token.dep_ != "poss" and token.head.lemma_ == "do":  # "units did it"
        return None
    if frame.speaker is not None and agrees(word, frame.speaker):
        return None if _has_rival(token, frame) else frame.speaker
    own = None if subject.pos_ == "PRON" else read_speaker(subject)
    if token.dep_ == "poss" or inside:
        return frame.scene.find_owner(word, own)
    return frame.scene.find_object(word, own)


def _find_shared_thing(token: Word) -> Speaker | None:
    """In "our units took the height and hold it" they hold the height."""
    verb = token.head
    if (
        token.dep_ != "dobj"
        or token.lower_ not in OBJECTS
        or verb.dep_ != "conj"
        or own_subject(verb) is not None
    ):
        return None
    thing = child_with(verb.head, "dobj")
    if thing is None or thing.pos_ not in {"NOUN", "PROPN"} or thing.i > verb.i:
        return None
    named = read_speaker(thing)
    return name_again(named) if agrees(token.lower_, named) else None


def _is_same_person(subject: Word, token: Word) -> bool:
    """Tell whether "his" goes with the subject "he"."""
    return any(subject.lower_ in forms and token.lower_ in forms for forms in _PERSONS)


def _words_before(token: Word, draft: Draft) -> Iterator[Word]:
    doc = token.doc
    shared = (doc[i] for i in {*draft.shared, *draft.subject_words} - draft.keep)
    return chain((doc[i] for i in draft.keep if i < token.i), shared)


def _has_rival(token: Word, frame: Frame) -> bool:
    """Another subject in the same sentence could be meant just as well; then nobody is named."""
    other = None if frame.before is None else frame.before.subject or own_subject(frame.before.head)
    if other is None or other.pos_ == "PRON" or token in set(other.subtree):
        return False
    rival = read_speaker(other.head if other.dep_ == "appos" else other)
    same = frame.speaker is not None and rival.name == frame.speaker.name
    return not same and agrees(token.lower_, rival)


def _is_empty_it(token: Word) -> bool:
    """The "it" of "it is clear that …" stands for nothing."""
    head = token.head
    clause = child_with(head, "ccomp", "csubj") is not None
    loose = head.lemma_ == "be" and child_with(head, "advcl", "xcomp", "relcl", "acl") is not None
    return token.lower_ == "it" and (token.dep_ == "expl" or clause or loose)
