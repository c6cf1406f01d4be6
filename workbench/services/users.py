"""Writes to people and their accounts. The last active owner always stays one."""

import unicodedata
from datetime import UTC, datetime

from sqlmodel import Session

from workbench import history
from workbench.domain.errors import RuleBroken
from workbench.domain.roles import Role
from workbench.login import feeds, passwords, second_factor
from workbench.login.accounts import fold_login
from workbench.login.sessions import end_sessions
from workbench.models import Credential, User
from workbench.queries.users import count_owners, find_user

_LOGIN_LENGTHS = range(2, 65)


def add_user(session: Session, *, login: str, name: str, role: Role, password: str, by: str) -> User:
    """A new active person. Raises RuleBroken on "login", "name" or "password"."""
    login, name = fold_login(login), _check_name(name)
    if len(login) not in _LOGIN_LENGTHS or not all(letter.isalnum() or letter in "._-+@" for letter in login):
        raise RuleBroken("Use 2 to 64 letters, digits and . _ - + @, and no spaces.", field="login")
    passwords.check_strength(password, login)
    password_hash = passwords.hash_password(password)  # takes its time: not while others wait for the lock
    with history.change(session, by=by, action="user.added") as change:
        if find_user(session, login) is not None:
            raise RuleBroken(f"“{login}” is taken already.", field="login")
        user = User(login=login, name=name, role=role)
        change.subject = user
        session.add_all([user, Credential(user_id=user.id, password_hash=password_hash)])
    return user


def change_role(session: Session, user: User, role: Role, *, seen: int, by: str) -> User:
    """Give a person another role. Raises StaleEdit, or RuleBroken for the last owner."""
    history.check_version(user, seen, ("role",))
    with history.change(session, by=by, action="user.role.changed") as change:
        change.subject = user
        if role is not Role.OWNER:
            _keep_an_owner(session, user, field="role")
        user.role = role
    return user


def set_password(session: Session, user: User, password: str, *, by: str, seen: int | None = None) -> User:
    """Replace a password; every session begun before dies, and the address of the feed. Raises RuleBroken on
    "password", or StaleEdit."""
    if seen is not None:
        history.check_version(user, seen)
    passwords.check_strength(password, user.login)
    password_hash = passwords.hash_password(password)
    with history.change(session, by=by, action="user.password.changed") as change:
        change.subject = user
        user.password_changed_at = datetime.now(UTC)
        session.merge(Credential(user_id=user.id, password_hash=password_hash))
        _shut_out(session, user)
    return user


def turn_on_second_factor(session: Session, user: User, *, by: str) -> User:
    """A code is asked for beside the password; the device was tried before (second_factor.confirm)."""
    with history.change(session, by=by, action="user.second_factor.on") as change:
        change.subject = user
        user.second_factor = True
    return user


def turn_off_second_factor(session: Session, user: User, *, by: str, seen: int | None = None) -> User:
    """The password alone will do again; secret and recovery codes are thrown away. Raises StaleEdit."""
    if seen is not None:
        history.check_version(user, seen)
    with history.change(session, by=by, action="user.second_factor.off") as change:
        change.subject = user
        user.second_factor = False
        second_factor.forget(session, user.id)
    return user


def log_out_everywhere(session: Session, user: User, *, by: str, seen: int) -> User:
    """End all sessions of a person, and the address of their feed. Raises StaleEdit."""
    history.check_version(user, seen)
    with history.change(session, by=by, action="user.logged_out") as change:
        change.touch(user)
        change.subject = user
        _shut_out(session, user)
    return user


def deactivate(session: Session, user: User, *, seen: int, by: str) -> User:
    """Close an account; what the person did stays. Raises StaleEdit, or RuleBroken for the last owner."""
    history.check_version(user, seen)
    with history.change(session, by=by, action="user.deactivated") as change:
        change.subject = user
        _keep_an_owner(session, user)
        user.active = False
        # Else an old cookie would be good again once the account is opened again.
        _shut_out(session, user)
    return user


def reactivate(session: Session, user: User, *, seen: int, by: str) -> User:
    """Open a closed account again, with its old password and role. Raises StaleEdit."""
    history.check_version(user, seen)
    with history.change(session, by=by, action="user.reactivated") as change:
        change.subject = user
        user.active = True
    return user


def _shut_out(session: Session, user: User) -> None:
    """Whoever got hold of a login got hold of the feed, too: both end together."""
    end_sessions(session, user.id)
    feeds.forget(session, user.id)


def _keep_an_owner(session: Session, user: User, field: str | None = None) -> None:
    # Counted inside the change: its lock keeps two owners from demoting each other at one time.
    if user.active and user.role is Role.OWNER and count_owners(session) <= 1:
        raise RuleBroken("This is the last active owner. Make somebody else an owner first.", field=field)


def _check_name(name: str) -> str:
    tidy = " ".join(name.split())
    if not tidy or len(tidy) > 200:
        raise RuleBroken("Type the name as it shall stand in the history and in reports.", field="name")
    if any(unicodedata.category(letter) in {"Cc", "Cs"} for letter in tidy):
        raise RuleBroken("The name holds characters that cannot be shown.", field="name")
    return tidy
