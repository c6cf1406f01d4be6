"""What comes back to an article page after an act: what the act touched, and of long lists and texts no more.

An act on one claim sends its card, one on its words also the paragraphs whose marks have changed, a move only
where the card now stands, and an act on many claims the list's first stretch and how every claim looks."""

import uuid
from collections.abc import Sequence
from typing import Any

from flask import Response, flash, url_for
from flask_babel import gettext as _

from workbench.models import Article, ArticleVersion, Claim
from workbench.queries.article_claims import ArticleClaim, list_all
from workbench.queries.articles import count_claims, get_version
from workbench.queries.claims import list_article_claims
from workbench.queries.furniture import list_furniture
from workbench.queries.places import list_places_of
from workbench.web.article_cards import STRETCH, load_cards
from workbench.web.article_page import find_direction, load_side
from workbench.web.article_text import draw_blocks
from workbench.web.cards import CHANGED, flash_act, load_card, read_article, tell_act
from workbench.web.current import db, sight
from workbench.web.htmx import put_into, saved, tell, wants_part

Ranges = Sequence[tuple[int, int]]


def answer_parts(
    article: Article,
    words: str,
    ranges: Ranges = (),
    *,
    undoable: bool = True,
    opened: str = "",
    more: Sequence[str] = (),
) -> Response:
    """After an act on the lists or on many claims: the cards, the counts, the glance, and the paragraphs in
    which marks came, went or changed (`ranges`), and the templates `more`. Without htmx: the whole page,
    with a flash."""
    to = _link(article, opened)
    if not wants_part():
        return _answer_page(to, words, undoable=undoable)
    version = get_version(db(), article)
    claims = list_all(db(), version)
    context = {
        **load_side(article, version, claims),
        **_load_paragraphs(version, claims, ranges),
        "cards": load_cards(version, claims, room=STRETCH, near=opened),
        "opened": opened,
    }
    also = [
        "articles/_counts.html",
        "articles/_glance.html",
        "articles/_looks.html",
        "articles/_paragraphs.html",
    ]
    return saved(
        to,
        "articles/_cards.html",
        also=[*also, *more, "acts/_done.html"],
        **context,
        **_tell(words, to, undoable),
    )


def answer_new(article: Article, claim: Claim, ranges: Ranges) -> Response:
    """After a claim was made by the form beside the text, for htmx: the cards with its own among them, which
    gets the focus (static/article.js), the paragraphs of its words, and the form's slot empty again."""
    ref = f"C-{claim.number}"
    words = _("%(ref)s is new.", ref=ref)
    answer = answer_parts(article, words, ranges, opened=ref, more=["claims/_new_closed.html"])
    return put_into(tell(answer, {"claim-made": {"claim": ref}}), "#cards")


def answer_words(
    article: Article, version: ArticleVersion, words: str, ranges: Ranges, *, opened: str
) -> Response:
    """After an act on the words of a claim whose card is there already, in its newest `version`: its card and
    those paragraphs."""
    to = _link(article, opened)
    if not wants_part():
        return _answer_page(to, words)
    claims = list_all(db(), version)
    context = {**load_card(article, opened, opened, version), **_load_paragraphs(version, claims, ranges)}
    also = ["articles/_paragraphs.html", "acts/_done.html"]
    answer = saved(to, "articles/_card.html", also=also, **context, **_tell(words, to))
    return put_into(answer, f"#claim-{opened}")


def answer_move(
    article: Article, words: str, shown: Sequence[ArticleClaim], here: ArticleClaim, *, undoable: bool = True
) -> Response:
    """After a claim went elsewhere in its list, which is `shown` now: beside which one it stands.
    static/article.js puts the card there, so that nothing of the list is sent."""
    place = _find_place(shown, here)
    to = _link(article, place["claim"])
    if not wants_part():
        return _answer_page(to, words, undoable=undoable)
    told = _tell(words, to, undoable)
    answer = saved(to, "acts/_done.html", ref=f"A-{article.number}", **told)
    answer.headers["HX-Reswap"] = "none"
    return tell(answer, {"claim-moved": place})


def load_list(article: Article, claim_id: uuid.UUID) -> tuple[list[ArticleClaim], ArticleClaim]:
    """The list that a claim's card is in, and what it is there."""
    claims = list_all(db(), get_version(db(), article), words=False)
    here = next(claim for claim in claims if claim.id == claim_id)
    return list_of(claims, here), here


def answer_card(article: Article, words: str, ref: str, *, opened: str = "") -> Response:
    """After an act on one claim was taken back from elsewhere on the page: its card, out of band."""
    to = _link(article, ref)
    if not wants_part():
        return _answer_page(to, words, undoable=False)
    version = get_version(db(), article)
    context = {
        **load_side(article, version, list_all(db(), version, words=False)),
        **load_card(article, ref, opened),
    }
    also = ["articles/_counts.html", "articles/_glance.html", "acts/_done.html"]
    answer = saved(
        to, "articles/_card.html", also=also, again=True, **context, **_tell(words, to, undoable=False)
    )
    answer.headers["HX-Reswap"] = "none"
    return answer


def answer_split(article: Article, words: str, claim: Claim, new: Claim, ranges: Ranges) -> Response:
    """After a split by the form in a claim's card, for htmx: its card, that of the new claim behind it, and
    the paragraphs they stand in (`ranges`)."""
    ref = f"C-{claim.number}"
    version, context = _load_formed(article, ref, ranges)
    added = list_article_claims(db(), version, sight=sight(), only=[new.id])
    also = ["articles/_beside.html", *_FORMED]
    to = _link(article, ref)
    answer = saved(to, "articles/_card.html", also=also, added=added, **context, **_tell(words, to))
    return put_into(tell(answer, CHANGED), f"#claim-{ref}")


def answer_merge(
    article: Article, words: str, kept: Claim, here: Claim, other: Claim, ranges: Ranges
) -> Response:
    """After a merge by the form in the card of `here`, for htmx: the card that stays in its place. That of
    `other` goes from where it is on the page, if it is there (static/article.js)."""
    ref = f"C-{kept.number}"
    _, context = _load_formed(article, ref, ranges)
    to = _link(article, ref)
    answer = saved(to, "articles/_card.html", also=_FORMED, **context, **_tell(words, to))
    gone = {"claim-gone": {"claim": f"C-{other.number}"}}
    return put_into(tell(answer, CHANGED | gone), f"#claim-C-{here.number}")


def read_slices(claim: Claim) -> list[tuple[int, int]]:
    """Where a claim's words stand in the article beside whose text its card is."""
    version = get_version(db(), read_article(claim))
    return [(a, b) for place in list_places_of(db(), claim, version) for a, b in place.slices]


def _load_paragraphs(
    version: ArticleVersion, claims: Sequence[ArticleClaim], ranges: Ranges
) -> dict[str, Any]:
    blocks = draw_blocks(version.text, claims, list_furniture(db(), version), ranges) if ranges else []
    return {"changed_blocks": blocks, "direction": find_direction(version)}


# What comes along with the card in which a form was sent.
_FORMED = ("articles/_paragraphs.html", "articles/_counts.html", "acts/_done.html")


def _load_formed(article: Article, ref: str, ranges: Ranges) -> tuple[ArticleVersion, dict[str, Any]]:
    version = get_version(db(), article)
    paragraphs = _load_paragraphs(version, list_all(db(), version), ranges)
    counts = count_claims(db(), article)
    return version, {**load_card(article, ref, ref), **paragraphs, "counts": counts}


def list_of(claims: Sequence[ArticleClaim], here: ArticleClaim) -> list[ArticleClaim]:
    """The list that a claim's card is in: accepted ones, proposals and withdrawn ones are three."""
    return [claim for claim in claims if (claim.waiting, claim.withdrawn) == (here.waiting, here.withdrawn)]


def _find_place(shown: Sequence[ArticleClaim], here: ArticleClaim) -> dict[str, str]:
    """Which claim of its list it stands before; at the end of the list, behind which one."""
    way, beside = ("before", shown.index(here) + 1) if here is not shown[-1] else ("after", len(shown) - 2)
    return {"claim": here.reference, "way": way, "beside": shown[beside].reference}


def _link(article: Article, opened: str) -> str:
    return url_for("articles.show", ref=f"A-{article.number}", claim=opened or None)


def _tell(words: str, to: str, undoable: bool = True) -> dict[str, Any]:
    return tell_act(words, to, inside="#cards") if undoable else {"category": "success", "message": words}


def _answer_page(to: str, words: str, *, undoable: bool = True) -> Response:
    if undoable:
        flash_act(words, to)
    else:
        flash(words, "success")
    return saved(to)
