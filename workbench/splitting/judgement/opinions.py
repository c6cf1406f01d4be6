"""Whether a claim values or demands rather than tells, by words that a linguist would call evaluative."""

from __future__ import annotations

import re2

from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.findings.modals import says_yes
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
    unfit unqualified grim bleak awkward strict lenient patient impatient hopeful untenable tense disastrous
    unworthy unforgiving embarrassing"""
)
_VERDICTS = word_set(
    """insult disgrace shame outrage tragedy disaster catastrophe mistake blunder provocation scandal betrayal
    humiliation madness nonsense farce mockery folly cowardice injustice atrocity barbarity ultimatum
    excuse miracle honour honor illusion hypocrisy absurdity priority must pity
    fantasy nightmare sham charade pretext fiasco debacle shambles"""
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
# "That is no accident" says what somebody makes of it.
_CHANCE = word_set("accident coincidence wonder surprise secret hurry mood")
_DUTIES = word_set("should must ought")
# "I must add that …" is a way of speaking.
_SPEAKING = word_set("say add stress admit confess note point emphasise emphasize repeat remind tell ask")
_DEMANDS = word_set("urge demand propose recommend advocate implore beg exhort")
# "Insists on guarantees", "asked both sides for lists".
_DEMANDS_BY: dict[str, frozenset[str]] = {
    "call": word_set("for"),
    "insist": word_set("on upon"),
    "press": word_set("for"),
    "push": word_set("for"),
    "plead": word_set("for"),
    "appeal": word_set("for"),
    "lobby": word_set("for"),
}
# "Misread the mood": the verb itself finds fault.
_MISJUDGING = word_set("misread misjudge miscalculate mishandle mismanage squander bungle botch")
_STANCES = word_set(
    """condemn denounce deplore welcome praise regret applaud salute commend deserve support oppose want hope
    wish prefer like love hate reject favour favor believe trust appreciate thank need"""
)
_PERFORMED = word_set("condemn denounce deplore welcome praise regret applaud salute commend reject")
_NAMING = word_set("call brand label dub describe denounce speak")
# "I share that view", "we read it as a warning": what a speaker makes of something.
_VIEWS = word_set("view opinion concern hope belief feeling fear anger disappointment")
_TAKING = word_set("read see regard view take understand consider interpret count")
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
        or _finds_fault(head)
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
        if _is_denied(judged) and judged.lemma_.lower() in _LACKING and child_with(head, "expl") is not None:
            return True
    if head.lemma_ == "be" and any(
        _is_denied(word) and word.lemma_.lower() in _CHANCE for word in _about(head)
    ):
        return True
    subject = own_subject(head)
    if (
        subject is not None
        and subject.dep_ == "csubj"
        and any(word.lower_ in _VALUES for word in children_with(subject, "acomp", "oprd", "ccomp"))
    ):
        return True  # "what makes the shortage awkward is its size"
    blamed = subject is not None and subject.lemma_.lower() in _BLAMED
    if blamed and head.lemma_.lower() in {"lie", "rest", "be", "fall", "belong"}:
        return True
    measured = [child_with(word, "pcomp", "pobj") or word for word in children_with(head, "prep")]
    return any(_is_excessive(word) for word in (*children_with(head, "advmod", "npadvmod"), *measured))


def _about(head: Word) -> list[Word]:
    """Give what is said of the subject of "be": "no accident", "in no hurry"."""
    phrases = [child_with(word, "pobj") for word in children_with(head, "prep")]
    return [*children_with(head, "attr"), *(word for word in phrases if word is not None)]


def _is_denied(noun: Word) -> bool:
    return any(word.lower_ == "no" for word in children_with(noun, "det"))


def _quotes_verdict(head: Word) -> bool:
    """Read "called the number “fantasy”": a name in quotation marks values, one without may be neutral."""
    if head.lemma_.lower() not in _NAMING:
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
    if lemma in _DEMANDS:
        return own_subject(head) is not None or told is not None
    called = {word.lower_ for word in children_with(head, "prep", "prt") if word.i > head.i}
    if called & _DEMANDS_BY.get(lemma, frozenset()):
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
    return lemma in _MISJUDGING or (
        lemma == "owe" and bool(owed & {"thank", "thanks", "gratitude", "apology"})
    )


def _takes_stand(draft: Draft) -> bool:
    """Read "we want peace" and a ministry's "condemns"; "the union wants peace" is a fact about the union."""
    head = draft.head
    subject = own_subject(head)
    lemma = head.lemma_.lower()
    if says_yes(head) or (subject is not None and subject.lower_ in _FIRST and _takes_view(head)):
        return True
    if lemma not in _STANCES or subject is None or child_with(head, "auxpass") is not None:
        return False
    if lemma == "deserve":
        return True
    if lemma == "need":
        return subject.lower_ in _FIRST and child_with(head, "xcomp") is not None
    if subject.lower_ in _FIRST:
        return True
    if lemma not in _PERFORMED or auxiliaries(head):
        return False
    reported = draft.chain != () and subject.lower_ in {"it", "he", "she", "they"}
    return head.tag_ in {"VBZ", "VBP"} or reported  # "the bloc said it regretted the vote"


def _takes_view(head: Word) -> bool:
    """Read "share that view", "understand the anger", "read that as a warning"; not "understand that …"."""
    lemma = head.lemma_.lower()
    shared = child_with(head, "dobj")
    if lemma == "share":
        return shared is not None and shared.lemma_.lower() in _VIEWS
    told = child_with(head, "ccomp")
    if lemma == "understand":
        return shared is not None or (told is not None and told.left_edge.tag_ == "WRB")
    return lemma in _TAKING and any(word.lower_ == "as" for word in children_with(head, "prep"))


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
