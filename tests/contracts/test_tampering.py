"""The file's owner can drop the guards and switch foreign keys off; check_history() finds what they did."""

import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from sqlalchemy import Connection, Engine, text
from sqlmodel import Session, select

from tests import factories
from tests.contracts.bypass import OTHER_ID, copy_row
from workbench import database, history, schema
from workbench.domain import chain
from workbench.models import Claim, Revision, RevisionPayload
from workbench.queries.history_check import Finding, check_history, head

MIDDLE = "(SELECT seq FROM revision WHERE entity = 'claim' AND version = 2)"
FIRST_SALT = "(SELECT salt FROM revision_payload WHERE seq = 1)"
LAST = "(SELECT max(seq) FROM revision WHERE entity = 'claim')"


@pytest.fixture
def claim(session: Session) -> Claim:
    """A claim with three revisions and others around them."""
    claim = factories.make_claim(session, title="First")
    factories.edit(session, claim, title="Second")
    factories.make_source(session)
    factories.edit(session, claim, statement="Third.")
    factories.make_source(session)
    return claim


@contextmanager
def as_owner(engine: Engine) -> Iterator[Connection]:
    """A connection that nothing holds back: no guards, no foreign keys."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.connection.dbapi_connection.execute("PRAGMA foreign_keys = OFF")  # type: ignore[union-attr]
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            schema.drop_guards(connection)
            yield connection
    engine.dispose()


def tamper(session: Session, *statements: str) -> list[Finding]:
    session.commit()
    engine = session.get_bind()
    assert isinstance(engine, Engine)
    with as_owner(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))
    session.expire_all()
    return check_history(session)


def seq_of(session: Session, claim: Claim, version: int) -> int:
    query = select(Revision.seq).where(Revision.entity_id == claim.id, Revision.version == version)
    return session.exec(query).one()


def test_an_untouched_history_is_whole(session: Session, claim: Claim) -> None:
    assert check_history(session) == []
    assert head(session)[0] == len(session.exec(select(Revision)).all())


@pytest.mark.parametrize("column", ["actor", "at", "action", "reason", "hash", "payload_digest"])
def test_an_altered_header_is_found(session: Session, claim: Claim, column: str) -> None:
    findings = tamper(session, f"UPDATE revision SET {column} = 'forged' WHERE seq = {MIDDLE}")

    assert findings[0].seq == seq_of(session, claim, 2)
    assert (findings[0].entity, findings[0].entity_id) == ("claim", str(claim.id))
    assert "was altered" in findings[0].message


def test_a_header_altered_with_a_new_hash_breaks_the_link_of_the_next(session: Session, claim: Claim) -> None:
    revision = session.get_one(Revision, seq_of(session, claim, 2))
    forged = replace(header_of(revision), actor="somebody else")
    change = f"actor = 'somebody else', hash = '{chain.hash_header(forged)}'"
    findings = tamper(session, f"UPDATE revision SET {change} WHERE seq = {MIDDLE}")

    assert [finding.seq for finding in findings] == [seq_of(session, claim, 3)]
    assert f"does not follow from revision {revision.seq}" in findings[0].message


def header_of(revision: Revision) -> chain.Header:
    values = revision.model_dump(exclude={"hash"}) | {"entity_id": str(revision.entity_id)}
    return chain.Header(**values)


ALTERATIONS: dict[str, tuple[str, str]] = {
    "an altered value": (
        f"UPDATE revision_payload SET body = replace(body, 'Second', 'Forged') WHERE seq = {MIDDLE}",
        "were altered",
    ),
    "an altered salt": (
        f"UPDATE revision_payload SET salt = {FIRST_SALT} WHERE seq = {MIDDLE}",
        "were altered",
    ),
    "a payload taken away": (f"DELETE FROM revision_payload WHERE seq = {MIDDLE}", "are missing"),
    "a payload blanked without a redaction": (
        f"UPDATE revision_payload SET salt = NULL, body = NULL WHERE seq = {MIDDLE}",
        "removed without a redaction",
    ),
    "a payload blanked in the name of a revision that is no redaction": (
        f"UPDATE revision_payload SET salt = NULL, body = NULL, redacted_by = {LAST} WHERE seq = {MIDDLE}",
        "removed without a redaction",
    ),
    "a payload half blanked": (
        f"UPDATE revision_payload SET salt = NULL WHERE seq = {MIDDLE}",
        "half removed",
    ),
    "a revision taken away": (f"DELETE FROM revision WHERE seq = {MIDDLE}", "is missing"),
    "a revision and its payload taken away": (
        f"DELETE FROM revision_payload WHERE seq = {MIDDLE}; DELETE FROM revision WHERE seq = {MIDDLE}",
        "is missing",
    ),
}


@pytest.mark.parametrize(("statements", "words"), ALTERATIONS.values(), ids=ALTERATIONS.keys())
def test_the_first_finding_names_the_altered_revision(
    session: Session, claim: Claim, statements: str, words: str
) -> None:
    middle = seq_of(session, claim, 2)
    findings = tamper(session, *(part.replace(MIDDLE, str(middle)) for part in statements.split("; ")))

    assert findings[0].seq == middle
    assert words in findings[0].message


def test_swapped_revisions_are_found(session: Session, claim: Claim) -> None:
    second, third = seq_of(session, claim, 2), seq_of(session, claim, 3)
    findings = tamper(
        session,
        f"UPDATE revision SET seq = 1000 WHERE seq = {second}",
        f"UPDATE revision SET seq = {second} WHERE seq = {third}",
        f"UPDATE revision SET seq = {third} WHERE seq = 1000",
    )

    assert findings[0].seq == second
    assert {finding.seq for finding in findings} >= {second, third}


def test_a_row_altered_behind_the_back_is_found(session: Session, claim: Claim) -> None:
    findings = tamper(session, "UPDATE claim SET title = 'Altered'")

    assert findings == [
        Finding(None, "claim", str(claim.id), "“title” of the row is not what its last revision left there.")
    ]


def test_a_row_altered_behind_the_back_and_then_edited_is_found_at_the_edit(
    session: Session, claim: Claim
) -> None:
    assert tamper(session, "UPDATE claim SET title = 'Altered'")
    factories.edit(session, session.get_one(Claim, claim.id), title="Edited in good faith")

    findings = check_history(session)
    assert [finding.seq for finding in findings] == [seq_of(session, claim, 4)]
    assert "“title” was changed without a revision" in findings[0].message


def test_an_altered_text_is_found_by_its_digest(session: Session, claim: Claim) -> None:
    findings = tamper(session, "UPDATE article_version SET text = text || ' Forged.'")

    assert [(finding.entity, finding.seq) for finding in findings] == [("article_version", None)]


def test_a_new_version_without_its_revision_is_found(session: Session, claim: Claim) -> None:
    findings = tamper(session, "UPDATE claim SET version = 4")

    assert "version 4, its history ends at version 3" in findings[0].message


def test_a_row_without_any_revision_is_found(session: Session, claim: Claim) -> None:
    findings = tamper(session, copy_row(Claim, id=f"'{OTHER_ID}'", number="999", version="1"))

    assert findings == [Finding(None, "claim", str(uuid.UUID(OTHER_ID)), "This row has no revision at all.")]


def test_a_deleted_row_is_found(session: Session, claim: Claim) -> None:
    last, claim_id = seq_of(session, claim, 3), claim.id
    findings = tamper(session, "DELETE FROM appearance", "DELETE FROM claim")

    assert (
        Finding(last, "claim", str(claim_id), f"Revision {last} speaks of a row that does not exist.")
        in findings
    )


def test_a_row_and_all_its_revisions_taken_away_leave_gaps(session: Session, claim: Claim) -> None:
    mine = f"(SELECT seq FROM revision WHERE entity_id = '{claim.id.hex}')"
    findings = tamper(
        session,
        f"DELETE FROM revision_payload WHERE seq IN {mine}",
        f"DELETE FROM revision WHERE entity_id = '{claim.id.hex}'",
        "DELETE FROM claim",
    )

    assert (findings[0].entity, findings[0].message.endswith("missing.")) == ("revision", True)


def test_the_end_cut_off_shows_against_the_head_that_a_report_prints(session: Session, claim: Claim) -> None:
    printed = head(session)
    source = "(SELECT max(seq) FROM revision)"
    findings = tamper(
        session,
        "DELETE FROM source WHERE number = 2",
        f"DELETE FROM revision_payload WHERE seq = {source}",
        f"DELETE FROM revision WHERE seq = {source}",
    )

    assert findings == []
    assert head(session) != printed


def test_redacted_values_put_back_are_found(session: Session, claim: Claim) -> None:
    history.redact(session, seq_of(session, claim, 2), by="owner", reason="a private person")
    assert check_history(session) == []
    findings = tamper(
        session, "UPDATE revision_payload SET salt = 'x', body = '{}' WHERE redacted_by IS NOT NULL"
    )

    assert findings[0].seq == seq_of(session, claim, 2)


def test_what_a_redaction_hides_stays_unknown_until_it_is_set_again(session: Session, claim: Claim) -> None:
    history.redact(session, seq_of(session, claim, 2), by="owner", reason="a private person")
    assert tamper(session, "UPDATE claim SET title = 'Altered'") == []
    factories.edit(session, session.get_one(Claim, claim.id), title="Set again")

    assert len(tamper(session, "UPDATE claim SET title = 'Altered once more'")) == 1


def test_findings_stop_at_the_most_that_was_asked_for(session: Session, claim: Claim) -> None:
    tamper(session, "UPDATE revision SET reason = 'forged'")

    assert [finding.seq for finding in check_history(session, most=2)] == [1, 2]


def test_an_unreadable_payload_is_a_finding(session: Session, claim: Claim) -> None:
    revision = session.get_one(Revision, seq_of(session, claim, 3))
    salt = session.get_one(RevisionPayload, revision.seq).salt or b""
    forged = replace(header_of(revision), payload_digest=chain.digest_payload(salt, "not JSON"))
    change = f"payload_digest = '{forged.payload_digest}', hash = '{chain.hash_header(forged)}'"
    findings = tamper(
        session,
        f"UPDATE revision_payload SET body = 'not JSON' WHERE seq = {revision.seq}",
        f"UPDATE revision SET {change} WHERE seq = {revision.seq}",
    )

    assert findings[0].seq == revision.seq
    assert "cannot be read" in findings[0].message


def test_a_desk_at_work_does_not_look_like_a_damaged_one(
    engine: Engine, session: Session, claim: Claim
) -> None:
    claim_id = claim.id

    def work() -> None:
        with database.open_session(engine) as own:
            for number in range(15):
                factories.edit(own, own.get_one(Claim, claim_id), title=f"Edit {number}")

    writer = threading.Thread(target=work)
    writer.start()
    while writer.is_alive():
        assert check_history(session) == []
    writer.join()
    assert check_history(session) == []
