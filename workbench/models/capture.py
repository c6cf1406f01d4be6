"""Visits to the addresses behind evidence and articles, and what was done with the files."""

import uuid
from datetime import datetime

from sqlmodel import Field

from workbench.domain.captures import CaptureOutcome, CustodyAct
from workbench.models.tracked import Tracked, choice, link


class Capture(Tracked, table=True):
    """One visit to the address of a piece of evidence or of an article; made once. Its files are the
    snapshots that name it. `url` was asked for, `final_url` answered after redirects with `status_code`;
    `canonical_url` is the address by which that page wants to be known, of whatever site;
    `tool` is this product and its version. `words_sha256` names the readable words, so that the next visit
    can say whether they changed. `message` says in words what went wrong."""

    evidence_id: uuid.UUID | None = link("evidence.id", nullable=True, later=True)
    article_id: uuid.UUID | None = link("article.id", nullable=True)
    url: str
    final_url: str = ""
    status_code: int | None = None
    outcome: CaptureOutcome = Field(sa_type=choice(CaptureOutcome))
    message: str = ""
    words_sha256: str = ""
    tool: str
    captured_at: datetime
    canonical_url: str = Field(default="", sa_column_kwargs={"server_default": ""})


class Custody(Tracked, table=True):
    """One link in a file's chain of custody; made once. Who is in the history. Without `snapshot_id` it is a
    link of every file that was there at the time: a backup, a verification of the whole store."""

    snapshot_id: uuid.UUID | None = link("snapshot.id", nullable=True)
    act: CustodyAct = Field(sa_type=choice(CustodyAct))
    at: datetime
    note: str = ""
