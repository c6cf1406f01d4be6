"""The keys of the desk, listed by page. static/keys.js acts on them; the letters stand in `data-key`."""

from flask import Blueprint, Response
from flask_babel import lazy_gettext

from workbench.domain.roles import Permission
from workbench.web.access import needs
from workbench.web.htmx import page

blueprint = Blueprint("keyboard", __name__)

SHEETS = (
    (
        lazy_gettext("Everywhere"),
        (
            (("Ctrl K",), lazy_gettext("find a claim, article, source or page (Cmd K on a Mac)")),
            (("h",), lazy_gettext("home to my work")),
            (("?",), lazy_gettext("this sheet")),
            (("/",), lazy_gettext("to the search field of a list")),
            (("Esc",), lazy_gettext("close what is open in front, or leave a field for the single keys")),
            (("Ctrl Enter",), lazy_gettext("save the form you are in (Cmd Enter on a Mac)")),
        ),
    ),
    (
        lazy_gettext("In lists, my work, and beside an article"),
        (
            (("j", "k"), lazy_gettext("next, previous row or card")),
            (("Enter",), lazy_gettext("open it")),
            (("e",), lazy_gettext("edit it")),
            (("v",), lazy_gettext("give its verdict")),
            (("s",), lazy_gettext("move it to another status")),
            (("r",), lazy_gettext("review its verdict")),
            (("o",), lazy_gettext("open a card in place, or close it")),
            (("w",), lazy_gettext("beside an article: make a claim from words of its text")),
        ),
    ),
    (
        lazy_gettext("On a proposal"),
        (
            (("a",), lazy_gettext("accept")),
            (("d",), lazy_gettext("dismiss")),
            (("u",), lazy_gettext("undo what was just done, while the notice stands")),
        ),
    ),
    (
        lazy_gettext("In the list of claims"),
        (
            (("x",), lazy_gettext("choose the row, or leave it out again")),
            (("a",), lazy_gettext("assign the chosen claims")),
        ),
    ),
    (
        lazy_gettext("On a claim"),
        (
            (("e",), lazy_gettext("edit the claim")),
            (("v",), lazy_gettext("to the verdict form")),
            (("s",), lazy_gettext("to the status")),
            (("r",), lazy_gettext("to the review: sign or return")),
            (("n",), lazy_gettext("add evidence")),
            (("a",), lazy_gettext("assign the claim")),
            (("t",), lazy_gettext("tag the claim")),
            (("b",), lazy_gettext("back to its card beside the article")),
        ),
    ),
)


@blueprint.get("/keyboard")
@needs(Permission.READ)
def show() -> Response:
    return page("keyboard/show.html", "keyboard/_sheet.html", sheets=SHEETS)
