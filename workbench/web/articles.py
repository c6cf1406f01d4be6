"""Articles: the list, the page with its claims, mending and withdrawing one."""

import uuid
from typing import Any

from flask import Blueprint, Response, flash, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.domain.errors import NotFound, RuleBroken
from workbench.domain.references import parse_reference
from workbench.domain.roles import Permission
from workbench.forms.actions import ReasonForm
from workbench.forms.articles import ArticleForm, EditArticleForm
from workbench.models import Article
from workbench.queries import articles as queries
from workbench.queries import history as past
from workbench.queries.article_claims import list_all
from workbench.queries.claims import list_article_claims
from workbench.queries.sources import list_names
from workbench.services import articles as services
from workbench.services import furniture as marks
from workbench.services.acceptance import accept_claims
from workbench.web.access import needs
from workbench.web.article_cards import load_stretch
from workbench.web.article_page import load_glance, load_page, may_have_original
from workbench.web.article_parts import answer_parts
from workbench.web.current import db, files, sight, user
from workbench.web.downloads import attach
from workbench.web.htmx import invalid, page, saved
from workbench.web.lists import link_pages, read_day, read_number, read_place, read_words
from workbench.web.versions import read_version

blueprint = Blueprint("articles", __name__)


@blueprint.get("/articles")
@needs(Permission.READ)
def index() -> Response:
    wanted = queries.ArticleFilter(
        words=read_words("q"),
        outlet=read_number("outlet"),
        published_from=read_day("from"),
        published_to=read_day("to"),
        state=request.args.get("state", "active"),
    )
    found = queries.list_articles(db(), wanted, read_place(), sight=sight())
    return page("articles/index.html", page=found, wanted=wanted, **link_pages(found))


@blueprint.get("/articles/<ref>")
@needs(Permission.READ)
def show(ref: str) -> Response:
    return page("articles/show.html", **load_page(find_article(ref)))


@blueprint.get("/articles/<ref>/glance")
@needs(Permission.READ)
def glance(ref: str) -> Response:
    return saved(url_for(".show", ref=ref), "articles/_glance.html", **load_glance(find_article(ref)))


@blueprint.get("/articles/<ref>/cards/<numbers>")
@needs(Permission.READ)
def stretch(ref: str, numbers: str) -> Response:
    """Cards of the list that the page or an answer left out."""
    article = find_article(ref)
    version = queries.get_version(db(), article)
    found = load_stretch(version, list_all(db(), version, words=False), numbers)
    near = found.claims[0].reference if found.claims else None
    return saved(
        url_for(".show", ref=ref, near=near), "articles/_stretch.html", stretch=found, ref=ref, opened=""
    )


@blueprint.route("/articles/<ref>/edit", methods=["GET", "POST"])
@needs(Permission.WRITE)
def edit(ref: str) -> Response:
    article = find_article(ref)
    form = EditArticleForm(obj=article, outlet=_outlet_name(article))
    context: dict[str, Any] = {"form": form, "article": article, "outlets": list_names(db(), sight=sight())}
    if request.method != "POST":
        return page("articles/edit.html", **context)
    if form.validate():
        form.attempt(
            lambda: services.edit_article(db(), article, read_values(form), seen=form.seen, by=user().actor)
        )
    return invalid("articles/edit.html", **context) if form.errors else saved(url_for(".show", ref=ref))


@blueprint.route("/articles/<ref>/withdraw", methods=["GET", "POST"])
@needs(Permission.WRITE)
def withdraw(ref: str) -> Response:
    article = find_article(ref)
    form = ReasonForm(version=article.version)
    if request.method != "POST":
        return page("articles/withdraw.html", form=form, article=article)
    if form.validate():
        form.attempt(
            lambda: services.withdraw_article(
                db(), article, reason=form.reason.data or "", seen=form.seen, by=user().actor
            )
        )
    if form.errors:
        return invalid("articles/withdraw.html", form=form, article=article)
    return saved(url_for(".show", ref=ref))


@blueprint.post("/articles/<ref>/reinstate")
@needs(Permission.WRITE)
def reinstate(ref: str) -> Response:
    services.reinstate_article(db(), find_article(ref), seen=read_version(), by=user().actor)
    return saved(url_for(".show", ref=ref))


@blueprint.post("/articles/<ref>/accept-all")
@needs(Permission.WRITE)
def accept_all(ref: str) -> Response:
    article = find_article(ref)
    if article.withdrawn_at is not None:
        raise RuleBroken(_("The article is withdrawn. Reinstate it first."))
    rows = list_article_claims(db(), queries.get_version(db(), article), sight=sight())
    count = accept_claims(db(), [row.claim for row in rows], by=user().actor)
    return answer_parts(article, ngettext("%(num)s claim accepted.", "%(num)s claims accepted.", count))


@blueprint.post("/articles/<ref>/furniture/<uuid:furniture_id>")
@needs(Permission.WRITE)
def toggle_furniture(ref: str, furniture_id: uuid.UUID) -> Response:
    article = find_article(ref)
    version = queries.get_version(db(), article)
    mark = queries.get_furniture(db(), furniture_id, version)
    seen = read_version()
    if mark.unmarked_at is None:
        count = marks.unmark_furniture(
            db(), mark, version, said_on=article.published_on, seen=seen, by=user().actor
        )
        flash(
            ngettext(
                "Part of the text now; %(num)s claim proposed.",
                "Part of the text now; %(num)s claims proposed.",
                count,
            )
        )
    else:
        marks.mark_furniture(db(), mark, seen=seen, by=user().actor)
    return saved(url_for(".show", ref=ref))


@blueprint.get("/articles/<ref>/history")
@needs(Permission.READ)
def history(ref: str) -> Response:
    article = find_article(ref)
    acts = past.read_article_history(db(), article, sight=sight(), before=read_number("history_before"))
    return page("articles/history.html", article=article, acts=acts)


@blueprint.get("/articles/<ref>/original")
@needs(Permission.READ)
def original(ref: str) -> Response:
    version = queries.get_version(db(), find_article(ref))
    if not may_have_original(version):
        raise NotFound(_("There is no file to download."))
    return attach(files().read(version.received_sha256), version.received_name or f"{ref}.txt")


def find_article(ref: str) -> Article:
    """The article of a reference in the address. Raises NotFound."""
    return queries.get_article(db(), parse_reference("A", ref))


def read_values(form: ArticleForm) -> services.ArticleValues:
    """What the article form holds, for the services."""
    return services.ArticleValues(
        title=form.title.data or "",
        outlet=form.outlet.data or "",
        url=form.url.data or "",
        author=form.author.data or "",
        published_on=form.published_on.data,
    )


def _outlet_name(article: Article) -> str:
    outlet = queries.get_outlet(db(), article, sight=sight())
    return outlet.name if outlet else ""
