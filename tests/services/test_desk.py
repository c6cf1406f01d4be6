"""Writes to the desk's settings."""

import threading

import pytest
from sqlalchemy import Engine, select
from sqlmodel import Session, col

from workbench import database
from workbench.domain.errors import NotFound, RuleBroken, StaleEdit
from workbench.models import Desk, Revision
from workbench.queries.desk import get_desk
from workbench.services.desk import DeskValues, ensure_desk, save_settings


def test_the_desk_is_made_once_however_many_start(session: Session, engine: Engine) -> None:
    with pytest.raises(NotFound):
        get_desk(session)
    session.commit()

    def start() -> None:
        with database.open_session(engine) as own:
            ensure_desk(own, by="first start")

    threads = [threading.Thread(target=start) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(session.execute(select(Desk)).scalars().all()) == 1
    assert (get_desk(session).time_zone, get_desk(session).default_scale) == ("UTC", "five-steps")


def test_settings_are_saved_with_their_history(session: Session) -> None:
    desk = ensure_desk(session, by="first start")
    save_settings(session, desk, DeskValues(name="River desk", alone=True), seen=1, by="tests")
    assert (desk.name, desk.alone, desk.version) == ("River desk", True, 2)
    actions = session.execute(select(col(Revision.action)).order_by(col(Revision.seq))).scalars().all()
    assert actions == ["desk.made", "desk.settings.edited"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        (DeskValues(name=" "), "name"),
        (DeskValues(name="Desk", time_zone="Mars/Olympus"), "time_zone"),
        (DeskValues(name="Desk", time_zone="../../etc/passwd"), "time_zone"),
        (DeskValues(name="Desk", default_scale="ten-steps"), "default_scale"),
    ],
)
def test_a_mistake_names_its_field(session: Session, values: DeskValues, field: str) -> None:
    desk = ensure_desk(session, by="first start")
    with pytest.raises(RuleBroken) as refused:
        save_settings(session, desk, values, seen=1, by="tests")
    assert refused.value.field == field
    assert get_desk(session).version == 1


def test_an_edit_from_another_version_shows_what_is_saved_now(session: Session) -> None:
    desk = ensure_desk(session, by="first start")
    save_settings(session, desk, DeskValues(name="River desk", method="We ask."), seen=1, by="tests")
    with pytest.raises(StaleEdit) as stale:
        save_settings(session, desk, DeskValues(name="Mine"), seen=1, by="tests")
    assert (stale.value.current, stale.value.now["name"], stale.value.now["method"]) == (
        2,
        "River desk",
        "We ask.",
    )
