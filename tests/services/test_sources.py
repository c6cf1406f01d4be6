"""Sources: one for each name, graded with a reason, withheld with a reason."""

import threading
from dataclasses import replace

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, col, select

from workbench import database
from workbench.domain.errors import RuleBroken, StaleEdit
from workbench.domain.evidence import SourceKind
from workbench.models import Source
from workbench.services import sources as services
from workbench.services.sources import SourceValues

VALUES = SourceValues("Port Authority", SourceKind.ORGANISATION)


def test_a_name_is_taken_once_however_it_is_spelled(rows: Session) -> None:
    services.add_source(rows, VALUES, by="tests")
    other = services.add_source(rows, replace(VALUES, name="Another"), by="tests")
    for again in ("Port Authority", "port  authority", "The PORT Authority", "\uff30ort Authority"):
        with pytest.raises(RuleBroken) as refused:
            services.add_source(rows, replace(VALUES, name=again), by="tests")
        assert refused.value.field == "name"
        with pytest.raises(RuleBroken):
            services.edit_source(rows, other, replace(VALUES, name=again), seen=1, by="tests")
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


def test_a_source_may_be_renamed_to_another_spelling_of_itself(rows: Session) -> None:
    source = services.add_source(rows, replace(VALUES, name="harbour watch"), by="tests")
    services.edit_source(rows, source, replace(VALUES, name="Harbour Watch"), seen=1, by="tests")
    assert (source.name, source.name_key) == ("Harbour Watch", "harbour watch")
    with pytest.raises(StaleEdit) as stale:
        services.edit_source(rows, source, VALUES, seen=1, by="tests")
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
    found = services.find_source(rows, name)
    assert found is not None
    assert found.name == name
    assert services.find_source(rows, name[:-1]) is None
