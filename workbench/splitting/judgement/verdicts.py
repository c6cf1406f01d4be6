"""Whether a clause passes a verdict: what somebody or something is said to be, or to be made into."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.judgement import valuing_words as table
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, own_subject

_MARK = frozenset("“‘\"'«")  # noqa: RUF001 - typographic quotation marks are data here
_BLAMED = word_set("responsibility blame fault guilt")
_EXCESS = word_set("long little low high few many much slow small big weak soft late early far often")


def passes_verdict(head: Word) -> bool:
    """Tell whether a clause values what it speaks of."""
    return any(holds(head) for holds in _VERDICTS)


def _values(head: Word) -> bool:
    for judged in children_with(head, "acomp", "attr", "oprd"):
        words = [judged, *children_with(judged, "amod", "conj")]
        if any(word.lower_ in table.VALUES or word.lemma_.lower() in table.VERDICTS for word in words):
            return True
        if _is_excessive(judged):
            return True
        if (
            _is_denied(judged)
            and judged.lemma_.lower() in table.LACKING
            and child_with(head, "expl") is not None
        ):
            return True
    if head.lemma_ == "be" and any(
        _is_denied(word) and word.lemma_.lower() in table.CHANCE for word in _about(head)
    ):
        return True
    subject = own_subject(head)
    if (
        subject is not None
        and subject.dep_ == "csubj"
        and any(word.lower_ in table.VALUES for word in children_with(subject, "acomp", "oprd", "ccomp"))
    ):
        return True  # "what makes the shortage awkward is its size"
    if subject is not None and head.lemma_ == "be" and subject.lemma_.lower() in table.POINTS:
        return child_with(subject, "det", "poss") is not None and child_with(head, "attr") is not None
    blamed = subject is not None and subject.lemma_.lower() in _BLAMED
    if blamed and head.lemma_.lower() in {"lie", "rest", "be", "fall", "belong"}:
        return True
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
    return asked is not None and child_with(named, "det") is None


def _about(head: Word) -> list[Word]:
    """Give what is said of the subject of "be": "no accident", "in no hurry"."""
    phrases = [child_with(word, "pobj") for word in children_with(head, "prep")]
    return [*children_with(head, "attr"), *(word for word in phrases if word is not None)]


def _is_denied(noun: Word) -> bool:
    return any(word.lower_ == "no" for word in children_with(noun, "det"))


def _quotes_verdict(head: Word) -> bool:
    """Read "called the number “fantasy”": a name in quotation marks values, one without may be neutral."""
    if head.lemma_.lower() not in table.NAMING:
        return False
    roles = {"oprd", "appos", "pobj", "attr", "dobj"}
    named = [word for word in head.subtree if word.i > head.i and word.dep_ in roles]
    return any(is_set_in_marks(word) for word in named)


def is_set_in_marks(phrase: Word) -> bool:
    first = phrase.left_edge
    beside = {first.text, first.nbor(-1).text} if first.i else {first.text}
    return bool(_MARK & (beside | {child.text for child in phrase.lefts}))


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
    _makes_into,
    _has_reason,
    _presses_time,
    _quotes_verdict,
    _finds_fault,
)
