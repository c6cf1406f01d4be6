"""How two claims stand to each other."""

from enum import StrEnum


class LinkKind(StrEnum):
    """Read from the claim that has the link to the other: "C-3 narrower than C-1"."""

    SAME = "same as"
    REPEATS = "repeats"
    CONTRADICTS = "contradicts"
    NARROWER = "narrower than"
    DEPENDS = "depends on"


# The same link read from the other claim.
SEEN_FROM_THERE: dict[LinkKind, str] = {
    LinkKind.SAME: "same as",
    LinkKind.REPEATS: "repeated by",
    LinkKind.CONTRADICTS: "contradicts",
    LinkKind.NARROWER: "wider than",
    LinkKind.DEPENDS: "needed by",
}
