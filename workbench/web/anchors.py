"""Where did these words go? Old and new words side by side, and what a person says about them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.domain.comparing import compare
from workbench.domain.drawn_changes import Paragraph, draw_sides
from workbench.domain.errors import RuleBroken
from workbench.domain.reanchor import Finder
from workbench.domain.roles import Permission
from workbench.models import Article, ArticleVersion
from workbench.queries import article_versions as queries
from workbench.queries.article_versions import AskedClaim
from workbench.queries.articles import get_version
from workbench.queries.furniture import list_furniture
from workbench.services import anchors as services
from workbench.web.access import needs
from workbench.web.article_page import find_direction
from workbench.web.article_text import draw_text
from workbench.web.articles import find_article
from workbench.web.cards import flash_act, tell_act
from workbench.web.current import db, user
from workbench.web.htmx import page, saved, wants_part
from workbench.web.selections import read_selection
from workbench.web.versions import read_version

blueprint = Blueprint("anchors", __name__)

AROUND = 160  # code points shown on either side of a claim's words
MOST_SHOWN = 50


@dataclass(frozen=True, slots=True)
class Sides:
    """A claim's old words and those of the new text beside each other. `before` and `after` stand around the
    place, also around that of words for which nothing was found."""

    row: AskedClaim
    old: Paragraph
    new: Paragraph
    before: str
    after: str


@blueprint.get("/articles/<ref>/decide")
@needs(Permission.READ)
def decide(ref: str) -> Response:
    article = find_article(ref)
    version = get_version(db(), article)
    rows = [row for row in queries.list_carried(db(), version) if row.anchor.decided_at is None]
    return page(
        "versions/decide.html",
        article=article,
        ref=ref,
        version=version,
        sides=draw_all(version, rows[:MOST_SHOWN]),
        left=len(rows),
        lost=sum(not row.anchor.slices for row in rows),
    )


@blueprint.post("/articles/<ref>/anchors/<uuid:anchor_id>/<any(take, gone, again):act>")
@needs(Permission.WRITE)
def answer(ref: str, anchor_id: uuid.UUID, act: str) -> Response:
    article = find_article(ref)
    row, version = queries.get_asked(db(), article, anchor_id)
    words = _ACTS[act](row, version)
    return _answer(article, anchor_id, words)


@blueprint.route("/articles/<ref>/anchors/<uuid:anchor_id>/words", methods=["GET", "POST"])
@needs(Permission.WRITE)
def choose(ref: str, anchor_id: uuid.UUID) -> Response:
    """Other words of the new text: selected there, or copied into a field."""
    article = find_article(ref)
    row, version = queries.get_asked(db(), article, anchor_id)
    if request.method != "POST":
        return page("versions/words.html", **_load_words(article, row, version))
    place = read_selection(version)
    services.choose_place(db(), row.anchor, [place], seen=read_version(), by=user().actor)
    to = url_for(".decide", ref=ref)
    flash_act(_("%(ref)s stands on the words chosen.", ref=row.reference), to)
    return saved(to)


@blueprint.post("/articles/<ref>/anchors/gone")
@needs(Permission.WRITE)
def all_gone(ref: str) -> Response:
    count = services.say_all_gone(db(), get_version(db(), find_article(ref)), by=user().actor)
    to = url_for(".decide", ref=ref)
    flash_act(ngettext("%(num)s claim is gone.", "%(num)s claims are gone.", count), to)
    return saved(to)


def draw_all(version: ArticleVersion, rows: Sequence[AskedClaim]) -> list[Sides]:
    """Each claim with its old and new words; each older text is compared with the new one once."""
    finders: dict[uuid.UUID, Finder] = {}
    return [_draw(version, row, finders) for row in rows]


def _draw(version: ArticleVersion, row: AskedClaim, finders: dict[uuid.UUID, Finder]) -> Sides:
    said, anchor, text = row.place.appearance, row.anchor, version.text
    old, new = draw_sides(compare(said.quote, anchor.quote))
    if anchor.slices:
        start, end = anchor.slices[0][0], anchor.slices[-1][1]
        return Sides(row, old, new, text[max(0, start - AROUND) : start], text[end : end + AROUND])
    if said.article_version_id not in finders:
        before = queries.get_text(db(), said.article_version_id)
        finders[said.article_version_id] = Finder(compare(before, text))
    at = finders[said.article_version_id].find_surroundings([(a, b) for a, b in said.slices])
    return Sides(row, old, (), text[max(0, at - AROUND) : at], text[at : at + AROUND])


def _take(row: AskedClaim, _version: ArticleVersion) -> str:
    services.take_place(db(), row.anchor, seen=read_version(), by=user().actor)
    return str(_("%(ref)s stands on the new words.", ref=row.reference))


def _say_gone(row: AskedClaim, _version: ArticleVersion) -> str:
    count = services.say_gone(db(), row.anchor, seen=read_version(), by=user().actor)
    gone = _("%(ref)s is not in the text any more.", ref=row.reference)
    if not count:
        return str(gone)
    new = ngettext("%(num)s claim is proposed instead.", "%(num)s claims are proposed instead.", count)
    return f"{gone} {new}"


def _ask_again(row: AskedClaim, _version: ArticleVersion) -> str:
    services.open_again(db(), row.anchor, seen=read_version(), by=user().actor)
    return str(_("%(ref)s waits for a decision again.", ref=row.reference))


_ACTS = {"take": _take, "gone": _say_gone, "again": _ask_again}


def _answer(article: Article, anchor_id: uuid.UUID, words: str) -> Response:
    """The claim's own part of the page and how many are left; without htmx the page anew."""
    ref = f"A-{article.number}"
    to = url_for(".decide", ref=ref)
    if not wants_part():
        flash_act(words, to)
        return saved(to)
    row, version = queries.get_asked(db(), article, anchor_id)
    return saved(
        to,
        "versions/_asked.html",
        also=["versions/_left.html", "acts/_done.html"],
        ref=ref,
        version=version,
        side=draw_all(version, [row])[0],
        left=queries.count_asked(db(), version),
        **tell_act(words, to),
    )


def _load_words(article: Article, row: AskedClaim, version: ArticleVersion) -> dict[str, Any]:
    if row.anchor.article_version_id != get_version(db(), article).id:
        raise RuleBroken(_("There is a newer version of the text. Decide it there."))
    return {
        "article": article,
        "ref": f"A-{article.number}",
        "version": version,
        "side": draw_all(version, [row])[0],
        "groups": draw_text(version.text, [], list_furniture(db(), version)),
        "direction": find_direction(version),
    }
