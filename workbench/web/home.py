"""Home: what waits for the person who is logged in."""

from datetime import datetime

from flask import Blueprint, Response, redirect, url_for
from flask_babel import lazy_gettext

from workbench.domain.pictures import Share, draw_mix
from workbench.domain.roles import Permission
from workbench.queries.article_versions import list_waiting
from workbench.queries.drafts import list_drafts
from workbench.queries.news import count_unread
from workbench.queries.queues import MOST_COUNTED, SHOWN, count_work, read_queues
from workbench.queries.saved_views import list_views
from workbench.web.access import needs
from workbench.web.current import db, desk, sight, time_zone, user
from workbench.web.htmx import page

blueprint = Blueprint("home", __name__)

# Heading, what it means when it is empty, and the filter that shows all of it ("" where there is none).
QUEUES = {
    "overdue": (lazy_gettext("Overdue"), lazy_gettext("Nothing is overdue."), "due=overdue"),
    "due": (lazy_gettext("Due within a week"), lazy_gettext("Nothing is due soon."), "due=week"),
    "review": (
        lazy_gettext("Waiting for your review"),
        lazy_gettext("No verdict waits for you."),
        "status=in+review",
    ),
    "blind": (
        lazy_gettext("A verdict of your own is asked for"),
        lazy_gettext("Nobody waits for a second verdict of yours."),
        "",
    ),
    "settle": (
        lazy_gettext("Two verdicts to settle"),
        lazy_gettext("No two verdicts wait to be settled."),
        "",
    ),
    "returned": (lazy_gettext("Returned to you"), lazy_gettext("Nothing came back."), ""),
    "mine": (
        lazy_gettext("Assigned to you"),
        lazy_gettext("Nothing is assigned to you. Take something that nobody has."),
        "assignee=me",
    ),
    "look": (
        lazy_gettext("Needs another look"),
        lazy_gettext("No related verdict and no kept page has changed under a claim."),
        "look=again",
    ),
    "recheck": (
        lazy_gettext("Evidence to look at again"),
        lazy_gettext("No evidence is due."),
        "recheck=due",
    ),
    "unassigned": (
        lazy_gettext("Nobody has taken it yet"),
        lazy_gettext("Every open claim is in somebody’s hands."),
        "assignee=nobody",
    ),
    "stale": (
        lazy_gettext("Lies still for two weeks"),
        lazy_gettext("Nothing lies still."),
        "",
    ),
}


# Where nothing waits they are not shown: many desks never ask for a second verdict.
SELDOM = frozenset({"blind", "settle"})


@blueprint.get("/")
@needs(Permission.READ)
def show() -> Response:
    person = user()
    if not person.may(Permission.WRITE):
        return redirect(url_for("articles.index"))  # type: ignore[return-value]  # a reader has no queue
    queues = read_queues(
        db(),
        person.id,
        reviews=person.may(Permission.REVIEW),
        alone=desk().alone,
        now=datetime.now(time_zone()),
        sight=sight(),
    )
    work = count_work(db())
    return page(
        "home/show.html",
        work=draw_mix(
            [Share(one.value, f"work-{one.value.replace(' ', '-')}", count) for one, count in work.items()]
        ),
        at_work=work,
        queues={name: queue for name, queue in queues.items() if queue.rows or name not in SELDOM},
        words=QUEUES,
        most=MOST_COUNTED,
        drafts=list_drafts(db(), person.id),
        views=list_views(db(), person.id),
        moved=list_waiting(db(), SHOWN),
        unread=count_unread(db(), person.id),
    )
