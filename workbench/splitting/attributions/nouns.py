"""Read nouns and adjectives that hold what is said or felt: "the claim that …", "is sure that …"."""

from __future__ import annotations

from workbench.splitting.attributions import words
from workbench.splitting.attributions.acts import Act, find_source, trim
from workbench.splitting.attributions.complements import opener_of
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, indices, own_subject

_SPEAKER_LINKS = frozenset({"from", "by", "among"})
_FEELING_LINKS = frozenset(
    {"of", "about", "for", "against", "over", "to", "on", "in", "with", "at", "toward", "towards"}
)
_SORTS = (
    (words.SPEECH, words.CLAIM_NOUNS_SPEECH),
    (words.BELIEF, words.CLAIM_NOUNS_BELIEF),
    (words.WISH, words.CLAIM_NOUNS_WISH),
)


def read_noun(noun: Word) -> Act | None:
    """Give the act a noun names, if it says what was said."""
    sort = next((sort for sort, nouns in _SORTS if noun.lemma_.lower() in nouns), None)
    if sort is None or noun.tag_ not in {"NN", "NNS"}:
        return None
    source, support = _find_holder(noun)
    node, form, link = _find_content(noun)
    if node is None or (source is None and not (form == "clause" and sort != words.WISH)):
        return None
    cue = {noun.i} | ({support.i} | {w.i for w in auxiliaries(support)} if support is not None else set())
    cue |= {link.i} if link is not None else set()
    content = trim(noun, indices(node) - cue - (indices(source) if source is not None else set()))
    return Act(sort, noun, source, cue, content, form, node) if content else None


def _find_holder(noun: Word) -> tuple[Word | None, Word | None]:
    owner = child_with(noun, "poss")
    verb = noun.head if noun.dep_ in {"dobj", "attr"} else None
    support = verb if verb is not None and verb.lemma_.lower() in words.SUPPORT_VERBS else None
    if owner is not None:
        return owner, None
    for link in children_with(noun, "prep", "agent"):
        if link.lower_ in _SPEAKER_LINKS and (speaker := child_with(link, "pobj")) is not None:
            return speaker, None
    if support is not None:
        return find_source(support), support
    return None, None


def _find_content(noun: Word) -> tuple[Word | None, str, Word | None]:
    for clause in children_with(noun, "acl", "ccomp", "relcl", "xcomp"):
        if clause.dep_ != "relcl" or opener_of(clause) == "that":
            if clause.tag_ == "VB" and any(word.lower_ == "to" for word in children_with(clause, "aux")):
                return clause, "infinitive", None
            if opener_of(clause) in {"that", "whether"} and own_subject(clause) is not None:
                return clause, "clause", None
    for link in children_with(noun, "prep"):
        if noun.lemma_.lower() not in words.NOUN_PREPOSITION.get(link.lower_, ()):
            continue
        if (node := child_with(link, "pobj", "pcomp")) is not None:
            return node, "phrase", link
    return None, "", None


def read_adjective(adjective: Word) -> Act | None:
    """Read "is convinced that …", "was critical of the plan"."""
    lemma = adjective.lemma_.lower() if adjective.pos_ == "ADJ" else adjective.lower_
    sort = next((sort for sort, known in words.ADJECTIVES.items() if lemma in known), None)
    copula = adjective.head if adjective.dep_ in {"acomp", "oprd", "conj"} else adjective
    if sort is None:
        return None
    if child_with(adjective, "auxpass") is None and copula.lemma_.lower() not in words.COPULAS:
        return None
    source = child_with(adjective, "nsubj", "nsubjpass") or child_with(copula, "nsubj") or find_source(copula)
    if source is None or source.lower_ in {"it", "there", "this", "that"}:
        return None
    cue = {adjective.i, copula.i} | {word.i for word in auxiliaries(copula)}
    cue |= {word.i for word in children_with(copula, "neg")}
    for node in [
        *children_with(adjective, "ccomp", "xcomp", "advcl", "prep"),
        *children_with(copula, "ccomp", "xcomp"),
    ]:
        if node.i < adjective.i:
            continue
        if node.dep_ == "prep":
            said = child_with(node, "pobj", "pcomp")
            if said is not None and node.lower_ in _FEELING_LINKS:
                return Act(
                    sort,
                    adjective,
                    source,
                    cue | {node.i},
                    trim(node, indices(node) - {node.i}),
                    "phrase",
                    said,
                )
        elif node.tag_ == "VB" or own_subject(node) is not None:
            form = "infinitive" if node.tag_ == "VB" else "clause"
            return Act(sort, adjective, source, cue, trim(node, indices(node)), form, node)
    return None
