"""What the article page and its parts are drawn from."""

from collections import Counter
from typing import Any

from flask import request

from workbench.domain.ratings import find_scale
from workbench.domain.readiness import ClaimState, list_blockers, list_weakest
from workbench.domain.statements import ClaimKind, Modality
from workbench.domain.status import Status
from workbench.models import Article, ArticleVersion
from workbench.queries.article_sources import count_sources
from workbench.queries.articles import count_claims, find_split_job, get_outlet, get_version
from workbench.queries.claims import ClaimRow, list_article_claims
from workbench.queries.furniture import list_furniture
from workbench.web.article_text import draw_text
from workbench.web.current import db, sight

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def load_page(article: Article) -> dict[str, Any]:
    """Everything templates/articles/show.html shows."""
    version = get_version(db(), article)
    rows = list_article_claims(db(), version, sight=sight())
    furniture = list_furniture(db(), version)
    accepted = [row for row in rows if row.claim.accepted_at and row.claim.status != Status.WITHDRAWN]
    proposals = [row for row in rows if not row.claim.accepted_at and row.claim.status != Status.WITHDRAWN]
    return {
        **_judge(version, accepted, proposals),
        "article": article,
        "ref": f"A-{article.number}",
        "colour_by": "status" if request.args.get("colour") == "status" else "rating",
        "opened": request.args.get("claim", ""),
        "version": version,
        "outlet": get_outlet(db(), article, sight=sight()),
        "groups": draw_text(version.text, rows, furniture),
        "unmarked": [mark for mark in furniture if mark.unmarked_at is not None],
        "accepted": accepted,
        "proposals": proposals,
        "withdrawn": [row for row in rows if row.claim.status == Status.WITHDRAWN],
        "counts": count_claims(db(), article),
        "mix": mix_verdicts(accepted),
        "job": find_split_job(db(), article),
        "kinds": list(ClaimKind),
        "modalities": list(Modality),
        "direction": "rtl" if version.language in RIGHT_TO_LEFT else "auto",
    }


def load_glance(article: Article) -> dict[str, Any]:
    """What templates/articles/_glance.html shows, without the text."""
    version = get_version(db(), article)
    rows = [
        row
        for row in list_article_claims(db(), version, sight=sight())
        if row.claim.status != Status.WITHDRAWN
    ]
    accepted = [row for row in rows if row.claim.accepted_at]
    proposals = [row for row in rows if not row.claim.accepted_at]
    return {
        **_judge(version, accepted, proposals),
        "ref": f"A-{article.number}",
        "accepted": accepted,
        "proposals": proposals,
        "mix": mix_verdicts(accepted),
    }


def _judge(version: ArticleVersion, accepted: list[ClaimRow], proposals: list[ClaimRow]) -> dict[str, Any]:
    sources = count_sources(db(), version, sight=sight())
    states = [_read_state(row, *sources.get(row.claim.id, (0, "F"))) for row in [*accepted, *proposals]]
    return {
        "blockers": list_blockers(states),
        "weakest": list_weakest(states),
        "nameless": [state for state in states if state.accepted and not state.has_claimant],
    }


def _read_state(row: ClaimRow, sources: int, reliability: str) -> ClaimState:
    return ClaimState(
        reference=row.reference,
        title=row.claim.title,
        status=row.claim.status,
        accepted=row.claim.accepted_at is not None,
        has_verdict=row.verdict is not None,
        has_claimant=bool(row.claimants),
        look_again=bool(row.claim.look_again),
        sources=sources,
        reliability=reliability,
    )


def mix_verdicts(rows: list[ClaimRow]) -> list[tuple[str, str, int]]:
    """(label, colour token, count) in the order of the scale; claims without a verdict come last."""
    counts = Counter((row.verdict.scale, row.verdict.rating) for row in rows if row.verdict)
    mix = [
        (label.text, label.colour, counts[scale, label.key])
        for scale in sorted({scale for scale, _ in counts})
        for label in find_scale(scale).labels
        if counts[scale, label.key]
    ]
    open_ones = sum(row.verdict is None for row in rows)
    return [*mix, ("No verdict", "none", open_ones)] if open_ones else mix
