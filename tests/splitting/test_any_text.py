"""Whatever comes in: offsets hold, two runs agree, other languages come out by the sentence."""
# ruff: noqa: RUF001 - sentences in other scripts

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.splitting import Split, split
from workbench.splitting.languages import name_language

SENTENCES = [
    "The army 🪖 said that 12 tanks were destroyed in Vesk.",
    "Officials\u202e deny\u202c it — “perhaps”, they said, “tomorrow”.",
    "Cafe\u0301 owners, who had fled, returned to Żabno on 6 May and reopened.",
    "If it rains,\ttroops will wait; if not, they advance",
    "Advertisement",
    "Войска отошли. Город пуст!",
    "He said (he said that (he said that 5",
]
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=120),
    st.lists(st.one_of(st.sampled_from(SENTENCES), st.text(max_size=12)), max_size=5).map(" ".join),
    st.lists(st.sampled_from(SENTENCES), max_size=5).map("\r\n\r\n".join),
)


def check(found: Split) -> None:
    text = found.text
    ranges = [(part.start, part.end) for part in found.furniture]
    for one in found.claims:
        assert " … ".join(text[start:end] for start, end in one.slices) == one.quote
        assert one.slices == tuple(sorted(one.slices))
        assert 0 < len(one.title) <= 75
        assert 0 <= one.check_worthiness <= 1
        for start, end in one.slices:
            assert 0 <= start < end <= len(text)
            assert not any(start < last and first < end for first, last in ranges)
        for mention in (*one.hedges, *one.quantities, *one.dates, *one.places, *one.entities):
            assert text[slice(*mention.slice)] == mention.text
    starts = [one.slices[0][0] for one in found.claims]
    assert starts == sorted(starts)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_offsets_hold_for_any_text(text):
    check(split(text))


def test_two_runs_are_the_same_to_the_byte():
    text = " ".join(SENTENCES)
    first, second = (json.dumps(split(text).to_json(), ensure_ascii=False) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("text", ["", " \n", "…!?", "😀😀", "- - -\n***"])
def test_no_words_no_claims(text):
    assert split(text).claims == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\u2028"])
def test_line_ends_do_not_move_offsets(newline):
    text = f"Rain fell on Orlen.{newline}{newline}The army left Velin on Monday.{newline}"
    found = split(text)
    check(found)
    assert [one.quote for one in found.claims] == ["Rain fell on Orlen", "The army left Velin on Monday"]


def test_hard_wrapped_lines_are_one_paragraph():
    text = "The harbour office said on Tuesday that the port of Alden\nhad reopened after a storm.\n"
    found = split(text)
    check(found)
    assert found.claims[0].statement.startswith("The port of Alden reopened after a storm")
    assert "\n" in found.claims[0].quote


@pytest.mark.parametrize(
    "dateline",
    [
        "VELIN, Maldoria (Desk) —",
        "VELIN, May 14 (MD) -",
        "PORT VELIN, 14 May 2025.",
        "Velin, 14 May (Desk) –",
        "Port Velin (Desk) –",
        "VELIN |",
    ],
)
def test_datelines_are_no_part_of_the_sentence(dateline):
    (found,) = split(f"{dateline} The army left the town on Monday.").claims
    assert found.quote == "The army left the town on Monday"


def test_direction_marks_stay_in_the_quote_and_out_of_the_statement():
    found = split("The army left \u202eVelin\u202c on Monday.")
    check(found)
    assert "\u202e" in found.claims[0].quote
    assert "\u202e" not in found.claims[0].statement


LANGUAGES = {
    "uk": ("Ворог відійшов від міста. Міст зруйновано, повідомила міська рада.", 2),
    "ru": ("Мост был разрушен ночью. По данным мэрии, погибли 3 чел., в т.ч. дети.", 2),
    "de": ("Die Brücke wurde am 6. Mai zerstört. Nach Angaben der Stadt gab es keine Opfer.", 2),
    "fr": ("Le pont a été détruit dans la nuit. Selon la mairie, il n’y a pas de victimes.", 2),
    "es": ("El puente fue destruido por la noche. Según el municipio, no hay víctimas.", 2),
    "ar": ("دمر الجسر ليلا. وقالت البلدية إنه لا ضحايا. هل انتهت الحرب؟", 2),
    "zh": ("大桥昨夜被毁。市政府说没有伤亡。", 2),
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_other_languages_come_out_by_the_sentence(code):
    text, count = LANGUAGES[code]
    found = split(text)
    check(found)
    assert found.language == code
    assert len(found.claims) == count
    for one in found.claims:
        assert one.claimant is None
        assert f"whole sentence: no parser for {name_language(code)}" in one.reasons


def test_a_foreign_paragraph_in_an_english_article():
    found = split("The army left the town of Velin on Monday.\n\nГород пуст, сообщили жители.")
    check(found)
    assert found.language == "en"
    assert found.claims[1].quote == "Город пуст, сообщили жители."


def test_long_lines_are_answered():
    check(split("x" * 5_000 + " the army said it had left " + "(" * 900))


def test_progress_is_told_to_the_end():
    told: list[tuple[int, int]] = []
    split("Rain fell.\n\nSnow fell.\n\nHail fell.", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


HARD = {
    "one long line": "The army of Velin crossed the river, and " * 250,
    "no full stop": "the army of the town saw " * 400,
    "line breaks": "\n" * 100_000 + "The army left Velin.",
    "brackets": "(" * 10_000,
    "quotation marks": "“He said " * 600,
    "joined letters": "a-" * 5_000,
    "emoji": "🪖\u200d🚢" * 3_000,
    "invisible": "V\u200be\u200bl\u2060in fell.\x00 " * 200,
    "directions": "\u202eVelin\u202c fell, \u2066he said\u2069. " * 200,
    "regular expression": "(a+)+$ [x-z]{9,} \\p{L}** " * 200,
    "labels": "MINISTRY: No.\n\nQUESTION: Why?\n\n" * 100,
    "cut off": "Heading number 9 of the page […]\n" * 500,
}


@pytest.mark.parametrize("name", HARD)
def test_hard_texts_are_answered(name):
    check(split(HARD[name]))


def test_half_a_character_is_refused_with_its_place():
    with pytest.raises(ValueError, match=r"surrogate\) at 5"):
        split("Velin\ud800 fell on Monday.")
