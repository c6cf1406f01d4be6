import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.errors import BadInput
from workbench.intake import MAX_BYTES, read_paste


def test_keeps_every_character_and_makes_newlines_lf_once() -> None:
    odd = "\tfour\u2028five\x0c\x0b six \u202eright\u202c e\u0301 \N{WAVING WHITE FLAG} 30\u00a0km"
    typed = "One\r\ntwo\rthree\n\r\n" + odd

    draft = read_paste(typed)

    assert draft.text == "One\ntwo\nthree\n\n" + odd
    assert draft.received == typed.encode()
    assert (draft.media_type, draft.name, draft.furniture) == ("text/plain", None, ())


def test_drops_a_leading_byte_order_mark_and_keeps_a_later_one() -> None:
    assert read_paste("\ufeffThe \ufeff border").text == "The \ufeff border"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The text is empty"),
        (" \r\n\t\u00a0", "The text is empty"),
        ("!!! … 2024 — 🙂 \N{INFORMATION SOURCE}\ufe0f \u3164", "holds no words"),
        ("The unit\nwas \0 here", "NUL character at character 14 (line 2)"),
        ("Half \ud83d here", "half a character (a lone surrogate) at character 6 (line 1)"),
        ("Ring \x07 it", "control character U+0007 at character 6 (line 1)"),
        ("Delete \x7f it", "control character U+007F"),
        ("a" * (MAX_BYTES + 1), "at most 1,000,000 (1 MB)"),
        ("я" * (MAX_BYTES // 2 + 1), "is too large"),
    ],
)
def test_refuses_what_is_no_text_and_says_where(text: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_paste(text)

    assert message in str(refused.value)


def test_takes_exactly_one_megabyte() -> None:
    assert len(read_paste("я" * (MAX_BYTES // 2)).text) == MAX_BYTES // 2


@given(st.text(max_size=60))
def test_offsets_never_shift_beyond_the_newlines(text: str) -> None:
    try:
        draft = read_paste(text)
    except BadInput:
        return
    assert draft.text == text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
