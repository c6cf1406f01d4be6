"""What the claim page is drawn from: a table of its parts, each with what its template shows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.forms.claims import StatusForm
from workbench.models import Claim
from workbench.queries import appearances, history, reports
from workbench.queries.capture_standing import load_standings
from workbench.queries.foreign_verdicts import list_foreign_verdicts
from workbench.queries.replies import list_replies
from workbench.web.claim_head import load_head, load_open_comments, load_sorting
from workbench.web.claim_reads import ClaimReads
from workbench.web.claim_steps import load_steps
from workbench.web.claim_verdict import load_verdict
from workbench.web.current import db, sight, time_zone
from workbench.web.lists import read_number, read_words
from workbench.web.related import show_related
from workbench.web.thread import count_about, show_thread

NEWEST = 5  # acts of the history that stand on the page from the start


def load_page(claim: Claim) -> dict[str, Any]:
    """Everything templates/claims/show.html shows."""
    return load_parts(claim, [name for name, part in PARTS.items() if not part.inside])


def load_parts(claim: Claim, names: Iterable[str]) -> dict[str, Any]:
    """What the templates of these parts show, and no more."""
    reads = ClaimReads(claim)
    context: dict[str, Any] = {"claim": claim, "ref": reads.ref, "in_force": reads.in_force}
    for name in names:
        context |= PARTS[name].load(reads)
    return context


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
        "sealed_since": reads.sealed_since,
    }


def _load_others(reads: ClaimReads) -> dict[str, Any]:
    found = list_foreign_verdicts(db(), [reads.claim.id], sight=sight(), withdrawn=True)
    return {"others": found.get(reads.claim.id, []), "sealed_since": reads.sealed_since}


def _load_replies(reads: ClaimReads) -> dict[str, Any]:
    return {"replies": list_replies(db(), [reads.claim.id], sight=sight(), withdrawn=True)}


def _load_discussion(reads: ClaimReads) -> dict[str, Any]:
    return show_thread(reads.claim, reads.comments, reads.evidence, sealed=reads.sealed_since is not None)


def _load_status(reads: ClaimReads) -> dict[str, Any]:
    claim = reads.claim
    form = StatusForm(
        formdata=None,
        version=claim.version,
        claimant_unknown=claim.claimant_unknown,
        one_sided=claim.one_sided_note,
    )
    return {**load_steps(claim), "status_form": form, "article": reads.article}


def _load_appearances(reads: ClaimReads) -> dict[str, Any]:
    return {"appearances": appearances.list_appearances(db(), reads.claim, sight=sight())}


def _load_related(reads: ClaimReads) -> dict[str, Any]:
    return show_related(reads.row, reads.links)


def _load_details(reads: ClaimReads) -> dict[str, Any]:
    return {"reports": reports.list_claim_reports(db(), reads.claim)}


def _load_history(reads: ClaimReads) -> dict[str, Any]:
    before = read_number("history_before")
    if read_words("history") == "all" or before is not None:
        acts = history.read_claim_history(db(), reads.claim, sight=sight(), before=before)
        return {"acts": acts, "folded_acts": 0}
    acts, count = history.read_newest_acts(db(), reads.claim, sight=sight(), most=NEWEST)
    return {"acts": acts, "folded_acts": count if count > NEWEST else 0}


def _load_nothing(_reads: ClaimReads) -> dict[str, Any]:
    return {}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the page that can be sent by itself: its template, and what reads what that shows. `inside`:
    the part that holds it, and reads for both."""

    template: str
    load: Callable[[ClaimReads], dict[str, Any]]
    inside: str = ""


PARTS = {
    "head": Part("claims/_head.html", load_head),
    "open comments": Part("claims/_open_comments.html", load_open_comments, inside="head"),
    "sorting": Part("claims/_sorting.html", load_sorting, inside="head"),
    "look": Part("claims/_look_again.html", _load_nothing),
    "verdict": Part("claims/_verdict.html", load_verdict),
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
    "blind slot": Part("blind/_closed.html", _load_nothing),
    "others slot": Part("claims/_others_closed.html", _load_nothing),
    "evidence slot": Part("evidence/_closed.html", _load_nothing),
    "reply slot": Part("replies/_closed.html", _load_nothing),
}
