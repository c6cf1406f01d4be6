"""What was seen at the address behind evidence, and kept: every visit, its files, their chain of custody."""

import uuid
from collections.abc import Sequence
from typing import Any

from flask import Blueprint, Response, url_for

from workbench.domain.captures import FileRole
from workbench.domain.comparing import compare
from workbench.domain.drawn_changes import Stretch, draw_changes
from workbench.domain.roles import Permission
from workbench.models import Claim, Snapshot
from workbench.queries import captures as queries
from workbench.queries.capture_standing import load_standings
from workbench.queries.evidence import NamedPiece, get_piece
from workbench.services.captures import request_capture
from workbench.web import captured_pages
from workbench.web.access import needs
from workbench.web.capture_jobs import hand_over_capture
from workbench.web.claims import find_claim
from workbench.web.current import db, engine, files, sight, user
from workbench.web.htmx import page, saved
from workbench.web.kept_files import hand_out, hold_frame, show_files

blueprint = Blueprint("captures", __name__, url_prefix="/claims/<ref>/evidence/<uuid:evidence_id>/kept")


@blueprint.get("")
@needs(Permission.READ)
def index(ref: str, evidence_id: uuid.UUID) -> Response:
    claim, row = _find(ref, evidence_id)
    given = queries.list_given(db(), row.evidence)
    visits = queries.list_captures(db(), evidence_id)
    newest = next((visit for visit in visits if visit.capture.outcome in queries.KEEPS), None)
    stretches = _compare(newest) if newest else []
    return page(
        "captures/index.html",
        **_context(claim, row),
        **_show(ref, evidence_id, given),
        visits=visits,
        stretches=stretches,
    )


@blueprint.post("/again")
@needs(Permission.WRITE)
def again(ref: str, evidence_id: uuid.UUID) -> Response:
    claim, row = _find(ref, evidence_id)
    request_capture(engine(), row.evidence, by=user().actor)
    hand_over_capture(row.evidence)
    to = url_for(".index", ref=ref, evidence_id=evidence_id)
    return saved(to, "captures/_standing.html", **_context(claim, row), told=True)


@blueprint.get("/standing")
@needs(Permission.READ)
def standing(ref: str, evidence_id: uuid.UUID) -> Response:
    return page("captures/standing.html", "captures/_standing.html", **_context(*_find(ref, evidence_id)))


@blueprint.get("/<uuid:capture_id>")
@needs(Permission.READ)
def show(ref: str, evidence_id: uuid.UUID, capture_id: uuid.UUID) -> Response:
    claim, row = _find(ref, evidence_id)
    visit = queries.get_capture(db(), evidence_id, capture_id)
    context = {**_context(claim, row), **_show(ref, evidence_id, visit.files), "stretches": _compare(visit)}
    return hold_frame(page("captures/show.html", visit=visit, **context))


@blueprint.get("/files/<uuid:snapshot_id>")
@needs(Permission.READ)
def file(ref: str, evidence_id: uuid.UUID, snapshot_id: uuid.UUID) -> Response:
    claim, row = _find(ref, evidence_id)
    snapshot = queries.get_file(db(), row.evidence, snapshot_id)
    return hold_frame(
        page("captures/show.html", **_context(claim, row), **_show(ref, evidence_id, [snapshot]), visit=None)
    )


@blueprint.get("/files/<uuid:snapshot_id>/image")
@needs(Permission.READ)
def image(ref: str, evidence_id: uuid.UUID, snapshot_id: uuid.UUID) -> Response:
    return captured_pages.show_image(files(), _find_file(ref, evidence_id, snapshot_id))


@blueprint.get("/files/<uuid:snapshot_id>/frame")
@needs(Permission.READ)
def frame(ref: str, evidence_id: uuid.UUID, snapshot_id: uuid.UUID) -> Response:
    return captured_pages.show_frame(files(), _find_file(ref, evidence_id, snapshot_id))


@blueprint.post("/files/<uuid:snapshot_id>/download")
@needs(Permission.READ)
def download(ref: str, evidence_id: uuid.UUID, snapshot_id: uuid.UUID) -> Response:
    return hand_out(_find_file(ref, evidence_id, snapshot_id))


def _find(ref: str, evidence_id: uuid.UUID) -> tuple[Claim, NamedPiece]:
    """The claim and the evidence, if this person may see its source. Raises NotFound."""
    claim = find_claim(ref)
    return claim, get_piece(db(), evidence_id, claim, sight=sight())


def _find_file(ref: str, evidence_id: uuid.UUID, snapshot_id: uuid.UUID) -> Snapshot:
    _claim, row = _find(ref, evidence_id)
    return queries.get_file(db(), row.evidence, snapshot_id)


def _context(claim: Claim, row: NamedPiece) -> dict[str, Any]:
    return {
        "ref": f"C-{claim.number}",
        "claim": claim,
        "row": row,
        "evidence": row.evidence,
        "standings": load_standings(db(), [row.evidence.id]),
    }


def _show(ref: str, evidence_id: uuid.UUID, snapshots: Sequence[Snapshot]) -> dict[str, Any]:
    return show_files(snapshots, "captures", ref=ref, evidence_id=evidence_id)


def _compare(visit: queries.CaptureRow) -> list[Stretch]:
    """How the words that a visit kept differ from those kept before; nothing where there are none."""
    words = next((one for one in visit.files if one.role is FileRole.TEXT), None)
    before = queries.find_words_before(db(), visit.capture) if words else None
    if words is None or before is None:
        return []
    old, new = (captured_pages.look_at(files(), one).words for one in (before, words))
    return draw_changes(compare(old, new)) if old and new else []
