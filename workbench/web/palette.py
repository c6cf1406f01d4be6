"""The command palette: from a few typed letters to any claim, article, source, report, page or action."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, Response, url_for
from flask_babel import lazy_gettext

from workbench.domain.roles import Permission
from workbench.queries.palette import Hit, find_hits
from workbench.web.access import may, needs
from workbench.web.current import db, sight
from workbench.web.htmx import page
from workbench.web.lists import read_number, read_words

blueprint = Blueprint("palette", __name__)

MOST_HITS = 12
PAGES = {"A": "articles.show", "C": "claims.show", "R": "reports.show", "S": "sources.show"}


@dataclass(frozen=True, slots=True)
class Action:
    """A page or something to do, for those who may; `also` are other words that find it."""

    label: Any  # a lazy text, said in the language of the request
    endpoint: str
    permission: Permission
    also: Any = ""
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the palette: where it leads, in what words, and what it is ("C-12", or nothing)."""

    url: str
    label: str
    reference: str = ""
    status: str = ""


ACTIONS = (
    Action(lazy_gettext("My work"), "home.show", Permission.WRITE, lazy_gettext("home queues drafts")),
    Action(
        lazy_gettext("Add an article"), "new_articles.new", Permission.WRITE, lazy_gettext("new paste upload")
    ),
    Action(lazy_gettext("Articles"), "articles.index", Permission.READ),
    Action(lazy_gettext("Claims"), "claim_list.index", Permission.READ, lazy_gettext("list filter search")),
    Action(
        lazy_gettext("Claims assigned to me"),
        "claim_list.index",
        Permission.WRITE,
        lazy_gettext("mine my"),
        (("assignee", "me"),),
    ),
    Action(
        lazy_gettext("Claims in review"),
        "claim_list.index",
        Permission.READ,
        lazy_gettext("sign return reviewer"),
        (("status", "in review"),),
    ),
    Action(
        lazy_gettext("Claims that need another look"),
        "claim_list.index",
        Permission.READ,
        lazy_gettext("again changed"),
        (("look", "again"),),
    ),
    Action(
        lazy_gettext("Proposals of the splitter"),
        "claim_list.index",
        Permission.READ,
        lazy_gettext("machine accept dismiss"),
        (("stage", "proposed"),),
    ),
    Action(lazy_gettext("Sources"), "sources.index", Permission.READ),
    Action(lazy_gettext("Add a source"), "sources.new", Permission.WRITE, lazy_gettext("new")),
    Action(lazy_gettext("Jobs"), "jobs.index", Permission.READ, lazy_gettext("progress queue background")),
    Action(
        lazy_gettext("Agreement"),
        "agreement.index",
        Permission.READ,
        lazy_gettext("blind second verdict kappa adjudication disagreements"),
    ),
    Action(lazy_gettext("Reports"), "reports.index", Permission.READ, lazy_gettext("published verdicts")),
    Action(lazy_gettext("People"), "people.index", Permission.MANAGE, lazy_gettext("users accounts roles")),
    Action(
        lazy_gettext("Add a person"),
        "people.add_form",
        Permission.MANAGE,
        lazy_gettext("new user account invite"),
    ),
    Action(lazy_gettext("Settings"), "settings.edit", Permission.MANAGE, lazy_gettext("desk time zone")),
    Action(lazy_gettext("Your account"), "account.edit", Permission.READ, lazy_gettext("password change")),
    Action(lazy_gettext("Keyboard"), "keyboard.show", Permission.READ, lazy_gettext("keys shortcuts help")),
)


@blueprint.get("/palette")
@needs(Permission.READ)
def show() -> Response:
    typed = read_words("q")
    here = read_number("here") or 0  # lines that the page one is on offers itself
    return page("palette/show.html", "palette/_lines.html", typed=typed, lines=find_lines(typed), here=here)


def find_lines(typed: str) -> list[Line]:
    """What fits these words, at most MOST_HITS: rows first, then actions; without words, the actions."""
    hits = [_make_line(hit) for hit in find_hits(db(), typed, sight=sight())]
    actions = list(_find_actions(typed))
    # Some room is always kept for actions, or a frequent word would hide them.
    room = max(MOST_HITS - len(actions), MOST_HITS - 3)
    lines = [*hits[:room], *actions]
    return lines[:MOST_HITS] if typed.strip() else lines


def _make_line(hit: Hit) -> Line:
    return Line(url_for(PAGES[hit.letter], ref=hit.reference), hit.title, hit.reference, hit.status)


def _find_actions(typed: str) -> Iterator[Line]:
    """Actions whose words begin with each of the typed ones."""
    wanted = typed.casefold().split()
    for action in ACTIONS:
        words = f"{action.label} {action.also}".casefold().split()
        if may(action.permission) and all(any(own.startswith(one) for own in words) for one in wanted):
            arguments: dict[str, Any] = dict(action.arguments)
            yield Line(url_for(action.endpoint, **arguments), str(action.label))
