"""Two people, one row: the second is told, nothing is lost and nothing is written twice."""

import threading
import uuid

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from tests import factories
from workbench import database, history
from workbench.domain.errors import StaleEdit
from workbench.models import Claim, Source
from workbench.queries.history_check import check_history


def test_an_edit_from_an_older_version_is_stale_and_told_what_reads_now(session: Session) -> None:
    claim = factories.make_claim(session, title="First")
    factories.edit(session, claim, title="Second")

    with pytest.raises(StaleEdit) as caught:
        history.check_version(claim, 1, ["title", "status", "accepted_at"])

    assert caught.value.current == 2
    assert caught.value.now == {
        "title": "Second",
        "status": "new",
        "accepted_at": "2026-05-01T12:00:00.000000Z",
    }


def test_the_second_of_two_writers_who_read_the_same_version_is_stale(
    engine: Engine, session: Session
) -> None:
    claim_id = factories.make_claim(session, title="Read by both").id
    with database.open_session(engine) as first, database.open_session(engine) as second:
        mine, theirs = first.get_one(Claim, claim_id), second.get_one(Claim, claim_id)
        factories.edit(first, mine, title="Mine")
        with pytest.raises(StaleEdit):
            factories.edit(second, theirs, title="Theirs")

    session.expire_all()
    assert (session.get_one(Claim, claim_id).title, session.get_one(Claim, claim_id).version) == ("Mine", 2)
    assert check_history(session) == []


def test_racing_writers_lose_nothing_and_write_nothing_twice(engine: Engine, session: Session) -> None:
    claim_id = factories.make_claim(session, title="").id
    start = threading.Barrier(3)

    def append_letters(letter: str) -> None:
        start.wait()
        with database.open_session(engine) as own:
            for _ in range(4):
                append_letter(own, claim_id, letter)
                factories.make_source(own, f"Source of {letter}")

    writers = [threading.Thread(target=append_letters, args=(letter,)) for letter in "abc"]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    session.expire_all()
    claim = session.get_one(Claim, claim_id)
    assert sorted(claim.title) == list("aaaabbbbcccc")
    assert claim.version == 13
    assert sorted(session.exec(select(Source.number)).all()) == list(range(1, 13))
    assert check_history(session) == []


def append_letter(session: Session, claim_id: uuid.UUID, letter: str) -> None:
    """Try until it is not stale, as a person who reads the new text and saves again."""
    while True:
        session.expire_all()
        claim = session.get_one(Claim, claim_id)
        try:
            factories.edit(session, claim, title=claim.title + letter)
        except StaleEdit:
            continue
        return
