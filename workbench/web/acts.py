"""Undo: the act that a notice has just told of is taken back."""

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from workbench.domain.references import find_number, parse_reference
from workbench.domain.roles import Permission
from workbench.models import Appearance, Article, Claim
from workbench.queries.articles import get_article
from workbench.queries.claims import get_claim
from workbench.services.undo import Undone, undo_act
from workbench.web import claim_parts, origin
from workbench.web.access import needs
from workbench.web.article_parts import answer_card, answer_move, answer_parts, load_list
from workbench.web.current import db, sight, user
from workbench.web.htmx import saved, wants_part

blueprint = Blueprint("acts", __name__)


@blueprint.post("/acts/<int:seq>/undo")
@needs(Permission.WRITE)
def undo(seq: int) -> Response:
    back = origin.own_path(request.form.get("back", "")) or url_for("home.show")
    undone = undo_act(db(), seq, person=user(), sight=sight())
    if wants_part():
        return _answer_there(request.form.get("in", ""), undone)
    flash(_("Undone."), "success")
    return saved(back)


# Acts that change how one claim looks, neither the list nor the text.
_ON_CARDS = frozenset({"claim.accepted", "claim.dismissed", "claim.reinstated", "claim.withdrawn"})


def _answer_there(ref: str, undone: Undone) -> Response:
    """The parts of the page that the notice stood on: a claim's, or an article's with its cards."""
    number = find_number("C", ref)
    if number is None:
        return _answer_article(get_article(db(), parse_reference("A", ref)), undone)
    claim = get_claim(db(), number)
    return claim_parts.answer_parts(
        claim, "head", touched=(*claim_parts.ALL, "discussion", "others"), told=_("Undone."), undoable=False
    )


def _answer_article(article: Article, undone: Undone) -> Response:
    """What an article page needs to show that the act is undone."""
    words, opened = _("Undone."), request.form.get("open", "")
    claims = [row for row in undone.rows if isinstance(row, Claim)]
    if undone.action in _ON_CARDS and len(claims) == 1:
        return answer_card(article, words, f"C-{claims[0].number}", opened=opened)
    if isinstance(undone.subject, Appearance) and undone.action == "claim.moved":
        return answer_move(article, words, *load_list(article, undone.subject.claim_id), undoable=False)
    return answer_parts(article, words, undone.ranges, undoable=False, opened=opened)
