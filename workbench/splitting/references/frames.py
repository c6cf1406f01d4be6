"""What a clause stands in that its pronouns and short names are read by."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.splitting.attributions.speakers import Speaker
from workbench.splitting.clauses.drafts import Draft
from workbench.splitting.references.antecedents import Scene
from workbench.splitting.references.shortnames import Names


@dataclass(frozen=True, slots=True)
class Frame:
    """What pronouns and short names can mean here.

    speaker: who says it. quoted: in their own words. scene: what was spoken of before. names: those met
    so far. full: the whole name of this clause's own subject, when it is short for one. before: the
    clause before in the same sentence. voice: whose words the whole paragraph is, as in a transcript.
    quoting: whose the quotation is, when somebody else is said to speak within it.
    """

    speaker: Speaker | None
    quoted: bool
    scene: Scene
    names: Names
    full: Speaker | None = None
    before: Draft | None = None
    voice: Speaker | None = None
    quoting: Speaker | None = None

    @property
    def first_person(self) -> Speaker | None:
        """Who "we" is."""
        return (self.quoting or self.speaker) if self.quoted else self.voice
