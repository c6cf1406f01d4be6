"""What the claim page is drawn from: a table of its parts, each with what its template shows."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from workbench.domain.pictures import Picture, Step, draw_course
from workbench.domain.pointing import Piece, Point, mark_points
from workbench.domain.ratings import CONFIDENCE_MEANINGS
from workbench.domain.roles import Permission
from workbench.domain.status import Status
from workbench.forms.actions import ReviewForm
from workbench.forms.claims import StatusForm
from workbench.forms.sorting import AssignForm, DueForm, TagsForm
from workbench.forms.verdicts import VerdictForm
from workbench.models import Claim, ReviewOutcome
from workbench.queries import appearances, history, reports
from workbench.queries.articles import get_article_of
from workbench.queries.capture_standing import load_standings
from workbench.queries.claim_filter import NOBODY
from workbench.queries.claim_table import list_tags, read_tags_of
from workbench.queries.claims import list_merged
from workbench.queries.comments import count_open
from workbench.queries.evidence import VerdictRow
from workbench.queries.foreign_verdicts import list_foreign_verdicts
from workbench.queries.replies import list_replies
from workbench.queries.users import get_user, list_writers
from workbench.services.verdicts import read_pointable
from workbench.web.claim_reads import ClaimReads
from workbench.web.claim_steps import load_steps
from workbench.web.current import db, scales, sight, time_zone, user
from workbench.web.drafts import offer_draft
from workbench.web.hints import look_over, weigh_evidence
from workbench.web.lists import read_number, read_words
from workbench.web.related import show_related
from workbench.web.thread import count_about, show_thread


def load_page(claim: Claim) -> dict[str, Any]:
    """Everything templates/claims/show.html shows."""
    return load_parts(claim, PARTS)


def load_parts(claim: Claim, names: Iterable[str]) -> dict[str, Any]:
    """What the templates of these parts show, and no more."""
    reads = ClaimReads(claim)
    context: dict[str, Any] = {"claim": claim, "ref": reads.ref, "in_force": reads.in_force}
    for name in names:
        context |= PARTS[name].load(reads)
    return context


def _load_head(reads: ClaimReads) -> dict[str, Any]:
    merged_into, merged = list_merged(db(), reads.claim, sight=sight())
    return {
        "row": reads.row,
        "article": get_article_of(db(), reads.claim),
        "merged_into": merged_into,
        "merged": merged,
        "find_hints": look_over(reads.claim),
        "pointed": mark_pointed(reads),
        **_load_open_comments(reads),
        **_load_sorting(reads),
    }


def _load_open_comments(reads: ClaimReads) -> dict[str, Any]:
    return {"open_comments": count_open(reads.comments)}


def _load_sorting(reads: ClaimReads) -> dict[str, Any]:
    claim = reads.claim
    tags = read_tags_of(db(), [claim.id]).get(claim.id, [])
    assignee = get_user(db(), claim.assignee_id) if claim.assignee_id else None
    to = assignee.login if assignee else NOBODY
    return {
        "assignee": assignee,
        "tags": tags,
        "tag_names": list_tags(db()) if user().may(Permission.WRITE) else [],
        "assign_form": AssignForm(formdata=None, version=claim.version, to=to).offer(list_people()),
        "due_form": DueForm(formdata=None, version=claim.version, due_on=claim.due_on),
        "today": datetime.now(time_zone()).date(),
        "tags_form": TagsForm(formdata=None, tags=", ".join(tags), before=", ".join(tags)),
    }


def draw_verdicts(verdicts: Sequence[VerdictRow]) -> Picture | None:
    """The claim's verdict over time; None while there is not more than one. `verdicts` are newest first."""
    steps = [
        Step(
            row.verdict.given_at.astimezone(time_zone()).date(),
            row.verdict.rating_text,
            row.verdict.rating_colour or "none",
        )
        for row in reversed(verdicts)
    ]
    return draw_course(steps, datetime.now(time_zone()).date()) if len(steps) > 1 else None


def _load_verdict(reads: ClaimReads) -> dict[str, Any]:
    claim, current = reads.claim, reads.verdict
    return {
        "row": reads.row,
        "verdict": current,
        "verdicts": reads.verdicts,
        "course": draw_verdicts(reads.verdicts),
        "graded": {given.verdict.id: given.list_grades(reads.evidence) for given in reads.verdicts},
        "meanings": CONFIDENCE_MEANINGS,
        "one_sided": weigh_evidence(reads.columns),
        "columns": reads.columns,
        "circles": reads.circles,
        "may_sign": _may_sign(reads),
        "own": current is not None and current.verdict.author_id == user().id,
        **_make_fresh_form(claim),
        "comment_form": ReviewForm(formdata=None, version=claim.version),
        "pointed": mark_pointed(reads),
    }


def _load_evidence(reads: ClaimReads) -> dict[str, Any]:
    claim = reads.claim
    return {
        "columns": reads.columns,
        "withdrawn_evidence": [row for row in reads.evidence if row.evidence.withdrawn_at],
        "standings": load_standings(db(), [row.evidence.id for row in reads.evidence]),
        "circles": reads.circles,
        "said_on": appearances.find_said_on(db(), claim) if reads.evidence else None,
        "today": datetime.now(time_zone()).date(),
        "open_about": count_about(reads.comments),
    }


def _load_others(reads: ClaimReads) -> dict[str, Any]:
    found = list_foreign_verdicts(db(), [reads.claim.id], sight=sight(), withdrawn=True)
    return {"others": found.get(reads.claim.id, [])}


def _load_replies(reads: ClaimReads) -> dict[str, Any]:
    return {"replies": list_replies(db(), [reads.claim.id], sight=sight(), withdrawn=True)}


def _load_discussion(reads: ClaimReads) -> dict[str, Any]:
    return show_thread(reads.claim, reads.comments, reads.evidence)


def _load_status(reads: ClaimReads) -> dict[str, Any]:
    claim = reads.claim
    form = StatusForm(
        formdata=None,
        version=claim.version,
        claimant_unknown=claim.claimant_unknown,
        one_sided=claim.one_sided_note,
    )
    return {**load_steps(claim), "status_form": form}


def _load_appearances(reads: ClaimReads) -> dict[str, Any]:
    return {"appearances": appearances.list_appearances(db(), reads.claim, sight=sight())}


def _load_related(reads: ClaimReads) -> dict[str, Any]:
    return show_related(reads.row, reads.links)


def _load_details(reads: ClaimReads) -> dict[str, Any]:
    return {"reports": reports.list_claim_reports(db(), reads.claim)}


def _load_history(reads: ClaimReads) -> dict[str, Any]:
    before = read_number("history_before")
    return {
        "acts": history.read_claim_history(db(), reads.claim, sight=sight(), before=before),
        "whole_history": read_words("history") == "all" or before is not None,
    }


def _load_nothing(_reads: ClaimReads) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page that can be sent by itself: its template, and what reads what that shows."""

    template: str
    load: Callable[[ClaimReads], dict[str, Any]]


# The head holds the open comments and the sorting, which can also be sent without it.
PARTS = {
    "head": Part("claims/_head.html", _load_head),
    "open comments": Part("claims/_open_comments.html", _load_open_comments),
    "sorting": Part("claims/_sorting.html", _load_sorting),
    "look": Part("claims/_look_again.html", _load_nothing),
    "verdict": Part("claims/_verdict.html", _load_verdict),
    "evidence": Part("claims/_evidence.html", _load_evidence),
    "others": Part("claims/_others.html", _load_others),
    "replies": Part("replies/_section.html", _load_replies),
    "discussion": Part("comments/_thread.html", _load_discussion),
    "status": Part("claims/_status.html", _load_status),
    "appearances": Part("claims/_appearances.html", _load_appearances),
    "related": Part("claims/_related.html", _load_related),
    "details": Part("claims/_details.html", _load_details),
    "history": Part("claims/_history.html", _load_history),
    # The places where forms open, empty again.
    "claim slot": Part("claims/_edit_closed.html", _load_nothing),
    "others slot": Part("claims/_others_closed.html", _load_nothing),
    "evidence slot": Part("evidence/_closed.html", _load_nothing),
    "reply slot": Part("replies/_closed.html", _load_nothing),
}


def list_people() -> dict[str, str]:
    """Whom a claim can be assigned to, by login name."""
    return {NOBODY: str(_("Nobody")), **{person.login: person.name for person in list_writers(db())}}


def make_verdict_form() -> dict[str, Any]:
    """The verdict form as a request sent it, and the scale that it offers: the desk's, or the one that was
    chosen in it."""
    form = VerdictForm()
    return {"verdict_form": form, "scale": form.offer(scales().scales, scales().default)}


def _make_fresh_form(claim: Claim) -> dict[str, Any]:
    """The same without what a request sent, with what was typed before."""
    form = VerdictForm(formdata=None, version=claim.version)
    offer_draft(form, url_for("claims.verdict", ref=f"C-{claim.number}"), claim.id, "verdict.given")
    return {"verdict_form": form, "scale": form.offer(scales().scales, scales().default)}


def mark_pointed(reads: ClaimReads) -> dict[str, list[Piece]]:
    """Statement and verdict in pieces, with the words marked that the newest return points at: until there is
    another verdict, or a signature."""
    claim, current = reads.claim, reads.verdict
    if current is None:
        return {"statement": [Piece(claim.statement, 0)]}
    newest = current.reviews[0][0] if current.reviews else None
    given = newest.points if newest and newest.outcome == ReviewOutcome.RETURNED else []
    points = [Point(**point) for point in given]
    texts = read_pointable(claim, current.verdict)
    return {field: mark_points(text, field, points) for field, text in texts.items()}


def _may_sign(reads: ClaimReads) -> bool:
    claim, current = reads.claim, reads.verdict
    if claim.status is not Status.IN_REVIEW or current is None or not user().may(Permission.REVIEW):
        return False
    return reads.desk.alone or current.verdict.author_id != user().id
