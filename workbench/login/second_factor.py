"""The second factor: one-time codes of a person's device (TOTP, RFC 6238), and codes for a lost one."""

import hashlib
import secrets
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pyotp
import segno
from markupsafe import Markup
from sqlalchemy import Engine, delete, func, select, update
from sqlmodel import Session, col

from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.domain.people import Person
from workbench.login import attempts
from workbench.models import RecoveryCode, SecondFactor

STEP_SECONDS = 30
LEEWAY = 1  # steps to either side: clocks of phones go wrong by some seconds (RFC 6238, 5.2)
SETUP_TIME = timedelta(minutes=30)  # from the password to the device's first code
RECOVERY_CODES = 10
WRONG = "This code is not right, or was used already. Take the newest one."
# No letter or digit that is read wrongly from paper.
_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"


@dataclass(frozen=True, slots=True)
class Enrolment:
    """What a device is given: the Base32 secret in groups of four, its otpauth address, and its picture."""

    secret: str
    address: str
    picture: Markup


def begin(engine: Engine, person: Person, *, desk: str) -> Enrolment:
    """A new secret, asked for by nothing until `confirm`. What was begun before and not confirmed is void."""
    secret = pyotp.random_base32()
    with database.scratch(engine) as session:
        session.execute(delete(SecondFactor).where(col(SecondFactor.user_id) == person.id))
        session.add(SecondFactor(user_id=person.id, secret=secret, made_at=datetime.now(UTC)))
    return _describe(secret, person, desk)


def find_begun(session: Session, person: Person, *, desk: str) -> Enrolment | None:
    """What `begin` answered, for a while and as long as it is not confirmed: a mistyped code must not make a
    new one."""
    factor = session.get(SecondFactor, person.id)
    return _describe(factor.secret, person, desk) if factor and _is_begun(factor) else None


def confirm(engine: Engine, person: Person, code: str) -> None:
    """The device shows the right codes. Raises RuleBroken on "code", or TooManyAttempts."""
    attempts.take_attempt(engine, _counted(person))
    with database.scratch(engine) as session:
        factor = session.get(SecondFactor, person.id)
        if factor is None or not _is_begun(factor):
            raise RuleBroken("Begin again: there is nothing to confirm.", field="code")
        factor.last_step = _find_step(factor, code)
        factor.confirmed_at = datetime.now(UTC)
    attempts.clear_attempts(engine, _counted(person))


def check(engine: Engine, person: Person, code: str) -> None:
    """A code at login, of the device or a recovery code; each works once.

    Raises RuleBroken on "code", or TooManyAttempts after ten failures within a quarter of an hour.
    """
    attempts.take_attempt(engine, _counted(person))
    with database.scratch(engine) as session:
        if not _use_recovery_code(session, person.id, code):
            factor = session.get(SecondFactor, person.id, with_for_update=True)
            if factor is None or factor.confirmed_at is None:
                raise RuleBroken("There is no second factor any more. Log in again.", field="code")
            factor.last_step = _find_step(factor, code)
    attempts.clear_attempts(engine, _counted(person))


def make_recovery_codes(engine: Engine, person: Person) -> list[str]:
    """Ten new codes, to be shown once; the ones before are void."""
    codes = [
        "-".join("".join(secrets.choice(_ALPHABET) for _ in range(5)) for _ in "12")
        for _ in range(RECOVERY_CODES)
    ]
    with database.scratch(engine) as session:
        session.execute(delete(RecoveryCode).where(col(RecoveryCode.user_id) == person.id))
        session.add_all(
            RecoveryCode(code_sha256=_digest(person.id, code), user_id=person.id) for code in codes
        )
    return codes


def count_recovery_codes(session: Session, user_id: uuid.UUID) -> int:
    """How many are left."""
    unused = (col(RecoveryCode.user_id) == user_id, col(RecoveryCode.used_at).is_(None))
    found: int = session.execute(select(func.count()).select_from(RecoveryCode).where(*unused)).scalar_one()
    return found


def forget(session: Session, user_id: uuid.UUID) -> None:
    """Throw the secret and the recovery codes away, in the caller's writing transaction."""
    session.execute(delete(SecondFactor).where(col(SecondFactor.user_id) == user_id))
    session.execute(delete(RecoveryCode).where(col(RecoveryCode.user_id) == user_id))


def current_step() -> int:
    """How many time steps went by since 1970."""
    return int(datetime.now(UTC).timestamp()) // STEP_SECONDS


def _is_begun(factor: SecondFactor) -> bool:
    # Not for long: who finds the browser open later would see the secret without the password.
    return factor.confirmed_at is None and datetime.now(UTC) - factor.made_at < SETUP_TIME


def _find_step(factor: SecondFactor, code: str) -> int:
    """The time step that this code belongs to, newer than any used before."""
    typed = "".join(code.split()).encode("utf-8", "surrogatepass")
    device = pyotp.TOTP(factor.secret, interval=STEP_SECONDS)
    now = current_step()
    for step in range(now - LEEWAY, now + LEEWAY + 1):
        if secrets.compare_digest(device.generate_otp(step).encode(), typed) and step > factor.last_step:
            return step
    raise RuleBroken(WRONG, field="code")


def _use_recovery_code(session: Session, user_id: uuid.UUID, code: str) -> bool:
    unused = (col(RecoveryCode.code_sha256) == _digest(user_id, code), col(RecoveryCode.used_at).is_(None))
    used = session.execute(update(RecoveryCode).where(*unused).values(used_at=datetime.now(UTC)))
    return bool(used.rowcount)  # type: ignore[attr-defined]


def _digest(user_id: uuid.UUID, code: str) -> str:
    tidy = "".join(letter for letter in code.casefold() if letter.isalnum())
    return hashlib.sha256(f"{user_id}:{tidy}".encode("utf-8", "surrogatepass")).hexdigest()


def _counted(person: Person) -> str:
    return f"{person.login}:code"  # no login name holds a colon


def _describe(secret: str, person: Person, desk: str) -> Enrolment:
    address = pyotp.TOTP(secret, interval=STEP_SECONDS).provisioning_uri(name=person.login, issuer_name=desk)
    grouped = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    # Dark on light in both themes: many readers see nothing else.
    picture = segno.make(address, error="m", micro=False).svg_inline(scale=4, dark="#000", light="#fff")
    return Enrolment(grouped, address, Markup(picture))  # noqa: S704 - squares, no words
