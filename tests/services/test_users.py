"""Writes to people."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine, select
from sqlmodel import Session, col

from workbench import database
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.roles import Role
from workbench.login import feeds, passwords, sessions
from workbench.login.accounts import describe_user
from workbench.models import Credential, Revision, RevisionPayload, User
from workbench.queries.users import count_owners, get_user
from workbench.services.users import (
    add_user,
    change_role,
    deactivate,
    log_out_everywhere,
    reactivate,
    set_password,
)

WORDS = "four quiet words here"


@pytest.fixture(autouse=True)
def _cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def add(session: Session, login: str = "ann", role: Role = Role.OWNER) -> User:
    return add_user(session, login=login, name="Ann  Lee", role=role, password=WORDS, by="tests")


def test_a_person_is_added_with_a_password_that_is_nowhere_in_the_history(session: Session) -> None:
    user = add(session, "Ann.Lee")
    assert (user.login, user.name, user.role, user.version) == ("ann.lee", "Ann Lee", Role.OWNER, 1)
    stored = session.get_one(Credential, user.id).password_hash
    set_password(session, user, "another few words", by=str(user.id), seen=1)
    assert session.get_one(Credential, user.id).password_hash != stored
    actions = session.execute(select(col(Revision.action)).order_by(col(Revision.seq))).scalars().all()
    assert actions == ["user.added", "user.password.changed"]
    bodies = session.execute(select(col(RevisionPayload.body))).scalars().all()
    assert not any("argon2" in body or WORDS in body for body in bodies if body)


@pytest.mark.parametrize(
    ("login", "name", "password", "field"),
    [
        ("ann", "Ann", WORDS, "login"),
        ("ANN", "Ann", WORDS, "login"),
        ("", "Ann", WORDS, "login"),
        ("two words", "Ann", WORDS, "login"),
        ("a/b", "Ann", WORDS, "login"),
        ("x" * 65, "Ann", WORDS, "login"),
        ("ben", " ", WORDS, "name"),
        ("ben", "B\0en", WORDS, "name"),
        ("ben", "Ben", "short", "password"),
    ],
)
def test_a_mistake_names_its_field(
    session: Session, login: str, name: str, password: str, field: str
) -> None:
    add(session)
    with pytest.raises(RuleBroken) as refused:
        add_user(session, login=login, name=name, role=Role.VIEWER, password=password, by="tests")
    assert refused.value.field == field
    assert len(session.execute(select(User)).scalars().all()) == 1


def test_the_last_active_owner_cannot_be_lost(session: Session) -> None:
    owner, other = add(session), add(session, "ben")
    deactivate(session, other, seen=1, by="tests")
    with pytest.raises(RuleBroken, match="last active owner"):
        change_role(session, owner, Role.REVIEWER, seen=1, by="tests")
    with pytest.raises(RuleBroken, match="last active owner"):
        deactivate(session, owner, seen=1, by="tests")
    # A closed owner is none that counts: changing their role takes no owner away.
    change_role(session, other, Role.VIEWER, seen=2, by="tests")
    reactivate(session, other, seen=3, by="tests")
    change_role(session, other, Role.OWNER, seen=4, by="tests")
    change_role(session, owner, Role.REVIEWER, seen=1, by="tests")
    assert count_owners(session) == 1


def test_two_owners_demoting_each_other_leave_one(session: Session, engine: Engine) -> None:
    owners = [add(session).id, add(session, "ben").id]
    session.commit()
    gate, outcomes = threading.Barrier(2), []

    def demote(whom: int) -> None:
        with database.open_session(engine) as own:
            user = get_user(own, owners[whom])
            gate.wait()
            try:
                change_role(own, user, Role.VIEWER, seen=1, by=str(owners[1 - whom]))
                outcomes.append("done")
            except RuleBroken:
                outcomes.append("refused")

    threads = [threading.Thread(target=demote, args=(whom,)) for whom in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["done", "refused"]
    with database.open_session(engine) as reading:
        assert count_owners(reading) == 1


def test_an_edit_from_another_version_is_stale(session: Session) -> None:
    user = add(session, role=Role.VIEWER)
    change_role(session, user, Role.CHECKER, seen=1, by="tests")
    edits: tuple[Callable[[], User], ...] = (
        lambda: change_role(session, user, Role.OWNER, seen=1, by="tests"),
        lambda: deactivate(session, user, seen=1, by="tests"),
        lambda: reactivate(session, user, seen=1, by="tests"),
        lambda: set_password(session, user, "another few words", seen=1, by="tests"),
    )
    for edit in edits:
        with pytest.raises(StaleEdit) as stale:
            edit()
        assert stale.value.current == 2


SHUT_OUT: dict[str, Callable[[Session, User], object]] = {
    "logged out": lambda session, user: log_out_everywhere(session, user, by="tests", seen=user.version),
    "new password": lambda session, user: set_password(session, user, "another few words", by="tests"),
    "closed": lambda session, user: deactivate(session, user, by="tests", seen=user.version),
}


@pytest.mark.parametrize("act", SHUT_OUT.values(), ids=SHUT_OUT)
def test_what_ends_a_persons_logins_ends_their_feed_for_good(
    engine: Engine, session: Session, act: Callable[[Session, User], object]
) -> None:
    """Whoever got hold of an account has its feed, too. A closed account may be opened again."""
    add(session, "ben")
    user = add(session, "ann")
    feed, login = (
        feeds.make_token(engine, describe_user(user)),
        sessions.start_session(engine, user.id, datetime.now(UTC)),
    )
    assert feeds.find_reader(session, feed) is not None
    assert len(sessions.list_logins(session, user.id, login)) == 1
    act(session, user)
    if not user.active:
        reactivate(session, user, by="tests", seen=user.version)
    assert feeds.find_reader(session, feed) is None
    assert sessions.find_person(session, login) is None
    assert sessions.list_logins(session, user.id, login) == []
