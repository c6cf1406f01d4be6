"""Writes to articles: taking one in with its proposals, mending what is known about it, withdrawing it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session

from workbench import history
from workbench.domain.captures import CaptureOutcome
from workbench.domain.errors import CameMeanwhile, RuleBroken, StaleEdit
from workbench.domain.evidence import SourceKind
from workbench.domain.records import ArticleDraft
from workbench.domain.web_addresses import fold_address
from workbench.files import FileStore
from workbench.models import Article, Job, Source
from workbench.queries.duplicates import Looked, find_furniture, is_overtaken
from workbench.queries.source_names import follow, list_family
from workbench.services.article_texts import ask_to_split, read_text, write_text
from workbench.services.article_visits import Visit, keep_visit, record_visit
from workbench.services.proposals import add_proposals
from workbench.services.sources import take_source

LONGEST_URL = 2_000  # bytes; PostgreSQL refuses to index about 2,700
LONGEST_FACT = 500  # characters of what a file says about itself


@dataclass(frozen=True, slots=True)
class ArticleValues:
    """What a person may say about an article. `outlet` is a name: the source is found or created."""

    title: str
    outlet: str = ""
    url: str = ""
    author: str = ""
    published_on: date | None = None


@dataclass(frozen=True, slots=True)
class AddedArticle:
    """An article just taken in. `job` is set when it is long and its claims are still to come."""

    article: Article
    job: Job | None


def add_article(
    session: Session,
    files: FileStore,
    draft: ArticleDraft,
    values: ArticleValues,
    *,
    by: str,
    granularity: str = "clause",
    copy_of: Article | None = None,
    looked: Looked | None = None,
    visit: Visit | None = None,
    conclude: Callable[[AddedArticle], None] | None = None,
) -> AddedArticle:
    """Store the text and its first version; split it at once, or leave a job when it is long.
    granularity: how finely, see splitting.GRANULARITIES; copy_of: the article whose words these are, too;
    looked: what was here already when it was decided to add this one; visit: how it came, if by its address;
    conclude: writes what belongs into the same transaction.

    Raises RuleBroken when it has no title, or an address too long to be one; CameMeanwhile when something
    that may be the same has come since `looked`.
    """
    _check_values(values)
    # What is read and parsed is so before the change, so that nobody waits for it to write.
    read = read_text(draft, published_on=values.published_on, granularity=granularity)
    received = files.put(draft.received)
    pieces = keep_visit(session, files, visit, CaptureOutcome.CAPTURED, by=by) if visit else ()
    with history.change(session, by=by, action="article.added", reason=tell_left_out(draft)) as change:
        if looked is not None and is_overtaken(session, looked, draft, values.url):
            raise CameMeanwhile
        now = change.at
        article = Article(number=history.next_number(session, Article), added_at=now, title=values.title)
        _set_values(session, article, values)
        article.canonical_url = fold_address(draft.url) or article.canonical_url
        article.copy_of_id = copy_of.id if copy_of else None
        session.add(article)
        version = write_text(
            session, article, read, ordinal=1, received=received, at=now, granularity=granularity
        )
        if visit is not None:
            record_visit(session, article, visit, CaptureOutcome.CAPTURED, pieces, words=read.words)
        change.subject = article
        add_proposals(session, version, read.proposals, at=now, said_on=values.published_on)
        added = AddedArticle(article, ask_to_split(session, version, by=by) if read.long else None)
        if conclude is not None:
            conclude(added)
    return added


def edit_article(session: Session, article: Article, values: ArticleValues, *, seen: int, by: str) -> None:
    """Mend what is known about an article; its words stay. Raises StaleEdit or RuleBroken."""
    _check_seen(session, article, seen)
    _check_values(values)
    with history.change(session, by=by, action="article.edited"):
        _set_values(session, article, values)


def withdraw_article(session: Session, article: Article, *, reason: str, seen: int, by: str) -> None:
    """Take a mistaken or duplicate article out of the lists; it and its claims stay readable."""
    history.check_version(article, seen)
    if not reason.strip():
        raise RuleBroken("Say why the article is withdrawn.", field="reason")
    if article.withdrawn_at is not None:
        raise RuleBroken("The article is withdrawn already.")
    with history.change(session, by=by, action="article.withdrawn", reason=reason) as change:
        article.withdrawn_at = change.at
        article.withdrawn_reason = reason.strip()


def reinstate_article(session: Session, article: Article, *, seen: int, by: str) -> None:
    """Bring a withdrawn article back."""
    history.check_version(article, seen)
    if article.withdrawn_at is None:
        raise RuleBroken("The article is not withdrawn.")
    with history.change(session, by=by, action="article.reinstated"):
        article.withdrawn_at = None
        article.withdrawn_reason = ""


def set_copy_of(session: Session, article: Article, other: Article | None, *, seen: int, by: str) -> None:
    """Say that an article carries another one's words, or, with None, that it is one of its own.

    Raises RuleBroken for a copy of itself, directly or by way of others; StaleEdit.
    """
    history.check_version(article, seen)
    origin = other
    while origin is not None:
        if origin.id == article.id:
            raise RuleBroken("An article is no copy of itself.", field="of")
        origin = session.get(Article, origin.copy_of_id) if origin.copy_of_id else None
    with history.change(session, by=by, action="article.edited"):
        article.copy_of_id = other.id if other else None


def fill_values(given: ArticleValues, draft: ArticleDraft) -> ArticleValues:
    """What a person said wins; what the file says, cut to a bearable length, fills the rest."""
    url = draft.url if len(draft.url.encode()) <= LONGEST_URL else ""
    return ArticleValues(
        title=given.title or draft.title[:LONGEST_FACT] or guess_title(draft),
        outlet=given.outlet or draft.outlet[:LONGEST_FACT],
        url=given.url or url,
        author=given.author or draft.author[:LONGEST_FACT],
        published_on=given.published_on or draft.published_on,
    )


def tell_left_out(draft: ArticleDraft) -> str:
    """In words what of a file is not in the article's text; empty when all of it is."""
    return f"Not in the text: {', '.join(draft.left_out)}." if draft.left_out else ""


def guess_title(draft: ArticleDraft) -> str:
    """The first line with words that is not page furniture, cut at 200 characters."""
    furniture = [(start, end) for start, end, _ in find_furniture(draft)]
    position = 0
    for line in draft.text.splitlines(keepends=True):
        first = position + len(line) - len(line.lstrip())  # a mark may leave out the indent
        inside = any(start <= first < end for start, end in furniture)
        if any(character.isalpha() for character in line) and not inside:
            return line.strip()[:200]
        position += len(line)
    return ""


def _check_seen(session: Session, article: Article, seen: int) -> None:
    """Raises StaleEdit that names the outlet in words."""
    try:
        history.check_version(article, seen, ("title", "url", "author", "published_on"))
    except StaleEdit as stale:
        outlet = follow(session, session.get_one(Source, article.outlet_id)) if article.outlet_id else None
        raise StaleEdit(stale.current, {**stale.now, "outlet": outlet.name if outlet else ""}) from None


def _check_values(values: ArticleValues) -> None:
    if not values.title.strip():
        raise RuleBroken("Give the article a title.", field="title")
    if len(values.url.encode()) > LONGEST_URL:
        raise RuleBroken("This address is too long to be one.", field="url")


def _set_values(session: Session, article: Article, values: ArticleValues) -> None:
    article.title = values.title.strip()
    if article.url != values.url.strip():
        article.url = values.url.strip()
        article.canonical_url = fold_address(article.url)
    article.author = values.author.strip()
    article.published_on = values.published_on
    if not values.outlet.strip():
        article.outlet_id = None
        return
    outlet = take_source(session, values.outlet, SourceKind.OUTLET)
    if article.outlet_id is None or article.outlet_id not in list_family(session, outlet):
        article.outlet_id = outlet.id
