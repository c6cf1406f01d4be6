"""Kinds of evidence and the two Admiralty axes."""

from workbench.domain.evidence import CREDIBILITY, EVIDENCE_KINDS, RELIABILITY, EvidenceKind, format_grade


def test_every_kind_has_its_rule() -> None:
    assert set(EVIDENCE_KINDS) == set(EvidenceKind)
    placed = [kind for kind, rule in EVIDENCE_KINDS.items() if rule.needs_position]
    assert placed == [EvidenceKind.GEOLOCATION]


def test_both_axes_are_the_admiralty_code_and_make_one_grade() -> None:
    assert "".join(RELIABILITY) == "ABCDEF"
    assert list(CREDIBILITY) == [1, 2, 3, 4, 5, 6]
    assert format_grade("B", 2) == "B2"
