"""What speaks for and against checking a claim, read from what was found in it."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.judgement.worthiness import Signs
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import is_plural, own_subject
from workbench.splitting.records import Attribution, DateMention, Entity, Quantity

_FIRST = frozenset({"i", "we", "me", "us", "you"})
_THINKING = word_set(
    """think believe know feel hope want like mean see remember imagine suppose guess wish understand agree
    say tell be look talk thank"""
)


def read_signs(
    draft: Draft,
    statement: str,
    entities: Sequence[Entity],
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    attribution: Sequence[Attribution],
    modality: str,
    kind: str,
) -> Signs:
    """Gather the signs of a claim about to be weighed."""
    doc = draft.head.doc
    named = {entity.label for entity in entities} - {"place", "other"}
    return Signs(
        lemmas=frozenset(_read_lemma(doc[i]) for i in draft.keep),
        words=len(statement.split()),
        number=bool(quantities),
        actor=bool(named) or _subject_is_named(draft.subject or own_subject(draft.head), entities),
        place=any(entity.label == "place" for entity in entities),
        date=bool(dates),
        attributed=bool(attribution) and not _speaks_for_self(draft),
        modality=modality,
        kind=kind,
        musing=_is_musing(draft),
    )


def _read_lemma(word: Word) -> str:
    """A superlative goes by "most"; its lemma is that of any adjective."""
    return "most" if word.tag_ in {"JJS", "RBS"} else word.lemma_.lower()


def _speaks_for_self(draft: Draft) -> bool:
    """ "I think …" is nobody else's word."""
    speaker = draft.chain[-1].speaker if draft.chain else None
    return speaker is not None and speaker.lower_ in _FIRST


def _is_musing(draft: Draft) -> bool:
    """Tell "I think …" and "we are happy" from what the speaker did."""
    subject = own_subject(draft.head)
    about_self = subject is not None and subject.lower_ in _FIRST
    thinks = draft.head.lemma_.lower() in _THINKING
    return _speaks_for_self(draft) or (about_self and thinks)


def _subject_is_named(subject: Word | None, entities: Sequence[Entity]) -> bool:
    """A country that acts ("Russia has accused …") is an actor as well as a place."""
    return (
        subject is not None
        and subject.pos_ == "PROPN"
        and bool(entities or is_plural(subject) or subject.ent_type_)
    )
