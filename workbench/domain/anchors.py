"""What became of a claim's words in a newer version of their article."""

from enum import StrEnum


class AnchorOutcome(StrEnum):
    KEPT = "kept"  # the same words in the same place
    MOVED = "moved"  # the same words elsewhere
    CHANGED = (
        "changed wording"  # other words where they stood: a person says whether they still state the claim
    )
    GONE = "gone"
