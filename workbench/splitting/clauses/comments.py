"""Descriptions that hold but a clause: ", a figure that nobody accepts", ", a firm that has no works,"."""

from __future__ import annotations

from workbench.splitting.attributions.reported_passives import read_rejected_noun
from workbench.splitting.clauses.appositions import DOUBTED, tells_something
from workbench.splitting.clauses.loose import Loose, is_set_off
from workbench.splitting.clauses.relatives import read_fact_about
from workbench.splitting.lexicon import word_set
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import child_with, children_with, indices, is_finite

# Nouns that sum up what was said before them: they are no second name of the noun before the comma.
_SUMMARIES = word_set(
    """figure number count toll total rise fall drop increase decline step move measure decision policy
    version account claim charge accusation allegation assertion statement suggestion calculation
    assumption hope fear prospect view call demand request appeal proposal offer pledge promise vow
    threat warning verdict ruling development setback blow loss gain admission concession denial
    practice tactic strategy sign task feat incident attack argument reading reasoning prediction
    forecast estimate finding conclusion
    """
)
_ASIDE = frozenset({"appos", "npadvmod", "dep", "conj", "attr", "dobj"})
_ARTICLES = frozenset({"a", "an"})


def read_comment(thing: Word) -> Loose | None:
    """Read ", a step that may anger them" as said of the step, ", a firm that has no works" of the firm's
    name.
    """
    noun, first = thing.head, thing.left_edge
    if thing.dep_ not in _ASIDE or thing.pos_ != "NOUN" or not is_set_off(first) or thing.i < noun.i:
        return None
    if child_with(thing, "cc", "conj") is not None or first.lower_ == "or":
        return None
    sums_up = thing.lemma_ in _SUMMARIES and first.lower_ in _ARTICLES
    named = thing.dep_ == "appos" and noun.pos_ in {"NOUN", "PROPN"} and not tells_something(thing)
    if not (sums_up or named):
        return None
    around = indices(thing)
    report = read_rejected_noun(thing) if sums_up else None
    if report is not None:
        return Loose(thing, around=around, report=report, background=True)
    told = next((word for word in children_with(thing, "relcl") if is_finite(word)), None)
    if told is not None:
        if told.lemma_ in DOUBTED and child_with(told, "auxpass") is not None:
            return None  # "a figure that could not be verified" is a hedge
        return read_fact_about(told, thing if sums_up else noun, around)
    rejected = next((word for word in children_with(thing, "acl") if word.tag_ == "VBN"), None)
    if not sums_up or rejected is None:
        return None
    return Loose(rejected, thing, form="participle", around=around, background=True)
