"""Words that a desk sorts its claims by."""

from workbench.domain.errors import RuleBroken

LONGEST_TAG = 40  # characters
MOST_TAGS = 20  # of one claim


def read_tags(typed: str) -> list[str]:
    """The tags of a line, parted by commas: folded to lower case, each once, in the order typed.

    Raises RuleBroken when there are too many or one is too long.
    """
    folded = (" ".join(part.lower().split()) for part in typed.replace("#", " ").split(","))
    tags = list(dict.fromkeys(tag for tag in folded if tag))
    long = next((tag for tag in tags if len(tag) > LONGEST_TAG), "")
    if long:
        raise RuleBroken(
            f"A tag has at most {LONGEST_TAG} characters: “{long[:LONGEST_TAG]}…”.", field="tags"
        )
    if len(tags) > MOST_TAGS:
        raise RuleBroken(f"A claim has at most {MOST_TAGS} tags.", field="tags")
    return tags
