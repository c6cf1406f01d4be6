"""Logging in below the web: counting, clearing and hashing anew."""

import threading
from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select
from sqlmodel import Session

from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.domain.roles import Role
from workbench.login import passwords
from workbench.login.accounts import authenticate
from workbench.login.attempts import MOST_FAILURES, TooManyAttempts, take_attempt
from workbench.login.sessions import end_sessions, find_person, start_session
from workbench.models import Credential, LoginAttempt
from workbench.services.users import add_user

WORDS = "four quiet words here"


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def test_parallel_guesses_do_not_slip_through(engine: Engine) -> None:
    refused = []

    def guess() -> None:
        try:
            take_attempt(engine, "owner")
        except TooManyAttempts:
            refused.append(1)

    threads = [threading.Thread(target=guess) for _ in range(MOST_FAILURES + 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 4


def test_the_right_password_clears_the_count_and_is_hashed_anew(
    session: Session, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = add_user(session, login="Ann", name="Ann", role=Role.CHECKER, password=WORDS, by="tests")
    for _ in range(3):
        with pytest.raises(RuleBroken):
            authenticate(engine, "ann", "wrong")
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))
    assert authenticate(engine, " ANN ", WORDS).id == user.id
    with database.open_session(engine) as reading:
        assert reading.execute(select(LoginAttempt)).scalars().all() == []
        stored = reading.execute(select(Credential)).scalar_one().password_hash
    assert "t=2" in stored
    assert authenticate(engine, "ann", WORDS).actor == str(user.id)


def test_a_person_can_be_logged_out_everywhere(session: Session, engine: Engine) -> None:
    user = add_user(session, login="ann", name="Ann", role=Role.CHECKER, password=WORDS, by="tests")
    tokens = [start_session(engine, user.id, datetime.now(UTC)) for _ in range(2)]
    assert [find_person(session, token) is not None for token in tokens] == [True, True]
    session.commit()
    with database.scratch(engine) as writing:
        end_sessions(writing, user.id)
    session.rollback()
    assert [find_person(session, token) for token in tokens] == [None, None]
