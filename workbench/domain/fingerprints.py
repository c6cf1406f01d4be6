"""A fingerprint of 64 bits for the words of a text (Charikar's simhash): near-same texts differ in few bits.

It is made of every pair of neighbouring words, once each: single words are too much alike in any two texts of
one language, and with runs of three an edit weighs more than it is worth (measured: decision 020). Unrelated
texts differ in about 31 bits, and what a fingerprint suggests is always read before it is believed
(queries/duplicates.py).
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from rapidfuzz.distance import Indel

BITS = 64
RUN = 2  # words
NEAR = 20  # bits; what differs in no more is read to be sure
SAME_ENOUGH = 70  # per cent of the words in common and in order, for a text to be called near-same


def make_fingerprint(words: Sequence[str]) -> str:
    """16 hexadecimal digits; empty for a text without words, which is like no other."""
    folded = [word.casefold() for word in words if any(letter.isalnum() for letter in word)]
    runs = {" ".join(folded[at : at + RUN]) for at in range(max(1, len(folded) - RUN + 1))} if folded else ()
    if not runs:
        return ""
    digests = b"".join(blake2b(run.encode(), digest_size=BITS // 8).digest() for run in runs)
    found = 0
    for column in range(BITS // 8):
        counts = Counter(digests[column :: BITS // 8])
        for bit in range(8):
            ones = sum(count for byte, count in counts.items() if byte >> bit & 1)
            found |= (2 * ones > len(runs)) << (column * 8 + bit)
    return f"{found:016x}"


def measure_distance(one: str, other: str) -> int:
    """In how many bits two fingerprints differ; all of them where one text has no words."""
    return (int(one, 16) ^ int(other, 16)).bit_count() if one and other else BITS


def measure_sameness(one: Sequence[str], other: Sequence[str]) -> int:
    """How many per cent of the words of both texts stand in both in the same order, rounded down."""
    return int(Indel.normalized_similarity(one, other) * 100)
