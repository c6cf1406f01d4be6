"""The order of claims in an article: that of the text, but where a person has moved one."""

# Between two claims that begin a character apart there is room for ten moves, each halving what is left.
STEP = 1024


def order_key(start: int, rank: int | None) -> int:
    """What a claim is ordered by. start: where its first slice begins; rank: where a person put it."""
    return start * STEP if rank is None else rank


def rank_between(before: int | None, after: int | None) -> int:
    """The rank of a claim put between two with these keys; None: before the first, behind the last."""
    if before is None:
        return (after or 0) - STEP
    if after is None:
        return before + STEP
    return (before + after) // 2
