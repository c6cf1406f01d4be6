from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.fuzz import read_or_refuse
from workbench.domain.errors import BadInput
from workbench.intake import read_finds, table

ROWS = (
    "Claim;Speaker;Date;Link;Note\n"
    '"Troops are 30 km\nfrom the border.";Ministry of  Defence;2025-05-14;https://example.org/a;x\n'
    "\n"
    "The dam; stands;;\n"
)


def test_headings_are_recognised_and_cells_arrive_as_they_stand() -> None:
    read = table.read_table("a.csv", ROWS.replace("The dam; stands", "The dam stands;").encode())
    mapped = table.guess_columns(read.headings)
    first, second = table.read_claims(read, mapped)

    assert mapped == {"statement": "Claim", "claimant": "Speaker", "said_on": "Date", "url": "Link"}
    assert first.claim is not None
    assert first.claim.statement == "Troops are 30 km\nfrom the border."
    assert (first.claim.words, first.claim.claimant) == (first.claim.statement, "Ministry of Defence")
    assert (first.claim.said_on, first.claim.url) == (date(2025, 5, 14), "https://example.org/a")
    assert (first.number, second.number) == (2, 4)


def test_every_bad_cell_is_named_by_row_and_column() -> None:
    rows = f"claim,title,day,where\n,{'x' * 80},14.5.2025,example.org\n!!,,,\n"
    mapped = {"statement": "claim", "title": "title", "said_on": "day", "url": "where"}

    first, second = read_finds("a.csv", rows.encode(), mapped)

    assert first.what == "row 2"
    assert first.problem == (
        "“claim”: it is empty. “title”: it has 80 characters; at most 75 are allowed. “where”: this is no "
        "web address. “day”: “14.5.2025” is not a day like 2025-05-14."
    )
    assert second.problem == "“claim”: there are no words in it."


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_told_by_the_headings(separator: str) -> None:
    read = table.read_table(
        "a.csv", f"claim{separator}date\nOne, two{separator}\n".replace(", ", " ").encode()
    )

    assert read.headings == ("claim", "date")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"claim\n", "at least one row"),
        (b",,\nWords,,\n", "at least one row"),
        (b"claim,claim\nOne,two\n", "Two columns have the heading “claim”"),
        (b"claim,date\nOne,two,three\n", "Row 2 has 3 cells for 2 headings"),
        (b'claim,date\n"One,two\n', "broken in row"),
        (b"claim\nOne\x00\n", "NUL character"),
        (b"claim\nOn\xe9\n", "not in UTF-8: byte 9 \\(line 2\\)"),
        (b"claim" + b",x" * 300 + b"\nOne\n", "at most 200"),
        (b"claim\n" + b"One\n" * 20_001, "more than 20,000 rows"),
    ],
    ids=range(10),
)
def test_a_table_that_cannot_be_read_says_where(data: bytes, message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_finds("a.csv", data, {"statement": "claim"})


@pytest.mark.parametrize(
    ("mapped", "message"),
    [
        ({"title": "claim"}, "which column holds the statement"),
        ({"statement": "Clam"}, "no column “Clam”. It has: claim"),
        ({"verdict": "claim"}, "A claim has no “verdict”"),
    ],
)
def test_columns_that_cannot_be_are_refused(mapped: dict[str, str], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        read_finds("a.csv", b"claim\nOne\n", mapped)


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    for content in (data, b"claim,date\nOne,2025-05-14\n" + data):
        read_or_refuse(table.read_all, "a.csv", content, '{"statement": "claim", "said_on": "date"}')


def test_an_address_with_a_password_is_refused_by_its_cell() -> None:
    [find] = read_finds("a.csv", b"claim,link\nIt stands.,https://ann:secret@a.example/1\n", {})
    assert "password" in find.problem
    assert "secret" not in find.problem
    [find] = read_finds("a.csv", b"claim,link\nIt stands.,https://a.example/@ann/1\n", {})
    assert find.problem == ""
