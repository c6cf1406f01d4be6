"""News: what others did that concerns the person who is logged in, as a page and as a feed."""

import uuid

from flask import Blueprint, Response, flash, url_for
from flask_babel import gettext as _

from workbench.domain.errors import NotFound
from workbench.domain.roles import Permission
from workbench.exports.atom import Entry, write_feed
from workbench.login import feeds
from workbench.login.accounts import SignedIn
from workbench.queries.news import list_news
from workbench.queries.users import name_actors
from workbench.services.news import mark_read
from workbench.web.access import needs
from workbench.web.current import db, desk, engine, user
from workbench.web.htmx import page, saved

blueprint = Blueprint("news", __name__)


@blueprint.get("/news")
@needs(Permission.READ)
def index() -> Response:
    news = list_news(db(), user().id)
    names = name_actors(db(), [one.actor for one in news])
    return page("news/index.html", news=news, names=names, feed=feeds.has_token(db(), user()))


@blueprint.post("/news/read")
@needs(Permission.READ)
def read_all() -> Response:
    mark_read(engine(), user().id)
    return saved(url_for(".index"))


@blueprint.post("/news/<uuid:news_id>/read")
@needs(Permission.READ)
def read_one(news_id: uuid.UUID) -> Response:
    mark_read(engine(), user().id, news_id)
    return saved(url_for(".index"))


@blueprint.post("/news/feed")
@needs(Permission.READ)
def make_feed() -> Response:
    """The address is shown on this one answer and nowhere else."""
    token = feeds.make_token(engine(), user())
    return page("news/feed.html", address=url_for(".feed", token=token, _external=True))


@blueprint.post("/news/feed/off")
@needs(Permission.READ)
def forget_feed() -> Response:
    feeds.forget_token(engine(), user())
    flash(_("The feed is off; its address leads nowhere any more."), "success")
    return saved(url_for(".index"))


@blueprint.get("/news/<token>.atom")
@needs(Permission.PUBLIC)
def feed(token: str) -> Response:
    reader = feeds.find_reader(db(), token)
    if reader is None:
        raise NotFound(_("There is no such feed."))
    answer = Response(_write(reader), mimetype="application/atom+xml")
    answer.headers["Cache-Control"] = "private, no-cache"
    return answer


def _write(reader: SignedIn) -> bytes:
    news, here = list_news(db(), reader.id), url_for(".index", _external=True)
    names, root = (
        name_actors(db(), [one.actor for one in news]),
        url_for("home.show", _external=True).rstrip("/"),
    )
    entries = [Entry(one.id, one.words, root + one.path, one.at, names[one.actor]) for one in news]
    return write_feed(
        reader.id, _("News of %(name)s at %(desk)s", name=reader.name, desk=desk().name), here, entries
    )
