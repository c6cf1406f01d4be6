import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.documents import make_pdf
from tests.intake.fuzz import read_or_refuse
from workbench.domain.errors import BadInput
from workbench.intake import pdf, read_file


def refuse(data: bytes) -> str:
    with pytest.raises(BadInput) as refused:
        read_file("a.pdf", data)
    return str(refused.value)


def test_pages_stand_one_after_the_other_and_their_starts_are_kept() -> None:
    data = make_pdf(
        "The dam stands.\nIt holds (for now).", "Troops are 30 km\nfrom the border.", title="A dam"
    )

    draft = read_file("folder/a.PDF", data)

    assert draft.text == "The dam stands.\nIt holds (for now).\n\nTroops are 30 km\nfrom the border."
    assert [draft.text[start : start + 6] for start in draft.pages] == ["The da", "Troops"]
    assert (draft.title, draft.name, draft.media_type) == ("A dam", "a.PDF", "application/pdf")
    assert draft.received == data
    assert draft.left_out == ()


def test_what_is_not_in_the_text_is_said() -> None:
    draft = read_file("a.pdf", make_pdf("", "Words here.", "", "", "More of them.", picture_on=[0, 1]))

    assert draft.text == "Words here.\n\nMore of them."
    assert draft.left_out == ("2 pictures", "pages 1, 3-4 without text")
    assert draft.pages == (0, 0, 11, 11, 13)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (make_pdf("", "", picture_on=[0, 1]), "its 2 pages hold only pictures. If it is a scan"),
        (make_pdf(""), "its one page holds nothing"),
        (b"no pdf at all", "is not a PDF document, whatever its name says"),
        (b"%PDF-1.7\n\x00\x01broken", "damaged"),
        (make_pdf("Words here.")[:60], "damaged"),
        (b"", "The file is empty"),
    ],
)
def test_refusals_say_what_to_do(data: bytes, message: str) -> None:
    assert message in refuse(data)


def test_a_document_of_too_many_pages_or_words_is_refused() -> None:
    assert "has 2,001 pages" in refuse(make_pdf(*["Words."] * 2_001))
    assert "bytes of text" in refuse(make_pdf(*["\n".join(["Long words here " * 20] * 55)] * 60))


@given(st.binary(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_bytes_are_a_document_or_refused(data: bytes) -> None:
    for content in (data, b"%PDF-1.4\n" + data, make_pdf("Some words.")[:-120] + data):
        read_or_refuse(pdf.read, "a.pdf", content)


@given(st.integers(0, 600), st.binary(min_size=1, max_size=4))
@settings(max_examples=50, deadline=None)
def test_a_damaged_document_is_read_or_refused(place: int, wrong: bytes) -> None:
    whole = make_pdf("Some words stand here.", "And here.", picture_on=[1])
    read_or_refuse(pdf.read, "a.pdf", whole[:place] + wrong + whole[place + len(wrong) :])
