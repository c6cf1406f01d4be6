"""Evidence of a claim: adding, mending, withdrawing, and the kept file behind it."""

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, Response, request, url_for

from workbench.domain.errors import NotFound
from workbench.domain.evidence import EvidenceKind, SourceKind, Stance
from workbench.domain.hints import find_one_sided
from workbench.domain.roles import Permission
from workbench.forms.evidence import EditEvidenceForm, EvidenceForm, RecheckForm, WithdrawEvidenceForm
from workbench.models import Claim
from workbench.queries import evidence as queries
from workbench.queries.sources import list_names
from workbench.services import evidence as services
from workbench.web.access import needs
from workbench.web.capture_jobs import hand_over_capture
from workbench.web.claim_parts import answer_parts, carry_drafts
from workbench.web.claims import find_claim
from workbench.web.current import db, files, sight, time_zone, user
from workbench.web.drafts import offer_draft
from workbench.web.htmx import go_on, invalid, page, saved, wants_part
from workbench.web.slots import EVIDENCE, find_slot
from workbench.web.thread import describe_piece
from workbench.web.uploads import read_uploads
from workbench.web.versions import read_version

blueprint = Blueprint("evidence", __name__)

# The parts of the claim page that may read differently after an act on evidence.
_TOUCHED = ("evidence", "verdict", "status", "discussion", "history")


@blueprint.route("/claims/<ref>/evidence/new", methods=["GET", "POST"])
@needs(Permission.WRITE)
def new(ref: str) -> Response:
    claim = find_claim(ref)
    seen = claim.version
    form = EvidenceForm(stance=request.args.get("stance"))
    if request.method != "POST":
        context = _load_new(claim, form)
        offer_draft(form, url_for(".new", ref=ref))
        return page("evidence/new.html", "evidence/_new.html", **context)
    others = queries.list_pieces(db(), claim, sight=sight())
    form.offer(_name_pieces(others))
    added = None
    if form.validate():
        added = form.attempt(
            lambda: services.add_evidence(
                db(),
                files(),
                claim,
                _values(form),
                next(iter(read_uploads(form.file)), None),
                by=user().actor,
                references=read_uploads(form.references),
                capture=not form.no_capture.data,
                not_captured=(form.no_capture_reason.data or "") if form.no_capture.data else "",
            )
        )
    if added is None:
        return invalid("evidence/new.html", "evidence/_new.html", **_load_new(claim, form))
    hand_over_capture(added)
    return _answer(claim, seen, touched=_list_touched(others, added.stance))


@blueprint.route("/claims/<ref>/evidence/<uuid:evidence_id>/edit", methods=["GET", "POST"])
@needs(Permission.WRITE)
def edit(ref: str, evidence_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    seen = claim.version
    every = _list_evidence(claim)
    row = queries.find_piece(every, evidence_id)
    others = [other for other in every if other is not row]
    form = EditEvidenceForm(data={**row.evidence.model_dump(), **_read_form(row)})
    form.offer(_name_pieces(others))
    context = _context(claim, form, row=row, others=count_by_stance(others))
    if request.method != "POST":
        offer_draft(form, url_for(".edit", ref=ref, evidence_id=evidence_id))
        return page("evidence/edit.html", "evidence/_edit.html", **context)
    if form.validate():
        form.attempt(
            lambda: services.edit_evidence(
                db(),
                files(),
                row.evidence,
                _values(form),
                seen=form.seen,
                by=user().actor,
                reason=form.reason.data or "",
                references=read_uploads(form.references),
            )
        )
    if form.errors:
        return invalid("evidence/edit.html", "evidence/_edit.html", **context)
    hand_over_capture(row.evidence)
    return _answer(claim, seen)


@blueprint.route("/claims/<ref>/evidence/<uuid:evidence_id>/withdraw", methods=["GET", "POST"])
@needs(Permission.WRITE)
def withdraw(ref: str, evidence_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    seen = claim.version
    row = queries.get_piece(db(), evidence_id, claim, sight=sight())
    form = WithdrawEvidenceForm(version=row.evidence.version)
    context = _context(claim, form, row=row)
    if request.method != "POST":
        offer_draft(form, url_for(".withdraw", ref=ref, evidence_id=evidence_id))
        return page("evidence/withdraw.html", "evidence/_withdraw.html", **context)
    if form.validate():
        form.attempt(
            lambda: services.withdraw_evidence(
                db(), row.evidence, reason=form.reason.data or "", seen=form.seen, by=user().actor
            )
        )
    if form.errors:
        return invalid("evidence/withdraw.html", "evidence/_withdraw.html", **context)
    return _answer(claim, seen)


@blueprint.route("/claims/<ref>/evidence/<uuid:evidence_id>/recheck", methods=["GET", "POST"])
@needs(Permission.WRITE)
def recheck(ref: str, evidence_id: uuid.UUID) -> Response:
    """When to look at it again; an empty day after one has looked."""
    claim = find_claim(ref)
    seen = claim.version
    row = queries.get_piece(db(), evidence_id, claim, sight=sight())
    form = RecheckForm(data=row.evidence.model_dump(include={"version", "recheck_on"}))
    context = _context(claim, form, row=row)
    if request.method != "POST":
        return page("evidence/recheck.html", "evidence/_recheck.html", **context)
    if form.validate():
        form.attempt(
            lambda: services.set_recheck(
                db(), row.evidence, form.recheck_on.data, seen=form.seen, by=user().actor
            )
        )
    if form.errors:
        return invalid("evidence/recheck.html", "evidence/_recheck.html", **context)
    return _answer(claim, seen)


@blueprint.post("/claims/<ref>/evidence/<uuid:evidence_id>/reinstate")
@needs(Permission.WRITE)
def reinstate(ref: str, evidence_id: uuid.UUID) -> Response:
    claim = find_claim(ref)
    seen = claim.version
    row = queries.get_piece(db(), evidence_id, claim, sight=sight())
    services.reinstate_evidence(db(), files(), row.evidence, seen=read_version(), by=user().actor)
    return _answer(claim, seen, "evidence")


@blueprint.get("/claims/<ref>/evidence/<uuid:evidence_id>/file")
@needs(Permission.READ)
def file(ref: str, evidence_id: uuid.UUID) -> Response:
    row = queries.get_piece(db(), evidence_id, find_claim(ref), sight=sight())
    if row.snapshot is None:
        raise NotFound("No file was kept with this evidence.")
    return go_on(url_for("captures.file", ref=ref, evidence_id=evidence_id, snapshot_id=row.snapshot.id))


@blueprint.get("/claims/<ref>/evidence/<uuid:evidence_id>/references/<uuid:snapshot_id>")
@needs(Permission.READ)
def reference(ref: str, evidence_id: uuid.UUID, snapshot_id: uuid.UUID) -> Response:
    row = queries.get_piece(db(), evidence_id, find_claim(ref), sight=sight())
    image = next((one for one in queries.list_references(db(), row.evidence) if one.id == snapshot_id), None)
    if image is None:
        raise NotFound("There is no such image with this evidence.")
    return go_on(url_for("captures.file", ref=ref, evidence_id=evidence_id, snapshot_id=image.id))


def _values(form: EvidenceForm) -> services.EvidenceValues:
    return services.EvidenceValues(
        source=form.source.data or "",
        source_kind=SourceKind(form.source_kind.data),
        kind=EvidenceKind(form.kind.data),
        stance=Stance(form.stance.data),
        credibility=form.credibility.data,
        url=form.url.data or "",
        excerpt=form.excerpt.data or "",
        locator=form.locator.data or "",
        published_on=form.published_on.data,
        accessed_at=_from_desk_time(form.accessed_at.data),
        note=form.note.data or "",
        latitude=form.latitude.data or "",
        longitude=form.longitude.data or "",
        precision_m=form.precision_m.data,
        method=form.method.data or "",
        point_name=form.point_name.data or "",
        point_latitude=form.point_latitude.data or "",
        point_longitude=form.point_longitude.data or "",
        origin_id=uuid.UUID(form.origin.data) if form.origin.data else None,
        origin_note=form.origin_note.data or "",
        recheck_on=form.recheck_on.data,
    )


def _read_form(row: queries.EvidenceRow) -> dict[str, Any]:
    """What the form tells otherwise than the columns hold it."""
    return {
        "source": row.source.name,
        "source_kind": row.source.kind,
        "accessed_at": _to_desk_time(row.evidence.accessed_at),
        "origin": str(row.evidence.origin_id or ""),
    }


def _list_evidence(claim: Claim) -> list[queries.EvidenceRow]:
    """The claim's evidence, with what was withdrawn: it may be what others repeat."""
    return queries.list_evidence(db(), [claim.id], sight=sight(), withdrawn=True, read=files().read)


def _load_new(claim: Claim, form: EvidenceForm) -> dict[str, Any]:
    """What templates/evidence/_new.html shows."""
    others = _list_evidence(claim)
    return _context(claim, form.offer(_name_pieces(others)), others=count_by_stance(others))


def _name_pieces(rows: Sequence[queries.EvidenceRow] | Sequence[queries.NamedPiece]) -> dict[str, str]:
    return {str(row.evidence.id): describe_piece(row) for row in rows}


def count_by_stance(rows: Sequence[queries.EvidenceRow]) -> dict[Stance, int]:
    """How many independent origins speak each way."""
    standing = [row for row in rows if row.evidence.withdrawn_at is None]
    return {
        stance: queries.count_origins([row for row in standing if row.evidence.stance is stance])
        for stance in Stance
    }


def _from_desk_time(typed: datetime | None) -> datetime | None:
    return typed.replace(tzinfo=time_zone()).astimezone(UTC) if typed else None


def _to_desk_time(kept: datetime | None) -> datetime | None:
    return kept.astimezone(time_zone()).replace(tzinfo=None) if kept else None


def _context(claim: Claim, form: object, **more: Any) -> dict[str, Any]:
    slot = find_slot(claim, EVIDENCE)
    names = list_names(db(), sight=sight())
    return {"claim": claim, "ref": f"C-{claim.number}", "form": form, "sources": names, "slot": slot, **more}


def _list_touched(before: Sequence[queries.NamedPiece], stance: Stance) -> list[str]:
    """What a new piece of this stance changes on the claim page: comments are about evidence, too. The
    verdict's form hints at one-sided evidence, and the status asks for some on a side: not how much."""
    standing = [row.evidence.stance for row in before if row.evidence.withdrawn_at is None]
    hints = [
        find_one_sided(stances.count(Stance.SUPPORTS), stances.count(Stance.REFUTES))
        for stances in (standing, [*standing, stance])
    ]
    verdict = ["verdict"] if hints[0] != hints[1] else []
    return ["evidence", *verdict, *([] if stance in standing else ["status"]), "discussion", "history"]


def _answer(
    claim: Claim, seen: int, part: str = "evidence slot", touched: Sequence[str] = _TOUCHED
) -> Response:
    """The slot closed again, and what the claim page shows now."""
    if wants_part():
        return answer_parts(claim, part, touched=touched, seen=seen)
    carry_drafts(claim, seen)
    return saved(url_for("claims.show", ref=f"C-{claim.number}", _anchor="evidence"))
