"""A text that came in becomes an article version with its furniture, its fingerprint and its proposals."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from workbench import history
from workbench.domain.fingerprints import make_fingerprint
from workbench.domain.names import clean_file_name
from workbench.domain.records import ArticleDraft
from workbench.domain.status import Origin
from workbench.domain.wording import leave_out, read_wording
from workbench.models import Article, ArticleVersion, Furniture, Job
from workbench.queries.duplicates import find_furniture
from workbench.services.jobs import add_job
from workbench.services.splitting import SPLIT_JOB
from workbench.splitting import detect_language, split, words
from workbench.splitting.marks import Mark
from workbench.splitting.records import Claim as Proposal

WORDS_IN_REQUEST = 3_000


@dataclass(frozen=True, slots=True)
class ReadText:
    """A draft, read before anything is written. A `long` one has no `proposals` yet: a job makes them."""

    draft: ArticleDraft
    furniture: tuple[Mark, ...]
    words: tuple[str, ...]
    long: bool
    proposals: tuple[Proposal, ...]


def read_text(
    draft: ArticleDraft, furniture: list[Mark] | None = None, *, published_on: date | None, granularity: str
) -> ReadText:
    """Parsing comes before the change that writes, so that nobody waits for it."""
    marks = find_furniture(draft) if furniture is None else furniture
    ranges = [(start, end) for start, end, _ in marks]
    long = words(draft.text) > WORDS_IN_REQUEST
    found = (
        ()
        if long
        else split(draft.text, published_on=published_on, furniture=ranges, granularity=granularity).claims
    )
    wording = read_wording(leave_out(draft.text, ranges))
    return ReadText(draft, tuple(marks), wording.words, long, tuple(found))


def write_text(
    session: Session,
    article: Article,
    read: ReadText,
    *,
    ordinal: int,
    received: str,
    at: datetime,
    granularity: str,
) -> ArticleVersion:
    """Inside an open change: the version and its furniture, without claims."""
    draft = read.draft
    version = ArticleVersion(
        number=history.next_number(session, ArticleVersion),
        article_id=article.id,
        ordinal=ordinal,
        text=draft.text,
        text_sha256=hashlib.sha256(draft.text.encode()).hexdigest(),
        language=detect_language(draft.text),
        received_sha256=received,
        received_name=clean_file_name(draft.name or ""),
        media_type=draft.media_type,
        received_at=at,
        granularity=granularity,
        simhash=make_fingerprint(read.words),
        pages=list(draft.pages),
        dated_on=max((day for day in (draft.published_on, draft.updated_on) if day), default=None),
    )
    session.add(version)
    for start, end, reason in read.furniture:
        mark = Furniture(
            article_version_id=version.id, start=start, end=end, reason=reason, origin=Origin.MACHINE
        )
        session.add(mark)
    return version


def ask_to_split(session: Session, version: ArticleVersion, *, by: str) -> Job:
    """Inside an open change: the job that proposes the claims of a long text."""
    return add_job(
        session,
        SPLIT_JOB,
        version.article_id,
        by=by,
        total=len(version.text),
        article_version=str(version.id),
    )
