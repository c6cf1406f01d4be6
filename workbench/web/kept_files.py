"""Kept files on a page: what may be shown of each, its chain of custody, and where its parts are."""

from collections.abc import Sequence
from typing import Any

from flask import Response, url_for

from workbench.models import Snapshot
from workbench.queries.custody import load_custody
from workbench.services.custody import note_export
from workbench.web import captured_pages
from workbench.web.current import db, files, user
from workbench.web.downloads import attach_stored

_PARTS = ("image", "frame", "download")


def show_files(snapshots: Sequence[Snapshot], blueprint: str, **at: Any) -> dict[str, Any]:
    """For templates/captures/_file.html and _view.html: the files, their chains, how each may be looked at,
    and the addresses of its image, its frame and its download, routes of `blueprint` that take `at`."""
    return {
        "files": snapshots,
        "chains": load_custody(db(), snapshots),
        "looks": {one.id: captured_pages.look_at(files(), one) for one in snapshots},
        "addresses": {
            one.id: {part: url_for(f"{blueprint}.{part}", snapshot_id=one.id, **at) for part in _PARTS}
            for one in snapshots
        },
    }


def hold_frame(answer: Response) -> Response:
    """For a page that holds a frame with a kept page."""
    answer.headers["Content-Security-Policy"] = captured_pages.HOLDING
    return answer


def hand_out(snapshot: Snapshot) -> Response:
    """The file as a download, which its chain of custody tells. A form's answer, no link's: who took the file
    is written down, and no other site may cause that."""
    answer = attach_stored(files(), snapshot.sha256, snapshot.original_name or snapshot.sha256)
    note_export(db(), snapshot, to=user().name, by=user().actor)
    return answer
