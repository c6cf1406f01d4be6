"""Undo: the act that a notice has just told of is taken back."""

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.models import Appearance, Article, Claim
from workbench.queries.articles import get_article
from workbench.services.undo import Undone, undo_act
from workbench.web import origin
from workbench.web.access import needs
from workbench.web.article_parts import answer_card, answer_move, answer_parts
from workbench.web.current import db, user
from workbench.web.htmx import saved, wants_part

blueprint = Blueprint("acts", __name__)


@blueprint.post("/acts/<int:seq>/undo")
@needs(Permission.WRITE)
def undo(seq: int) -> Response:
    back = origin.own_path(request.form.get("back", "")) or url_for("home.show")
    undone = undo_act(db(), seq, by=user().actor)
    if wants_part():  # htmx asks for parts where an article's cards stand
        return _answer(get_article(db(), parse_reference("A", request.form.get("in", ""))), undone)
    flash(_("Undone."), "success")
    return saved(back)


# Acts that change how one claim looks, neither the list nor the text.
_ON_CARDS = frozenset({"claim.accepted", "claim.dismissed", "claim.reinstated"})


def _answer(article: Article, undone: Undone) -> Response:
    """What an article page needs to show that the act is undone."""
    words, opened = _("Undone."), request.form.get("open", "")
    claims = [row for row in undone.rows if isinstance(row, Claim)]
    if undone.action in _ON_CARDS and len(claims) == 1:
        return answer_card(article, words, f"C-{claims[0].number}", opened=opened)
    if isinstance(undone.subject, Appearance) and undone.action == "claim.moved":
        return answer_move(article, words, undone.subject.claim_id, undoable=False)
    return answer_parts(article, words, undone.ranges, undoable=False)
