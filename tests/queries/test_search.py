"""What people type into a search box is words, whatever operators a search engine knows."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from tests import factories
from workbench import database
from workbench.domain.search_words import SearchWords, read_search
from workbench.domain.status import Status
from workbench.queries.articles import ArticleFilter, list_articles
from workbench.queries.claim_filter import ClaimFilter
from workbench.queries.claims import list_claims
from workbench.queries.paging import Place
from workbench.queries.search import quote_terms
from workbench.queries.sources import SourceFilter, list_sources
from workbench.settings import Settings


@pytest.fixture(scope="module")
def rows(shared: Settings) -> Iterator[Session]:
    engine = database.open_engine(shared)
    with database.open_session(engine) as session:
        version = factories.make_article(session, title="Über the Köln bridge", author="Ana Diaz")
        factories.make_claim(
            session, version, title="30 km from border", statement='The "red line" AND nothing OR else.'
        )
        factories.make_source(session, "Harbour Office", description="Keeps the tide tables.")
        yield session
    engine.dispose()


def find_claims(session: Session, words: str) -> int:
    return len(list_claims(session, ClaimFilter(words=words), Place(), sight=True).rows)


@pytest.mark.parametrize(
    "words",
    ["border", "BORDER 30", "km border", '"red line"', '"red', "nothing AND else", "30 km", "line nothing"],
)
def test_words_are_found_wherever_they_stand(rows: Session, words: str) -> None:
    assert find_claims(rows, words) == 1


@pytest.mark.parametrize(
    "words",
    [
        "elsewhere",
        "border NOT red",
        "border OR elsewhere",
        "NEAR(red line)",
        "title:border",
        "bord*",
        "^30x",
        "bor",
    ],
)
def test_operators_are_words_like_any_other(rows: Session, words: str) -> None:
    assert find_claims(rows, words) == 0


@pytest.mark.parametrize("words", ['"', "*", "()", "-", "'; DROP TABLE claim; --", "\\", "%", "a" * 10_000])
def test_what_holds_no_words_finds_nothing_and_breaks_nothing(rows: Session, words: str) -> None:
    assert find_claims(rows, words) == 0
    assert list_articles(rows, ArticleFilter(words=words), Place(), sight=True).rows == []
    assert list_sources(rows, SourceFilter(words=words), Place(), sight=True).rows == []


def test_articles_are_found_by_title_author_and_text_and_sources_by_name_and_description(
    rows: Session,
) -> None:
    for words in ("bridge", "diaz ana", "sabotage unit", "regional"):
        assert len(list_articles(rows, ArticleFilter(words=words), Place(), sight=True).rows) == 1
    for words in ("harbour", "tide office"):
        assert len(list_sources(rows, SourceFilter(words=words), Place(), sight=True).rows) == 1


def test_a_change_is_found_and_what_was_is_not(rows: Session) -> None:
    claim = factories.make_claim(rows, title="Seventeen boats", statement="Boats.")
    assert find_claims(rows, "seventeen") == 1
    factories.edit(rows, claim, title="Eighteen boats")
    assert (find_claims(rows, "seventeen"), find_claims(rows, "eighteen")) == (0, 1)
    factories.edit(rows, claim, status=Status.WITHDRAWN)
    assert find_claims(rows, "eighteen") == 0
    withdrawn = ClaimFilter(words="eighteen", stage="withdrawn")
    assert len(list_claims(rows, withdrawn, Place(), sight=True).rows) == 1


@given(words=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_search(rows: Session, words: str) -> None:
    assert find_claims(rows, words) >= 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ('"red line"', 1),
        ('"line red"', 0),
        ('border -"red line"', 0),
        ('border -"line red"', 1),
        ("border -elsewhere", 1),
        ("border -nothing", 0),
        ("-elsewhere", 1),
        ("-nothing -elsewhere", 0),
    ],
)
def test_phrases_and_minus_are_understood(rows: Session, typed: str, found: int) -> None:
    assert find_claims(rows, typed) == found


def test_minus_and_phrases_hold_for_articles_and_sources_too(rows: Session) -> None:
    for typed, found in (
        ('"Köln bridge"', 1),
        ('"bridge Köln"', 0),
        ("bridge -sabotage", 0),
        ("-sabotage", 0),
    ):
        page = list_articles(rows, ArticleFilter(words=typed), Place(), sight=True)
        assert len(page.rows) == found, typed
    for typed, found in (('"tide tables"', 1), ("harbour -tide", 0), ("-harbour", 0)):
        assert len(list_sources(rows, SourceFilter(words=typed), Place(), sight=True).rows) == found, typed


def test_every_term_is_a_phrase_of_its_own() -> None:
    assert read_search('a c* -d -"e f" OR - "b') == SearchWords(("a", "c*", "OR", '"b'), ("d", "e f"))
    assert read_search('"b c" -x-y') == SearchWords(("b c",), ("x-y",))
    assert quote_terms(read_search('a "b c* OR')) == '("a" AND """b" AND "c*" AND "OR")'
    assert quote_terms(read_search('a -b -"c d"')) == '("a") NOT "b" NOT "c d"'
    assert quote_terms(read_search(" * - ")) == ""
    assert quote_terms(read_search("w " * 50)).count('"w"') == 16
