"""The cards beside an article's text: one opened or closed in its place, and what an act answers there."""

from typing import Any

from flask import Blueprint, Response, flash, request, url_for

from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.models import Article, ArticleVersion, Claim
from workbench.queries.articles import count_claims, get_article, get_article_of, get_version
from workbench.queries.claims import get_claim, list_article_claims
from workbench.services.undo import last_act
from workbench.web.access import needs
from workbench.web.current import db, sight
from workbench.web.htmx import put_into, saved, tell, wants_part

blueprint = Blueprint("cards", __name__)

# What stands at a glance above the cards asks again by itself.
CHANGED: dict[str, dict[str, str]] = {"claims-changed": {}}


@blueprint.get("/claims/<ref>/card")
@needs(Permission.READ)
def show(ref: str) -> Response:
    """A claim's card with its details, or with `open=no` without them; without htmx the page around it."""
    claim = get_claim(db(), parse_reference("C", ref))
    article = read_article(claim)
    opened = "" if request.args.get("open") == "no" else ref
    to = url_for("articles.show", ref=f"A-{article.number}", claim=opened or None, _anchor=f"claim-{ref}")
    return saved(to, "articles/_card.html", **load_card(article, ref, opened))


def answer_act(claim: Claim, words: str, *, undoable: bool = True) -> Response:
    """After an act on one claim: beside the text its card again, elsewhere its page. Both can undo it."""
    ref = f"C-{claim.number}"
    if request.form.get("back") != "article":
        to = url_for("claims.show", ref=ref)
        flash_act(words, to, undoable=undoable)
        return saved(to)
    article = read_article(claim)
    opened = request.values.get("open", "")
    to = url_for("articles.show", ref=f"A-{article.number}", claim=opened or None, _anchor=f"claim-{ref}")
    if not wants_part():
        flash_act(words, to, undoable=undoable)
        return saved(to)
    context = load_card(article, ref, opened)
    answer = saved(
        to,
        "articles/_card.html",
        also=["articles/_counts.html", "acts/_done.html"],
        counts=count_claims(db(), article),
        **tell_act(words, to, inside="#cards", undoable=undoable),
        **context,
    )
    return put_into(tell(answer, CHANGED), f"#claim-{ref}")


def load_card(
    article: Article, ref: str, opened: str, version: ArticleVersion | None = None
) -> dict[str, Any]:
    """What templates/articles/_card.html shows; `version` is the article's newest, where it is read already.
    Raises NotFound when the claim is said nowhere."""
    claim = get_claim(db(), parse_reference("C", ref))
    newest = version or get_version(db(), article)
    rows = list_article_claims(db(), newest, sight=sight(), only=[claim.id])
    if not rows:
        article = get_article_of(db(), claim)
        rows = list_article_claims(db(), get_version(db(), article), sight=sight(), only=[claim.id])
    return {"row": rows[0], "ref": f"A-{article.number}", "opened": opened}


def read_article(claim: Claim) -> Article:
    """The article beside whose text the claim's card stands, which the request names; else its first."""
    named = request.values.get("in", "")
    return get_article(db(), parse_reference("A", named)) if named else get_article_of(db(), claim)


def tell_act(
    words: str, back: str, *, inside: str = "", leads: str = "", undoable: bool = True
) -> dict[str, Any]:
    """A notice of the act just made, with its undoing: what templates/acts/_notice.html shows.

    inside: the part of the page that undoing is answered with, empty for the page anew; leads: the reference
    of another claim to look at.
    """
    undo = last_act(db()) if undoable else 0
    message = {"words": words, "undo": undo, "back": back, "inside": inside, "leads": leads}
    return {"category": "success", "message": message if undo or leads else words}


def flash_act(words: str, back: str, *, undoable: bool = True) -> None:
    """The same for the next whole page."""
    told = tell_act(words, back, undoable=undoable)
    flash(told["message"], told["category"])
