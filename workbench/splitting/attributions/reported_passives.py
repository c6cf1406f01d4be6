"""Read passives of saying: "X was reported by Y", "it was reported by Y that …"."""

from __future__ import annotations

from workbench.splitting import lexicon
from workbench.splitting.attributions import reporting_words as told
from workbench.splitting.attributions.content import Content, Report, Reported
from workbench.splitting.attributions.reported_nouns import is_untrue
from workbench.splitting.parsing.parsed import Word
from workbench.splitting.parsing.tree import auxiliaries, child_with, children_with, is_past, own_subject


def read_passive(head: Word, lemma: str, subject: Word) -> Reported | None:
    """Read "X was reported by Y": the subject is the news and the speaker follows."""
    agent = (
        child_with(head, "agent")
        or _find_named_agent(child_with(head, "oprd", "xcomp"))
        or child_with(head, "prep")
    )
    speaker = child_with(agent, "pobj") if agent is not None and agent.lower_ == "by" else None
    rejected = told.VERB_MODALITY.get(lemma) == "denial" and is_untrue(subject)
    if speaker is None or agent is None or not (lemma in told.SPEECH or rejected):
        return None
    report = Report(
        speaker,
        tuple(sorted({head.i, agent.i} | {word.i for word in auxiliaries(head)})),
        told.VERB_MODALITY.get(lemma),
        is_past(head),
    )
    claimed = child_with(subject, "acl", "ccomp", "relcl") if rejected else None
    if claimed is not None and subject.lemma_ in told.CLAIM_NOUNS and own_subject(claimed) is not None:
        return Reported(report, Content("clause", claimed))  # "claims that … were rejected by the army"
    if rejected:  # "that account was rejected by the league"
        return Reported(report, Content("untrue", subject))
    clause = child_with(head, "ccomp", "xcomp", "oprd", "acomp", "advcl")
    if clause is not None and subject.lower_ == "it" and own_subject(clause) is not None:
        return Reported(report, Content("clause", clause))
    if clause is not None and clause.tag_ in {"VB", "VBN", "JJ"}:
        return Reported(report, Content("infinitive" if clause.tag_ == "VB" else "small", clause, subject))
    return Reported(report, Content("exists", subject)) if clause is None and is_indefinite(subject) else None


def read_rejected_noun(noun: Word) -> Reported | None:
    """Read "a claim rejected by the army" and "a charge the embassy denies"."""
    for verb in children_with(noun, "acl", "relcl"):
        agent = child_with(verb, "agent")
        speaker = child_with(agent, "pobj") if agent is not None else None
        if verb.dep_ == "relcl" and child_with(verb, "auxpass") is None:
            speaker = own_subject(verb)
        denied = told.VERB_MODALITY.get(verb.lemma_.lower()) == "denial" and is_untrue(noun)
        if denied and speaker is not None and speaker.tag_ not in {"WDT", "WP"}:
            cue = {verb.i, *(word.i for word in auxiliaries(verb)), *([agent.i] if agent is not None else [])}
            report = Report(speaker, tuple(sorted(cue)), "denial", is_past(verb))
            return Reported(report, Content("untrue", noun))
    return None


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
