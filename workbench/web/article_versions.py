"""An article's versions: the timeline of its text, what changed between two of them, an older one to read,
and adding one by paste, by file or by looking at its address again."""

from typing import Any

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from workbench.domain.anchors import AnchorOutcome
from workbench.domain.comparing import compare
from workbench.domain.drawn_changes import draw_changes
from workbench.domain.records import ArticleDraft
from workbench.domain.roles import Permission
from workbench.forms.articles import VersionForm
from workbench.intake import list_extensions, most_bytes, read_file, read_paste
from workbench.models import Article
from workbench.queries import article_versions as queries
from workbench.queries.article_claims import list_all
from workbench.queries.articles import get_version
from workbench.queries.copies import list_copies
from workbench.queries.furniture import list_furniture
from workbench.queries.users import name_actors
from workbench.services.article_fetching import ask_to_fetch
from workbench.services.article_versions import AddedVersion, add_version
from workbench.services.articles import set_copy_of
from workbench.web.access import needs
from workbench.web.article_page import find_direction
from workbench.web.article_text import draw_text
from workbench.web.articles import find_article
from workbench.web.changed_words import count_changed
from workbench.web.current import db, engine, files, queue, user
from workbench.web.htmx import invalid, page, saved
from workbench.web.told import tell_added
from workbench.web.versions import read_version

blueprint = Blueprint("article_versions", __name__)

COUNTED = 30  # versions whose changed words are counted on a timeline, the newest ones


@blueprint.get("/articles/<ref>/versions")
@needs(Permission.READ)
def timeline(ref: str) -> Response:
    article = find_article(ref)
    found = queries.read_timeline(db(), article)
    newest = found.versions[-1].version
    return page(
        "versions/timeline.html",
        article=article,
        ref=ref,
        timeline=found,
        newest=newest,
        changed=_count_changes(found.versions),
        asked=queries.count_asked(db(), newest),
        names=name_actors(db(), (row.actor for row in found.events)),
        copies=list_copies(db(), article.id),
        origin=queries.get_origin(db(), article),
    )


@blueprint.get("/articles/<ref>/versions/<int:ordinal>")
@needs(Permission.READ)
def show(ref: str, ordinal: int) -> Response:
    article = find_article(ref)
    version = queries.get_numbered(db(), article, ordinal)
    if version.id == get_version(db(), article).id:
        return redirect(url_for("articles.show", ref=ref))  # type: ignore[return-value]
    claims = list_all(db(), version)
    return page(
        "versions/show.html",
        article=article,
        ref=ref,
        version=version,
        groups=draw_text(version.text, claims, list_furniture(db(), version)),
        claims=[claim for claim in claims if not claim.withdrawn and claim.slices],
        direction=find_direction(version),
    )


@blueprint.get("/articles/<ref>/versions/<int:ordinal>/changes")
@needs(Permission.READ)
def changes(ref: str, ordinal: int) -> Response:
    article = find_article(ref)
    version = queries.get_numbered(db(), article, ordinal)
    before = queries.get_numbered(db(), article, ordinal - 1)
    comparison = compare(before.text, version.text)
    carried = queries.list_carried(db(), version)
    return page(
        "versions/changes.html",
        article=article,
        ref=ref,
        version=version,
        before=before,
        newest=get_version(db(), article),
        stretches=draw_changes(comparison),
        counts=comparison.count(),
        kept=[row for row in carried if row.place.standing == AnchorOutcome.KEPT],
        others=[row for row in carried if row.place.standing != AnchorOutcome.KEPT],
        direction=find_direction(version),
    )


@blueprint.route("/articles/<ref>/versions/new", methods=["GET", "POST"])
@needs(Permission.WRITE)
def new(ref: str) -> Response:
    article = find_article(ref)
    form = VersionForm()
    context: dict[str, Any] = {
        "article": article,
        "ref": ref,
        "form": form,
        "extensions": list_extensions(articles=True),
        "most_bytes": most_bytes(),
    }
    if request.method != "POST":
        return page("versions/new.html", **context)
    draft = form.read_draft(read_file, read_paste, most_bytes()) if form.validate() else None
    added = draft and form.attempt(lambda: _add(article, draft))
    if not added:
        return invalid("versions/new.html", **context)
    return saved(tell_added(article, added))


@blueprint.post("/articles/<ref>/fetch")
@needs(Permission.WRITE)
def fetch(ref: str) -> Response:
    """Look at the article's address again: a job, whose page says how it goes and what came of it."""
    job = ask_to_fetch(engine(), find_article(ref), by=user().actor)
    queue().hand_over(job.id)
    return saved(url_for("jobs.show", job_id=job.id))


@blueprint.post("/articles/<ref>/copy")
@needs(Permission.WRITE)
def copy(ref: str) -> Response:
    """Say whose words this article carries; an empty field says its own."""
    article = find_article(ref)
    typed = request.form.get("of", "").strip().upper()
    other = find_article(typed if typed.startswith("A-") else f"A-{typed}") if typed else None
    set_copy_of(db(), article, other, seen=read_version(), by=user().actor)
    told = (
        _("%(ref)s is a copy of %(of)s.", ref=ref, of=typed) if other else _("%(ref)s is no copy.", ref=ref)
    )
    flash(told, "success")
    return saved(url_for(".timeline", ref=ref))


def _add(article: Article, draft: ArticleDraft) -> AddedVersion:
    return add_version(db(), files(), article, draft, by=user().actor)


def _count_changes(rows: list[queries.VersionRow]) -> dict[int, tuple[int, int]]:
    """Words taken out and put in, by the version's number."""
    return {
        row.version.ordinal: count_changed(row.before, row.version)
        for row in rows[-COUNTED:]
        if row.before is not None
    }
