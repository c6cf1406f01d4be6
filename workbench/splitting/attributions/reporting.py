"""Find who says what in a sentence: "X said that …", "according to X", "was reported by X", "claims from X
of …".
"""

from __future__ import annotations

from collections.abc import Iterable

from workbench.splitting import lexicon
from workbench.splitting.attributions import reporting_words as told
from workbench.splitting.attributions.acts import Act
from workbench.splitting.attributions.asides import read_aside
from workbench.splitting.attributions.content import Content, Report, Reported
from workbench.splitting.attributions.reported_acts import modality_of, read_act, read_quoted_as
from workbench.splitting.attributions.reported_nouns import read_noun_said
from workbench.splitting.attributions.reported_passives import read_passive
from workbench.splitting.attributions.words import BELIEF, FINDING_NOUNS, QUESTION
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    indices,
    is_finite,
    is_past,
    is_predicate,
    own_subject,
)

_SHARES = frozenset({"half", "quarter", "third", "nil", "zero", "none"})
_HARDLY_ANYBODY = frozenset({"few", "nobody", "none"})
_EACH_OTHER = frozenset({"other", "another", "itself", "themselves", "himself", "herself"})


def read_report(head: Word, subject: Word | None) -> Reported | None:
    """Read a verb of saying with what it reports; `subject` is the speaker it shares with an earlier verb."""
    if any(child.dep_ == "neg" for child in head.children) or any(
        word.tag_ == "MD" for word in auxiliaries(head)
    ):
        return None  # "has not confirmed that …" or "would say that …" is nobody's claim
    speaker = _find_speaker(head, subject)
    if speaker is None or speaker.dep_ == "expl" or _is_hardly_anybody(speaker):
        return None
    lemma = head.lemma_.lower()
    quoted_as = read_quoted_as(head, lemma, speaker)
    if quoted_as is not None or child_with(head, "auxpass") is not None:
        return quoted_as or read_passive(head, lemma, speaker)
    content = (
        read_act(head, lemma, speaker)
        or _read_clause(head, lemma)
        or _read_phrase(head, lemma, speaker)
        or _read_rejected(head, lemma)
        or read_noun_said(head, lemma, speaker)
    )
    if content is None:
        return None
    return Reported(_report(head, speaker, lemma, content), content, _read_cited(head))


def _is_hardly_anybody(speaker: Word) -> bool:
    """ "Few officials believed that the truce would last" says of the officials that they did not."""
    if speaker.lower_ in _HARDLY_ANYBODY:
        return True
    first = speaker.doc[speaker.reach[0]]
    return first.lower_ in {"few", "no"} and first in speaker.children


def _read_cited(head: Word) -> tuple[Report, ...]:
    """Read "said, citing the service, that …": the news is the service's."""
    for verb in children_with(head, "advcl"):
        cited = child_with(verb, "dobj")
        if verb.lemma_ in {"cite", "quote"} and verb.tag_ == "VBG" and cited is not None:
            speaks = cited.pos_ == "PROPN" or cited.lemma_.lower() in lexicon.BODIES | lexicon.PERSON_NOUNS
            return (Report(cited, (verb.i,)),) if speaks else ()
    return ()


def _find_speaker(head: Word, subject: Word | None) -> Word | None:
    """Give a verb's subject; of "who had told" the noun that "who" stands for."""
    own = own_subject(head)
    if own is not None and own.tag_ in {"WP", "WDT"} and head.dep_ == "relcl":
        return head.head
    return own or subject


def read_asides(words: Iterable[Word]) -> list[tuple[Report, set[int]]]:
    """Find "according to X" and ", X said," among the words, each with the positions it takes up."""
    acts = (act for word in words if (act := read_aside(word)) is not None)
    return [(_report_aside(act), set(act.aside)) for act in acts if _is_report(act)]


def _is_report(act: Act) -> bool:
    """A question reports nothing, and "I suspect" hedges one's own words."""
    own = act.source is not None and act.source.lower_ in {"i", "we"} and act.sort == BELIEF
    return act.sort != QUESTION and not act.denied and not own


def _report_aside(act: Act) -> Report:
    lemma = act.head.lemma_.lower()
    values = act.head.pos_ == "NOUN" and lemma not in FINDING_NOUNS
    modality = "opinion" if values else told.VERB_MODALITY.get(lemma)
    return Report(act.source, tuple(sorted(act.cue)), modality, is_past(act.head))


def read_noun_claim(noun: Word) -> Reported | None:
    """Read "claims from X of taking Y" and "X's claim that …"."""
    if noun.lemma_.lower() not in told.CLAIM_NOUNS:
        return None
    speaker = child_with(noun, "poss")
    for preposition in children_with(noun, "prep", "agent"):
        if preposition.lower_ in told.SPEAKER_PREPOSITIONS:
            speaker = child_with(preposition, "pobj") or speaker
    content = _read_noun_content(noun, speaker)
    if content is None or (content.form == "perfect" and speaker is None):
        return None
    modality = "denial" if noun.lemma_ == "denial" else None
    return Reported(Report(speaker, (noun.i,), modality, True), content)


def _read_noun_content(noun: Word, speaker: Word | None) -> Content | None:
    clause = child_with(noun, "acl", "ccomp", "relcl")
    if clause is not None and _opener(clause) == "that" and own_subject(clause) is not None:
        return Content("clause", clause)
    nodes = [noun, *children_with(noun, "prep"), *([speaker] if speaker is not None else [])]
    for node in nodes:
        for preposition in [node, *children_with(node, "prep")]:
            gerund = child_with(preposition, "pcomp")
            if (
                preposition.lower_ == "of"
                and gerund is not None
                and gerund.tag_ == "VBG"
                and speaker is not None
            ):
                return Content("perfect", gerund, speaker)
    return None


def _read_clause(head: Word, lemma: str) -> Content | None:
    if lemma not in told.SPEECH:
        return None
    for clause in sorted(children_with(head, "ccomp"), key=lambda child: child.i < head.i):
        if clause.i < head.i and any(word.text == ";" for word in head.doc[clause.i : head.i]):
            continue
        if (
            _opener(clause) in {"whether", "if"}
            or (clause.tag_ == "VBG" and not is_finite(clause) and not _is_to(clause))
            or not _says_something(clause)
        ):
            continue
        return Content("clause", clause)
    return None


def _is_to(clause: Word) -> bool:
    """Read "(expects) a line to be running"."""
    return any(word.lower_ == "to" for word in auxiliaries(clause))


def _read_phrase(head: Word, lemma: str, speaker: Word) -> Content | None:
    verb = child_with(head, "xcomp", "ccomp") or _find_gerund(head)
    if verb is not None and _is_gerund(verb) and lemma in told.REPORTS_GERUND:
        form = "passive" if child_with(verb, "dobj") is not None and lemma != "deny" else "perfect"
        return Content(form, verb, speaker)
    if verb is not None and verb.tag_ in {"VB", "VBN"} and lemma in told.REPORTS_INFINITIVE:
        return Content("passive" if child_with(verb, "dobj") is not None else "infinitive", verb, speaker)
    target = child_with(head, "dobj")
    if target is None:
        return None
    if (lemma in told.ACCUSES or lemma in told.BLAMES) and target.lower_ not in _EACH_OTHER:
        return _read_accusation(head, target, "of" if lemma in told.ACCUSES else "for")
    if lemma in told.SETS_NUMBER:
        return _read_number(head, target)
    return None


def _is_gerund(verb: Word) -> bool:
    """Tell whether a verb is "taking" or "having taken"."""
    return verb.tag_ == "VBG" or any(word.lower_ == "having" for word in auxiliaries(verb))


def _find_gerund(head: Word) -> Word | None:
    return next(
        (child for child in children_with(head, "dobj") if child.tag_ == "VBG" and child.pos_ == "VERB"), None
    )


def _read_accusation(head: Word, target: Word, word: str) -> Content | None:
    for preposition in children_with(head, "prep") + children_with(target, "prep"):
        if preposition.lower_ != word:
            continue
        verb = child_with(preposition, "pcomp")
        if verb is not None and _is_gerund(verb):
            return Content("perfect", verb, target)
        thing = child_with(preposition, "pobj")
        gerund = child_with(thing, "amod") if thing is not None else None
        if gerund is not None and gerund.tag_ == "VBG" and gerund.i == preposition.i + 1 and word == "of":
            return Content("perfect", gerund, target)  # "of smuggling weapons", read as "smuggling" weapons
        if thing is not None and word == "for":
            return Content("blame", thing, target)
    return None


def _read_number(head: Word, target: Word) -> Content | None:
    """Read "put the number of dead at six": what is said is that the number is six."""
    for word in head.subtree:
        number = (
            child_with(word, "pobj")
            if word.dep_ == "prep" and word.lower_ == "at" and word.i > target.i
            else None
        )
        if number is not None and any(_counts(part) for part in number.subtree):
            return Content("amount", number, target)
    return None


def _counts(word: Word) -> bool:
    return word.like_num or word.lower_ in _SHARES


def _read_rejected(head: Word, lemma: str) -> Content | None:
    """Read "rejected claims that …": what the speaker says is that it is not so."""
    noun = child_with(head, "dobj")
    if told.VERB_MODALITY.get(lemma) != "denial" or noun is None or noun.lemma_ not in told.CLAIM_NOUNS:
        return None
    clause = child_with(noun, "acl", "ccomp", "relcl") or child_with(head, "ccomp")
    return Content("clause", clause) if clause is not None and own_subject(clause) is not None else None


def _report(head: Word, speaker: Word, lemma: str, content: Content) -> Report:
    cue = {head.i} | {word.i for word in auxiliaries(head)}
    cue |= {child.i for child in head.children if child.dep_ == "prt" or _is_called_on(lemma, child)}
    cue |= {content.node.head.i} if content.node.head.lower_ in told.OF_NOUN_FORMS.get(lemma, ()) else set()
    modality = modality_of(content, lemma)
    return Report(speaker, tuple(sorted(cue - indices(content.node))), modality, is_past(head))


def _is_called_on(lemma: str, word: Word) -> bool:
    return word.dep_ == "prep" and word.lower_ in told.CALLS_ON.get(lemma, ())


def _opener(clause: Word) -> str:
    mark = child_with(clause, "mark")
    return mark.lower_ if mark is not None else ""


def _says_something(clause: Word) -> bool:
    """A reported clause needs a subject of its own, before or shared ("said on Monday" is not one)."""
    verbal = is_predicate(clause) or child_with(clause, "cop", "auxpass") is not None
    return verbal and ((own_subject(clause) is not None and clause.tag_ != "VB") or bool(auxiliaries(clause)))
