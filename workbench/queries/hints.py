"""Hints on what is being written, with what only the splitter's word lists know: dates and places."""

from workbench.domain.hints import Hint, Wording, find_hints
from workbench.domain.statements import ClaimKind
from workbench.splitting.findings.plain import read_facts


def read_hints(title: str, statement: str, kind: ClaimKind = ClaimKind.EVENT) -> list[Hint]:
    """What could be mended in these words; empty for none."""
    facts = read_facts(statement)
    return find_hints(Wording(title, statement, kind, placed=bool(facts.days or facts.places)))
