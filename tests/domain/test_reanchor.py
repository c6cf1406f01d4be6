"""What became of a claim's words in another version of their text, case by case.

A case writes the old text with the claim's slices in [square brackets] and the new text with the place where
they are expected. "sure" means that nobody is asked.
"""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.comparing import compare
from workbench.domain.reanchor import Finder, Found
from workbench.domain.wording import read_wording

A = "The harbour was closed on Monday after a storm."
B = "Thirty ships were waiting outside, the harbour master said."
C = "Nobody was hurt, according to the fire brigade."
D = "The council promised twelve million crowns for repairs."
LONG = " ".join(f"Sentence number {n} says that {n * 3} boats came and {n * 5} went." for n in range(40))

CASES: dict[str, tuple[str, str, str, bool]] = {
    "nothing changed": (f"{A} [{B}] {C}", f"{A} [{B}] {C}", "kept", True),
    "words put in before": (f"[{A}] {B}", f"Updated at noon. [{A}] {B}", "kept", True),
    "words taken out before": (f"{A} {B} [{C}]", f"{B} [{C}]", "kept", True),
    "white space alone": (f"{A} [{B}]\n{C}", f"{A}\n\n[{B.replace(' ', '  ', 3)}]\t{C}", "kept", True),
    "a line broken inside": (
        "[Thirty ships were\nwaiting] outside.",
        "[Thirty ships were waiting] outside.",
        "kept",
        True,
    ),
    "a paragraph moved down": (f"[{A}]\n\n{B}\n\n{C}\n\n{D}", f"{B}\n\n{C}\n\n{D}\n\n[{A}]", "moved", True),
    "a paragraph moved up": (f"{A}\n\n{B}\n\n{C}\n\n[{D}]", f"[{D}]\n\n{A}\n\n{B}\n\n{C}", "moved", True),
    "part of a moved paragraph": (
        f"The [harbour was closed] on Monday after a storm.\n\n{B}\n\n{C}\n\n{D}",
        f"{B}\n\n{C}\n\n{D}\n\nThe [harbour was closed] on Monday after a storm.",
        "moved",
        True,
    ),
    "a typo mended inside": (
        f"{A} [Thirty shisp were waiting] outside. {C}",
        f"{A} [Thirty ships were waiting] outside. {C}",
        "changed wording",
        False,
    ),
    "a number changed": (
        "Troops are [30 km from the border], he said.",
        "Troops are [13 km from the border], he said.",
        "changed wording",
        False,
    ),
    "a word put in": (
        f"{A} [Nobody was hurt], {D}",
        f"{A} [Nobody was badly hurt], {D}",
        "changed wording",
        False,
    ),
    "a sentence deleted": (f"{A} {B} [{C}] {D}", f"{A} {B} {D}", "gone", False),
    "everything rewritten": (
        f"{A} [{B}]",
        "Quite other words stand here now and tell of a football match.",
        "gone",
        False,
    ),
    "an empty new text": (f"{A} [{B}]", "", "gone", False),
    "the first of two goes": (f"[{C}] {A} {B} {C} {D}", f"{A} {B} [{C}] {D}", "moved", False),
    "the second of two": (f"{C} {A} {B} [{C}] {D}", f"{C} {A} {B} New words. [{C}] {D}", "kept", True),
    "the first of two": (f"[{C}] {A} {B} {C} {D}", f"New words. [{C}] {A} {B} {C} {D}", "kept", True),
    "two places, one moved": (
        f"{A} [{C}] {B} {LONG} {D} {C} Then.",
        f"{LONG} {D} {C} Then. {A} [{C}] {B}",
        "moved",
        True,
    ),
    "a short word elsewhere": (
        f"{A} In [Paris] it rained. {B}",
        f"{A} {B} {C} {D} They flew to [Paris] then.",
        "moved",
        False,
    ),
    "emoji": (
        "Ok 👩‍👩‍👧 [the 🚢 is late 👍🏽] now",
        "Then. Ok 👩‍👩‍👧 [the 🚢 is late 👍🏽] now",
        "kept",
        True,
    ),
    "another emoji": (
        f"{A} [The ship is late 👍🏽 today] {B}",
        f"{A} [The ship is late 👎🏽 today] {B}",
        "changed wording",
        False,
    ),
    "combining marks": (
        f"{A} [Le cafe\u0301 est ferme\u0301] {B}",
        f"Now. {A} [Le cafe\u0301 est ferme\u0301] {B}",
        "kept",
        True,
    ),
    "marks composed anew": (
        f"{A} [Le cafe\u0301 est ferme\u0301] {B}",
        f"{A} [Le café est fermé] {B}",
        "kept",
        True,
    ),
    "a mark lost": (
        f"{A} [Le café est fermé ici] {B}",
        f"{A} [Le cafe est fermé ici] {B}",
        "changed wording",
        False,
    ),
    "from right to left": (
        "أغلق الميناء يوم الاثنين. [قال الوزير إن ثلاثين سفينة تنتظر].",
        "تحديث: أغلق الميناء يوم الاثنين. [قال الوزير إن ثلاثين سفينة تنتظر].",
        "kept",
        True,
    ),
    "right to left, a number changed": (
        "أغلق الميناء يوم الاثنين. [قال الوزير إن 30 سفينة تنتظر].",
        "أغلق الميناء يوم الاثنين. [قال الوزير إن 40 سفينة تنتظر].",
        "changed wording",
        False,
    ),
    "no blanks between words": (
        "港口星期一关闭。[三十艘船在外面等待]。没有人受伤。",
        "更新。港口星期一关闭。[三十艘船在外面等待]。没有人受伤。",
        "kept",
        True,
    ),
    "no blanks, changed": (
        "港口星期一关闭。[三十艘船在外面等待]。没有人受伤。",
        "港口星期一关闭。[四十艘船在外面等待]。没有人受伤。",
        "changed wording",
        False,
    ),
    "slices with a gap": (
        f"[The mayor], who was late, [closed the port]. {B}",
        f"New. [The mayor], who was late, [closed the port]. {B}",
        "kept",
        True,
    ),
    "the gap changed": (
        f"[The mayor], who was late, [closed the port]. {B}",
        f"[The mayor], who came early, [closed the port]. {B}",
        "kept",
        False,
    ),
    "the gap turns it round": (
        f"[The governor], officials said, [had fired the shots]. {B}",
        f"[The governor], officials said, denied that his brother [had fired the shots]. {B}",
        "kept",
        False,
    ),
    "one slice changed": (
        f"{A} [The mayor], who was late, [closed the port]. {B}",
        f"{A} [The mayor], who was late, [opened the port]. {B}",
        "changed wording",
        False,
    ),
    "slices straddle a change": (
        f"{A} [The mayor of the town] and [his deputy closed the port]. {B}",
        f"{A} [The mayor of this town] and [his deputy closed the port]. {B}",
        "changed wording",
        False,
    ),
    "slices moved together": (
        f"[The mayor], who was late, [closed the port].\n\n{A}\n\n{B}\n\n{C}",
        f"{A}\n\n{B}\n\n{C}\n\n[The mayor], who was late, [closed the port].",
        "moved",
        True,
    ),
    "slices moved, the gap changed": (
        f"[The tall mayor], who was late, [closed the old port].\n\n{A}\n\n{B}\n\n{C}\n\n{D}",
        f"{A}\n\n{B}\n\n{C}\n\n{D}\n\n[The tall mayor], as we heard, [closed the old port].",
        "moved",
        False,
    ),
    "moved and changed": (
        f"[The council promised twelve million crowns for repairs].\n\n{A}\n\n{B}\n\n{C}",
        f"{A}\n\n{B}\n\n{C}\n\n[The council promised nine million crowns for repairs].",
        "changed wording",
        False,
    ),
    "part of a word": (
        f"{A} The anti[-war protest] was small. {B}",
        f"New. {A} The anti[-war protest] was small. {B}",
        "kept",
        True,
    ),
    "only its neighbours changed": (
        f"{A} Russia [destroyed a bridge] on Monday. {B}",
        f"{A} Ukraine [destroyed a bridge] on Tuesday. {B}",
        "kept",
        False,
    ),
    "said becomes denied": (
        f"{A} The ministry said on Tuesday that [ten bridges fell over the river]. {B}",
        f"{A} The ministry denied on Tuesday that [ten bridges fell over the river]. {B}",
        "kept",
        False,
    ),
    "denied behind it": (
        f"{A} “[Ten bridges fell!]” the ministry said. {B}",
        f"{A} “[Ten bridges fell!]” the ministry denied. {B}",
        "kept",
        False,
    ),
    "it is not true that": (
        f"{A} [The ministry was late]. {B}",
        f"{A} It is not true that [The ministry was late]. {B}",
        "kept",
        False,
    ),
    "denied before a short title": (
        f"{A} The army said that Gen. Holt of the U.S. Army [had fired the shots]. {B}",
        f"{A} The army denied that Gen. Holt of the U.S. Army [had fired the shots]. {B}",
        "kept",
        False,
    ),
    "moved and turned round": (
        f"The army said [the old port was closed by it].\n\n{A}\n\n{B}\n\n{C}",
        f"{A}\n\n{B}\n\n{C}\n\nThe army denied [the old port was closed by it].",
        "moved",
        False,
    ),
    "both sentences beside it changed": (
        f"Ships wait. [The army was late], it said. {C}",
        "Boats wait. [The army was late], it said. Somebody was hurt.",
        "kept",
        True,
    ),
    "the paragraph beside it changed": (
        f"A title\n\n[The army was late], it said\n\n{C}",
        f"Another\n\n[The army was late], it said\n\n{D}",
        "kept",
        True,
    ),
    "no blanks, denied": (
        "港口星期一关闭。部长说[三十艘船在外面等待]。没有人受伤。",
        "港口星期一关闭。部长否认[三十艘船在外面等待]。没有人受伤。",
        "kept",
        False,
    ),
}


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text without its brackets, and the stretches that stood in them."""
    plain, slices, start = "", [], 0
    for part in re.split(r"([\[\]])", text):
        if part == "[":
            start = len(plain)
        elif part == "]":
            slices.append((start, len(plain)))
        else:
            plain += part
    return plain, slices


def find(old: str, new: str, slices: list[tuple[int, int]]) -> Found:
    return Finder(compare(old, new)).find(slices)


@pytest.mark.parametrize(("old", "new", "outcome", "sure"), CASES.values(), ids=CASES.keys())
def test_golden(old: str, new: str, outcome: str, sure: bool) -> None:
    before, slices = unmark(old)
    after, wanted = unmark(new)
    found = find(before, after, slices)
    quotes = [after[start:end] for start, end in found.slices]
    assert (found.outcome.value, quotes, found.exact) == (outcome, [after[a:b] for a, b in wanted], sure)
    assert list(found.slices) == wanted
    assert found.quote == " … ".join(quotes)


# Few words, so that they come again and again, in every script that is written otherwise.
WORDS = st.sampled_from(
    [
        "port",
        "ships",
        "closed",
        "the",
        "the",
        "30",
        "30.5",
        "km",
        "—",
        "e\u0301t",
        "ét",
        "👩‍👩‍👧",
        "سفينة",
        "港口",
        "don’t",
        "\n\n",
        ".",
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join)


@given(TEXTS, TEXTS, st.booleans(), st.lists(st.integers(0, 200), min_size=2, max_size=6, unique=True))
def test_kept_and_moved_words_are_exactly_the_same(old: str, new: str, grown: bool, edges: list[int]) -> None:
    new = f"{new} {old}" if grown else new  # else several slices are hardly ever found again
    # Nobody selects a letter without its accent, which the other text may have as one sign.
    edges = sorted(
        {min(edge, len(old)) for edge in edges if not unicodedata.combining(old[edge : edge + 1] or " ")}
    )
    slices = list(zip(edges[::2], edges[1::2], strict=False))
    slices = [one for one in slices if old[slice(*one)].strip()]
    if not slices:
        return
    found = find(old, new, slices)
    assert all(0 <= start < end <= len(new) for start, end in found.slices)
    assert all(one[1] <= other[0] for one, other in pairwise(found.slices))
    if found.outcome in {"kept", "moved"}:
        before = [read_wording(old[start:end]).words for start, end in slices]
        assert [read_wording(new[start:end]).words for start, end in found.slices] == before
    else:
        assert not found.exact


@given(TEXTS, st.lists(st.integers(0, 200), min_size=2, max_size=4, unique=True))
def test_in_the_same_text_everything_is_kept_where_it_was(text: str, edges: list[int]) -> None:
    edges = sorted({min(edge, len(text)) for edge in edges})
    slices = [one for one in zip(edges[::2], edges[1::2], strict=False) if text[slice(*one)].strip()]
    if slices:
        found = find(text, text, slices)
        assert (found.outcome, found.exact) == ("kept", True)
        words = [text[start:end].strip() for start, end in slices]
        assert [text[start:end] for start, end in found.slices] == words
