"""What the one door promises: all or nothing, nothing lost, nothing twice."""

import uuid

import pytest
from sqlalchemy import func
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, select

from tests import factories
from workbench import history
from workbench.domain import chain
from workbench.models import Appearance, Revision, RevisionPayload, Source
from workbench.queries.history_check import check_history


def payload(session: Session, row_id: uuid.UUID, version: int) -> str | None:
    query = (
        select(RevisionPayload.body)
        .join(Revision, col(Revision.seq) == RevisionPayload.seq)
        .where(Revision.entity_id == row_id, Revision.version == version)
    )
    return session.exec(query).one()


def count_revisions(session: Session) -> int:
    return session.exec(select(func.count()).select_from(Revision)).one()


def test_an_edit_records_only_what_changed_before_and_after(session: Session) -> None:
    source = factories.make_source(session, "Ministry")
    session.expire(source)
    factories.edit(session, source, name="Ministry of Defence")

    assert source.version == 2
    assert payload(session, source.id, 2) == (
        '{"after":{"name":"Ministry of Defence"},"before":{"name":"Ministry"}}'
    )


def test_a_long_text_stands_in_the_history_by_its_digest(session: Session) -> None:
    version = factories.make_article(session, "Ä long text.")

    body = payload(session, version.id, 1) or ""
    assert "long text" not in body
    assert chain.format_body(chain.digest_text("Ä long text.")) in body


def test_setting_what_is_there_already_changes_nothing(session: Session) -> None:
    source = factories.make_source(session)
    before = count_revisions(session)
    factories.edit(session, source, name=source.name)

    assert source.version == 1
    assert count_revisions(session) == before


def test_the_subject_comes_first(session: Session) -> None:
    claim, other = factories.make_claim(session), factories.make_source(session)
    with history.change(session, by="tests", action="claim.edited") as current:
        other.name, claim.title = "Other", "Edited"
        current.subject = claim

    newest = session.exec(select(Revision).order_by(col(Revision.seq).desc()).limit(2)).all()
    assert [revision.entity for revision in reversed(newest)] == ["claim", "source"]
    assert newest[1].seq == current.first_seq


def test_an_exception_inside_leaves_nothing(session: Session) -> None:
    source = factories.make_source(session, "Before")
    before = count_revisions(session)

    with (  # noqa: PT012 - the failure comes after a write
        pytest.raises(ZeroDivisionError),
        history.change(session, by="tests", action="source.edited"),
    ):
        flush_new_name(session, source, "After")
        raise ZeroDivisionError

    assert session.get_one(Source, source.id).name == "Before"
    assert count_revisions(session) == before
    factories.edit(session, source, name="Later")
    assert source.version == 2


def test_a_commit_that_fails_leaves_nothing_and_the_next_works(session: Session) -> None:
    lost = Appearance(
        claim_id=uuid.uuid4(), article_version_id=uuid.uuid4(), start=0, slices=[[0, 1]], quote="x"
    )
    with pytest.raises(IntegrityError), history.change(session, by="tests", action="claim.created"):
        session.add(lost)

    assert count_revisions(session) == 0
    factories.make_source(session)
    assert count_revisions(session) == 1


def test_one_act_is_one_change(session: Session) -> None:
    with (
        pytest.raises(RuntimeError, match="open already"),
        history.change(session, by="tests", action="source.created"),
    ):
        factories.make_source(session)

    assert count_revisions(session) == 0


def test_a_row_is_not_changed_again_after_a_flush(session: Session) -> None:
    source = factories.make_source(session, "Before")

    with (  # noqa: PT012 - the rule is about the second of two steps
        pytest.raises(RuntimeError, match="flushed twice"),
        history.change(session, by="tests", action="source.edited"),
    ):
        flush_new_name(session, source, "Once")
        flush_new_name(session, source, "Twice")

    assert session.get_one(Source, source.id).version == 1


def flush_new_name(session: Session, source: Source, name: str) -> None:
    source.name = name
    session.flush()


def test_a_touched_row_gets_a_revision_though_no_column_changed(session: Session) -> None:
    claim = factories.make_claim(session)
    with history.change(session, by="tests", action="claim.touched") as current:
        current.touch(claim, about="its evidence")

    assert claim.version == 2
    assert payload(session, claim.id, 2) == '{"about":"its evidence","after":{},"before":{}}'
    assert check_history(session) == []


def test_a_touched_row_that_also_changed_gets_one_revision(session: Session) -> None:
    claim = factories.make_claim(session, title="Before")
    with history.change(session, by="tests", action="claim.touched") as current:
        current.touch(claim)
        claim.title = "After"

    assert claim.version == 2
    assert payload(session, claim.id, 2) == '{"after":{"title":"After"},"before":{"title":"Before"}}'


def test_a_flush_in_between_loses_nothing_of_the_record(session: Session) -> None:
    with history.change(session, by="tests", action="source.created"):
        source = factories.build_source(number=history.next_number(session, Source))
        session.add(source)
        session.flush()
        source.name = source.name  # dirty to the session, but the same

    assert '"name":"Ministry of Defence"' in (payload(session, source.id, 1) or "")
    assert check_history(session) == []


def test_floats_are_refused(session: Session) -> None:
    claim = factories.make_claim(session)
    appearance = factories.find_appearance(session, claim)

    with pytest.raises(TypeError, match="float"):
        factories.edit(session, appearance, details={"quantities": [{"value": 30.5}]})

    assert session.get_one(Appearance, appearance.id).version == 1


def test_a_time_without_a_zone_is_refused(session: Session) -> None:
    claim = factories.make_claim(session)

    with pytest.raises(Exception, match="timezone"):
        factories.edit(session, claim, accepted_at=factories.NOON.replace(tzinfo=None))


def test_numbers_follow_each_other_within_and_between_changes(session: Session) -> None:
    with history.change(session, by="tests", action="source.created"):
        assert [history.next_number(session, Source) for _ in range(3)] == [1, 2, 3]
        session.add_all(factories.build_source(number=number) for number in (1, 2, 3))

    assert factories.make_source(session).number == 4


def test_a_number_is_taken_only_inside_a_change(session: Session) -> None:
    with pytest.raises(RuntimeError, match="open"):
        history.next_number(session, Source)
