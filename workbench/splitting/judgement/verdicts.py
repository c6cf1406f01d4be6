"""Whether a clause passes a verdict: what somebody or something is said to be, or to be made into."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.judgement import valuing_words as table
from workbench.splitting.judgement.quoted_verdicts import quotes_verdict
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, is_negated, own_subject

_ORDINALS = word_set("second third fourth fifth sixth seventh eighth ninth tenth")
_BLAMED = word_set("responsibility blame fault guilt")
_EXCESS = word_set("long little low high few many much slow small big weak soft late early far often")


def passes_verdict(head: Word) -> bool:
    """Tell whether a clause values what it speaks of."""
    return any(holds(head) for holds in _VERDICTS)


def _values(head: Word) -> bool:
    """Read "is a disgrace", "seems unfair", "the silence is deafening"."""
    if head.tag_ == "VBG" and head.lower_ in table.VALUES and auxiliaries(head):
        return True
    return any(_is_value(judged, head) for judged in children_with(head, "acomp", "attr", "oprd"))


def _is_value(judged: Word, head: Word) -> bool:
    words = [judged, *children_with(judged, "amod", "conj")]
    if any(word.lower_ in _ORDINALS for word in words):
        return False  # "the second disaster of its kind"
    if any(word.lower_ in table.VALUES or word.lemma_.lower() in table.VERDICTS for word in words):
        return True
    if judged.lower_ == "worth":
        return any(word.lower_ in {"nothing", "little"} for word in judged.subtree)
    lacking = _is_denied(judged) and judged.lemma_.lower() in table.LACKING
    return _is_excessive(judged) or (lacking and child_with(head, "expl") is not None)


def _denies_chance(head: Word) -> bool:
    """Read "that is no accident", "is in no hurry"."""
    about = _about(head) if head.lemma_ == "be" else []
    return any(_is_denied(word) and word.lemma_.lower() in table.CHANCE for word in about)


def _points_at(head: Word) -> bool:
    """Read "the trouble is the road" and "what makes the shortage awkward is its size"."""
    subject = own_subject(head)
    if subject is None:
        return False
    if subject.dep_ == "csubj":
        return any(word.lower_ in table.VALUES for word in children_with(subject, "acomp", "oprd", "ccomp"))
    named = child_with(subject, "det", "poss") is not None and child_with(head, "attr") is not None
    return head.lemma_ == "be" and subject.lemma_.lower() in table.POINTS and named


def _blames(head: Word) -> bool:
    """Read "responsibility lies with the army", "it is partly our fault", "the army is to blame"."""
    subject, named = own_subject(head), child_with(head, "attr")
    if is_to_blame(head):
        return True
    if named is not None and named.lemma_.lower() in _BLAMED:
        return child_with(named, "poss") is not None
    blamed = subject is not None and subject.lemma_.lower() in _BLAMED
    return blamed and head.lemma_.lower() in {"lie", "rest", "be", "fall", "belong"}


def _measures_excess(head: Word) -> bool:
    """Read "came far too late", "was neglected for too long"."""
    measured = [child_with(word, "pcomp", "pobj") or word for word in children_with(head, "prep")]
    return any(_is_excessive(word) for word in (*children_with(head, "advmod", "npadvmod"), *measured))


def _makes_into(head: Word) -> bool:
    """Read "makes the ban a farce", "renders the law meaningless", "makes a mockery of it"."""
    if head.lemma_.lower() not in table.MAKING:
        return False
    made = [
        word for word in children_with(head, "ccomp", "xcomp", "oprd", "dobj", "acomp") if word.i > head.i
    ]
    return any(word.lower_ in table.VALUES or word.lemma_.lower() in table.VERDICTS for word in made)


def _has_reason(head: Word) -> bool:
    """Read "has little reason to wait", "have every right to be angry"."""
    held = child_with(head, "dobj")
    if held is None or head.lemma_ != "have":
        return False
    much = {word.lower_ for word in held.lefts}
    told = child_with(held, "acl", "relcl", "xcomp", "advcl") or child_with(head, "xcomp", "advcl")
    if told is None or told.lemma_.lower() in table.THINKING:
        return False
    lemma = held.lemma_.lower()
    return (lemma in table.REASONS and bool(much & table.DEGREES)) or (lemma == "right" and "every" in much)


def _presses_time(head: Word) -> bool:
    """Read "time is short", "time is running out", "it is time for the council to act"."""
    subject = own_subject(head)
    if subject is None:
        return False
    if subject.lower_ == "time" and child_with(subject, "det") is None:
        return head.lemma_.lower() == "run" or any(word.lower_ == "short" for word in head.children)
    named = child_with(head, "attr")
    if named is None or named.lower_ != "time" or subject.lower_ != "it" or head.lemma_ != "be":
        return False
    asked = child_with(named, "relcl", "acl", "advcl") or child_with(head, "xcomp", "advcl", "ccomp")
    asked = asked or next((word for word in children_with(named, "prep") if word.lower_ == "to"), None)
    return asked is not None and child_with(named, "det") is None


def is_to_blame(head: Word) -> bool:
    """Read "the general is to blame", which foretells nothing."""
    told = child_with(head, "xcomp")
    return head.lemma_ == "be" and told is not None and told.lemma_.lower() == "blame"


def _is_hard_to_do(head: Word) -> bool:
    """Read "it is hard to see how" and "the pier is harder to replace"; "hard to reach" can be measured."""
    judged = child_with(head, "acomp")
    if judged is None or judged.lemma_.lower() not in table.TOUGH:
        return False
    told = child_with(judged, "xcomp", "advcl") or child_with(head, "xcomp", "advcl")
    if told is None or told.i < judged.i or not any(word.lower_ == "to" for word in auxiliaries(told)):
        return False
    compared = judged.tag_ == "JJR" or any(word.lower_ == "more" for word in children_with(judged, "advmod"))
    return compared or told.lemma_.lower() in table.JUDGING


def _lacks_virtue(head: Word) -> bool:
    """Read "lacked legitimacy", "has no credibility left", "has lost touch", "has run out of excuses"."""
    lemma, missed = head.lemma_.lower(), child_with(head, "dobj")
    if lemma == "run" and any(word.lower_ == "out" for word in head.children):
        missed = next((word for word in head.subtree if word.i > head.i and word.dep_ == "pobj"), None)
    elif lemma == "have" and missed is not None and not _is_denied(missed):
        return False
    known = missed is not None and missed.lemma_.lower() in table.VIRTUES
    return known and lemma in {"lack", "lose", "have", "run", "deserve"}


def _fails_somebody(head: Word) -> bool:
    """Read "has failed us"; "failed the test" can be checked."""
    failed = child_with(head, "dobj")
    return head.lemma_.lower() == "fail" and failed is not None and failed.tag_ == "PRP"


def _names_question(head: Word) -> bool:
    """Read "the real question is who pays" and "what matters now is speed"."""
    subject = own_subject(head)
    if subject is None or head.lemma_ != "be":
        return False
    if subject.dep_ == "csubj":
        return subject.lemma_.lower() in {"matter", "count"}
    real = any(word.lower_ in {"real", "true"} for word in children_with(subject, "amod"))
    return real and subject.lemma_.lower() in {"question", "problem", "issue", "test", "danger", "reason"}


def _shows_quality(head: Word) -> bool:
    """Read "has shown remarkable restraint", "showed great courage"."""
    shown = child_with(head, "dobj")
    if shown is None or head.lemma_.lower() not in {"show", "display", "demonstrate"}:
        return False
    return any(word.lower_ in table.VALUES for word in children_with(shown, "amod"))


def _refuses(head: Word) -> bool:
    """Read "we cannot accept that", "nobody can tolerate it"."""
    group = {word.lower_ for word in auxiliaries(head)}
    return is_negated(head) and bool(group & {"can", "ca", "cannot"}) and head.lemma_.lower() in table.BEARING


def _rules_out(head: Word) -> bool:
    """Read "there can be no peace without justice"."""
    named = child_with(head, "attr", "nsubj")
    can = any(word.lower_ in {"can", "must"} for word in auxiliaries(head))
    return can and child_with(head, "expl") is not None and named is not None and _is_denied(named)


def _about(head: Word) -> list[Word]:
    """Give what is said of the subject of "be": "no accident", "in no hurry"."""
    phrases = [child_with(word, "pobj") for word in children_with(head, "prep")]
    return [*children_with(head, "attr"), *(word for word in phrases if word is not None)]


def _is_denied(noun: Word) -> bool:
    return any(word.lower_ == "no" for word in children_with(noun, "det"))


def _is_excessive(word: Word) -> bool:
    """Read "too low" and "far too late", but not "too low to fly"."""
    too = any(child.lower_ == "too" for child in children_with(word, "advmod"))
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return too and word.lower_ in _EXCESS and after not in {"to", "for"}


def _finds_fault(head: Word) -> bool:
    """Read "they misread the mood", "size matters less", "the country owes you more than thanks"."""
    lemma = head.lemma_.lower()
    if lemma == "matter":
        return child_with(head, "advmod", "neg") is not None
    owed = {word.lemma_.lower() for word in head.subtree if word.i > head.i} if lemma == "owe" else set()
    return lemma in table.MISJUDGING or (
        lemma == "owe" and bool(owed & {"thank", "thanks", "gratitude", "apology"})
    )


_VERDICTS: tuple[Callable[[Word], bool], ...] = (
    _values,
    _denies_chance,
    _points_at,
    _blames,
    _measures_excess,
    _makes_into,
    _has_reason,
    _presses_time,
    quotes_verdict,
    _finds_fault,
    _is_hard_to_do,
    _lacks_virtue,
    _fails_somebody,
    _names_question,
    _shows_quality,
    _refuses,
    _rules_out,
)
