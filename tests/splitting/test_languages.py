"""Sentences of languages without a parser: abbreviations, initials, decimals, dates, quotations, dashes."""
# ruff: noqa: RUF001 - sentences in other scripts

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.splitting import split
from workbench.splitting import words as count_words
from workbench.splitting.languages import name_language
from workbench.splitting.layout.paragraphs import Part
from workbench.splitting.sentences.sentence_cuts import cut_sentences
from workbench.splitting.sentences.sentences import make_sentence_claim

FOLDER = Path(__file__).parent / "sentences"  # a file a language, a sentence a line
CODES = sorted(path.stem for path in FOLDER.glob("*.txt"))


def read_sentences(code: str) -> list[str]:
    return (FOLDER / f"{code}.txt").read_text(encoding="utf-8").splitlines()


def join_sentences(code: str) -> str:
    return ("" if code == "zh" else " ").join(read_sentences(code))


@pytest.mark.parametrize("code", CODES)
def test_sentences_come_out_whole(code):
    text = join_sentences(code)
    found = [text[part.start : part.end] for part in cut_sentences(text, Part(0, len(text)), code)]
    assert found == read_sentences(code)


@pytest.mark.parametrize("code", CODES)
def test_whole_sentences_become_claims_that_say_why(code):
    text = join_sentences(code)
    found = split(text)
    assert found.language == code
    assert [one.quote for one in found.claims] == [
        sentence for sentence in read_sentences(code) if _tells(sentence)
    ]
    for one in found.claims:
        assert f"whole sentence: no parser for {name_language(code)}" in one.reasons
        assert 0 < len(one.title) <= 75
        assert (one.claimant, one.additions) == (None, ())


def _tells(sentence: str) -> bool:
    asks = sentence.rstrip('"”»」 \u202f').endswith(("?", "？", "؟"))
    return not asks and count_words(sentence) > 1


@pytest.mark.parametrize(
    ("quote", "statement"),
    [
        ("«Ми не відступимо».", "Ми не відступимо"),
        ("— Мы ждём ответа.", "Мы ждём ответа"),
        ("«Мы не уйдём!» — заявили в штабе.", "«Мы не уйдём!» — заявили в штабе"),
        ("„Wir bleiben hier“, sagte der Rat.", "„Wir bleiben hier“, sagte der Rat"),
        ("「我們會留下來。」", "我們會留下來"),
    ],
)
def test_only_what_encloses_the_whole_is_left_off_the_statement(quote, statement):
    assert make_sentence_claim(quote, 0, "").statement == statement


def test_a_long_quotation_is_cut_at_its_own_sentences():
    quotation = "«" + " ".join(["Город совсем пуст, и все жители ушли."] * 6) + "»"
    assert len(list(cut_sentences(quotation, Part(0, len(quotation)), "ru"))) == 6


def test_an_ordinal_only_where_the_language_writes_one():
    text = "Es waren 12. Dann kamen mehr."
    assert len(list(cut_sentences(text, Part(0, len(text)), "de"))) == 1
    assert len(list(cut_sentences(text, Part(0, len(text)), "fr"))) == 2


MIXED = """The army left the town of Velin on Monday, the council said. The road to the port was closed for
three days, and the bridge over the river has not been opened to the people of the town.

Die Brücke wurde in der Nacht zerstört, und die Stadt ist nach Angaben der Behörde nicht mehr zu erreichen.

Город пуст, сообщили жители.
"""


def test_each_paragraph_is_read_in_its_own_language():
    found = split(MIXED)
    assert found.language == "en"
    assert [one.reasons[-1] for one in found.claims[-2:]] == [
        "whole sentence: no parser for German",
        "whole sentence: no parser for Russian",
    ]
    assert found.claims[0].claimant.name == "council"


def test_an_english_paragraph_in_a_russian_article_is_taken_apart():
    russian = "Город пуст, сообщили жители. Мост был разрушен ночью, и армия ушла."
    found = split(f"{russian}\n\n{russian.replace('пуст', 'цел')}\n\nThe army said that it had left Velin.")
    assert found.language == "ru"
    assert found.claims[-1].claimant.name == "army"


def test_signs_without_words_are_not_parsed():
    (found,) = split("a, " * 200).claims
    assert found.reasons == ("whole sentence: hardly any words in it",)
