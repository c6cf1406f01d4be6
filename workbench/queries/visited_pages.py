"""Reads of what visits to evidence's addresses tell of the page: where it is, and which files it is."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from sqlalchemy import and_, bindparam, select
from sqlmodel import Session, col

from workbench.domain.captures import SHOWS_PAGE, FileRole
from workbench.domain.web_addresses import fold_page
from workbench.models import Capture, Snapshot

_AT_ONCE = 500  # ids in one query
# Of readable words, some fifty of them: many sites say alike that they check the browser or set cookies.
_FEWEST_BYTES = 400


@dataclass(frozen=True, slots=True)
class Visited:
    """What visits to one address found. `ends` are the folded addresses where they came out, and by which the
    page wants to be known; `marks` are what the page that they showed is known by: these, the hash of its
    bytes, and that of its words where they are more than a notice. `words` names the file of its readable
    words that was kept last, empty where there is none."""

    ends: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    words: str = ""


NOT_VISITED = Visited()


def read_visited(session: Session, addresses: Mapping[uuid.UUID, str]) -> dict[uuid.UUID, Visited]:
    """By the id of each piece of evidence, what visits to this address of it found; what was found at another
    one that it had before is left out. Nothing for what was never visited."""
    found: dict[uuid.UUID, Visited] = {}
    for some in cut_ids(list(addresses)):
        for row in session.execute(_VISITS, {"evidence": some}):
            key, url, final, canonical, outcome, digest, role, sha256, size = row
            if url != addresses[key]:
                continue
            known = found.get(key, NOT_VISITED)
            ends = {fold_page(final), fold_page(canonical)} - {""}
            marks = {*_list_marks(ends), _mark_kept(role, sha256, size, digest)} - {""}
            found[key] = Visited(
                known.ends | ends,
                known.marks.union(marks if outcome in SHOWS_PAGE else ()),
                sha256 if role is FileRole.TEXT else known.words,
            )
    return found


_VISITS = (  # put together once: that costs as much as to run it
    select(
        col(Capture.evidence_id),
        col(Capture.url),
        col(Capture.final_url),
        col(Capture.canonical_url),
        col(Capture.outcome),
        col(Capture.words_sha256),
        col(Snapshot.role),
        col(Snapshot.sha256),
        col(Snapshot.size),
    )
    .outerjoin(
        Snapshot,
        and_(
            col(Snapshot.capture_id) == col(Capture.id),
            col(Snapshot.role).in_([FileRole.FILE, FileRole.TEXT]),
        ),
    )
    .where(col(Capture.evidence_id).in_(bindparam("evidence", expanding=True)))
    .order_by(col(Capture.captured_at))  # the newest words come last, and stay
)


def _mark_kept(role: FileRole | None, sha256: str, size: int, digest: str) -> str:
    """What a page is known by through a file that was kept of it; empty for none. `digest` is of its words,
    however they are broken into lines."""
    if role is FileRole.FILE:
        return mark_file(sha256)
    return f"words:{digest}" if role is FileRole.TEXT and digest and size >= _FEWEST_BYTES else ""


def mark_file(sha256: str) -> str:
    """What a file is known by among the marks of a piece of evidence."""
    return f"sha256:{sha256}"


def cut_ids(ids: Sequence[uuid.UUID]) -> Iterator[Sequence[uuid.UUID]]:
    """So many as fit into one query."""
    return (ids[start : start + _AT_ONCE] for start in range(0, len(ids), _AT_ONCE))


def _list_marks(ends: Iterable[str]) -> Iterator[str]:
    for end in ends:
        parts = urlsplit(end)
        # What ends at a site's front page says nothing: pages that are gone are often sent on there.
        if parts.path or parts.query:
            yield end
