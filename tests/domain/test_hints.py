"""Hints on wording, by example."""

import pytest

from workbench.domain.hints import CHECKS, LONG_TITLE, Hint, Wording, find_hints, find_one_sided
from workbench.domain.statements import TITLE_LENGTH, ClaimKind

GOOD = "Troops stood 30 km from the border on 3 May 2026."


def hints(statement: str = GOOD, title: str = "30 km from border", **values: object) -> dict[str, str]:
    wording = Wording(title, statement, **{"placed": True, **values})  # type: ignore[arg-type]
    return {hint.check: hint.found for hint in find_hints(wording)}


def test_a_plain_statement_gets_no_hint() -> None:
    assert hints() == {}
    assert find_hints(Wording("", "  ")) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("The minister falsely named 30 dead.", "falsely"),
        ("The debunked map shows 30 km.", "debunked"),
        ("A fake video shows the bridge.", "fake video"),
        ("The mayor lied about the flood.", "lied"),
        ("The report on the dam is true.", "is true"),
        ("The so-called militia holds the town.", "so-called"),
        ("The ministry wrongly stated the number of the dead.", "wrongly stated"),
    ],
)
def test_a_verdict_word_is_found(statement: str, found: str) -> None:
    assert hints(statement)["verdict-word"] == found


@pytest.mark.parametrize(
    "statement",
    [
        "The hills lie north of the town.",
        "A false alarm closed the airport on Monday.",
        "Border guards found 30 fake passports.",
        "The mayor called the map “debunked”.",
        "The wrongly convicted man left the prison.",
    ],
)
def test_words_that_judge_nothing_are_left_alone(statement: str) -> None:
    assert "verdict-word" not in hints(statement)


def test_a_verdict_word_in_the_title_counts_too() -> None:
    assert hints(title="Debunked: 30 km from border")["verdict-word"] == "Debunked"


@pytest.mark.parametrize(
    ("statement", "joint"),
    [
        ("Troops crossed the river and took the village.", "and"),
        ("The dam was hit; the valley is flooded.", ";"),
        ("Prices rose by 3%, while wages fell by 1%.", "while"),
        ("The army lost ten tanks and destroyed an ammunition depot.", "and"),
        ("Three people were killed and 20 were wounded.", "and"),
    ],
)
def test_two_facts_in_one_are_found(statement: str, joint: str) -> None:
    assert hints(statement)["two-facts"] == joint


@pytest.mark.parametrize(
    "statement",
    [
        "The river parts Ossim and Haddow.",
        "Between May and June the ferry was closed.",
        "The ministers of Hungary and Austria met in Vienna.",
        "The army lost tanks and armed boats.",
        "The mayor said “we came and we saw” in May.",
        "The unit was seen and heard.",
        "Bosnia and Herzegovina joined the council in 2002.",
    ],
)
def test_one_fact_with_an_and_in_it_is_left_alone(statement: str) -> None:
    assert "two-facts" not in hints(statement)


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("The ministry said that 30 tanks were lost.", "said that"),
        ("According to the ministry, 30 tanks were lost.", "According to"),
        ("Thirty tanks were lost, he said.", "he said"),
        ("The mayor told reporters that the dam holds.", "told reporters that"),
    ],
)
def test_a_speech_verb_is_found(statement: str, found: str) -> None:
    assert hints(statement)["speech-verb"] == found
    assert "speech-verb" not in hints(statement, kind=ClaimKind.QUOTATION)
    assert "speech-verb" not in hints(statement, kind=ClaimKind.POSITION)


@pytest.mark.parametrize("start", ["He", "It", "They", "Their unit", "This was the first time it"])
def test_a_pronoun_at_the_start_is_found(start: str) -> None:
    assert hints(f"{start} crossed the river.")["pronoun"] == start.split()[0]


@pytest.mark.parametrize(
    "statement", ["It rained in Kyiv on Monday.", "This week the ferry was closed.", "Italy left the pact."]
)
def test_words_that_only_look_like_pronouns_are_left_alone(statement: str) -> None:
    assert "pronoun" not in hints(statement)


def test_a_statement_without_date_and_place_is_told() -> None:
    assert hints("The unit was destroyed.", placed=False) == {"no-date-or-place": ""}
    assert hints("The unit was destroyed.", placed=True) == {}


def test_titles_are_short_and_state() -> None:
    assert hints(title="x" * LONG_TITLE) == {}
    assert hints(title="x" * (LONG_TITLE + 1)) == {"long-title": str(LONG_TITLE + 1)}
    assert LONG_TITLE < TITLE_LENGTH
    assert hints(title="30 km from border?") == {"question": "?"}


def test_of_another_language_only_what_holds_for_every_text() -> None:
    german = "Die Brücke wurde zerstört."
    assert hints(german, title="Wurde die Brücke zerstört?", placed=False) == {"question": "?"}


def test_every_hint_reads_as_a_sentence_and_names_what_it_found() -> None:
    all_of_it = "It was debunked and they said that he lied."
    found = find_hints(Wording("x" * 70 + "?", all_of_it))
    assert [hint.check for hint in found] == [check.name for check in CHECKS]
    told = [hint.words % {"found": hint.found} for hint in found]
    assert all(words.endswith(".") for words in told)
    assert all(
        hint.found in words for words, hint in zip(told, found, strict=True) if hint.check != "question"
    )
    assert f"Up to {LONG_TITLE} " in told[[hint.check for hint in found].index("long-title")]


def test_one_sided_evidence() -> None:
    assert isinstance(find_one_sided(2, 0), Hint)
    assert "refutes" in getattr(find_one_sided(0, 1), "words", "")
    assert find_one_sided(1, 1) is None
    assert find_one_sided(0, 0) is None
