"""From words of an article to a claim: by offsets from the page's script, or by the words alone."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from workbench.domain.errors import RuleBroken
from workbench.domain.roles import Permission
from workbench.domain.statements import TITLE_LENGTH
from workbench.forms.claims import NewClaimForm
from workbench.models import Article, ArticleVersion
from workbench.queries.articles import get_version
from workbench.queries.sources import list_names
from workbench.services.claims import add_claim
from workbench.web.access import needs
from workbench.web.article_parts import answer_new
from workbench.web.articles import find_article
from workbench.web.claim_memory import is_looking, offer_earlier
from workbench.web.claims import read_values
from workbench.web.current import db, sight, user
from workbench.web.drafts import offer_draft
from workbench.web.hints import offer_hints
from workbench.web.htmx import invalid, page, saved, wants_part
from workbench.web.slots import find_slot_for_new

blueprint = Blueprint("selections", __name__)

MOST_PLACES = 50
CONTEXT = 60  # code points shown around each place


@dataclass(frozen=True, slots=True)
class Found:
    """One place of the words in the text, with what stands around it."""

    start: int
    end: int
    before: str
    quote: str
    after: str


@blueprint.get("/articles/<ref>/claims/new")
@needs(Permission.WRITE)
def new(ref: str) -> Response:
    article = find_article(ref)
    version = get_version(db(), article)
    quote = request.args.get("quote", "").replace("\r\n", "\n").strip()
    places = _locate(version.text, quote)
    if len(places) != 1:
        return _choose(article, quote, places)
    place = places[0]
    form = NewClaimForm(
        formdata=None,
        start=place.start,
        end=place.end,
        title=_shorten(place.quote),
        statement=" ".join(place.quote.split()),
    )
    offer_draft(form, url_for(".create", ref=ref) + f"#{place.start}-{place.end}")
    return page("claims/new.html", "claims/_new.html", **_context(article, version, form))


@blueprint.post("/articles/<ref>/claims")
@needs(Permission.WRITE)
def create(ref: str) -> Response:
    article = find_article(ref)
    version = get_version(db(), article)
    form = NewClaimForm()
    slices, claim = [(form.start.data or 0, form.end.data or 0)], None
    if not is_looking() and form.validate():
        claim = form.attempt(lambda: add_claim(db(), version, slices, read_values(form), by=user().actor))
    if claim is None:
        return invalid("claims/new.html", "claims/_new.html", **_context(article, version, form))
    return (
        answer_new(article, claim, slices)
        if wants_part()
        else saved(url_for("claims.show", ref=f"C-{claim.number}"))
    )


def read_selection(version: ArticleVersion) -> tuple[int, int]:
    """The stretch that a form names, if the text there is what the person saw. Raises RuleBroken."""
    start, end = (request.form.get(name, type=int) for name in ("start", "end"))
    quote = request.form.get("quote", "").replace("\r\n", "\n")
    if not quote.strip():
        raise RuleBroken(_("Select some words first."))
    if start is None or end is None:
        return _find_quote(version.text, quote.strip())
    if not 0 <= start < end <= len(version.text) or version.text[start:end] != quote:
        raise RuleBroken(_("The selected words are not at that place of the text. Select them again."))
    before, after = (request.form.get(name, "").replace("\r\n", "\n") for name in ("prefix", "suffix"))
    if not version.text[:start].endswith(before) or not version.text[end:].startswith(after):
        raise RuleBroken(_("The words around the selection are others now. Open the page again."))
    return start, end


def _find_quote(text: str, quote: str) -> tuple[int, int]:
    """The one place of words that came without offsets, as from a browser without a script."""
    start = text.find(quote)
    if start == -1:
        raise RuleBroken(_("These words are not in the text just so. Copy them letter for letter."))
    if text.find(quote, start + 1) != -1:
        raise RuleBroken(_("These words stand there more than once. Take a few of their neighbours, too."))
    return start, start + len(quote)


def _locate(text: str, quote: str) -> list[Found]:
    """Every place of the quote; only the one that the page's script named, when it holds these words."""
    start, end = request.args.get("start", type=int), request.args.get("end", type=int)
    if start is None or end is None or not 0 <= start < end <= len(text):
        start = end = 0
    if start < end and quote in {"", text[start:end]}:  # without words: a draft leads back by its place
        return [_describe(text, start, end)]
    places: list[Found] = []
    position = text.find(quote) if quote else -1
    while position != -1 and len(places) < MOST_PLACES:
        places.append(_describe(text, position, position + len(quote)))
        position = text.find(quote, position + 1)
    return places


def _describe(text: str, start: int, end: int) -> Found:
    return Found(
        start, end, text[max(0, start - CONTEXT) : start], text[start:end], text[end : end + CONTEXT]
    )


def _choose(article: Article, quote: str, places: list[Found]) -> Response:
    context: dict[str, Any] = {
        "article": article,
        "quote": quote,
        "places": places,
        "slot": find_slot_for_new(article),
    }
    if places:
        return page("claims/choose.html", "claims/_choose.html", **context, error="")
    error = (
        _("These words are not in the text just so. Copy them from the article, letter for letter.")
        if quote
        else _("Copy some words from the article first.")
    )
    if wants_part():
        raise RuleBroken(error)  # told in the notices: the form with the words stands on the page
    return invalid("claims/choose.html", **context, error=error)


def _shorten(quote: str) -> str:
    """The quote as a first title, cut at a word."""
    words = " ".join(quote.split())
    if len(words) <= TITLE_LENGTH:
        return words
    return words[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _context(article: Article, version: ArticleVersion, form: NewClaimForm) -> dict[str, Any]:
    start, end = max(0, form.start.data or 0), max(0, form.end.data or 0)
    return {
        "article": article,
        "form": form,
        "slot": find_slot_for_new(article),
        "place": _describe(version.text, start, end),
        "sources": list_names(db(), sight=sight()),
        **offer_earlier(form),
        **offer_hints(form),
    }
