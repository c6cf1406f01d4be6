"""What the claim page and its parts are drawn from."""

from datetime import datetime
from typing import Any

from flask import url_for
from flask_babel import gettext as _

from workbench.domain.evidence import Stance
from workbench.domain.ratings import CONFIDENCE_MEANINGS
from workbench.domain.roles import Permission
from workbench.domain.status import Status, next_by_hand
from workbench.exports.claim_text import render_claim_text
from workbench.forms.actions import CommentForm
from workbench.forms.claims import StatusForm
from workbench.forms.sorting import AssignForm, TagsForm
from workbench.forms.verdicts import VerdictForm
from workbench.models import Claim
from workbench.queries import appearances, evidence, history, report_records, reports
from workbench.queries.appearances import find_said_on
from workbench.queries.articles import get_article_of
from workbench.queries.capture_standing import load_standings
from workbench.queries.circularity import find_circles
from workbench.queries.claim_filter import NOBODY
from workbench.queries.claim_table import list_tags, read_tags_of
from workbench.queries.claims import list_merged, load_rows
from workbench.queries.desk import get_desk
from workbench.queries.foreign_verdicts import list_foreign_verdicts
from workbench.queries.replies import list_replies
from workbench.queries.users import get_user, list_writers
from workbench.web.current import db, files, scales, sight, time_zone, user
from workbench.web.drafts import offer_draft
from workbench.web.hints import look_over, weigh_evidence
from workbench.web.lists import read_number, read_words
from workbench.web.related import load_related
from workbench.web.thread import load_thread


def load_page(claim: Claim) -> dict[str, Any]:
    """Everything templates/claims/show.html shows."""
    row = load_rows(db(), [claim], sight=sight())[0]
    found = evidence.list_evidence(db(), [claim.id], sight=sight(), withdrawn=True)
    verdicts = evidence.list_verdicts(db(), [claim.id]).get(claim.id, [])
    current = next((given for given in verdicts if given.verdict.id == claim.verdict_id), None)
    columns = {stance: [e for e in found if _stands(e, stance)] for stance in Stance}
    record = report_records.build_claim(db(), claim)
    merged_into, merged = list_merged(db(), claim, sight=sight())
    return {
        **load_related(claim),
        "merged_into": merged_into,
        "merged": merged,
        **load_thread(claim, found),
        **_load_sorting(claim),
        "row": row,
        "article": get_article_of(db(), claim),
        "appearances": appearances.list_appearances(db(), claim, sight=sight()),
        "columns": columns,
        "standings": load_standings(db(), [one.evidence.id for one in found]),
        "replies": list_replies(db(), [claim.id], sight=sight(), withdrawn=True),
        "others": list_foreign_verdicts(db(), [claim.id], sight=sight(), withdrawn=True).get(claim.id, []),
        "circles": find_circles(db(), columns[Stance.SUPPORTS], files().read),
        "said_on": find_said_on(db(), claim),
        "today": datetime.now(time_zone()).date(),
        "one_sided": weigh_evidence(columns),
        "find_hints": look_over(claim),
        "withdrawn_evidence": [one for one in found if one.evidence.withdrawn_at],
        "verdict": current,
        "graded": {given.verdict.id: given.list_grades(found) for given in verdicts},
        "verdicts": verdicts,
        "meanings": CONFIDENCE_MEANINGS,
        "acts": history.read_claim_history(db(), claim, sight=sight(), before=read_number("history_before")),
        "whole_history": read_words("history") == "all" or read_number("history_before") is not None,
        "reports": reports.list_claim_reports(db(), claim),
        "as_text": render_claim_text(record),
        "steps": [
            step.to
            for step in next_by_hand(claim.status)
            if user().may(step.permission) and (claim.verdict_id or not step.needs_verdict)
        ],
        "may_sign": _may_sign(claim, current),
        "own": current is not None and current.verdict.author_id == user().id,
        "status_form": StatusForm(formdata=None, version=claim.version),
        **make_verdict_form(claim, empty=True),
        "comment_form": CommentForm(formdata=None, version=claim.version),
    }


def _load_sorting(claim: Claim) -> dict[str, Any]:
    """What templates/claims/_sorting.html shows, and what the claim was merged into."""
    tags = read_tags_of(db(), [claim.id]).get(claim.id, [])
    assignee = get_user(db(), claim.assignee_id) if claim.assignee_id else None
    people = {NOBODY: str(_("Nobody")), **{person.login: person.name for person in list_writers(db())}}
    to = assignee.login if assignee else NOBODY
    return {
        "assignee": assignee,
        "tags": tags,
        "tag_names": list_tags(db()) if user().may(Permission.WRITE) else [],
        "assign_form": AssignForm(formdata=None, version=claim.version, to=to).offer(people),
        "tags_form": TagsForm(formdata=None, tags=", ".join(tags), before=", ".join(tags)),
    }


def make_verdict_form(claim: Claim, *, empty: bool = False) -> dict[str, Any]:
    """The verdict form and the scale that it offers: the desk's, or the one that was chosen in it. `empty`
    leaves out what a request sent."""
    offer = scales()
    if not empty:
        form = VerdictForm()
        return {"verdict_form": form, "scale": form.offer(offer.scales, offer.default)}
    form = VerdictForm(formdata=None, version=claim.version)
    offer_draft(form, url_for("claims.verdict", ref=f"C-{claim.number}"), claim.id, "verdict.given")
    return {"verdict_form": form, "scale": form.offer(offer.scales, offer.default)}


def _stands(row: evidence.EvidenceRow, stance: Stance) -> bool:
    return row.evidence.stance is stance and row.evidence.withdrawn_at is None


def _may_sign(claim: Claim, current: evidence.VerdictRow | None) -> bool:
    if claim.status is not Status.IN_REVIEW or current is None or not user().may(Permission.REVIEW):
        return False
    return get_desk(db()).alone or current.verdict.author_id != user().id
