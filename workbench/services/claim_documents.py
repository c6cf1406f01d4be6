"""The articles in which imported claims stand: one that is here, or one made of the claims' own words.

Where a claim's address is an article of the desk that holds the words, it stands there. Where it is not, what
was said at one address, or in one named article, becomes an article made of these quotes: fetched later, the
page itself becomes the next version of it, and so does that text with further quotes, should more be brought
of that address before. What names neither stands in a document of the whole table. See
docs/decisions/019-ways-in.md.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from workbench import history
from workbench.domain.arrivals import ClaimDraft
from workbench.domain.evidence import SourceKind
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.domain.web_addresses import fold_address
from workbench.models import Article, ArticleVersion
from workbench.queries.furniture import list_furniture
from workbench.queries.standing import list_standing
from workbench.services.anchoring import add_anchors
from workbench.services.article_texts import ReadText, write_text
from workbench.services.articles import LONGEST_FACT
from workbench.services.sources import take_source

TABLE_TYPES = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}
JSON_TYPE = "application/ld+json"
CLAIM_FILES = frozenset((*TABLE_TYPES.values(), JSON_TYPE))  # a text that came in one is made of quotes
DETAILS = "What the file says of it"  # the reason of the furniture mark that folds these lines


@dataclass(frozen=True, slots=True)
class Named:
    """A claim that arrived, with what it is called in the counted result ("row 3") and the place it has in
    what arrived, counted from 0."""

    name: str
    claim: ClaimDraft
    place: int = 0


@dataclass(frozen=True, slots=True)
class TableFile:
    """The file that the claims came in, which is what an article made of them has received."""

    name: str
    data: bytes
    media_type: str


@dataclass(slots=True)
class Document:
    """Claims that are written in one change: in an article that is here, or in a new one made of them.
    `looked` says when it was looked up what is here, in whatever the caller counts. `grows`: the article is
    made of quotes, and these are added to it as its next version."""

    key: str
    looked: int
    article: Article | None = None
    version: ArticleVersion | None = None
    grows: bool = False
    rows: list[tuple[Named, str]] = field(default_factory=list)  # with a note, where there is one


def sort_rows(
    rows: Sequence[Named], articles: Mapping[str, tuple[Article, ArticleVersion]], looked: int
) -> list[Document]:
    """The documents in which these rows stand; `articles` are those of the desk by folded address."""
    documents: dict[str, Document] = {}
    for row in rows:
        address = fold_address(row.claim.url)
        here = articles.get(address) if address else None
        note = ""
        if here is not None and row.claim.words in here[1].text:
            document = documents.setdefault(f"here {address}", Document(address, looked, *here))
        elif here is not None and here[1].media_type in CLAIM_FILES:
            note = f"A-{here[0].number}, which is made of quotes, has these words now."
            document = documents.setdefault(f"more {address}", Document(address, looked, *here, grows=True))
        elif here is not None:
            note = f"A-{here[0].number} is of this address, and these words are not in it."
            document = documents.setdefault("", Document("", looked))
        else:
            key = address or row.claim.article
            document = documents.setdefault(f"new {key}" if key else "", Document(key, looked))
        document.rows.append((row, note))
    return list(documents.values())


def add_document(
    session: Session, document: Document, file: TableFile, received: str, at: datetime
) -> tuple[Article, ArticleVersion]:
    """Inside a change: an article made of the words of its rows, which are all that is known of it."""
    first = document.rows[0][0].claim
    named = bool(document.key)
    draft = _compose(document, file)
    article = Article(
        number=history.next_number(session, Article),
        added_at=at,
        title=((first.article or first.url) if named else file.name)[:LONGEST_FACT],
        url=first.url if named else "",
        canonical_url=fold_address(first.url) if named else "",
    )
    outlets = {row.claim.outlet for row, _ in document.rows if row.claim.outlet}
    if named and len(outlets) == 1:
        article.outlet_id = take_source(session, outlets.pop(), SourceKind.OUTLET).id
    session.add(article)
    read = _read(draft)
    version = write_text(session, article, read, ordinal=1, received=received, at=at, granularity="clause")
    return article, version


def grow_document(
    session: Session, document: Document, file: TableFile, received: str, at: datetime
) -> ArticleVersion:
    """Inside a change: the next version of an article made of quotes, with those of these rows behind them.
    The claims that stand in it are carried over."""
    assert document.article is not None  # noqa: S101 - only what is here grows
    assert document.version is not None  # noqa: S101
    before, standing = document.version, list_standing(session, document.article.id)
    marks = [
        FurnitureDraft(mark.start, mark.end, mark.reason)
        for mark in list_furniture(session, before)
        if mark.unmarked_at is None
    ]
    draft = _compose(document, file, before.text, marks)
    read = _read(draft)
    version = write_text(
        session,
        document.article,
        read,
        ordinal=before.ordinal + 1,
        received=received,
        at=at,
        granularity=before.granularity,
    )
    add_anchors(session, version, {}, standing, at)
    return version


def _read(draft: ArticleDraft) -> ReadText:
    """As it stands: these claims are here already, and none is looked for."""
    marks = tuple((mark.start, mark.end, mark.reason) for mark in draft.furniture)
    return ReadText(draft, marks, tuple(draft.text.split()), long=False, proposals=())


def _compose(
    document: Document, file: TableFile, text: str = "", before: Sequence[FurnitureDraft] = ()
) -> ArticleDraft:
    """The words of the rows, each once, in their order, behind the text that is here; what else is told
    beside them is furniture."""
    marks = list(before)
    written: set[str] = set()
    for row, _ in document.rows:
        if row.claim.words not in written:
            text += ("\n\n" if text else "") + row.claim.words
            written.add(row.claim.words)
        details = "\n".join(row.claim.details)
        if details:
            start = len(text) + 2
            text += f"\n\n{details}"
            marks.append(FurnitureDraft(start, len(text), DETAILS))
    return ArticleDraft(
        text=text, received=file.data, media_type=file.media_type, name=file.name, furniture=tuple(marks)
    )
