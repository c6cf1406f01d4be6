"""Failed logins, counted per account name in the database: over all processes, and across restarts."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine, delete, func, select, text
from sqlmodel import col

from workbench import database
from workbench.domain.errors import WorkbenchError
from workbench.models import LoginAttempt

MOST_FAILURES = 10
WINDOW = timedelta(minutes=15)


class TooManyAttempts(WorkbenchError):
    """The account name is closed for a while (429), also for the right password."""


def take_attempt(engine: Engine, login: str) -> None:
    """Count one attempt before the password is looked at, so that parallel guesses can't slip through.

    The name need not belong to an account. Raises TooManyAttempts when the allowance is spent.
    """
    now = datetime.now(UTC)
    with database.scratch(engine) as session:
        if engine.dialect.name == "postgresql":
            session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:login))"), {"login": login})
        session.execute(delete(LoginAttempt).where(col(LoginAttempt.at) < now - WINDOW))
        tried = select(func.count()).select_from(LoginAttempt).where(col(LoginAttempt.login) == login)
        spent = session.execute(tried).scalar_one() >= MOST_FAILURES
        if not spent:
            session.add(LoginAttempt(login=login, at=now))
    if spent:
        minutes = int(WINDOW.total_seconds() // 60)
        raise TooManyAttempts(
            f"Too many failed logins for this name. Wait {minutes} minutes, then try again."
        )


def clear_attempts(engine: Engine, login: str) -> None:
    """Forget the failures of a name after its owner logged in."""
    with database.scratch(engine) as session:
        session.execute(delete(LoginAttempt).where(col(LoginAttempt.login) == login))
