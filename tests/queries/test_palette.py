"""What the palette finds: references first, words that are still being typed, nothing that is withheld."""

from collections.abc import Iterator

import pytest
from sqlmodel import Session

from tests import factories
from workbench import database
from workbench.domain.status import Status
from workbench.queries.palette import MOST_OF_A_KIND, find_hits
from workbench.settings import Settings


@pytest.fixture(scope="module")
def rows(shared: Settings) -> Iterator[Session]:
    engine = database.open_engine(shared)
    with database.open_session(engine) as session:
        version = factories.make_article(session, title="Harbour fire in Tarsk")
        factories.make_claim(session, version, title="Harbour closed for 3 days")
        factories.make_claim(session, version, title="Harbour proposal", accepted_at=None)
        factories.make_claim(session, version, title="Harbour nonsense", status=Status.WITHDRAWN)
        factories.make_source(session, "Harbour Office")
        factories.make_source(session, "Harbour Whisper", withheld=True)
        yield session
    engine.dispose()


def find(session: Session, typed: str, *, sight: bool = True) -> list[str]:
    return [hit.title for hit in find_hits(session, typed, sight=sight)]


@pytest.mark.parametrize("typed", ["harbour", "HARB", "ha", "  harb"])
def test_titles_of_every_kind_are_found_by_a_beginning(rows: Session, typed: str) -> None:
    assert find(rows, typed) == [
        "Harbour proposal",
        "Harbour closed for 3 days",
        "Harbour fire in Tarsk",
        "Harbour Whisper",
        "Harbour Office",
    ]


@pytest.mark.parametrize("typed", ["h", "harb ", "harbo fire", "arbour", "-harbour", '"', "*", "'", ":*", ""])
def test_nothing_else_is_found(rows: Session, typed: str) -> None:
    assert find(rows, typed) == []


def test_only_the_last_word_may_go_on(rows: Session) -> None:
    assert find(rows, "fire tar") == ["Harbour fire in Tarsk"]
    assert find(rows, "harbour clo -days") == []
    assert find(rows, "harbour fire t") == ["Harbour fire in Tarsk"]  # one letter is waited out
    assert find(rows, '"harbour fi') == ["Harbour fire in Tarsk"]


def test_a_reference_comes_first_with_and_without_hyphen(rows: Session) -> None:
    with_words = factories.make_source(rows, "C-1 cargo planes")
    assert find(rows, "c-1") == ["Harbour closed for 3 days", with_words.name]
    assert find(rows, "C1") == ["Harbour closed for 3 days"]
    assert find(rows, "C-3") == ["Harbour nonsense"]  # withdrawn, but called by its name
    assert find(rows, "A-1") == ["Harbour fire in Tarsk"]
    assert find(rows, "C-999999999") == []
    assert find(rows, "R-7") == []


def test_a_withheld_source_is_found_only_with_sight(rows: Session) -> None:
    assert find(rows, "whisper") == ["Harbour Whisper"]
    assert find(rows, "S-2") == ["Harbour Whisper"]
    assert find(rows, "whisper", sight=False) == []
    assert find(rows, "S-2", sight=False) == []
    assert "Harbour Office" in find(rows, "harbour", sight=False)


def test_a_proposal_says_so(rows: Session) -> None:
    found = find_hits(rows, "C-2", sight=True) + find_hits(rows, "C-1", sight=True)[:1]
    assert [hit.status for hit in found] == ["proposal", "new"]
    assert find_hits(rows, "C-3", sight=True)[0].status == "withdrawn"


def test_each_kind_is_capped_and_newest_first(rows: Session) -> None:
    version = factories.make_article(rows, title="Flood")
    for number in range(MOST_OF_A_KIND + 2):
        factories.make_claim(rows, version, title=f"Flooded street {number}")
    assert find(rows, "flooded")[:2] == ["Flooded street 6", "Flooded street 5"]
    assert len(find(rows, "flooded")) == MOST_OF_A_KIND
