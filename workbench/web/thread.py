"""What a claim's discussion is drawn from: its comments, each with what it is about."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from workbench.domain.comments import may_withdraw
from workbench.forms.comments import DiscussForm
from workbench.models import Claim
from workbench.queries.comments import CommentRow, count_open, list_comments
from workbench.queries.evidence import EvidenceRow, NamedPiece
from workbench.queries.seals import find_since
from workbench.web.current import db, sight, user
from workbench.web.drafts import offer_draft
from workbench.web.filters import host
from workbench.web.translations import term

LONGEST_LABEL = 80  # characters of a choice


@dataclass(frozen=True, slots=True)
class Topic:
    """What is said about one thing: the claim, where `evidence` is None, or a piece of its evidence."""

    evidence: EvidenceRow | None
    open: tuple[CommentRow, ...]
    resolved: tuple[CommentRow, ...]


def load_thread(
    claim: Claim, evidence: Sequence[EvidenceRow], form: DiscussForm | None = None
) -> dict[str, Any]:
    """What templates/comments/_thread.html shows. `evidence`: all of the claim's that may be seen."""
    comments = list_comments(db(), claim, sight=sight(), reader=user().id)
    return show_thread(claim, comments, evidence, form, sealed=find_since(db(), claim) is not None)


def show_thread(
    claim: Claim,
    comments: Sequence[CommentRow],
    evidence: Sequence[EvidenceRow],
    form: DiscussForm | None = None,
    *,
    sealed: bool,
) -> dict[str, Any]:
    """The same from comments that are read already. `sealed`: of what others say now none is among them."""
    topics = [_gather(comments, one) for one in (None, *evidence)]
    return {
        "topics": [topic for topic in topics if topic.open or topic.resolved],
        "open_comments": count_open(comments),
        "comments_sealed": sealed,
        "discuss_form": form or _make_fresh(claim, evidence),
        "may_withdraw": lambda comment: may_withdraw(comment.author_id, user()),
    }


def count_about(comments: Sequence[CommentRow]) -> Counter[uuid.UUID]:
    """How many open comments each piece of evidence has, by its id."""
    return Counter(row.comment.evidence_id for row in comments if row.is_open and row.comment.evidence_id)


def make_form(evidence: Sequence[EvidenceRow], about: str = "") -> DiscussForm:
    """The form as a request sent it."""
    return DiscussForm(about=about).offer(_list_choices(evidence))


def _make_fresh(claim: Claim, evidence: Sequence[EvidenceRow]) -> DiscussForm:
    form = DiscussForm(formdata=None).offer(_list_choices(evidence))
    return offer_draft(form, url_for("comments.add", ref=f"C-{claim.number}"))


def _list_choices(evidence: Sequence[EvidenceRow]) -> dict[str, str]:
    standing = [row for row in evidence if row.evidence.withdrawn_at is None]
    return {"": str(_("the claim")), **{str(row.evidence.id): describe_piece(row) for row in standing}}


def describe_piece(row: EvidenceRow | NamedPiece) -> str:
    """A piece of evidence in one line, to be told from the others."""
    stance, what = term(row.evidence.stance, "stance"), host(row.evidence.url) or row.evidence.excerpt
    return ": ".join([stance, ", ".join(part for part in (row.source.name, what) if part)])[:LONGEST_LABEL]


def _gather(comments: Sequence[CommentRow], evidence: EvidenceRow | None) -> Topic:
    anchor = evidence.evidence.id if evidence else None
    here = [row for row in comments if row.comment.evidence_id == anchor]
    return Topic(
        evidence, tuple(row for row in here if row.is_open), tuple(row for row in here if not row.is_open)
    )
