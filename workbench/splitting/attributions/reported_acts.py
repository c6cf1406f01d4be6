"""Read what is demanded, promised or called something: "urged X to leave" says that X should leave."""

from __future__ import annotations

from workbench.splitting.attributions import reporting_words as told
from workbench.splitting.attributions.content import Content, Report, Reported
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import (
    auxiliaries,
    child_with,
    children_with,
    is_finite,
    is_past,
    own_subject,
)

_MODALITIES = {
    "demand": "opinion",
    "needed": "opinion",
    "naming": "opinion",
    "promise": "prediction",
    "coming": "prediction",
    "received": "prediction",
}


def modality_of(content: Content, lemma: str) -> str | None:
    """Say what a verb of saying makes of its content."""
    return _MODALITIES.get(content.form) or told.VERB_MODALITY.get(lemma)


def read_act(head: Word, lemma: str, speaker: Word) -> Content | None:
    """Give what a verb demands or promises, or what it calls somebody."""
    return _read_demand(head, lemma) or _read_promise(head, lemma, speaker) or _read_name(head, lemma)


def _read_demand(head: Word, lemma: str) -> Content | None:
    target = child_with(head, "dobj", "dative")
    if lemma in told.CALLS_ON:
        links = [word for word in children_with(head, "prep", "prt") if word.lower_ in told.CALLS_ON[lemma]]
        target = next((named for link in links if (named := child_with(link, "pobj")) is not None), None)
    elif lemma not in told.DEMANDS:
        return None
    for node in children_with(head, "xcomp", "ccomp", "advcl"):
        own = own_subject(node)
        if _is_infinitive(node) and (own or target) is not None:
            return Content("demand", node, own or target)
        group = [*auxiliaries(node), node]
        plain = group[0].tag_ == "VB" or (len(group) == 1 and node.tag_ == "VBP")
        if lemma in told.DEMANDS_THAT and node.dep_ == "ccomp" and own is not None and plain:
            return Content("demand", node, own)
    inner = (
        next((word for word in children_with(target, "acl", "relcl")), None) if target is not None else None
    )
    return Content("demand", inner, target) if inner is not None and _is_infinitive(inner) else None


def _read_promise(head: Word, lemma: str, speaker: Word) -> Content | None:
    node = child_with(head, "xcomp")
    bare = child_with(head, "dobj", "dative") is None
    if lemma in told.PROMISES and bare and node is not None and _is_infinitive(node):
        return Content("promise", node, speaker)
    return None


def _is_infinitive(verb: Word) -> bool:
    return verb.tag_ == "VB" and any(word.lower_ == "to" for word in children_with(verb, "aux"))


def _read_name(head: Word, lemma: str) -> Content | None:
    """Read "called the plan a disgrace" and "described it as unhinged"."""
    target = child_with(head, "dobj")
    if lemma in told.NAMES:
        named_beside = children_with(target, "appos") if target is not None else []
        for node in [*children_with(head, "oprd", "ccomp"), *named_beside]:
            named = own_subject(node) or target
            if named is not None and not is_finite(node) and node.tag_ not in {"VB", "VBG", "VBD", "VBN"}:
                return Content("naming", node, named)
    if target is None or lemma not in told.NAMES_AS:
        return None
    for link in children_with(head, "prep"):
        name = child_with(link, "pobj", "amod") if link.lower_ == "as" else None
        if name is not None and name.i > target.i:
            return Content("naming", name, target)
    return None


def read_quoted_as(head: Word, lemma: str, speaker: Word) -> Reported | None:
    """Read "the agency quoted X as saying that …" and "X was quoted by the agency as saying that …"."""
    link = next((word for word in children_with(head, "prep") if word.lower_ == "as"), None)
    saying = child_with(link, "pcomp") if link is not None else None
    clause = child_with(saying, "ccomp") if saying is not None else None
    if lemma not in {"quote", "cite"} or saying is None or clause is None or own_subject(clause) is None:
        return None
    past = is_past(head)
    inner, agent = child_with(head, "dobj"), child_with(head, "agent")
    outer: Word | None = speaker
    if child_with(head, "auxpass") is not None:
        inner, outer = speaker, child_with(agent, "pobj") if agent is not None else None
    said = Report(inner, (saying.i,), None, past)
    content = Content("clause", clause)
    if outer is None:
        return Reported(said, content)
    cue = tuple(sorted({head.i} | {word.i for word in auxiliaries(head)}))
    return Reported(Report(outer, cue, None, past), content, (said,))
