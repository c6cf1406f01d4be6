"""Whose words a sentence gives as a whole: the voice it stands under, or who told the sentence before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.splitting.attributions.content import Report
from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.judgement.conditions import is_conditional, is_unreal
from workbench.splitting.layout.voices import Voice
from workbench.splitting.page import is_pronoun
from workbench.splitting.parsing.parsed import Stretch, Word
from workbench.splitting.parsing.tree import auxiliaries, own_subject

_OWNED = frozenset({"its", "their", "his", "her"})


def put_voice_first(
    draft: Draft, speakers: list[Speaker | None], voice: Voice
) -> tuple[tuple[Report, ...], list[Speaker | None]]:
    """Make the voice the outermost speaker; where it names itself ("we deny …") it is that one already."""
    if speakers and speakers[0] is not None and speakers[0].name == voice.speaker.name:
        return (replace(draft.chain[0], manner=voice.manner), *draft.chain[1:]), speakers
    return (Report(draft.head, (), manner=voice.manner), *draft.chain), [voice.speaker, *speakers]


def find_teller(chains: Sequence[Sequence[Speaker | None]]) -> Speaker | None:
    """Give who said everything in a sentence, outermost."""
    tellers = [chain[0] if chain else None for chain in chains]
    first = tellers[0] if tellers else None
    same = first is not None and all(one is not None and one.name == first.name for one in tellers)
    return first if same and first is not None and not is_pronoun(first) else None


def goes_on_telling(sentence: Stretch, drafts: Sequence[Draft]) -> bool:
    """Tell whether a sentence goes on with the reported one before it: "The ministry said a convoy would go.
    It would not take the same road." A "would" that no condition explains is a "will" that was said; and
    what "its engineers had warned" of was told too.
    """
    if not drafts or any(draft.chain for draft in drafts):
        return False
    main = next((draft for draft in drafts if draft.head is sentence.root), None)
    return main is not None and (_is_set_back(main) or _is_told_of_own(main.head))


def _is_set_back(draft: Draft) -> bool:
    would = any(word.lower_ in {"would", "'d", "’d"} for word in auxiliaries(draft.head))
    subject = own_subject(draft.head)
    if not would or is_unreal(draft.head) or subject is None or _is_any(subject):
        return False
    said = replace(draft, chain=(Report(draft.head, (), past=True),))
    return not is_conditional(said)


def _is_any(subject: Word) -> bool:
    """Read "a retreat would cost the town": that supposes."""
    return subject.tag_ == "VBG" or any(word.lower_ in {"a", "an", "any", "such"} for word in subject.lefts)


def _is_told_of_own(head: Word) -> bool:
    subject = own_subject(head)
    owned = subject is not None and any(word.lower_ in _OWNED for word in subject.lefts)
    group = [word.lower_ for word in auxiliaries(head)]
    return owned and head.tag_ == "VBN" and "had" in group
