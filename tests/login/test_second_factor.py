"""One-time codes below the web: what works, once, and for whom."""

import pyotp
import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session

from tests import factories
from workbench import database
from workbench.domain.errors import RuleBroken
from workbench.domain.people import Person
from workbench.login import second_factor
from workbench.login.accounts import describe_user
from workbench.login.attempts import MOST_FAILURES, TooManyAttempts
from workbench.login.second_factor import (
    SETUP_TIME,
    STEP_SECONDS,
    begin,
    check,
    confirm,
    find_begun,
    make_recovery_codes,
)
from workbench.models import RecoveryCode, SecondFactor

STEP = 58_000_000


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """It stands still: no step ends between a code and its check."""
    monkeypatch.setattr(second_factor, "current_step", lambda: STEP)


@pytest.fixture
def person(session: Session) -> Person:
    return describe_user(factories.make_user(session))


def device_of(engine: Engine, person: Person) -> pyotp.TOTP:
    with database.open_session(engine) as session:
        factor = session.get(SecondFactor, person.id)
        assert factor
        return pyotp.TOTP(factor.secret)


def code_at(device: pyotp.TOTP, steps: int = 0) -> str:
    return device.generate_otp(STEP + steps)


def set_up(engine: Engine, person: Person) -> pyotp.TOTP:
    """A device that is on; the code it was tried with is the one before now."""
    begin(engine, person, desk="Desk")
    device = device_of(engine, person)
    confirm(engine, person, code_at(device, -1))
    return device


def test_a_device_is_given_what_the_standard_says(engine: Engine, person: Person) -> None:
    enrolment = begin(engine, person, desk="Vell & Tarsk desk")
    read = pyotp.parse_uri(enrolment.address)
    assert isinstance(read, pyotp.TOTP)
    assert (read.secret, read.name, read.issuer) == (
        enrolment.secret.replace(" ", ""),
        person.login,
        "Vell & Tarsk desk",
    )
    assert read.interval == STEP_SECONDS
    assert enrolment.picture.startswith("<svg")
    assert "style=" not in enrolment.picture


def test_a_code_works_once_and_older_ones_not_at_all(engine: Engine, person: Person) -> None:
    device = set_up(engine, person)
    check(engine, person, f" {code_at(device)[:3]} {code_at(device)[3:]} ")
    for steps in (0, -1):
        with pytest.raises(RuleBroken, match="used already"):
            check(engine, person, code_at(device, steps))
    check(engine, person, code_at(device, 1))


@pytest.mark.parametrize("steps", [-3, 3])
def test_a_code_of_another_time_is_refused(engine: Engine, person: Person, steps: int) -> None:
    device = set_up(engine, person)
    with pytest.raises(RuleBroken):
        check(engine, person, code_at(device, steps))


@pytest.mark.parametrize(
    "code", ["", "000", "abcdef", "\uff11\uff12\uff13\uff14\uff15\uff16", "\ud800", "0" * 100_000]
)
def test_what_is_no_code_is_refused(engine: Engine, person: Person, code: str) -> None:
    set_up(engine, person)
    with pytest.raises(RuleBroken):
        check(engine, person, code)


def test_nothing_is_asked_by_what_was_never_confirmed(engine: Engine, person: Person) -> None:
    begin(engine, person, desk="Desk")
    device = device_of(engine, person)
    with pytest.raises(RuleBroken, match="no second factor"):
        check(engine, person, code_at(device))
    with pytest.raises(RuleBroken):
        confirm(engine, person, code_at(device, 5))
    confirm(engine, person, code_at(device))
    with pytest.raises(RuleBroken, match="Begin again"):
        confirm(engine, person, code_at(device, 1))


def test_a_device_that_was_begun_long_ago_has_to_be_begun_again(engine: Engine, person: Person) -> None:
    """Its secret was shown for a password given then; whoever sits at the browser now gave none."""
    begin(engine, person, desk="Desk")
    device = device_of(engine, person)
    with database.scratch(engine) as session:
        factor = session.get_one(SecondFactor, person.id)
        factor.made_at = factor.made_at - SETUP_TIME
    with database.open_session(engine) as session:
        assert find_begun(session, person, desk="Desk") is None
    with pytest.raises(RuleBroken, match="Begin again"):
        confirm(engine, person, code_at(device))


def test_a_recovery_code_works_once_however_it_is_typed(engine: Engine, person: Person) -> None:
    set_up(engine, person)
    first, second, *rest = make_recovery_codes(engine, person)
    check(engine, person, f"  {first.upper().replace('-', ' ')} ")
    with pytest.raises(RuleBroken):
        check(engine, person, first)
    with database.open_session(engine) as session:
        assert second_factor.count_recovery_codes(session, person.id) == len(rest) + 1
        stored = session.execute(select(RecoveryCode)).scalars().all()
        assert not [row for row in stored if second in str(row)]
    make_recovery_codes(engine, person)
    with pytest.raises(RuleBroken):
        check(engine, person, second)


def test_a_recovery_code_is_of_one_person(engine: Engine, session: Session, person: Person) -> None:
    other = describe_user(factories.make_user(session))
    set_up(engine, person)
    set_up(engine, other)
    (code, *_) = make_recovery_codes(engine, other)
    with pytest.raises(RuleBroken):
        check(engine, person, code)


def test_ten_wrong_codes_close_the_account_for_a_while(engine: Engine, person: Person) -> None:
    device = set_up(engine, person)
    for _ in range(MOST_FAILURES):
        with pytest.raises(RuleBroken):
            check(engine, person, "000000x")
    with pytest.raises(TooManyAttempts):
        check(engine, person, code_at(device))
