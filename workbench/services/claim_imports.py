"""Claims that arrive ready made, as rows of a table or another desk's fact-checks.

A claim stands on words of an article. Where its address is an article of the desk that holds the words, it
stands there. Where it is not, what was said at one address, or in one named article, becomes an article made
of these quotes: fetched later, the page itself becomes the next version of it. What names neither stands in
a document of the whole table. See docs/decisions/019-ways-in.md.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, func, select

from workbench import history
from workbench.domain.arrivals import ClaimDraft
from workbench.domain.errors import RuleBroken
from workbench.domain.evidence import SourceKind
from workbench.domain.outcomes import Item, Outcome
from workbench.domain.records import ArticleDraft, FurnitureDraft
from workbench.domain.statements import ClaimKind, Manner
from workbench.domain.status import Origin
from workbench.domain.tags import read_tags
from workbench.domain.web_addresses import fold_address
from workbench.files import FileStore
from workbench.models import Appearance, Article, ArticleVersion, Attribution, Claim, ClaimTag
from workbench.queries.said_already import Place, Said, find_by_address, find_said
from workbench.services.anchoring import carry_late
from workbench.services.article_texts import ReadText, write_text
from workbench.services.articles import LONGEST_FACT
from workbench.services.foreign_verdicts import has_foreign_verdict, set_foreign_verdict
from workbench.services.proposals import cut_context
from workbench.services.sources import take_source
from workbench.splitting.statements.titles import cut_title

DETAILS = "What the file says of it"  # the reason of the furniture mark that folds these lines


@dataclass(frozen=True, slots=True)
class Named:
    """A claim that arrived, with what it is called in the counted result ("row 3")."""

    name: str
    claim: ClaimDraft


@dataclass(slots=True)
class _Document:
    """Claims that are written in one change: in an article that is here, or in a new one made of them."""

    key: str
    article: Article | None = None
    version: ArticleVersion | None = None
    rows: list[tuple[Named, str]] = field(default_factory=list)  # with a note, where there is one


@dataclass(frozen=True, slots=True)
class TableFile:
    """The file that the claims came in, which is what an article made of them has received."""

    name: str
    data: bytes
    media_type: str


def take_claims(
    session: Session, files: FileStore, rows: Sequence[Named], file: TableFile, *, by: str
) -> Iterator[Item]:
    """Take claims in, and say of each what became of it. The same claim in the same place is skipped."""
    said = find_said(session, (row.claim.statement for row in rows))
    articles = find_by_address(session, (fold_address(row.claim.url) for row in rows))
    documents: dict[str, _Document] = {}
    seen: dict[tuple[str, str, str], str] = {}
    for row in rows:
        try:
            _check(row.claim)
        except RuleBroken as error:
            yield Item(row.name, Outcome.REFUSED, str(error))
            continue
        key = (row.claim.statement, row.claim.words, fold_address(row.claim.url) or row.claim.article)
        known = said.get(row.claim.statement)
        if known is not None and _is_here(session, known, row.claim):
            yield Item(row.name, Outcome.SKIPPED, "It is here already.", f"C-{known.claim.number}")
        elif key in seen:
            yield Item(row.name, Outcome.SKIPPED, f"It is the same as {seen[key]}.")
        else:
            seen[key] = row.name
            _file(documents, row, articles)
    # The lookup held a reading transaction: end it before the changes that write.
    session.commit()
    for document in documents.values():
        yield from _write(session, files, document, said, file, by)


def _check(claim: ClaimDraft) -> None:
    read_tags(", ".join(claim.tags))


def _is_here(session: Session, known: Said, claim: ClaimDraft) -> bool:
    """Whether the claim is said in these words in this place, with the verdict that comes along."""
    if claim.verdict is not None and not has_foreign_verdict(session, known.claim, claim.verdict):
        return False
    return any(_is_place(place, claim) for place in known.places)


def _is_place(place: Place, claim: ClaimDraft) -> bool:
    if place.quote != claim.words:
        return False
    if claim.url:
        return place.article.canonical_url == fold_address(claim.url) or place.article.url == ""
    return not claim.article or place.article.title == claim.article[:LONGEST_FACT]


def _file(
    documents: dict[str, _Document], row: Named, articles: Mapping[str, tuple[Article, ArticleVersion]]
) -> None:
    address = fold_address(row.claim.url)
    here = articles.get(address) if address else None
    note = ""
    if here is not None and row.claim.words in here[1].text:
        document = documents.setdefault(f"here {address}", _Document(address, *here))
    elif here is not None:
        note = f"A-{here[0].number} is of this address, and these words are not in it."
        document = documents.setdefault("", _Document(""))
    else:
        key = address or row.claim.article
        document = documents.setdefault(f"new {key}" if key else "", _Document(key))
    document.rows.append((row, note))


def _write(
    session: Session,
    files: FileStore,
    document: _Document,
    said: dict[str, Said],
    file: TableFile,
    by: str,
) -> Iterator[Item]:
    """One change: the article if it is a new one, and each of its claims."""
    items: list[Item] = []
    received = files.put(file.data) if document.article is None else ""
    with history.change(session, by=by, action="claim.imported") as change:
        article, version = document.article, document.version
        if article is None or version is None:
            article, version = _add_document(session, document, file, received, change.at)
        claims: dict[str, Claim] = {}
        for row, note in document.rows:
            items.append(_write_row(session, row, note, version, claims, said, change))
        if document.article is not None:
            carry_late(session, version, change.at)
            change.touch(article)
        change.subject = article
    for (row, _), item in zip(document.rows, items, strict=True):
        claim = claims[row.claim.statement]
        places = said[row.claim.statement].places if row.claim.statement in said else ()
        said[row.claim.statement] = Said(claim, (*places, Place(article, row.claim.words)))
        yield item


def _write_row(
    session: Session,
    row: Named,
    note: str,
    version: ArticleVersion,
    claims: dict[str, Claim],
    said: Mapping[str, Said],
    change: history.Change,
) -> Item:
    draft = row.claim
    known = said.get(draft.statement)
    claim = claims.get(draft.statement) or (known.claim if known else None)
    outcome, why = (
        (Outcome.ADDED, note) if claim is None else (Outcome.UPDATED, f"It is said here, too. {note}")
    )
    if claim is None:
        claim = _make_claim(session, draft, change.at)
    elif known is not None:
        change.touch(claim)
    claims[draft.statement] = claim
    place = None if known is None else next((one for one in known.places if _is_place(one, draft)), None)
    if place is None:
        _add_appearance(session, claim, draft, version)
    if draft.verdict is not None:
        replaced = set_foreign_verdict(session, claim, draft.verdict, change.at)
        if place is not None:
            why = (
                "Their verdict is another one now."
                if replaced is Outcome.UPDATED
                else "It has their verdict now."
            )
    return Item(row.name, outcome, why.strip(), f"C-{claim.number}")


def _make_claim(session: Session, draft: ClaimDraft, at: datetime) -> Claim:
    claim = Claim(
        number=history.next_number(session, Claim),
        title=draft.title or cut_title(" ".join(draft.statement.split())),
        statement=draft.statement,
        origin=Origin.IMPORT,
        accepted_at=at,
        kind=ClaimKind.EVENT,
        created_at=at,
    )
    session.add(claim)
    for tag in read_tags(", ".join(draft.tags)):
        session.add(ClaimTag(claim_id=claim.id, name=tag))
    return claim


def _add_appearance(session: Session, claim: Claim, draft: ClaimDraft, version: ArticleVersion) -> None:
    start = version.text.index(draft.words)
    slices = [[start, start + len(draft.words)]]
    prefix, suffix = cut_context(version.text, slices)
    appearance = Appearance(
        claim_id=claim.id,
        article_version_id=version.id,
        position=_next_position(session, claim),
        start=start,
        slices=slices,
        quote=draft.words,
        prefix=prefix,
        suffix=suffix,
        said_on=draft.said_on,
    )
    session.add(appearance)
    if draft.claimant:
        kind = SourceKind.PERSON if draft.claimant_is_person else SourceKind.ORGANISATION
        source = take_source(session, draft.claimant, kind)
        session.add(
            Attribution(
                appearance_id=appearance.id,
                position=1,
                source_id=source.id,
                name=source.name,
                manner=Manner.INDIRECT,
            )
        )


def _next_position(session: Session, claim: Claim) -> int:
    session.flush()
    last = session.exec(
        select(func.max(Appearance.position)).where(col(Appearance.claim_id) == claim.id)
    ).one()
    return (last or 0) + 1


def _add_document(
    session: Session, document: _Document, file: TableFile, received: str, at: datetime
) -> tuple[Article, ArticleVersion]:
    """An article made of the words of its rows: they are all that is known of it."""
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
    marks = tuple((mark.start, mark.end, mark.reason) for mark in draft.furniture)
    read = ReadText(draft, marks, tuple(draft.text.split()), long=False, proposals=())
    version = write_text(session, article, read, ordinal=1, received=received, at=at, granularity="clause")
    return article, version


def _compose(document: _Document, file: TableFile) -> ArticleDraft:
    """The words of the rows, each once, in their order; what else is told beside them is furniture."""
    text = ""
    marks: list[FurnitureDraft] = []
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
