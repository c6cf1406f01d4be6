"""What evidence says about a place: read from what was typed, with the images it was matched with."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from workbench.domain.captures import FileRole
from workbench.domain.errors import RuleBroken
from workbench.domain.positions import read_position
from workbench.files import FileStore
from workbench.models import Evidence
from workbench.services.uploads import Upload, add_snapshot, put_uploads

LARGEST_PRECISION = 20_000_000  # metres: anywhere on the earth
MOST_REFERENCES = 10
IMAGES = ("image/jpeg", "image/png", "image/webp", "image/gif", "image/avif", "image/heic", "image/tiff")


def read_places(columns: Mapping[str, Any]) -> dict[str, str]:
    """The position of the evidence and of the point it is measured from, as decimal degrees. Raises
    RuleBroken at the field that cannot be so."""
    place = read_position(columns["latitude"], columns["longitude"])
    names = ("point_latitude", "point_longitude")
    point = read_position(columns[names[0]], columns[names[1]], names)
    precision = columns["precision_m"]
    if precision is not None and not 0 <= precision <= LARGEST_PRECISION:
        raise RuleBroken("Precision is a distance in metres.", field="precision_m")
    if point[0] and not place[0]:
        raise RuleBroken("A distance needs the place itself, too.", field="latitude")
    if columns["point_name"].strip() and not point[0]:
        raise RuleBroken("Say where the point lies, to measure from it.", field=names[0])
    if point[0] and not columns["point_name"].strip():
        raise RuleBroken("Name the point that is measured from.", field="point_name")
    return dict(zip(("latitude", "longitude", *names), (*place, *point), strict=True))


def put_references(files: FileStore, uploads: Sequence[Upload]) -> list[tuple[Upload, str]]:
    """Store reference images. Raises RuleBroken for what is no image, for an empty one, and for too many."""
    if len(uploads) > MOST_REFERENCES:
        raise RuleBroken(f"Choose at most {MOST_REFERENCES} images.", field="references")
    if any(upload.media_type not in IMAGES for upload in uploads):
        raise RuleBroken("Reference images are JPEG, PNG, WebP, GIF, AVIF, HEIC or TIFF.", field="references")
    return put_uploads(files, uploads, "references")


def add_references(
    session: Session, evidence: Evidence, stored: Sequence[tuple[Upload, str]], at: datetime
) -> None:
    """Inside a change: the rows of stored reference images."""
    for upload, sha256 in stored:
        add_snapshot(session, upload, sha256, at, role=FileRole.REFERENCE, evidence_id=evidence.id)
