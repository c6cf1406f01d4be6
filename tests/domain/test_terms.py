"""Each code of the domain that a page shows has its words."""

from enum import StrEnum

import pytest

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.captures import CaptureOutcome
from workbench.domain.evidence import EvidenceKind, SourceKind, Stance
from workbench.domain.links import SEEN_FROM_THERE, LinkKind
from workbench.domain.outcomes import Outcome
from workbench.domain.ratings import Confidence
from workbench.domain.report_kinds import ReportKind
from workbench.domain.roles import Role
from workbench.domain.statements import ClaimKind, Manner, Modality
from workbench.domain.status import Origin, Status
from workbench.domain.terms import TERMS, find_term
from workbench.history import COMMAND_LINE
from workbench.jobs.schedule import BY
from workbench.models.blind_verdict import Followed
from workbench.models.verdict import ReviewOutcome

CODES: dict[str, type[StrEnum]] = {
    "status": Status,
    "origin": Origin,
    "confidence": Confidence,
    "stance": Stance,
    "evidence kind": EvidenceKind,
    "source kind": SourceKind,
    "claim kind": ClaimKind,
    "modality": Modality,
    "manner": Manner,
    "link": LinkKind,
    "report kind": ReportKind,
    "role": Role,
    "outcome": Outcome,
    "anchor": AnchorOutcome,
    "capture": CaptureOutcome,
    "review": ReviewOutcome,
    "followed": Followed,
}


def test_every_noun_is_looked_at() -> None:
    assert set(TERMS) == {*CODES, "actor"}
    assert set(TERMS["actor"]) == {BY, COMMAND_LINE}


@pytest.mark.parametrize("noun", CODES)
def test_every_code_has_its_words(noun: str) -> None:
    codes = {code.value for code in CODES[noun]}
    assert codes | (set(SEEN_FROM_THERE.values()) if noun == "link" else set()) == set(TERMS[noun])
    assert len(set(TERMS[noun].values())) == len(TERMS[noun])
    assert all(words[0].isupper() for words in TERMS[noun].values())


def test_a_code_of_another_time_is_shown_as_it_is() -> None:
    assert find_term("outcome", "mislaid") == "mislaid"
