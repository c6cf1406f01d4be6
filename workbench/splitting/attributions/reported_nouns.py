"""Read what is said with a noun alone: "demanded an inquiry", "denied any contact", "spoke of 21 bodies"."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.attributions.content import Content
from workbench.splitting.attributions.reporting_words import CLAIM_NOUNS, NOUN_FORMS, OF_NOUN_FORMS
from workbench.splitting.judgement.negation import can_be_denied
from workbench.splitting.lexicon import PERSON_NOUNS, word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with

_OPENING = frozenset({"“", '"', "«", "``"})
_INDEFINITE = word_set("a an any no some several many more another further fresh both two")
# Of these one says that one has them or has them not: "denied responsibility".
_HELD = word_set("responsibility contact link tie involvement knowledge role part connection")
_UNTRUE = CLAIM_NOUNS | word_set("charge version account figure count rumour criticism")


def read_noun_said(head: Word, lemma: str, speaker: Word) -> Content | None:
    """Give what a verb says with a bare noun, if no clause goes with it."""
    if child_with(head, "xcomp", "ccomp", "oprd") is not None:
        return None
    noun, forms = child_with(head, "dobj"), NOUN_FORMS.get(lemma, ())
    if noun is None:
        noun, forms = _find_linked(head, OF_NOUN_FORMS.get(lemma, {}))
    if noun is None or noun.pos_ not in {"NOUN", "NUM"}:
        return None
    read = (_READERS[form](head, noun, speaker) for form in forms)
    return next((content for content in read if content is not None), None)


def _find_linked(head: Word, links: dict[str, tuple[str, ...]]) -> tuple[Word | None, tuple[str, ...]]:
    for link in children_with(head, "prep"):
        if link.lower_ in links and (noun := child_with(link, "pobj")) is not None:
            return noun, links[link.lower_]
    return None, ()


def _make_bare(form: str) -> Callable[[Word, Word, Word], Content | None]:
    def read(_head: Word, noun: Word, _speaker: Word) -> Content | None:
        return Content(form, noun) if _is_indefinite(noun) else None

    return read


def _is_indefinite(noun: Word) -> bool:
    """Only what is not known yet can be restated as "There is …"."""
    determiners = children_with(noun, "det", "poss")
    known = any(word.lower_ not in _INDEFINITE for word in determiners)
    first = noun.reach[0]
    valued = first > 0 and noun.doc[first - 1].text in _OPENING  # spoke of “an appeal to the conscience”
    opener = noun.doc[first]
    parted = opener.pos_ == "PROPN" and opener.nbor().pos_ == "NUM"  # "(promised) Orlen 40 buses", misread
    return not (known or valued or parted) and noun.ent_type_ not in {"DATE", "TIME"}


def _read_held(_head: Word, noun: Word, speaker: Word) -> Content | None:
    fits = noun.lemma_.lower() in _HELD and _is_indefinite(noun)
    return Content("held", noun, speaker) if fits else None


def _read_absent(_head: Word, noun: Word, _speaker: Word) -> Content | None:
    return Content("absent", noun) if can_be_denied(noun) and _is_indefinite(noun) else None


def _read_responsible(_head: Word, noun: Word, speaker: Word) -> Content | None:
    return Content("held", noun, speaker) if noun.lemma_.lower() == "responsibility" else None


def is_untrue(noun: Word) -> bool:
    """Tell whether who rejects this says that it is not true: "the charge", "that account"."""
    return noun.lemma_.lower() in _UNTRUE


def _read_untrue(_head: Word, noun: Word, _speaker: Word) -> Content | None:
    return Content("untrue", noun) if is_untrue(noun) else None


def _read_received(head: Word, noun: Word, _speaker: Word) -> Content | None:
    """Read "promised the town 40 buses"."""
    receiver = child_with(head, "dative")
    named = receiver is not None and receiver.pos_ in {"NOUN", "PROPN", "PRON"}
    return Content("received", noun, receiver) if named else None


def _read_blamed(head: Word, noun: Word, _speaker: Word) -> Content | None:
    """Read "blamed a shortage" and "blamed the blast on a leak"."""
    on = next((word for word in children_with(head, "prep") if word.lower_ == "on"), None)
    cause = child_with(on, "pobj") if on is not None else None
    if cause is not None:
        return Content("blame", noun, cause)
    return None if noun.lemma_.lower() in PERSON_NOUNS else Content("faulted", noun)


_READERS: dict[str, Callable[[Word, Word, Word], Content | None]] = {
    **{form: _make_bare(form) for form in ("exists", "needed", "coming")},
    "absent": _read_absent,
    "held": _read_held,
    "responsible": _read_responsible,
    "untrue": _read_untrue,
    "received": _read_received,
    "blamed": _read_blamed,
}
