"""Replace "it", "they", "we", "its" and "the ministry" where only one reading is likely; else leave them as
they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain

from workbench.splitting.agreement import OBJECTS, OWNERS, PRONOUNS, agrees
from workbench.splitting.antecedents import Scene, may_mean
from workbench.splitting.clauses import Draft
from workbench.splitting.gazetteer import read_places
from workbench.splitting.inflection import present_tense
from workbench.splitting.lexicon import BODIES, word_set
from workbench.splitting.parsed import Word
from workbench.splitting.pieces import Piece, take, write
from workbench.splitting.shortnames import Names
from workbench.splitting.speakers import Speaker, possessive, read_speaker
from workbench.splitting.spokespeople import find_body
from workbench.splitting.tree import (
    auxiliaries,
    child_with,
    children_with,
    core_phrase,
    is_finite,
    own_subject,
)

FIRST_PERSON = frozenset({"we", "i"})
# Subjects put in from elsewhere may be pronouns themselves.
_RESOLVABLE = frozenset({None, "subject implied by the report"})
LEFT_OUT = "noun left out in the text"
_NOMINATIVES = {"us": "we", "them": "they", "him": "he", "me": "I"}  # of the accused
# A ministry's "our citizens" are its country's.
_THE_COUNTRYS = word_set(
    """government citizen people country nation army force troop soldier defence defense territory land
    border ally president parliament airspace economy loss air sky coast city town village side"""
)
# What "it" is that means a whole event and no thing.
_HAPPENINGS = word_set(
    """attack strike raid time incident event move step decision blow sign result victory defeat loss success
    failure mistake crime war matter question case reason problem risk threat way day night reminder chance
    turn act response warning signal test disaster tragedy shame pity fact thing lie surprise goal aim"""
)
_MODALS = frozenset({"should", "will", "would", "must"})
_FIRST_OWNERS = frozenset({"our", "my"})
_PERSONS = (
    frozenset({"he", "him", "his"}),
    frozenset({"she", "her"}),
    frozenset({"it", "its"}),
    frozenset({"they", "them", "their"}),
)
_FIRST = FIRST_PERSON | _FIRST_OWNERS | {"us"}
_COUNTED = frozenset({"second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"})
_AGREEING = {
    "have": "has",
    "are": "is",
    "were": "was",
    "am": "is",
    "do": "does",
    "’ve": "has",
    "'ve": "has",
    "’re": "is",
    "'re": "is",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What pronouns and short names can mean here.

    speaker: who says it. quoted: in their own words. scene: what was spoken of before. names: those met
    so far. full: the whole name of this clause's own subject, when it is short for one. before: the
    clause before in the same sentence. voice: whose words the whole paragraph is, as in a transcript.
    quoting: whose the quotation is, when somebody else is said to speak within it.
    """

    speaker: Speaker | None
    quoted: bool
    scene: Scene
    names: Names
    full: Speaker | None = None
    before: Draft | None = None
    voice: Speaker | None = None
    quoting: Speaker | None = None

    @property
    def first_person(self) -> Speaker | None:
        """Who "we" is."""
        return (self.quoting or self.speaker) if self.quoted else self.voice


def replace_pronouns(pieces: list[Piece], draft: Draft, frame: Frame) -> list[Piece]:
    """Put names for pronouns and nouns for gaps, each marked as added."""
    subject = draft.subject or own_subject(draft.head)
    out: list[Piece] = []
    for piece in _write_full_name(pieces, subject, frame):
        token = piece.token if piece.reason in _RESOLVABLE else None
        name = _read_pronoun(token, subject, draft, frame) if token is not None else None
        if name is None or token is None:
            out.append(_put_case(piece, subject))
            continue
        reason = f"resolved pronoun “{token.text}”"
        place = None if token == subject else token  # so that a title can drop it with the phrase it is in
        out += [Piece(word, place, reason) for word in name.split()]
    replaced = subject is not None and not any(piece.token == subject for piece in out)
    if replaced and subject is not None:
        out = [_write_out(piece, draft.head) for piece in out]
        first = frame.first_person
        bare = any(piece.reason and piece.text in _MODALS for piece in out)  # "should leave"
        if subject.lower_ in FIRST_PERSON | {"us"} and not bare and first is not None and not first.plural:
            out = [_make_agree(piece, draft.head) for piece in out]
    return _fill_gaps(write_names(out, frame.names), draft, subject, frame)


def _put_case(piece: Piece, subject: Word | None) -> Piece:
    """Make "us" of "accuses us of" a subject."""
    word = _NOMINATIVES.get(piece.text)
    if word is None or piece.token is None or piece.token != subject:
        return piece
    return Piece(word, piece.token, f"“{piece.text}” in the text")


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
    return None if possessor is None else _read_pronoun(possessor, subject, draft, frame)


def _write_full_name(pieces: list[Piece], subject: Word | None, frame: Frame) -> list[Piece]:
    """Put "the Aldane Union’s monitoring mission" for "the mission"."""
    if subject is None or frame.full is None:
        return pieces
    short = core_phrase(subject)
    places = [n for n, piece in enumerate(pieces) if piece.token is not None and piece.token.i in short]
    if not places or len(places) != len(short) or places[-1] - places[0] != len(short) - 1:
        return pieces
    words = " ".join(piece.text for piece in pieces[places[0] : places[-1] + 1])
    name = [Piece(word, None, stands_for(words), words) for word in frame.full.spoken.split()]
    return [*pieces[: places[0]], *name, *pieces[places[-1] + 1 :]]


def write_names(pieces: list[Piece], names: Names) -> list[Piece]:
    """Put "the Kestrow plant" for "the plant", unless the statement has the full name already."""
    out = list(pieces)
    for piece in pieces:
        token = piece.token
        own = token is not None and piece.reason is None and piece.text == token.text
        full = names.find(token) if own and token is not None else None
        if full is None or token is None or _holds(out, full, token):
            continue
        place = next((n for n, one in enumerate(out) if one is piece), None)
        if place is None:
            continue
        start = place - (token.tag_ == "NN")
        first = out[start]
        if first.token is None or first.reason is not None or first.token.i != token.i - (place - start):
            continue
        words = " ".join(one.text for one in out[start : place + 1])
        name = [Piece(word, token, stands_for(words), words) for word in full.split()]
        out = [*out[:start], *name, *out[place + 1 :]]
    return out


def stands_for(words: str) -> str:
    return f"what “{words}” stands for"


def _holds(pieces: list[Piece], full: str, token: Word) -> bool:
    """Tell whether a statement says already which one is meant."""
    said = {piece.text.lower() for piece in pieces if piece.token != token}
    telling = [word for word in full.split() if word[:1].isupper() and word != token.text]
    return any(word.lower() in said for word in telling)


def _read_pronoun(token: Word, subject: Word | None, draft: Draft, frame: Frame) -> str | None:
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
    elif frame.speaker is not None and agrees(word, frame.speaker):
        named = not is_finite(draft.head)  # "the army called it an accident"
        told = named or (word == "it" and child_with(draft.head, "auxpass") is not None)
        return None if told or _has_rival(token, frame) else frame.speaker
    else:
        found = frame.scene.find_subject(word)
    return None if word == "it" and found is not None and _is_vague(draft.head, found) else found


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
    rival = read_speaker(other)
    same = frame.speaker is not None and rival.name == frame.speaker.name
    return not same and agrees(token.lower_, rival)


def _is_empty_it(token: Word) -> bool:
    """The "it" of "it is clear that …" stands for nothing."""
    head = token.head
    clause = child_with(head, "ccomp", "csubj") is not None
    loose = head.lemma_ == "be" and child_with(head, "advcl", "xcomp", "relcl", "acl") is not None
    return token.lower_ == "it" and (token.dep_ == "expl" or clause or loose)


def _write_out(piece: Piece, head: Word) -> Piece:
    """Write "’s" as "is" or "has" once a name stands before it."""
    token = piece.token
    if (
        token is None
        or not token.text.startswith(("’", "'"))
        or (token != head and token.head != head)
        or token.i > head.i
    ):
        return piece
    perfect = head.tag_ == "VBN" and child_with(head, "auxpass") is None and token != head
    full = {"s": "has" if perfect else "is", "re": "are", "ve": "have", "ll": "will", "m": "am"}.get(
        token.text[1:]
    )
    return piece if full is None else Piece(full, token, f"“{token.text}” written out")


def _make_agree(piece: Piece, head: Word) -> Piece:
    """Change "have" to "has" once "we" has become one speaker."""
    token = piece.token
    if token is None and piece.text == "have" and piece.reason:
        return Piece("has", token, piece.reason)
    if (
        token is None
        or (piece.reason is not None and "written out" not in piece.reason)
        or (token != head and token.dep_ not in {"aux", "auxpass"})
    ):
        return piece
    reason = f"verb form changed (“{token.text}” in the quotation)"
    first = (auxiliaries(head) or [head])[0]
    if piece.text in _AGREEING and token == first:
        return Piece(_AGREEING[piece.text], token, reason)
    if token == head and token.tag_ == "VBP" and not auxiliaries(head):
        return Piece(present_tense(token.lemma_, False), token, reason)
    return piece


def _fill_gaps(pieces: list[Piece], draft: Draft, subject: Word | None, frame: Frame) -> list[Piece]:
    """Put the noun back that a second clause leaves out: "two bridges fell and a third (bridge) was
    damaged".
    """
    before = frame.before
    if before is None:
        return pieces
    other = before.subject or own_subject(before.head)
    if subject is not None and subject.lower_ in _COUNTED and other is not None and other.tag_ == "NNS":
        return _insert_after(pieces, subject, write(other.lemma_, LEFT_OUT))
    counted, thing = child_with(draft.head, "dobj", "attr"), child_with(before.head, "dobj", "attr")
    if counted is None or thing is None or counted.pos_ != "NUM" or draft.head.lemma_ != before.head.lemma_:
        return pieces
    if child_with(counted, "prep") is not None or child_with(thing, "nummod") is None:
        return pieces
    nouns = [
        word
        for word in thing.lefts
        if word.dep_ in {"amod", "compound"} and word.pos_ in {"ADJ", "NOUN", "PROPN"}
    ]
    return _insert_after(pieces, counted, take([*nouns, thing], LEFT_OUT))


def _insert_after(pieces: list[Piece], token: Word, added: list[Piece]) -> list[Piece]:
    place = next(
        (n for n, piece in enumerate(pieces) if piece.token is not None and piece.token.i == token.i), None
    )
    return pieces if place is None else [*pieces[: place + 1], *added, *pieces[place + 1 :]]
