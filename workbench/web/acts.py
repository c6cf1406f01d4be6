"""Undo: the act that a notice has just told of is taken back."""

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _

from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.queries.articles import get_article
from workbench.services.undo import undo_act
from workbench.web import origin
from workbench.web.access import needs
from workbench.web.article_parts import answer_parts
from workbench.web.current import db, user
from workbench.web.htmx import saved, wants_part

blueprint = Blueprint("acts", __name__)


@blueprint.post("/acts/<int:seq>/undo")
@needs(Permission.WRITE)
def undo(seq: int) -> Response:
    back = origin.own_path(request.form.get("back", "")) or url_for("home.show")
    undone = undo_act(db(), seq, by=user().actor)
    words = _("Undone.")
    if wants_part():  # htmx asks for parts where an article's cards stand
        article = get_article(db(), parse_reference("A", request.form.get("in", "")))
        return answer_parts(article, words, undone.ranges, undoable=False)
    flash(words, "success")
    return saved(back)
