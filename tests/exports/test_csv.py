import csv
import io
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exports.report_factory import make_claims, make_report
from workbench.domain.errors import BadInput
from workbench.domain.records import ChangeRecord, NoticeRecord
from workbench.exports.csv import _SIGNS, _STARTS, escape_cell, escape_row, read_csv, render, unescape_cell


def test_column_names_are_stable() -> None:
    header = render(make_report()).decode("utf-8-sig").split("\r\n")[0]

    assert header.replace('"', "").split(",") == [
        *(
            "claim",
            "claim_version",
            "title",
            "statement",
            "status",
            "kind",
            "origin",
            "claimant",
            "attribution",
        ),
        *("quote", "said_on", "modality", "hedges", "appearances"),
        *(
            "article",
            "article_title",
            "article_outlet",
            "article_author",
            "article_published_on",
            "article_url",
        ),
        *("rating", "rating_key", "rating_number", "scale", "scale_version", "confidence", "reasoning"),
        *("verdict_by", "verdict_at", "signed_by", "signed_at", "signed_own_verdict"),
        *("evidence_supports", "evidence_refutes", "evidence_context", "evidence_withheld"),
        *("evidence_sources", "evidence_links"),
        *("report", "report_title", "desk", "made_at", "history_seq", "history_hash"),
        *("origins_supporting", "origins_refuting", "grades", "asked_for_comment"),
        *("page", "others_verdicts", "evidence_locators", "positions", "archives_sha256"),
        *("conclusion", "rating_rollup", "averitec_label"),
        *(
            "report_kind",
            "report_note",
            "report_replaces",
            "report_texts",
            "verdict_before",
            "verdict_now",
            "change",
        ),
    ]


def test_one_row_a_claim() -> None:
    first, *_, open_claim, unsigned = read_csv(render(make_report()))

    assert (first["claim"], first["rating"], first["rating_number"]) == ("C-1", "Mostly true", "4")
    assert (first["claimant"], first["article_outlet"]) == ("Northmark Water Office", "The Northmark Courier")
    assert (first["evidence_supports"], first["evidence_refutes"], first["evidence_context"]) == (
        "2",
        "0",
        "1",
    )
    assert (
        first["reasoning"]
        == "The gauge at the crest agrees within a few centimetres.\n\nOne reading is missing."
    )
    assert (open_claim["rating"], open_claim["verdict_by"], open_claim["evidence_withheld"]) == ("", "", "2")
    assert open_claim["claimant"] == "Northmark Water Office"  # the innermost; the withheld one passed it on
    assert (unsigned["rating"], unsigned["signed_by"]) == ("Unverifiable", "")


def test_names_from_right_to_left_have_no_marks_among_them() -> None:
    claim = make_claims()[0]
    [first, *_] = claim.appearances
    [office] = first.attributions
    named = replace(office, name="שלום 12 (abc", cue="قال")
    claim = replace(claim, appearances=(replace(first, attributions=(named,)),))
    [row, *_] = read_csv(render(make_report(claims=(claim,))))
    assert "שלום 12 (abc" in row["attribution"]
    assert not set("".join(row.values())) & {"\u2068", "\u2069"}


NOTE = "=HYPERLINK(1); the gauge was misread"
CHANGES = (
    ChangeRecord("C-1", "Reservoir", "True", "true", "Mostly true", "mostly-true", reasoning=True),
    ChangeRecord("C-7", "", "False", "false", "", "none"),
)


def test_a_correction_says_so_in_every_row_and_has_one_for_what_it_leaves_out() -> None:
    notice = NoticeRecord("correction", NOTE, "R-2", CHANGES)
    data = render(make_report(notice=notice))
    changed, same, *_, gone = read_csv(data)

    assert {row["report_kind"] for row in read_csv(data)} == {"correction"}
    assert {(row["report_note"], row["report_replaces"]) for row in read_csv(data)} == {(NOTE, "R-2")}
    assert (changed["verdict_before"], changed["verdict_now"]) == ("True", "Mostly true")
    assert changed["change"] == "was “True”, is “Mostly true” now; also changed: the reasoning"
    assert (same["claim"], same["verdict_before"], same["change"]) == ("C-2", "", "")
    assert (gone["claim"], gone["title"], gone["rating"], gone["report"]) == ("C-7", "", "", "R-3")
    assert gone["change"] == "not in this report any more, was “False”"
    assert len(read_csv(data)) == len(make_claims()) + 1  # one row a claim
    assert data.count(b"\"'=HYPERLINK(1)") == len(read_csv(data))


def test_a_retraction_says_what_it_takes_back() -> None:
    notice = NoticeRecord("retraction", NOTE, "R-2", (replace(CHANGES[0], after=""), CHANGES[1]))
    rows = read_csv(render(make_report(notice=notice, claims=(), articles=(), scales=(), rollups=())))

    assert [(row["claim"], row["verdict_before"], row["verdict_now"]) for row in rows] == [
        ("C-1", "True", ""),
        ("C-7", "False", ""),
    ]
    assert {(row["report_kind"], row["report_replaces"], row["rating"]) for row in rows} == {
        ("retraction", "R-2", "")
    }
    assert [row["change"] for row in rows] == ["taken back, was “True”", "taken back, was “False”"]


def test_a_report_that_replaces_none_is_a_report() -> None:
    rows = read_csv(render(make_report()))
    assert {(row["report_kind"], row["report_note"], row["report_replaces"]) for row in rows} == {
        ("report", "", "")
    }


def test_opens_with_a_mark_and_ends_rows_as_spreadsheets_expect() -> None:
    data = render(make_report())

    assert data.startswith(b'\xef\xbb\xbf"claim",')
    assert data.endswith(b'"\r\n')


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("plain words, with a comma", "plain words, with a comma"),
        ("don't", "don't"),
        ("'quoted'", "'quoted'"),
        ("", ""),
        ("=1+1", "'=1+1"),
        ("+49", "'+49"),
        ("-5 °C", "'-5 °C"),
        ("@handle", "'@handle"),
        ("|pipe", "'|pipe"),
        ("%x", "'%x"),
        ("\ttab", "'\ttab"),
        ("\rreturn", "'\rreturn"),
        ("\nline", "'\nline"),
        (" =space", "' =space"),
        ("\u00a0=1", "'\u00a0=1"),
        ("\u200b=1", "'\u200b=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("\uff1d1", "'\uff1d1"),
        ("\uff0b1", "'\uff0b1"),
        ("\uff0d1", "'\uff0d1"),
        ("\uff20x", "'\uff20x"),
        ("\u2212 5", "'\u2212 5"),
        ("'=1", "''=1"),
        ('"=1', "'\"=1"),
        ("words\n- a list", "words\n'- a list"),
        ("a;=cmd()", "a;'=cmd()"),
        ('a,""=cmd()', 'a,\'""=cmd()'),
    ],
)
def test_guards_a_cell_that_a_spreadsheet_would_run(text: str, cell: str) -> None:
    assert escape_cell(text) == cell
    assert unescape_cell(cell) == text


def test_every_sign_that_counts_as_the_start_of_a_formula_makes_a_row_doubtful() -> None:
    signs = (chr(point) for point in range(sys.maxunicode + 1))
    counted = {sign for sign in signs if unicodedata.normalize("NFKC", sign)[:1] in _STARTS}
    assert counted == set(_SIGNS.replace("\\-", "-"))
    for sign in counted:
        assert escape_row(["words", f"{sign}1"]) == ["words", f"'{sign}1"], hex(ord(sign))


@given(
    st.lists(st.text(alphabet="=+-@|%'\",;\t\r\n a\u2212\uff1d\u200b\x1f\x00\u00a01", max_size=8), max_size=4)
)
def test_a_row_is_guarded_like_each_of_its_cells(cells: list[str]) -> None:
    assert escape_row(cells) == [escape_cell(text) for text in cells]


@given(st.text(alphabet="=+-@|%'\",;\t\r\n a\u2212\uff1d\u200b1", max_size=12))
def test_the_guard_can_be_taken_away_again(text: str) -> None:
    assert unescape_cell(escape_cell(text)) == text


@given(st.text(alphabet="=+-@'\",;\t\r\n a\uff1d", max_size=12), st.sampled_from(",;\t"))
def test_no_program_finds_a_formula_whatever_separator_it_expects(text: str, separator: str) -> None:
    report = make_report(claims=(replace(make_claims()[3], statement=text),))
    lines = io.StringIO(render(report).decode("utf-8-sig"), newline="")

    for row in csv.reader(lines, delimiter=separator):
        for cell in row:
            assert cell.lstrip('"')[:1] not in set("=+-@\uff1d"), (row, separator)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_row_reads_back_as_it_was(text: str) -> None:
    report = make_report(claims=(replace(make_claims()[0], statement=text, title=text),))
    [row] = read_csv(render(report))

    assert (row["statement"], row["title"]) == (text, text)


@pytest.mark.parametrize("data", [b"\xff", b"", b'"a","b"\r\n"only one"\r\n'])
def test_refuses_what_is_no_table(data: bytes) -> None:
    with pytest.raises(BadInput):
        read_csv(data)
