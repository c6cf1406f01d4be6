"""Take a sentence apart into clauses that each say one thing, with who is said to say it."""

from __future__ import annotations

from workbench.splitting.attributions.reporting import read_asides
from workbench.splitting.clauses.brackets import Gloss, read_glosses
from workbench.splitting.clauses.courtesies import is_courtesy, is_order
from workbench.splitting.clauses.covering import covers
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.clauses.loose import Loose
from workbench.splitting.clauses.reader import Reader
from workbench.splitting.parsing.parsed import Stretch
from workbench.splitting.parsing.tree import own_subject, top_of

_BULLETS = frozenset("•◦‣▪●*–—-")
_LONGEST_LABEL = 6  # words
_FEWEST_WORDS = 4  # of a sentence kept though it has no verb


def read_clauses(sentence: Stretch, every_list: bool = False) -> list[Draft]:
    """Give the clauses of a parsed sentence in the order of its words; every_list: one for each thing
    listed, not only for names.
    """
    asides = read_asides(sentence)
    taken = set().union(*(positions for _, positions in asides)) if asides else set()
    reader = Reader(taken, every_list)
    reader.visit(sentence.root, Loose(sentence.root), ())
    if not reader.drafts and _is_worth_keeping(sentence):
        reader.drafts.append(
            Draft(sentence.root, "clause", {word.i for word in sentence if not word.is_space})
        )
    own = [bool(draft.chain) for draft in reader.drafts]
    for report, positions in asides:
        others = [other for _, other in asides if other is not positions]
        for draft, reported in zip(reader.drafts, own, strict=True):
            if covers(sentence, draft, reported, positions, others):
                draft.chain = (report, *draft.chain)
    reader.drafts += [_read_gloss(gloss) for gloss in read_glosses(sentence)]
    return sorted(reader.drafts, key=lambda draft: min(draft.keep))


def _read_gloss(gloss: Gloss) -> Draft:
    """Make a claim of what brackets say of a noun."""
    shared = gloss.marks | {i for i in gloss.noun_words if i not in gloss.told}
    head = top_of(gloss.noun.doc, set(gloss.told))
    return Draft(
        head, "apposition", set(gloss.told), subject=gloss.noun, subject_words=gloss.noun_words, shared=shared
    )


def _is_worth_keeping(sentence: Stretch) -> bool:
    """A sentence without a verb ("Twelve dead in Velin.") is kept whole if it names or counts something."""
    told = any(word.like_num or word.ent_type_ for word in sentence) and sentence.root.tag_ != "VB"
    if told and _is_entry(sentence):
        return True
    ended = sentence[-1].text in {".", "!", "…", "”", '"', "’"}
    if any(word.lower_ == "please" for word in sentence):
        return False
    if is_order(sentence.root) or is_courtesy(sentence.root, own_subject(sentence.root)):
        return False
    return told and ended and sum(word.is_alpha for word in sentence) >= _FEWEST_WORDS


def _is_entry(sentence: Stretch) -> bool:
    """Tell whether a line of a list gives a figure under a label: "– shot down: 44 drones"."""
    first, *words = sentence
    if first.text not in _BULLETS or first.i:
        return False
    colon = next((i for i, word in enumerate(words[:_LONGEST_LABEL]) if word.text == ":"), len(words))
    return colon > 0 and any(word.like_num for word in words[colon:])
