"""What is typed into a form is kept on the server while it is being typed, and forgotten once it is saved.

A form takes part by `offer_draft()` in its view and the macro of templates/macros/draft.html. Keeping needs
the page's script; without one a form keeps what was typed whenever it is refused, as every form does.
"""

import re
import uuid
from typing import TypeVar

from flask import Blueprint, Flask, Response, g, make_response, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext
from werkzeug.datastructures import MultiDict

from workbench.domain.roles import Permission
from workbench.forms.base import EditForm, Form
from workbench.forms.secrets import SECRETS
from workbench.queries.drafts import find_draft, is_own_work, list_forms
from workbench.services import drafts as services
from workbench.web import current, htmx, origin
from workbench.web.access import needs

F = TypeVar("F", bound=Form)

blueprint = Blueprint("drafts", __name__)

NOT_KEPT = SECRETS | {"csrf_token", "draft"}
# Forms that stand on the claim page: how the path ends that they are sent to, and where they are.
_ON_CLAIM_PAGE = {"/verdict": "verdict", "/comments": "discussion"}
# What a form is for, by how its path ends; the first that fits. %(ref)s is the claim or article it is about.
_FORMS = (
    ("/evidence/new", lazy_gettext("Evidence for %(ref)s")),
    ("/replies/new", lazy_gettext("Question about %(ref)s")),
    ("/verdict", lazy_gettext("Verdict on %(ref)s")),
    ("/comments", lazy_gettext("Comment on %(ref)s")),
    ("/split", lazy_gettext("Split of %(ref)s")),
    ("/merge", lazy_gettext("Merge of %(ref)s")),
    ("/withdraw", lazy_gettext("Withdrawal of %(ref)s")),
    ("/claims", lazy_gettext("New claim in %(ref)s")),
    ("/edit", lazy_gettext("Change of %(ref)s")),
)
_NEW_ARTICLE = "/articles"
_SAVED = frozenset({200, 302, 303})  # 422 and 409 keep what was typed, as do failures


def init_app(app: Flask) -> None:
    """Forget a draft when the form it belongs to was saved."""
    app.after_request(forget_saved)
    app.add_template_filter(find_page, "form_page")
    app.add_template_filter(name_form, "form_name")


@blueprint.post("/drafts")
@needs(Permission.WRITE)
def keep() -> Response:
    """Keep a form's fields; the answer is the time, in the desk's time zone, for the page to say."""
    values = {name: value for name, value in request.form.items() if name not in NOT_KEPT}
    seen = request.form.get("version", 0, type=int)
    form = request.form.get("draft", "")
    kept = services.keep_draft(current.engine(), current.user().id, form, values, seen)
    return make_response(kept.astimezone(current.time_zone()).strftime("%H:%M"))


@blueprint.post("/drafts/discard")
@needs(Permission.WRITE)
def discard() -> Response:
    """Forget a draft, and show its form as it is without: `again` is the address of a form that stands in a
    part of a page."""
    services.drop_draft(current.engine(), current.user().id, request.form.get("draft", ""))
    again = origin.own_path(request.form.get("again"))
    return htmx.go_on(again) if again and htmx.wants_part() else htmx.saved(origin.page_before() or "/")


def offer_draft(form: F, key: str, row_id: uuid.UUID | None = None, act: str = "") -> F:
    """Put what the person typed before into a fresh form. key: the path that the form is sent to, with what
    tells it from another form sent there; row_id and act: what it changes, and how the history calls that.

    `form.kept_at` says when it was typed, None without a draft; `form.overtaken` that the row was changed
    since: the form then keeps the version it was typed over, so that saving shows both texts. Other acts of
    one's own overtake nothing: a draft may reach the desk after an act that was made after it was typed.
    """
    now = form.seen if isinstance(form, EditForm) else 0
    person = current.user()
    draft = find_draft(current.db(), person.id, key) if key in list_kept() else None
    if draft is not None and not _is_sent(key):
        own = row_id is not None and is_own_work(current.db(), row_id, draft.seen, person.actor, act)
        form.process(MultiDict(draft.values | ({"version": str(now)} if own else {})))
        form.kept_at = draft.saved_at
        form.overtaken = draft.seen != now and not own
    form.draft.data = key
    return form


def list_kept() -> frozenset[str]:
    """The forms that hold unsaved words of this person, read once a request: a page shows several forms, and
    mostly none of them does."""
    if "kept_forms" not in g:
        g.kept_forms = list_forms(current.db(), current.user().id)
    kept: frozenset[str] = g.kept_forms
    return kept


def find_page(key: str) -> str:
    """The page on which the form of a draft stands: forms that are sent elsewhere than where they are shown
    are led back there."""
    path, _hash, place = key.partition("#")
    if path == _NEW_ARTICLE:
        return f"{path}/new"
    for ending, part in _ON_CLAIM_PAGE.items():
        if path.endswith(ending):
            return f"{path.removesuffix(ending)}#{part}"
    if place:
        start, _, end = place.partition("-")
        return f"{path}/new?start={start}&end={end}"
    return path


def name_form(key: str) -> str:
    """What the form of a draft is for, in words: "Verdict on C-9"; another form is called by its path."""
    path = key.partition("#")[0]
    if path == _NEW_ARTICLE:
        return str(_("An article that is not added yet"))
    found = re.search(r"[A-Z]-\d+", path)
    for ending, words in _FORMS:
        if found and path.endswith(ending):
            return str(words) % {"ref": found[0]}
    return path


def keep_draft() -> None:
    """The form that was sent is answered with a question: its draft stays until it is saved."""
    g.draft_stays = True


def forget_saved(answer: Response) -> Response:
    """After a save: the draft of the form that was sent is not needed any more."""
    # The status comes first: the form of a refused request may be one that can't be read at all.
    if request.method != "POST" or answer.status_code not in _SAVED or _is_ours() or g.get("draft_stays"):
        return answer
    key = request.form.get("draft", "")
    if key and current.is_signed_in():
        person = current.user().id
        if find_draft(current.db(), person, key) is not None:
            services.drop_draft(current.engine(), person, key)
    return answer


def _is_sent(key: str) -> bool:
    """Whether the form came with this very request: its draft is forgotten as soon as the answer is made."""
    return request.method == "POST" and request.form.get("draft") == key


def _is_ours() -> bool:
    return request.blueprint == blueprint.name
