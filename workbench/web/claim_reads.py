"""What is read of a claim for its page: each thing once a request, and only when a part is drawn from it."""

import uuid
from datetime import datetime
from functools import cached_property

from workbench.domain.circularity import Circle
from workbench.domain.evidence import Stance
from workbench.models import Article, Claim, Verdict
from workbench.queries.articles import get_article_of
from workbench.queries.claim_links import LinkRow, list_links
from workbench.queries.claims import ClaimRow, load_rows
from workbench.queries.comments import CommentRow, list_comments
from workbench.queries.evidence import EvidenceRow, VerdictRow, get_verdict, list_evidence, list_verdicts
from workbench.queries.seals import find_since
from workbench.web.blind_panel import Panel
from workbench.web.current import db, files, sight, user


class ClaimReads:
    """Everything about one claim that more than one part of its page needs."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.ref = f"C-{claim.number}"

    @cached_property
    def row(self) -> ClaimRow:
        return load_rows(db(), [self.claim], sight=sight())[0]

    @cached_property
    def article(self) -> Article:
        """The one that it was said in first."""
        return get_article_of(db(), self.claim)

    @cached_property
    def evidence(self) -> list[EvidenceRow]:
        """All that may be seen, with what is withdrawn."""
        return list_evidence(db(), [self.claim.id], sight=sight(), withdrawn=True, read=files().read)

    @cached_property
    def columns(self) -> dict[Stance, list[EvidenceRow]]:
        standing = [row for row in self.evidence if row.evidence.withdrawn_at is None]
        return {stance: [row for row in standing if row.evidence.stance is stance] for stance in Stance}

    @cached_property
    def circles(self) -> dict[uuid.UUID, Circle]:
        """Which of the supporting evidence is the checked article again."""
        return {row.evidence.id: row.circle for row in self.columns[Stance.SUPPORTS] if row.circle}

    @cached_property
    def verdicts(self) -> list[VerdictRow]:
        """All that were given, the newest first."""
        return list_verdicts(db(), [self.claim.id]).get(self.claim.id, [])

    @cached_property
    def verdict(self) -> VerdictRow | None:
        """The one in force."""
        return next((row for row in self.verdicts if row.verdict.id == self.claim.verdict_id), None)

    @cached_property
    def in_force(self) -> Verdict | None:
        """The verdict in force alone, without who gave and who reviewed it."""
        return get_verdict(db(), self.claim)

    @cached_property
    def blind(self) -> Panel:
        """How the claim stands with its second verdict, for the person who looks."""
        return Panel(self.claim, self.in_force)

    @cached_property
    def sealed_since(self) -> datetime | None:
        """From when on words about the claim may tell of a sealed verdict; None where none is."""
        return find_since(db(), self.claim) if self.blind.waits else None

    @cached_property
    def comments(self) -> list[CommentRow]:
        return list_comments(db(), self.claim, sight=sight(), reader=user().id)

    @cached_property
    def links(self) -> list[LinkRow]:
        return list_links(db(), self.claim, sight=sight())
