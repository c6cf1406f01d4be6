"""How finely sentences are cut: by the clause and what it lists, by each description too, or not at all."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.splitting.attributions.content import Report
from workbench.splitting.clauses.clauses import read_clauses
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.parsing.parsed import Stretch

ITEM, CLAUSE, SENTENCE = "item", "clause", "sentence"
# clause cuts clauses, second verbs and lists of which each thing can be false by itself; item descriptions
# and every other list too; sentence none.
GRANULARITIES = (ITEM, CLAUSE, SENTENCE)


def read_drafts(sentence: Stretch, granularity: str) -> list[Draft]:
    """Give what a sentence says, cut as finely as asked; see GRANULARITIES."""
    drafts = read_clauses(sentence, every_list=granularity == ITEM)
    return [_join(sentence, drafts)] if granularity == SENTENCE and len(drafts) > 1 else drafts


def _join(sentence: Stretch, drafts: Sequence[Draft]) -> Draft:
    """Make one draft of all: what the same speaker says in all of them, else the sentence as it stands."""
    chain = _find_shared(drafts)
    told = {i for draft in drafts for i in draft.keep}
    if chain and drafts[0].form == "clause":
        saying = {i for report in chain for i in _find_words(report)}
        words = {i for i in range(min(told), max(told) + 1) if i not in saying}
        return Draft(drafts[0].head, "clause", words, chain)
    words = {word.i for word in sentence if not word.is_space}
    return Draft(sentence.root, "clause", words)


def _find_shared(drafts: Sequence[Draft]) -> tuple[Report, ...]:
    """Give the speakers that all drafts have from the outside in."""
    shared = []
    for reports in zip(*(draft.chain for draft in drafts), strict=False):
        if len(set(reports)) > 1:
            break
        shared.append(reports[0])
    return tuple(shared)


def _find_words(report: Report) -> set[int]:
    return {*report.cue, *(report.speaker.reach if report.speaker is not None else ())}
