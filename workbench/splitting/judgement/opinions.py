"""Whether a claim values or demands rather than tells, by words that a linguist would call evaluative."""

from __future__ import annotations

import re2

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.modals import advises, says_yes
from workbench.splitting.judgement import valuing_words as table
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject, own_words

_MARK = frozenset("“‘\"'«")  # noqa: RUF001 - typographic quotation marks are data here
_BLAMED = word_set("responsibility blame fault guilt")
_EXCESS = word_set("long little low high few many much slow small big weak soft late early far often")
_FRAME = 12  # words in which "in our view" is looked for
_FIRST = frozenset({"i", "we"})
_FRAMES = re2.compile(
    r"(?i)\b(?:in (?:my|our|his|her|their|its|\w+’s|\w+'s) (?:own )?(?:view|opinion|judg[e]?ment|eyes|mind)"
    r"|in the (?:view|opinion|eyes|judg[e]?ment) of|to (?:my|our) mind|from (?:my|our) point of view"
    r"|would (?:rather|sooner|like|prefer|love))\b"
)


def is_opinion(draft: Draft) -> bool:
    """Tell whether a claim values or demands rather than tells."""
    head = draft.head
    if draft.form != "clause":
        return head.lower_ in table.VALUES
    return (
        _is_duty(draft)
        or advises(head)
        or _values(head)
        or _makes_into(head)
        or _has_reason(head)
        or _presses_time(head)
        or _quotes_verdict(head)
        or _demands(head)
        or _finds_fault(head)
        or (head.dep_ == "ccomp" and head.head.lemma_.lower() in table.DEMANDS)
        or _takes_stand(draft)
        or _speaks_strongly(draft)
        or bool(_FRAMES.search(_leading(draft)))
    )


def names_plainly(draft: Draft) -> bool:
    """Tell "called it an accident", which can be checked, from "called it an insult"."""
    head = draft.head
    if draft.form != "naming" or head.pos_ != "NOUN" or _is_quoted(head):
        return False
    words = [head, *children_with(head, "amod", "compound")]
    return not any(
        word.lower_ in table.VALUES | table.STRONG or word.lemma_.lower() in table.VERDICTS | table.NAMED
        for word in words
    )


def _is_duty(draft: Draft) -> bool:
    """ "Must have known" and "I must add" lay no duty on anybody, and a law's "must" is a fact."""
    head = draft.head
    if head.lower_ == "ought":
        return True
    modals = {word.lower_ for word in auxiliaries(head)}
    if not modals & table.DUTIES or "if" in {child.lower_ for child in children_with(head, "mark")}:
        return False
    subject = own_subject(head)
    duty = next(word for word in auxiliaries(head) if word.lower_ in table.DUTIES)
    if subject is not None and duty.i < subject.i:
        return False  # "should the dam break"
    told = "must" in modals and (
        "have" in modals
        or not draft.chain
        or (head.lemma_.lower() in table.SPEAKING and subject is not None and subject.lower_ in _FIRST)
    )
    return not told


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
    return any(_is_quoted(word) for word in named)


def _is_quoted(phrase: Word) -> bool:
    first = phrase.left_edge
    beside = {first.text, first.nbor(-1).text} if first.i else {first.text}
    return bool(_MARK & (beside | {child.text for child in phrase.lefts}))


def _is_excessive(word: Word) -> bool:
    """Read "too low" and "far too late", but not "too low to fly"."""
    too = any(child.lower_ == "too" for child in children_with(word, "advmod"))
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return too and word.lower_ in _EXCESS and after not in {"to", "for"}


def _demands(head: Word) -> bool:
    """Read "urged them to leave" and "called for a ceasefire"."""
    lemma = head.lemma_.lower()
    if child_with(head, "auxpass") is not None or child_with(head, "neg") is not None:
        return False
    told = child_with(head, "xcomp", "ccomp")
    asked = told is not None and told.tag_ == "VB" and child_with(head, "dobj", "prep", "dative") is not None
    asked = asked or (told is not None and told.tag_ == "VB" and own_subject(told) is not None)
    if told is not None and any(word.lower_ in {"if", "whether"} for word in told.children):
        return False
    if lemma in table.DEMANDS:
        return own_subject(head) is not None or told is not None
    called = {word.lower_ for word in children_with(head, "prep", "prt") if word.i > head.i}
    if called & table.DEMANDS_BY.get(lemma, frozenset()):
        return True
    if lemma == "ask" and "for" in called:
        return child_with(head, "dobj") is not None  # who only "asked for places" applied for them
    if lemma in {"ask", "appeal", "request", "order", "tell", "encourage", "invite"}:
        return asked and lemma in {"ask", "appeal", "request"}
    return lemma == "call" and asked and bool(called & {"on", "upon"})


def _finds_fault(head: Word) -> bool:
    """Read "they misread the mood", "size matters less", "the country owes you more than thanks"."""
    lemma = head.lemma_.lower()
    if lemma == "matter":
        return child_with(head, "advmod", "neg") is not None
    owed = {word.lemma_.lower() for word in head.subtree if word.i > head.i} if lemma == "owe" else set()
    return lemma in table.MISJUDGING or (
        lemma == "owe" and bool(owed & {"thank", "thanks", "gratitude", "apology"})
    )


def _takes_stand(draft: Draft) -> bool:
    """Read "we want peace" and a ministry's "condemns"; "the union wants peace" is a fact about the union."""
    head = draft.head
    subject = own_subject(head)
    lemma = head.lemma_.lower()
    if says_yes(head) or (subject is not None and subject.lower_ in _FIRST and _takes_view(head)):
        return True
    if lemma not in table.STANCES or subject is None or child_with(head, "auxpass") is not None:
        return False
    if lemma == "deserve":
        return True
    if lemma == "need":
        return subject.lower_ in _FIRST and child_with(head, "xcomp") is not None
    if subject.lower_ in _FIRST:
        return True
    if lemma not in table.PERFORMED or auxiliaries(head):
        return False
    reported = draft.chain != () and subject.lower_ in {"it", "he", "she", "they"}
    return head.tag_ in {"VBZ", "VBP"} or reported  # "the bloc said it regretted the vote"


def _takes_view(head: Word) -> bool:
    """Read "share that view", "understand the anger", "read that as a warning"; not "understand that …"."""
    lemma = head.lemma_.lower()
    shared = child_with(head, "dobj")
    if lemma == "share":
        return shared is not None and shared.lemma_.lower() in table.VIEWS
    told = child_with(head, "ccomp")
    if lemma == "understand":
        return shared is not None or (told is not None and told.left_edge.tag_ == "WRB")
    return lemma in table.TAKING and any(word.lower_ == "as" for word in children_with(head, "prep"))


def _speaks_strongly(draft: Draft) -> bool:
    """Read "fought with admirable courage"; an outrage that is refused or told of is a fact."""
    head = draft.head
    doc = head.doc
    strong = (doc[i] for i in own_words(head, draft.keep) if doc[i].lower_ in table.STRONG)
    return any(word.i > head.i and _is_manner(word, head) for word in strong)


def _is_manner(word: Word, head: Word) -> bool:
    preposition = word.head.head
    return word.dep_ == "advmod" or (preposition.lower_ in {"with", "in"} and preposition.head is head)


def _leading(draft: Draft) -> str:
    doc = draft.head.doc
    return " ".join(doc[i].text for i in sorted(draft.keep)[:_FRAME])
