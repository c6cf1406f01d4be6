"""Work on an article's claims from beside its text: their order, many proposals at once, which words are
whose."""

from collections.abc import Callable, Sequence

from flask import Blueprint, Response, request
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.domain import slices as cuts
from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.models import Article, ArticleVersion, Claim
from workbench.queries.article_claims import ArticleClaim, list_all
from workbench.queries.articles import get_version
from workbench.queries.claims import ClaimRow, get_claim, list_article_claims
from workbench.queries.places import Place, find_first_places, list_places_of
from workbench.services import appearances
from workbench.services.acceptance import accept_claims, dismiss_claims
from workbench.services.anchors import choose_place
from workbench.services.claim_order import move_place
from workbench.web.access import needs
from workbench.web.article_parts import answer_move, answer_parts, answer_words, list_of
from workbench.web.articles import find_article
from workbench.web.current import db, sight, user
from workbench.web.selections import read_selection

blueprint = Blueprint("article_work", __name__)

_STEPS = {"up": -1, "down": 1}


@blueprint.post("/articles/<ref>/claims/<claim_ref>/<any(up, down):way>")
@needs(Permission.WRITE)
def move(ref: str, claim_ref: str, way: str) -> Response:
    article, version = _find(ref)
    claims = list_all(db(), version, words=False)
    here = next((claim for claim in claims if claim.reference == claim_ref), None)
    if here is None:
        raise NotFound(_("This claim is not said in this article."))
    shown, step = list_of(claims, here), _STEPS[way]
    at, near = shown.index(here), _list_near(shown, here)
    first = find_first_places(db(), version, [claim.id for claim in near])
    move_place(db(), [first[claim.id] for claim in near], near.index(here), step, by=user().actor)
    shown.insert(at + step, shown.pop(at))
    return answer_move(article, _("%(ref)s is moved.", ref=claim_ref), shown, here)


@blueprint.post("/articles/<ref>/sort")
@needs(Permission.WRITE)
def sort(ref: str) -> Response:
    """Accept or dismiss the proposals that a filter leaves."""
    article, version = _find(ref)
    if article.withdrawn_at is not None:
        raise RuleBroken(_("The article is withdrawn. Reinstate it first."))
    chosen = _choose(list_article_claims(db(), version, sight=sight()))
    if request.form.get("act") == "dismiss":
        count = dismiss_claims(db(), chosen, by=user().actor)
        words = ngettext("%(num)s proposal dismissed.", "%(num)s proposals dismissed.", count)
    else:
        count = accept_claims(db(), chosen, by=user().actor)
        words = ngettext("%(num)s claim accepted.", "%(num)s claims accepted.", count)
    return answer_parts(article, words)


@blueprint.post("/articles/<ref>/words/<any(add, extend, trim):act>")
@needs(Permission.WRITE)
def set_words(ref: str, act: str) -> Response:
    """The selected words become a further place of a claim, or are taken into its words or out of them."""
    article, version = _find(ref)
    start, end = read_selection(version)
    claim = _read_claim()
    here = list_places_of(db(), claim, version)
    before = [(a, b) for place in here for a, b in place.slices]
    words = _ACTS[act](claim, version, here, start, end)
    ref = f"C-{claim.number}"
    if before:
        return answer_words(article, version, words, [*before, (start, end)], opened=ref)
    return answer_parts(article, words, [(start, end)], opened=ref)


def _add(claim: Claim, version: ArticleVersion, _here: Sequence[Place], start: int, end: int) -> str:
    appearances.add_appearance(db(), claim, version, [(start, end)], by=user().actor)
    return str(_("C-%(number)s is said here, too.", number=claim.number))


def _extend(claim: Claim, version: ArticleVersion, here: Sequence[Place], start: int, end: int) -> str:
    return _cut(claim, version, here, start, end, lambda slices: cuts.extend(slices, start, end))


def _trim(claim: Claim, version: ArticleVersion, here: Sequence[Place], start: int, end: int) -> str:
    return _cut(claim, version, here, start, end, lambda slices: cuts.trim(slices, version.text, start, end))


def _cut(
    claim: Claim,
    version: ArticleVersion,
    here: Sequence[Place],
    start: int,
    end: int,
    change: Callable[[cuts.Slices], list[tuple[int, int]]],
) -> str:
    """Change that place of the claim which lies nearest to the selection."""
    places = [place for place in here if place.slices]
    if not places:
        raise RuleBroken(_("C-%(number)s is not said in this article.", number=claim.number))
    place = min(places, key=lambda one: _distance([(a, b) for a, b in one.slices], start, end))
    slices = change([(a, b) for a, b in place.slices])
    if not slices:
        raise RuleBroken(_("That would leave the claim without words. Withdraw it instead."))
    if place.anchor is None:
        appearances.set_slices(db(), claim, place.appearance, version.text, slices, by=user().actor)
    else:  # it was said in an earlier version, whose words stay; where it stands in this one changes
        choose_place(db(), place.anchor, slices, seen=place.anchor.version, by=user().actor)
    return str(_("C-%(number)s stands on other words now.", number=claim.number))


_ACTS: dict[str, Callable[[Claim, ArticleVersion, Sequence[Place], int, int], str]] = {
    "add": _add,
    "extend": _extend,
    "trim": _trim,
}


def _find(ref: str) -> tuple[Article, ArticleVersion]:
    article = find_article(ref)
    return article, get_version(db(), article)


def _list_near(shown: Sequence[ArticleClaim], here: ArticleClaim) -> Sequence[ArticleClaim]:
    """Of its list what a move by one step can touch: two neighbours on either side, and whatever stands so
    close behind them that it has to make room."""
    at = shown.index(here)
    end, key = at + 3, shown[at : at + 2][-1].key
    while end < len(shown) and shown[end].key <= key + end - at + 2:
        end += 1
    return shown[max(0, at - 2) : end]


def _choose(rows: Sequence[ClaimRow]) -> list[Claim]:
    below, least = (_read_worth(name) for name in ("below", "least"))
    kind, manner = request.form.get("kind", ""), request.form.get("modality", "")
    return [
        row.claim
        for row in rows
        if (below is None or (row.claim.check_worthiness or 0) < below)
        and (least is None or (row.claim.check_worthiness or 0) >= least)
        and kind in {"", row.claim.kind.value}
        and manner in {"", row.places[0].appearance.modality.value}
    ]


def _read_worth(name: str) -> int | None:
    """A check-worthiness between 0 and 1 in thousandths; None for an empty field."""
    typed = request.form.get(name, "").strip().replace(",", ".")
    if not typed:
        return None
    worth: float | None = request.form.get(name, type=lambda _text: float(typed))
    if worth is None or not 0 <= worth <= 1:
        raise RuleBroken(_("Check-worthiness is a number from 0 to 1, as in 0.3."))
    return round(worth * 1000)


def _read_claim() -> Claim:
    typed = request.form.get("claim", "").strip().upper()
    if not typed:
        raise RuleBroken(_("Say which claim: open its card, or type its reference."))
    return get_claim(db(), parse_reference("C", typed if typed.startswith("C-") else f"C-{typed}"))


def _distance(slices: cuts.Slices, start: int, end: int) -> int:
    """How many characters lie between the selection and the nearest slice."""
    return min(max(a - end, start - b, 0) for a, b in slices)
