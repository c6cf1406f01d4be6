"""Read passives of saying: "X was reported by Y", "it was reported by Y that …"."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.attributions import reporting_words as told
from workbench.splitting.attributions.content import Content, Report, Reported
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, is_past, own_subject


def read_passive(head: Word, lemma: str, subject: Word) -> Reported | None:
    """Read "X was reported by Y": the subject is the news and the speaker follows."""
    agent = (
        child_with(head, "agent")
        or _find_named_agent(child_with(head, "oprd", "xcomp"))
        or child_with(head, "prep")
    )
    speaker = child_with(agent, "pobj") if agent is not None and agent.lower_ == "by" else None
    if speaker is None or lemma not in told.SPEECH or agent is None:
        return None
    report = Report(
        speaker,
        tuple(sorted({head.i, agent.i} | {word.i for word in auxiliaries(head)})),
        told.VERB_MODALITY.get(lemma),
        is_past(head),
    )
    clause = child_with(head, "ccomp", "xcomp", "oprd", "acomp", "advcl")
    if clause is not None and subject.lower_ == "it" and own_subject(clause) is not None:
        return Reported(report, Content("clause", clause))
    if clause is not None and clause.tag_ in {"VB", "VBN", "JJ"}:
        return Reported(report, Content("infinitive" if clause.tag_ == "VB" else "small", clause, subject))
    return Reported(report, Content("exists", subject)) if clause is None and is_indefinite(subject) else None


def _find_named_agent(clause: Word | None) -> Word | None:
    """In "were reported killed by the ministry" an office reports, it doesn't kill."""
    agent = child_with(clause, "agent") if clause is not None else None
    speaker = child_with(agent, "pobj") if agent is not None else None
    speaks = speaker is not None and speaker.lemma_.lower() in lexicon.BODIES | lexicon.PERSON_NOUNS
    return agent if speaks and agent is not None and clause is not None and agent.head == clause else None


def is_indefinite(noun: Word) -> bool:
    """Only "a blast" or "two blasts" can be restated as "There was …"; "the blast" is known already."""
    determiner = child_with(noun, "det", "poss")
    proper = noun.pos_ in {"PROPN", "PRON"}
    return not proper and (determiner is None or determiner.lower_ in {"a", "an", "several", "some", "many"})
