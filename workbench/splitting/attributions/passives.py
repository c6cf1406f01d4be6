"""Read a passive: the news is its subject, and the speaker follows with "by" or stays unnamed."""

from __future__ import annotations

from workbench.splitting.attributions import words
from workbench.splitting.attributions.acts import Act, find_agent, make_act, phrase
from workbench.splitting.attributions.complements import is_clause, sort_in, sort_of
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, indices

_UNSAID_SUBJECTS = frozenset({"it", "there"})


def read_passive(verb: Word, lemma: str) -> Act | None:
    subject = child_with(verb, "nsubjpass", "nsubj")
    by = find_agent(verb)
    agent = [word for word in verb.children if word.dep_ == "agent" or word.lower_ == "by"]
    clause = child_with(verb, "ccomp")
    sort = sort_of(lemma)
    if clause is not None and sort is not None and is_clause(clause) and clause.i > verb.i:
        return make_act(sort, verb, indices(clause), "clause", clause, *agent)
    node = child_with(verb, "xcomp", "oprd", "advcl")
    if node is not None and node.tag_ == "VB" and lemma in words.RAISED and subject is not None:
        return make_act(words.BELIEF, verb, phrase(subject) | indices(node), "raised", node)
    if (
        node is not None
        and node.tag_ == "VB"
        and sort_in(words.OTHERS_INFINITIVE, lemma)
        and node.dep_ == "xcomp"
    ):
        return make_act(words.SPEECH, verb, indices(node), "infinitive", node, *agent)
    if subject is None or subject.lower_ in _UNSAID_SUBJECTS:
        return None
    for link in children_with(verb, "prep"):
        if (link.lower_ == "as" and lemma in words.AS) or lemma in words.OBJECT_AND_PREPOSITION.get(
            link.lower_, ()
        ):
            return make_act(words.SPEECH, verb, phrase(subject) | indices(link), "phrase", link, *agent)
    named = child_with(verb, "oprd")
    if named is not None and lemma in words.NAMING:
        return make_act(words.SPEECH, verb, phrase(subject) | indices(named), "small", named, *agent)
    sort = sort_in(words.OBJECT, lemma)
    if sort is not None and by is not None:
        return make_act(sort, verb, phrase(subject), "object", subject, *agent)
    return None


def read_participle(verb: Word, lemma: str) -> Act | None:
    """Read "a plan backed by the mayor"."""
    sort = sort_in(words.OBJECT, lemma)
    agent = child_with(verb, "agent")
    if sort is None or agent is None or child_with(agent, "pobj") is None:
        return None
    return make_act(sort, verb, indices(verb.head) - indices(verb), "object", verb.head, agent)
