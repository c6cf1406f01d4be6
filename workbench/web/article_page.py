"""What the article page and its parts are drawn from."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from flask import request

from workbench.domain.independence import NOTHING, Weight
from workbench.domain.mixes import list_parts
from workbench.domain.pictures import NARROW, Share, draw_mix
from workbench.domain.readiness import ClaimState, list_advice, list_blockers, list_weakest
from workbench.domain.statements import ClaimKind, Modality
from workbench.domain.status import SIGNED
from workbench.models import Article, ArticleVersion
from workbench.queries.article_claims import ArticleClaim, list_all
from workbench.queries.article_versions import count_asked
from workbench.queries.articles import ClaimCounts, get_outlet, get_version
from workbench.queries.evidence_weight import weigh_article
from workbench.queries.furniture import list_furniture
from workbench.queries.jobs import list_unfinished
from workbench.queries.replies import list_claims_asked
from workbench.queries.scales import Used, load_used
from workbench.services.claim_documents import CLAIM_FILES
from workbench.web.article_cards import DRAWN, load_cards
from workbench.web.article_text import draw_text
from workbench.web.current import db, files, sight

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})


def load_page(article: Article) -> dict[str, Any]:
    """Everything templates/articles/show.html shows."""
    version = get_version(db(), article)
    claims = list_all(db(), version)
    furniture = list_furniture(db(), version)
    opened = request.args.get("claim", "")
    near = request.args.get("near", "") or opened
    return {
        **load_side(article, version, claims),
        "cards": load_cards(version, claims, room=DRAWN, near=near),
        "article": article,
        "colour_by": "status" if request.args.get("colour") == "status" else "rating",
        "opened": opened,
        "version": version,
        "outlet": get_outlet(db(), article, sight=sight()),
        "groups": draw_text(version.text, claims, furniture),
        "unmarked": [mark for mark in furniture if mark.unmarked_at is not None],
        "jobs": list_unfinished(db(), article.id, sight=sight()),
        "direction": find_direction(version),
        "may_have_original": may_have_original(version),
        "asked": count_asked(db(), version) if version.ordinal > 1 else 0,
    }


def may_have_original(version: ArticleVersion) -> bool:
    """A file of claims names sources that may be withheld since: it goes only to those who may see them."""
    return sight() or version.media_type not in CLAIM_FILES


def load_side(article: Article, version: ArticleVersion, claims: Sequence[ArticleClaim]) -> dict[str, Any]:
    """What stands above the cards, tallied from the claims: counts, verdict mix, what blocks a report."""
    shown = [claim for claim in claims if not claim.withdrawn]
    accepted = [claim for claim in shown if claim.accepted]
    checked = sum(claim.status in SIGNED for claim in accepted)
    unsigned = sum(claim.rating is not None and claim.status not in SIGNED for claim in accepted)
    weights = weigh_article(db(), version, sight=sight(), read=files().read)
    asked = list_claims_asked(db(), version, sight=sight())
    states = [
        _read_state(claim, weights.get(claim.id, NOTHING), asked=claim.id in asked)
        for claim in _accepted_first(shown)
    ]
    return {
        "ref": f"A-{article.number}",
        "counts": ClaimCounts(len(shown) - len(accepted), len(accepted), checked, unsigned),
        "mix": draw_mix(mix_verdicts(accepted, load_used(db())), width=NARROW),
        "blockers": list_blockers(states),
        "weakest": list_weakest(states),
        "advice": list_advice(states),
        "nameless": [state for state in states if state.accepted and not state.has_claimant],
        "kinds": list(ClaimKind),
        "modalities": list(Modality),
    }


def load_glance(article: Article) -> dict[str, Any]:
    """What templates/articles/_glance.html shows, without text and cards."""
    version = get_version(db(), article)
    return load_side(article, version, list_all(db(), version, words=False))


def find_direction(version: ArticleVersion) -> str:
    """The value of a paragraph's dir attribute."""
    return "rtl" if version.language in RIGHT_TO_LEFT else "auto"


def _accepted_first(claims: Sequence[ArticleClaim]) -> list[ArticleClaim]:
    return sorted(claims, key=lambda claim: not claim.accepted)


def _read_state(claim: ArticleClaim, weight: Weight, *, asked: bool) -> ClaimState:
    return ClaimState(
        reference=claim.reference,
        title=claim.title,
        status=claim.status,
        accepted=claim.accepted,
        has_verdict=claim.rating is not None,
        has_claimant=claim.has_claimant,
        look_again=claim.look_again,
        links=weight.links,
        sources=weight.origins,
        reliability=weight.reliability,
        unconfirmed=weight.unconfirmed,
        asked=asked,
    )


def mix_verdicts(claims: Sequence[ArticleClaim], scales: Used) -> list[Share]:
    """How the claims came out, in the order of the scales; claims without a verdict come last."""
    counts = Counter((*claim.rating, claim.label, claim.colour) for claim in claims if claim.rating)
    mix = [
        Share(part.name, part.colour, sum(counts[rating] for rating in part.ratings))
        for part in list_parts(counts, scales)
    ]
    open_ones = sum(claim.rating is None for claim in claims)
    return [*mix, Share("No verdict", "none", open_ones)]
