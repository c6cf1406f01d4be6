"""Read a verb with what it takes: a clause, an infinitive, a gerund, an object, a phrase."""

from __future__ import annotations

from collections.abc import Callable

from workbench.splitting.attributions import words
from workbench.splitting.attributions.acts import Act, make_act, phrase
from workbench.splitting.attributions.complements import (
    has_question_word,
    is_clause,
    opener_of,
    sort_of,
)
from workbench.splitting.attributions.passives import read_participle, read_passive
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, indices, is_finite, own_subject

_QUESTION_OPENERS = frozenset({"whether", "if"})
Read = Callable[[Word, str], Act | None]


def read_verb(verb: Word) -> Act | None:
    """Give the one act a verb carries, if any."""
    lemma = verb.lemma_.lower()
    if child_with(verb, "auxpass") is not None:
        return read_passive(verb, lemma)
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return read_participle(verb, lemma)
    for read in _FRAMES:
        act = read(verb, lemma)
        if act is not None and act.content:
            return act if _is_anyones(act) and _is_done(act) else None
    return None


def _is_done(act: Act) -> bool:
    """A verb that says so tells what somebody favours or attacks; one in passing doesn't ("those who
    support him", "by backing her", "able to criticise it").
    """
    if act.form not in {"object", "phrase"} or (act.sort == words.SPEECH and is_finite(act.head)):
        return True
    if act.sort == words.SPEECH:
        return act.head.dep_ not in {"acl", "pcomp"} and not _is_to(act.head)
    return is_finite(act.head) and act.head.dep_ != "relcl"


def _is_to(verb: Word) -> bool:
    return (verb.dep_ != "xcomp" or verb.head.dep_ == "amod") and any(
        word.lower_ == "to" for word in children_with(verb, "aux")
    )


def _is_anyones(act: Act) -> bool:
    """An order to the reader, or what "you" may think, is nobody's act."""
    bare = act.source is not None and not act.source.children
    return not bare or act.source is None or act.source.lower_ not in {"you", "one"}


def _read_clause(verb: Word, lemma: str) -> Act | None:
    sort = sort_of(lemma)
    for clause in children_with(verb, "ccomp", "advcl", "csubj"):
        opener = opener_of(clause)
        if clause.dep_ == "advcl" and not (opener == "that" and sort):
            continue
        if clause.dep_ == "csubj" or not is_clause(clause):
            continue
        if sort is None and (opener != "that" or lemma in words.NO_THOUGHT):
            continue
        if sort == words.PERCEPTION and not _is_perceived(verb, clause, lemma):
            continue
        asked = words.QUESTION if opener in _QUESTION_OPENERS and sort == words.SPEECH else sort
        content = indices(clause) - indices(verb) if clause is verb else indices(clause)
        return make_act(asked or words.SPEECH, verb, content, "clause", clause)
    return None


def _is_perceived(verb: Word, clause: Word, lemma: str) -> bool:
    """Who sees somebody leave tells nothing; who sees that, or what, is so does."""
    if opener_of(clause) == "that" or has_question_word(clause) or clause.i < verb.i:
        return True
    return is_finite(clause) and lemma not in {"see", "hear", "read"}


def _read_small_clause(verb: Word, lemma: str) -> Act | None:
    """Read "called it a disgrace", "found the plan unworkable"."""
    if lemma not in words.NAMING:
        return None
    named = [word for word in children_with(verb, "oprd", "ccomp", "xcomp") if _names(word, lemma)]
    if not named:
        return _read_two_objects(verb, lemma)
    targets = [word for word in children_with(verb, "dobj", "ccomp") if word.i > verb.i and word not in named]
    content = set().union(*(indices(word) for word in [*named, *targets]))
    return make_act(words.SPEECH, verb, content, "small", named[0])


def _names(word: Word, lemma: str) -> bool:
    """Tell whether a complement is a name or quality given to somebody, not a clause."""
    if word.dep_ == "oprd":
        return True
    if word.tag_ == "VBG" and lemma == "find":
        return own_subject(word) is not None  # "the survey found her leading"
    return not is_finite(word) and word.tag_ not in {"VB", "VBG", "VBD"}


def _read_two_objects(verb: Word, lemma: str) -> Act | None:
    objects = [word for word in verb.children if word.dep_ in {"dobj", "dative", "attr"} and word.i > verb.i]
    if len(objects) < 2 or lemma not in words.NAMING:
        return None
    return make_act(words.SPEECH, verb, set().union(*map(indices, objects)), "small", objects[-1])


def _read_infinitive(verb: Word, lemma: str) -> Act | None:
    for node in children_with(verb, "xcomp", "ccomp", "advcl"):
        if node.tag_ != "VB" or not any(word.lower_ == "to" for word in children_with(node, "aux")):
            continue
        own = child_with(node, "nsubj", "nsubjpass")
        target = child_with(verb, "dobj", "dative")
        if target is not None and target.i > node.i:
            target = None
        table = words.OTHERS_INFINITIVE if own is not None or target is not None else words.OWN_INFINITIVE
        if node.dep_ == "advcl" and target is None:
            continue
        sort = next((sort for sort, verbs in table.items() if lemma in verbs), None)
        if sort is not None:
            content = indices(node) | (phrase(target) if target is not None else set())
            return make_act(sort, verb, content, "infinitive", node)
    return None


def _read_gerund(verb: Word, lemma: str) -> Act | None:
    node = child_with(verb, "xcomp")
    if node is None or node.tag_ != "VBG" or lemma not in words.GERUND:
        return None
    return make_act(sort_of(lemma) or words.BELIEF, verb, indices(node), "gerund", node)


def _read_with_preposition(verb: Word, lemma: str) -> Act | None:
    """Read "accused them of lying", "described it as unhinged"."""
    target = child_with(verb, "dobj", "dative")
    if target is None:
        return None
    for clause in children_with(verb, "advcl"):  # "view her as more prepared"
        if (
            lemma in words.AS
            and target.i < clause.i
            and clause.doc[clause.reach[0]].lower_ == "as"
            and not is_finite(clause)
        ):
            return make_act(words.SPEECH, verb, phrase(target) | indices(clause), "phrase", clause)
    links = [*children_with(verb, "prep"), *children_with(target, "prep")]
    for link in links:
        as_such = link.lower_ == "as" and lemma in words.AS
        if as_such or lemma in words.OBJECT_AND_PREPOSITION.get(link.lower_, ()):
            return make_act(words.SPEECH, verb, phrase(target) | indices(link), "phrase", link)
    return None


def _read_preposition(verb: Word, lemma: str) -> Act | None:
    """Read "complained about the noise", "called for a truce"."""
    for link in children_with(verb, "prep"):
        if lemma not in words.PREPOSITION.get(link.lower_, ()):
            continue
        said = child_with(link, "pobj", "pcomp")
        if said is None or said.ent_type_ in {"DATE", "TIME"}:
            continue
        content = indices(link) - {link.i}
        if said.dep_ == "pobj":
            follower = next(
                (w for w in children_with(verb, "xcomp", "advcl") if w.tag_ == "VB" and w.i > said.i), None
            )
            if link.lower_ in {"on", "for"} and follower is not None:
                content |= indices(follower)  # "called on the city to rebuild"
        return make_act(sort_of(lemma) or words.SPEECH, verb, content, "phrase", said, link)
    return None


def _read_object(verb: Word, lemma: str) -> Act | None:
    """Read "criticised the plan"; of "which", the relative word is the content."""
    sort = next((sort for sort, verbs in words.OBJECT.items() if lemma in verbs), None)
    target = child_with(verb, "dobj")
    if sort is None or target is None or target.lower_ in {"itself", "himself", "herself", "themselves"}:
        return None
    if target.ent_type_ in {"DATE", "TIME"}:
        return None
    return make_act(sort, verb, phrase(target) | _find_rest(verb, target), "object", target)


def _find_rest(verb: Word, target: Word) -> set[int]:
    """Give what goes on from an object: "supports the mayor for president"."""
    words: set[int] = set()
    end = target.reach[-1] + 1
    for link in children_with(verb, "prep"):
        when = child_with(link, "pobj")
        timed = when is not None and when.ent_type_ in {"DATE", "TIME"}
        if link.reach[0] != end or timed or link.lower_ in {"as", "during", "after", "before", "by"}:
            continue
        words |= indices(link)
        end = link.reach[-1] + 1
    return words


_FRAMES: tuple[Read, ...] = (
    _read_infinitive,
    _read_small_clause,
    _read_clause,
    _read_gerund,
    _read_with_preposition,
    _read_preposition,
    _read_object,
)
