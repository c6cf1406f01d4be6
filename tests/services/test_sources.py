"""Sources: one for each name, graded with a reason, withheld with a reason."""

import threading
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from tests import factories
from tests.services.publishing import Desk
from tests.services.test_reports import sign
from workbench import database, history
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import SourceKind
from workbench.domain.records import ReportRecord
from workbench.domain.roles import Role
from workbench.login.accounts import SignedIn
from workbench.models import Attribution, Claim, Report, Source
from workbench.queries.reports import is_public
from workbench.queries.source_names import find_source
from workbench.services import sources as services
from workbench.services.press import Press
from workbench.services.report_pages import open_page
from workbench.services.reports import ReportValues, publish_report
from workbench.services.sources import SourceValues

VALUES = SourceValues("Port Authority", SourceKind.ORGANISATION)


def test_a_name_is_taken_once_however_it_is_spelled(rows: Session, press: Press) -> None:
    services.add_source(rows, VALUES, by="tests")
    other = services.add_source(rows, replace(VALUES, name="Another"), by="tests")
    for again in ("Port Authority", "port  authority", "The PORT Authority", "\uff30ort Authority"):
        with pytest.raises(RuleBroken) as refused:
            services.add_source(rows, replace(VALUES, name=again), by="tests")
        assert refused.value.field == "name"
        with pytest.raises(RuleBroken):
            services.edit_source(rows, press, other, replace(VALUES, name=again), seen=1, by="tests")
        assert other.name == "Another"


def test_two_people_who_add_the_same_name_at_once_make_one_source(store: Engine) -> None:
    gate, refused = threading.Barrier(4), []

    def add() -> None:
        with database.open_session(store) as session:
            gate.wait()
            try:
                services.add_source(session, replace(VALUES, name="Racing Club"), by="tests")
            except RuleBroken as error:
                refused.append(error)

    threads = [threading.Thread(target=add) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.open_session(store) as session:
        found = session.exec(select(Source).where(col(Source.name_key) == "racing club")).all()
    assert (len(found), len(refused)) == (1, 3)


def test_a_source_may_be_renamed_to_another_spelling_of_itself(rows: Session, press: Press) -> None:
    source = services.add_source(rows, replace(VALUES, name="harbour watch"), by="tests")
    services.edit_source(rows, press, source, replace(VALUES, name="Harbour Watch"), seen=1, by="tests")
    assert (source.name, source.name_key) == ("Harbour Watch", "harbour watch")
    with pytest.raises(StaleEdit) as stale:
        services.edit_source(rows, press, source, VALUES, seen=1, by="tests")
    assert stale.value.now["name"] == "Harbour Watch"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": " "}, "name"),
        ({"reliability": "G"}, "reliability"),
        ({"reliability": ""}, "reliability"),
        ({"withheld": True, "withheld_reason": " "}, "withheld_reason"),
    ],
)
def test_a_source_needs_a_name_a_grade_and_a_reason_to_be_withheld(
    rows: Session, values: dict[str, object], field: str
) -> None:
    with pytest.raises(RuleBroken) as refused:
        services.add_source(rows, replace(VALUES, **{"name": "Unseen", **values}), by="tests")  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_name_of_any_length_and_letters_is_found_again(rows: Session) -> None:
    name = "".join(chr(0x4E00 + place * 7919 % 0x5000) for place in range(2_000))
    services.add_source(rows, replace(VALUES, name=name), by="tests")
    found = find_source(rows, name)
    assert found is not None
    assert found.name == name
    assert find_source(rows, name[:-1]) is None


def test_a_grade_needs_a_reason_and_has_a_day(rows: Session, press: Press) -> None:
    graded = replace(VALUES, name="Graded", reliability="B", reliability_reason="Right before")
    with pytest.raises(RuleBroken) as refused:
        services.add_source(rows, replace(graded, reliability_reason=" "), by="tests")
    assert refused.value.field == "reliability_reason"
    source = services.add_source(rows, graded, by="tests")
    assert source.reliability_on == datetime.now(UTC).date()
    earlier = replace(graded, reliability="C", reliability_on=date(2026, 1, 5))
    services.edit_source(rows, press, source, earlier, seen=1, by="tests")
    assert source.reliability_on == date(2026, 1, 5)
    services.edit_source(rows, press, source, replace(earlier, reliability="D"), seen=2, by="tests")
    assert source.reliability_on == datetime.now(UTC).date()


def test_an_old_grade_without_a_reason_never_stands_in_the_way_of_withholding(
    rows: Session, press: Press
) -> None:
    source = factories.make_source(rows, "Old entry", reliability="C")
    values = replace(VALUES, name="Old entry", reliability="C", withheld=True, withheld_reason="In danger")
    services.edit_source(rows, press, source, values, seen=1, by="tests")
    assert source.withheld


def test_another_name_finds_the_source_and_nobody_elses(rows: Session, press: Press) -> None:
    known = replace(VALUES, name="Ministry of Tides", aliases=("MoT", "Міністерство припливів"))
    source = services.add_source(rows, known, by="tests")
    other = services.add_source(rows, replace(VALUES, name="Moon Office"), by="tests")
    for spelled in ("mot", "The MoT", "міністерство  припливів"):
        assert find_source(rows, spelled) == source
    for taken in ("Moon Office", "moon  office"):
        with pytest.raises(RuleBroken, match=f"S-{other.number}") as refused:
            services.edit_source(rows, press, source, replace(known, aliases=(taken,)), seen=1, by="tests")
        assert refused.value.field == "aliases"
    with pytest.raises(RuleBroken) as refused:
        services.add_source(rows, replace(VALUES, name="the MOT"), by="tests")
    assert refused.value.field == "name"
    with history.change(rows, by="tests", action="tests.taken"):
        assert services.take_source(rows, "MoT", SourceKind.PERSON).id == source.id


def test_a_stale_edit_shows_lists_as_they_are_typed(rows: Session, press: Press) -> None:
    known = replace(VALUES, name="Two Tabs", aliases=("First", "Second"), languages=("en", "uk"))
    source = services.add_source(rows, known, by="tests")
    with pytest.raises(StaleEdit) as stale:
        services.edit_source(rows, press, source, known, seen=0, by="tests")
    assert (stale.value.now["aliases"], stale.value.now["languages"]) == ("First\nSecond", "en, uk")


WITHHELD = replace(VALUES, name="Plain", withheld=True, withheld_reason="In danger")


def publish(rows: Session, press: Press, staff: dict[Role, SignedIn], claim: Claim) -> Report:
    values = ReportValues("Port", public=True)
    return publish_report(rows, press, [sign(rows, claim, staff)], values, person=staff[Role.REVIEWER])


def drop_claimant(rows: Session, claim: Claim) -> None:
    said = factories.find_appearance(rows, claim)
    row = rows.exec(select(Attribution).where(col(Attribution.appearance_id) == said.id)).one()
    factories.edit(rows, row, withdrawn_at=factories.NOON, source_id=None, name="")


def test_withholding_closes_what_names_the_source_as_it_was_frozen(
    rows: Session, press: Press, staff: dict[Role, SignedIn]
) -> None:
    """Whatever became of the claim since: who said it, what it stands on, whose verdict stands beside it."""
    source = factories.make_source(rows, "Frozen Gazette")
    said = factories.make_claim(rows, claimant=source)
    rated = factories.make_claim(rows)
    factories.make_foreign_verdict(rows, rated, source)
    reports = [publish(rows, press, staff, claim) for claim in (said, rated)]
    other = publish(rows, press, staff, factories.make_claim(rows))
    drop_claimant(rows, said)
    rename = SourceValues("Another name by now", source.kind)
    services.edit_source(rows, press, source, rename, seen=source.version, by="tests")
    services.edit_source(rows, press, source, WITHHELD, seen=source.version, by="tests")
    assert [is_public(rows, report) for report in (*reports, other)] == [False, False, True]
    with pytest.raises(RuleBroken, match="names a source that is withheld"):
        open_page(rows, press, reports[0], person=staff[Role.REVIEWER])


def test_a_report_that_cannot_be_read_is_closed_and_hinders_nobody(
    rows: Session, press: Press, staff: dict[Role, SignedIn]
) -> None:
    source = factories.make_source(rows, "Damaged Gazette")
    reports = [publish(rows, press, staff, factories.make_claim(rows)) for _ in range(3)]
    gone, altered, whole = (press.files.root / r.record_sha256[:2] / r.record_sha256[2:] for r in reports)
    gone.unlink()
    altered.write_bytes(b"{}")
    hidden = replace(WITHHELD, name="Damaged Gazette")
    services.edit_source(rows, press, source, hidden, seen=source.version, by="tests")
    assert [is_public(rows, report) for report in reports] == [False, False, True]
    assert whole.exists()
    with pytest.raises(RuleBroken, match="cannot be read"):
        open_page(rows, press, reports[0], person=staff[Role.REVIEWER])


def test_nobody_waits_while_old_reports_are_read(
    rows: Session, press: Press, staff: dict[Role, SignedIn]
) -> None:
    publish(rows, press, staff, factories.make_claim(rows))
    source = factories.make_source(rows, "Read Gazette")
    locked = list[bool]()

    def read(data: bytes) -> ReportRecord:
        locked.append(rows.info.get("change") is not None)
        return press.read(data)

    hidden = replace(WITHHELD, name="Read Gazette")
    anew = replace(press, read=read)
    services.edit_source(rows, anew, source, hidden, seen=source.version, by="tests")
    assert locked
    assert not any(locked)


def test_what_a_withheld_source_was_called_stays_among_its_names(rows: Session, press: Press) -> None:
    """Renamed before, while or after it is withheld, its old names still find it."""
    source = services.add_source(
        rows, replace(VALUES, name="Quiet Gazette", aliases=("The Quiet",)), by="tests"
    )
    services.edit_source(rows, press, source, replace(VALUES, name="Loud Gazette"), seen=1, by="tests")
    assert source.aliases == []
    taken = services.add_source(rows, replace(VALUES, name="The Quiet"), by="tests")
    hidden = replace(VALUES, name="Plain Paper", withheld=True, withheld_reason="In danger")
    services.edit_source(rows, press, source, hidden, seen=2, by="tests")
    assert source.aliases == ["Quiet Gazette", "Loud Gazette"], "a name that is another's by now stays theirs"
    services.edit_source(rows, press, source, replace(hidden, name="Plainer Paper"), seen=3, by="tests")
    assert source.aliases == ["Quiet Gazette", "Loud Gazette", "Plain Paper"]
    assert find_source(rows, "loud gazette") == source
    assert find_source(rows, "the quiet") == taken
    services.edit_source(rows, press, source, replace(VALUES, name="Plainer Paper"), seen=4, by="tests")
    assert source.aliases == [], "no longer withheld, its names are what a person says"


def test_no_transaction_is_open_while_records_are_read_for_a_source_that_is_withheld(desk: Desk) -> None:
    desk.publish(desk.claim())
    source, seen = factories.make_source(desk.session, "Some witness"), list[bool]()

    def watch(data: bytes) -> ReportRecord:
        seen.append(desk.session.in_transaction())
        return desk.press.read(data)

    values = replace(VALUES, name=source.name, withheld=True, withheld_reason="Court order")
    press = replace(desk.press, read=watch)
    services.edit_source(desk.session, press, source, values, seen=source.version, by=desk.reviewer.actor)
    assert seen
    assert not any(seen)
