"""Two who bring in the same thing at one moment: one article comes of it, and nothing is lost or doubled."""

import contextlib
import threading
import uuid
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from workbench import database
from workbench.domain.arrivals import ClaimDraft
from workbench.domain.errors import CameMeanwhile
from workbench.domain.outcomes import Outcome
from workbench.domain.records import ArticleDraft
from workbench.domain.web_addresses import fold_address
from workbench.files import FileStore
from workbench.intake import read_paste
from workbench.models import Article, ArticleVersion, Claim
from workbench.queries.duplicates import look
from workbench.queries.history_check import check_history
from workbench.services.arrivals import Taken, Terms, take_article
from workbench.services.articles import ArticleValues, add_article
from workbench.services.claim_documents import Named, TableFile
from workbench.services.claim_imports import take_claims

WORDS = "The harbour was closed on {day} after a storm, the mayor said.\n\n{own}\n"


class Together(FileStore):
    """Nobody writes before everybody has looked: bytes are put away between the two."""

    def __init__(self, files: FileStore, people: int) -> None:
        super().__init__(files.root)
        self._gate = threading.Barrier(people)
        self._passed = threading.local()

    def put(self, data: bytes) -> str:
        if not getattr(self._passed, "once", False):
            self._passed.once = True
            with contextlib.suppress(threading.BrokenBarrierError):
                self._gate.wait(20)
        return super().put(data)


def make_draft(url: str, day: str) -> ArticleDraft:
    own = str(uuid.uuid5(uuid.NAMESPACE_URL, url))
    text = WORDS.format(day=day, own=own)
    return ArticleDraft(text=text, received=text.encode(), media_type="text/plain", url=url)


def list_articles(session: Session, url: str) -> list[Article]:
    return list(session.exec(select(Article).where(col(Article.canonical_url) == fold_address(url))))


@pytest.mark.parametrize(
    ("days", "outcomes", "texts"),
    [
        (("Monday",) * 4, {Outcome.ADDED: 1, Outcome.SKIPPED: 3}, 1),
        (("Monday", "Friday", "Sunday", "Tuesday"), {Outcome.ADDED: 1, Outcome.UPDATED: 3}, 4),
    ],
)
def test_one_address_brought_by_four_at_once_is_one_article(
    store: Engine, files: FileStore, days: tuple[str, ...], outcomes: dict[Outcome, int], texts: int
) -> None:
    url = f"https://e.org/{uuid.uuid4()}"
    together = Together(files, len(days))

    def take(day: str) -> Taken:
        with database.open_session(store) as session:
            return take_article(session, together, make_draft(url, day), url, Terms(by="tests"))

    with ThreadPoolExecutor(len(days)) as people:
        items = [taken.item for taken in people.map(take, days)]
    assert Counter(item.outcome for item in items) == outcomes
    assert len({item.reference for item in items}) == 1
    with database.open_session(store) as session:
        [article] = list_articles(session, url)
        versions = select(ArticleVersion).where(col(ArticleVersion.article_id) == article.id)
        assert len(session.exec(versions).all()) == texts
        assert check_history(session) == []


def test_the_same_words_pasted_twice_at_once_are_one_article(store: Engine, files: FileStore) -> None:
    together = Together(files, 2)
    text = f"{uuid.uuid4()} is the name of a storm that closed the harbour on Monday, the mayor said.\n"

    def take(_person: int) -> Outcome:
        with database.open_session(store) as session:
            return take_article(session, together, read_paste(text), "it", Terms(by="tests")).item.outcome

    with ThreadPoolExecutor(2) as people:
        assert sorted(people.map(take, range(2))) == [Outcome.ADDED, Outcome.SKIPPED]


def test_who_was_asked_nothing_is_told_of_what_came_meanwhile(rows: Session, files: FileStore) -> None:
    draft = make_draft(f"https://e.org/{uuid.uuid4()}", "Monday")
    looked = look(rows, draft)
    other = add_article(rows, files, draft, ArticleValues("First", url=draft.url), by="other").article
    with pytest.raises(CameMeanwhile):
        add_article(rows, files, draft, ArticleValues("Second", url=draft.url), by="tests", looked=looked)
    again = look(rows, draft)
    assert other in [twin.article for twin in again.twins]
    assert other not in [twin.article for twin in looked.twins]
    added = add_article(rows, files, draft, ArticleValues("Own", url=draft.url), by="tests", looked=again)
    assert added.article.number > other.number  # whoever has seen the other may still keep theirs apart


def test_one_table_brought_twice_at_once_makes_each_claim_once(store: Engine, files: FileStore) -> None:
    mark = uuid.uuid4()
    drafts = [
        ClaimDraft(statement=f"{mark} has {n} ships", words=f"{n} ships", url=f"https://e.org/{mark}/{n % 2}")
        for n in range(4)
    ]
    named = [Named(f"row {n}", draft) for n, draft in enumerate(drafts, start=2)]
    together = Together(files, 2)

    def take(_person: int) -> Counter[Outcome]:
        with database.open_session(store) as session:
            file = TableFile("t.csv", str(mark).encode(), "text/csv")
            return Counter(item.outcome for item in take_claims(session, together, named, file, by="tests"))

    with ThreadPoolExecutor(2) as people:
        first, second = people.map(take, range(2))
    assert first + second == {Outcome.ADDED: 4, Outcome.SKIPPED: 4}
    with database.open_session(store) as session:
        statements = [draft.statement for draft in drafts]
        assert len(session.exec(select(Claim).where(col(Claim.statement).in_(statements))).all()) == 4
        for n in range(2):
            assert len(list_articles(session, f"https://e.org/{mark}/{n}")) == 1
        assert check_history(session) == []
