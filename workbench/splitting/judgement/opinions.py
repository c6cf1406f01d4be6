"""Whether a claim values or demands rather than tells, by words that a linguist would call evaluative."""

from __future__ import annotations

import re2

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, own_subject, own_words

# What something is said to be: "the law is unfair", "that is an insult".
_VALUES = word_set(
    """necessary unacceptable outrageous shameful disgraceful crucial vital essential wrong right unjust
    fair unfair justified unjustified barbaric brutal terrorist evil heroic brave cowardly best worst
    important wise foolish irresponsible reckless cynical tragic absurd ridiculous appalling
    deplorable legitimate illegitimate good bad senseless pointless desperate dangerous disappointing
    regrettable better worse great terrible horrible awful excellent optimistic pessimistic naive naïve
    inexcusable unforgivable intolerable immoral moral scandalous hypocritical pathetic laughable
    unthinkable welcome admirable remarkable unnecessary needless useless futile hopeless inhumane
    unreasonable reasonable sensible insane mad stupid arrogant dishonest honest noble proud
    insulting humiliating inadequate insufficient sufficient adequate successful beautiful ugly
    vague worthless premature misguided unwise counterproductive alarming worrying shocking fit
    unfit unqualified"""
)
_VERDICTS = word_set(
    """insult disgrace shame outrage tragedy disaster catastrophe mistake blunder provocation scandal betrayal
    humiliation madness nonsense farce mockery folly cowardice injustice atrocity barbarity ultimatum
    excuse miracle honour honor illusion hypocrisy absurdity priority must pity
    fantasy"""
)
# These value wherever they stand: "fought with admirable courage".
_STRONG = word_set(
    """outrageous shameful disgraceful barbaric cowardly heroic admirable despicable senseless reckless
    cynical appalling deplorable absurd ridiculous monstrous heinous vile inexcusable unforgivable
    scandalous"""
)
_LACKING = word_set(
    """solution alternative excuse justification place reason room point sense choice substitute"""
)
_DUTIES = word_set("should must ought")
# "I must add that …" is a way of speaking.
_SPEAKING = word_set("say add stress admit confess note point emphasise emphasize repeat remind tell ask")
_DEMANDS = word_set("urge demand propose recommend advocate implore beg exhort")
_STANCES = word_set(
    """condemn denounce deplore welcome praise regret applaud salute commend deserve support oppose want hope
    wish prefer like love hate reject favour favor believe trust appreciate thank need"""
)
_PERFORMED = word_set("condemn denounce deplore welcome praise regret applaud salute commend reject")
_NAMING = word_set("call brand label dub describe denounce")
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
        return head.lower_ in _VALUES
    return (
        _is_duty(draft)
        or _values(head)
        or _quotes_verdict(head)
        or _demands(head)
        or (head.dep_ == "ccomp" and head.head.lemma_.lower() in _DEMANDS)
        or _takes_stand(draft)
        or _speaks_strongly(draft)
        or bool(_FRAMES.search(_leading(draft)))
    )


def _is_duty(draft: Draft) -> bool:
    """ "Must have known" and "I must add" lay no duty on anybody, and a law's "must" is a fact."""
    head = draft.head
    modals = {word.lower_ for word in auxiliaries(head)}
    if not modals & _DUTIES or "if" in {child.lower_ for child in children_with(head, "mark")}:
        return False
    subject = own_subject(head)
    duty = next(word for word in auxiliaries(head) if word.lower_ in _DUTIES)
    if subject is not None and duty.i < subject.i:
        return False  # "should the dam break"
    told = "must" in modals and (
        "have" in modals
        or not draft.chain
        or (head.lemma_.lower() in _SPEAKING and subject is not None and subject.lower_ in _FIRST)
    )
    return not told


def _values(head: Word) -> bool:
    for judged in children_with(head, "acomp", "attr", "oprd"):
        words = [judged, *children_with(judged, "amod", "conj")]
        if any(word.lower_ in _VALUES or word.lemma_.lower() in _VERDICTS for word in words):
            return True
        if _is_excessive(judged):
            return True
        denied = any(word.lower_ == "no" for word in children_with(judged, "det"))
        if denied and judged.lemma_.lower() in _LACKING and child_with(head, "expl") is not None:
            return True
    subject = own_subject(head)
    blamed = subject is not None and subject.lemma_.lower() in _BLAMED
    if blamed and head.lemma_.lower() in {"lie", "rest", "be", "fall", "belong"}:
        return True
    measured = [child_with(word, "pcomp", "pobj") or word for word in children_with(head, "prep")]
    return any(_is_excessive(word) for word in (*children_with(head, "advmod", "npadvmod"), *measured))


def _quotes_verdict(head: Word) -> bool:
    """Read "called the number “fantasy”": a name in quotation marks values, one without may be neutral."""
    if head.lemma_.lower() not in _NAMING:
        return False
    named = [
        word for word in head.subtree if word.i > head.i and word.dep_ in {"oprd", "appos", "pobj", "attr"}
    ]
    return any(
        word.left_edge.i and _MARK & {word.left_edge.text, word.left_edge.nbor(-1).text} for word in named
    )


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
    if lemma in _DEMANDS:
        return own_subject(head) is not None or told is not None
    if lemma in {"ask", "appeal", "request", "order", "tell", "encourage", "invite"}:
        return asked and lemma in {"ask", "appeal", "request"}
    called = {word.lower_ for word in children_with(head, "prep", "prt")}
    return lemma == "call" and (bool(called & {"for"}) or (asked and bool(called & {"on", "upon"})))


def _takes_stand(draft: Draft) -> bool:
    """Read "we want peace" and a ministry's "condemns"; "the union wants peace" is a fact about the union."""
    head = draft.head
    subject = own_subject(head)
    lemma = head.lemma_.lower()
    if lemma not in _STANCES or subject is None or child_with(head, "auxpass") is not None:
        return False
    if lemma == "deserve":
        return True
    if lemma == "need":
        return subject.lower_ in _FIRST and child_with(head, "xcomp") is not None
    if subject.lower_ in _FIRST:
        return True
    return lemma in _PERFORMED and head.tag_ in {"VBZ", "VBP"} and not auxiliaries(head)


def _speaks_strongly(draft: Draft) -> bool:
    """Read "fought with admirable courage"; an outrage that is refused or told of is a fact."""
    head = draft.head
    doc = head.doc
    strong = (doc[i] for i in own_words(head, draft.keep) if doc[i].lower_ in _STRONG)
    return any(word.i > head.i and _is_manner(word, head) for word in strong)


def _is_manner(word: Word, head: Word) -> bool:
    preposition = word.head.head
    return word.dep_ == "advmod" or (preposition.lower_ in {"with", "in"} and preposition.head is head)


def _leading(draft: Draft) -> str:
    doc = draft.head.doc
    return " ".join(doc[i].text for i in sorted(draft.keep)[:_FRAME])
