"""Rare words weigh more, and few claims are read."""

from workbench.domain.memory.ranking import choose_rarest, rank, weigh_words
from workbench.domain.memory.words import Word, read_words


def weigh(text: str, **counts: int) -> dict[Word, float]:
    return weigh_words({word: counts.get(word.stem, 1) for word in read_words(text)}, 1000)


def list_numbers(text: str, claims: list[str], **counts: int) -> list[int]:
    return [one.number for one in rank(weigh(text, **counts), list(enumerate(claims)))]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    claims = ["the troops are here", "the harpoon is here"]
    assert list_numbers("troops with a harpoon", claims, troop=500) == [1, 0]


def test_more_of_the_words_and_other_forms_of_them_come_first() -> None:
    claims = ["a bridge stands", "the bridges were destroyed", "nothing of it"]
    assert list_numbers("destroying a bridge", claims) == [1, 0, 2]


def test_a_short_claim_comes_before_a_long_one_with_the_same_words() -> None:
    assert list_numbers("bridge", ["bridge " + "and much besides " * 5, "a bridge"]) == [1, 0]


def test_of_equals_the_older_comes_first() -> None:
    assert list_numbers("bridge", ["a bridge", "a bridge", "a bridge"]) == [0, 1, 2]


def test_the_rarest_words_are_read_as_long_as_their_claims_are_few() -> None:
    words = read_words("alpha bravo charlie delta")
    counts = dict(zip(words, [300, 20, 0, 150], strict=True))
    assert [word.stem for word in choose_rarest(counts, 400)] == ["bravo", "delta"]
    assert [word.stem for word in choose_rarest(counts, 1)] == ["bravo"]
    assert choose_rarest(dict.fromkeys(words, 0), 400) == []


def test_nothing_to_rank_is_nothing() -> None:
    assert rank({}, []) == []
    assert [one.score for one in rank({}, [(1, "bridge")])] == [0]
