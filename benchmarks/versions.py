"""What a newer version of a long text costs: `python -m benchmarks.versions`.

600 claims are looked for in 20,000 words, and a text is compared with 10,000 stored fingerprints. Figures are
ratios within the run: to one word-level difference of the same two texts by rapidfuzz, and by difflib.
"""

import difflib
import random
import time
from collections import Counter
from collections.abc import Callable

from rapidfuzz.distance import Indel

from workbench.domain.comparing import compare
from workbench.domain.fingerprints import make_fingerprint, measure_distance
from workbench.domain.reanchor import Finder
from workbench.domain.wording import read_wording

SENTENCES, CLAIMS, STORED = 1_250, 600, 10_000
EDITS = {"60 words, 15 moves, 30 cuts": (60, 15, 30), "every sentence": (SENTENCES * 4, 0, 0)}


def main() -> None:
    """Print one line a kind of edit, then what recognising a duplicate costs."""
    draw = random.Random(20)  # noqa: S311 - a text for measuring
    old = make_text(draw)
    slices = choose_claims(draw, old)
    for name, (words, moves, cuts) in EDITS.items():
        new = edit(draw, old, words, moves, cuts)
        measure(name, "\n".join(old), "\n".join(new), slices)
    measure("another text", "\n".join(old), "\n".join(make_text(draw)), slices)
    measure_fingerprints(draw, "\n".join(old))


def measure(name: str, old: str, new: str, slices: list[tuple[int, int]]) -> None:
    sides = [text.split() for text in (old, new)]
    peer = best(lambda: Indel.opcodes(*sides))
    slow = best(lambda: difflib.SequenceMatcher(None, *sides, autojunk=False).get_opcodes(), times=1)
    whole = best(lambda: anchor(old, new, slices))
    found = Counter(
        f"{one.outcome.value}{'' if one.exact else ' (asked)'}" for one in anchor(old, new, slices)
    )
    counts = ", ".join(f"{count} {outcome}" for outcome, count in found.most_common())
    print(f"{name}: {len(sides[0]):,} words, {len(slices)} claims: {counts}")
    print(f"  {whole:.2f} s = {whole / peer:.1f} rapidfuzz differences, {whole / slow:.2f} of difflib's")


def anchor(old: str, new: str, slices: list[tuple[int, int]]) -> list:  # type: ignore[type-arg]
    finder = Finder(compare(old, new))
    return [finder.find([one]) for one in slices]


def measure_fingerprints(draw: random.Random, text: str) -> None:
    stored = [f"{draw.getrandbits(64):016x}" for _ in range(STORED)]
    words = read_wording(text).words
    made = best(lambda: make_fingerprint(words))
    mine = make_fingerprint(words)
    read = best(lambda: [one for one in stored if measure_distance(mine, one) <= 20])
    peer = best(lambda: Indel.normalized_similarity(words, words[::-1]))
    print(f"fingerprint of {len(words):,} words: {made * 1000:.0f} ms")
    print(f"{STORED:,} compared: {read * 1000:.1f} ms; together {(made + read) / peer:.2f} of one comparison")
    print("  of two such texts, word for word, of which it saves one for each stored text")


def make_text(draw: random.Random) -> list[str]:
    vocabulary = ["the", "of", "a", "in", "said", "to"] * 60 + [f"word{n}" for n in range(4_000)]
    drawn = (draw.choices(vocabulary, k=draw.randint(8, 24)) for _ in range(SENTENCES))
    return [" ".join(words).capitalize() + "." for words in drawn]


def choose_claims(draw: random.Random, sentences: list[str]) -> list[tuple[int, int]]:
    starts = [0]
    for sentence in sentences:
        starts.append(starts[-1] + len(sentence) + 1)
    chosen = draw.sample(range(len(sentences)), CLAIMS)
    return [(starts[at], starts[at] + len(sentences[at]) - 1) for at in sorted(chosen)]


def edit(draw: random.Random, sentences: list[str], words: int, moves: int, cuts: int) -> list[str]:
    new = list(sentences)
    for _ in range(words):
        at = draw.randrange(len(new))
        parts = new[at].split()
        parts[draw.randrange(len(parts))] = f"other{draw.randrange(900)}"
        new[at] = " ".join(parts)
    for _ in range(moves):
        start, to = draw.randrange(len(new) - 10), draw.randrange(len(new) - 10)
        moved = new[start : start + 10]
        del new[start : start + 10]
        new[to:to] = moved
    for _ in range(cuts):
        del new[draw.randrange(len(new))]
    return new


def best(act: Callable[[], object], times: int = 3) -> float:
    """Seconds of the quickest of some runs."""
    seconds = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        seconds.append(time.perf_counter() - begun)
    return min(seconds)


if __name__ == "__main__":
    main()
