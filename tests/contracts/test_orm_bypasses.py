"""The ORM and Core around the door: refused by the session, or by the database at the latest."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, delete, insert, orm, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, select

from tests import factories
from workbench import database, history
from workbench.domain.evidence import SourceKind
from workbench.models import Claim, Revision, RevisionPayload, Source, User, new_id

Way = Callable[[orm.Session], object]


def a_source() -> Source:
    return Source(number=77, name="New", name_key="new", kind=SourceKind.PERSON)


def a_revision() -> Revision:
    names = ("entity", "actor", "at", "action", "reason", "parent_hash", "hash", "payload_digest")
    return Revision(seq=999, entity_id=new_id(), version=1, **dict.fromkeys(names, "x"))


def edit_title(session: orm.Session) -> None:
    session.scalars(select(Claim)).first().title = "edited"  # type: ignore[union-attr]


def delete_claim(session: orm.Session) -> None:
    session.delete(session.scalars(select(Claim)).first())


def bulk_update(session: orm.Session) -> None:
    claim = session.scalars(select(Claim).where(Claim.number == 1)).one()
    session.bulk_update_mappings(
        orm.class_mapper(Claim), [{"id": claim.id, "version": claim.version, "title": "x"}]
    )


def bulk_save_changed(session: orm.Session) -> None:
    claim = session.scalars(select(Claim).where(Claim.number == 1)).one()
    claim.title = "x"
    session.bulk_save_objects([claim])


UNIT_OF_WORK: dict[str, Way] = {
    "add a row": lambda session: session.add(a_source()),
    "edit a row": edit_title,
    "delete a row": delete_claim,
    "merge a row": lambda session: session.merge(a_source()),
    "add a revision": lambda session: session.add(a_revision()),
    "edit a revision": lambda session: setattr(session.get(Revision, 1), "reason", "x"),
    "delete a revision": lambda session: session.delete(session.get(Revision, 1)),
    "blank a payload": lambda session: setattr(session.get(RevisionPayload, 1), "body", None),
}
AROUND_IT: dict[str, Way] = {
    "update statement": lambda session: session.execute(update(Claim).values(title="x")),
    "update statement with a new version": lambda session: session.execute(
        update(Claim).values(title="x", version=Claim.version + 1)
    ),
    "delete statement": lambda session: session.execute(delete(User)),
    "insert statement": lambda session: session.execute(insert(Source).values(a_source().model_dump())),
    "bulk insert": lambda session: session.execute(insert(Source), [a_source().model_dump()]),
    "bulk_insert_mappings": lambda session: session.bulk_insert_mappings(
        orm.class_mapper(Source), [a_source().model_dump()]
    ),
    "bulk_save_objects, new": lambda session: session.bulk_save_objects([a_source()]),
    "bulk_save_objects, changed": bulk_save_changed,
    "bulk_update_mappings": bulk_update,
    "query.update": lambda session: orm.Query([Claim], session).update({"title": "x"}),
    "query.delete": lambda session: orm.Query([Claim], session).delete(),
}


def by_name(ways: dict[str, Way]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("way", ways.values(), ids=ways.keys())


@by_name(UNIT_OF_WORK)
def test_the_unit_of_work_refuses_outside_the_door(desk: Engine, way: Way) -> None:
    with database.open_session(desk) as session:
        way(session)
        with pytest.raises(RuntimeError, match="nly"):
            session.commit()


@by_name(UNIT_OF_WORK)
def test_the_unit_of_work_refuses_in_the_side_door(desk: Engine, way: Way) -> None:
    with pytest.raises(RuntimeError, match="nly"), database.scratch(desk) as session:  # noqa: PT012 - refused at the way or at its commit
        way(session)
        session.flush()


@by_name(AROUND_IT)
def test_statements_around_the_unit_of_work_are_refused_by_the_database(desk: Engine, way: Way) -> None:
    with database.open_session(desk) as session, pytest.raises(IntegrityError):  # noqa: PT012 - refused at the way or at its commit
        way(session)
        session.commit()


@by_name(AROUND_IT)
def test_statements_are_refused_inside_the_open_door_too(desk: Engine, way: Way) -> None:
    with (
        database.open_session(desk) as session,
        pytest.raises(IntegrityError),
        history.change(session, by="tests", action="claim.edited"),
    ):
        way(session)


@by_name({name: way for name, way in UNIT_OF_WORK.items() if "revision" in name or "payload" in name})
def test_revisions_are_not_written_by_hand_inside_the_door(desk: Engine, way: Way) -> None:
    with (
        database.open_session(desk) as session,
        pytest.raises(RuntimeError, match="writes revisions"),
        history.change(session, by="tests", action="claim.edited"),
    ):
        way(session)


def test_a_row_is_not_deleted_inside_the_door(desk: Engine) -> None:
    with (
        database.open_session(desk) as session,
        pytest.raises(RuntimeError, match="withdraw instead"),
        history.change(session, by="tests", action="claim.deleted"),
    ):
        delete_claim(session)


def test_a_plain_sqlalchemy_session_is_no_way_around(desk: Engine) -> None:
    for way in (edit_title, delete_claim, lambda session: session.add(a_source())):
        with orm.Session(desk) as session, pytest.raises(IntegrityError):  # noqa: PT012 - refused at the way or at its commit
            way(session)
            session.commit()


def test_a_change_left_open_before_the_door_is_not_swept_in(desk: Engine) -> None:
    with database.open_session(desk) as session:
        edit_title(session)
        with (
            pytest.raises(RuntimeError, match="may be written only"),
            history.change(session, by="tests", action="source.created"),
        ):
            pass


def test_a_step_past_the_history_then_an_edit_through_the_door_is_noticed(session: Session) -> None:
    claim = factories.make_claim(session)
    claim_id = claim.id
    with (
        pytest.raises(RuntimeError, match="behind the history's back"),
        history.change(session, by="tests", action="claim.edited"),
    ):
        sneak_and_edit(session, claim)

    assert session.get_one(Claim, claim_id).version == 1


def sneak_and_edit(session: Session, claim: Claim) -> None:
    session.execute(update(Claim).values(title="sneaked in", version=2))
    session.refresh(claim)
    claim.statement = "An honest edit."
