"""Who somebody is: a login name and a password answered with the person, or with a refusal."""

import unicodedata
import uuid
from dataclasses import dataclass

from sqlalchemy import Engine, select
from sqlmodel import col

from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.domain.people import Person
from workbench.login import attempts, passwords
from workbench.models import Credential, User


@dataclass(frozen=True, slots=True)
class SignedIn(Person):
    """The person behind a request, with the three flags that Flask-Login asks of a user.

    `second_factor`: the password alone does not let them in.
    """

    second_factor: bool = False
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False


def fold_login(text: str) -> str:
    """A login name as it is stored and compared: look-alike characters made one, no case, no outer spaces."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).strip().casefold())


def describe_user(user: User) -> SignedIn:
    """The frozen picture of a user's row that a request carries around."""
    return SignedIn(
        id=user.id, name=user.name, login=user.login, role=user.role, second_factor=user.second_factor
    )


def authenticate(engine: Engine, login: str, password: str) -> SignedIn:
    """The active person with this login and password. One refusal for every cause tells a guesser nothing.

    Raises RuleBroken for a wrong pair, TooManyAttempts after ten failures within a quarter of an hour.
    """
    name = fold_login(login)
    attempts.take_attempt(engine, name)
    with database.open_session(engine) as session:
        query = select(User, Credential).join(Credential, col(Credential.user_id) == col(User.id))
        found = session.execute(query.where(col(User.login) == name, col(User.active))).first()
    user, credential = found or (None, None)
    if not passwords.verify_password(credential and credential.password_hash, password) or user is None:
        raise RuleBroken("The name and the password don't belong together.")
    attempts.clear_attempts(engine, name)
    if credential and passwords.needs_rehash(credential.password_hash):
        _rehash(engine, user.id, credential.password_hash, password)
    return describe_user(user)


def confirm_password(engine: Engine, person: SignedIn, password: str) -> None:
    """Ask a logged-in person's password again. Raises RuleBroken on "current", or TooManyAttempts."""
    try:
        authenticate(engine, person.login, password)
    except RuleBroken:
        raise RuleBroken("This is not your present password.", "current") from None


def _rehash(engine: Engine, user_id: uuid.UUID, seen: str, password: str) -> None:
    with database.scratch(engine) as session:
        credential = session.get(Credential, user_id)
        # Not over a password that was changed in this very moment.
        if credential is not None and credential.password_hash == seen:
            credential.password_hash = passwords.hash_password(password)
