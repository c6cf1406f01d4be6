"""The list of claims: narrowed, with chosen columns, kept as views, and worked on many at a time."""

import uuid
from datetime import date, datetime
from urllib.parse import urlencode

from flask import Blueprint, Response, request
from flask_babel import lazy_gettext

from workbench.domain.ratings import Label
from workbench.domain.roles import Permission
from workbench.domain.statements import ClaimKind
from workbench.domain.status import TRANSITIONS, Status
from workbench.exports import list_formats
from workbench.queries import claims as queries
from workbench.queries.claim_filter import NOBODY, ClaimFilter
from workbench.queries.claim_table import list_tags, load_beside
from workbench.queries.queues import DAY, SOON
from workbench.queries.saved_views import list_views
from workbench.queries.sources import find_number_of, list_names
from workbench.queries.users import find_user, list_writers
from workbench.web.access import needs
from workbench.web.current import db, files, scales, sight, time_zone, user
from workbench.web.htmx import page
from workbench.web.lists import link_pages, read_choice, read_day, read_number, read_place, read_words

blueprint = Blueprint("claim_list", __name__)

COLUMNS = {
    "status": lazy_gettext("Status"),
    "verdict": lazy_gettext("Verdict"),
    "confidence": lazy_gettext("Confidence"),
    "assignee": lazy_gettext("Assigned to"),
    "due": lazy_gettext("Due on"),
    "tags": lazy_gettext("Tags"),
    "kind": lazy_gettext("Kind"),
    "worth": lazy_gettext("Worth checking"),
    "evidence": lazy_gettext("Evidence"),
    "article": lazy_gettext("Article"),
}
SHOWN_FIRST = ("status", "verdict", "confidence", "assignee", "tags")
# What narrows no further and is not kept with a view.
_PLACES = frozenset({"before", "after"})


@blueprint.get("/claims")
@needs(Permission.READ)
def index() -> Response:
    wanted, columns = read_filter(), read_columns()
    found = queries.list_claims(db(), wanted, read_place(), sight=sight())
    writers = list_writers(db())
    return page(
        "claims/index.html",
        page=found,
        wanted=wanted,
        columns=columns,
        all_columns=COLUMNS,
        beside=load_beside(
            db(), [row.claim for row in found.rows], columns, sight=sight(), read=files().read
        ),
        statuses=list(Status)[:-1],
        targets=list(dict.fromkeys(step.to for step in TRANSITIONS if step.by_hand)),
        kinds=list(ClaimKind),
        tags=list_tags(db()),
        writers=writers,
        sources=list_names(db(), sight=sight()),
        ratings=_list_ratings(),
        formats=list_formats(),
        views=list_views(db(), user().id),
        here=current_query(),
        **link_pages(found),
    )


def read_filter() -> ClaimFilter:
    """The filter that stands in the address; what can't be read there does not narrow."""
    due_from, due_to = _read_due()
    return ClaimFilter(
        due_from=due_from,
        due_to=due_to,
        words=read_words("q"),
        stage=request.args.get("stage", "accepted"),
        status=read_choice("status", Status),
        rating=read_words("rating"),
        kind=read_choice("kind", ClaimKind),
        claimant=_read_source("claimant"),
        article=read_number("article"),
        outlet=_read_source("outlet"),
        tag=read_words("tag").strip().lower(),
        assignee=_read_assignee(),
        published_from=read_day("from"),
        published_to=read_day("to"),
        worth_from=_read_worth("worth"),
        worth_below=_read_worth("below"),
        evidence={"yes": True, "no": False}.get(read_words("evidence")),
        look_again=read_words("look") == "again",
        recheck_by=datetime.now(time_zone()).date() if read_words("recheck") == "due" else None,
    )


def _list_ratings() -> list[Label]:
    """The labels of the desk's scale and of those that were used besides, one a key: a filter that narrows to
    “false” finds it on each of them."""
    labels = [label for scale in (scales().default, *scales().used.values()) for label in scale.labels]
    return list({label.key: label for label in reversed(labels)}.values())[::-1]


def read_columns() -> tuple[str, ...]:
    """The columns that the address asks for, in our order."""
    asked = set(request.args.getlist("columns"))
    return tuple(name for name in COLUMNS if name in asked) or SHOWN_FIRST


def current_query() -> str:
    """The filter and columns of this page as the part of its address behind the "?"."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if value and name not in _PLACES]
    return urlencode(kept)


def _read_source(name: str) -> int | None:
    """A source by number ("12", "S-12") or by name; 0, which no source has, for a name nobody knows."""
    typed = read_words(name).strip()
    if not typed:
        return None
    number = typed.upper().removeprefix("S-")
    if number.isascii() and number.isdigit():
        return read_bounded(number)
    return find_number_of(db(), typed, sight=sight()) or 0


def read_bounded(digits: str) -> int:
    """A number that an integer column can hold; 0, which no row has, for a larger one."""
    return int(digits) if len(digits) < 10 else 0


def _read_due() -> tuple[date | None, date | None]:
    """The days of "overdue" and of "week", which begins today; no bounds for anything else."""
    today = datetime.now(time_zone()).date()
    days = {"overdue": (None, today - DAY), "week": (today, today + SOON)}
    return days.get(read_words("due"), (None, None))


def _read_assignee() -> uuid.UUID | str | None:
    login = read_words("assignee")
    if login in {"", NOBODY}:
        return login or None
    if login == "me":
        return user().id
    person = find_user(db(), login)
    return person.id if person else NOBODY


def _read_worth(name: str) -> int | None:
    """A check-worthiness from the address, "0.3", in thousandths."""
    worth: float | None = request.args.get(name, type=float)
    return round(worth * 1000) if worth is not None and 0 <= worth <= 1 else None
