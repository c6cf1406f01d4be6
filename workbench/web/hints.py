"""Hints on wording beside the form in which a claim is written, and on a claim that stands."""

from collections.abc import Callable, Sequence
from typing import Any

from flask import Blueprint, Response, make_response
from flask_babel import gettext as _
from flask_babel import ngettext

from workbench.domain.evidence import Stance
from workbench.domain.hints import Hint, find_one_sided
from workbench.domain.roles import Permission
from workbench.domain.statements import ClaimKind
from workbench.forms.claims import ClaimForm
from workbench.models import Claim
from workbench.queries.evidence import EvidenceRow
from workbench.queries.hints import read_hints
from workbench.web.access import needs
from workbench.web.htmx import page, wants_part
from workbench.web.lists import read_choice, read_words

blueprint = Blueprint("hints", __name__)


@blueprint.get("/claims/hints")
@needs(Permission.WRITE)
def show() -> Response:
    """Hints on the words in the form. Nothing at all when the form shows them already (`hints`): then
    nothing moves on the page and nothing is read out twice."""
    title, statement = read_words("title"), read_words("statement")
    hints = read_hints(title, statement, read_choice("kind", ClaimKind) or ClaimKind.EVENT)
    if wants_part() and read_words("hints") == sign(hints):
        return make_response("", 204)
    wording = {"title": title, "statement": statement}
    return page("hints/show.html", "hints/_found.html", hints=hints, wording=wording, **WORDS)


def offer_hints(form: ClaimForm) -> dict[str, Any]:
    """What templates/hints/_beside.html shows beside a claim's form, with what a draft may have put there."""

    def find() -> list[Hint]:
        kinds = {kind.value for kind in ClaimKind}
        kind = ClaimKind(form.kind.data) if form.kind.data in kinds else ClaimKind.EVENT
        return read_hints(form.title.data or "", form.statement.data or "", kind)

    return {"find_hints": find, **WORDS}


def look_over(claim: Claim) -> Callable[[], list[Hint]]:
    """Hints on a claim as it stands."""
    return lambda: read_hints(claim.title, claim.statement, claim.kind)


def weigh_evidence(columns: dict[Stance, list[EvidenceRow]]) -> Hint | None:
    """Whether all evidence for a verdict stands on one side."""
    return find_one_sided(len(columns[Stance.SUPPORTS]), len(columns[Stance.REFUTES]))


def sign(hints: Sequence[Hint]) -> str:
    """What is shown, short enough to travel with every question."""
    return ";".join(f"{hint.check}:{hint.found}" for hint in hints)


def say_count(hints: Sequence[Hint]) -> str:
    """The result in a few words, for those who hear the page."""
    if not hints:
        return str(_("No hints on the wording."))
    return str(ngettext("%(num)s hint on the wording.", "%(num)s hints on the wording.", len(hints)))


WORDS: dict[str, Any] = {"hint_sign": sign, "say_hints": say_count}
